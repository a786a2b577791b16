"""Is a process locked, reported and announced exactly once, whatever fails in between?"""

from __future__ import annotations

from functools import cache

import pytest

from chalicelib.processes.locking.model import LOCK
from chalicelib.processes.reporting.model import REPORT
from chalicelib.wiring import services
from simulator.faults import Fault
from tests.exactly_once.data_team import UNIT
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.locked_process import (
    a_team_at_its_end,
    a_team_of_two_schools_at_its_end,
    check_finished,
    check_finished_for_schools,
    check_finished_with_entered,
    lock,
    lock_and_enter,
)
from tests.exactly_once.stack import Stack

AT_ITS_END = cache(a_team_at_its_end)
LOCKED = Workload("locked", AT_ITS_END, lock, check_finished)
ENTERED = Workload(
    "locked while a colleague enters", AT_ITS_END, lock_and_enter, check_finished_with_entered
)


TOLD_TO_SCHOOLS = Workload(
    "locked, and its schools' administrators are told",
    cache(a_team_of_two_schools_at_its_end),
    lock,
    check_finished_for_schools,
)


@pytest.mark.parametrize(
    "workload", [LOCKED, ENTERED, TOLD_TO_SCHOOLS], ids=lambda workload: workload.name
)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_lock_survives(workload: Workload, fault: Fault) -> None:
    survives(workload, fault, fate="on time")


@pytest.mark.parametrize("seed", range(12))
def test_doubled_and_swapped_messages_lock_it_once(seed: int) -> None:
    """Queues that bring messages twice and in any order; SES's reports too."""
    stack = Stack(AT_ITS_END().copy(seed=seed, fate="on time"))
    lock(stack)
    stack.settle()
    check_finished(stack)


@pytest.mark.parametrize("seed", range(8))
def test_workers_side_by_side_lock_it_once(seed: int) -> None:
    """The same message worked off by three at once, stepped call by call."""
    stack = Stack(AT_ITS_END().copy(fate="on time"))
    lock(stack)
    for worker in (close_classes, build_report):
        stack.at_once(seed, worker, worker, worker)
    stack.settle()
    check_finished(stack)


def close_classes() -> None:
    services().jobs.run({"kind": LOCK, "id": UNIT, "tries": 1})


def build_report() -> None:
    services().reports.run({"kind": REPORT, "id": UNIT, "tries": 1})
