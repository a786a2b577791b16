"""Does a start time mean the right instant in every US district's zone, on every odd day?

The answers are compared with an oracle that has its own reader of time-zone files (`tzif.py`).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from chalicelib.distribution import walltime
from chalicelib.errors import Invalid
from tests.rules.tzif import Oracle, Shift

CHANGING = [
    "America/New_York",
    "America/Detroit",
    "America/Kentucky/Louisville",
    "America/Kentucky/Monticello",
    "America/Indiana/Indianapolis",
    "America/Indiana/Vincennes",
    "America/Indiana/Winamac",
    "America/Indiana/Marengo",
    "America/Indiana/Petersburg",
    "America/Indiana/Vevay",
    "America/Indiana/Tell_City",
    "America/Indiana/Knox",
    "America/Chicago",
    "America/Menominee",
    "America/North_Dakota/Center",
    "America/North_Dakota/New_Salem",
    "America/North_Dakota/Beulah",
    "America/Denver",
    "America/Boise",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Juneau",
    "America/Sitka",
    "America/Metlakatla",
    "America/Yakutat",
    "America/Nome",
    "America/Adak",
    "US/Eastern",
    "US/Central",
    "US/Mountain",
    "US/Pacific",
    "US/Alaska",
]
STEADY = [
    "America/Phoenix",
    "Pacific/Honolulu",
    "Pacific/Guam",
    "Pacific/Saipan",
    "Pacific/Pago_Pago",
    "Pacific/Midway",
    "Pacific/Wake",
    "America/Puerto_Rico",
    "America/St_Thomas",
    "US/Arizona",
    "US/Hawaii",
    "US/Samoa",
]
YEARS = (2025, 2037)
MINUTE = timedelta(minutes=1)


def resolve(zone: str, wall: datetime, which: walltime.Which | None = None) -> walltime.Moment:
    return walltime.resolve(wall.date(), wall.time(), zone, which)


@cache
def oracle_of(zone: str) -> Oracle:
    return Oracle(zone)


@cache
def shifts(zone: str) -> list[Shift]:
    return oracle_of(zone).shifts(*YEARS)


def walls_around(shift: Shift) -> list[datetime]:
    """Every ten minutes for three hours, and the minutes at the edges of the gap or overlap."""
    edges = [(shift.at + offset).replace(tzinfo=None) for offset in (shift.before, shift.after)]
    tens = [edges[0] + timedelta(minutes=10 * step) for step in range(-12, 13)]
    near = [edge + minute * MINUTE for edge in edges for minute in (-1, 0, 1)]
    return [*tens, *near]


@pytest.mark.parametrize("zone", CHANGING)
def test_every_clock_change_to_2037_is_known_and_falls_where_the_law_puts_it(zone: str) -> None:
    found = shifts(zone)
    assert len(found) == 2 * (YEARS[1] - YEARS[0] + 1)
    for shift in found:
        local = shift.at + shift.before
        assert local.isoweekday() == 7
        assert (local.month, (local.day - 1) // 7 + 1) in {(3, 2), (11, 1)}
        assert abs(shift.after - shift.before) == timedelta(hours=1)


@pytest.mark.parametrize("zone", STEADY)
def test_zones_without_daylight_saving_have_no_odd_day(zone: str) -> None:
    assert shifts(zone) == []
    for year in range(YEARS[0], YEARS[1] + 1):
        for month in range(1, 13):
            wall = datetime(year, month, 8, 2, 30)  # noqa: DTZ001 - a wall time
            moment = resolve(zone, wall)
            assert [moment.utc] == oracle_of(zone).instants(wall)
            assert not moment.ambiguous


@pytest.mark.parametrize("zone", CHANGING)
def test_around_every_change_a_wall_time_means_what_the_oracle_says(zone: str) -> None:
    oracle = oracle_of(zone)
    seen = set()
    for shift in shifts(zone):
        for wall in walls_around(shift):
            instants = oracle.instants(wall)
            seen.add(len(instants))
            if not instants:
                with pytest.raises(Invalid):
                    resolve(zone, wall)
                continue
            unasked = resolve(zone, wall)
            assert unasked.utc == instants[0]
            assert unasked.ambiguous == (len(instants) == 2)
            assert resolve(zone, wall, "earlier").utc == instants[0]
            assert resolve(zone, wall, "later").utc == instants[-1]
    assert seen == {0, 1, 2}


@pytest.mark.parametrize("zone", CHANGING)
def test_in_every_gap_the_two_nearest_times_that_exist_are_named(zone: str) -> None:
    for shift in shifts(zone):
        if shift.after < shift.before:
            continue
        before = (shift.at + shift.before - MINUTE).replace(tzinfo=None)
        after = (shift.at + shift.after).replace(tzinfo=None)
        for minutes in (1, 2, 31, 59, 60):
            with pytest.raises(Invalid) as refused:
                resolve(zone, before + minutes * MINUTE)
            assert refused.value.facts["before"] == before.isoformat(timespec="minutes")
            assert refused.value.facts["after"] == after.isoformat(timespec="minutes")
        assert resolve(zone, after).utc - resolve(zone, before).utc == MINUTE


@pytest.mark.parametrize("zone", [*CHANGING, *STEADY])
def test_a_stored_moment_comes_back_as_the_same_instant_through_json(zone: str) -> None:
    walls = [wall for shift in shifts(zone)[:4] for wall in walls_around(shift)]
    for wall in [*walls, datetime(2030, 7, 1, 8, 0)]:  # noqa: DTZ001 - a wall time
        if not oracle_of(zone).instants(wall):
            continue
        for which in ("earlier", "later"):
            moment = resolve(zone, wall, which)
            stored = walltime.Moment.model_validate_json(moment.model_dump_json())
            assert stored == moment
            assert walltime.due_instant(stored) == moment.utc
            assert walltime.moment_at(moment.utc, zone) == moment


def test_a_zone_that_skips_half_an_hour_is_understood_too() -> None:
    with pytest.raises(Invalid) as refused:
        walltime.resolve(date(2026, 10, 4), datetime(1, 1, 1, 2, 10).time(), "Australia/Lord_Howe")  # noqa: DTZ001
    assert refused.value.facts["before"] == "2026-10-04T01:59"
    assert refused.value.facts["after"] == "2026-10-04T02:30"


def test_the_oracle_knows_the_published_answers() -> None:
    oracle = Oracle("America/Chicago")
    assert oracle.instants(datetime(2026, 3, 8, 2, 30)) == []  # noqa: DTZ001
    assert oracle.instants(datetime(2026, 11, 1, 1, 30)) == [  # noqa: DTZ001
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 7, 30, tzinfo=UTC),
    ]
