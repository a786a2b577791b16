"""Messages doubled and reordered, workers and clock at once, reports late, twice or never.

On top of it one fault somewhere. Each seed is one such world, always the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from simulator.faults import Fault
from tests.exactly_once import invariants, workloads
from tests.exactly_once.district import ASSESSMENT, WorkloadDistrict, a_district, list_delivered
from tests.exactly_once.stack import Cloud, Reply, Stack

SEEDS = 400
PER_TEST = 50
RACES = 60
FAULTS = (Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.SENT_TWICE, Fault.ANSWER_LOST, Fault.PARTIAL)
ROUNDS = 400


@cache
def a_world() -> tuple[WorkloadDistrict, Cloud]:
    district = a_district(6, teachers=3)
    return district, district.in_a_cloud()


def settle(stack: Stack, seed: int) -> None:
    """Let everything happen at once, in the order that the seed decides, until all is quiet."""
    order = random.Random(seed)
    for _ in range(ROUNDS):
        if stack.quiet:
            return
        works: list[Callable[[], Any]] = [lambda: stack.receive("deliveries")] * 2
        works += [lambda: stack.receive("mail")] * 2
        works += [stack.report_any, stack.tick_if_due, stack.tick_if_due][: order.randint(1, 3)]
        stack.at_once(order.randrange(2**32), *works)
        if order.random() < 1 / 2:
            stack.cloud.clock.advance(seconds=order.randint(1, 60))
        else:
            stack.cloud.clock.reach(stack.next_minute())
    raise AssertionError(f"never quiet: {stack.what_is_left()}")


def one_fault(seed: int) -> dict[int, Fault]:
    chance = random.Random(seed)
    return {chance.randrange(60): chance.choice(FAULTS)}


def ask(
    stack: Stack,
    path: str,
    body: Any = None,
    *,
    key: str,
    version: int | None = None,
    method: str = "POST",
) -> Callable[[], Reply]:
    """Return a client that will ask this, when its turn comes."""
    return lambda: stack.ask(method, path, body, key=key, version=version)


def mails_allowed(stack: Stack) -> int:
    """Two, where the process died inside the call to SES (its report may be lost as well)."""
    return 2 if any("ses.send_raw_email" in broken for broken in stack.line.broken) else 1


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_a_distribution_survives_any_order(first: int) -> None:
    district, cloud = a_world()
    for seed in range(first, first + PER_TEST):
        stack = Stack(cloud.copy(seed=seed), one_fault(seed))
        start = workloads.SCHEDULE if seed % 2 else None
        workloads.distribute(stack, start=start)
        if start:
            stack.cloud.clock.reach(workloads.START)
        settle(stack, seed)
        stack.line.faults.clear()
        stack.settle()
        invariants.everybody_got_it_once(stack, district)
        people = invariants.people_of(district.matching)
        invariants.everybody_was_told_once(stack, people, at_most=mails_allowed(stack))


def waiting(stack: Stack, turns: int, work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin a work only after others had some turns: a new process has things to do before."""

    def begin() -> Any:
        for _ in range(turns):
            assert stack.line.turn is not None
            stack.line.turn()
        return work()

    return begin


def test_start_and_cancel_at_once_end_as_one_or_the_other() -> None:
    district, _ = a_world()
    cloud = workloads.a_scheduled_cloud(district)
    ends = set()
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        made = invariants.the_distribution(stack)
        stack.cloud.clock.reach(workloads.START)
        cancel = ask(stack, f"/v1/distributions/{made['id']}/cancellation", key="k2", version=1)
        later = waiting(stack, seed % 12, cancel)
        *_, cancelling = stack.at_once(seed, stack.tick, stack.tick, later)
        settle(stack, seed)
        ends.add(invariants.the_distribution(stack)["state"])
        if cancelling.outcome.status == 200:
            invariants.nobody_got_it(stack, district)
        else:
            assert cancelling.outcome.status in (409, 412)
            invariants.everybody_got_it_once(stack, district)
    assert ends == {"canceled", "delivered"}


def test_two_admins_who_change_and_cancel_at_once_never_both_succeed() -> None:
    district, _ = a_world()
    cloud = workloads.a_scheduled_cloud(district)
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        path = f"/v1/distributions/{invariants.the_distribution(stack)['id']}"
        cancel = ask(stack, f"{path}/cancellation", key="k2", version=1)
        later = {"start": workloads.LATER}
        change = ask(stack, path, later, key="k3", version=1, method="PATCH")
        workers = stack.at_once(seed, cancel, change)
        assert sorted(worker.outcome.status for worker in workers) in ([200, 409], [200, 412])


def test_the_same_request_twice_at_once_is_one_distribution() -> None:
    district, cloud = a_world()
    body = {"assessment_id": ASSESSMENT, "selection": {"whole_district": True}, "notify": True}
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        same = ask(stack, "/v1/distributions", body, key="k1")
        answers = [worker.outcome for worker in stack.at_once(seed, same, same)]
        assert {answer.status for answer in answers} == {202}
        assert len({answer.body["id"] for answer in answers}) == 1
        settle(stack, seed)
        invariants.everybody_got_it_once(stack, district)
        invariants.everybody_was_told_once(stack, invariants.people_of(district.matching))


def test_two_distributions_of_one_assessment_at_once_deliver_it_once() -> None:
    district, cloud = a_world()
    body = {"assessment_id": ASSESSMENT, "selection": {"whole_district": True}}
    for seed in range(RACES):
        stack = Stack(cloud.copy(seed=seed))
        both = [ask(stack, "/v1/distributions", body, key=key) for key in ("k1", "k2")]
        ids = [worker.outcome.body.get("id") for worker in stack.at_once(seed, *both)]
        settle(stack, seed)
        shown = [stack.ask("GET", f"/v1/distributions/{made}").body for made in ids if made]
        assert shown
        delivered = sum(each["counts"]["delivered"] for each in shown)
        skipped = sum(each["counts"]["skipped"] for each in shown)
        assert delivered == len(district.matching)
        assert skipped == len(district.matching) * (len(shown) - 1)
        for tracker in district.matching:
            assert len(list_delivered(stack.cloud, tracker)) == 1
