"""A calendar day in a request: written as a day, never taken from an instant.

A day with a time and an offset, or a number of seconds, names an instant. Whose day that instant
is on depends on the time zone, so reading it as a day of the district can be a day off.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

MOST_DAYS_AHEAD = 400
"""How far ahead a last day may be (of automatic delivery; to give an assessment): a school year and
its summer."""

SENTENCES = {
    "day_has_offset": "This has a time zone of its own, so it can be another day in the district. "
    "Give the day as the district's calendar shows it, written like 2026-08-17, without a time "
    "or an offset.",
    "day_has_time": "This has a time of day. Give the day alone, written like 2026-08-17.",
    "day_is_a_number": "This is a number, such as seconds or milliseconds, so it can be another "
    "day in the district. Give the day as the district's calendar shows it, written like "
    "2026-08-17.",
    "clock_time_is_a_number": "This is a number. Give the time as the district's clock shows it, "
    "written like 08:30.",
}
"""Why something is no day, or no time of day, by the code of the refusal."""

_DAY_AND_TIME = r"\d{4}-\d{2}-\d{2}[T ]?\d{2}.*"  # compiled by the first that are read
_OFFSET = r"(Z|[+-]\d{2}(:?\d{2})?(:?\d{2})?)$"
_NUMBER = r"[+-]?\d+(\.\d*)?(e[+-]?\d+)?"
_FLAGS = re.ASCII | re.IGNORECASE


def read_date(day: str) -> date | None:
    """Read a day as it is kept; none of an empty text.

    >>> read_date("2026-10-02"), read_date("")
    (datetime.date(2026, 10, 2), None)
    """
    return date.fromisoformat(day) if day else None


def write_out(day: date) -> str:
    """Write a day for people.

    >>> write_out(date(2026, 10, 2))
    'Friday, October 2, 2026'
    """
    return f"{day:%A, %B} {day.day}, {day.year}"


def _read_day(given: object) -> object:
    """Refuse what is more than a day, with the true reason; pydantic reads the rest."""
    if _is_number(given):
        raise _build_error("day_is_a_number")
    if isinstance(given, datetime):
        raise _build_error("day_has_offset" if given.tzinfo else "day_has_time")
    written = given.strip() if isinstance(given, str) else ""
    if re.fullmatch(_DAY_AND_TIME, written, _FLAGS):
        raise _build_error(
            "day_has_offset" if re.search(_OFFSET, written[10:], _FLAGS) else "day_has_time"
        )
    return written or given


def _read_clock_time(given: object) -> object:
    """Refuse a number of seconds since midnight; pydantic reads the rest."""
    if _is_number(given):
        raise _build_error("clock_time_is_a_number")
    return given


Day = Annotated[date, BeforeValidator(_read_day)]
"""A day of the district's calendar."""

RefuseNumbers = BeforeValidator(_read_clock_time)
"""For a time of day: pydantic reads a number as seconds since midnight."""


def _is_number(given: object) -> bool:
    if isinstance(given, str):
        return re.fullmatch(_NUMBER, given.strip(), _FLAGS) is not None
    return isinstance(given, int | float) and not isinstance(given, bool)


def _build_error(code: str) -> PydanticCustomError:
    return PydanticCustomError(code, SENTENCES[code])
