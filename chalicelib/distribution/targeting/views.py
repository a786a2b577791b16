"""The effect of a distribution before it is saved, as clients see it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from chalicelib.distribution.matching import SENTENCES
from chalicelib.distribution.views import (
    AutomaticView,
    MomentView,
    automatic_facts,
    moment_facts,
)
from chalicelib.web.id_names import NameOf, SchoolName
from chalicelib.web.representation import Representation

from .previews import DistributionPreview


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
    """The id of the tracker's owner. Example: `T-311`"""
    owner_name: Annotated[str | None, NameOf("person", "owner_id")] = None
    """The name of the tracker's owner; null if it is not known."""


class PreviewedScheduleView(Representation):
    """Another distribution that is scheduled to bring the assessment to some of these trackers."""

    distribution: str = Field(serialization_alias="distribution_id")
    """The other distribution, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    start: MomentView
    """When it delivers."""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers both would reach. Example: `12`"""


class PreviewedRecipientView(Representation):
    """Somebody who would get an email, unless they declined such emails."""

    person: str = Field(serialization_alias="person_id")
    """The person, by their id. Example: `T-311`"""
    person_name: Annotated[str | None, NameOf("person", "person_id")] = None
    """The person's name; null if it is not known."""
    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers the email would list. Example: `2`"""


class DistributionPreviewView(Representation):
    """The effect of saving: how many trackers and schools get it, when, and who gets an email."""

    trackers: int = Field(serialization_alias="tracker_count")
    """How many trackers would get it. Example: `120`"""
    schools: int = Field(serialization_alias="school_count")
    """How many schools these are of. Example: `6`"""
    people: int = Field(serialization_alias="recipient_count")
    """How many people would get an email, each once; 0 without `notify`. Example: `84`"""
    by_school: list[PreviewedSchoolView]
    """Every school with a tracker that would get it or has it."""
    existing: list[PreviewedTrackerView]
    """Trackers of ticked schools that match and have it already; the first 100."""
    recipients: list[PreviewedRecipientView]
    """The people who would get an email; the first 100 of `recipient_count`."""
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
    """Whether teachers would get an email."""
    automatic: AutomaticView | None
    """Until when new trackers that match would receive it; null when they would not."""
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for classes to get it; null when nobody named one.

    Example: `2026-10-16`
    """
    message: str
    """All this in words, to show before saving. Example: `120 trackers of 6 schools get it now.`"""

    @classmethod
    def of(cls, subject: DistributionPreview) -> DistributionPreviewView:
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
