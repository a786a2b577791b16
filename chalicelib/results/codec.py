"""A sheet in few bytes: columns instead of rows, people and values apart, each compressed alone.

A class of 30 with 20 items is 600 cells, and the write units of a save follow from their bytes.
Cells of one item are alike, so they lie side by side, one letter each where all are single letters.
Points follow from the cell (and the key version). The points of each different cell of an item are
therefore kept once. The points of an empty cell follow from whether the student took the test.
Names and answers are compressed apart because they have different alphabets.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import starmap
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
    forms = [row.form for row in rows]
    people = [
        _column(scored.worths),
        [f"{mask:x}" for mask in scored.masks],
        scored.cuts,
        [row.student for row in rows],
        _alike([_LETTER[row.status] for row in rows]),
        _alike([row.changed for row in rows]),
        _alike(forms),
        _alike([row.settled for row in rows]),
    ]
    cells = _transpose([row.cells for row in rows], many)
    earned = _transpose([row.earned for row in rows], many)
    earnings = [_earnings(c, forms, e) for c, e in zip(cells, earned, strict=True)]
    return compress_json(people), compress_json([[*map(_column, cells)], earnings])


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
    standing = [*map(_STATUS.__getitem__, _each(statuses, many))]
    entered = _transpose(given, many)
    sat = [
        each is StudentPresence.PRESENT and any(c)
        for each, c in zip(standing, entered, strict=True)
    ]
    kinds = [*zip(marks, sat, strict=True)]
    different = set(kinds)
    earned = [
        _look_up_points(c, kinds, different, known)
        for c, known in zip(given, earnings, strict=True)
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
    return scored, tuple(starmap(StudentResults, rows))


def _earnings(cells: Sequence[str], forms: Sequence[str], earned: Sequence[str]) -> dict[str, str]:
    """Return what each cell of an item earned, where that is anything; key versions apart.

    An empty text names the empty cells of a dropped item, which earn the same for all.
    """
    different = dict.fromkeys(zip(cells, forms, earned, strict=True))
    earnings = {
        _answer(cell, form): points
        for cell, form, points in different
        if cell and points != _NOTHING
    }
    unanswered = max((points for cell, _, points in different if not cell), default="")
    return {**earnings, _UNANSWERED: unanswered} if unanswered else earnings


def _look_up_points(
    cells: Sequence[str],
    kinds: Sequence[tuple[str, bool]],
    different: Collection[tuple[str, bool]],
    known: dict[str, str],
) -> list[str]:
    """Return the points of an item; each different cell of a kind of student is looked up once.

    A kind is the form that they had, and whether they took the test.
    """
    unanswered = known.get(_UNANSWERED, "")
    entered = set(cells)
    tables = {}
    for kind in different:
        form, here = kind
        table = {cell: known.get(_answer(cell, form), _NOTHING) for cell in entered}
        table[_UNANSWERED] = unanswered if here else ""
        tables[kind] = table
    if len(tables) == 1:
        return [*map(table.__getitem__, cells)]
    return [tables[kind][cell] for kind, cell in zip(kinds, cells, strict=True)]


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
    single = all(len(text) <= 1 and text != _BLANK for text in set(column))
    return "".join([text or _BLANK for text in column]) if single else column


def _texts(column: str | list[str]) -> Sequence[str]:
    if _BLANK not in column or isinstance(column, list):
        return column
    return ["" if letter == _BLANK else letter for letter in column]


def _alike(values: list[Any]) -> Any:
    """Write one value for all where they are the same."""
    return values[0] if values and values.count(values[0]) == len(values) else values


def _each(values: Any, many: int) -> list[Any]:
    return values if isinstance(values, list) else [values] * many
