"""The fields that several views of distributions share: moments, counts, the ticked places."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from chalicelib.days import Day
from chalicelib.web.id_names import NamedView, NameOf
from chalicelib.web.representation import Body, Reference, Representation, Title, Version, show_as

from .changes import Changes
from .drafts import NewlyAsked
from .model import Distribution, OpensProcess, Selection
from .schedule import Start, Until
from .walltime import Moment, Which, moment_text


class SelectionView(Representation):
    """The selection."""

    district: bool = Field(serialization_alias="whole_district")
    """Whether the whole district is ticked."""
    schools: list[str] = Field(serialization_alias="school_ids")
    """Schools that are ticked, by their ids. Example: `["S-104"]`"""
    named_schools: Annotated[
        tuple[NamedView, ...], NameOf("school", "school_ids"), Field(serialization_alias="schools")
    ] = ()
    """The same schools with their names."""
    trackers: list[str] = Field(serialization_alias="tracker_ids")
    """Single trackers that are ticked, by their ids. Example: `["01J7Z5T0QK3W8V6M2N4P9R1S0A"]`"""


class MomentView(Representation):
    """A moment in every notation: the wall clock, its zone and offset, and UTC."""

    local: str
    """The local time, without an offset. Example: `2026-09-21T08:30:00`"""
    zone: str = Field(serialization_alias="time_zone")
    """The IANA time zone of the local time. Example: `America/Chicago`"""
    offset: str = Field(serialization_alias="utc_offset")
    """The offset of local time from UTC. Example: `-05:00`"""
    utc: str
    """The same instant in UTC. Example: `2026-09-21T13:30:00Z`"""
    ambiguous: bool
    """Whether the local time occurs twice on that day."""
    text: str
    """The moment in words.

    Example: `Monday, September 21, 2026 at 8:30 AM CDT (America/Chicago)`
    """


class TrackerCountsView(Representation):
    """How many trackers stand where."""

    total: int
    """How many trackers are in it. Example: `120`"""
    delivered: int
    """How many have it. Example: `110`"""
    skipped: int
    """How many no longer matched. Example: `4`"""
    failed: int
    """How many could not be reached. Example: `0`"""
    pending: int
    """How many wait for their turn. Example: `6`"""
    cancelled: int = Field(serialization_alias="canceled")
    """How many were canceled with it. Example: `0`"""


class AutomaticView(Representation):
    """The last day on which new matching trackers receive it, and the moment at which it ends."""

    until: date = Field(serialization_alias="end_date")
    """The last day on which new trackers receive it. Example: `2026-12-18`"""
    ends: MomentView = Field(serialization_alias="end")
    """The moment at which that day is over."""


class RecallView(Representation):
    """The time, the person and the reason of the recall."""

    at: str = Field(serialization_alias="recalled_at")
    """When it was recalled. Example: `2026-10-05T15:04:05Z`"""
    by: str = Field(serialization_alias="recalled_by_id")
    """The id of the person who recalled it. Example: `A-1`"""
    by_name: str = Field(serialization_alias="recalled_by_name")
    """The name of the person who recalled it. Example: `Dana Reyes`"""
    reason: str = Field(serialization_alias="comment")
    """The reason for the recall; blank when none was given. Example: `Item 7 is misprinted.`"""


class OpensProcessView(Representation):
    """The Mastery Process that it opens: in which data teams, null for all of them."""

    name: str
    """The name of the Mastery Processes. Example: `Fractions, fall 2026`"""
    teams: list[str] | None = Field(serialization_alias="team_ids")
    """The data teams in which one is opened; null for all of them.

    Example: `["01J7Z5T0QK3W8V6M2N4P9R1S0A"]`
    """
    named_teams: Annotated[
        tuple[NamedView, ...], NameOf("team", "team_ids"), Field(serialization_alias="teams")
    ] = ()
    """The same data teams with their names; empty where all of them are meant."""


ShownState = Annotated[
    str,
    show_as(
        {"cancelled": "canceled"},
        Literal["scheduled", "delivering", "delivered", "canceled", "recalled"],
    ),
]


def automatic_facts(automatic: Until | None) -> dict[str, Any] | None:
    """Return until when new trackers receive it, for `AutomaticView`."""
    if automatic is None:
        return None
    return {"until": automatic.day, "ends": moment_facts(automatic.ends)}


def moment_facts(moment: Moment) -> dict[str, Any]:
    """Return a moment in every way, for `MomentView`."""
    return {
        "local": f"{moment.local:%Y-%m-%dT%H:%M}",
        "zone": moment.zone,
        "offset": moment.offset,
        "utc": moment.utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "ambiguous": moment.ambiguous,
        "text": moment_text(moment),
    }


_ID = Field(min_length=1, max_length=64)


class NewStart(Start):
    """When it is delivered."""

    which: Which | None = Field(default=None, validation_alias="occurrence")
    """Which of two equal local times is meant, in the hour that the end of daylight saving repeats.

    - `earlier`: The first of the two.
    - `later`: The second of the two.
    """


class SelectionBody(Body):
    """The selection: the whole district, whole schools, single trackers."""

    district: bool = Field(default=False, validation_alias="whole_district")
    """Whether the whole district is ticked."""
    schools: list[Reference] = Field(default=[], max_length=1000, validation_alias="school_ids")
    """Schools that are ticked, by their ids. Example: `["S-104"]`"""
    trackers: list[Reference] = Field(default=[], max_length=5000, validation_alias="tracker_ids")
    """Single trackers that are ticked, by their ids. Example: `["01J7Z5T0QK3W8V6M2N4P9R1S0A"]`"""

    def selection(self) -> Selection:
        """Return it as the domain's."""
        return Selection(
            district=self.district, schools=tuple(self.schools), trackers=tuple(self.trackers)
        )


