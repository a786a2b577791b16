"""Finishing a process, as its leader does, and its progress and report afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.errors import NotFound, stale
from chalicelib.jobs.model import Job, JobState, job_id
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.processes import refusals
from chalicelib.processes.analytics.editions import LATEST
from chalicelib.processes.model import Ended, PageName, Process
from chalicelib.processes.moves import ProcessMove, ProcessState
from chalicelib.processes.reporting.model import PDF, Pending
from chalicelib.processes.reporting.papers import REPORT
from chalicelib.reports.model import file_name
from chalicelib.reports.retry_schedule import DocumentState as ReportState
from chalicelib.reports.retry_schedule import describe_state
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import ConditionFailed

from .model import (
    LOCK,
    Locking,
    locking,
    pages_changed,
)
from .repository import as_seen, build_lock_writes

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.jobs.service import Jobs
    from chalicelib.processes.reporting.repository import ReportRepository
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.processes.service import Processes
    from chalicelib.storage.files import DownloadLink, Files

SEALING = 80
"""Percent of the whole that closing the classes is; the report is the rest."""


@dataclass(frozen=True, slots=True)
class ReportFound:
    """A finished report, and where it can be fetched for a while."""

    process: str
    link: DownloadLink
    file_name: str
    size: int
    digest: str


@dataclass(eq=False, repr=False)
class Locks:
    """Finishing processes. `_processes` let in the people of a process."""

    _processes: Callable[[], Processes]
    _repository: ProcessRepository
    _reports: ReportRepository
    _files: Files
    _jobs: Callable[[], Jobs]

    def lock(
        self,
        act: Act,
        process: str,
        version: int,
        address: str,
        seen: Mapping[PageName, int],
        *,
        without_post: bool,
    ) -> Locking:
        """Finish a process for good; its classes are closed behind. For leaders.

        `address` is where the leader reached the API, `seen` the versions of the pages that they
        read before. Raises `NotFound`, `Forbidden`, `Stale`, `Conflict` when it cannot be finished
        or a page has changed, `Invalid` without a post-test and without confirmation.
        """

        def attempt() -> Locking:
            head, role = self._processes().head(act.caller, process)
            if head.version != version:
                raise stale("process", head.version)
            by = Ended(by=act.caller.person, by_name=act.caller.name, at=instant(act.at))
            after = head.apply_move(
                ProcessMove.LOCK, role, ended=by, reached_at=address, edition=LATEST
            )
            if head.post is None and not without_post:
                raise refusals.WITHOUT_POST_TEST(pointer="/without_post_test")
            shown = Locking(after)
            if not self._begin(act, after, seen, shown):
                raise Overtaken
            self._jobs().offer(LOCK, process)
            return shown

        return retry(attempt, refusals.PROCESS_BUSY)

    def _begin(
        self, act: Act, after: Process, seen: Mapping[PageName, int], shown: Locking
    ) -> bool:
        """Close the process's doors, where the pages are as they were seen."""
        checks = as_seen(act.district, after.id, seen)
        also = [*build_lock_writes(act.district, after), *checks]
        try:
            return self._repository.change(act, after, also, shown)
        except ConditionFailed as failed:
            written = {failure.write.key for failure in failed.failures}
            changed = [
                name for name, check in zip(seen, checks, strict=True) if check.key in written
            ]
            if not changed:
                raise
            raise pages_changed(changed) from failed

    def report(self, caller: Caller, process: str) -> ReportFound:
        """Return a link to a finished process's report.

        For its team and their administrators. Raises `NotFound`; `Conflict` until it is there.
        """
        head, _ = self._processes().head(caller, process)
        if not head.is_finished:
            raise refusals.PROCESS_NOT_FINISHED()
        kept = self._reports.get(caller.district, process)
        if kept is None or kept.report.state != ReportState.READY:
            raise refusals.REPORT_PENDING(when=_of_report(kept, caller.zone))
        report, name = kept.report, file_name(head.name, REPORT)
        link = self._files.download_link(report.file, name=name, content_type=PDF)
        return ReportFound(process, link, name, report.size, report.digest)

    def progress(self, caller: Caller, process: str) -> Job:
        """Return a lock's progress, to people of the process. Raises `NotFound`."""
        try:
            known = locking(self._processes().load(caller, process)[0])
        except NotFound as refused:
            raise JOB_NOT_FOUND() from refused
        if not known.process.is_finished:
            raise JOB_NOT_FOUND()
        return Job(
            kind=LOCK,
            reference=process,
            state=_state(known),
            percent=_percent(known),
            message=_words(known, caller.zone),
            counts={"done": known.sealed, "total": known.rows},
            links=links(process),
            due=known.due,
        )


def links(process: str) -> dict[str, str]:
    """Return where a process that is being finished, its job and its report are."""
    return {
        "process": f"/v1/processes/{process}",
        "job": f"/v1/jobs/{job_id(LOCK, process)}",
        "report": f"/v1/processes/{process}/report",
    }


_JOB = {
    ReportState.PENDING: JobState.RUNNING,
    ReportState.READY: JobState.DONE,
    ReportState.FAILED: JobState.FAILED,
}


def _state(known: Locking) -> JobState:
    if known.report is None:
        return JobState.RUNNING
    return _JOB[ReportState(known.report.report.state)]


def _percent(known: Locking) -> int:
    if known.report is not None:
        return 100 if known.report.report.state == ReportState.READY else SEALING
    return known.sealed * SEALING // known.rows if known.rows else 0


def _words(known: Locking, zone: str) -> str:
    if known.process.state == ProcessState.LOCKING:
        return f"{known.sealed} of {known.rows} classes are closed. The report comes after them."
    return f"Locked for good. {_of_report(known.report, zone, in_a_job=True)}"


def _of_report(report: Pending | None, zone: str, *, in_a_job: bool = False) -> str:
    """Return how the report stands; a job says itself by when it goes on."""
    if report is None:
        return "It is made when all classes are closed."
    state = ReportState(report.report.state)
    if state == ReportState.READY:
        return "The report is ready. The administrators get an email."
    waits = in_a_job and state == ReportState.PENDING
    return f"The report: {describe_state(state, '' if waits else report.due, zone)}"
