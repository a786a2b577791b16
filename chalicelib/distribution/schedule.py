"""When delivery begins: now, or at the start date and time that was chosen, in district time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from chalicelib.days import MOST_DAYS_AHEAD, Day, RefuseNumbers, write_out
from chalicelib.distribution import refusals
from chalicelib.errors import Invalid
from chalicelib.frozen_models import FrozenModel, StrictModel

from .walltime import Moment, Which, midnight_after, moment_at, moment_text, resolve

Option = Literal["now", "schedule"]

DEFAULT_START = time(7, 0)
"""Start time when only a date is given: teachers find the assessment as their day begins, no mail
leaves at midnight, and no US zone ever skips it."""

MAX_AHEAD = timedelta(days=731)
"""Trackers live for a school year, and time-zone rules are rarely known further ahead; a date
beyond two years is nearly always a mistyped year."""


class Start(StrictModel):
    """A person's choice: the option, and perhaps a date, a time, and which of two equal times."""

    option: Option = "now"
    """Whether to deliver it at once or at a set time. `now` with a date in the future becomes
    `schedule`.

    - `now`: At once.
    - `schedule`: At the date and time that are sent.
    """
    start_date: Day | None = None
    """The day, in the district's time zone. Example: `2026-09-21`"""
    start_time: Annotated[time, RefuseNumbers] | None = None
    """The time of day, in the district's time zone; without it the start of the school day.

    Example: `08:30`
    """
    which: Which | None = None
    """Which of two equal local times is meant, in the hour that the end of daylight saving repeats.

    - `earlier`: The first of the two.
    - `later`: The second of the two.
    """


class Timing(FrozenModel):
    """The decision. `switched`: "now" became "schedule"; `time_defaulted`: no time was given."""

    option: Option
    start: Moment
    switched: bool = False
    time_defaulted: bool = False

    @property
    def day(self) -> str:
        """On which day it is delivered: a class that is over by then gets nothing."""
        return self.start.local.date().isoformat()


class Until(FrozenModel):
    """The last day, inclusive, and the moment it is over: the midnight at its end."""

    day: date
    ends: Moment


def until(day: date, start: Moment, now: datetime, *, pointer: str = "") -> Until:
    """Decide until when new trackers receive a distribution that begins at `start`.

    The last day is one of the district's, in the zone of `start`. Raises `Invalid`: a day that is
    over, one before delivery begins, one too far ahead.
    """
    zone = start.zone
    today = moment_at(now, zone).local.date()
    if day < today:
        raise refusals.AUTOMATIC_UNTIL_IN_THE_PAST(pointer=pointer, day=_format_day(day), zone=zone)
    if (day - today).days > MOST_DAYS_AHEAD:
        raise refusals.AUTOMATIC_UNTIL_TOO_FAR_AHEAD(
            pointer=pointer, day=_format_day(day), most=MOST_DAYS_AHEAD
        )
    if day < start.local.date():
        raise refusals.AUTOMATIC_UNTIL_BEFORE_START(
            pointer=pointer, date=_format_day(start.local.date())
        )
    return Until(day=day, ends=midnight_after(day, zone))


def check_give_until(day: date, start: Moment, now: datetime, *, pointer: str = "") -> None:
    """Refuse a day by which no class could be given what is delivered at `start`, or a far one.

    The day is one of the district's, in the zone of `start`. Raises `Invalid`.
    """
    today, first = moment_at(now, start.zone).local.date(), start.local.date()
    if day < today:
        raise refusals.GIVE_UNTIL_IN_THE_PAST(pointer=pointer, day=write_out(day), zone=start.zone)
    if day < first:
        raise refusals.GIVE_UNTIL_BEFORE_START(pointer=pointer, date=write_out(first))
    if (day - max(today, first)).days > MOST_DAYS_AHEAD:
        raise refusals.GIVE_UNTIL_TOO_FAR_AHEAD(
            pointer=pointer, day=write_out(day), most=MOST_DAYS_AHEAD
        )


def _format_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def deliver(start: Start, zone: str, now: datetime, *, pointer: str = "") -> Timing:
    """Decide when delivery begins; `now` is the aware instant of the request.

    "now" with a moment still ahead becomes "schedule". The current minute counts as now, not as
    past: who picks 9:00 at 9:00:20 means now. `pointer` is where `start` stands in the request.
    Raises `Invalid`: a past, missing, impossible or far-off moment.
    """
    if start.start_date is None:
        _refuse_without_date(start, pointer)
        return Timing(option="now", start=moment_at(now, zone))
    today = moment_at(now, zone).local.date()
    if start.option == "now" and start.start_date == today and start.start_time is None:
        return Timing(option="now", start=moment_at(now, zone))
    return _at_chosen_moment(start, start.start_date, zone, now, pointer)


def _at_chosen_moment(start: Start, day: date, zone: str, now: datetime, pointer: str) -> Timing:
    _refuse_other_times(day, zone, now, pointer)
    moment = resolve(day, start.start_time or DEFAULT_START, zone, start.which, pointer=pointer)
    this_minute = now.replace(second=0, microsecond=0)
    if moment.utc < this_minute:
        raise _in_the_past(moment_text(moment), zone, now, pointer)
    if moment.utc > now + MAX_AHEAD:
        raise _too_far_ahead(moment_text(moment), pointer)
    is_now = start.option == "now" and moment.utc <= now
    return Timing(
        option="now" if is_now else "schedule",
        start=moment_at(now, zone) if is_now else moment,
        switched=start.option == "now" and not is_now,
        time_defaulted=start.start_time is None,
    )


def _refuse_other_times(day: date, zone: str, now: datetime, pointer: str) -> None:
    """Refuse years that are beside the question, before the calendar's ends get in the way."""
    if day.year < now.year - 1:
        raise _in_the_past(_format_day(day), zone, now, pointer)
    if day.year > now.year + 3:
        raise _too_far_ahead(_format_day(day), pointer)


def _refuse_without_date(start: Start, pointer: str) -> None:
    if start.option == "schedule":
        raise refusals.START_DATE_MISSING(f"{pointer}/start_date")
    if start.start_time is not None:
        raise refusals.START_DATE_MISSING_FOR_TIME(f"{pointer}/start_date")


def _in_the_past(text: str, zone: str, now: datetime, pointer: str) -> Invalid:
    return refusals.START_IN_THE_PAST(
        pointer=f"{pointer}/start_date", moment=text, now=moment_text(moment_at(now, zone))
    )


def _too_far_ahead(text: str, pointer: str) -> Invalid:
    return refusals.START_TOO_FAR_AHEAD(pointer=f"{pointer}/start_date", moment=text)
