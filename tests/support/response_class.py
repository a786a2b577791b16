"""A class and its items, for files of responses: what a file says of them, in few words."""

from __future__ import annotations

from typing import Any

from chalicelib.assessments.items import Item, ItemKind
from chalicelib.results.response_files.model import (
    AskedItems,
    CellScore,
    ColumnMapping,
    ResponseFile,
)
from chalicelib.results.response_files.reading import read_responses
from chalicelib.results.response_files.students import KnownStudent, Students

PEOPLE = (
    ("20417", "Nia", "Okafor", "nokafor"),
    ("20418", "Luz María", "Peña", "lpena"),
    ("0042", "Jo", "Key", "jkey"),
    ("31", "Sam", "Boyd", "sboyd"),
)
COUNTED = (
    ("1", "Nia", "Okafor", "nokafor"),
    ("2", "Sam", "Boyd", "sboyd"),
    ("3", "Ada", "Fox", "afox"),
)
"""A class whose identifiers are what a file may count its rows with."""


def choice(number: int = 1, *, key: str = "A", worth: str = "1", choices: Any = "ABCDE") -> Item:
    return Item(
        id=f"item-{number}",
        kind=ItemKind.SINGLE_CHOICE if len(key) == 1 else ItemKind.MULTIPLE_CHOICE,
        choices=tuple(choices),
        key=tuple(key),
        points=worth,
        standards=("s",),
    )


def choices(count: int, *, worth: str = "1", texts: Any = "ABCDE") -> list[Item]:
    return [choice(n + 1, worth=worth, choices=texts) for n in range(count)]


def truth(number: int = 1) -> Item:
    kind = ItemKind.TRUE_FALSE
    return Item(id=f"item-{number}", kind=kind, key=("true",), points="1", standards=("s",))


def number(n: int = 1, key: str = "7") -> Item:
    kind = ItemKind.NUMERIC
    return Item(id=f"item-{n}", kind=kind, key=(key,), points="1", standards=("s",))


def by_hand(*worths: str) -> list[Item]:
    return [
        Item(id=f"item-{n}", kind=ItemKind.POINTS, points=worth, standards=("s",))
        for n, worth in enumerate(worths, 1)
    ]


def reads(
    text: str | bytes,
    items: list[Item],
    people: Any = PEOPLE,
    mapping: ColumnMapping | None = None,
    forms: dict[str, tuple[int, ...]] | None = None,
) -> ResponseFile:
    """Read a file of this class's answers to these items."""
    known = [KnownStudent(each, given, family) for each, given, family, _ in people]
    emails = {each: f"{login}@example.org" for each, _, _, login in people}
    asked = AskedItems(tuple(items), {"A": tuple(range(len(items))), **(forms or {})})
    return read_responses(text, asked, Students(known, lambda: emails), mapping)


def list_entered(file: ResponseFile) -> dict[str, dict[int, str]]:
    """Return what would be entered, by student and number of the item."""
    return {
        each.student: {n + 1: write_score(score) for n, score in sorted(each.scores.items())}
        for each in file.entries
    }


def write_score(score: CellScore) -> str:
    """Write a score as tests say it: a response, `=points`, or `-`."""
    if score.omitted:
        return "-"
    return f"={score.points}" if score.points is not None else score.response or ""


def codes(file: ResponseFile, severity: str = "") -> list[str]:
    """Return the codes of the file's problems, of one severity or of both."""
    return [each.code for each in file.problems if severity in ("", each.severity)]
