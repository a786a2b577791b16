"""Two and three enter results at once, in every order: nothing is lost, each refusal says why.

Exhaustive, not sampled: every order in which they can read the sheet and save it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from typing import Any

import pytest

from chalicelib.results.merging import Edit, blank
from chalicelib.results.model import StudentPresence, StudentResults
from simulator.orders import Orders
from tests.exactly_once.classroom import (
    a_classroom,
    ask,
    enter,
    enter_once,
    in_every_order,
    is_sound,
    saves,
    saving,
    the_sheet,
)
from tests.exactly_once.stack import Cloud, Reply, Stack
from tests.support import sheets
from tests.support.builders import CODES
from tests.support.sheets import entering, student

WRITERS: dict[str, dict[str, Any]] = {
    "ada's first": student("ada", one="A"),
    "ada's first, otherwise": student("ada", one="B"),
    "ada's second": student("ada", two="AB"),
    "ada's first, taken out": student("ada", one={"clear": True}),
    "ada absent": student("ada", status="absent"),
    "bob's first": student("bob", one="C"),
}
EDITS = {
    "ada's first": Edit("ada", cells={0: "A"}),
    "ada's first, otherwise": Edit("ada", cells={0: "B"}),
    "ada's second": Edit("ada", cells={1: "AB"}),
    "ada's first, taken out": Edit("ada", cells={0: ""}),
    "ada absent": Edit("ada", status=StudentPresence.ABSENT),
    "bob's first": Edit("bob", cells={0: "C"}),
}
AT_PEACE = [
    {"ada's first", "ada's second"},
    {"ada's first", "bob's first"},
    {"ada's first, otherwise", "ada's second"},
    {"ada's first, otherwise", "bob's first"},
    {"ada's second", "bob's first"},
    {"ada's first, taken out", "bob's first"},
    {"ada absent", "bob's first"},
]
"""Saves that must never refuse each other, on a sheet that nobody has begun."""


def a_begun_sheet() -> Cloud:
    """Return a sheet at version 1, on which ada has an answer already."""
    cloud = a_classroom()
    stack = Stack(cloud)
    body = entering(student("ada", one="C"))
    assert enter(stack, "tess", body, version=0).status == 200
    return cloud


def at_once(names: Sequence[str], base: int) -> Callable[[Stack], list[Callable[[], Reply]]]:
    """Teachers of one class who all saw the sheet at one version."""
    people = ("tess", "cole", "tess")

    def works(stack: Stack) -> list[Callable[[], Reply]]:
        return [
            partial(enter_once, stack, person, entering(WRITERS[name]), version=base)
            for person, name in zip(people, names, strict=False)
        ]

    return works


def row_in(stack: Stack, name: str) -> StudentResults:
    sheet = the_sheet(stack)
    known = sheet.by_student.get(name) if sheet else None
    return known or blank(name, len(sheets.ITEMS))


def check(
    stack: Stack, names: Sequence[str], replies: Sequence[Reply], before: dict[str, StudentResults]
) -> None:
    """Accepted entries are there, each refusal says what is there, and the counts are right."""
    changed, base = 0, max(row.changed for row in before.values())
    for name, reply in zip(names, replies, strict=True):
        edit = EDITS[name]
        was, now = before[edit.student], row_in(stack, edit.student)
        if reply.status == 200:
            meant_nothing = edit.apply_to(was).same_as(was)
            assert meant_nothing or edit.apply_to(now).same_as(now), f"{name} is lost"
            changed += not meant_nothing
        else:
            assert (reply.status, reply.code) == (409, "scores_changed_meanwhile")
            told = [each for each in reply.body["conflicts"] if each["student_id"] == edit.student]
            assert told, f"{name} did not get what is there"
            assert not edit.apply_to(now).same_as(now) or edit.apply_to(was).same_as(was)
    sheet = the_sheet(stack)
    assert sheet is not None
    accepted = sum(reply.status == 200 for reply in replies)
    assert base + changed <= sheet.version <= base + accepted, "a version for each change"
    assert saves(stack) == list(range(1, sheet.version + 1))
    is_sound(stack)


def everything(cloud: Cloud, names: Sequence[str], base: int) -> tuple[int, set[tuple[int, ...]]]:
    """Try every order; return how many were run, and which outcomes there were."""
    before = {name: row_in(Stack(cloud), name) for name in ("ada", "bob")}
    orders, outcomes = Orders(), set()
    for stack, replies in in_every_order(cloud, at_once(names, base), saving, orders):
        check(stack, names, replies, before)
        outcomes.add(tuple(reply.status for reply in replies))
    return orders.runs, outcomes


@pytest.mark.parametrize("names", list(combinations(WRITERS, 2)), ids=" + ".join)
def test_two_begin_a_sheet_in_every_order(names: tuple[str, str]) -> None:
    _, outcomes = everything(a_classroom(), names, 0)
    if set(names) in AT_PEACE:
        assert outcomes == {(200, 200)}
    assert all(200 in statuses for statuses in outcomes), "one of them is always let through"


@pytest.mark.parametrize("names", list(combinations(WRITERS, 2)), ids=" + ".join)
def test_two_go_on_with_a_sheet_in_every_order(names: tuple[str, str]) -> None:
    _, outcomes = everything(a_begun_sheet(), names, 1)
    assert all(200 in statuses for statuses in outcomes)


def test_a_different_entry_gets_a_conflict_in_either_order() -> None:
    _, outcomes = everything(a_classroom(), ("ada's first", "ada's first, otherwise"), 0)
    assert outcomes == {(200, 409), (409, 200)}


@pytest.mark.parametrize(
    "names",
    [
        ("ada's first", "ada's second", "bob's first"),
        ("ada's first", "ada's first, otherwise", "bob's first"),
        ("ada's first", "ada absent", "ada's second"),
    ],
    ids=" + ".join,
)
def test_three_at_once_in_every_order(names: tuple[str, str, str]) -> None:
    orders, outcomes = everything(a_classroom(), names, 0)
    assert orders > 20
    assert all(200 in statuses for statuses in outcomes)
    if names[0] == "ada's first" and names[1] == "ada's second":
        assert outcomes == {(200, 200, 200)}


# -- who answers is present ------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["ada's first", "ada's second"])
def test_absent_and_an_answer_at_once_never_stand_together(answer: str) -> None:
    """The first one decides, and the second one gets a conflict (T9)."""
    outcomes, rows = set(), set()
    for stack, replies in in_every_order(a_classroom(), at_once(("ada absent", answer), 0), saving):
        outcomes.add(tuple(reply.status for reply in replies))
        row = row_in(stack, "ada")
        rows.add((row.status, any(row.cells)))
        is_sound(stack)
    assert outcomes == {(200, 409), (409, 200)}
    assert rows == {(StudentPresence.ABSENT, False), (StudentPresence.PRESENT, True)}


# -- a sheet is left out in one act while a colleague enters ---------------------------------------

LEFT_OUT: dict[str, dict[str, Any]] = {
    "all": {"all": True},
    "the second item": {"item_ids": ["two"]},
    "ada": {"student_ids": ["ada"]},
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("what", LEFT_OUT)
def test_a_sheet_left_out_and_a_colleague_at_once_in_every_order(what: str, name: str) -> None:
    """A colleague's entry is there or refused; an empty cell is left out or refused."""

    def works(stack: Stack) -> list[Callable[[], Reply]]:
        act = {"left_out": LEFT_OUT[what]}
        return [
            partial(enter_once, stack, "tess", act, version=1),
            partial(enter_once, stack, "cole", entering(WRITERS[name]), version=1),
        ]

    outcomes = set()
    for stack, (left_out, entered) in in_every_order(a_begun_sheet(), works, saving):
        edit, row = EDITS[name], row_in(stack, EDITS[name].student)
        assert {left_out.status, entered.status} <= {200, 409}
        if entered.status == 200:
            assert edit.apply_to(row).same_as(row), f"{name} is lost"
        else:
            assert entered.code == "scores_changed_meanwhile"
        if left_out.status == 200 and "taken out" not in name:
            ada = row_in(stack, "ada")
            if entered.status == 409 or edit.student != "ada" or what == "ada":
                assert ada.cells[1], "left out, or entered"
            assert what == "the second item" or (ada.cells[2] != "") == (ada.cells[3] != "")
        assert not any(row_in(stack, "cy").cells), "nobody gets a zero who has nothing entered"
        sheet = the_sheet(stack)
        assert sheet is not None
        assert saves(stack) == list(range(1, sheet.version + 1))
        is_sound(stack)
        outcomes.add((left_out.status, entered.status))
    assert all(200 in statuses for statuses in outcomes)
    if name == "bob's first":
        assert outcomes == {(200, 200)}


