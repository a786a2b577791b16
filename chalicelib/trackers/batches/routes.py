"""HTTP for trackers of many classes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.districts.model import Levels
from chalicelib.paging import Page
from chalicelib.web.id_names import (
    NO_LINKS,
    LinksTo,
    NamedView,
    NameOf,
    SchoolClassView,
    SetName,
)
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Body, Reference, Representation
from chalicelib.web.routes import Request, Routes

from .model import SENTENCES, BatchOutcome, SkippedClassReason, TrackerBatch
from .repository import ClassReport
from .service import BatchProgress

if TYPE_CHECKING:
    from chalicelib.trackers.wiring import TrackersWiring

routes = Routes("Trackers")

Standards = Annotated[tuple[Reference, ...], Field(min_length=1, max_length=2000)]


class NewTrackerBatch(Body):
    """The courses whose classes get a tracker, and its standards (by default the whole set)."""

    course_ids: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=100)]
    """The courses whose classes get a tracker, by their ids. Example: `["MATH-3"]`"""
    set_id: Reference = Field(validation_alias="standards_set_id")
    """The standards set of the trackers. Example: `f1-math-3`"""
    standards: Standards | None = None
    """The standards that they track, by code or identifier; without them the whole set.

    Example: `["3.NF.A.1"]`
    """
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels they have, 2 to 6; without it as many as the district has.

    Example: `4`
    """


class NewTrackerBatchView(Representation):
    """A batch that was begun."""

    id: str
    """The batch's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    courses: tuple[str, ...] = Field(serialization_alias="course_ids")
    """The courses whose classes get a tracker. Example: `["MATH-3"]`"""
    named_courses: Annotated[
        tuple[NamedView, ...], NameOf("course", "course_ids"), Field(serialization_alias="courses")
    ] = ()
    """The same courses with their titles."""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set of the trackers. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    levels: int = Field(serialization_alias="level_count")
    """How many mastery levels they have. Example: `4`"""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/tracker-batches/{id}",
            classes="/v1/tracker-batches/{id}/classes",
            job="/v1/jobs/tracker-batch.{id}",
        ),
    ] = NO_LINKS
    """Where to go on: the batch, its classes, and how far it is."""


class TrackerBatchView(NewTrackerBatchView):
    """A batch of trackers, and how far it is."""

    by: str = Field(serialization_alias="created_by_id")
    """The id of the person who began it. Example: `A-1`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """The name of the person who began it; null if it is not known."""
    done: bool
    """Whether every class was looked at."""
    finished: str | None = Field(serialization_alias="finished_at")
    """When every class was looked at; null before that. Example: `2026-09-14T17:01:00Z`"""
    total: int | None = Field(serialization_alias="class_count")
    """How many classes there are; null until they were counted. Example: `60`"""
    trackers_created: int = Field(serialization_alias="created_count")
    """How many trackers were made. Example: `52`"""
    classes_skipped: int = Field(serialization_alias="skipped_count")
    """How many classes were left out. Example: `8`"""

    @classmethod
    def of(cls, subject: BatchProgress) -> TrackerBatchView:
        """Render a batch with its counts."""
        state = subject.state
        return cls.take(
            state.batch,
            done=state.done,
            finished=state.finished or None,
            total=state.total,
            trackers_created=subject.created,
            classes_skipped=subject.skipped,
        )


class BatchClassView(SchoolClassView):
    """The outcome of a batch for one class."""

    outcome: BatchOutcome
    """The outcome for the class."""
    tracker: str | None = Field(serialization_alias="tracker_id")
    """The tracker that was made; null when none was. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    why: SkippedClassReason | None = Field(serialization_alias="reason")
    """Why the class was left out; null when it was not."""
    message: str
    """Why the class was left out, in a sentence; blank when it was not.

    Example: `This class has no teacher.`
    """
    links: Annotated[dict[str, str], LinksTo.of(tracker="/v1/trackers/{tracker_id}")] = NO_LINKS
    """Where to go on: the tracker, if there is one."""

    @classmethod
    def of(cls, subject: ClassReport) -> BatchClassView:
        """Render a class's outcome."""
        return cls.take(
            subject,
            tracker=subject.tracker or None,
            message=SENTENCES[subject.why] if subject.why else "Its tracker was created.",
        )


@routes.post(
    "/v1/tracker-batches",
    policy=DISTRICT_ADMINS,
    body=NewTrackerBatch,
    answer=NewTrackerBatchView,
    status=202,
    location="/v1/jobs/tracker-batch.{id}",
    summary="Create trackers for all classes of courses",
)
def create_tracker_batch(request: Request[TrackersWiring]) -> TrackerBatch:
    """Begin a batch.

    The answer comes at once; the job at `Location` says how far it is. A class that has such a
    tracker is left out.
    """
    body: NewTrackerBatch = request.body
    return request.services.tracker_batches.create(
        request.act, body.course_ids, body.set_id, body.standards, body.levels
    )


@routes.get(
    "/v1/tracker-batches/{batch_id}",
    policy=DISTRICT_ADMINS,
    answer=TrackerBatchView,
    summary="See what became of a batch of trackers",
)
def read_tracker_batch(request: Request[TrackersWiring], batch_id: str) -> BatchProgress:
    return request.services.tracker_batches.read(request.caller.district, batch_id)


@routes.get(
    "/v1/tracker-batches/{batch_id}/classes",
    policy=DISTRICT_ADMINS,
    answer=BatchClassView,
    listed=True,
    summary="See what a batch did about each class",
)
def list_tracker_batch_classes(
    request: Request[TrackersWiring], batch_id: str
) -> Page[ClassReport]:
    return request.services.tracker_batches.classes(
        request.caller.district, batch_id, *request.window
    )
