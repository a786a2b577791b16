"""Docstrings, comments and names of tests are plain American English.

Each habit is a mark of a sentence that was translated: a subject that names nobody, a passive
that hides who acts, a filler. Texts are found by their quotes, which is ten times as fast as by
the syntax tree: a docstring begins its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import ROOT, read

FOLDERS = (
    *("chalicelib", "plumb", "tests", "simulator", "bench", "infra", "openapi", "docs"),
    "clients/examples",
)
LONGEST = 30
"""Words of a sentence."""
HABITS = {
    "begins with a subject that names nobody": r"(?:^|(?<=[.;:] ))(?:What|Who|Whoever|Whatever)\b"
    r"(?![^.?]*\?)",
    "begins with another verb than Return": r"^(?:Give (?!up\b)|(?:Say|Tell) whether\b)",
    "names a person as whom": r"\b(?i:whom|whomever|whosoever)\b",
    "hides who acts": r"\b(?i:told|said|shall|(?:is|are) to be)\b",
    "is filler": r"\b(?i:besides|by (?:itself|themselves)|otherwise)\b",
    "has a plainer word": r"\b(?i:bears?|(?:gives?|hands?|handed) out"
    r"|clear(?:s|ed)? (?:\w+ )?away)\b",
    "is inverted": r"(?:^|(?<=[.;] ))(?:Never|Nor|Neither|Nowhere|So|Such)"
    r" (?:is|are|do|does|may|must)\b",
}
ANY = re.compile("|".join(HABITS.values()))
IN_NAMES = re.compile(
    r"_(?:whom|told|said|shall|besides|otherwise|by_itself|by_themselves|hand(?:ed)?_out)(?:_|$)"
    r"|^test_(?:what|who|whose|whoever)_(?!am_i)"
)
DOCSTRING = re.compile(r'^[ \t]*r?("""|\'\'\')(.*?)\1[ \t]*(?:#.*)?$', re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"(?:^[ \t]*#[^\n]*\n)+|(?<=  )# [^\n\"']*$", re.MULTILINE)
SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z`])")
NO_PROSE = re.compile(r"\s*(?:[-|*>]|    )|^#")


def find_habits(text: str) -> Iterator[str]:
    """Yield each habit of a docstring or comment, with the words that show it."""
    for paragraph in re.split(r"\n\s*\n", text):
        prose = " ".join(re.sub(r"`[^`\n]*`", "x", paragraph).split())
        for habit, words in HABITS.items() if ANY.search(prose) else ():
            yield from (f"{each[0]!r} {habit}" for each in re.finditer(words, prose))
        if not NO_PROSE.match(paragraph):
            long = (each for each in SENTENCE.split(prose) if len(each.split()) > LONGEST)
            yield from (f"{each!r} is long" for each in long)


@cache
def find_in(folder: str) -> list[str]:
    """Return every habit in the docstrings, comments and test names of a folder."""
    return [found for path in sorted((ROOT / folder).rglob("*.py")) for found in find_in_file(path)]


def find_in_file(path: Path) -> Iterator[str]:
    source, name = read(path), path.relative_to(ROOT)
    texts = [each[2] for each in DOCSTRING.finditer(source)]
    texts += [re.sub(r"(?m)^\s*#\s?", "", each[0]) for each in COMMENT.finditer(source)]
    for text in texts:
        yield from (f"{name}: {found}" for found in find_habits(text))
    for test in re.findall(r"def (test_\w+)", source):
        if IN_NAMES.search(test):
            yield f"{name}: {test}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_sentences_in_the_code_are_plain(folder: str) -> None:
    assert not find_in(folder)


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("What a class has.", "names nobody"),
        ("Read it. Who is there?", ""),
        ("Give the name.", "Return"),
        ("Return what was said.", "hides"),
        ("Return `said`.", ""),
        ("One " + "more " * LONGEST + "word.", "long"),
    ],
)
def test_a_habit_is_found(text: str, habit: str) -> None:
    found = Counter(map(bool, find_habits(text)))[True]
    assert found == bool(habit)
    assert all(habit in each for each in find_habits(text))
