"""HTTP for choosing trackers: what would match, and what saving would do."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field

from chalicelib.distribution.holdings import Holding
from chalicelib.distribution.matching import SENTENCES
from chalicelib.distribution.routes import DistributionChanges, NewDistribution
from chalicelib.distribution.views import AutomaticView, MomentView, automatic_facts, moment_facts
from chalicelib.paging import Page
from chalicelib.web.id_names import NameOf, SchoolName
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .listing import SchoolFilter
from .previews import DistributionPreview
from .service import SchoolCount, TrackerChoice

if TYPE_CHECKING:
    from .previews import Previews
    from .service import Choosing

    class DistributionTargetingServices(Protocol):
        """What the edge hands to these views."""

        choosing: Choosing
        previews: Previews

    DistributionChoosingRequest = Request[DistributionTargetingServices]


routes = Routes("Distribution")


class SchoolMatchView(Representation):
    """How many trackers of a school match."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    name: str = Field(serialization_alias="school_name")
    """The school's name. Example: `Lincoln Elementary`"""
    matching: int = Field(serialization_alias="matching_count")
    """How many trackers match and do not have the assessment. Example: `8`"""
    having: int = Field(serialization_alias="existing_count")
    """How many trackers match and have the assessment already. They are left out. Example: `1`"""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers the school has. Example: `12`"""


class ExistingAssessmentView(Representation):
    """Since when a tracker has the assessment, and from whom."""

    since: str = Field(serialization_alias="added_at")
    """Since when the tracker has the assessment. Example: `2026-09-14T17:00:00Z`"""
    source: str
    """From whom the tracker has it.

    - `district`: A distribution brought it.
    - `teacher`: A teacher added it.
    - `team`: A data team's Mastery Process brought it.
    """
    by: str = Field(serialization_alias="added_by_id")
    """The id of who brought it. Example: `A-1`"""
    by_name: str = Field(serialization_alias="added_by_name")
    """The name of who brought it. Example: `Dana Reyes`"""
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
        return cls(
            tracker=row.id,
            title=row.title,
            class_title=row.class_title,
            owner=row.owner,
            owner_name=row.owner_name,
            matches=why is None,
            reason=why.reason.value if why else "",
            explanation=SENTENCES[why.reason] if why else "",
            missing=subject.missing,
            has=_holding(held, subject.brought_by) if held else None,
        )


class LeftOutTrackersView(Representation):
    """How many ticked trackers would not get it, and why."""

    reason: str
    """Why these trackers would not get it.

    - `missing_standards`: They do not track every standard of the assessment.
    - `other_set`: They were made with another standards set.
    - `other_scale`: They have another number of mastery levels.
    - `archived`: They are archived.
    - `class_past`: The terms of their classes are over.
    - `gone`: They no longer exist.
    - `already_there`: They have the assessment already.
    - `recalled_there`: They have the assessment from a distribution that was recalled.
    - `full`: They cannot hold another assessment.
    """
    explanation: str = Field(serialization_alias="message")
    """The same in a sentence. Example: `This tracker already has the assessment.`"""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers. Example: `3`"""


class PreviewedSchoolView(Representation):
    """How many trackers of a school would get it, and how many have it already."""

    school: str = Field(serialization_alias="school_id")
    """The school, by its id. Example: `S-104`"""
    school_name: SchoolName = None
    trackers: int = Field(serialization_alias="tracker_count")
    """How many of its trackers would get it. Example: `12`"""
    having: int = Field(serialization_alias="existing_count")
    """How many of its ticked trackers have it already. Example: `2`"""


class PreviewedTrackerView(Representation):
    """A ticked tracker that has the assessment already."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 1`"""
    school: str = Field(serialization_alias="school_id")
    """The tracker's school, by its id. Example: `S-104`"""
    school_name: SchoolName = None
    owner: str = Field(serialization_alias="owner_id")
    """Whose tracker it is, by their id. Example: `T-311`"""
    owner_name: Annotated[str | None, NameOf("person", "owner_id")] = None
    """Whose tracker it is, by name; null if it is not known."""


class PreviewedScheduleView(Representation):
    """Another distribution that is scheduled to bring the assessment to some of these trackers."""

    distribution: str = Field(serialization_alias="distribution_id")
    """The other distribution, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    start: MomentView
    """When it delivers."""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers both would reach. Example: `12`"""


