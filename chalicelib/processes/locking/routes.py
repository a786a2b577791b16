"""HTTP for finishing a process, and for its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.acts import Answer
from chalicelib.processes.model import PageName
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.views import EndedView
from chalicelib.web.addresses import write_segment
from chalicelib.web.policy import PUBLIC, STAFF
from chalicelib.web.representation import Body, Representation, Version
from chalicelib.web.routes import Request, Routes

from .model import Locking
from .service import ReportFound, links

if TYPE_CHECKING:
    from .wiring import LockingWiring

routes = Routes("Mastery Processes")


PageVersion = Annotated[int, Field(ge=0)]


class ReadPages(Body):
    """The versions of the pages that a leader read before finishing."""

    analyze: PageVersion | None = None
    """The version of *analyze*; null to lock it as it is. Example: `3`"""
    goals: PageVersion | None = None
    """The version of *goals*; null to lock it as it is. Example: `1`"""
    strategies: PageVersion | None = None
    """The version of *strategies*; null to lock it as it is. Example: `2`"""
    reflect: PageVersion | None = None
    """The version of *reflect*; null to lock it as it is. Example: `0`"""

    def by_name(self) -> dict[PageName, int]:
        """Return the versions that are named."""
        named = {name: getattr(self, name) for name in PageName}
        return {name: version for name, version in named.items() if version is not None}


class NewLock(Body):
    """How to finish a process."""

    without_post_test: bool = False
    """Confirms that the process is finished without a post-test."""
    page_versions: ReadPages = ReadPages()
    """The versions of the pages as you read them: if one was changed since, nothing is locked."""


class LockView(Representation):
    """A process that is finished: nothing in it can be changed any more."""

    id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: ProcessState
    """Where it stands."""
    ended: EndedView | None
    """The person who finished it, and the time."""
    links: dict[str, str]
    """Where to go on.

    - `process`: The process.
    - `job`: The job that says how far its report is.
    - `report`: The report.
    """
    version: Version

    @classmethod
    def of(cls, subject: Locking) -> LockView:
        """Render a process that is being locked."""
        process = subject.process
        return cls.take(
            process,
            ended=EndedView.of(process.ended) if process.ended else None,
            links=links(process.id),
        )


class ReportLinkView(Representation):
    """The report of a finished process."""

    url: str
    """The address to fetch the file from, without signing in. It works for `expires_in` seconds.

    Example: `https://files.example.org/x?X-Amz-Signature=y`
    """
    expires_in: int
    """For how many seconds the address works. Example: `300`"""
    file_name: str
    """The name to save it under. Example: `fractions-fall-2026.pdf`"""
    size: int
    """The file's size in bytes. Example: `182044`"""
    digest: str
    """The file's SHA-256, in hexadecimal.

    Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`
    """

    @classmethod
    def of(cls, subject: ReportFound) -> ReportLinkView:
        return cls.take(subject, url=subject.link.url, expires_in=subject.link.expires_in)


@routes.post(
    "/v1/processes/{process_id}/lock",
    policy=STAFF,
    body=NewLock,
    answer=LockView,
    status=202,
    conditional=True,
    location="/v1/jobs/process-lock.{id}",
    summary="Finish and lock a process for good, and tell its administrators",
)
def lock_process(request: Request[LockingWiring], process_id: str) -> Locking:
    """Finish a process.

    Nothing in it can be changed afterwards. The report is made and sent to administrators; the job
    says how far that is.
    """
    return request.services.locking.lock(
        request.act,
        process_id,
        request.version,
        request.address,
        request.body.page_versions.by_name(),
        without_post=request.body.without_post_test,
    )


@routes.get(
    "/v1/processes/{process_id}/report",
    policy=STAFF,
    answer=ReportLinkView,
    summary="Get a link to a finished process's report",
)
def read_process_report(request: Request[LockingWiring], process_id: str) -> ReportFound:
    return request.services.locking.report(request.caller, process_id)


@routes.get(
    "/v1/reports/{process_id}",
    policy=PUBLIC,
    status=302,
    hidden=True,
    summary="Lead emails of earlier releases to a report's page",
)
def read_report_page(_: Request[LockingWiring], process_id: str) -> Answer:
    """Lead to the console's page, which signs people in."""
    return Answer(302, None, {"Location": f"/console/reports/{write_segment(process_id)}"})
