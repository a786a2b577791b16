"""Pages that are written in plain American English keep out of some words.

Each word stands for a habit: a passive that hides who acts, a filler, British spelling. A page
joins the list when somebody has gone through it.
"""

from __future__ import annotations

import re

import pytest

from tests.house.sources import ROOT

PAGES = (
    "README.md",
    "SECURITY.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/browsers.md",
    "docs/clients.md",
    "docs/local-cloud.md",
    "docs/operations.md",
    "docs/plumb.md",
    "docs/proved.md",
    "docs/tutorial.md",
)
HABITS = {
    "begins with a person who is nowhere named": "whom|whomever|whosoever",
    "hides who acts": r"told|said|shall|(?:is|are|was|were) to be \w+ed|bears? being",
    "is filler": "the like|besides|by themselves|whilst",
    "is British": r"\w*colour\w*|analys(?:e|es|ed|ing)|cent(?:re|red)|licence|favour\w*"
    r"|behaviour\w*|neighbour\w*|enrolments?|maths|labelled|cancelled|travelled"
    r"|(?:organ|recogn|summar|serial|minim|maxim|normal)is(?:e|es|ed|ing|ation|ations)",
}


def prose(text: str) -> str:
    """Give a page without what is code or somebody else's words."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`|\]\([^)]*\)|^\| `[0-9a-f]{8}`.*$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_plain_english_stays_so(page: str) -> None:
    text = prose((ROOT / page).read_text())
    found = [
        f"{word[0]!r} {habit}"
        for habit, words in HABITS.items()
        for word in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)
    ]
    assert not found
