"""Wall time in the district, and the one instant it means.

People say "Monday at 8:00"; the machine needs an instant. The person's choice is kept: local time,
zone, and which of two equal times when the clock goes back. The instant is computed from it, and
again whenever the time-zone rules change. The rules are those of the pinned `tzdata` package, never
the machine's own, so every process of a stack agrees.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, NaiveDatetime

from chalicelib.clock import zone_rules, zones
from chalicelib.distribution import refusals
from chalicelib.errors import Invalid
from chalicelib.frozen_models import FrozenModel

Which = Literal["earlier", "later"]

MINUTE = timedelta(minutes=1)


class Moment(FrozenModel):
    """A wall time, the zone it is read in, and the instant it means. As JSON it is the stored form.

    `local` has no offset: it is what the clock on the wall shows. `fold` is 1 only for the later of
    two equal wall times; `ambiguous` says that there are two. `offset` looks like `-05:00`.
    """

    local: NaiveDatetime
    zone: str
    offset: str
    utc: AwareDatetime
    fold: int = 0
    ambiguous: bool = False


def resolve(
    day: date, at: time, zone: str, which: Which | None = None, *, pointer: str = ""
) -> Moment:
    """Return the moment of a wall time in a zone. A time that occurs twice means the earlier.

    Raises `Invalid` for a time that the clock skips, naming the two nearest that exist (also as
    the facts `before` and `after`), and for a time that is not a plain wall time to the minute.
    """
    _refuse_unless_plain(at, f"{pointer}/start_time")
    wall, rules = datetime.combine(day, at), rules_of(zone)
    if _is_skipped(wall, rules):
        raise _does_not_exist(wall, zone, pointer)
    return _moment(wall.replace(fold=int(which == "later")), zone)


def moment_at(instant: datetime, zone: str) -> Moment:
    """Return the time that the district's clock shows at an instant."""
    local = instant.astimezone(rules_of(zone))
    return _moment(local.replace(tzinfo=None), zone)


def midnight_after(day: date, zone: str) -> Moment:
    """Return the midnight after a day, or the next moment if the clocks skip midnight."""
    rules = rules_of(zone)
    wall = datetime.combine(day + timedelta(days=1), time(0))
    there = wall.replace(tzinfo=rules)
    return Moment(
        local=wall,
        zone=zone,
        offset=_offset(there),
        utc=there.astimezone(UTC),
        ambiguous=_is_twice(wall, rules),
    )


def due_instant(stored: Moment) -> datetime:
    """Return the UTC instant of a moment by today's rules, which may differ from `stored.utc`.

    New rules may skip the stored wall time; delivery then keeps the offset from before the gap, as
    calendars do (RFC 5545, 3.3.5): 2:30 happens when the clock shows 3:30. It is never refused.
    """
    return _read_again(stored).astimezone(UTC)


def resolve_again(stored: Moment) -> Moment:
    """Return the stored moment with offset and instant brought up to date with the rules."""
    there = _read_again(stored)
    return stored.model_copy(update={"utc": there.astimezone(UTC), "offset": _offset(there)})


@cache
def rules_of(zone: str) -> ZoneInfo:
    """Return the rules of an IANA zone, from the pinned `tzdata`. Raises `Invalid` if unknown."""
    if zone not in zones():
        raise refusals.UNKNOWN_TIME_ZONE(pointer="/time_zone", zone=zone)
    return zone_rules(zone)


def clock_text(local: datetime) -> str:
    """`Sunday, March 8, 2026 at 1:59 AM`: how a US school office writes a moment."""
    hour = local.hour % 12 or 12
    half = "AM" if local.hour < 12 else "PM"  # noqa: PLR2004 - noon
    return f"{local:%A, %B} {local.day}, {local.year} at {hour}:{local:%M} {half}"


def moment_text(moment: Moment) -> str:
    """Return the moment for people, with the zone: `Monday, … at 8:00 AM CDT (America/Chicago)`."""
    local = moment.utc.astimezone(rules_of(moment.zone))
    return f"{clock_text(local)} {local.tzname()} ({moment.zone})"


def _read_again(stored: Moment) -> datetime:
    rules = rules_of(stored.zone)
    skipped = _is_skipped(stored.local, rules)
    return stored.local.replace(tzinfo=rules, fold=0 if skipped else stored.fold)


def _is_skipped(wall: datetime, rules: ZoneInfo) -> bool:
    there = wall.replace(tzinfo=rules)
    return there.astimezone(UTC).astimezone(rules).replace(tzinfo=None) != wall.replace(fold=0)


def _is_twice(wall: datetime, rules: ZoneInfo) -> bool:
    first, second = (wall.replace(tzinfo=rules, fold=fold).utcoffset() for fold in (0, 1))
    return first != second and not _is_skipped(wall, rules)


def _moment(wall: datetime, zone: str) -> Moment:
    """`wall` is naive, exists, and carries the fold that was asked for."""
    rules = rules_of(zone)
    twice = _is_twice(wall, rules)
    wall = wall.replace(fold=wall.fold if twice else 0)
    there = wall.replace(tzinfo=rules)
    return Moment(
        local=wall.replace(fold=0),
        zone=zone,
        offset=_offset(there),
        utc=there.astimezone(UTC),
        fold=wall.fold,
        ambiguous=twice,
    )


def _offset(there: datetime) -> str:
    return there.isoformat()[-6:]


def _nearest(wall: datetime, rules: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the last wall minute before the gap around `wall` and the first one after it."""
    before, after = (wall.replace(tzinfo=rules, fold=fold).astimezone(UTC) for fold in (1, 0))
    shift = before.astimezone(rules).utcoffset()
    while after - before > MINUTE:
        middle = before + ((after - before) // 2 // MINUTE or 1) * MINUTE
        if middle.astimezone(rules).utcoffset() == shift:
            before = middle
        else:
            after = middle
    return tuple(t.astimezone(rules).replace(tzinfo=None) for t in (before, after))  # type: ignore[return-value]


def _refuse_unless_plain(at: time, pointer: str) -> None:
    if at.tzinfo is not None:
        raise refusals.START_TIME_HAS_OFFSET(pointer)
    if at.second or at.microsecond:
        raise refusals.START_TIME_HAS_SECONDS(pointer)


def _does_not_exist(wall: datetime, zone: str, pointer: str) -> Invalid:
    before, after = _nearest(wall, rules_of(zone))
    return refusals.START_TIME_DOES_NOT_EXIST(
        pointer=f"{pointer}/start_time",
        before=before.isoformat(timespec="minutes"),
        after=after.isoformat(timespec="minutes"),
        zone=zone,
        wall=clock_text(wall),
        place=zone,
        earlier=clock_text(before),
        later=clock_text(after),
    )
