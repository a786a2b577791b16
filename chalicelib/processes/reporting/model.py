"""The context of a process's papers, and the state and the files of its report."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from pydantic import Field

from chalicelib.frozen_models import FrozenModel
from chalicelib.processes.model import ProcessReport
from chalicelib.reports.retry_schedule import DocumentState, PendingDocument

REPORT = "process-report"
"""The name of the making of a report in jobs and due entries."""

PDF, PNG = "application/pdf", "image/png"


class ReportContext(FrozenModel):
    """The facts of a report from outside the process, as they were at the lock.

    A report that is built later, or again, has the same facts.
    """

    district: str
    """Its name."""
    school: str = ""
    """Its name; empty for a team of the whole district."""
    locale: str = "en-US"
    zone: str = "UTC"
    paper: str = "letter"
    attached: bool = False
    """Whether the report comes with the email."""
    link: str = ""
    """Where it can be read after signing in."""
    begun: str = ""
    """The day it was begun, in words of the district's zone."""
    finished: str = ""
    """The moment it was finished."""
    statements: dict[str, str] = Field(default_factory=dict)
    """The statements of the standards assessed, by code."""


def name_file(process: str, name: str) -> str:
    """Return where a file of a finished process is kept.

    >>> name_file("01K", "report.pdf")
    'reports/01K/report.pdf'
    """
    return f"reports/{process}/{name}"


@dataclass(frozen=True, slots=True)
class Pending:
    """A report as it is kept: its state and its context."""

    report: ProcessReport
    frame: ReportContext
    waiting: PendingDocument | None
    """None when it is there."""

    @property
    def due(self) -> str:
        """When the clock looks after it; nothing once it is there."""
        return self.waiting.due if self.waiting else ""

    def doc(self) -> str:
        """Write it."""
        known = {
            "file": self.report.file,
            "digest": self.report.digest,
            "size": self.report.size,
            "at": self.report.at,
            "tries": self.waiting.tries if self.waiting else 0,
            "due": self.due,
            "frame": self.frame.model_dump(mode="json"),
        }
        return json.dumps(known, separators=(",", ":"), ensure_ascii=False)

    def standing(self, waiting: PendingDocument) -> Pending:
        """Return it in this state."""
        return replace(
            self, report=replace(self.report, state=waiting.state.value), waiting=waiting
        )

    def ready(self, made: ProcessReport) -> Pending:
        """Return it when its files are there."""
        return replace(self, report=made, waiting=None)


def pending(report: ProcessReport) -> Pending:
    """Read the state and the context of a report."""
    waits = report.state != DocumentState.READY and report.due
    waiting = (
        PendingDocument(DocumentState(report.state), report.tries, report.due) if waits else None
    )
    return Pending(report, ReportContext.model_validate(report.frame), waiting)
