"""HTTP for long work."""

from __future__ import annotations

from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .model import Job, State

routes = Routes("Jobs")


class JobView(Representation):
    """How far long work is.

    `resumes_at`: by when it goes on by itself if its worker is lost; null when none is at work.
    """

    id: str
    kind: str
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
def read_job(request: Request, job_id: str) -> Job:
    """Say how far a job is."""
    return services().jobs.read(request.caller, job_id)
