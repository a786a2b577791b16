"""Trackers in step with their classes: the last day and the teachers that an import gives.

The rows say which trackers are behind, so a worker after a crash finds the rest, and a repeat finds
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from .staffing import MOST_TEACHERS

if TYPE_CHECKING:
    from chalicelib.rosters.model import Offering
    from chalicelib.storage.conditions import Write

    from .model import TrackerRow
    from .repository import TrackerRepository

AS_KEPT = ""
"""No day: rows as they were written."""


class Following:
    """Brings the trackers of classes that changed in step with them."""

    def __init__(self, repository: TrackerRepository) -> None:
        """Use this repository."""
        self._repository = repository

    def behind(
        self, district: str, changed: Mapping[str, Offering], together: int
    ) -> Iterator[list[str]]:
        """Yield the trackers that are not in step with their classes, some at a time."""
        names = (
            row.id
            for page in self._repository.rows(district, AS_KEPT)
            for row in page
            if _is_behind(row, changed.get(row.class_id))
        )
        while some := list(islice(names, together)):
            yield some

    def writes(
        self, district: str, names: Sequence[str], changed: Mapping[str, Offering], most: int
    ) -> list[Write]:
        """Return the writes that bring the first of these trackers in step, if they are behind.

        They are at most `most` writes, but always all of one tracker.
        """
        writes: list[Write] = []
        for own in self._repository.follow(district, names, changed):
            if writes and len(writes) + len(own) > most:
                break
            writes += own
        return writes


def _is_behind(row: TrackerRow, taught: Offering | None) -> bool:
    if taught is None:
        return False
    return (row.ends, row.teachers) != (taught.last_day, taught.teachers[:MOST_TEACHERS])
