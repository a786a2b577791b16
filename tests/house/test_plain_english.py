"""Pages that are written in plain American English keep out of some words.

Each word stands for a habit: a passive that hides who acts, a filler. Every page
keeps them, unless EXCEPTIONS says why not; of the changelog, what is not released yet.
"""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.house.sources import ROOT

EXCEPTIONS = {
    "docs/api.md": "written from the code by docs/reference.py",
    "docs/errors.md": "written from the code by docs/reference.py",
    "docs/screens.md": "written from the code by docs/reference.py",
    "clients/typescript/LICENSE-hey-api.md": "somebody else's license",
}
EVERY_PAGE = subprocess.check_output(
    ["git", "ls-files", "*.md"],  # noqa: S607 - git made this folder
    cwd=ROOT,
    text=True,
).split()
PAGES = [page for page in EVERY_PAGE if page not in EXCEPTIONS]
HABITS = {
    "begins with a person who is nowhere named": "whom|whomever|whosoever|whoever",
    "hides who acts": r"told|said|shall|(?:is|are|was|were) to be|bears? being",
    "is filler": r"the like|besides|by (?:itself|themselves)|otherwise than|says? otherwise",
    "has a plainer word": r"bears?|bore|borne|mend(?:s|ed|ing)?|anew|half-way|for ever"
    r"|g(?:ive|ives|ave|iven|iving) (?:\w+ )?up|(?:clear|take|took)(?:s|n|ed|ing)? (?:\w+ )?away",
    "is not what screens call it": r"e-mail\w*",
    "has a space before the percent sign": r"\d+ %(?!\w)",
}
LONGEST = 45
"""Words of a sentence."""
LONGEST_READ_THROUGH = 35
"""The same in a page that people read from the beginning to the end."""
LISTS = {"CHANGELOG.md": "an entry lists everything that it changes"}


def is_read_through(page: str) -> bool:
    return page == "README.md" or page.startswith("docs/guide/")


def prose(page: str) -> str:
    """Return a page without code and without other people's words."""
    text = (ROOT / page).read_text()
    if page == "CHANGELOG.md":
        text = text.split("\n## ")[1]
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`|\]\([^)]*\)|^\| `[0-9a-f]{8}`.*$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_plain_english_stays_so(page: str) -> None:
    text = prose(page)
    found = [
        f"{word[0]!r} {habit}"
        for habit, words in HABITS.items()
        for word in re.finditer(rf"\b(?:{words})(?!\w)", text, re.IGNORECASE)
    ]
    assert not found


def test_exceptions_are_pages() -> None:
    assert not EXCEPTIONS.keys() - set(EVERY_PAGE)


def sentences(page: str) -> list[str]:
    """Return the sentences of paragraphs and lists, without tables, headings and pictures."""
    lines = re.sub(r"^\s*(?:\||#|!|<).*$", "", prose(page), flags=re.MULTILINE)
    items = re.split(r"\n\s*\n|\n\s*(?:-|\d+\.) ", lines)
    return [each for item in items for each in re.split(r"(?<=[.!?])[*)]*\s+", item)]


@pytest.mark.parametrize("page", [page for page in PAGES if page not in LISTS])
def test_sentences_are_short(page: str) -> None:
    longest = LONGEST_READ_THROUGH if is_read_through(page) else LONGEST
    assert not [each for each in sentences(page) if len(each.split()) > longest]
