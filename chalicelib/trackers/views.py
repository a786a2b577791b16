"""Trackers as clients see them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from chalicelib.days import read_date
from chalicelib.scales.calculation import Calculation
from chalicelib.web.id_names import (
    NO_LINKS,
    Described,
    LinksTo,
    NamedView,
    NameOf,
    SchoolName,
    SetName,
    TitledAssessmentView,
)
from chalicelib.web.representation import Representation, TextOrNull, Version

from .model import AssessmentSource, TrackerRole
from .visible_trackers import OpenedTracker, TitledEntry

TRACKER_LINKS = LinksTo.of(
    self="/v1/trackers/{id}",
    students="/v1/trackers/{id}/students",
    sheets="/v1/trackers/{id}/sheets",
    mastery="/v1/trackers/{id}/mastery",
    standards_set="/v1/standards-sets/{standards_set_id}",
)
"""Where one goes on from a tracker."""


class TrackerAssessmentView(TitledAssessmentView):
    """An assessment in a tracker."""

    source: AssessmentSource
    """The source of the assessment."""
    at: str = Field(serialization_alias="added_at")
    """When it came into the tracker. Example: `2026-09-14T17:00:00Z`"""
    by: str = Field(serialization_alias="added_by_id")
    """The id of the person who brought it. Example: `A-1`"""
    added_by_name: Annotated[str | None, NameOf("person", "added_by_id")] = None
    """The name of the person who added it; null if it is not known."""
    distribution: str | None = Field(serialization_alias="distribution_id")
    """The distribution that brought it; null when none did.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for the class to get it; null when nobody named one.

    Example: `2026-10-16`
    """
    links: Annotated[
        dict[str, str], LinksTo.of(sheet="/v1/trackers/{^id}/sheets/{assessment_id}")
    ] = NO_LINKS
    """Where to go on: the class's result `sheet`."""

    @classmethod
    def of(cls, subject: TitledEntry) -> TrackerAssessmentView:
        entry = subject.entry
        return cls.take(
            entry,
            title=subject.title,
            distribution=entry.distribution or None,
            give_until=read_date(subject.give_until),
        )


class RemovedAssessmentView(TrackerAssessmentView):
    """An assessment that was taken out of a tracker; its results are kept and can come back."""

    taken_out_at: str
    """When it was taken out. Example: `2026-10-05T15:04:05Z`"""
    taken_out_by: str = Field(serialization_alias="taken_out_by_id")
    """The id of the person who took it out. Example: `T-311`"""
    added_by_name: Annotated[str | None, NameOf("person", "added_by_id")] = None
    """The name of the person who added it; null if it is not known."""
    taken_out_by_name: Annotated[str | None, NameOf("person", "taken_out_by_id")] = None
    """The name of the person who removed it; null if it is not known."""

    @classmethod
    def of(cls, subject: TitledEntry) -> RemovedAssessmentView:
        """Render an assessment that is not shown."""
        entry = subject.entry
        return cls(
            **TrackerAssessmentView.of(subject).model_dump(),
            taken_out_at=entry.taken_out_at,
            taken_out_by=entry.taken_out_by,
        )


class TrackerHeadView(Representation):
    """The fields of a tracker that every view of it shows."""

    id: str
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 2`"""
    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set that it was made with. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    levels: int = Field(serialization_alias="level_count")
    """How many mastery levels it has. Example: `4`"""
    owner: str = Field(serialization_alias="owner_id")
    """The id of the teacher whose class it is today. Example: `T-311`"""
    owner_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    collaborators: tuple[str, ...] = Field(serialization_alias="collaborator_ids")
    """Colleagues who work on it, by their ids. Example: `["T-312"]`"""
    named_collaborators: Annotated[
        tuple[NamedView, ...],
        NameOf("person", "collaborator_ids"),
        Field(serialization_alias="collaborators"),
    ] = ()
    """The same colleagues with their names."""
    archived: bool
    """Whether it is put away."""
    class_ends: TextOrNull = Field(serialization_alias="class_end_date")
    """The last day of its class; null when it is not known. Example: `2027-05-28`"""
    past: bool
    """Whether the terms of its class are over."""
    links: Annotated[dict[str, str], TRACKER_LINKS] = NO_LINKS
    """Where to go on: the tracker's students, sheets, mastery and standards set."""


class TrackerView(TrackerHeadView):
    """A tracker: a teacher's board for one class."""

    course_id: str
    """The course of the class. Example: `MATH-3`"""
    course_title: Annotated[str | None, NameOf("course", "course_id")] = None
    """The course's title; null if it is not known."""
    standards: list[str]
    """The codes of the standards that it tracks. Example: `["3.NF.A.1"]`"""
    described_standards: Described = ()
    calculation: Calculation | None
    """How several results become one mastery; null where the district's setting holds."""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    assessments: list[TrackerAssessmentView]
    """The assessments in it, from every source."""
    taken_out: list[RemovedAssessmentView]
    """Assessments that its people took out. Their results are kept, and they can be brought back.
    """
    role: TrackerRole
    """Your role in the tracker."""
    allowed: tuple[str, ...]
    """The actions that you can take.

    - `edit`: Change title, standards, levels and calculation, and enter results.
    - `add_assessment`: Add an assessment.
    - `remove_assessment`: Take an assessment out.
    - `archive`: Put it away, or bring it back.
    - `change_collaborators`: Say who works on it.
    - `leave`: Stop working on it.
    """
    version: Version

    @classmethod
    def of(cls, subject: OpenedTracker) -> TrackerView:
        """Render a tracker as one person sees it."""
        return cls.take(
            subject.tracker,
            class_ends=subject.tracker.ends,
            standards=subject.standards,
            assessments=[TrackerAssessmentView.of(held) for held in subject.held],
            taken_out=[RemovedAssessmentView.of(held) for held in subject.taken_out],
            role=subject.role,
            allowed=subject.allowed,
        )
