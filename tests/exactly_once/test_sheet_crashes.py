"""Are results entered once and wholly when anything fails at any call, and nothing twice?"""

from __future__ import annotations

import pytest

from chalicelib.results.model import StudentPresence
from simulator.faults import Fault
from tests.exactly_once.classroom import a_classroom, ask, enter, is_sound, row_of, saves, the_sheet
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Stack
from tests.support.sheets import entering, student

PATH = "/v1/trackers/BOARD/sheets/TEST"


def enter_twice(stack: Stack, key: str = "") -> None:
    """The class, then whoever was absent, a correction, and a question that all left out.

    Each request until it is answered.
    """
    first = entering(student("ada", one="A", four=3), student("bob", status="absent"))
    reply = enter(stack, "tess", first, version=0, key=key and f"{key}-1")
    assert reply.status == 200, reply
    seen = ask(stack, "tess", "GET", PATH).body["version"]
    later = entering(
        student("bob", one="B"),
        student("ada", one={"clear": True}, two="AB"),
        left_out={"item_ids": ["three"]},
    )
    reply = enter(stack, "tess", later, version=seen, key=key and f"{key}-2")
    assert reply.status == 200, reply


def it_is_all_there(stack: Stack) -> None:
    sheet = the_sheet(stack)
    assert sheet is not None
    assert sheet.version == 2, "two saves"
    ada, bob = row_of(stack, "ada"), row_of(stack, "bob")
    assert (ada.cells, ada.earned) == (("", "AB", "-", "=3"), ("", "1", "0", "3"))
    assert (bob.status, bob.cells, bob.earned[0]) == (
        StudentPresence.PRESENT,
        ("B", "", "-", ""),
        "0",
    )
    assert saves(stack) == [1, 2]
    assert in_history(stack) == [
        ("ada", 2, False), ("bob", 0, True), ("ada", 3, False), ("bob", 2, True),
    ]  # fmt: skip
    is_sound(stack)


def in_history(stack: Stack) -> list[tuple[str, int, bool]]:
    """Return the sheet's history, the earliest first: each save once, and what it changed."""
    path = "/v1/trackers/BOARD/sheets/TEST/history"
    acts = ask(stack, "tess", "GET", path).body["items"][::-1]
    return [
        (each["student_id"], each["cell_count"], each["status_changed"])
        for act in acts
        for each in act["students"]
    ]


ENTERED = Workload("results entered", a_classroom, enter_twice, it_is_all_there)
KEYED = Workload(
    "results entered under a key",
    a_classroom,
    lambda stack: enter_twice(stack, "k"),
    it_is_all_there,
)


@pytest.mark.parametrize("workload", [ENTERED, KEYED], ids=lambda workload: workload.name)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_results_are_entered_once_whatever_fails(workload: Workload, fault: Fault) -> None:
    survives(workload, fault)
