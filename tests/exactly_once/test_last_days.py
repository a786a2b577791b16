"""The day to give an assessment by: distribution and mark, class and sheet never say two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.processes.class_rows.totals import read_row
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from simulator.faults import Fault
from tests.exactly_once import afterwards, invariants
from tests.exactly_once.classroom import ask, ask_once, in_every_order, saving
from tests.exactly_once.data_team import (
    UNIT,
    a_data_team,
    activate,
    count_audited,
    row_item_of,
    there,
)
from tests.exactly_once.district import a_district
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack

FIRST, SECOND, THIRD = "2026-10-02", "2026-10-09", "2026-10-16"
NOT_A_BATCH = [fault for fault in Fault if fault != Fault.PARTIAL]


# -- of a distribution -----------------------------------------------------------------------------


def read_day(stack: Stack) -> str | None:
    """Return the day that the distribution says, which is the one that trackers read."""
    made = invariants.the_distribution(stack)
    row = stack.cloud.table.store.get(keys.give_until(DISTRICT, made["id"]))
    marked: str | None = decode_item(row.item)["day"] if row else None
    assert made["give_until_date"] == marked, "trackers show another day than the distribution"
    return marked


def move(stack: Stack, day: str | None, version: int, key: str = "") -> Reply:
    made = invariants.the_distribution(stack)
    path = f"/v1/distributions/{made['id']}"
    return stack.ask("PATCH", path, {"give_until_date": day}, key=key, version=version)


@cache
def a_move(day: str | None) -> Workload:
    cloud = afterwards.deliver(afterwards.a_cloud(a_district()), give_until_date=FIRST)
    version = invariants.the_distribution(Stack(cloud))["version"]

    def act(stack: Stack) -> None:
        assert move(stack, day, version, "k2").status == 200

    def check(stack: Stack) -> None:
        assert read_day(stack) == day
        assert count_audited(stack, "change_distribution") == 1

    return Workload("the day is moved", lambda: cloud, act, check)


@cache
def a_distribution_with_day() -> Workload:
    cloud = afterwards.a_cloud(a_district())

    def act(stack: Stack) -> None:
        assert afterwards.hand_out(stack, notify=False, give_until_date=FIRST).status == 202

    def check(stack: Stack) -> None:
        assert read_day(stack) == FIRST

    return Workload("handed out with a day", lambda: cloud, act, check)


@pytest.mark.parametrize("fault", NOT_A_BATCH)
@pytest.mark.parametrize("day", [SECOND, None])
def test_whatever_fails_the_day_moves_once_and_everywhere(day: str | None, fault: Fault) -> None:
    assert survives(a_move(day), fault)


@pytest.mark.parametrize("fault", [Fault.CRASH_AFTER, Fault.ANSWER_LOST, Fault.SENT_TWICE])
def test_whatever_fails_a_distribution_begins_with_its_day(fault: Fault) -> None:
    assert survives(a_distribution_with_day(), fault)


def test_of_two_moves_of_the_day_at_once_one_gets_a_conflict_in_every_order() -> None:
    cloud = afterwards.deliver(afterwards.a_cloud(a_district()), give_until_date=FIRST)
    version = invariants.the_distribution(Stack(cloud))["version"]

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(move, stack, day, version) for day in (SECOND, THIRD)]

    outcomes: Counter[Any] = Counter()
    for stack, replies in in_every_order(cloud, works, saving):
        statuses = [reply.status for reply in replies]
        assert sorted(statuses) == [200, 412]
        winner = (SECOND, THIRD)[statuses.index(200)]
        assert read_day(stack) == winner
        outcomes[winner] += 1
    assert outcomes.keys() == {SECOND, THIRD}


# -- of a test of a process ------------------------------------------------------------------------


def of_class(stack: Stack) -> tuple[str, str]:
    """Return the day that the class's row says, and the one that its sheet has."""
    row = row_item_of(stack)
    assert row is not None
    on_row = read_row(row).give_until.get("pre", "")
    return on_row, there(stack).sheet.until.get(f"{UNIT}#pre", "")


def activate_by(stack: Stack, person: str, day: str, key: str = "") -> Reply:
    body = {"test": "pre", "class_id": "c1", "give_until_date": day}
    return ask(stack, person, "POST", f"/v1/processes/{UNIT}/activations", body, key=key)


@cache
def an_activated_cloud() -> Cloud:
    cloud = a_data_team()
    assert activate(Stack(cloud), "tess").status == 201
    return cloud


@cache
def an_activation_with_day(*, before: bool) -> Workload:
    def act(stack: Stack) -> None:
        assert activate_by(stack, "tess", FIRST, "k2").status in (200, 201)

    def check(stack: Stack) -> None:
        assert of_class(stack) == (FIRST, FIRST)
        assert there(stack).sheet.version == (2 if before else 1)
        assert there(stack).agree

    cloud = an_activated_cloud if before else cache(a_data_team)
    return Workload("activated with a day", cloud, act, check)


@pytest.mark.parametrize("fault", NOT_A_BATCH)
@pytest.mark.parametrize("before", [False, True], ids=["new", "active before"])
def test_whatever_fails_row_and_sheet_have_the_day_of_an_activation(
    before: bool,
    fault: Fault,
) -> None:
    assert survives(an_activation_with_day(before=before), fault)


def test_two_teachers_move_the_day_of_a_class_at_once_in_every_order() -> None:
    def once(stack: Stack, person: str, day: str) -> Reply | None:
        body = {"test": "pre", "class_id": "c1", "give_until_date": day}
        return ask_once(stack, person, "POST", f"/v1/processes/{UNIT}/activations", body)

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(once, stack, "tess", SECOND), partial(once, stack, "cole", THIRD)]

    outcomes: Counter[Any] = Counter()
    for stack, replies in in_every_order(an_activated_cloud(), works, saving):
        assert [reply.status for reply in replies] == [201, 201]
        on_row, on_sheet = of_class(stack)
        assert on_row == on_sheet, "class and sheet say two days"
        assert there(stack).agree
        outcomes[on_row] += 1
    assert outcomes.keys() == {SECOND, THIRD}
