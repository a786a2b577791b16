"""HTTP for long work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import PlainSerializer

from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import Job, JobState

if TYPE_CHECKING:
    from .wiring import JobsWiring

routes = Routes("Jobs")


class JobView(Representation):
    """How far long work is."""

    id: str
    """The job's id: its kind, a period, and the id of what it works on.

    Example: `distribution.01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    kind: Annotated[str, PlainSerializer(lambda kind: kind.replace("-", "_"), return_type=str)]
    """The kind of work.

    - `attachment`: An attached document is looked at.
    - `correction`: Results are scored again.
    - `distribution`: An assessment is delivered to trackers.
    - `item_import`: A QTI package is read.
    - `printout`: A printable template is made.
    - `process_lock`: A Mastery Process is finished and its report made.
    - `process_opening`: A distribution opens Mastery Processes in data teams.
    - `reminder`: Those who have not begun are reminded.
    - `roster_import`: A roster is checked or applied.
    - `sheets`: Result sheets are brought up to the present rules.
    - `standards_import`: A framework is applied.
    - `tracker_batch`: Trackers are made for the classes of courses.
    """
    state: JobState
    """Where the job stands."""
    percent: int
    """How much is done, 0 to 100. Example: `40`"""
    counts: dict[str, int]
    """How much is done, in numbers. Which keys there are depends on the kind.

    - `done`: How many steps are done.
    - `total`: How many steps there are.
    - `written`: Emails that are written.
    - `renewed`: Result sheets that were brought up to the present rules.
    - `created`: Trackers that were made.
    - `opened`: Data teams in which a process is open.
    - `classes`: Classes that have the pre-test.
    - `skipped_classes`: Classes that do not get the pre-test.
    - `imported`: Questions that are items of the draft.
    - `unsupported`: Questions that are more than an item here can say.
    - `refused`: Questions that are broken, missing, without a standard, or without room.
    - `delivered`: Trackers that have the assessment.
    - `skipped`: Trackers, classes or teams that were left out.
    - `failed`: Trackers that could not be reached.
    - `pending`: Trackers that wait for their turn.
    - `canceled`: Trackers of a canceled distribution.
    """
    message: str
    """How far it is, in a sentence to show. Example: `40 of 100 trackers have it.`"""
    resumes_at: str | None
    """The time by which it continues if its worker is lost; null when no worker has it.

    Example: `2026-09-14T17:05:00Z`
    """
    links: dict[str, str]
    """Addresses of what it works on, and of what it makes. Which keys there are depends on the
    kind.

    - `self`: The thing that it works on.
    - `job`: This job.
    - `import`: The import.
    - `distribution`: The distribution.
    - `openings`: The data teams in which it opens a process.
    - `correction`: The correction.
    - `assessment`: The assessment.
    - `batch`: The batch of trackers.
    - `classes`: The outcome for each class.
    - `process`: The Mastery Process.
    - `report`: The report of the process.
    - `printout`: The printout.
    """


@routes.get(
    "/v1/jobs/{job_id}",
    policy=STAFF,
    answer=JobView,
    polled=True,
    summary="See how far an import, a batch, a distribution or a printout is",
)
def read_job(request: Request[JobsWiring], job_id: str) -> Job:
    """Say how far a job is.

    Ask again while `state` is `queued` or `running`. Long work continues whether or not you ask.
    """
    return request.services.jobs.read(request.caller, job_id)