# -- the author changes the items while the first results come in ---------------------------------


def test_the_first_results_and_other_items_in_every_order() -> None:
    """Either the results are scored by the new items, or the author hears of the results."""
    cloud = a_classroom()
    item = sheets.ITEMS[0].model_copy(update={"points": "5", "standards": (CODES[0],)})
    items = [item, *sheets.ITEMS[1:]]
    body = {"items": [each.model_dump(mode="json") for each in items]}

    def works(stack: Stack) -> list[Callable[[], Reply]]:
        author = partial(stack.ask, "PUT", "/v1/assessments/TEST/items", body, version=1, key="")
        return [
            partial(enter_once, stack, "tess", entering(student("ada", one="A")), version=0),
            author,
        ]

    stack = Stack(cloud)
    header = stack.ask("GET", "/v1/assessments/TEST").body
    assert header["created_by_id"] == "dana"
    seen = set()
    for stack, (saved, authored) in in_every_order(cloud, works, saving):
        assert saved.status == 200, saved
        seen.add(authored.status)
        (ada,) = (s for s in saved.body["students"] if s["student_id"] == "ada")
        shown = ask(stack, "tess", "GET", "/v1/trackers/BOARD/sheets/TEST").body
        worth = shown["items"][0]["points"]
        assert worth == ("5" if authored.status == 200 else "1")
        assert ada["earned"] == worth, "scored by what it is scored by"
        is_sound(stack)
    assert 200 in seen
    assert len(seen) > 1, "somebody got a conflict"
