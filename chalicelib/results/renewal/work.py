"""Work that brings sheets up to date that nobody saves, after an upgrade or an import.

First it writes the sheets of one assessment after the other, a few in a transaction. A transaction
writes each sheet at the version that was read, its totals in the processes that it feeds, and the
note of the progress. Workers may stop anywhere, come twice and run side by side. Of two workers at
one place the second finds the note moved, and stops. Where a teacher or a correction was faster,
the transaction fails and the sheets are read again. A sheet keeps its revision, so a running
correction still finds its students. At the end the work updates the students that open processes
await, as an import does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Caller
from chalicelib.clock import Clock, instant
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import LOOK_AGAIN, DueEntry, Job, JobState, Message
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.observability import facts
from chalicelib.results import refusals
from chalicelib.results.repository import SheetRepository, sheet_put
from chalicelib.storage.optimistic import Overtaken, retry

from .model import EVERY, Chunk, Renewal, renew, split
from .repository import KIND, RenewalFenced, RenewalRepository, RenewalStep, beginning, pack

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.jobs.service import Jobs
    from chalicelib.results.model import Sheet
    from chalicelib.results.ports import AssessmentHeaders, ProcessFeed, RollCall
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write

BEGINS_AFTER = timedelta(minutes=10)
"""How long after its first tick a release begins: functions of the former one are gone by then."""

CHUNK = 25
"""Sheets of a transaction: the more, the likelier a teacher's save is in its way."""

AT_ONCE = 200
"""Chunks of one message; what is left goes on with the next."""


