"""Pages that are written in plain American English keep out of some words.

Each word stands for a habit: a passive that hides who acts, a filler, British spelling. Every page
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
    "begins with a person who is nowhere named": "whom|whomever|whosoever",
    "hides who acts": r"told|said|shall|(?:is|are|was|were) to be \w+ed|bears? being",
    "is filler": "the like|besides|by themselves|whilst",
    "is British": r"\w*colour\w*|analys(?:e|ed|ing)|cent(?:re|red)|licence|favour\w*"
    r"|behaviour\w*|neighbour\w*|enrolments?|maths|labelled|cancelled|travelled"
    r"|(?:organ|recogn|summar|serial|minim|maxim|normal)is(?:e|es|ed|ing|ation|ations)",
}


def prose(page: str) -> str:
    """Give a page without code and without other people's words."""
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
        for word in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)
    ]
    assert not found


def test_exceptions_are_pages() -> None:
    assert not EXCEPTIONS.keys() - set(EVERY_PAGE)
