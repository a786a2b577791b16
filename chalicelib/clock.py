"""The one door for time. Everything else asks a `Clock`; nothing else reads the machine's."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Says what time it is; tests and the crash laboratory bring their own."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


def instant(moment: datetime) -> str:
    """Write an aware datetime as RFC 3339 UTC with milliseconds: sorts as text.

    >>> instant(datetime(2026, 8, 17, 13, 5, tzinfo=UTC))
    '2026-08-17T13:05:00.000Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_instant(text: str) -> datetime:
    """Read what `instant` wrote."""
    return datetime.fromisoformat(text)


@cache
def zones() -> frozenset[str]:
    """Name every time zone there is: those of the pinned `tzdata`, whatever the machine has."""
    from importlib.resources import files

    return frozenset(files("tzdata").joinpath("zones").read_text().split())


@cache
def zone_rules(zone: str) -> ZoneInfo:
    """Return the rules of an IANA zone that there is, from the pinned `tzdata`."""
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=zone)


def day_in(zone: str, moment: datetime) -> str:
    """Return which day a calendar in this zone shows at a moment.

    >>> day_in("America/Chicago", datetime(2026, 11, 19, 5, 59, tzinfo=UTC))
    '2026-11-18'
    """
    return moment.astimezone(zone_rules(zone)).date().isoformat()


def time_in(zone: str, moment: datetime) -> str:
    """Write a moment as a clock in this zone shows it.

    >>> time_in("America/Chicago", datetime(2026, 11, 19, 18, 5, tzinfo=UTC))
    '12:05 PM'
    """
    local = moment.astimezone(zone_rules(zone))
    half = "AM" if local.hour < _NOON else "PM"
    return f"{local.hour % _NOON or _NOON}:{local:%M} {half}"


_NOON = 12
