"""Is every sheet scored by the present key, and every move announced once, when anything fails?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from simulator.faults import Fault
from tests.exactly_once.corrected_classes import (
    RESCALED,
    all_told,
    classes,
    correct,
    enter,
    save_by_the_former_key,
    sheet_of,
)
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Stack
from tests.support.sheets import entering, student

CLASSES = 27
"""More than one transaction's worth."""


def correct_in_two_passes(stack: Stack) -> None:
    """After the first pass, saves by the former key: over a sheet that was done, and a new one."""
    correct(stack)
    stack.work()
    save_by_the_former_key(stack, "c3")
    save_by_the_former_key(stack, f"c{CLASSES}")


CORRECTED = Workload(
    "a key corrected", cache(lambda: classes(CLASSES)), correct_in_two_passes, all_told
)


def enter_before_the_pass(stack: Stack) -> None:
    """One who has results gets another answer, and one who has none gets some."""
    correct(stack)
    body = entering(student("s0", one="B"), student("s9", one="B"))
    enter(stack, "c0", body, version=1)


def check_former_answers(stack: Stack) -> None:
    sheet = sheet_of(stack, "c0")
    assert sheet is not None
    now = {name: sheet.by_student[name].cells for name in ("s0", "s9")}
    assert now == {"s0": ("B", *RESCALED[0][1:]), "s9": ("B", "", "", "")}
    all_told(
        stack, meanwhile={"s0": replace(sheet.by_student["s0"], cells=RESCALED[0]), "s9": None}
    )


ENTERED = Workload(
    "entered before the pass", cache(lambda: classes(1)), enter_before_the_pass,
    check_former_answers,
)  # fmt: skip


@pytest.mark.parametrize("workload", [CORRECTED, ENTERED], ids=lambda workload: workload.name)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_correction_survives(workload: Workload, fault: Fault) -> None:
    assert survives(workload, fault) > 0
