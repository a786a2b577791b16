"""The facts that a lock fixes, and the state of the process's report from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.clock import from_instant, instant
from chalicelib.errors import Conflict
from chalicelib.jobs.model import LOOK_SOON
from chalicelib.processes import refusals
from chalicelib.processes.model import PageName, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reporting.model import Pending, pending

LOCK = "process-lock"
"""The name of the closing of a process's classes in jobs and due entries."""

PATIENCE = LOOK_SOON
"""How long after a message the clock looks whether the classes got closed; several may close them
side by side."""


@dataclass(frozen=True, slots=True)
class Locking:
    """A process that is being finished, or is: how far it has come."""

    process: Process
    rows: int = 0
    sealed: int = 0
    report: Pending | None = None

    @property
    def due(self) -> str:
        """When the clock looks after what is under way; nothing once the report is there."""
        if self.report is not None:
            return self.report.due
        return first_due(self.process) if self.process.state == ProcessState.LOCKING else ""

    @property
    def id(self) -> str:
        """The process's id."""
        return self.process.id

    @property
    def version(self) -> int:
        """The process's version."""
        return self.process.version


def first_due(process: Process) -> str:
    """Return when the clock first looks whether a process's classes got closed."""
    assert process.ended is not None, "who locks says when"
    return instant(from_instant(process.ended.at) + PATIENCE)


def locking(opened: ProcessSnapshot) -> Locking:
    """Return how far a process has come."""
    return Locking(
        opened.process,
        len(opened.rows),
        sum(row.sealed for row in opened.rows),
        pending(opened.report) if opened.report else None,
    )


def pages_changed(names: Sequence[PageName]) -> Conflict:
    """Return that these pages were written on after who finishes the process read them."""
    details = [refusals.PAGE_CHANGED_SINCE(f"/page_versions/{name}") for name in names]
    return refusals.PAGES_CHANGED_MEANWHILE(details=details)
