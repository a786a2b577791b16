"""The work of a correction: every sheet of the assessment, in all classes, scored again.

A pass scores all sheets of a former key again, a few in a transaction. A transaction writes each
sheet at the version that was read, and a marker of the students that moved. Passes may stop
anywhere, come twice and run side by side. A teacher's save does the same for its own sheet first. A
save that read the assessment just before the correction may still use the former key. Therefore
only a pass that begins after `SETTLES_AFTER` can be the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.corrections import refusals
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import DueEntry, Message
from chalicelib.observability import facts
from chalicelib.storage.optimistic import Overtaken, retry

from .model import KIND, CorrectionState
from .repository import CorrectionRepository, RescoreStep, build_rescore_step, pack_steps
from .rescoring import Rescoring

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.jobs.service import Jobs

    from .ports import CorrectedAssessments, CorrectedSheets, CorrectionFeed

PATIENCE = timedelta(minutes=2)
"""The time after a message when the clock checks that the work got done."""

CHUNK = 25
"""Sheets of a transaction: with more, a conflict with a teacher's save is likelier."""

AT_ONCE = 200
"""Chunks of one message; the next message continues with the rest."""


@dataclass(eq=False, repr=False)
class CorrectionWork(DueWork[CorrectionState]):
    """The corrections of a district on their way.

    A message does `_at_once` chunks at most.
    """

    _repository: CorrectionRepository
    _assessments: Callable[[], Assessments]
    _kept: CorrectedAssessments
    _sheets: CorrectedSheets
    _processes: CorrectionFeed
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _at_once: int = AT_ONCE

    def find_due(self, entry: DueEntry) -> CorrectionState | None:
        return self._repository.get(self._district, entry.id)

    def look_after(self, _: DueEntry, found: CorrectionState) -> bool:
        """Send the work off again; look at it again later."""
        later = instant(self._clock.now() + PATIENCE)
        return self._repository.postpone(self._district, found, later)

    def soon(self, entry: DueEntry) -> None:
        """Have the last pass begin the moment it may, not at the next tick."""
        state = self._repository.get(self._district, entry.id)
        if state is not None and state.due == entry.at == instant(state.correction.settles):
            wait = state.correction.settles - self._clock.now()
            self._jobs().offer_later(KIND, entry.id, wait)

    def run(self, message: Message) -> None:
        """Do what is left of a correction; any number of workers may do so at once."""
        state = self._repository.get(self._district, message["id"])
        if state is None or state.done:
            return
        began = self._clock.now()
        done = self._repository.list_done_classes(self._district, state.correction.id)
        left = self._list_remaining_classes(state)
        total = len(done | set(left))
        if total != state.total:
            self._repository.count(self._district, state.correction.id, total)
        if not self._settle(state, left, done):
            self._jobs().offer(KIND, state.correction.id)
        elif began >= state.correction.settles:
            self._finish(state.correction.id, len(done))

    def one(self, correction: str, school_class: str) -> None:
        """Do one class's sheet now: somebody is about to enter into it by the present key.

        So the moved students come only from answers that the former key scored.
        """
        state = self._repository.get(self._district, correction)
        if state is not None and not state.done:
            self._settle(state, [school_class], set())

    def _list_remaining_classes(self, state: CorrectionState) -> list[str]:
        """Return the classes whose sheets are still scored by a former key.

        One that was begun by the present key is not among them: it moved nobody.
        """
        target = state.correction.revision
        pages = self._sheets.lines(self._district, state.correction.assessment)
        return [line.school_class for page in pages for line in page if line.revision < target]

    def _settle(self, state: CorrectionState, left: Sequence[str], done: set[str]) -> bool:
        """Do as many sheets as one message may; tell whether that was all."""
        if not left:
            return True
        known = self._assessments().read_given(self._district, state.correction.assessment)
        rescoring = Rescoring(state.correction, known)
        whole = True
        for start in range(0, len(left), CHUNK):
            if start == CHUNK * self._at_once:
                return False
            whole = self._chunk(state, rescoring, left[start : start + CHUNK], done) and whole
        return whole

    def _chunk(
        self, state: CorrectionState, rescoring: Rescoring, classes: Sequence[str], done: set[str]
    ) -> bool:
        """Do these sheets; tell whether none is left. `done` grows by them.

        Where people save sheets all the time, the next message does the rest.
        """
        waiting = list(classes)

        def attempt() -> None:
            nonlocal waiting, done
            steps = list(self._steps(state, rescoring, waiting))
            waiting = []
            for chunk in pack_steps(steps):
                each = [step.school_class for step in chunk]
                if self._repository.settle(chunk):
                    done |= set(each)
                else:
                    waiting += each
            if waiting:
                raise Overtaken

        try:
            retry(attempt)
        except Overtaken:
            return False
        return True

    def _steps(
        self, state: CorrectionState, rescoring: Rescoring, classes: Sequence[str]
    ) -> Iterator[RescoreStep]:
        """Read sheets and yield the work on each; sheets that are done need none."""
        name, assessment = state.correction.id, state.correction.assessment
        for sheet in self._sheets.many(self._district, classes, assessment):
            if rescoring.stale(sheet):
                after = rescoring.rescore(sheet)
                put = self._sheets.put(self._district, after)
                fed = self._processes.feed(self._district, after)
                yield build_rescore_step(
                    self._district, name, put, rescoring.moves(sheet, after), fed
                )

    def _finish(self, correction: str, total: int) -> None:
        def attempt() -> None:
            state = self._repository.get(self._district, correction)
            if state is None or state.done:
                return
            assessment = state.correction.assessment
            over = self._kept.end_correction(self._district, assessment, correction)
            at = instant(self._clock.now())
            if not self._repository.finish(self._district, state, total, at, [over]):
                raise Overtaken
            facts(what="correction done", correction=correction, sheets=total)

        retry(attempt, refusals.CORRECTION_BUSY)