class OpensProcessBody(Body):
    """A Mastery Process with the assessment as its pre-test, opened once it is delivered."""

    name: Annotated[Title, Field(max_length=120)]
    """The name of the Mastery Processes that it opens. Example: `Fractions, fall 2026`"""
    teams: Annotated[list[Reference], Field(min_length=1, max_length=1000)] | None = Field(
        default=None, validation_alias="team_ids"
    )
    """The data teams in which one is opened; without it all that are not retired.

    Example: `["01J7Z5T0QK3W8V6M2N4P9R1S0A"]`
    """

    def opening(self) -> OpensProcess:
        """Return it as the domain's, each team once."""
        teams = self.teams and tuple(dict.fromkeys(self.teams))
        return OpensProcess(name=self.name, teams=teams or None)


class NewDistribution(Body):
    """An assessment, the trackers it goes to, when, and whether teachers get an email."""

    assessment_id: str = _ID
    """The assessment to distribute. You must have made it, and only the district may see it.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    selection: SelectionBody
    """Which trackers get it."""
    start: NewStart = NewStart()
    """When it is delivered; without it at once."""
    notify: bool = False
    """Whether teachers get an email upon delivery."""
    automatic_until: Day | None = Field(default=None, validation_alias="automatic_end_date")
    """The last day, in the district's time zone, on which new matching trackers of the selected
    schools receive it automatically.

    Example: `2026-12-18`
    """
    give_until: Day | None = Field(default=None, validation_alias="give_until_date")
    """The last day for classes to get it, in the district's time zone.

    Example: `2026-10-16`
    """
    opens_process: OpensProcessBody | None = None
    """A Mastery Process that it opens in data teams, with the assessment as its pre-test."""

    def build_request(self) -> NewlyAsked:
        """Return it as the domain's."""
        return NewlyAsked(
            self.assessment_id,
            self.selection.selection(),
            self.start,
            self.notify,
            self.automatic_until,
            self.opens_process.opening() if self.opens_process else None,
            self.give_until,
        )


class DistributionChanges(Body):
    """The changes.

    Leave out what stays. Of a delivered distribution only the last days can change.
    """

    selection: SelectionBody | None = None
    """Which trackers get it. It replaces the earlier selection."""
    start: NewStart | None = None
    """When it is delivered."""
    notify: bool | None = None
    """Whether teachers get an email upon delivery."""
    automatic_until: Day | None = Field(default=None, validation_alias="automatic_end_date")
    """The last day on which new trackers that match receive it; null for no longer. It can be
    changed after delivery.

    Example: `2026-12-18`
    """
    give_until: Day | None = Field(default=None, validation_alias="give_until_date")
    """The last day for classes to get it; null for none. It can be changed after delivery.

    Example: `2026-10-16`
    """
    opens_process: OpensProcessBody | None = None
    """A Mastery Process that it opens in data teams; null for none."""

    def changes(self) -> Changes:
        """Return it as the domain's."""
        named = self.model_fields_set
        opens = self.opens_process.opening() if self.opens_process else None
        return Changes(
            selection=self.selection.selection() if self.selection else None,
            start=self.start,
            notify=self.notify,
            automatic=(self.automatic_until,) if "automatic_until" in named else None,
            give_until=(self.give_until,) if "give_until" in named else None,
            opens_process=(opens,) if "opens_process" in named else None,
        )


