"""The one door for time. Everything else asks a `Clock`; nothing else reads the machine's."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Protocol


class Clock(Protocol):
    """Says what time it is; tests and the crash laboratory bring their own."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


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
