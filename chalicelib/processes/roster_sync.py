"""Rows of classes in open processes, in step with the roster: the students awaited, by import.

A save of a sheet brings the class along. Until then the import does. Students who were dropped, or
have dates since, are then awaited no longer. Sealed rows stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from chalicelib.presence import is_present, is_to_come
from chalicelib.results.service import roll_of
from chalicelib.storage.keys import join, parts

from .class_rows.repository import RowRepository, follow
from .moves import OPEN

if TYPE_CHECKING:
    from chalicelib.districts.service import Districts
    from chalicelib.results.model import Roll
    from chalicelib.rosters.model import Offering, SchoolClass
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write

    from .repository import ProcessRepository


@dataclass(eq=False, repr=False)
class RowFollowing:
    """Brings the rows of classes that changed in step with them.

    Districts say which day it is, for who is in a class.
    """

    _processes: ProcessRepository
    _rows: RowRepository
    _rosters: Callable[[], Rosters]
    _districts: Callable[[], Districts]

    def behind(
        self, district: str, _: Mapping[str, Offering], together: int
    ) -> Iterator[list[str]]:
        """Name the rows, by process and class, that are not in step with it, some at a time.

        A class that an import leaves as it is can be out of step, because a day has come.
        """
        names = (
            join(process, school_class)
            for process in self._open(district)
            for school_class in self._changes(district, process)
        )
        while some := list(islice(names, together)):
            yield some

    def writes(
        self, district: str, names: Sequence[str], _: Mapping[str, Offering], most: int
    ) -> list[Write]:
        """Return the writes that bring the first of these in step, at most so many."""
        wanted: dict[str, set[str]] = {}
        for process, school_class in map(parts, names):
            wanted.setdefault(process, set()).add(school_class)
        writes = (
            write
            for process, theirs in wanted.items()
            for school_class, write in self._changes(district, process).items()
            if school_class in theirs
        )
        return list(islice(writes, most))

    def every(self, district: str) -> Iterator[list[Write]]:
        """Yield the writes that bring the rows of all open processes in step, by process."""
        for process in self._open(district):
            if changes := self._changes(district, process):
                yield list(changes.values())

    def _open(self, district: str) -> Iterator[str]:
        for state in sorted(OPEN):
            for head in self._processes.in_state(district, state, None):
                yield head.id

    def _changes(self, district: str, process: str) -> dict[str, Write]:
        """Return the writes of a process's rows that are not in step; a dropped class's stays."""
        kept = self._rows.rolls(district, process)
        known = self._rosters().classes_as_kept(district, kept)
        day, found = self._districts().today(district), {}
        for each, (roll, packed) in kept.items():
            now = _in_step(roll, known[each].on(day), day) if each in known else None
            if now is not None:
                found[each] = follow(district, process, each, packed, now)
        return found


def _in_step(roll: Roll, taught: SchoolClass, day: str) -> Roll | None:
    """Return the row's students by the class of that day; None if the row has them already."""
    there = {
        one: name
        for one, name in roll.here.items()
        if is_present(spans := roll.spans.get(one, ()), day) or is_to_come(spans, day)
    }
    now = roll_of(taught, {**roll.gone, **roll.here})
    dates = {one: spans for one, spans in roll.spans.items() if one in there}
    if (there, dates) == (now.here, now.spans):
        return None
    return now
