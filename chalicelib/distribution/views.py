"""What several screens of distributions show alike: moments, counts, what was ticked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.web.id_names import NamedView, NameOf
from chalicelib.web.representation import Representation, show_as

from .schedule import Until
from .walltime import Moment, moment_text


class SelectionView(Representation):
    """What was ticked."""

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
    """A moment, said in every way: the wall clock, its zone and offset, and UTC."""

    local: str
    """The local time, without an offset. Example: `2026-09-21T08:30:00`"""
    zone: str = Field(serialization_alias="time_zone")
    """The IANA time zone of the local time. Example: `America/Chicago`"""
    offset: str = Field(serialization_alias="utc_offset")
    """What the local time is ahead of UTC. Example: `-05:00`"""
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
    """Until when new trackers that match receive it: the last day, and when that is over."""

    until: date = Field(serialization_alias="end_date")
    """The last day on which new trackers receive it. Example: `2026-12-18`"""
    ends: MomentView = Field(serialization_alias="end")
    """The moment at which that day is over."""


class RecallView(Representation):
    """When it was recalled, by whom, and why."""

    at: str = Field(serialization_alias="recalled_at")
    """When it was recalled. Example: `2026-10-05T15:04:05Z`"""
    by: str = Field(serialization_alias="recalled_by_id")
    """The id of who recalled it. Example: `A-1`"""
    by_name: str = Field(serialization_alias="recalled_by_name")
    """The name of who recalled it. Example: `Dana Reyes`"""
    reason: str = Field(serialization_alias="comment")
    """Why it was recalled; blank when nobody said it. Example: `Item 7 is misprinted.`"""


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
    """Say until when new trackers receive it, for `AutomaticView`."""
    if automatic is None:
        return None
    return {"until": automatic.day, "ends": moment_facts(automatic.ends)}


def moment_facts(moment: Moment) -> dict[str, Any]:
    """Say a moment in every way, for `MomentView`."""
    return {
        "local": f"{moment.local:%Y-%m-%dT%H:%M}",
        "zone": moment.zone,
        "offset": moment.offset,
        "utc": moment.utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "ambiguous": moment.ambiguous,
        "text": moment_text(moment),
    }
