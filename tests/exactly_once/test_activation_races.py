"""Activating, saving, correcting and sealing at once, in every order in which they can cross.

Until a class is sealed its row has the totals of the sheet; and what was accepted before is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.processes.class_rows.totals import read_row
from simulator.faults import Sending
from tests.exactly_once.classroom import ask_once, in_every_order, saving
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
    seal,
    seal_at_last,
    there,
    where_they_meet,
)
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support import sheets
from tests.support.corrected import correction
from tests.support.sheets import entering, student

ADA, BOB = entering(student("ada", one="A")), entering(student("bob", one="B"))
Works = Callable[[Stack], Sequence[Callable[[], Any]]]


@cache
def nothing_yet() -> Cloud:
    return a_data_team()


@cache
def a_shared_tracker() -> Cloud:
    """The test is in tess's tracker, as it is after an earlier process."""
    cloud = a_data_team()
    stack = Stack(cloud)
    assert activate(stack, "tess", process=OTHER).status == 201
    return cloud


@cache
def active(*, locking: bool = False, both: bool = False) -> Cloud:
    """One result (version 2, or 3 when it feeds both processes), and perhaps the doors closed."""
    cloud = a_data_team()
    stack = Stack(cloud)
    for process in (UNIT, OTHER) if both else (UNIT,):
        assert activate(stack, "tess", process=process).status == 201
    enter(stack, ADA, 1)
    if locking:
        begin_locking(stack)
    return cloud


def every(
    cloud: Cloud,
    works: Works,
    check: Callable[[Stack, list[Any]], Any],
    matters: Callable[[Sending], bool] = saving,
) -> Counter[Any]:
    """Try every order; return in how many ends each outcome came."""
    return Counter(
        check(stack, outcomes) for stack, outcomes in in_every_order(cloud, works, matters)
    )


# -- activating ------------------------------------------------------------------------------------


def test_two_teachers_activate_the_same_class_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "tess"), partial(activate_once, stack, "cole")]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        is_active(stack)
        assert there(stack).sheet.version == 1, "the same sheet, activated once"
        assert list_held(stack, TESSES) == list_held(stack, COLES) == ["TEST"]
        assert count_audited(stack, "create_activation") == 1
        boards = [reply.body["tracker_id"] for reply in replies]
        assert boards == [TESSES, COLES], "each is led to it from their own tracker"
        assert len({reply.body["teacher_id"] for reply in replies}) == 1
        return tuple(reply.status for reply in replies)

    outcomes = every(nothing_yet(), works, check)
    assert outcomes.keys() == {(201, 200), (200, 201)}


def test_a_class_is_activated_while_its_first_results_are_saved_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "tess"), partial(enter, stack, ADA, 1)]

    def check(stack: Stack, outcomes: list[Any]) -> int:
        assert outcomes[0].status == 201
        is_active(stack)
        assert is_in(stack, "ada")
        assert is_in(stack, "ada", process=OTHER)
        return int(outcomes[1].body["version"])

    assert every(a_shared_tracker(), works, check).keys() == {2, 3}


def test_a_class_is_activated_in_two_processes_at_once_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        both = (("tess", UNIT), ("cole", OTHER))
        return [partial(activate_once, stack, *each) for each in both]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        for process in (UNIT, OTHER):
            is_active(stack, process=process)
        assert there(stack).sheet.version == 2
        enter(stack, ADA, 2)
        assert is_in(stack, "ada")
        assert is_in(stack, "ada", process=OTHER)
        return tuple(reply.status for reply in replies)

    assert every(nothing_yet(), works, check).keys() == {(201, 201)}


def test_a_test_that_is_being_exchanged_is_not_activated_in_any_order() -> None:
    """Either the leader hears that a class has it, or the teacher activates the other test."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "tess"), partial(exchange_pre_test, stack)]

    def check(stack: Stack, outcomes: list[Any]) -> bool:
        reply, exchanged = outcomes
        pre = head(stack).pre
        assert pre is not None
        if reply.status == 201:
            assert reply.body["assessment_id"] == pre.assessment
        return bool(exchanged)

    assert every(nothing_yet(), works, check).keys() == {True, False}


def test_classes_of_two_schools_are_activated_at_once_in_every_order() -> None:
    """Administrators of both find the process, whoever was faster."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def south() -> Any:
            body = {"test": "pre", "class_id": SOUTH}
            return ask_once(stack, "tess", "POST", f"/v1/processes/{UNIT}/activations", body)

        return [partial(activate_once, stack, "tess"), south]

    def check(stack: Stack, replies: list[Any]) -> tuple[int, ...]:
        is_active(stack)
        is_active(stack, SOUTH)
        assert sorted(head(stack).schools or ()) == ["north", "south"]
        return tuple(reply.status for reply in replies)

    assert every(a_data_team((SOUTH,)), works, check).keys() == {(201, 201)}


