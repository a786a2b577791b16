"""What several screens of distributions show alike: moments, counts, what was ticked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.web.representation import Representation, show_as

from .schedule import Until
from .walltime import Moment


class SelectionView(Representation):
    """What was ticked."""

    district: bool = Field(serialization_alias="whole_district")
    schools: list[str] = Field(serialization_alias="school_ids")
    trackers: list[str] = Field(serialization_alias="tracker_ids")


class MomentView(Representation):
    """A moment, said in every way: the wall clock, its zone and offset, and UTC."""

    local: str
    zone: str = Field(serialization_alias="time_zone")
    offset: str = Field(serialization_alias="utc_offset")
    utc: str
    ambiguous: bool


class TrackerCountsView(Representation):
    """How many trackers stand where."""

    total: int
    delivered: int
    skipped: int
    failed: int
    pending: int
    cancelled: int = Field(serialization_alias="canceled")


class AutomaticView(Representation):
    """Until when new trackers that match receive it: the last day, and when that is over."""

    until: date = Field(serialization_alias="end_date")
    ends: MomentView = Field(serialization_alias="end")


class RecallView(Representation):
    """When it was recalled, by whom, and why."""

    at: str = Field(serialization_alias="recalled_at")
    by: str = Field(serialization_alias="recalled_by_id")
    by_name: str = Field(serialization_alias="recalled_by_name")
    reason: str = Field(serialization_alias="comment")


class OpensProcessView(Representation):
    """The Mastery Process that it opens: in which data teams, null for all of them."""

    name: str
    teams: list[str] | None = Field(serialization_alias="team_ids")


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
    }
