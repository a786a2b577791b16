"""HTTP for finishing a process, for its report, and the page that e-mails lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from chalicelib.acts import Answer
from chalicelib.processes.moves import State
from chalicelib.processes.views import EndedView
from chalicelib.web.policy import PUBLIC, STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .model import Locking
from .service import ReportFound, links

if TYPE_CHECKING:
    from .page import ReportPage
    from .service import Locks

    class ProcessesLockingServices(Protocol):
        """What the edge hands to these views."""

        locking: Locks
        report_page: ReportPage

    ProcessesLockingRequest = Request[ProcessesLockingServices]


routes = Routes("Mastery Processes")


class NewLock(Body):
    """How to finish; `without_post_test` says that there shall be none."""

    without_post_test: bool = False


class LockView(Representation):
    """A process that is finished: nothing in it can be changed any more."""

    id: str
    state: State
    ended: EndedView | None
    links: dict[str, str]
    version: int

    @classmethod
    def of(cls, subject: Locking) -> LockView:
        """Render a process that is being locked."""
        process = subject.process
        return cls(
            id=process.id,
            state=process.state,
            ended=EndedView.of(process.ended) if process.ended else None,
            links=links(process.id),
            version=process.version,
        )


class ReportLinkView(Representation):
    """The report of a finished process.

    Fetch `url` without signing in, within `expires_in` seconds. `digest` is the file's SHA-256.
    """

    url: str
    expires_in: int
    file_name: str
    size: int
    digest: str

    @classmethod
    def of(cls, subject: ReportFound) -> ReportLinkView:
        """Render a report."""
        return cls(
            url=subject.link.url,
            expires_in=subject.link.expires_in,
            file_name=subject.file_name,
            size=subject.size,
            digest=subject.digest,
        )


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
def lock_process(request: ProcessesLockingRequest, process_id: str) -> Locking:
    """Finish a process."""
    return request.services.locking.lock(
        request.act,
        process_id,
        request.version,
        request.address,
        without_post=request.body.without_post_test,
    )


@routes.get(
    "/v1/processes/{process_id}/report",
    policy=STAFF,
    answer=ReportLinkView,
    summary="Get a link to a finished process's report",
)
def read_process_report(request: ProcessesLockingRequest, process_id: str) -> ReportFound:
    """Give a link."""
    return request.services.locking.report(request.caller, process_id)


@routes.get(
    "/v1/reports/{process_id}",
    policy=PUBLIC,
    media="text/html",
    summary="Sign in to read a report: the page that e-mails lead to",
)
def read_report_page(request: ProcessesLockingRequest, process_id: str) -> Answer:  # noqa: ARG001 - the page reads it
    """Serve the page: the same for every process, for it knows nothing of any."""
    return request.services.report_page.answer()
