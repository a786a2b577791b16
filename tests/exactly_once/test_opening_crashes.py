"""Is the pre-test opened in every team, once, whatever fails, doubles and crosses?"""

from __future__ import annotations

from contextlib import suppress
from functools import cache

import pytest

from chalicelib.processes.rollout.model import TeamOpening
from chalicelib.processes.rollout.repository import OpeningRepository
from chalicelib.wiring import services
from simulator.faults import Crash, Fault
from tests.exactly_once import invariants
from tests.exactly_once.classroom import ask
from tests.exactly_once.district import our_table
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.opening_district import (
    CLASSES,
    LATE,
    SmallSteps,
    a_district,
    add_the_late_one,
    everything_is_open,
    hand_out,
    heads,
    message_again,
    openings,
)
from tests.exactly_once.stack import DISTRICT, Cloud, Stack


def in_two_rounds(stack: Stack) -> None:
    """Without one class first; it comes with an addition."""
    hand_out(stack, [name for name in CLASSES if name != LATE])
    stack.settle()
    add_the_late_one(stack)


def with_messages_that_come_again(stack: Stack) -> None:
    """In the middle of it, and at the end."""
    hand_out(stack)
    stack.work()
    message_again(stack)
    stack.settle()
    message_again(stack)


WORKLOADS = {
    "in two rounds": Workload(
        "in two rounds", cache(a_district), in_two_rounds, everything_is_open, SmallSteps
    ),
    "with messages that come again": Workload(
        "with messages that come again",
        cache(a_district),
        with_messages_that_come_again,
        everything_is_open,
    ),
}


@pytest.mark.parametrize("name", WORKLOADS)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_the_pre_test_is_opened_once_in_every_team_whatever_fails(name: str, fault: Fault) -> None:
    survives(WORKLOADS[name], fault)


# -- several at once -------------------------------------------------------------------------------


@cache
def a_delivered_cloud() -> Cloud:
    """Delivered; nobody opened anything yet."""
    stack = Stack(a_district())
    hand_out(stack)
    assert stack.receive("deliveries")
    return stack.cloud


def run(stack: Stack) -> None:
    """A worker gets the message; if it fails, the clock comes back to it."""
    name = openings_of(stack)
    with suppress(Exception, Crash):
        services().opening_work.run({"kind": "process-opening", "id": name})


def openings_of(stack: Stack) -> str:
    return str(invariants.the_distribution(stack)["id"])


@pytest.mark.parametrize("seed", range(40))
def test_two_workers_and_a_teacher_at_once_open_it_once(seed: int) -> None:
    stack = SmallSteps(a_delivered_cloud().copy(seed=seed))

    def activate() -> None:
        for head in heads(stack):
            body = {"test": "pre", "class_id": "c1"}
            ask(stack, "tess", "POST", f"/v1/processes/{head.id}/activations", body)

    def working() -> None:
        run(stack)

    stack.at_once(seed, working, working, activate, working)
    stack.settle()
    everything_is_open(stack)


@pytest.mark.parametrize("seed", range(20))
def test_recalled_at_the_same_moment_it_is_whole_once_it_is_restored(seed: int) -> None:
    stack = SmallSteps(a_delivered_cloud().copy(seed=seed))
    made = invariants.the_distribution(stack)
    path = f"/v1/distributions/{made['id']}"

    def recall() -> None:
        stack.ask("POST", f"{path}/recall", {}, key="r", version=made["version"])

    stack.at_once(seed, lambda: run(stack), recall)
    stack.settle()
    invariants.nothing_is_left(stack)
    version = invariants.the_distribution(stack)["version"]
    assert stack.ask("POST", f"{path}/restoration", key="s", version=version).status == 200
    stack.settle()
    everything_is_open(stack)
    assert all(each.asked == 2 for each in openings(stack).values()), "asked for again"


def test_a_slower_worker_does_not_overwrite_the_outcome_of_a_team() -> None:
    """Two workers read it alike; the second fails, and the text of the first stays."""
    stack = Stack(a_delivered_cloud().copy())
    name, kept = openings_of(stack), OpeningRepository(our_table(stack.cloud))
    read = TeamOpening(team="BOTH")
    assert kept.save(DISTRICT, name, read.with_process("FIRST", found=True))
    assert not kept.save(DISTRICT, name, read.with_process("SECOND", found=True)), (
        "it was not there"
    )
    after = openings(stack)["BOTH"]
    assert kept.save(DISTRICT, name, after.skip("retired_team"))
    assert not kept.save(DISTRICT, name, after.with_process("SECOND", found=True)), "it moved on"
    assert openings(stack)["BOTH"].process == "FIRST"
    assert openings(stack)["BOTH"].reason == "retired_team"


def test_a_plan_that_comes_late_takes_nothing_back() -> None:
    """Another worker planned the same, and opened a team since."""
    stack = Stack(a_delivered_cloud().copy())
    name, kept = openings_of(stack), OpeningRepository(our_table(stack.cloud))
    was = kept.standing(DISTRICT, name)
    assert was is not None
    plan = [TeamOpening(team="BOTH", asked=1), TeamOpening(team="COLES", asked=1)]
    assert kept.plan(DISTRICT, name, was, iter(plan))
    planned = openings(stack)
    assert kept.save(DISTRICT, name, planned["BOTH"].with_process("FIRST", found=False))
    assert not kept.plan(DISTRICT, name, was, iter(plan))
    assert openings(stack)["BOTH"].process == "FIRST"
    assert openings(stack)["COLES"] == planned["COLES"]
