"""An assessment is taken out, brought back, delivered over: whatever happens to any one call."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import pytest

from simulator.faults import Fault
from tests.exactly_once import invariants
from tests.exactly_once.classroom import SHEET, a_classroom, ask, enter
from tests.exactly_once.district import ASSESSMENT, a_district
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Cloud, Stack
from tests.exactly_once.taking_out import (
    HIDDEN,
    a_district_of_teachers_tests,
    board_item,
    count_audited,
    entry_in,
    put_in,
    remove,
)
from tests.exactly_once.workloads import distribute
from tests.support.sheets import entering, student

ITEM = "/v1/trackers/BOARD/assessments/TEST"


@cache
def with_results() -> Cloud:
    cloud = a_classroom()
    assert enter(Stack(cloud), "tess", entering(student("ada", one="A")), version=0).status == 200
    return cloud


def out(stack: Stack, key: str = "") -> None:
    """Without a key, a client whose first answer was lost learns that the tracker changed."""
    reply = remove(stack, "tess", "BOARD", "TEST", key=key)
    assert reply.status in ((200,) if key else (200, 412)), reply


def out_and_back(stack: Stack, key: str = "") -> None:
    out(stack, key and f"{key}-1")
    path = f"{ITEM}/restoration"
    reply = ask(stack, "cole", "POST", path, version=2, key=key and f"{key}-2")
    assert reply.status in ((200,) if key else (200, 412)), reply


def it_is_gone(stack: Stack) -> None:
    assert entry_in(stack, "BOARD", "TEST") is None
    assert board_item(stack, "BOARD")["version"] == 2
    assert count_audited(stack, "remove_tracker_assessment") == 1


def it_is_hidden(stack: Stack) -> None:
    entry = entry_in(stack, "BOARD", "TEST")
    assert entry is not None
    assert (entry.taken_out_by, board_item(stack, "BOARD")["version"]) == ("tess", 2)
    assert count_audited(stack, "remove_tracker_assessment") == 1
    assert ask(stack, "tess", "GET", SHEET).code == "assessment_removed"


def it_is_back(stack: Stack) -> None:
    entry = entry_in(stack, "BOARD", "TEST")
    assert entry is not None
    assert (entry.taken_out, board_item(stack, "BOARD")["version"]) == (False, 3)
    assert [
        count_audited(stack, f"{verb}_tracker_assessment") for verb in ("remove", "restore")
    ] == [
        1,
        1,
    ]
    assert ask(stack, "tess", "GET", SHEET).body["version"] == 1


def a_delivery_over_removed() -> Workload:
    """A delivery to trackers of which two hold it unseen: each gets it once, with one notice."""
    district = a_district()
    hidden = district.matching[:2]
    cloud = put_in(district.in_a_cloud(), hidden, HIDDEN)

    def check(stack: Stack) -> None:
        invariants.everybody_got_it_once(stack, district)
        invariants.everybody_was_told_once(stack, invariants.people_of(district.matching))
        made = invariants.the_distribution(stack)
        receipts = stack.ask("GET", f"/v1/distributions/{made['id']}/receipts").body["items"]
        back = {each["tracker_id"] for each in receipts if each["reason"] == "brought_back"}
        assert back == {each.id for each in hidden}

    return Workload("brought back", lambda: cloud, lambda stack: _do(distribute(stack)), check)


def _do(_: object) -> None:
    return None


WORKLOADS: dict[str, Callable[[], Workload]] = {
    "gone": lambda: Workload("gone", a_classroom, out, it_is_gone),
    "hidden": lambda: Workload("hidden", with_results, out, it_is_hidden),
    "hidden, keyed": lambda: Workload("hidden", with_results, partial(out, key="k"), it_is_hidden),
    "back": lambda: Workload("back", with_results, out_and_back, it_is_back),
    "back, keyed": lambda: Workload(
        "back", with_results, partial(out_and_back, key="k"), it_is_back
    ),
    "delivered over": a_delivery_over_removed,
}


@cache
def workload(name: str) -> Workload:
    return WORKLOADS[name]()


@pytest.mark.parametrize("name", WORKLOADS)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_it_survives(name: str, fault: Fault) -> None:
    survives(workload(name), fault)


def test_a_worker_that_comes_late_delivers_over_nothing_a_second_time() -> None:
    """The same message again, after its receipt: the tracker keeps the district's entry."""
    stack = Stack(a_district_of_teachers_tests(HIDDEN))
    made = distribute(stack, notify=False)
    stack.settle()
    before = [board_item(stack, f"TRACKER-{n:04}") for n in range(4)]
    message = {"distribution": made["id"], "generation": 0, "page": 0}
    from chalicelib.wiring import services  # the stack's own, as a worker has it

    services().dispatch.handle(message)
    assert [board_item(stack, f"TRACKER-{n:04}") for n in range(4)] == before
    assert entry_in(stack, "TRACKER-0000", ASSESSMENT) is not None