def test_a_class_of_another_school_comes_while_the_head_is_written_in_every_order() -> None:
    """A leader's change never takes a school off the head again."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate, stack, "tess", SOUTH), partial(rename, stack)]

    def check(stack: Stack, outcomes: list[Any]) -> bool:
        assert outcomes[0].status == 201
        is_active(stack, SOUTH)
        assert sorted(head(stack).schools or ()) == ["north", "south"]
        return bool(outcomes[1])

    cloud = a_data_team((SOUTH,))
    assert activate(Stack(cloud), "tess").status == 201
    assert every(cloud, works, check, where_they_meet).keys() == {True, False}


# -- sealing ---------------------------------------------------------------------------------------


def test_a_save_and_the_sealing_in_every_order() -> None:
    """Version 3 is whoever was first: the save is in the row exactly when it was that."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(enter, stack, BOB, 2), seal]

    def check(stack: Stack, outcomes: list[Any]) -> bool:
        saved, done = outcomes
        if not done:
            seal_at_last(stack)
        is_sealed(stack)
        first = saved.body["version"] == 3
        assert is_in(stack, "ada")
        assert is_in(stack, "bob") == first
        assert ("dan" in names_of(stack)) == first, "who came since is known by the save"
        assert there(stack).sheet.version == 4
        return bool(first)

    cloud = active(locking=True).copy()
    students = ("ada", "bob", "cy", "dan")
    our_table(cloud).commit(sheets.a_class(DISTRICT, students, ("tess", "cole")))
    outcomes = every(cloud, works, check, where_they_meet)
    assert outcomes.keys() == {True, False}


def test_two_saves_and_the_sealing_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        cy = entering(student("cy", one="C"))
        return [partial(enter, stack, BOB, 2), partial(enter, stack, cy, 2), seal]

    def check(stack: Stack, outcomes: list[Any]) -> tuple[bool, ...]:
        seal_at_last(stack)
        is_sealed(stack)
        versions = [reply.body["version"] for reply in outcomes[:2]]
        at = ({3, 4, 5} - set(versions)).pop()
        before = tuple(version < at for version in versions)
        assert before == (is_in(stack, "bob"), is_in(stack, "cy"))
        return before

    found = every(active(locking=True), works, check)
    assert found.keys() == {(one, two) for one in (True, False) for two in (True, False)}


def test_two_seal_at_once_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [seal, seal]

    def check(stack: Stack, outcomes: list[Any]) -> tuple[bool, ...]:
        is_sealed(stack)
        assert there(stack).sheet.version == 3, "once"
        return tuple(outcomes)

    assert every(active(locking=True), works, check).keys() == {(True, True)}


def test_activating_in_another_process_while_the_first_is_sealed_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(activate_once, stack, "cole", OTHER), seal]

    def check(stack: Stack, outcomes: list[Any]) -> bool:
        if not outcomes[1]:
            seal_at_last(stack)
        is_sealed(stack)
        is_active(stack, process=OTHER)
        enter(stack, BOB, 4)
        assert is_in(stack, "bob", process=OTHER)
        assert not is_in(stack, "bob")
        return bool(outcomes[1])

    assert True in every(active(locking=True), works, check)


def test_a_class_is_activated_while_the_doors_are_closed_in_every_order() -> None:
    """It is in before they close, and sealed with the others; or it is refused."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def lock() -> None:
            while not begin_locking(stack):
                pass
            seal_at_last(stack)

        return [partial(activate_once, stack, "tess"), lock]

    def check(stack: Stack, outcomes: list[Any]) -> int:
        if outcomes[0].status == 201:
            is_sealed(stack)
        else:
            assert outcomes[0].code == "process_locked"
            assert row_item_of(stack) is None
        return int(outcomes[0].status)

    assert every(nothing_yet(), works, check).keys() == {201, 409}


def names_of(stack: Stack) -> Collection[str]:
    row = row_item_of(stack)
    assert row is not None
    return read_row(row).scores.names


# -- a correction ----------------------------------------------------------------------------------


def correct_key(stack: Stack) -> None:
    """The key of the first question is B, and the first pass comes at once."""
    body = correction({"id": "one", "key": ["B"]})
    reply = stack.ask("POST", "/v1/assessments/TEST/corrections", body, key="k", version=1)
    assert reply.status == 202, reply
    assert stack.receive("jobs")


def points(stack: Stack, name: str, process: str = UNIT) -> str:
    row = row_item_of(stack, process=process)
    assert row is not None
    (found,) = [each for each in read_row(row).scores.pre or () if each.student == name]
    return str(found.earned)


@pytest.mark.parametrize("process", [UNIT, OTHER])
def test_a_correction_and_the_sealing_in_every_order(process: str) -> None:
    """A sealed one is by the one key or the other; an open one is by the present key."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(correct_key, stack), partial(seal_at_last, stack)]

    def check(stack: Stack, _: list[Any]) -> str:
        stack.settle()
        is_sealed(stack)
        is_active(stack, process=OTHER)
        assert points(stack, "ada", OTHER) == "0"
        assert there(stack).sheet.scored.revision == 1
        return points(stack, "ada", process)

    found = every(active(locking=True, both=True), works, check)
    assert found.keys() == ({"0", "1"} if process == UNIT else {"0"})


def test_a_correction_while_a_teacher_saves_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(correct_key, stack), partial(enter, stack, BOB, 2)]

    def check(stack: Stack, _: list[Any]) -> bool:
        stack.settle()
        is_active(stack)
        assert (points(stack, "ada"), points(stack, "bob")) == ("0", "1")
        return True

    assert True in every(active(), works, check)
