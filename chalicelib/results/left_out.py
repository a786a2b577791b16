"""One act that marks empty cells as left out: of students, of questions, or of the whole sheet.

Without this, a skipped question would leave a class without results (T9). Each empty cell of a
named student becomes “left out”, as if somebody had entered it. Questions and the whole sheet reach
only students who took the test: present, with something entered. Nobody else gets a zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .model import NOT_ENTERED, OMITTED, StudentResults


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Which empty cells become left out; `places` are of items, from 0."""

    students: tuple[str, ...] = ()
    places: frozenset[int] = frozenset()
    everything: bool = False

    def fill(self, row: StudentResults) -> Mapping[int, str]:
        """Return the cells of a row that become left out with its question or the whole sheet.

        None of a student who is absent, exempt, or has nothing entered.
        """
        if not row.counts:
            return {}
        empty = fill_empty(row)
        return empty if self.everything else {n: empty[n] for n in self.places & empty.keys()}


def fill_empty(row: StudentResults) -> dict[int, str]:
    """Return every empty cell of a row as left out."""
    return {place: OMITTED for place, cell in enumerate(row.cells) if cell == NOT_ENTERED}
