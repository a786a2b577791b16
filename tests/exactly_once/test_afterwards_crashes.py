"""Recall, restore, additions, automatic delivery: whatever happens to any one call."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from simulator.faults import Fault
from tests.exactly_once import afterwards
from tests.exactly_once.driver import Workload, survives

WORKLOADS: dict[str, Callable[[], Workload]] = {
    "recall": afterwards.recall,
    "restore": afterwards.restore,
    "recalled before the notices": lambda: afterwards.a_hasty_recall(afterwards.finish_delivery),
    "recalled before the mails": lambda: afterwards.a_hasty_recall(afterwards.with_mails_waiting),
    "addition": afterwards.addition,
    "addition and retry": afterwards.addition_and_retry,
    "automatic": afterwards.automatic,
    "automatic from the start": afterwards.automatic_from_the_start,
}
LOST = {Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.SENT_TWICE, Fault.ANSWER_LOST}
FAULTS = {
    "recall": set(Fault) - {Fault.PARTIAL},  # no call of it is a batch
    "automatic from the start": LOST,  # it differs from "automatic" in what gets lost
}
CASES = [(name, fault) for name in WORKLOADS for fault in Fault if fault in FAULTS.get(name, Fault)]


@cache
def workload(name: str) -> Workload:
    return WORKLOADS[name]()


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_it_survives(name: str, fault: Fault) -> None:
    assert survives(workload(name), fault)
