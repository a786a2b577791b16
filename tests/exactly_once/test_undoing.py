"""An activation is undone once, whatever fails, and whoever activates, enters or locks meanwhile.

Where it is undone nothing of it is left; where something is entered, all of it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.results.repository import read_sheet
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from simulator.faults import Fault
from tests.exactly_once.classroom import ask, ask_once, in_every_order, saving
from tests.exactly_once.data_team import (
    COLES,
    OTHER,
    SOUTH,
    TESSES,
    UNIT,
    a_data_team,
    activate,
    activate_once,
    begin_locking,
    count_audited,
    enter,
    exchange_pre_test,
    head,
    is_active,
    is_in,
    is_sealed,
    list_held,
    rename,
    row_item_of,
    seal_at_last,
    where_they_meet,
)
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.exactly_once.team_pages import GOAL
from tests.support.sheets import entering, student

ADA, BOB = entering(student("ada", one="A")), entering(student("bob", one="B"))
Works = Callable[[Stack], Sequence[Callable[[], Any]]]


def where(class_id: str = "c1", process: str = UNIT) -> str:
    return f"/v1/processes/{process}/activations/{class_id}?test=pre"


def undo(stack: Stack, person: str = "tess", class_id: str = "c1", key: str = "") -> Reply:
    """As a teacher with patience."""
    return ask(stack, person, "DELETE", where(class_id), key=key, version=1)


def undo_once(stack: Stack, person: str = "tess", class_id: str = "c1") -> Reply:
    """Undo it where nothing is broken: the first answer counts."""
    reply = ask_once(stack, person, "DELETE", where(class_id), version=1)
    assert reply is not None
    return reply


def is_undone(stack: Stack, class_id: str = "c1", process: str = UNIT) -> None:
    """Nothing is left of it: no row, no feed, no goal, and no tracker has the test."""
    assert row_item_of(stack, class_id, process) is None
    assert feed(process, WhichTest.PRE) not in feeds(stack, class_id)
    assert stack.cloud.table.store.get(keys.process_goal(DISTRICT, process, class_id)) is None
    if class_id == "c1" and not feeds(stack):
        assert (list_held(stack, TESSES), list_held(stack, COLES)) == ([], [])


def feeds(stack: Stack, class_id: str = "c1") -> tuple[str, ...]:
    row = stack.cloud.table.store.get(keys.sheet(DISTRICT, class_id, "TEST"))
    return read_sheet(decode_item(row.item)).feeds if row else ()


# -- whatever fails --------------------------------------------------------------------------------


@cache
def active() -> Cloud:
    """By both teachers, each in their own tracker, with a goal."""
    cloud = a_data_team()
    stack = Stack(cloud)
    for person in ("tess", "cole"):
        assert activate(stack, person).status in (200, 201)
    reply = ask(stack, "tess", "PUT", GOAL, {"measure": "Unit test"}, version=0)
    assert reply.status == 200, reply
    return cloud


def undo_by_both(stack: Stack, key: str = "") -> None:
    assert undo(stack, key=key).status == 204
    assert undo(stack, "cole").status == 204


def all_is_gone(stack: Stack) -> None:
    is_undone(stack)
    assert (head(stack).begun, head(stack).schools) == (frozenset(), frozenset())
    assert count_audited(stack, "delete_activation") == 1


def undo_and_activate_again(stack: Stack) -> None:
    undo_by_both(stack)
    assert activate(stack, "tess").status in (200, 201)
    enter(stack, ADA, 3)


def it_counts(stack: Stack) -> None:
    is_active(stack)
    assert is_in(stack, "ada")
    assert list_held(stack, TESSES) == ["TEST"]
    assert list_held(stack, COLES) == []


@cache
def of_two_classes() -> Cloud:
    cloud = a_data_team((SOUTH,))
    for name in ("c1", SOUTH):
        assert activate(Stack(cloud), "tess", name).status == 201
    return cloud


def undo_at_south(stack: Stack) -> None:
    assert undo(stack, class_id=SOUTH).status == 204


def the_other_stays(stack: Stack) -> None:
    is_undone(stack, SOUTH)
    is_active(stack)
    assert set(head(stack).schools or ()) == {"north"}
    assert list_held(stack, SOUTH) == ["TEST"], "it was there before"


def activate_and_undo(stack: Stack) -> None:
    """An undo also removes what an interrupted activation brought into a tracker."""
    assert activate(stack, "tess").status in (200, 201)
    assert undo(stack).status == 204


WORKLOADS = [
    Workload("undone", active, undo_by_both, all_is_gone),
    Workload("undone under a key", active, partial(undo_by_both, key="k"), all_is_gone),
    Workload("undone and activated again", active, undo_and_activate_again, it_counts),
    Workload(
        "one of two classes",
        of_two_classes,
        undo_at_south,
        the_other_stays,
    ),
    Workload("activated and undone", cache(a_data_team), activate_and_undo, all_is_gone),
]


@pytest.mark.parametrize("workload", WORKLOADS, ids=lambda each: each.name)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_it_is_undone_once_whatever_fails(workload: Workload, fault: Fault) -> None:
    survives(workload, fault)


# -- whoever comes in between ----------------------------------------------------------------------


def ends(
    cloud: Cloud, works: Works, check: Callable[[Stack, list[Any]], Any], matters: Any = saving
) -> set[Any]:
    """Try every order; return the outcomes."""
    orders = in_every_order(cloud, works, matters)
    return {check(stack, outcomes) for stack, outcomes in orders}


@cache
def active_once() -> Cloud:
    cloud = a_data_team()
    assert activate(Stack(cloud), "tess").status == 201
    return cloud


def test_the_first_results_and_an_undoing_in_every_order() -> None:
    """They are entered and it stays, or it is undone and nothing is entered."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        path = f"/v1/trackers/{TESSES}/sheets/TEST"
        return [
            partial(ask_once, stack, "tess", "PATCH", path, ADA, version=1),
            partial(undo_once, stack),
        ]

    def check(stack: Stack, replies: list[Any]) -> tuple[str, ...]:
        entered, _ = replies
        if entered.status == 200:
            is_active(stack)
            assert is_in(stack, "ada")
            assert list_held(stack, TESSES) == ["TEST"]
        else:
            all_is_gone(stack)
        return tuple(reply.body.get("code", "") if reply.body else "" for reply in replies)

    outcomes = ends(active_once(), works, check, where_they_meet)
    assert outcomes == {("", "results_entered"), ("assessment_not_found", "")}


