"""How long a call waits for a busy table: by chance, longer each time, and not for ever."""

from __future__ import annotations

import pytest

from chalicelib.errors import Unavailable
from chalicelib.storage.calls import A_MOMENT, FIRST, LONGEST, RESERVE, Patience
from simulator.clock import SimulatedClock


class Function:
    """A function that has so many seconds left."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def get_remaining_time_in_millis(self) -> int:
        return int(self._seconds * 1000)


def wait_to_the_end(patience: Patience, waits: list[float]) -> float:
    wait = patience.begin()
    while True:
        try:
            wait()
        except Unavailable:
            return sum(waits)


def test_a_wait_may_be_twice_as_long_as_the_last_up_to_two_seconds() -> None:
    waits: list[float] = []
    patience = Patience(SimulatedClock(), waits.append, lambda: 1.0)
    patience.keep_time_of(Function(300))
    wait = patience.begin()
    for _ in range(12):
        wait()
    assert waits[:7] == [FIRST * 2**n for n in range(7)]
    assert waits[7:] == [LONGEST] * 5


def test_each_wait_is_a_part_of_that_by_chance() -> None:
    waits: list[float] = []
    chances = iter((0.0, 0.5, 1.0))
    wait = Patience(SimulatedClock(), waits.append, lambda: next(chances)).begin()
    for _ in range(3):
        wait()
    assert waits == [0.0, FIRST, FIRST * 4]


def test_a_request_waits_for_a_moment_only_and_each_of_its_operations_anew() -> None:
    waits: list[float] = []
    patience = Patience(SimulatedClock(), waits.append, lambda: 1.0)
    assert wait_to_the_end(patience, waits) == pytest.approx(A_MOMENT)
    assert not patience.is_over
    assert wait_to_the_end(patience, waits) == pytest.approx(2 * A_MOMENT)


def test_a_worker_waits_as_long_as_its_function_has_time_for_all_operations_together() -> None:
    waits: list[float] = []
    patience = Patience(SimulatedClock(), waits.append)
    patience.keep_time_of(Function(60))
    assert wait_to_the_end(patience, waits) == pytest.approx(60 - RESERVE)
    assert patience.is_over
    assert wait_to_the_end(patience, waits) == pytest.approx(60 - RESERVE)
    patience.keep_time_of(Function(60))
    assert not patience.is_over


def test_time_that_passes_counts_as_well_but_not_twice() -> None:
    clock = SimulatedClock()

    def pass_time(seconds: float) -> None:
        clock.advance(seconds=seconds)

    patience = Patience(clock, pass_time)
    patience.keep_time_of(Function(60))
    clock.advance(seconds=30)
    begun = clock.now()
    wait_to_the_end(patience, [])
    assert (clock.now() - begun).total_seconds() == pytest.approx(30 - RESERVE, abs=0.001)
