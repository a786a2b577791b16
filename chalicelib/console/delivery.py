"""Delivery options as a form has them, and as the API takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from chalicelib.clock import from_instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .forms import Form

NOW, SCHEDULE = "now", "schedule"
LATER = "later"
ALL_TEAMS, SOME_TEAMS = "all", "some"

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "/assessment_id": "assessment",
        "/selection": "selection",
        "/start": "option",
        "/start/start_date": "start_date",
        "/start/start_time": "start_time",
        "/automatic_end_date": "automatic",
        "/give_until_date": "give_until",
        "/opens_process": "opens",
        "/opens_process/name": "process_name",
        "/opens_process/team_ids": "teams",
    }
)
"""Where the API points, and the form's field there."""

_TEXTS = (
    "option",
    "start_date",
    "start_time",
    "occurrence",
    "give_until",
    "automatic",
    "process_name",
    "teams",
)
"""The form's fields of one text each."""

QUARTERS = tuple(f"{(6 + n // 4) % 24:02}:{n % 4 * 15:02}" for n in range(96))
"""Every quarter of an hour, the school day's first."""


@dataclass(frozen=True, slots=True)
class DeliveryOptions:
    """The options of a delivery, as the person typed them."""

    option: str = NOW
    start_date: str = ""
    start_time: str = ""
    occurrence: str = ""
    """Which of two equal times is meant, `earlier` or `later`, once a preview has asked."""
    notify: bool = False
    give_until: str = ""
    automatic: str = ""
    opens: bool = False
    process_name: str = ""
    teams: str = ALL_TEAMS
    team: tuple[str, ...] = ()

    @classmethod
    def read(cls, form: Form) -> DeliveryOptions:
        return cls(
            option=form.one("option", NOW),
            start_date=form.one("start_date").strip(),
            start_time=form.one("start_time").strip(),
            occurrence=form.one("occurrence"),
            notify=form.has("notify"),
            give_until=form.one("give_until").strip(),
            automatic=form.one("automatic").strip(),
            opens=form.has("opens"),
            process_name=form.one("process_name"),
            teams=form.one("teams", ALL_TEAMS),
            team=tuple(dict.fromkeys(form.all("team"))),
        )

    def choose(self, moment: str) -> DeliveryOptions:
        """Take a way out: another local moment, or which of two equal ones."""
        day, between, time = moment.partition("T")
        if not between:
            return replace(self, occurrence=moment)
        return replace(self, start_date=day, start_time=time, occurrence="")

    @classmethod
    def of(cls, distribution: Mapping[str, Any]) -> DeliveryOptions:
        """Return those of a distribution, as its form shows them."""
        scheduled = distribution["option"] == SCHEDULE
        day, _, time = distribution["start"]["local"].partition("T")
        opens = distribution["opens_process"]
        teams = opens["team_ids"] if opens else None
        automatic = distribution["automatic"]
        return cls(
            option=distribution["option"],
            start_date=day if scheduled else "",
            start_time=time[:5] if scheduled else "",
            occurrence=LATER if is_second(distribution["start"]) else "",
            notify=distribution["notify"],
            give_until=distribution["give_until_date"] or "",
            automatic=automatic["end_date"] if automatic else "",
            opens=bool(opens),
            process_name=opens["name"] if opens else "",
            teams=ALL_TEAMS if teams is None else SOME_TEAMS,
            team=tuple(teams or ()),
        )

    def body(self) -> dict[str, Any]:
        """Return them as parts of the API's distribution; leave out blank ones."""
        start = {
            "option": self.option,
            "start_date": self.start_date,
            "start_time": self.start_time,
            "occurrence": self.occurrence,
        }
        body: dict[str, Any] = {
            "start": {name: text for name, text in start.items() if text},
            "notify": self.notify,
        }
        if self.give_until:
            body["give_until_date"] = self.give_until
        if self.automatic:
            body["automatic_end_date"] = self.automatic
        if self.opens:
            named = {"team_ids": list(self.team)} if self.teams == SOME_TEAMS else {}
            body["opens_process"] = {"name": self.process_name, **named}
        return body

    def everything(self) -> list[tuple[str, str]]:
        """Return the hidden fields that keep them on another page."""
        boxes = [(name, "yes") for name in ("notify", "opens") if getattr(self, name)]
        return [
            *((name, getattr(self, name)) for name in _TEXTS),
            *boxes,
            *(("team", each) for each in self.team),
        ]


def is_second(moment: Mapping[str, Any]) -> bool:
    """Return whether a moment of the API is the second one of its local time on that day."""
    zone = ZoneInfo(moment["time_zone"])
    return bool(from_instant(moment["utc"]).astimezone(zone).fold)


def write_wall_time(moment: str) -> str:
    """Write a local moment: `Sunday, March 14, 1:59 AM`."""
    there = datetime.fromisoformat(moment)
    return f"{there:%A, %B} {there.day}, {there:%I:%M %p}".replace(", 0", ", ")