class PreviewedRecipientView(Representation):
    """Somebody who would get an e-mail, unless they declined such e-mails."""

    person: str = Field(serialization_alias="person_id")
    """The person, by their id. Example: `T-311`"""
    person_name: Annotated[str | None, NameOf("person", "person_id")] = None
    """The person's name; null if it is not known."""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers the e-mail would list. Example: `2`"""


class DistributionPreviewView(Representation):
    """What saving would do: how many trackers and schools get it, when, and who gets an e-mail."""

    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers would get it. Example: `120`"""
    schools: int = Field(serialization_alias="school_count")
    """How many schools these are of. Example: `6`"""
    people: int = Field(serialization_alias="recipient_count")
    """How many people would get an e-mail, each once; 0 without `notify`. Example: `84`"""
    by_school: list[PreviewedSchoolView]
    """Every school with a tracker that would get it or has it."""
    existing: list[PreviewedTrackerView]
    """Trackers of ticked schools that match and have it already; the first 100."""
    recipients: list[PreviewedRecipientView]
    """Who would get an e-mail; the first 100 of `recipient_count`."""
    left_out: list[LeftOutTrackersView]
    """Ticked trackers that would not get it, and why."""
    scheduled: list[PreviewedScheduleView]
    """Other distributions of it that are scheduled for some of these trackers, the soonest first.

    A tracker gets an assessment once: the later distribution skips it. The 100 distributions of the
    district that start first are looked at.
    """
    option: str
    """Whether it would be delivered at once or at a set time.

    - `now`: At once.
    - `schedule`: At `start`.
    """
    switched: bool = Field(serialization_alias="switched_to_schedule")
    """Whether “now” with a date in the future became a schedule."""
    time_defaulted: bool
    """Whether the time of day was chosen by us because none was sent."""
    start: MomentView
    """When it would be delivered."""
    notify: bool
    """Whether teachers would get an e-mail."""
    automatic: AutomaticView | None
    """Until when new trackers that match would receive it; null when they would not."""
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day on which classes are to be given it; null when nobody named one.

    Example: `2026-10-16`
    """
    message: str
    """All this in words, to show before saving. Example: `120 trackers of 6 schools get it now.`"""

    @classmethod
    def of(cls, subject: DistributionPreview) -> DistributionPreviewView:
        """Render a preview."""
        made = subject.made
        facts: dict[str, Any] = {
            "trackers": made.total,
            "schools": len(made.schools),
            "people": subject.people,
            "by_school": [asdict(each) for each in subject.schools],
            "existing": [
                {
                    "tracker": each.id,
                    "title": each.title,
                    "school": each.school,
                    "owner": each.owner,
                }
                for each in subject.existing
            ],
            "recipients": [asdict(each) for each in subject.recipients],
            "left_out": [
                {"reason": reason.value, "explanation": SENTENCES[reason], "trackers": number}
                for reason, number in sorted(subject.left_out.items())
            ],
            "scheduled": [
                {
                    "distribution": each.distribution,
                    "start": moment_facts(each.start),
                    "trackers": each.trackers,
                }
                for each in subject.schedules
            ],
            "option": made.timing.option,
            "switched": made.timing.switched,
            "time_defaulted": made.timing.time_defaulted,
            "start": moment_facts(made.timing.start),
            "notify": made.notify,
            "automatic": automatic_facts(made.automatic),
            "give_until": made.give_until,
            "message": subject.message,
        }
        return cls.model_validate(facts)


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
    request: DistributionChoosingRequest, assessment_id: str
) -> Page[SchoolCount]:
    """Count matching and all trackers per school, before any is expanded.

    The first step of distributing: how many trackers each school has, and how many of them match.
    The sums are of all schools, also where a part of them is listed.
    """
    window = request.window
    page = request.services.choosing.matches(
        request.caller, assessment_id, window.limit, window.after, request.query
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
    request: DistributionChoosingRequest, assessment_id: str, school_id: str
) -> Page[TrackerChoice]:
    """Expand one school.

    A tracker that does not match says why and what to do.
    """
    window = request.window
    return request.services.choosing.expand(
        request.caller, assessment_id, school_id, window.limit, window.after
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
def preview_distribution(request: DistributionChoosingRequest) -> DistributionPreview:
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
    request: DistributionChoosingRequest, distribution_id: str
) -> DistributionPreview:
    """Look at what a change would do."""
    changes: DistributionChanges = request.body
    return request.services.previews.of_change(request.act, distribution_id, changes.changes())
