"""A key is corrected while teachers enter results: in every order, and in orders of many seeds.

At the end every sheet is scored by the present key, and nothing entered is lost. The students whose
answers the former key scored count, with the answers that they had then, and nobody else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.results.model import StudentResults
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from simulator.faults import Fault, Sending
from tests.exactly_once.classroom import a_classroom, in_every_order
from tests.exactly_once.classroom import enter as enter_first
from tests.exactly_once.corrected_classes import (
    BODY,
    CORRECTIONS,
    RESCALED,
    all_told,
    by_the_present_key,
    check_closed,
    classes,
    correct,
    enter,
    every_sheet,
    moves,
    sheet_of,
    the_correction,
)
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support import sheets
from tests.support.sheets import entering, student

SEEDS = 120
PER_TEST = 30
FAULTS = (Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.SENT_TWICE, Fault.ANSWER_LOST)
NINTH = entering(student("s9", one="B", two="A"))
"""An answer that moves a student up, if the former key scores it first."""


@cache
def one_class() -> Cloud:
    return classes(1)


def between_teacher_and_correction(sending: Sending) -> bool:
    """Every write, and reads of the sheet, of the list of sheets, and of the assessment."""
    return _is_about(sending, "SHEET#TEST", "#SHEETS#", "#ASSESSMENT#")


def on_sheet_and_assessment(sending: Sending) -> bool:
    """Every write, and reads of the sheet and of the assessment; the list of sheets with them."""
    return _is_about(sending, "SHEET#TEST", "#ASSESSMENT#")


def between_workers(sending: Sending) -> bool:
    """Every write, and reads of the sheet and of what is done."""
    return _is_about(sending, "SHEET#")


def _is_about(sending: Sending, *parts: str) -> bool:
    said = str(sending.params)
    return sending.operation == "transact_write_items" or any(part in said for part in parts)


def correct_and_begin(stack: Stack) -> None:
    """The correction, and its first pass right behind it."""
    correct(stack)
    assert stack.receive("jobs")


def count_moved(stack: Stack) -> Counter[str]:
    return Counter(the_correction(stack)["students"])


def settle_and_check(stack: Stack) -> None:
    stack.settle()
    for sheet in every_sheet(stack):
        by_the_present_key(sheet)
    check_closed(stack)


def by_the_former_key(saved: Reply) -> bool:
    """Return the key that scored a save, as its teacher saw it."""
    return bool(saved.body["revision"] == 0)


def rows_of(stack: Stack, name: str) -> dict[str, StudentResults]:
    sheet = sheet_of(stack, name)
    assert sheet is not None
    return sheet.by_student


def test_a_teacher_saves_while_the_key_is_corrected_in_every_order() -> None:
    """Students that the teacher entered or changed count if the teacher saw the former key's score.

    Else the ninth student had no level that could move, and the first is counted with A.
    """
    told = Counter[bool]()
    body = entering(student("s0", one="B"), *NINTH["students"])

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(enter, stack, "c0", body, version=1), partial(correct_and_begin, stack)]

    for stack, (saved, _) in in_every_order(one_class(), works, on_sheet_and_assessment):
        settle_and_check(stack)
        rows = rows_of(stack, "c0")
        first, ninth = rows.pop("s0"), rows.pop("s9")
        assert (first.cells, ninth.cells) == (("B", *RESCALED[0][1:]), ("B", "A", "", ""))
        former = by_the_former_key(saved)
        counted = [first, ninth] if former else [replace(first, cells=RESCALED[0])]
        assert count_moved(stack) == moves([*rows.values(), *counted])
        told[former] += 1
    assert told.keys() == {True, False}


def test_a_sheet_is_begun_while_the_key_is_corrected_in_every_order() -> None:
    told = set()

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(enter, stack, "c1", NINTH, version=0), partial(correct_and_begin, stack)]

    for stack, (saved, _) in in_every_order(one_class(), works, between_teacher_and_correction):
        settle_and_check(stack)
        counted = list(rows_of(stack, "c0").values())
        begun = rows_of(stack, "c1")
        assert begun["s9"].cells == ("B", "A", "", "")
        former = by_the_former_key(saved)
        assert count_moved(stack) == moves(counted + list(begun.values()) * former)
        told.add(former)
    assert told == {True, False}


def test_a_sheet_begun_and_filled_by_the_present_key_counts_nobody_in_any_order() -> None:
    """Two saves of a new sheet, after the correction and beside its first pass."""
    second = entering(student("s0", one="B"))

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def begin_and_fill() -> None:
            enter(stack, "c1", NINTH, version=0)
            enter(stack, "c1", second, version=1)

        return [begin_and_fill, partial(stack.receive, "jobs")]

    corrected = one_class().copy()
    correct(Stack(corrected))
    for stack, _ in in_every_order(corrected, works, between_workers):
        settle_and_check(stack)
        assert set(rows_of(stack, "c1")) == {"s0", "s9"}
        assert count_moved(stack) == moves(rows_of(stack, "c0").values())


def test_two_workers_at_once_in_every_order() -> None:
    cloud = one_class().copy()
    begun = Stack(cloud)
    correct(begun)
    (message,) = begun.cloud.queues.receive("jobs", 1)
    event = {"Records": [message.record("jobs")]}

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        import app

        return [partial(app.run_job, event, None)] * 2

    for stack, answers in in_every_order(cloud, works, between_workers):
        assert all(answer == {"batchItemFailures": []} for answer in answers)
        sheet = sheet_of(stack, "c0")
        assert sheet is not None
        assert sheet.version == 2, "scored again once"
        settle_and_check(stack)
        all_told(stack)


def test_two_corrections_at_once_are_one_after_the_other() -> None:
    other = {"items": [{"id": "one", "key": ["C"]}]}

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [
            partial(stack.ask, "POST", CORRECTIONS, body, key=key, version=1)
            for body, key in ((BODY, "k1"), (other, "k2"))
        ]

    outcomes = set()
    for stack, replies in in_every_order(one_class(), works, between_teacher_and_correction):
        statuses = tuple(reply.status for reply in replies)
        assert sorted(statuses) == [202, 409]
        refused = next(reply for reply in replies if reply.status == 409)
        assert refused.code == "correction_running"
        outcomes.add(statuses)
        stack.settle()
        assert the_correction(stack)["state"] == "done"
    assert len(outcomes) == 2


def test_a_change_and_the_first_results_never_both_hold_in_every_order() -> None:
    """Either the key is as it was, or the results are scored by the new one."""
    items = [each.model_dump(mode="json") for each in sheets.ITEMS]
    items[0]["key"] = ["B"]
    body = entering(student("ada", one="B"))

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        change = partial(
            stack.ask, "PUT", "/v1/assessments/TEST/items", {"items": items}, version=1
        )
        return [change, partial(enter_first, stack, "tess", body, version=0)]

    outcomes = set()
    for stack, (change, entered) in in_every_order(
        a_classroom(), works, between_teacher_and_correction
    ):
        assert entered.status == 200, entered
        row = stack.cloud.table.store.get(keys.assessment_content(DISTRICT, "TEST"))
        assert row is not None
        key_is_b = '"key":["B"]' in decode_item(row.item)["doc"]
        assert key_is_b == (change.status == 200)
        assert change.status == 200 or change.code == "assessment_scored"
        shown = entered.body["students"][0]["scores"][0]
        assert shown == ("1" if key_is_b else "0")
        outcomes.add(change.status)
    assert outcomes == {200, 409}


# -- many seeds ---------------------------------------------------------------------------------


@cache
def some_classes() -> Cloud:
    return classes(4)


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_a_correction_survives_any_order(first: int) -> None:
    """Messages doubled and swapped, ticks and workers and teachers at once, and one fault."""
    for seed in range(first, first + PER_TEST):
        chance = random.Random(seed)
        faults = {chance.randrange(40): chance.choice(FAULTS)}
        stack = Stack(some_classes().copy(seed=seed), faults)
        stack.at_once(seed, partial(correct, stack), partial(enter, stack, "c0", NINTH, version=1))
        _settle(stack, seed)
        stack.line.faults.clear()
        stack.settle()
        settle_and_check(stack)
        assert rows_of(stack, "c0")["s9"].cells == ("B", "A", "", ""), f"seed {seed}"
        every = [row for sheet in every_sheet(stack) for row in sheet.rows]
        others = [row for row in every if row.student != "s9"]
        assert count_moved(stack) in (moves(every), moves(others)), f"seed {seed}"


def _settle(stack: Stack, seed: int) -> None:
    order = random.Random(seed)
    for _ in range(100):
        if stack.quiet:
            return
        works: list[Callable[[], Any]] = [lambda: stack.receive("jobs")] * 2
        works += [stack.tick, stack.tick][: order.randint(1, 2)]
        stack.at_once(order.randrange(2**32), *works)
        if order.random() < 1 / 2:
            stack.cloud.clock.advance(seconds=order.randint(1, 60))
        else:
            stack.cloud.clock.reach(stack.next_minute())
    raise AssertionError(f"never quiet: {stack.what_is_left()}")
