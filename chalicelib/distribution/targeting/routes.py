"""HTTP for choosing trackers: what would match, and what saving would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.distribution.holdings import Holding
from chalicelib.distribution.matching import SENTENCES
from chalicelib.distribution.views import (
    DistributionChanges,
    NewDistribution,
)
from chalicelib.paging import Page
from chalicelib.web.id_names import NamedSchoolView
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .listing import SchoolFilter
from .previews import DistributionPreview
from .service import SchoolCount, TrackerChoice
from .views import DistributionPreviewView

if TYPE_CHECKING:
    from chalicelib.distribution.wiring import DistributionWiring

routes = Routes("Distribution")


class SchoolMatchView(NamedSchoolView):
    """How many trackers of a school match."""

    matching: int = Field(serialization_alias="matching_count")
    """How many trackers match and do not have the assessment. Example: `8`"""
    having: int = Field(serialization_alias="existing_count")
    """How many trackers match and have the assessment already. They are left out. Example: `1`"""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers the school has. Example: `12`"""


class ExistingAssessmentView(Representation):
    """The day since which a tracker has the assessment, and its source."""

    since: str = Field(serialization_alias="added_at")
    """Since when the tracker has the assessment. Example: `2026-09-14T17:00:00Z`"""
    source: str
    """The source of the assessment in the tracker.

    - `district`: A distribution brought it.
    - `teacher`: A teacher added it.
    - `team`: A data team's Mastery Process brought it.
    """
    by: str = Field(serialization_alias="added_by_id")
    """The id of the person who brought it. Example: `A-1`"""
    by_name: str = Field(serialization_alias="added_by_name")
    """The name of the person who brought it. Example: `Dana Reyes`"""
    distribution: str | None = Field(serialization_alias="distribution_id")
    """The distribution that brought it; null when none did.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    recalled: bool
    """Whether the distribution was recalled, so that the tracker holds it and does not show it."""


class TrackerMatchView(Representation):
    """A tracker of a school, and whether it matches."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 2`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    owner: str = Field(serialization_alias="owner_id")
    """The id of the teacher whose tracker it is. Example: `T-311`"""
    owner_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    matches: bool
    """Whether a distribution would reach it."""
    reason: str = ""
    """Why it does not match.

    - `""`: It matches.
    - `missing_standards`: It does not track every standard of the assessment.
    - `other_set`: It was made with another standards set.
    - `other_scale`: It has another number of mastery levels.
    - `archived`: It is archived.
    - `class_past`: The terms of its class are over.
    - `gone`: It no longer exists.
    - `already_there`: It has the assessment already.
    - `recalled_there`: It has the assessment from a distribution that was recalled.
    - `full`: It cannot hold another assessment.
    """
    explanation: str = Field(default="", serialization_alias="message")
    """Why it does not match and what to do, in a sentence; blank when it matches.

    Example: `This tracker was created with another standards set.`
    """
    missing: tuple[str, ...] = Field(default=(), serialization_alias="missing_standards")
    """The codes of the standards that it does not track. Example: `["3.NF.A.3"]`"""
    has: ExistingAssessmentView | None = Field(default=None, serialization_alias="existing")
    """How it came by the assessment; null when it does not have it."""

    @classmethod
    def of(cls, subject: TrackerChoice) -> TrackerMatchView:
        """Render a tracker with its explanation."""
        row, why, held = subject.row, subject.why, subject.holding
        return cls.take(
            row,
            tracker=row.id,
            matches=why is None,
            reason=why.reason.value if why else "",
            explanation=SENTENCES[why.reason] if why else "",
            missing=subject.missing,
            has=_holding(held, subject.brought_by) if held else None,
        )


def _holding(held: Holding, name: str) -> ExistingAssessmentView:
    entry = held.entry
    return ExistingAssessmentView(
        since=entry.at,
        source=entry.source.value,
        by=entry.by,
        by_name=name,
        distribution=entry.distribution or None,
        recalled=held.recalled,
    )


@routes.get(
    "/v1/assessments/{assessment_id}/matches",
    policy=DISTRICT_ADMINS,
    query=SchoolFilter,
    answer=SchoolMatchView,
    listed=True,
    summary="Count the matching trackers of every school",
)
def list_matching_schools(
    request: Request[DistributionWiring], assessment_id: str
) -> Page[SchoolCount]:
    """Count matching and all trackers per school, before any is expanded.

    The first step of distributing: how many trackers each school has, and how many of them match.
    The sums are of all schools, also where a part of them is listed.
    """
    page = request.services.choosing.matches(
        request.caller, assessment_id, *request.window, request.query
    )
    return Page(page.items, page.after, {_TOTALS[n]: total for n, total in page.facts.items()})


_TOTALS = {"matching": "matching_count", "having": "existing_count", "trackers": "tracker_count"}
"""The API's names of what all schools add up to."""


@routes.get(
    "/v1/assessments/{assessment_id}/matches/{school_id}",
    policy=DISTRICT_ADMINS,
    answer=TrackerMatchView,
    listed=True,
    summary="List a school's trackers, who has it, and why some do not match",
)
def list_school_trackers(
    request: Request[DistributionWiring], assessment_id: str, school_id: str
) -> Page[TrackerChoice]:
    """Expand one school.

    A tracker that does not match says why and what to do.
    """
    return request.services.choosing.expand(
        request.caller, assessment_id, school_id, *request.window
    )


@routes.post(
    "/v1/distributions/preview",
    policy=DISTRICT_ADMINS,
    body=NewDistribution,
    answer=DistributionPreviewView,
    status=200,
    only_reads=True,
    summary="See what distributing would do, without doing it",
)
def preview_distribution(request: Request[DistributionWiring]) -> DistributionPreview:
    """Look at what would happen.

    Nothing is saved. Send what you would send to `POST /v1/distributions`.
    """
    return request.services.previews.of_new(request.act, request.body.build_request())


@routes.post(
    "/v1/distributions/{distribution_id}/preview",
    policy=DISTRICT_ADMINS,
    body=DistributionChanges,
    answer=DistributionPreviewView,
    status=200,
    only_reads=True,
    summary="See what a change of a distribution would do",
)
def preview_distribution_change(
    request: Request[DistributionWiring], distribution_id: str
) -> DistributionPreview:
    changes: DistributionChanges = request.body
    return request.services.previews.of_change(request.act, distribution_id, changes.changes())
