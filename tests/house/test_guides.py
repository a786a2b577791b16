"""The guides name what the screens say, and have the pictures that `make pictures` takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.guides import GUIDES, Guide
from tests.browser.paper_pictures import FOLDER as PAPERS_FOLDER
from tests.browser.paper_pictures import PAPERS
from tests.browser.pictures import FOLDER
from tests.house.sources import ROOT

MOST_BYTES = 1_400_000
"""Of all pictures together."""
SHORTEST = 40
"""The least length of a text that describes a picture."""


NAME = re.compile(r"(?<![*\w])\*([^*`]+)\*(?![*\w])")
"""The names of a screen in a guide; a way through several has `>` between them."""
SAID = re.compile(r"""_\(\s*(?:"([^"]+)"|'([^']+)')""")


def read_screens() -> set[str]:
    """Every text of a screen that can be translated, and the names of tabs and columns."""
    files = [*(ROOT / "templates/console").rglob("*.html")]
    texts = {a or b for file in files for a, b in SAID.findall(file.read_text())}
    code = "".join(file.read_text() for file in (ROOT / "chalicelib/console").glob("*.py"))
    return texts | set(re.findall(r'"([^"\n]+)"', code))


@pytest.mark.parametrize("page", sorted(FOLDER.parent.glob("*.md")), ids=lambda page: page.stem)
def test_names_in_a_guide_are_on_a_screen(page: Path) -> None:
    words = re.sub(r"`[^`\n]*`", "", page.read_text())
    named = {part.strip(" .") for way in NAME.findall(words) for part in way.split(">")}
    said = {text.strip(" .") for text in read_screens()}
    assert {name.replace("\n", " ") for name in named} - said == set()


def list_pictures(page: Path) -> dict[str, str]:
    """The pictures of a page that are of the console, with the words for who does not see them."""
    found = re.findall(r"!\[([^\]]*)\]\(([^)]+\.png)\)", page.read_text())
    lying = {words: (page.parent / path).resolve() for words, path in found}
    return {path.stem: words for words, path in lying.items() if path.parent == FOLDER}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.page)
def test_a_guide_shows_its_pictures_in_their_order(guide: Guide) -> None:
    assert list(list_pictures(FOLDER.parent / guide.page)) == [each.name for each in guide.pictures]


def test_every_guide_is_listed() -> None:
    pages = {path.name for path in FOLDER.parent.glob("*.md") if list_pictures(path)}
    assert pages == {guide.page for guide in GUIDES}


def test_every_picture_lies_there_with_its_words_and_no_other() -> None:
    named = {each.name for guide in GUIDES for each in guide.pictures}
    assert {path.stem for path in FOLDER.glob("*.png")} == named
    assert {path.stem for path in FOLDER.glob("*.txt")} == named
    assert set(list_pictures(ROOT / "README.md")) <= named


def test_every_other_picture_is_taken_by_a_script_and_shown() -> None:
    """A picture that nobody takes again shows an old screen one day."""
    lying = {path.stem for path in PAPERS_FOLDER.glob("*.png")}
    assert lying == {paper.name for paper in PAPERS}
    assert lying == {paper.words.stem for paper in PAPERS if paper.words.exists()}
    text = (ROOT / "docs" / "tutorial.md").read_text()
    assert not [name for name in lying if f"](pictures/{name}.png)" not in text]


def test_pictures_are_small_and_described() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < MOST_BYTES
    pages = [ROOT / "README.md", *(FOLDER.parent / guide.page for guide in GUIDES)]
    described = [words for page in pages for words in list_pictures(page).values()]
    assert [words for words in described if len(words) < SHORTEST] == []
