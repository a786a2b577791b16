"""A district admin's acts on batches, and the work, which may stop anywhere and go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.errors import NotFound
from chalicelib.ids import new_id
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import DueEntry, Job, JobState, Message, percent
from chalicelib.paging import Page
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import TRANSACTION
from chalicelib.trackers import refusals

from .model import KIND, BatchOutcome, ClassOutcome, TrackerBatch, decide, pack_outcomes
from .repository import BatchRepository, BatchState, ClassReport

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.districts.service import Districts
    from chalicelib.jobs.service import Jobs
    from chalicelib.rosters.model import RosterClassRow
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.ports import AutomaticDelivery
    from chalicelib.trackers.service import Trackers

PATIENCE = timedelta(minutes=2)
"""How long after a message the clock looks whether the work got done."""

AT_ONCE = 200
"""Transactions of one message; what is left goes on with the next."""


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """A batch with its counts."""

    state: BatchState
    created: int
    skipped: int

    @property
    def id(self) -> str:
        return self.state.batch.id


@dataclass(eq=False, repr=False)
class TrackerBatches(DueWork[BatchState]):
    """The batches of a district, with so many transactions a message."""

    _repository: BatchRepository
    _trackers: Trackers
    _districts: Districts
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _automatic: Callable[[], AutomaticDelivery]
    _at_once: int = AT_ONCE

    def create(
        self,
        act: Act,
        courses: Sequence[str],
        set_id: str,
        standards: Sequence[str] | None,
        levels: int | None,
    ) -> TrackerBatch:
        """Save a batch and set it off; without `standards` the trackers track the whole set."""
        self._check_courses(act.caller, courses)
        chosen = self._standards().require_set(act.district, set_id)
        mask = chosen.active if standards is None else chosen.mask(standards, pointer="/standards")
        batch = TrackerBatch(
            id=new_id(),
            courses=tuple(dict.fromkeys(courses)),
            set_id=chosen.id,
            mask=mask,
            levels=levels or self._districts.read(act.district).mastery_levels,
            subject=chosen.subject,
            by=act.caller.person,
            created=instant(act.at),
        )
        self._repository.create(act, batch, instant(act.at + PATIENCE))
        self._jobs().offer(KIND, batch.id)
        return batch

    def read(self, district: str, batch: str) -> BatchProgress:
        """Read a batch with its counts. Raises `NotFound`."""
        state = self._repository.get(district, batch)
        if state is None:
            raise refusals.TRACKER_BATCH_NOT_FOUND()
        made = Counter(each.outcome for each in self._repository.reports(district, batch))
        return BatchProgress(state, made[BatchOutcome.CREATED], made[BatchOutcome.SKIPPED])

    def classes(
        self, district: str, batch: str, limit: int, after: Sequence[str] | None
    ) -> Page[ClassReport]:
        """Page through what was done about each class. Raises `NotFound`."""
        if self._repository.get(district, batch) is None:
            raise refusals.TRACKER_BATCH_NOT_FOUND()
        return self._repository.report_page(district, batch, limit, after)

    def progress(self, district: str, batch: str) -> Job:
        """Return how far a batch is, as a job. Raises `NotFound`."""
        made = self.read(district, batch)
        total, done = made.state.total, made.created + made.skipped
        counts = {"created": made.created, "skipped": made.skipped}
        return Job(
            kind=KIND,
            reference=batch,
            state=_job_state(made.state),
            percent=100 if made.state.done else min(percent(done, total), 99) if total else 0,
            message=_message(made),
            counts=counts if total is None else {**counts, "total": total},
            links={
                "batch": f"/v1/tracker-batches/{batch}",
                "classes": f"/v1/tracker-batches/{batch}/classes",
            },
            due=made.state.due,
        )

    # -- the work ---------------------------------------------------------------------------------

    def find_due(self, entry: DueEntry) -> BatchState | None:
        return self._repository.get(self._district, entry.id)

    def look_after(self, _: DueEntry, found: BatchState) -> bool:
        """Send the work off again; look at it again later."""
        later = instant(self._clock.now() + PATIENCE)
        return self._repository.postpone(self._district, found, later)

    def run(self, message: Message) -> None:
        """Do what is left of a batch; any number of workers may do so at once."""
        state = self._repository.get(self._district, message["id"])
        if state is None or state.done:
            return
        todo, total = self._decide_remaining(state.batch)
        if total != state.total:
            self._repository.count(self._district, state.batch.id, total)
        if self._settle(state.batch, todo):
            self._finish(state.batch.id)
        else:
            self._jobs().offer(KIND, state.batch.id)

    def _decide_remaining(self, batch: TrackerBatch) -> tuple[list[ClassOutcome], int]:
        """Decide about every class that has no outcome yet; with the number of all classes."""
        done = {each.class_id for each in self._repository.reports(self._district, batch.id)}
        found = {each.id: each for course in batch.courses for each in self._classes(course)}
        waiting = [found[class_id] for class_id in sorted(found.keys() - done)]
        taken = self._find_taken_classes(batch, {each.school for each in waiting})
        at, today = instant(self._clock.now()), self._districts.today(self._district)
        todo = [decide(batch, each, taken, at, today) for each in waiting]
        return todo, len(found.keys() | done)

    def _classes(self, course: str) -> Iterable[RosterClassRow]:
        """List a course's classes; of one that an import has dropped meanwhile, none."""
        try:
            return self._rosters().classes_of_course(self._district, course)
        except NotFound:
            return ()

    def _find_taken_classes(self, batch: TrackerBatch, schools: set[str]) -> frozenset[str]:
        """Return the classes that have a tracker in use with this set."""
        return frozenset(
            row.class_id
            for school in sorted(schools)
            for page in self._trackers.rows(self._district, school, batch.set_id, today="")
            for row in page
            if not row.archived
        )

    def _settle(self, batch: TrackerBatch, todo: Iterable[ClassOutcome]) -> bool:
        """Create trackers, as many as one message may; tell whether that was all."""
        for number, chunk in enumerate(pack_outcomes(todo, TRANSACTION - 1)):
            if number == self._at_once:
                return False
            made = [each.tracker for each in chunk if each.tracker]
            word = self._automatic().word_of(self._district, made, instant(self._clock.now()))
            if not self._repository.settle(self._district, batch.id, chunk, word):
                return False
        return True

    def _finish(self, batch: str) -> None:
        def attempt() -> None:
            state = self._repository.get(self._district, batch)
            at = instant(self._clock.now())
            if state is None or state.done:
                return
            if not self._repository.finish(self._district, state, at):
                raise Overtaken

        retry(attempt, refusals.BATCH_BUSY)

    def _check_courses(self, caller: Caller, courses: Sequence[str]) -> None:
        wrong = []
        for n, course in enumerate(courses):
            try:
                self._rosters().course(caller, course)
            except NotFound:
                wrong.append(refusals.COURSE_UNKNOWN(f"/course_ids/{n}"))
        if wrong:
            raise refusals.COURSES_UNKNOWN(details=wrong)


def _job_state(state: BatchState) -> JobState:
    if state.done:
        return JobState.DONE
    return JobState.QUEUED if state.total is None else JobState.RUNNING


def _message(made: BatchProgress) -> str:
    if made.state.total is None:
        return "The classes are being counted."
    done = made.created + made.skipped
    left = made.state.total - done
    text = f"{made.created} trackers created, {made.skipped} classes skipped"
    return f"{text}." if made.state.done else f"{text}, {left} to go."
