"""Closing the classes of a process whose leader has finished it, and locking it then for good.

Every step may stop anywhere, come twice and run side by side. A class is closed only once. The last
transaction succeeds only if the head is still as it was read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.jobs.due_work import DueWork
from chalicelib.observability import facts
from chalicelib.processes import refusals
from chalicelib.processes.model import ClassRow, Process, ProcessReport, ProcessSnapshot
from chalicelib.processes.moves import ProcessMove, ProcessState
from chalicelib.processes.reporting.model import REPORT, Pending, name_file
from chalicelib.reports.retry_schedule import begin_waiting
from chalicelib.storage.optimistic import Overtaken, retry

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.processes.class_rows.sealing import Sealing
    from chalicelib.processes.ports import ProcessLibrary
    from chalicelib.processes.reporting.report_context import ReportContexts
    from chalicelib.processes.repository import ProcessRepository

    from .repository import LockHead, LockRepository


@dataclass(eq=False, repr=False)
class LockWork(DueWork["LockHead"]):
    """The locks of a district on their way."""

    _repository: LockRepository
    _processes: ProcessRepository
    _sealing: Callable[[], Sealing]
    _framing: ReportContexts
    _library: Callable[[], ProcessLibrary]
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    def find_due(self, entry: DueEntry) -> LockHead | None:
        """Read a process that is being locked."""
        return self._repository.locking(self._district, entry.id, entry.at)

    def look_after(self, _: DueEntry, found: LockHead) -> bool:
        """Send the work off again; look at it again later."""
        return self._repository.postpone(self._district, found, self._clock.now())

    def run(self, message: Message) -> None:
        """Close the open classes of a process, and lock it. Raises `Unavailable` to come again."""
        opened = self._locking(message["id"])
        if opened is None:
            return
        if not self._sealing().seal(self._district, opened.process, _open_rows(opened)):
            raise refusals.PROCESS_BUSY()
        self._lock(message["id"])

    def _locking(self, process: str) -> ProcessSnapshot | None:
        opened = self._processes.open(self._district, process)
        return opened if opened and opened.process.state == ProcessState.LOCKING else None

    def _lock(self, process: str) -> None:
        def attempt() -> None:
            head = self._repository.locking(self._district, process)
            opened = self._locking(process)
            if head is None or opened is None:
                return
            if _open_rows(opened):
                raise refusals.PROCESS_BUSY()
            tests = self._framing.refresh_tests(self._district, opened.process)
            opened = replace(opened, process=tests)
            after = opened.process.apply_move(ProcessMove.SEAL, None)
            report = self._build_pending(after)
            also = self._library().build_entry_writes(self._district, opened)
            if not self._repository.finish(self._district, head, after, report, also):
                raise Overtaken
            facts(what="process locked", of=process, classes=len(opened.rows))
            self._jobs().offer(REPORT, process)

        retry(attempt, refusals.PROCESS_BUSY)

    def _build_pending(self, process: Process) -> Pending:
        """Return the report in its state before anybody made it."""
        waiting = begin_waiting(self._clock.now())
        report = ProcessReport(state=waiting.state.value, file=name_file(process.id, "report.pdf"))
        return Pending(report, self._framing.of(self._district, process), waiting)


def _open_rows(opened: ProcessSnapshot) -> list[ClassRow]:
    return [row for row in opened.rows if not row.sealed]
