"""Printouts: people order them, the report function builds them, people download them.

A printout shows the template of a process (P12), or a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib import observability
from chalicelib.acts import Act, Caller
from chalicelib.clock import Clock, from_instant, instant
from chalicelib.errors import Conflict, Forbidden, NotFound, ProblemType
from chalicelib.ids import new_id
from chalicelib.jobs.model import Job, JobState
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.reports import refusals

from .printout import KEPT, KIND, PDF, OrderedTest, Printout, ShownPrintout
from .retry_schedule import DocumentState, PendingDocument, begin_waiting, describe_state

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.files import DownloadLink, Files

    from .ports import PrintablePapers, PrintableTests, PrintoutSetter
    from .repository import PrintoutRepository


FOR_GOOD = (NotFound, Forbidden, Conflict)
"""Refusals that another try would not change."""


@dataclass(eq=False, repr=False)
class Printouts:
    """A district's printouts, each seen by nobody but who asked for it.

    The neighbors are asked only where they matter.
    """

    _repository: PrintoutRepository
    _papers: Callable[[], PrintablePapers]
    _tests: Callable[[], PrintableTests]
    _typesetter: Callable[[], PrintoutSetter]
    _files: Files
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    # -- what people do -------------------------------------------------------------------------

    def ask(self, act: Act, process: str) -> ShownPrintout:
        """Have the template printed as it is now. Raises as opening the process does."""
        name = self._papers().may_print(act.caller, process)
        return self._ask(act, process=process, process_name=name)

    def ask_for_test(self, act: Act, order: OrderedTest) -> ShownPrintout:
        """Have a test printed as it is now. Raises as `PrintableTests.accept` does."""
        return self._ask(act, test=self._tests().accept(act.caller, order))

    def _ask(self, act: Act, **what: Any) -> ShownPrintout:
        waiting = begin_waiting(act.at)
        made = Printout(
            id=new_id(),
            person=act.caller.person,
            asked_at=instant(act.at),
            expires_at=instant(act.at + KEPT),
            due=waiting.due,
            **what,
        )
        shown = _show(made, act.caller)
        self._repository.create(act, made, shown)
        self._jobs().offer(KIND, made.id)
        return shown

    def open(self, caller: Caller, name: str) -> ShownPrintout:
        """Return one with a link, when it is ready. Raises `NotFound`.

        It may name students, so people who may no longer print it do not get it either.
        """
        found = self._mine(caller, name, refusals.PRINTOUT_NOT_FOUND)
        self._check(caller, found)
        if found.state != DocumentState.READY:
            return _show(found, caller)
        if found.names_students:
            observability.read_of_students(caller, KIND, found.about)
        link = self._files.download_link(found.place, name=found.file_name, content_type=PDF)
        return _show(found, caller, link)

    def progress(self, caller: Caller, name: str) -> Job:
        """Return how far one is. Raises `NotFound`."""
        found = self._mine(caller, name, JOB_NOT_FOUND)
        links = {KIND: f"/v1/printouts/{found.id}"}
        percent = 100 if found.state == DocumentState.READY else 0
        pending = found.state == DocumentState.PENDING
        words = (
            describe_state(found.state, "", caller.zone)
            if pending
            else _describe_printout(found, caller)
        )
        return Job(KIND, found.id, _JOB[found.state], percent, words, {}, links, due=found.due)

    # -- what happens behind ----------------------------------------------------------------------

    def waiting(self, reference: str) -> PendingDocument | None:
        """Return the state of one that is not there yet."""
        found = self._repository.get(self._district, reference)
        return found.waiting if found else None

    def move(self, reference: str, before: PendingDocument, after: PendingDocument) -> bool:
        """Write the state of one; false when somebody else was faster."""
        found = self._repository.get(self._district, reference)
        if found is None or found.waiting != before:
            return False
        return self._repository.move(self._district, found, found.standing(after))

    def build(self, reference: str) -> None:
        """Build one, or keep the refusal where the person may not have it any more."""
        found = self._repository.get(self._district, reference)
        if found is None or found.waiting is None:
            return
        try:
            content = self._content(found)
        except FOR_GOOD as refusal:
            why = refusal.message
            self._settle(found, lambda it: it.refuse(why))
            return
        self._files.keep(found.place, content, PDF)
        self._settle(found, lambda it: it.ready(len(content)))

    # -- steps ------------------------------------------------------------------------------------

    def _check(self, caller: Caller, found: Printout) -> None:
        if found.test is None:
            self._papers().may_print(caller, found.process)
        else:
            self._tests().check(caller, found.test)

    def _content(self, found: Printout) -> bytes:
        at = from_instant(found.asked_at).replace(microsecond=0)
        if found.test is None:
            paper = self._papers().paper(self._district, found.process, found.person)
            return self._typesetter().pdf(paper, at)
        return self._typesetter().test(self._tests().paper(self._district, found.test), at)

    def _mine(self, caller: Caller, name: str, missing: ProblemType[NotFound]) -> Printout:
        found = self._repository.get(caller.district, name)
        if found is None or found.person != caller.person or self._is_over(found):
            raise missing()
        return found

    def _is_over(self, found: Printout) -> bool:
        """Return whether its file is gone: the table forgets hours later."""
        return found.expires_at <= instant(self._clock.now())

    def _settle(self, found: Printout, settled: Callable[[Printout], Printout]) -> None:
        """Write the outcome of one, even if the clock moved it meanwhile."""
        now: Printout | None = found
        while now is not None and now.waiting is not None:
            if self._repository.move(self._district, now, settled(now)):
                return
            now = self._repository.get(self._district, found.id)


_JOB = {
    DocumentState.PENDING: JobState.RUNNING,
    DocumentState.READY: JobState.DONE,
    DocumentState.FAILED: JobState.FAILED,
}


def _show(found: Printout, caller: Caller, link: DownloadLink | None = None) -> ShownPrintout:
    return ShownPrintout(found, _describe_printout(found, caller), link)


def _describe_printout(found: Printout, caller: Caller) -> str:
    return found.refused or describe_state(found.state, found.due, caller.zone)
