"""A sheet in few bytes: columns instead of rows, people and values apart, each compressed alone.

A class of 30 with 20 items is 600 cells, and the write units of a save follow from their bytes.
Cells of one item are alike, so they lie side by side, one letter each where all are single letters.
Points follow from the cell (and the key version). The points of each different cell of an item are
therefore kept once. The points of an empty cell follow from whether the student took the test.
Names and answers are compressed apart because they have different alphabets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from chalicelib.compression import compress_json, decompress_json

from .model import Scored, StudentPresence, StudentResults

_LETTER = {StudentPresence.PRESENT: "p", StudentPresence.ABSENT: "a", StudentPresence.EXEMPT: "e"}
_STATUS = {letter: status for status, letter in _LETTER.items()}
_BLANK = " "
"""Stands for an empty text in a column of single letters."""

_NOTHING = "0"
_UNANSWERED = ""


def pack_rows(scored: Scored, rows: Sequence[StudentResults]) -> tuple[bytes, bytes]:
    """Write who is on the sheet and what it is out of, and apart from that the cells."""
    many = len(scored.worths)
    people = [
        _column(scored.worths),
        [f"{mask:x}" for mask in scored.masks],
        scored.cuts,
        [row.student for row in rows],
        _alike([_LETTER[row.status] for row in rows]),
        _alike([row.changed for row in rows]),
        _alike([row.form for row in rows]),
        _alike([row.settled for row in rows]),
    ]
    cells = [_column(column) for column in _transpose([row.cells for row in rows], many)]
    earned = [_earnings(rows, number) for number in range(many)]
    return compress_json(people), compress_json([cells, earned])


def unpack_rows(
    people: bytes, cells: bytes, revision: int
) -> tuple[Scored, tuple[StudentResults, ...]]:
    """Read what `pack_rows` wrote."""
    worths, masks, cuts, students, statuses, changed, forms, settled, *_ = decompress_json(people)
    columns, earnings, *_ = decompress_json(cells)
    many = len(students)
    scored = Scored(
        tuple(_texts(worths)), tuple(int(mask, 16) for mask in masks), tuple(cuts), revision
    )
    marks = _each(forms, many)
    given = [_texts(column) for column in columns]
    standing = [_STATUS[letter] for letter in _each(statuses, many)]
    entered = _transpose(given, many)
    sat = [
        each == StudentPresence.PRESENT and any(c)
        for each, c in zip(standing, entered, strict=True)
    ]
    earned = [
        _look_up_points(c, marks, sat, known) for c, known in zip(given, earnings, strict=True)
    ]
    rows = zip(
        students,
        standing,
        _each(changed, many),
        marks,
        entered,
        _transpose(earned, many),
        _each(settled, many),
        strict=True,
    )
    return scored, tuple(StudentResults(*row) for row in rows)


def _earnings(rows: Sequence[StudentResults], number: int) -> dict[str, str]:
    """Return what each cell of an item earned, where that is anything; key versions apart.

    An empty text names the empty cells of a dropped item, which earn the same for all.
    """
    earnings = {
        _answer(row.cells[number], row.form): row.earned[number]
        for row in rows
        if row.cells[number] and row.earned[number] != _NOTHING
    }
    unanswered = max((row.earned[number] for row in rows if not row.cells[number]), default="")
    return {**earnings, _UNANSWERED: unanswered} if unanswered else earnings


def _look_up_points(
    cells: Sequence[str], forms: Sequence[str], sat: Sequence[bool], known: dict[str, str]
) -> list[str]:
    unanswered = known.get(_UNANSWERED, "")
    return [
        known.get(_answer(cell, form), _NOTHING) if cell else unanswered if here else ""
        for cell, form, here in zip(cells, forms, sat, strict=True)
    ]


def _answer(cell: str, form: str) -> str:
    """Return the name of an answer on a form.

    An answer on form A is its own name, unless it looks like another form's.
    """
    return f"{form}|{cell}" if form or "|" in cell else cell


def _transpose(lines: Sequence[Sequence[str]], across: int) -> list[tuple[str, ...]]:
    """Turn rows into columns; `across` says how many when there are no rows."""
    return list(zip(*lines, strict=True)) if lines else [()] * across


def _column(texts: Iterable[str]) -> str | list[str]:
    """Write a column: one text where each entry is at most one letter, and not a blank."""
    column = list(texts)
    single = all(len(text) <= 1 and text != _BLANK for text in column)
    return "".join(text or _BLANK for text in column) if single else column


def _texts(column: str | list[str]) -> list[str]:
    if isinstance(column, list):
        return column
    return ["" if letter == _BLANK else letter for letter in column]


def _alike(values: list[Any]) -> Any:
    """Write one value for all where they are the same."""
    return values[0] if values and values.count(values[0]) == len(values) else values


def _each(values: Any, many: int) -> list[Any]:
    return values if isinstance(values, list) else [values] * many