class DistributionRowView(Representation):
    """A distribution in a list, without what was ticked."""

    id: str
    """The distribution's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    creator: str = Field(serialization_alias="created_by_id")
    """The id of the person who made it. Example: `A-1`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The name of the person who made it. Example: `Dana Reyes`"""
    state: ShownState
    """Where it stands.

    - `scheduled`: It waits for its time.
    - `delivering`: Trackers are getting it.
    - `delivered`: Every tracker has it, or has a reason why not.
    - `canceled`: It was canceled before it started.
    - `recalled`: It was taken out of sight and out of mastery everywhere. It can be restored.
    """
    option: Literal["now", "schedule"]
    """The choice.

    - `now`: To deliver it at once.
    - `schedule`: To deliver it at `start`.
    """
    switched: bool = Field(serialization_alias="switched_to_schedule")
    """Whether “now” with a date in the future was made a schedule."""
    time_defaulted: bool
    """Whether the time of day was chosen by us because none was sent."""
    start: MomentView
    """When it is or was delivered."""
    notify: bool
    """Whether teachers get an email upon delivery."""
    notices: str = Field(serialization_alias="notification_state")
    """How far it is with its emails.

    - `none`: Nobody gets one.
    - `later`: They are written when it is delivered.
    - `writing`: It is delivered, and not every email is written yet.
    - `held`: It was recalled before every email was written.
    - `written`: Every email is written.
    """
    automatic: AutomaticView | None
    """Until when new trackers that match receive it; null when they do not."""
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for classes to get it; null when nobody named one.

    Example: `2026-10-16`
    """
    opens_process: OpensProcessView | None
    """The Mastery Process that it opens in data teams; null for none."""
    recalled: RecallView | None = Field(serialization_alias="recall")
    """The time, the person and the reason of the recall; null if it was not recalled."""
    counts: TrackerCountsView
    """How many trackers stand where."""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    started: str | None = Field(serialization_alias="started_at")
    """When delivery began; null before that. Example: `2026-09-14T17:00:02Z`"""
    finished: str | None = Field(serialization_alias="finished_at")
    """When the last tracker was settled; null before that. Example: `2026-09-14T17:00:31Z`"""
    repeats: str | None = Field(serialization_alias="repeats_id")
    """The distribution whose settings it took; null where it repeats none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    allowed: list[str]
    """The actions that you can take now.

    - `change`: Change trackers, time and notification.
    - `cancel`: Cancel it.
    - `retry`: Deliver again to trackers that failed.
    - `add`: Add trackers.
    - `automate`: Change until when new trackers receive it.
    - `move_give_until`: Change the last day for classes to get it.
    - `recall`: Recall it.
    - `restore`: Restore it.
    """
    part: list[str] | None = Field(serialization_alias="limited_to_school_ids")
    """For a school administrator, those of their schools that it has reached. All counts are of
    these. Null for everybody else.

    Example: `["S-104"]`
    """
    limited_to_schools: Annotated[
        tuple[NamedView, ...], NameOf("school", "limited_to_school_ids")
    ] = ()
    """The same schools with their names; empty where nothing is left out."""
    links: dict[str, str]
    """Where to go on.

    - `self`: This distribution.
    - `receipts`: The outcome for each tracker.
    - `results`: The results of its classes.
    - `openings`: The data teams in which it opens a process.
    - `job`: The job that says how far it is.
    - `assessment`: The assessment.
    """
    version: Version

    @classmethod
    def of(cls, subject: Distribution) -> Self:
        return cls.model_validate(distribution_facts(subject))


class DistributionView(DistributionRowView):
    """A distribution, with what was ticked."""

    selection: SelectionView
    """The selection."""


def distribution_facts(made: Distribution) -> dict[str, Any]:
    """Return all that is shown of a distribution, for its views."""
    counts = made.counts
    path = f"/v1/distributions/{made.id}"
    return {
        **made.model_dump(include={"id", "title", "creator", "creator_name", "notify", "version"}),
        "assessment_id": made.assessment,
        "state": made.state.value,
        "notices": made.notices.value,
        "created": _utc(made.created),
        "started": _utc(made.started),
        "finished": _utc(made.finished),
        "option": made.timing.option,
        "switched": made.timing.switched,
        "time_defaulted": made.timing.time_defaulted,
        "start": moment_facts(made.timing.start),
        "automatic": automatic_facts(made.automatic),
        "give_until": made.give_until,
        "opens_process": made.opens_process and made.opens_process.model_dump(),
        "recalled": made.recall and made.recall.model_dump(),
        "selection": SelectionView.of(made.selection),
        "counts": {
            "total": made.total,
            "pending": made.pending,
            "cancelled": made.cancelled,
            **counts.model_dump(),
        },
        "allowed": [move.value for move in made.allowed],
        "repeats": made.repeats or None,
        "part": None if made.part is None else sorted(made.part),
        "links": _links(made, path),
    }


def _links(made: Distribution, path: str) -> dict[str, str]:
    links = {each: f"{path}/{each}" for each in ("receipts", "results")} | {"self": path}
    if made.part is not None:
        return links
    openings = {"openings": f"{path}/openings"} if made.opens_process else {}
    job, assessment = f"/v1/jobs/distribution.{made.id}", f"/v1/assessments/{made.assessment}"
    return {**links, **openings, "job": job, "assessment": assessment}


def _utc(text: str) -> str | None:
    return text or None
