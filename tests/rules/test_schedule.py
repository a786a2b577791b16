"""When does delivery begin, and which message says so?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from chalicelib.distribution import schedule, walltime
from chalicelib.distribution.schedule import Start, Timing
from chalicelib.distribution.walltime import Moment
from chalicelib.errors import Invalid

CHICAGO = "America/Chicago"
NOW = datetime(2026, 8, 17, 13, 5, 20, tzinfo=UTC)
"""8:05:20 in the morning in Chicago."""


def a_start(
    option: str = "schedule", day: str = "", at: str = "", which: str | None = None
) -> Start:
    given: dict[str, Any] = {"option": option, "which": which}
    if day:
        given["start_date"] = day
    if at:
        given["start_time"] = at
    return Start.model_validate(given)


def decide(start: Start, zone: str = CHICAGO, now: datetime = NOW) -> Timing:
    return schedule.deliver(start, zone, now)


def refusal(start: Start, zone: str = CHICAGO, now: datetime = NOW) -> Invalid:
    with pytest.raises(Invalid) as refused:
        decide(start, zone, now)
    return refused.value


def test_distribute_without_a_date_delivers_now_and_says_when_that_is() -> None:
    timing = decide(a_start("now"))
    assert (timing.option, timing.switched) == ("now", False)
    assert timing.start.utc == NOW
    assert timing.start.offset == "-05:00"


def test_distribute_with_today_and_no_time_delivers_now() -> None:
    assert decide(a_start("now", "2026-08-17")).option == "now"


def test_today_is_today_in_the_district_not_in_utc() -> None:
    evening = datetime(2026, 8, 18, 3, 0, tzinfo=UTC)
    assert decide(a_start("now", "2026-08-17"), now=evening).option == "now"
    assert decide(a_start("now", "2026-08-18"), now=evening).option == "schedule"


def test_distribute_with_a_future_date_becomes_schedule_and_says_so() -> None:
    timing = decide(a_start("now", "2026-08-18", "09:30"))
    assert (timing.option, timing.switched) == ("schedule", True)
    assert timing.start.utc == datetime(2026, 8, 18, 14, 30, tzinfo=UTC)


def test_distribute_later_today_becomes_schedule_and_says_so() -> None:
    timing = decide(a_start("now", "2026-08-17", "08:06"))
    assert (timing.option, timing.switched) == ("schedule", True)


def test_schedule_is_not_reported_as_switched() -> None:
    assert decide(a_start("schedule", "2026-08-18", "09:30")).switched is False


def test_a_date_without_a_time_starts_at_seven_and_says_so() -> None:
    timing = decide(a_start("now", "2026-08-18"))
    assert timing.start.local == datetime(2026, 8, 18, 7, 0)  # noqa: DTZ001 - a wall time
    assert timing.time_defaulted


def test_the_minute_that_is_running_is_now_and_not_the_past() -> None:
    assert decide(a_start("schedule", "2026-08-17", "08:05")).option == "schedule"
    assert decide(a_start("now", "2026-08-17", "08:05")).option == "now"
    sharp = NOW.replace(second=0)
    assert decide(a_start("now", "2026-08-17", "08:05"), now=sharp).option == "now"


@pytest.mark.parametrize("option", ["now", "schedule"])
@pytest.mark.parametrize(
    ("day", "at"), [("2026-08-17", "08:04"), ("2026-08-16", "09:00"), ("2026-08-16", "")]
)
def test_a_moment_in_the_past_is_refused_with_the_way_out(option: str, day: str, at: str) -> None:
    refused = refusal(a_start(option, day, at))
    assert refused.code == "start_in_the_past"
    assert "8:05 AM CDT" in refused.message
    assert refused.details[0].pointer == "/start_date"


def test_today_without_a_time_after_seven_asks_for_another_start() -> None:
    assert refusal(a_start("schedule", "2026-08-17")).code == "start_in_the_past"


def test_a_mistyped_year_is_refused() -> None:
    assert refusal(a_start("schedule", "2062-08-18", "09:00")).code == "start_too_far_ahead"
    assert decide(a_start("schedule", "2028-08-16", "09:00")).option == "schedule"


def test_schedule_needs_a_date() -> None:
    assert refusal(a_start("schedule")).code == "start_date_missing"
    assert refusal(a_start("now", "", "09:00")).code == "start_date_missing"


@pytest.mark.parametrize(
    ("at", "code"),
    [(time(8, 0, 30), "start_time_has_seconds"), (time(8, tzinfo=UTC), "start_time_has_offset")],
)
def test_a_start_time_is_a_plain_time_on_the_districts_clock(at: time, code: str) -> None:
    start = Start(option="schedule", start_date=date(2026, 8, 18), start_time=at)
    assert refusal(start).code == code


def test_a_time_that_does_not_exist_names_the_two_nearest_in_plain_words() -> None:
    refused = refusal(a_start("schedule", "2027-03-14", "02:30"))
    assert refused.code == "start_time_does_not_exist"
    assert refused.message == (
        "Sunday, March 14, 2027 at 2:30 AM does not exist in America/Chicago, because the clocks "
        "go forward and skip it. The nearest times are Sunday, March 14, 2027 at 1:59 AM and "
        "Sunday, March 14, 2027 at 3:00 AM."
    )
    assert refused.facts["before"] == "2027-03-14T01:59"
    assert refused.facts["after"] == "2027-03-14T03:00"


def test_a_time_that_occurs_twice_means_the_earlier_by_default() -> None:
    early = decide(a_start("schedule", "2026-11-01", "01:30")).start
    late = decide(a_start("schedule", "2026-11-01", "01:30", "later")).start
    assert (early.utc.hour, early.offset, early.fold) == (6, "-05:00", 0)
    assert (late.utc.hour, late.offset, late.fold) == (7, "-06:00", 1)
    assert early.ambiguous
    assert late.ambiguous


def test_asking_for_the_later_of_one_changes_nothing() -> None:
    plain = decide(a_start("schedule", "2026-10-01", "01:30")).start
    assert decide(a_start("schedule", "2026-10-01", "01:30", "later")).start == plain
    assert not plain.ambiguous


def test_the_answer_states_local_time_zone_offset_and_instant() -> None:
    timing = decide(a_start("schedule", "2026-11-02", "08:00"))
    assert timing.start.model_dump(mode="json") == {
        "local": "2026-11-02T08:00:00",
        "zone": "America/Chicago",
        "offset": "-06:00",
        "utc": "2026-11-02T14:00:00Z",
        "fold": 0,
        "ambiguous": False,
    }
    assert walltime.moment_text(timing.start) == (
        "Monday, November 2, 2026 at 8:00 AM CST (America/Chicago)"
    )


@pytest.mark.parametrize(
    ("hour", "text"), [(0, "12:05 AM"), (11, "11:05 AM"), (12, "12:05 PM"), (23, "11:05 PM")]
)
def test_hours_are_written_as_a_school_office_writes_them(hour: int, text: str) -> None:
    assert walltime.clock_text(datetime(2026, 8, 7, hour, 5)).endswith(text)  # noqa: DTZ001


@pytest.mark.parametrize("zone", ["America/Springfield", "", "../../etc/passwd", "EST5EDT,M3"])
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    assert refusal(a_start("now"), zone=zone).code == "unknown_time_zone"


# -- when the time-zone rules change after the time was set ------------------------------------


def as_if_stored(zone: str, local: str, offset_hours: int, fold: int = 0) -> Moment:
    wall = datetime.fromisoformat(local)
    return Moment(
        local=wall,
        zone=zone,
        offset=f"{offset_hours:+03}:00",
        utc=wall.replace(tzinfo=UTC) - timedelta(hours=offset_hours),
        fold=fold,
    )


def test_under_new_rules_the_wall_time_stays_and_the_instant_moves() -> None:
    stored = as_if_stored("America/Phoenix", "2027-06-01T08:00", -6)
    assert walltime.due_instant(stored) == datetime(2027, 6, 1, 15, 0, tzinfo=UTC)
    again = walltime.resolve_again(stored)
    assert (again.local, again.offset, again.utc.hour) == (stored.local, "-07:00", 15)


def test_a_wall_time_that_new_rules_skip_is_still_delivered() -> None:
    for fold in (0, 1):
        stored = as_if_stored(CHICAGO, "2027-03-14T02:30", -6, fold)
        assert walltime.due_instant(stored) == datetime(2027, 3, 14, 8, 30, tzinfo=UTC)


def test_the_later_of_two_that_new_rules_made_one_is_that_one() -> None:
    stored = as_if_stored("America/Phoenix", "2026-11-01T01:30", -7, fold=1)
    assert walltime.due_instant(stored) == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", [CHICAGO, "Pacific/Guam", "Asia/Kolkata"])
@pytest.mark.parametrize(
    ("day", "at", "code"),
    [
        ("0001-01-01", "00:00", "start_in_the_past"),
        ("9999-12-31", "23:59", "start_too_far_ahead"),
    ],
)
def test_the_ends_of_the_calendar_are_refused_like_any_other_wrong_year(
    zone: str, day: str, at: str, code: str
) -> None:
    assert refusal(a_start("schedule", day, at), zone).code == code
    assert refusal(a_start("now", day, at), zone).code == code
