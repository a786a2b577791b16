"""A team is changed while its processes are begun, locked and written: in every order.

Exhaustive, not sampled: every order in which the calls of both can follow each other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from chalicelib import wiring
from chalicelib.acts import Act, Answer, Caller
from chalicelib.errors import Stale
from chalicelib.processes.moves import ProcessMove, ProcessState
from chalicelib.processes.repository import beginning
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import TeamRole
from simulator.faults import Sending
from tests.exactly_once.classroom import ask_once, in_every_order
from tests.exactly_once.stack import DISTRICT, Reply, Stack
from tests.exactly_once.team_district import (
    PATH,
    a_team_at_work,
    agree,
    heads,
    the_team,
    three_levels,
)

AT = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
LENA = Caller(DISTRICT, "lena", zone="America/Chicago")


def at_the_table(sending: Sending) -> bool:
    """Every read and every write of the table."""
    return sending.service == "dynamodb"


def asks(stack: Stack, method: str, path: str, body: Any, version: int | None = None) -> Any:
    """Ask as the leader, once."""
    reply = ask_once(stack, "lena", method, path, body, version=version)
    assert isinstance(reply, Reply)
    return reply


def other_levels(stack: Stack, meets_at: str = "60") -> Reply:
    reply: Reply = asks(stack, "PUT", f"{PATH}/levels", three_levels(meets_at), 1)
    return reply


def locks(process: str) -> bool:
    """Finish a process as its leader does: on the condition of the head's version. Was it first?"""
    kept = wiring.services().process_items
    head = kept.head(DISTRICT, process)
    assert head is not None
    locked = head.apply_move(ProcessMove.LOCK, TeamRole.LEADER)
    try:
        kept.change(Act(LENA, "lock_process", AT, represent=lambda _: Answer(200)), locked)
    except Stale:
        return False
    return True


def saves_its_first_page(process: str) -> bool:
    """Have a page with content begin; it raises no version. Was nobody faster?"""
    kept = wiring.services().process_items
    head = kept.head(DISTRICT, process)
    assert head is not None
    try:
        wiring.services().table.commit([beginning(DISTRICT, head, "analyze")])
    except ConditionFailed:
        return False
    return True


def orders(*works: Callable[[Stack], Any]) -> Any:
    """Run these at once on a team with one open process, in every order."""
    cloud = a_team_at_work(("One", "Two"))
    return in_every_order(cloud, lambda stack: [partial(w, stack) for w in works], at_the_table)


def test_levels_change_while_a_process_is_begun() -> None:
    """Either it begins with the new levels, or they reach it, or its leader gets a conflict."""
    body = {"name": "New"}
    begins = partial(asks, method="POST", path=f"{PATH}/processes", body=body)
    seen = set()
    for stack, (levels, made) in orders(other_levels, begins):
        assert levels.status == 200, levels
        assert made.status in (201, 412), made
        assert ("New" in heads(stack)) == (made.status == 201)
        assert the_team(stack).started == 3 + (made.status == 201)
        agree(stack)
        new = heads(stack).get("New")
        seen.add((made.status, new and new.version))
    assert {(201, 1), (201, 2), (412, None)} <= seen, "before, after, and in between"


def test_levels_change_while_a_process_is_locked() -> None:
    """It is locked with the levels as they were or as they are; never with half of them."""
    seen = set()
    for stack, (levels, first) in orders(other_levels, lambda _: locks("P-Two")):
        assert levels.status == 200, levels
        now = heads(stack)["Two"]
        if first and now.levels.many == 4:
            assert (now.state, now.version) == (ProcessState.LOCKING, 2), (
                "locked before, untouched after"
            )
        elif first:
            assert (now.state, now.version) == (ProcessState.LOCKING, 3)
        else:
            assert (now.state, now.version) == (ProcessState.PRE_TEST, 2)
        seen.add((first, now.levels.many))
        agree(stack)
    assert seen == {(True, 4), (True, 3), (False, 3)}


def test_levels_change_while_a_first_page_is_saved() -> None:
    """The page's beginning is not lost with the copies that are written over it."""
    seen = set()
    for stack, (levels, saved) in orders(other_levels, lambda _: saves_its_first_page("P-Two")):
        assert levels.status == 200, levels
        now = heads(stack)["Two"]
        assert ("analyze" in now.begun) == saved
        seen.add(saved)
        agree(stack)
    assert True in seen


def test_two_leaders_set_levels_at_once() -> None:
    """One gets a conflict; the team and all its processes have the levels of the other."""
    for stack, replies in orders(other_levels, partial(other_levels, meets_at="75")):
        assert sorted(reply.status for reply in replies) == [200, 412]
        won = "60" if replies[0].status == 200 else "75"
        assert the_team(stack).levels.bands[1].lower == won
        agree(stack)


def test_somebody_comes_while_levels_change() -> None:
    """One of the two gets a conflict; nobody is left without a way to the team."""
    comes = partial(
        asks, method="PUT", path=f"{PATH}/members/olga", body={"leader": False}, version=1
    )
    for stack, replies in orders(other_levels, comes):
        assert sorted(reply.status for reply in replies) == [200, 412]
        agree(stack)
