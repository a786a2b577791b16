"""HTTP for trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.districts.model import Levels
from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page
from chalicelib.scales.calculation import Calculation
from chalicelib.web.id_names import RosterStudentView
from chalicelib.web.policy import STAFF, TEACHERS
from chalicelib.web.representation import Body, Reference, Title
from chalicelib.web.routes import Request, Routes

from .model import TrackerRow
from .views import TrackerHeadView, TrackerView
from .visible_trackers import OpenedTracker

if TYPE_CHECKING:
    from chalicelib.rosters.model import Student

    from .wiring import TrackersWiring

routes = Routes("Trackers")

Standards = Annotated[tuple[Reference, ...], Field(min_length=1, max_length=2000)]


class NewTracker(Body):
    """The class, the standards set, and the standards (by default all)."""

    class_id: Reference
    """The class that it is for, by its id in the roster. Example: `C-3B`"""
    set_id: Reference = Field(validation_alias="standards_set_id")
    """The standards set that it is made with. It cannot be changed later. Example: `f1-math-3`"""
    standards: Standards | None = None
    """The standards that it tracks, by code or identifier; without them the whole set.

    Example: `["3.NF.A.1"]`
    """
    title: Title | None = None
    """The tracker's title; without it the class's. Example: `Math 3, period 2`"""
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels it has, 2 to 6; without it as many as the district has.

    Example: `4`
    """
    calculation: Calculation | None = None
    """How several results become one mastery; without it as the district has it."""


class TrackerChanges(Body):
    """The changes. Leave out what stays."""

    title: Title | None = None
    """The new title. Example: `Math 3, period 2`"""
    standards: Standards | None = None
    """The standards that it tracks from now on, by code or identifier. Example: `["3.NF.A.1"]`"""
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels it has, 2 to 6. Example: `4`"""
    calculation: Calculation | None = None
    """How several results become one mastery; null for as the district has it."""
    archived: bool | None = None
    """Whether it is put away. An archived tracker gets no delivery and takes no results."""


class NewTrackerAssessment(Body):
    """The assessment to add."""

    assessment_id: Reference
    """The assessment to add. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""


class TrackerListQuery(StrictModel):
    """Which trackers to list: your own and shared ones, or a school's."""

    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only trackers of this school's classes, by its id; for administrators. Example: `S-104`"""
    whole_district: bool = False
    """Lists the trackers of every school; for district administrators."""
    archived: bool = False
    """Lists archived trackers instead of the others."""
    past: bool = False
    """Lists trackers of classes whose own terms are over, instead of the others."""

    def takes(self, row: TrackerRow) -> bool:
        """Return whether a tracker is meant."""
        return row.archived == self.archived and row.past == self.past


class TrackerStudentView(RosterStudentView):
    """A student of the tracker's class."""


class TrackerRowView(TrackerHeadView):
    """A tracker in a list."""

    standards: int = Field(serialization_alias="standard_count")
    """How many standards it tracks. Example: `25`"""

    @classmethod
    def of(cls, subject: TrackerRow) -> TrackerRowView:
        return cls.take(subject, standards=subject.mask.bit_count(), class_ends=subject.ends)


@routes.get(
    "/v1/trackers",
    policy=STAFF,
    query=TrackerListQuery,
    answer=TrackerRowView,
    listed=True,
    summary="List your trackers, or (administrators) a school's",
)
def list_trackers(request: Request[TrackersWiring]) -> Page[TrackerRow]:
    """List trackers.

    Teachers get the trackers that they own or work on. Administrators name a school, or (of the
    district) ask for the whole district.
    """
    asked, (limit, after) = (
        request.query or TrackerListQuery(),
        request.window,
    )
    lists, caller = request.services.tracker_lists, request.caller
    if asked.whole_district and asked.school is None:
        return lists.of_district(caller, asked.takes, limit, after)
    if asked.school is None:
        return lists.mine(caller, asked.takes, limit, after)
    return lists.of_school(caller, asked.school, asked.takes, limit, after)


@routes.post(
    "/v1/trackers",
    policy=TEACHERS,
    body=NewTracker,
    answer=TrackerView,
    location="/v1/trackers/{id}",
    summary="Create a tracker for one of your classes",
)
def create_tracker(request: Request[TrackersWiring]) -> OpenedTracker:
    """Create a tracker.

    A class can have several trackers. A district assessment reaches those with its standards set
    that track all of its standards.
    """
    body: NewTracker = request.body
    return request.services.trackers.create(
        request.act,
        body.class_id,
        body.set_id,
        body.standards,
        body.title,
        body.levels,
        body.calculation,
    )


@routes.get(
    "/v1/trackers/{tracker_id}",
    policy=STAFF,
    answer=TrackerView,
    summary="Open a tracker: its standards and its assessments",
)
def read_tracker(request: Request[TrackersWiring], tracker_id: str) -> OpenedTracker:
    return request.services.trackers.open(request.caller, tracker_id)


@routes.get(
    "/v1/trackers/{tracker_id}/students",
    policy=STAFF,
    answer=TrackerStudentView,
    listed=True,
    summary="List the students of a tracker's class",
)
def list_tracker_students(request: Request[TrackersWiring], tracker_id: str) -> Page[Student]:
    return request.services.trackers.students(request.caller, tracker_id, *request.window)


@routes.patch(
    "/v1/trackers/{tracker_id}",
    policy=TEACHERS,
    body=TrackerChanges,
    answer=TrackerView,
    summary="Change a tracker's title, standards, levels or calculation; archive it",
)
def change_tracker(request: Request[TrackersWiring], tracker_id: str) -> OpenedTracker:
    """Change a tracker.

    Send only what changes.
    """
    given: TrackerChanges = request.body
    changes: dict[str, Any] = {name: value for name, value in given if value is not None}
    if "calculation" in given.model_fields_set:
        changes["calculation"] = given.calculation
    return request.services.trackers.change(request.act, tracker_id, request.version, changes)


@routes.put(
    "/v1/trackers/{tracker_id}/collaborators/{person_id}",
    policy=TEACHERS,
    answer=TrackerView,
    summary="Let a colleague work on a tracker",
)
def put_tracker_collaborator(
    request: Request[TrackersWiring], tracker_id: str, person_id: str
) -> OpenedTracker:
    return request.services.trackers.share(request.act, tracker_id, request.version, person_id)


@routes.delete(
    "/v1/trackers/{tracker_id}/collaborators/{person_id}",
    policy=TEACHERS,
    answer=TrackerView,
    summary="Take a colleague (or yourself) off a tracker",
)
def remove_tracker_collaborator(
    request: Request[TrackersWiring], tracker_id: str, person_id: str
) -> OpenedTracker:
    return request.services.trackers.unshare(request.act, tracker_id, request.version, person_id)


@routes.post(
    "/v1/trackers/{tracker_id}/assessments",
    policy=TEACHERS,
    body=NewTrackerAssessment,
    answer=TrackerView,
    location="/v1/trackers/{id}",
    summary="Add an assessment to a tracker",
)
def add_tracker_assessment(request: Request[TrackersWiring], tracker_id: str) -> OpenedTracker:
    return request.services.trackers.add_assessment(
        request.act, tracker_id, request.body.assessment_id
    )
