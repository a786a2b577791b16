"""Distribute now: whatever happens to any one call, everybody gets it once and one notice."""

from __future__ import annotations

import pytest

from simulator.faults import Fault
from tests.exactly_once import workloads
from tests.exactly_once.driver import survives


@pytest.mark.parametrize("fault", Fault)
def test_distribute_now_survives(fault: Fault) -> None:
    assert survives(workloads.distribute_now(), fault)


@pytest.mark.parametrize("fault", Fault)
def test_a_distribution_of_several_pages_survives(fault: Fault) -> None:
    assert survives(workloads.two_pages(), fault)
