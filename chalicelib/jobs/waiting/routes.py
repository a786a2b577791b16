"""HTTP for work that waits."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.paging import Page
from chalicelib.web.addresses import write_segment
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import WaitingJob, WaitingState, find_thing

if TYPE_CHECKING:
    from chalicelib.jobs.wiring import JobsWiring

routes = Routes("Jobs")

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "account": "An account for signing in is brought up to date.",
        "accounts": "All accounts for signing in are compared with the roster.",
        "attachment": "A document is looked at.",
        "attachment-file": "A file that no document needs is removed.",
        "automatic": "New trackers are given what is delivered automatically.",
        "correction": "Results are scored again.",
        "distribution": "An assessment is delivered.",
        "item-import": "Items are imported.",
        "printout": "A document to print is made.",
        "process-lock": "A Mastery Process is finished and locked.",
        "process-opening": "A distribution opens Mastery Processes in data teams.",
        "process-report": "The report of a finished Mastery Process is made.",
        "reminder": "Reminders are written.",
        "roster-import": "A roster is checked, applied, or no longer needed.",
        "sheets": "Result sheets are brought up to date.",
        "standards-import": "Standards are imported.",
        "tracker-batch": "Trackers are made for classes.",
    }
)


class WaitingJobView(Representation):
    """Work that waits for its time, or for a worker."""

    id: str
    """The job's id. Example: `distribution.01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    kind: str
    """The kind of work. Example: `roster_import`"""
    words: str
    """The work, in a sentence. Example: `Results are scored again.`"""
    state: WaitingState
    """How it stands."""
    due_at: str
    """When the clock looks at it; in the past if it is late. Example: `2026-09-14T17:05:00.000Z`"""
    asked_at: str | None
    """When somebody asked for it; null where that is not known."""
    retryable: bool
    """Whether it can be tried at once."""
    links: dict[str, str]
    """Where to go on.

    - `thing`: Its subject; left out where that has no address.
    - `job`: Its progress; left out where nobody can see it.
    """

    @classmethod
    def of(cls, subject: WaitingJob) -> WaitingJobView:
        """Render work that waits."""
        entry = subject.entry
        thing = find_thing(entry.kind, entry.id)
        job = f"/v1/jobs/{write_segment(subject.id)}" if subject.is_read else ""
        links = {"thing": thing, "job": job}
        return cls(
            id=subject.id,
            kind=entry.kind.replace("-", "_"),
            words=WORDS.get(entry.kind, entry.kind),
            state=subject.state,
            due_at=entry.at,
            asked_at=instant(subject.asked) if subject.asked else None,
            retryable=subject.can_be_tried,
            links={name: path for name, path in links.items() if path},
        )


@routes.get(
    "/v1/jobs",
    policy=DISTRICT_ADMINS,
    answer=WaitingJobView,
    listed=True,
    summary="List work that waits, the longest due first",
)
def list_waiting_jobs(request: Request[JobsWiring]) -> Page[WaitingJob]:
    """List all work that the clock looks after: what is late, under way, or waits for its time."""
    return request.services.waiting_jobs.listing(request.now, *request.window)


@routes.post(
    "/v1/jobs/{job_id}/retry",
    policy=DISTRICT_ADMINS,
    answer=WaitingJobView,
    status=202,
    summary="Try work that waits at once",
)
def retry_job(request: Request[JobsWiring], job_id: str) -> WaitingJob:
    """Call its worker now, instead of waiting until the clock does.

    That does no harm while it is being done, or if it is asked for twice. Work that waits for its
    time, such as a scheduled distribution, does not change.
    """
    return request.services.waiting_jobs.try_now(request.act, job_id)
