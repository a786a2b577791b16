"""HTTP for long work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import PlainSerializer

from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import Job, State

if TYPE_CHECKING:
    from .service import Jobs

    class JobsServices(Protocol):
        """What the edge hands to these views."""

        jobs: Jobs

    JobsRequest = Request[JobsServices]


routes = Routes("Jobs")


class JobView(Representation):
    """How far long work is.

    `resumes_at`: by when it goes on by itself if its worker is lost; null when none is at work.
    """

    id: str
    kind: Annotated[str, PlainSerializer(lambda kind: kind.replace("-", "_"), return_type=str)]
    state: State
    percent: int
    counts: dict[str, int]
    message: str
    resumes_at: str | None
    links: dict[str, str]


@routes.get(
    "/v1/jobs/{job_id}",
    policy=STAFF,
    answer=JobView,
    summary="See how far an import, a batch, a distribution or a printout is",
)
def read_job(request: JobsRequest, job_id: str) -> Job:
    """Say how far a job is."""
    return request.services.jobs.read(request.caller, job_id)
