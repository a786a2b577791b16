"""The points on a sheet as whole numbers, which add up exactly and fast. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from .model import NOT_ENTERED, Scored, StudentResults, exact

NOBODY: frozenset[int] = frozenset()


class SheetPoints:
    """The points of rows, item by item, in a unit in which all points on the sheet are whole."""

    def __init__(self, scored: Scored, rows: Sequence[StudentResults]) -> None:
        """Find the unit; an item that is not entered earns nothing."""
        many = len(scored.worths)
        earned = list(zip(*(row.earned for row in rows), strict=True)) if rows else [()] * many
        texts = set(scored.worths).union(*earned)
        known = {text: exact(text or "0") for text in texts}
        self.unit = lcm(*(points.denominator for points in known.values()))
        self._units = {text: int(points * self.unit) for text, points in known.items()}
        self._earned = earned
        self._worths = scored.worths
        self.missing = (
            [_find_missing(column) for column in earned]
            if NOT_ENTERED in texts
            else [NOBODY] * many
        )
        """The rows, from 0, in which an item is not entered."""

    def of_item(self, item: int) -> int:
        """Return what all rows earned on an item."""
        return self._sum(self._earned[item])

    def add_up(self, items: Sequence[int]) -> list[int]:
        """Return each row's points over some items, at least one; a class earns much alike."""
        rows = [*zip(*(self._earned[n] for n in items), strict=True)]
        sums = {row: self._sum(row) for row in set(rows)}
        return [*map(sums.__getitem__, rows)]

    def possible(self, items: Iterable[int]) -> int:
        """Return what these items are worth."""
        return self._sum(self._worths[n] for n in items)

    def find_incomplete(self, items: Iterable[int]) -> frozenset[int]:
        """Return the rows, from 0, in which one of these items is not entered."""
        return NOBODY.union(*(self.missing[n] for n in items))

    def exact(self, units: int) -> Fraction:
        """Return a number of units in points."""
        return Fraction(units, self.unit)

    def _sum(self, points: Iterable[str]) -> int:
        return sum(map(self._units.__getitem__, points))


def _find_missing(column: Sequence[str]) -> frozenset[int]:
    return frozenset(n for n, points in enumerate(column) if points == NOT_ENTERED)