def test_a_colleague_activates_while_it_is_undone_in_every_order() -> None:
    """It is active, for the colleague's tracker at least; or it is undone, trackers and all."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "cole"), partial(undo_once, stack)]

    def check(stack: Stack, replies: list[Any]) -> bool:
        activated, taken_back = replies
        assert (activated.status in (200, 201), taken_back.status) == (True, 204)
        left = row_item_of(stack) is not None
        if left:
            is_active(stack)
            assert list_held(stack, COLES) == ["TEST"]
        else:
            assert feeds(stack) == ()
            assert (head(stack).begun, head(stack).schools) == (frozenset(), frozenset())
        return left

    assert ends(active_once(), works, check, where_they_meet) == {True, False}


def test_another_class_is_activated_while_the_last_is_undone_in_every_order() -> None:
    """The process knows that a class has the test, and of which school."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def south() -> Any:
            body = {"test": "pre", "class_id": SOUTH}
            return ask_once(stack, "tess", "POST", f"/v1/processes/{UNIT}/activations", body)

        return [south, partial(undo_once, stack)]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        is_undone(stack)
        assert row_item_of(stack, SOUTH) is not None
        assert (set(head(stack).begun), set(head(stack).schools or ())) == ({"pre"}, {"south"})
        return tuple(reply.status for reply in replies)

    cloud = a_data_team((SOUTH,))
    assert activate(Stack(cloud), "tess").status == 201
    assert ends(cloud, works, check, where_they_meet) == {(201, 204)}


def test_both_classes_of_a_process_are_undone_at_once_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(undo_once, stack), partial(undo_once, stack, class_id=SOUTH)]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        is_undone(stack)
        is_undone(stack, SOUTH)
        assert (head(stack).begun, head(stack).schools) == (frozenset(), frozenset())
        assert count_audited(stack, "delete_activation") == 2
        return tuple(reply.status for reply in replies)

    assert ends(of_two_classes(), works, check, where_they_meet) == {(204, 204)}


def test_two_undo_the_same_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(undo_once, stack, person) for person in ("tess", "cole")]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        all_is_gone(stack)
        return tuple(reply.status for reply in replies)

    assert ends(active(), works, check, where_they_meet) == {(204, 204)}


def test_the_doors_are_closed_while_it_is_undone_in_every_order() -> None:
    """The class is gone before they close, or locked with the others."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def lock() -> None:
            while not begin_locking(stack):
                pass
            seal_at_last(stack)

        return [partial(undo_once, stack), lock]

    def check(stack: Stack, outcomes: list[Any]) -> int:
        if outcomes[0].status == 204:
            is_undone(stack)
        else:
            assert outcomes[0].code in ("process_locked", "changed_meanwhile")
            is_sealed(stack)
        return int(outcomes[0].status)

    assert ends(active_once(), works, check, where_they_meet) == {204, 409}


@pytest.mark.parametrize("change", [rename, exchange_pre_test], ids=["renamed", "exchanged"])
def test_the_head_is_written_while_it_is_undone_in_every_order(
    change: Callable[[Stack], bool],
) -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(undo_once, stack), partial(change, stack)]

    def check(stack: Stack, outcomes: list[Any]) -> tuple[int, bool]:
        taken_back, changed = outcomes
        gone = taken_back.status == 204
        assert (row_item_of(stack) is None) == gone
        assert head(stack).begun == (frozenset() if gone else frozenset({"pre"}))
        return taken_back.status, changed

    outcomes = ends(active_once(), works, check, where_they_meet)
    assert outcomes <= {(204, True), (204, False), (412, True)}
    assert (204, True) in outcomes, "it is undone, and the leader goes on"


def test_another_process_is_given_the_test_while_it_is_undone_in_every_order() -> None:
    """The tracker has it as long as one of the two needs it."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "tess", OTHER), partial(undo_once, stack)]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        assert row_item_of(stack) is None
        is_active(stack, process=OTHER)
        assert list_held(stack, TESSES) == ["TEST"]
        enter_once_somewhere(stack)
        assert is_in(stack, "ada", process=OTHER)
        return tuple(reply.status for reply in replies)

    assert ends(active_once(), works, check, where_they_meet) == {(201, 204)}


def enter_once_somewhere(stack: Stack) -> None:
    sheet = ask(stack, "tess", "GET", f"/v1/trackers/{TESSES}/sheets/TEST")
    enter(stack, ADA, sheet.body["version"])