@dataclass(eq=False, repr=False)
class RenewalWork(DueWork[Renewal]):
    """The renewal of a district's sheets after an upgrade or an import.

    A message does `_at_once` chunks at most. Headers list the assessments; rolls bring what sheets
    feed in step with the classes.
    """

    _repository: RenewalRepository
    _sheets: SheetRepository
    _headers: AssessmentHeaders
    _assessments: Callable[[], Assessments]
    _rosters: Callable[[], Rosters]
    _districts: Callable[[], Districts]
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _processes: ProcessFeed
    _rolls: Callable[[], RollCall]
    _at_once: int = AT_ONCE

    # -- when -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Have all sheets looked at, the first time that this release runs; not in a new stack."""
        if self._repository.get(self._district) is not None:
            return
        now = self._clock.now()
        if any(True for _ in self._headers.every(self._district)):
            self._repository.want(self._district, instant(now + BEGINS_AFTER))
        else:
            self._repository.note_new(self._district, instant(now))

    def look_over(self, district: str, at: str, classes: Iterable[str]) -> list[Write]:
        """Return the writes that have the sheets of classes looked at, from this instant on.

        The first time of all waits: a function of an earlier release may still store sheets.
        """
        known = self._repository.get(district)
        first = instant(self._clock.now() + BEGINS_AFTER)
        return beginning(district, known, at if known else first, classes)

    def carry_on(self) -> None:
        """Have that done soon: the fast path; the due entry of `look_over` stands behind it."""
        known = self._repository.get(self._district)
        if known is not None and known.due and known.due <= instant(self._clock.now()):
            self._jobs().offer(KIND, EVERY)

    def find_due(self, _: DueEntry) -> Renewal | None:
        """Read how far it is."""
        return self._repository.get(self._district)

    def look_after(self, _: DueEntry, found: Renewal) -> bool:
        """Send the work off, or off again; look at it again later."""
        later = instant(self._clock.now() + LOOK_AGAIN)
        return self._repository.look_later(self._district, found, later)

    def progress(self, district: str, reference: str) -> Job:
        """Return how far it is, as a job. Raises `NotFound`."""
        known = self._repository.get(district) if reference == EVERY else None
        if known is None:
            raise JOB_NOT_FOUND()
        return Job(
            KIND,
            EVERY,
            _state(known),
            known.percent,
            _message(known),
            {"done": known.seen, "renewed": known.renewed},
            due=known.due,
        )

    # -- what -------------------------------------------------------------------------------------

    def run(self, _: Message) -> None:
        """Go on where the last worker stopped."""
        known = self._repository.get(self._district)
        if known is None or known.finished:
            return
        try:
            end = self._go_on(known)
            if end is not None and (known.narrow or self._call_rolls()):
                self._finish(end)
            else:
                self._jobs().offer(KIND, EVERY)
        except RenewalFenced:
            facts(what="sheets_fenced", place=known.place[0])

    def _go_on(self, known: Renewal) -> Renewal | None:
        """Do as many chunks as one message may; give where that ended, none if more is left."""
        today = self._districts().today(self._district)
        only = self._repository.classes(self._district) if known.narrow else None
        for number, chunk in enumerate(self._chunks(known.place, only)):
            after = self._renew(known, chunk, today) if number < self._at_once else None
            if after is None:
                return None
            known = after
        return known

    def _chunks(self, place: tuple[str, str], only: Collection[str] | None) -> Iterator[Chunk]:
        """Yield what is left after a place, assessment by assessment, each by class.

        `only` are the classes that it is about, if not all.
        """
        wanted = sorted(each.id for each in self._headers.every(self._district) if each.scored)
        for number, name in enumerate(wanted):
            if name < place[0]:
                continue
            pages = self._sheets.lines(self._district, name)
            classes = [line.school_class for page in pages for line in page]
            wide = classes if only is None else [each for each in classes if each in only]
            left = [each for each in wide if (name, each) > place]
            if left:
                assessment = self._assessments().read_given(self._district, name)
                share = number * 100 // len(wanted)
                yield from (Chunk(assessment, some, share) for some in split(left, CHUNK))

    def _renew(self, known: Renewal, chunk: Chunk, today: str) -> Renewal | None:
        """Do these sheets; none where some are being saved again and again: the next message does.

        That is seldom: they are tried as often as any change.
        """

        def attempt() -> Renewal:
            nonlocal known
            for steps in pack(self._steps(chunk, known.place, today)):
                renewed = sum(1 for step in steps if step.writes)
                after = known.advance(chunk, steps[-1].school_class, len(steps), renewed)
                if not self._repository.advance(self._district, known, after, steps):
                    raise Overtaken
                known = after
            return known

        try:
            return retry(attempt)
        except Overtaken:
            return None

    def _steps(self, chunk: Chunk, place: tuple[str, str], today: str) -> Iterator[RenewalStep]:
        """Read the sheets after a place and say the work to do about each."""
        wanted = chunk.after(place)
        found = self._sheets.many(self._district, wanted, chunk.assessment.id)
        sheets = {sheet.school_class: sheet for sheet in found}
        classes = self._rosters().classes_as_kept(self._district, wanted)
        for name in wanted:
            if name not in sheets:
                continue
            taught = classes[name].on(today) if name in classes else None
            yield self._step(sheets[name], renew(sheets[name], chunk.assessment, taught, today))

    def _step(self, before: Sheet, after: Sheet) -> RenewalStep:
        """Return the writes of a sheet, a version on; no row counts as changed by that."""
        if after is before:
            return RenewalStep(before.school_class)
        put = sheet_put(self._district, replace(after, version=before.version + 1))
        fed = () if after.rows is before.rows else self._processes.feed(self._district, after)
        size = sum(len(put.item[name]) for name in ("rows", "cells", "summary"))
        return RenewalStep(before.school_class, (put, *fed), size)

    def _call_rolls(self) -> bool:
        """Bring those who are awaited in step too; tell whether that was all."""

        def attempt() -> None:
            behind = list(self._rolls().every(self._district))
            for writes in behind:
                for start in range(0, len(writes), CHUNK):
                    self._repository.carry_out(writes[start : start + CHUNK])
            if behind:
                raise Overtaken  # unless nobody is behind any more, as the next look says

        try:
            retry(attempt)
        except Overtaken:
            return False
        return True

    def _finish(self, end: Renewal) -> None:
        """Note that all is done, unless it was started again meanwhile."""

        def attempt() -> None:
            known = self._repository.get(self._district)
            if known is None or replace(known, due=end.due) != end:
                return
            act = Act(Caller(self._district, ""), "renew_sheets", self._clock.now())
            if not self._repository.finish(act, known, instant(act.at)):
                raise Overtaken
            facts(what="sheets_renewed", seen=known.seen, renewed=known.renewed)

        retry(attempt, refusals.SHEETS_BUSY)


def _state(known: Renewal) -> JobState:
    if known.finished:
        return JobState.DONE
    return JobState.RUNNING if known.seen else JobState.QUEUED


def _message(known: Renewal) -> str:
    if known.finished:
        return "All result sheets are up to date."
    if known.seen:
        return "Result sheets are being brought up to date."
    return "Result sheets will be brought up to date."
