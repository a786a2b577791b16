"""Pages of a long table that an answer has as a whole, by the row where each begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .forms import read_number

ROWS_SHOWN = 50
FROM = "from"
"""The parameter of an address for the row at which a page begins."""


@dataclass(frozen=True, slots=True)
class RowPage:
    """Some rows of a table, and where they stand in it."""

    rows: Sequence[Any]
    start: int
    total: int
    length: int = ROWS_SHOWN
    """The most that a page has."""

    @property
    def first(self) -> int:
        """The number of the first row, counted from 1."""
        return self.start + 1

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.start + len(self.rows)

    @property
    def next(self) -> int | None:
        """The row at which the next page begins; None on the last one."""
        return self.last if self.last < self.total else None

    @property
    def previous(self) -> int | None:
        """The row at which the page before begins; None on the first one."""
        return max(0, self.start - self.length) if self.start else None

    @property
    def is_whole(self) -> bool:
        """Return whether every row is on it."""
        return len(self.rows) == self.total


def cut_rows(rows: Iterable[Any], query: Mapping[str, str]) -> RowPage:
    """Return the page that an address asks for; the last one for a place behind the end."""
    every = list(rows)
    start = read_number(query.get(FROM, "")) or 0
    if start >= len(every):
        start = max(0, len(every) - 1) // ROWS_SHOWN * ROWS_SHOWN
    return RowPage(every[start : start + ROWS_SHOWN], start, len(every))
