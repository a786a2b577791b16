"""A district whose table takes few writes a second, or none for a while; functions have an end."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from chalicelib.storage.calls import Patience
from chalicelib.wiring import Services
from simulator.clock import SimulatedClock
from simulator.throttle import Throttle
from tests.exactly_once import invariants, workloads
from tests.exactly_once.district import WorkloadDistrict, a_district
from tests.exactly_once.driver import Workload
from tests.exactly_once.stack import Cloud, Stack

LIMIT = timedelta(seconds=60)
"""The delivery function's, as `.chalice/config.json` has it."""
CHUNK_UNITS = 200
"""A transaction of 99 small trackers and a marker."""


class FunctionTime:
    """A function's context."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._ends: datetime = clock.now() + LIMIT

    def get_remaining_time_in_millis(self) -> int:
        return int((self._ends - self._clock.now()).total_seconds() * 1000)


class PatientStack(Stack):
    """Time passes here while somebody waits, always for as long as a wait may be."""

    def services(self) -> Services:
        made = super().services()
        made.patience = Patience(self.cloud.clock, self._wait, lambda: 1.0)
        return made

    def context(self) -> FunctionTime:
        return FunctionTime(self.cloud.clock)

    def _wait(self, seconds: float) -> None:
        self.cloud.clock.advance(seconds=seconds)


def throttled(
    district: WorkloadDistrict, rate: float, level: float, burst: float = 1, *, notify: bool = True
) -> Cloud:
    """Distribute to all of a district; from then on, its table takes writes at this rate."""
    stack = Stack(district.in_a_cloud())
    workloads.distribute(stack, notify=notify)
    cloud = stack.cloud
    cloud.table.throttle = Throttle(cloud.clock, rate, burst, level)
    return cloud


def closed(district: WorkloadDistrict, seconds: float) -> Cloud:
    """Return a cloud whose table takes no writes for so many seconds."""
    rate = 1_000.0
    return throttled(district, rate, -rate * seconds)


@cache
def a_slow_district() -> WorkloadDistrict:
    """A page of two chunks."""
    district = WorkloadDistrict()
    for _ in range(100):
        district.tracker("teacher0")
    return district


def slow(district: WorkloadDistrict) -> Cloud:
    """Return a cloud whose table has the first chunk's units late, the second's too late."""
    rate, late = 0.4, 45
    return throttled(district, rate, CHUNK_UNITS - rate * late, 600, notify=False)


@cache
def a_handed_over_page() -> Workload:
    district = a_slow_district()
    return Workload(
        "hand a page over",
        cache(lambda: slow(district)),
        lambda _: None,
        lambda stack: invariants.everybody_got_it_once(stack, district),
        PatientStack,
    )


@cache
def a_closed_table() -> Workload:
    district = a_district()
    return Workload(
        "deliver while the table takes nothing",
        lambda: closed(district, 60),
        lambda _: None,
        lambda stack: workloads.all_told(stack, district),
        PatientStack,
    )


def read_counts(stack: Stack) -> Any:
    shown = invariants.the_distribution(stack)
    return shown["state"], {name: number for name, number in shown["counts"].items() if number}
