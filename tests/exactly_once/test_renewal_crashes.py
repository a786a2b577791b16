"""Does every sheet of an earlier release follow the rules, once each, when anything fails?"""

from __future__ import annotations

from functools import partial

import pytest

from chalicelib.storage import keys
from simulator.faults import Fault
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.renewed_sheets import (
    InSmallSteps,
    all_renewed,
    of_an_earlier_release,
    update,
)
from tests.exactly_once.stack import DISTRICT, Cloud, Stack

CLASSES = 27
"""More than one message's worth."""

UPGRADED = Workload(
    "an upgrade", partial(of_an_earlier_release, CLASSES), update, all_renewed, InSmallSteps
)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_the_renewal_of_sheets_survives(fault: Fault) -> None:
    assert survives(UPGRADED, fault) > 0


def test_a_new_stack_costs_one_mark() -> None:
    cloud = Cloud()
    del cloud.table.store.partitions[keys.renewal(DISTRICT).pk]
    stack = Stack(cloud)
    stack.tick()
    first = [str(each) for each in stack.line.sendings if "RENEWAL" in str(each.params)]
    assert len(first) == 2, "a look, and the mark"
    assert stack.quiet
    stack.start_process()
    stack.line.sendings.clear()
    stack.tick()
    again = [str(each) for each in stack.line.sendings if "RENEWAL" in str(each.params)]
    assert len(again) == 1, "a look"
