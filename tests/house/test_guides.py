"""The guides have the pictures that `make pictures` takes, small and described; no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.guides import GUIDES, Guide
from tests.browser.pictures import FOLDER
from tests.house.sources import ROOT

MOST_BYTES = 1_000_000
"""Of all pictures together."""
SHORTEST = 40
"""Characters that say what is to be seen."""


def shown(page: Path) -> dict[str, str]:
    """The pictures of a page that are of the console, with the words for who does not see them."""
    found = re.findall(r"!\[([^\]]*)\]\(([^)]+\.png)\)", page.read_text())
    lying = {words: (page.parent / path).resolve() for words, path in found}
    return {path.stem: words for words, path in lying.items() if path.parent == FOLDER}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.page)
def test_a_guide_shows_its_pictures_in_their_order(guide: Guide) -> None:
    assert list(shown(FOLDER.parent / guide.page)) == [each.name for each in guide.pictures]


def test_every_guide_is_listed() -> None:
    pages = {path.name for path in FOLDER.parent.glob("*.md") if shown(path)}
    assert pages == {guide.page for guide in GUIDES}


def test_every_picture_lies_there_with_its_words_and_no_other() -> None:
    named = {each.name for guide in GUIDES for each in guide.pictures}
    assert {path.stem for path in FOLDER.glob("*.png")} == named
    assert {path.stem for path in FOLDER.glob("*.txt")} == named
    assert set(shown(ROOT / "README.md")) <= named


def test_pictures_are_small_and_described() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < MOST_BYTES
    pages = [ROOT / "README.md", *(FOLDER.parent / guide.page for guide in GUIDES)]
    described = [words for page in pages for words in shown(page).values()]
    assert [words for words in described if len(words) < SHORTEST] == []
