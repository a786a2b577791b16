"""Does a test reach a class, and what is entered reach the process, when anything fails?"""

from __future__ import annotations

from functools import cache

import pytest

from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Update
from chalicelib.wiring import services
from simulator.faults import Fault
from tests.exactly_once.classroom import ask
from tests.exactly_once.data_team import (
    OTHER,
    SOUTH,
    TESSES,
    UNIT,
    a_data_team,
    activate,
    begin_locking,
    count_audited,
    enter,
    head,
    is_active,
    is_in,
    is_sealed,
    list_held,
    seal_at_last,
    there,
)
from tests.exactly_once.district import our_table
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support.sheets import entering, student

ADA, BOB = entering(student("ada", one="A")), entering(student("bob", one="B", four=2))
MORE = tuple(f"d{n}" for n in range(3))
BARE = "e0"


def activate_and_enter(stack: Stack, key: str = "") -> None:
    """Once, results, and again for who was absent."""
    reply = activate(stack, "tess", key=key)
    assert reply.status in (200, 201), reply
    enter(stack, ADA, 1)
    assert activate(stack, "tess").body["reactivated"]
    enter(stack, BOB, 2)


def it_is_active(stack: Stack) -> None:
    is_active(stack)
    assert there(stack).sheet.version == 3, "activated once, saved twice"
    assert is_in(stack, "ada")
    assert is_in(stack, "bob")
    assert list_held(stack, TESSES) == ["TEST"]
    assert (
        count_audited(stack, "create_activation"),
        count_audited(stack, "add_tracker_assessment"),
    ) == (1, 1)


ACTIVATED = Workload("activated", cache(a_data_team), activate_and_enter, it_is_active)
KEYED = Workload(
    "activated under a key",
    cache(a_data_team),
    lambda stack: activate_and_enter(stack, "k"),
    it_is_active,
)


def with_a_new_tracker(stack: Stack) -> None:
    """The class has none yet."""
    body = {"test": "pre", "class_id": BARE, "create_tracker": True}
    reply = ask(stack, "tess", "POST", f"/v1/processes/{UNIT}/activations", body)
    assert reply.status in (200, 201), reply


def it_has_one_tracker(stack: Stack) -> None:
    is_active(stack, BARE)
    rows = [decode_item(item) for item in stack.cloud.table.items()]
    made = [row for row in rows if row["sk"] == "TRACKER" and f'"{BARE}"' in row["doc"]]
    assert [list(each["assessments"]) for each in made] == [["TEST"]]


WITH_A_TRACKER = Workload(
    "activated with a new tracker",
    cache(lambda: a_data_team(bare=BARE)),
    with_a_new_tracker,
    it_has_one_tracker,
)


@cache
def at_work() -> Cloud:
    """Four classes in two processes, each with results."""
    cloud = a_data_team(MORE)
    stack = Stack(cloud)
    for name in ("c1", *MORE):
        for process in (UNIT, OTHER):
            assert activate(stack, "tess", name, process).status == 201
        enter(stack, ADA, 2, board=TESSES if name == "c1" else name)
    begin_locking(stack)
    return cloud


def seal_while_entering(stack: Stack) -> None:
    """A save before, and one that comes after."""
    enter(stack, BOB, 3, board="d1")
    seal_at_last(stack)
    enter(stack, BOB, 4)


def check_closed(stack: Stack) -> None:
    for name in ("c1", *MORE):
        is_sealed(stack, name)
        is_active(stack, name, OTHER)
        assert is_in(stack, "ada", name)
        assert is_in(stack, "bob", name) == (name == "d1"), "before, and not after"
        assert is_in(stack, "bob", name, OTHER) == (name in ("c1", "d1"))
        assert there(stack, name).sheet.version == 4 + (name in ("c1", "d1"))


SEALED = Workload("sealed", at_work, seal_while_entering, check_closed)


def as_before_0_4() -> Cloud:
    """Two schools, and a head that says nothing of schools."""
    cloud = a_data_team((SOUTH,))
    stack = Stack(cloud)
    assert activate(stack, "tess").status == 201
    our_table(cloud).commit([Update(keys.process(DISTRICT, UNIT), remove=("schools",))])
    return cloud


def at_another_school(stack: Stack) -> None:
    """A class of a second school joins."""
    reply = activate(stack, "tess", SOUTH)
    assert reply.status in (200, 201), reply


def both_are_said(stack: Stack) -> None:
    is_active(stack)
    is_active(stack, SOUTH)
    assert sorted(head(stack).schools or ()) == ["north", "south"]
    assert count_audited(stack, "create_activation") == 2


AT_TWO_SCHOOLS = Workload(
    "a class of another school in a process of before 0.4",
    cache(as_before_0_4),
    at_another_school,
    both_are_said,
)


def list_processes(stack: Stack) -> list[str]:
    """Return the list of an administrator of the second school."""
    reply = ask(stack, "saul", "GET", "/v1/processes")
    assert reply.status == 200, reply
    return [each["id"] for each in reply.body["items"]]


def list_twice(stack: Stack) -> None:
    """The first time its schools are read and written down beside it."""
    assert list_processes(stack) == list_processes(stack) == [UNIT]


def with_two_schools() -> Cloud:
    """Return a process of before 0.4 with a class at south, and the administrator there."""
    cloud = a_data_team((SOUTH,))
    stack = Stack(cloud)
    for name in ("c1", SOUTH):
        assert activate(stack, "tess", name).status == 201
    our_table(cloud).commit([Update(keys.process(DISTRICT, UNIT), remove=("schools",))])
    return cloud


def it_is_as_it_was(stack: Stack) -> None:
    """Its head was not touched, and what was written down is what its rows say."""
    assert head(stack).schools is None
    kept = services().process_items.read_kept_schools(DISTRICT)
    assert kept == {UNIT: frozenset({"north", "south"})}
    assert list_processes(stack) == [UNIT]


LISTED = Workload("listed", cache(with_two_schools), list_twice, it_is_as_it_was)
WORKLOADS = [ACTIVATED, KEYED, WITH_A_TRACKER, SEALED, AT_TWO_SCHOOLS, LISTED]


@pytest.mark.parametrize("workload", WORKLOADS, ids=lambda each: each.name)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_entries_reach_the_process_whatever_fails(workload: Workload, fault: Fault) -> None:
    survives(workload, fault)
