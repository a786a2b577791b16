"""The points that the cells of a sheet earn by the present assessment (A8, A9). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from chalicelib.assessments.items import Item, Scoring, format_points
from chalicelib.assessments.scoring import score, score_unanswered

from .model import (
    NOT_ENTERED,
    OMITTED,
    Scored,
    Sheet,
    StudentResults,
    points_cell,
    points_in,
    response_in,
)

if TYPE_CHECKING:
    from chalicelib.assessments.model import Contents

NOTHING = "0"

Key = tuple[str, ...]


Known = dict[tuple[str, str, str], str]
"""The points of a cell by form, item and cell, because a class answers much alike."""


def score_row(
    contents: Contents, row: StudentResults, known: Known | None = None
) -> StudentResults:
    """Return a row with the points of its cells by the present key of the student's form.

    A dropped item counts as entered for everybody who took the test (T9). `known` points are used,
    and new ones are added.
    """
    known = {} if known is None else known
    keys: Mapping[str, Key] | None = None
    earned = []
    for item, cell in zip(contents.items, row.cells, strict=True):
        if cell == NOT_ENTERED:
            earned.append(_format_unanswered(item) if row.counts else "")
            continue
        place = (row.form, item.id, cell)
        points = known.get(place)
        if points is None:
            keys = keys_of(contents, row.form) if keys is None else keys
            points = known[place] = _points(item, cell, keys.get(item.id))
        earned.append(points)
    now = tuple(earned)
    return row if now == row.earned else replace(row, earned=now)


def score_sheet(contents: Contents, sheet: Sheet, cuts: tuple[str, ...], revision: int) -> Sheet:
    """Return a sheet scored by the assessment as it is: its worths, standards, key, and cut scores.

    Points given by hand refer to the sheet's scoring. Where an item's points changed they are
    rescaled, so each student keeps their share. `revision` is the assessment's.
    """
    worths = tuple(item.points for item in contents.items)
    known: Known = {}
    moved = _find_worth_changes(sheet.scored.worths, worths)
    rows = [_rescale_row(row, moved) for row in sheet.rows] if moved else sheet.rows
    return replace(
        sheet,
        scored=Scored(worths, contents.masks, cuts, revision),
        rows=tuple(score_row(contents, row, known) for row in rows),
    )


def rescale(points: str, before: str, after: str) -> Fraction:
    """Rescale points given by hand from `before` to `after`: the same share, exactly.

    Points above an item's worth, which an earlier release could leave, count as all of it.

    >>> rescale("5", "7", "14"), rescale("5", "7", "10"), rescale("9", "3", "6")
    (Fraction(10, 1), Fraction(50, 7), Fraction(6, 1))
    """
    worth = Fraction(before)
    return min(Fraction(points), worth) * Fraction(after) / worth


def _find_worth_changes(
    before: tuple[str, ...], after: tuple[str, ...]
) -> dict[int, tuple[str, str]]:
    """Return which items are worth something else than a sheet was scored by, from what to what."""
    if len(before) != len(after):  # nobody has results on it
        return {}
    pairs = enumerate(zip(before, after, strict=True))
    return {place: pair for place, pair in pairs if pair[0] != pair[1]}


def _rescale_row(row: StudentResults, moved: Mapping[int, tuple[str, str]]) -> StudentResults:
    cells = list(row.cells)
    for place, (before, after) in moved.items():
        points = points_in(cells[place])
        if points is not None:
            cells[place] = points_cell(format_points(rescale(points, before, after)))
    return row if tuple(cells) == row.cells else replace(row, cells=tuple(cells))


def keys_of(contents: Contents, form: str) -> Mapping[str, Key]:
    """Return a key version's keys by item; empty for A, where the items' own hold."""
    return {each.item: each.key for each in contents.versions.get(form, ())}


def _format_unanswered(item: Item) -> str:
    """Return the points of a student present without an answer; empty while one is awaited."""
    points = score_unanswered(item)
    return "" if points is None else format_points(points)


def _points(item: Item, cell: str, key: Key | None) -> str:
    """Return the points of a cell with something entered, as a text."""
    if item.scoring == Scoring.EVERYONE:
        return item.points
    return NOTHING if cell == OMITTED else _score_cell(item, cell, key)


@lru_cache(maxsize=4096)
def _of_item(worth: str, points: str) -> str:
    """Limit points given by hand to what the item is worth by now."""
    return format_points(min(Fraction(points), Fraction(worth)))


def _score_cell(item: Item, cell: str, key: Key | None) -> str:
    by_hand = points_in(cell)
    if by_hand is not None:
        return _of_item(item.points, by_hand)
    return format_points(score(item, response_in(cell) or "", key))
