"""On schedule, changed, cancelled, retried: whatever happens to any one call."""

from __future__ import annotations

import pytest

from simulator.faults import Fault
from tests.exactly_once import workloads
from tests.exactly_once.driver import survives

WITHOUT_BATCHES = [fault for fault in Fault if fault is not Fault.PARTIAL]


@pytest.mark.parametrize("fault", Fault)
def test_a_scheduled_distribution_survives(fault: Fault) -> None:
    assert survives(workloads.a_schedule(), fault)


@pytest.mark.parametrize("fault", WITHOUT_BATCHES)
def test_cancelling_survives(fault: Fault) -> None:
    assert survives(workloads.a_cancellation(), fault)


@pytest.mark.parametrize("fault", Fault)
def test_changing_survives(fault: Fault) -> None:
    assert survives(workloads.a_change(), fault)


@pytest.mark.parametrize("fault", Fault)
def test_retrying_survives(fault: Fault) -> None:
    assert survives(workloads.a_retry(), fault)


@pytest.mark.parametrize("fault", Fault)
def test_a_retry_before_any_notice_survives(fault: Fault) -> None:
    assert survives(workloads.a_retry(notices=False), fault)
