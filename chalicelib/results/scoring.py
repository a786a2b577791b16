"""What the cells of a sheet earn, by the assessment as it is at present (A8, A9). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from chalicelib.assessments.items import Item, say_points
from chalicelib.assessments.scoring import score, score_unanswered

from .model import NOT_ENTERED, OMITTED, Row, Scored, Sheet, points_in, response_in

if TYPE_CHECKING:
    from chalicelib.assessments.model import Contents

NOTHING = "0"

Key = tuple[str, ...]


Known = dict[tuple[str, str, str], str]
"""What a cell earned, by form, item and cell: a class answers much alike."""


def score_row(contents: Contents, row: Row, known: Known | None = None) -> Row:
    """Give a row with what its cells earn by the present key of the student's form.

    An item that is given up counts as entered for everybody who sat the test (T9). `known` is
    used, and grows.
    """
    known = {} if known is None else known
    keys: Mapping[str, Key] | None = None
    earned = []
    for item, cell in zip(contents.items, row.cells, strict=True):
        if cell == NOT_ENTERED:
            earned.append(_unanswered(item) if row.counts else "")
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
    """Give a sheet scored by the assessment as it is: its worths, standards, key, and cut scores.

    `revision` is the assessment's.
    """
    worths = tuple(item.points for item in contents.items)
    known: Known = {}
    return replace(
        sheet,
        scored=Scored(worths, contents.masks, cuts, revision),
        rows=tuple(score_row(contents, row, known) for row in sheet.rows),
    )


def keys_of(contents: Contents, form: str) -> Mapping[str, Key]:
    """Give a key version's keys by item; empty for A, where the items' own hold."""
    return {each.item: each.key for each in contents.versions.get(form, ())}


def _unanswered(item: Item) -> str:
    """Give the points of who sat the test without an answer; empty while one is awaited."""
    points = score_unanswered(item)
    return "" if points is None else say_points(points)


def _points(item: Item, cell: str, key: Key | None) -> str:
    """Give the points of a cell with something entered, as a text."""
    return NOTHING if cell == OMITTED else _earned(item, cell, key)


@lru_cache(maxsize=4096)
def _of_item(worth: str, points: str) -> str:
    """Limit points given by hand to what the item is worth by now."""
    return say_points(min(Fraction(points), Fraction(worth)))


def _earned(item: Item, cell: str, key: Key | None) -> str:
    by_hand = points_in(cell)
    if by_hand is not None:
        return _of_item(item.points, by_hand)
    return say_points(score(item, response_in(cell) or "", key))
