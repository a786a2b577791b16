"""When is the last day of automatic delivery over?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.days import MOST_DAYS_AHEAD
from chalicelib.distribution.schedule import Until, until
from chalicelib.distribution.walltime import midnight_after, moment_at, rules_of
from chalicelib.errors import Invalid

NOW = datetime(2026, 9, 15, 4, 30, tzinfo=UTC)
"""Still the 14th in Chicago."""
CHICAGO = "America/Chicago"
ZONES = (
    CHICAGO,
    "America/New_York",
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Pacific/Guam",
    "America/Puerto_Rico",
    "America/Indiana/Knox",
    "America/Havana",  # its clocks skip midnight itself
)


def decide(day: date, *, starts: datetime = NOW, now: datetime = NOW) -> Until:
    return until(day, moment_at(starts, CHICAGO), now, pointer="/automatic_until")


@given(st.dates(date(2025, 1, 1), date(2037, 12, 30)), st.sampled_from(ZONES))
def test_a_day_is_over_when_the_next_one_begins_in_its_zone(day: date, zone: str) -> None:
    ends, rules = midnight_after(day, zone).utc, rules_of(zone)
    assert ends.astimezone(rules).date() == day + timedelta(days=1)
    assert (ends - timedelta(seconds=1)).astimezone(rules).date() == day


def test_the_end_has_local_time_zone_offset_and_utc() -> None:
    ends = decide(date(2026, 11, 1)).ends
    assert (f"{ends.local:%Y-%m-%dT%H:%M}", ends.zone) == ("2026-11-02T00:00", CHICAGO)
    assert (ends.offset, ends.utc) == ("-06:00", datetime(2026, 11, 2, 6, tzinfo=UTC))


def test_today_is_the_districts_and_not_the_machines() -> None:
    assert decide(date(2026, 9, 14)).day == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 9, 13), "automatic_until_in_the_past"),
        (date(1, 1, 1), "automatic_until_in_the_past"),
        (date(2026, 9, 14) + timedelta(days=MOST_DAYS_AHEAD + 1), "automatic_until_too_far_ahead"),
        (date.max, "automatic_until_too_far_ahead"),
    ],
)
def test_a_day_that_cannot_be_is_refused(day: date, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        decide(day)
    assert refused.value.code == code
    assert refused.value.details[0].pointer == "/automatic_until"


def test_the_four_hundredth_day_is_taken() -> None:
    last = date(2026, 9, 14) + timedelta(days=MOST_DAYS_AHEAD)
    assert decide(last).day == last


def test_it_cannot_be_over_before_delivery_begins_but_on_that_very_day() -> None:
    starts = datetime(2026, 10, 1, 12, tzinfo=UTC)
    assert decide(date(2026, 10, 1), starts=starts).day == date(2026, 10, 1)
    with pytest.raises(Invalid) as refused:
        decide(date(2026, 9, 30), starts=starts)
    assert refused.value.code == "automatic_until_before_start"
