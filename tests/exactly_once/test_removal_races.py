"""Taking an assessment out while somebody enters, activates, delivers or takes it out as well.

Exhaustive: every order in which their calls that matter can follow each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from chalicelib.trackers.model import AssessmentSource
from chalicelib.wiring import services
from tests.exactly_once import data_team, invariants
from tests.exactly_once.classroom import (
    a_classroom,
    ask,
    enter,
    enter_once,
    in_every_order,
    saving,
    the_sheet,
)
from tests.exactly_once.district import ASSESSMENT
from tests.exactly_once.stack import Cloud, Reply, Stack
from tests.exactly_once.taking_out import (
    HIDDEN,
    MINE,
    a_district_of_teachers_tests,
    board_item,
    count_audited,
    entry_in,
    remove_once,
    restore_once,
)
from tests.exactly_once.workloads import distribute
from tests.support.sheets import entering, student

ADA = entering(student("ada", one="A"))
FIRST = "TRACKER-0000"
Works = Callable[[Stack], Sequence[Callable[[], Any]]]


@cache
def with_results() -> Cloud:
    cloud = a_classroom()
    assert enter(Stack(cloud), "tess", ADA, version=0).status == 200
    return cloud


# -- entering --------------------------------------------------------------------------------------


def test_the_first_results_and_a_removal_in_every_order() -> None:
    """Results are saved and the tracker keeps the test unseen, or it is gone and nothing is."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            partial(enter_once, stack, "cole", ADA, version=0),
            partial(remove_once, stack, "tess", "BOARD", "TEST"),
        ]

    seen = set()
    for stack, (entered, removed) in in_every_order(a_classroom(), works, saving):
        assert removed.status == 200, removed
        entry, sheet = entry_in(stack, "BOARD", "TEST"), the_sheet(stack)
        seen.add(entered.status)
        if entered.status == 200:
            assert sheet is not None
            assert sheet.begun
            assert entry is not None, "results that no tracker leads to"
            assert entry.taken_out
        else:
            assert entered.code == "assessment_not_found"
            assert (entry, sheet) == (None, None)
    assert seen == {200, 404}


def test_further_results_and_a_removal_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            partial(enter_once, stack, "cole", entering(student("bob", one="B")), version=1),
            partial(remove_once, stack, "tess", "BOARD", "TEST"),
        ]

    for stack, (entered, removed) in in_every_order(with_results(), works, saving):
        assert removed.status == 200
        entry, sheet = entry_in(stack, "BOARD", "TEST"), the_sheet(stack)
        assert entry is not None
        assert entry.taken_out
        assert sheet is not None
        assert ("bob" in sheet.by_student) == (entered.status == 200)


# -- two of the same -------------------------------------------------------------------------------


def test_two_take_it_out_in_every_order() -> None:
    """Without results both mean the same; with them the second gets an error with the name."""
    for cloud, hidden in ((a_classroom(), False), (with_results(), True)):

        def works(stack: Stack) -> Sequence[Callable[[], Any]]:
            return [
                partial(remove_once, stack, person, "BOARD", "TEST") for person in ("tess", "cole")
            ]

        for stack, replies in in_every_order(cloud, works, saving):
            statuses = [reply.status for reply in replies]
            assert 200 in statuses
            assert set(statuses) <= {200, 412}
            entry = entry_in(stack, "BOARD", "TEST")
            assert (entry is not None) == hidden
            if entry is not None:
                (index,) = [n for n, status in enumerate(statuses) if status == 200]
                assert entry.taken_out_by == ("tess", "cole")[index]
            assert board_item(stack, "BOARD")["version"] == 2
            assert count_audited(stack, "remove_tracker_assessment") == 1


def test_one_takes_it_out_while_another_brings_it_back_in_every_order() -> None:
    cloud = with_results().copy()
    assert remove_once(Stack(cloud), "tess", "BOARD", "TEST").status == 200

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        add = {"assessment_id": "TEST"}
        path = "/v1/trackers/BOARD/assessments"
        return [
            partial(restore_once, stack, "tess", "BOARD", "TEST", version=2),
            partial(ask, stack, "cole", "POST", path, add),
        ]

    for stack, replies in in_every_order(cloud, works, saving):
        assert {reply.status for reply in replies} <= {200, 201, 409, 412}
        entry = entry_in(stack, "BOARD", "TEST")
        assert entry is not None
        assert not entry.taken_out
        assert board_item(stack, "BOARD")["version"] == 3


