"""Closing the classes of a process that is being locked: from then on no save touches a row.

One transaction closes a class's row and takes the feed from its sheets, a version on. A teacher or
a correction may save at that moment. Either their save fails, reads the sheet again, and succeeds
without the feed. Or it was faster, and the row has its scores. Nothing is locked meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.processes.scores import ProcessTest, ResultStatus
from chalicelib.results.model import Roll
from chalicelib.storage.optimistic import Overtaken, retry

from .repository import Closing, KeptRow, RowRepository, bunches, closing
from .totals import feed

if TYPE_CHECKING:
    from chalicelib.districts.service import Districts
    from chalicelib.processes.model import ClassRow, Process
    from chalicelib.processes.ports import SheetStore
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Put

TOGETHER = 32
"""Classes closed at once: the more, the likelier a teacher's save is in the way of all of them."""


@dataclass(eq=False, repr=False)
class Sealing:
    """Closes classes of processes, so many `_together`."""

    _rows: RowRepository
    _kept: SheetStore
    _rosters: Callable[[], Rosters]
    _districts: Callable[[], Districts]
    _together: int = TOGETHER

    def seal(self, district: str, process: Process, rows: Iterable[ClassRow]) -> bool:
        """Close these classes of a process that is `locking`; return whether all are closed.

        Any number may do so at once, again, and late. Where it is false, come again. Classes whose
        sheets are being saved are tried again, each time fewer together.
        """
        open_rows = {row.scores.school_class: row for row in rows if not row.sealed}
        waiting = list(open_rows)
        together = self._together

        def attempt() -> None:
            nonlocal waiting, together
            left = [open_rows[each] for each in waiting]
            waiting = list(self._close_classes(district, process, left, together))
            together = max(1, together // 4)
            if waiting:
                raise Overtaken

        try:
            retry(attempt)
        except Overtaken:
            return False
        return True

    def _close_classes(
        self, district: str, process: Process, rows: Sequence[ClassRow], together: int
    ) -> Iterator[str]:
        """Try to close classes, so many together; yield the ids of those that are still open."""
        for start in range(0, len(rows), together):
            closings = self._closings(district, process, rows[start : start + together])
            for bunch in bunches(closings):
                if not self._rows.close(district, process.id, bunch):
                    yield from (each.school_class for each in bunch)

    def _closings(
        self, district: str, process: Process, rows: Sequence[ClassRow]
    ) -> Sequence[Closing]:
        """Return the writes that close these classes, without those that are closed already.

        Reads the rows again after the sheets. Where a later save wrote a row, its sheet is another
        version by then, and nothing is written. `rows` have the names of schools.
        """
        called = {row.scores.school_class: row.scores.school_name for row in rows}
        classes = list(called)
        sheets = self._sheets(district, process, classes)
        today = self._districts().today(district)
        found = self._rows.some(district, process.id, classes, today)
        kept = {each: one for each, one in found.items() if not one.row.sealed}
        names = self._names(district, kept.values())
        return [
            closing(
                district,
                process.id,
                _set_school_name(one.row, called[each]),
                _complete(one, names),
                list(sheets.get(each, {}).values()),
            )
            for each, one in kept.items()
        ]

    def _sheets(
        self, district: str, process: Process, classes: Sequence[str]
    ) -> Mapping[str, dict[str, Put]]:
        """Return the writes of the sheets that feed the process, by class and assessment."""
        found: dict[str, dict[str, Put]] = {}
        for assessment, feeds in _list_feeds(process).items():
            for sheet in self._kept.many(district, classes, assessment):
                rest = tuple(each for each in sheet.feeds if each not in feeds)
                if rest != sheet.feeds:
                    after = replace(sheet, feeds=rest, version=sheet.version + 1)
                    put = self._kept.put(district, after)
                    found.setdefault(sheet.school_class, {})[assessment] = put
        return found

    def _names(self, district: str, kept: Iterable[KeptRow]) -> Mapping[str, tuple[str, str]]:
        """Look up who left a class and has results."""
        wanted = {one for each in kept for one in _nameless(each)}
        known = self._rosters().people(district, sorted(wanted)) if wanted else {}
        return {one: (who.family, who.given) for one, who in known.items()}


def _list_feeds(process: Process) -> Mapping[str, frozenset[str]]:
    """Return which of the process's feeds the sheets of each of its assessments may have."""
    feeds: dict[str, frozenset[str]] = {}
    for test in ProcessTest:
        attached = process.test(test)
        if attached is not None:
            before = feeds.get(attached.assessment, frozenset())
            feeds[attached.assessment] = before | {feed(process.id, test)}
    return feeds


def _set_school_name(row: ClassRow, school_name: str) -> ClassRow:
    return replace(row, scores=replace(row.scores, school_name=school_name))


def _nameless(kept: KeptRow) -> Iterator[str]:
    for test in ProcessTest:
        for score in kept.row.scores.on(test) or ():
            if (
                score.standing != ResultStatus.NOT_ENTERED
                and score.student not in kept.row.scores.names
            ):
                yield score.student


def _complete(kept: KeptRow, names: Mapping[str, tuple[str, str]]) -> Roll:
    more = {one: names[one] for one in _nameless(kept) if one in names}
    return Roll(kept.roll.here, {**kept.roll.gone, **more})  # sealed: no day changes it any more
