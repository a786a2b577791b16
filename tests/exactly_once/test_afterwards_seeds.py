"""Actions after delivery, concurrent with everything else: each seed is one such world."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest

from tests.exactly_once import afterwards, invariants
from tests.exactly_once.afterwards import COURSES, LAST_DAY, do, hand_out, make_trackers
from tests.exactly_once.district import a_district
from tests.exactly_once.stack import Cloud, Reply, Stack
from tests.exactly_once.test_seeds import mails_allowed, one_fault

SEEDS = 80
PER_TEST = 20
RACES = 40
ROUNDS = 400
FIRSTS = range(0, SEEDS, PER_TEST)


def asks(stack: Stack, what: str, body: Any = None, *, key: str = "") -> Callable[[], Reply]:
    """Return a client that looks at the distribution and then asks this, when its turn comes."""
    return lambda: do(stack, what, body, key=key)


def receives(stack: Stack, queue: str) -> Callable[[], Any]:
    """Return a function of a queue that takes what is next, when its turn comes."""
    return lambda: stack.receive(queue)


def settle(stack: Stack, seed: int) -> None:
    """Let everything happen at once, in the order that the seed decides, until all is quiet."""
    order = random.Random(seed)
    for _ in range(ROUNDS):
        if stack.quiet:
            return
        works = [receives(stack, queue) for queue in ("deliveries", "mail", "jobs") * 2]
        works += [stack.report_any, stack.tick_if_due, stack.tick_if_due][: order.randint(1, 3)]
        stack.at_once(order.randrange(2**32), *works)
        stack.cloud.clock.advance(seconds=order.randint(1, 60))
    raise AssertionError(f"never quiet: {stack.what_is_left()}")


def restore_and_settle(stack: Stack, seed: int) -> None:
    """Let everything end, bring back what was recalled, and let everything end again."""
    settle(stack, seed)
    if invariants.the_distribution(stack)["state"] == "recalled":
        assert afterwards.marked(stack.cloud)
        assert do(stack, "restoration", key=f"back-{seed}").status == 200
        settle(stack, seed + 1)
    assert not afterwards.marked(stack.cloud)


@cache
def world_with_later() -> Cloud:
    district = a_district(6, teachers=3)
    return afterwards.later(afterwards.deliver(afterwards.a_cloud(district)), district, 5)


@cache
def world_with_failures() -> Cloud:
    return afterwards.with_one_full(a_district(6, teachers=3))


@cache
def automatic_world() -> Cloud:
    cloud = afterwards.a_cloud(a_district(4), courses=True)
    return afterwards.deliver(cloud, automatic_end_date=LAST_DAY)


SOUTH = {"selection": {"school_ids": ["south"]}}
EVERYBODY = {"selection": {"whole_district": True}}


@pytest.mark.parametrize("first", FIRSTS)
def test_an_addition_survives_any_order(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        stack = Stack(world_with_later().copy(seed=seed), one_fault(seed))
        assert do(stack, "additions", EVERYBODY).status == 202
        settle(stack, seed)
        stack.line.faults.clear()
        stack.settle()
        afterwards.everybody_has_it_and_was_told(stack, at_most=mails_allowed(stack))


@pytest.mark.parametrize("first", FIRSTS)
def test_automatic_delivery_survives_any_order(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        stack = Stack(automatic_world().copy(seed=seed), one_fault(seed))
        make_trackers(stack)
        works = [receives(stack, "jobs")] * 2
        stack.at_once(seed, *works, stack.tick)
        settle(stack, seed)
        stack.line.faults.clear()
        stack.settle()
        afterwards.everybody_has_it_and_was_told(stack, at_most=mails_allowed(stack))


def test_two_additions_at_once_bring_each_tracker_in_once() -> None:
    ends = set()
    for seed in range(RACES):
        stack = Stack(world_with_later().copy(seed=seed))
        both = [asks(stack, "additions", SOUTH), asks(stack, "additions", EVERYBODY, key="all")]
        workers = stack.at_once(seed, *both)
        ends.add(tuple(sorted(worker.outcome.status for worker in workers)))
        settle(stack, seed)
        do(stack, "additions", EVERYBODY, key="rest")
        settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert ends <= {(202, 409), (202, 412)}
    assert len(ends) > 1


def test_recall_against_an_addition_that_is_being_delivered() -> None:
    """The recall comes before, or after, or is refused; after the restore everybody has it."""
    answers = set()
    for seed in range(RACES):
        stack = Stack(world_with_later().copy(seed=seed))
        works: list[Callable[[], Any]] = [asks(stack, "recall")]
        works += [asks(stack, "additions", EVERYBODY), receives(stack, "deliveries")]
        works += [receives(stack, "deliveries"), stack.tick]
        recalling, adding, *_ = stack.at_once(seed, *works)
        answers.add((recalling.outcome.status, adding.outcome.status))
        restore_and_settle(stack, seed)
        do(stack, "additions", EVERYBODY, key="again")
        settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert {recalling for recalling, _ in answers} == {200, 409, 412}


def test_recall_against_a_retry_and_an_addition() -> None:
    answers = set()
    for seed in range(RACES):
        stack = Stack(world_with_failures().copy(seed=seed))
        works = [asks(stack, "recall"), asks(stack, "retry"), asks(stack, "additions", EVERYBODY)]
        workers = stack.at_once(seed, *works, stack.tick)
        answers.add(tuple(worker.outcome.status for worker in workers[:3]))
        restore_and_settle(stack, seed)
        for what, body in (("additions", EVERYBODY), ("retry", None)):
            do(stack, what, body, key=f"rest-{what}")
            settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert all(answer.count(200) + answer.count(202) >= 1 for answer in answers)
    assert len(answers) > 2


def test_recall_against_notices_and_mails_that_are_under_way() -> None:
    """During the recall only notices under way go out; nobody gets two."""
    cloud = afterwards.finish_delivery(afterwards.a_cloud(a_district(6, teachers=3)))
    held = 0
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        works: list[Callable[[], Any]] = [asks(stack, "recall")]
        works += [receives(stack, "deliveries"), receives(stack, "mail")] * 2
        stack.at_once(seed, *works, stack.tick)
        recipients = len(stack.cloud.ses.sent)
        recalled = invariants.the_distribution(stack)["state"] == "recalled"
        settle(stack, seed)
        if recalled:
            assert len(stack.cloud.ses.sent) == recipients, "notified during the recall"
            held += recipients == 0
        restore_and_settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert held, "no race was won by the recall"


def test_restore_against_mails_that_still_saw_the_recall() -> None:
    cloud = afterwards.with_mails_waiting(afterwards.a_cloud(a_district(6, teachers=3)))
    recalled = Stack(cloud)
    assert do(recalled, "recall").status == 200
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        works: list[Callable[[], Any]] = [asks(stack, "restoration")]
        works += [receives(stack, "mail"), receives(stack, "deliveries")] * 2
        stack.at_once(seed, *works, stack.tick)
        settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)


def hand_out_late(stack: Stack, requests: int) -> Any:
    """Distribute after so many other requests: making trackers takes more calls than planning."""
    for _ in range(requests):
        stack.ask("GET", "/v1/district")
    return hand_out(stack, automatic_end_date=LAST_DAY)


def test_trackers_made_during_an_automatic_delivery_all_get_it() -> None:
    """Made before its plan, between plan and opening, or after: once each."""
    cloud = afterwards.a_cloud(a_district(3), courses=True)
    totals = set()
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        make_trackers(stack)
        works: list[Callable[[], Any]] = [
            partial(hand_out_late, stack, seed % 8),
            receives(stack, "jobs"),
            receives(stack, "deliveries"),
            stack.tick,
        ]
        (handing, *_) = stack.at_once(seed, *works)
        totals.add(handing.outcome.body["counts"]["total"])
        settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert len(totals) > 1, "the plan saw different worlds"


def test_trackers_made_while_others_are_on_their_way_wait_and_get_it() -> None:
    states = Counter[str]()
    for seed in range(RACES):
        stack = Stack(automatic_world().copy(seed=seed))
        for course in COURSES:  # the second while the first is being delivered
            make_trackers(stack, course)
            stack.receive("jobs")
            stack.cloud.clock.advance(minutes=1)
            stack.tick()
            stack.receive("jobs")
        states[invariants.the_distribution(stack)["state"]] += 1
        settle(stack, seed)
        afterwards.everybody_has_it_and_was_told(stack)
    assert states["delivering"] > RACES / 2


def test_sweeps_recall_and_restore_at_once_lose_no_tracker() -> None:
    for seed in range(RACES):
        stack = Stack(automatic_world().copy(seed=seed))
        make_trackers(stack)
        works: list[Callable[[], Any]] = [asks(stack, "recall")]
        works += [receives(stack, "jobs")] * 3
        stack.at_once(seed, *works, stack.tick)
        stack.cloud.clock.advance(minutes=1)
        works[0] = asks(stack, "restoration")
        stack.at_once(seed + 1, *works, stack.tick, receives(stack, "deliveries"))
        restore_and_settle(stack, seed)
        stack.settle()
        afterwards.everybody_has_it_and_was_told(stack)