# -- activation ------------------------------------------------------------------------------------


@cache
def a_cloud_held_by_tess() -> Cloud:
    """A team's pre-test that tess put into her tracker herself."""
    cloud = data_team.a_data_team()
    path = f"/v1/trackers/{data_team.TESSES}/assessments"
    reply = ask(Stack(cloud), "tess", "POST", path, {"assessment_id": "TEST"})
    assert reply.status == 201, reply
    return cloud


def test_an_activation_and_a_removal_in_every_order() -> None:
    """A class that takes part in a process finds the test in its tracker."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            partial(data_team.activate_once, stack, "tess"),
            partial(remove_once, stack, "tess", data_team.TESSES, "TEST"),
        ]

    seen = set()
    orders = in_every_order(a_cloud_held_by_tess(), works, data_team.where_they_meet)
    for stack, (activated, removed) in orders:
        assert activated.status == 201, activated
        data_team.is_active(stack)
        entry = entry_in(stack, data_team.TESSES, "TEST")
        assert entry is not None, "it takes part, and no tracker leads to it"
        assert not entry.taken_out
        seen.add((removed.status, entry.source))
        if removed.status == 409:
            assert removed.code == "test_of_open_process"
    assert seen == {(200, AssessmentSource.TEAM), (409, AssessmentSource.TEACHER)}


# -- delivery --------------------------------------------------------------------------------------


def delivering(stack: Stack) -> Callable[[], Any]:
    """Return a worker with the page of a distribution that was saved."""
    listed = stack.ask("GET", "/v1/distributions").body["items"]
    message = {"distribution": listed[0]["id"], "generation": 0, "page": 0}
    return lambda: services().dispatch.handle(message)


def hand_out(cloud: Cloud) -> Cloud:
    stack = Stack(cloud)
    distribute(stack, notify=False)
    return stack.cloud


def receipt(stack: Stack) -> dict[str, Any]:
    made = invariants.the_distribution(stack)
    receipts = stack.ask("GET", f"/v1/distributions/{made['id']}/receipts").body["items"]
    (found,) = [each for each in receipts if each["tracker_id"] == FIRST]
    shown: dict[str, Any] = found
    return shown


def test_a_delivery_and_a_removal_in_every_order() -> None:
    """The tracker ends with the district's, or without one that it had when the delivery came."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            delivering(stack),
            partial(remove_once, stack, "teacher0", FIRST, ASSESSMENT),
        ]

    cloud = hand_out(a_district_of_teachers_tests(MINE, many=1))
    seen = set()
    for stack, (_, removed) in in_every_order(cloud, works, saving):
        stack.settle()
        entry, said = entry_in(stack, FIRST, ASSESSMENT), receipt(stack)
        assert removed.status == 200, removed
        seen.add((said["state"], said["reason"]))
        if said["state"] == "delivered":
            assert entry is not None
            assert entry.source == AssessmentSource.DISTRICT
        else:
            assert entry is None
    assert seen == {("delivered", ""), ("skipped", "already_there")}


def test_a_delivery_and_a_return_in_every_order() -> None:
    """The first one brings it back; the receipt says whether the delivery did."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            delivering(stack),
            partial(restore_once, stack, "teacher0", FIRST, ASSESSMENT),
        ]

    cloud = hand_out(a_district_of_teachers_tests(HIDDEN, many=1))
    seen = set()
    for stack, (_, restored) in in_every_order(cloud, works, saving):
        stack.settle()
        entry, said = entry_in(stack, FIRST, ASSESSMENT), receipt(stack)
        assert entry is not None
        assert not entry.taken_out
        seen.add((_status(restored), said["reason"], entry.source))
    assert {each[1:] for each in seen} == {
        ("brought_back", AssessmentSource.DISTRICT),
        ("already_there", AssessmentSource.TEACHER),
    }
    assert {status for status, why, _ in seen if why == "already_there"} == {200}
    assert {status for status, why, _ in seen if why == "brought_back"} <= {409, 412}


def _status(reply: Reply) -> int:
    return reply.status
