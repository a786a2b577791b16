"""Is every sheet scored by the present key, and every move told once, when anything fails?"""

from __future__ import annotations

from functools import cache

import pytest

from tests.cloud.faults import Fault
from tests.exactly_once.corrected_classes import (
    all_told,
    classes,
    correct,
    save_by_the_former_key,
)
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Stack

CLASSES = 27
"""More than one transaction's worth."""


def corrected_in_two_passes(stack: Stack) -> None:
    """After the first pass, saves by the former key: over a sheet that was done, and a new one."""
    correct(stack)
    stack.work()
    save_by_the_former_key(stack, "c3")
    save_by_the_former_key(stack, f"c{CLASSES}")


CORRECTED = Workload(
    "a key corrected", cache(lambda: classes(CLASSES)), corrected_in_two_passes, all_told
)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_correction_survives(fault: Fault) -> None:
    assert survives(CORRECTED, fault) > 0
