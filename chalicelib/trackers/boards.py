"""The trackers that somebody works on now, with what each holds: what a work list begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .staffing import holders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.acts import Caller

    from .model import TrackerEntry, TrackerRow
    from .repository import TrackerRepository

MOST = 100
"""Trackers that are looked at, the newest: as many as one call reads."""


@dataclass(frozen=True, slots=True)
class OpenBoard:
    """An open tracker of a class that is not past, and what it shows or the district recalled.

    `teaches`: the person teaches its class, so they may do everything with it.
    """

    row: TrackerRow
    entries: tuple[TrackerEntry, ...]
    teaches: bool

    def takes(self, assessment: str, set_id: str) -> bool:
        """Return whether it holds an assessment of this set, or could."""
        return self.row.set_id == set_id or any(e.assessment == assessment for e in self.entries)


@dataclass(frozen=True, slots=True)
class Boards:
    """Some of somebody's trackers; `every` of them unless there are very many."""

    boards: tuple[OpenBoard, ...] = ()
    every: bool = True


class BoardList:
    """The open trackers that people work on."""

    def __init__(self, repository: TrackerRepository) -> None:
        """Use this repository."""
        self._repository = repository

    def of(self, caller: Caller) -> Boards:
        """Read somebody's open trackers: one Query, and one BatchGetItem if there are any."""
        rows = [r for r in self._repository.of_person(caller) if not (r.archived or r.past)]
        newest = sorted(rows, key=lambda row: row.id, reverse=True)[:MOST]
        return Boards(tuple(self._read(caller, newest)), every=len(rows) <= MOST)

    def _read(self, caller: Caller, rows: Sequence[TrackerRow]) -> list[OpenBoard]:
        found = (
            self._repository.read_stored(caller.district, [row.id for row in rows]) if rows else []
        )
        held = {each.tracker.id: each.entries for each in found}
        return [
            OpenBoard(
                row,
                tuple(entry for entry in held[row.id] if not entry.taken_out),
                teaches=caller.person in holders(row, caller.today),
            )
            for row in rows
            if row.id in held
        ]
