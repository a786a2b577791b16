"""Closing the classes of a process whose leader has finished it, and locking it then for good.

Every step may stop anywhere, come twice and run side by side: a class is closed once, and the last
transaction holds only while the head is as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from chalicelib.jobs.due_work import DueWork
from chalicelib.observability import facts
from chalicelib.processes import refusals
from chalicelib.processes.model import ClassRow, Opened, Process, Report
from chalicelib.processes.moves import Move, State
from chalicelib.processes.papers.model import Frame, place
from chalicelib.reports.waiting import begun
from chalicelib.storage.optimistic import Overtaken, retry

from .model import REPORT, Pending

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.conditions import Write

    from .repository import Head, LockRepository


class Seal(Protocol):
    """Closes classes of a process."""

    def __call__(self, district: str, process: Process, rows: Iterable[ClassRow]) -> bool:
        """Close these; tell whether all are closed. May be called again, and side by side."""
        ...


Open = Callable[[str, str], Opened | None]
"""Reads a whole process of a district."""

Framing = Callable[[str, Process], Frame]
"""Says what a report says besides what lies in its process."""

TestsNow = Callable[[str, Process], Process]
"""Gives a process with its tests as they are now."""

Also = Callable[[str, Opened], Sequence["Write"]]
"""Gives what is written in the very transaction that locks a process (its entry in the library)."""


class LockWork(DueWork["Head"]):
    """The locks of a district on their way."""

    def __init__(
        self,
        repository: LockRepository,
        open_: Open,
        seal: Seal,
        framing: Framing,
        tests: TestsNow,
        jobs: Callable[[], Jobs],
        clock: Clock,
        district: str,
        *,
        also: Sequence[Also] = (),
    ) -> None:
        """Work for this district."""
        self._repository = repository
        self._open = open_
        self._seal = seal
        self._framing = framing
        self._tests = tests
        super().__init__(jobs)
        self._clock = clock
        self._district = district
        self._also = also

    def find_due(self, entry: DueEntry) -> Head | None:
        """Read a process that is being locked."""
        return self._repository.locking(self._district, entry.id, entry.at)

    def look_after(self, _: DueEntry, found: Head) -> bool:
        """Send the work off again; look at it again later."""
        return self._repository.postpone(self._district, found, self._clock.now())

    def run(self, message: Message) -> None:
        """Close what is open of a process, and lock it. Raises `Unavailable` to come again."""
        opened = self._locking(message["id"])
        if opened is None:
            return
        if not self._seal(self._district, opened.process, _open_rows(opened)):
            raise refusals.PROCESS_BUSY()
        self._lock(message["id"])

    def _locking(self, process: str) -> Opened | None:
        opened = self._open(self._district, process)
        return opened if opened and opened.process.state == State.LOCKING else None

    def _lock(self, process: str) -> None:
        def attempt() -> None:
            head = self._repository.locking(self._district, process)
            opened = self._locking(process)
            if head is None or opened is None:
                return
            if _open_rows(opened):
                raise refusals.PROCESS_BUSY()
            opened = replace(opened, process=self._tests(self._district, opened.process))
            after = opened.process.moved(Move.SEAL, None)
            report = self._asked(after)
            also = [write for each in self._also for write in each(self._district, opened)]
            if not self._repository.finish(self._district, head, after, report, also):
                raise Overtaken
            facts(what="process locked", of=process, classes=len(opened.rows))
            self._jobs().offer(REPORT, process)

        retry(attempt, refusals.PROCESS_BUSY)

    def _asked(self, process: Process) -> Pending:
        """Give the report as it stands before anybody made it."""
        waiting = begun(self._clock.now())
        report = Report(state=waiting.state.value, file=place(process.id, "report.pdf"))
        return Pending(report, self._framing(self._district, process), waiting)


def _open_rows(opened: Opened) -> list[ClassRow]:
    return [row for row in opened.rows if not row.sealed]
