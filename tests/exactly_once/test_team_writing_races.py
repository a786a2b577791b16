"""Colleagues write on one page at once, in every order: nothing is lost, on the page or beside it.

While the process is being finished, all is before that or not at all.

Exhaustive, not sampled: every order in which they can read the process and write to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from typing import Any

import pytest

from chalicelib.processes.pages.model import ProcessPage
from simulator.faults import Sending
from simulator.orders import Orders
from tests.exactly_once.classroom import ask_once, in_every_order, saving
from tests.exactly_once.data_team import UNIT, begin_locking, count_audited
from tests.exactly_once.stack import Cloud, Reply, Stack
from tests.exactly_once.team_pages import (
    GOAL,
    a_team_with_results,
    asides_of,
    goal_of,
    list_refused_texts,
    open_process,
    page_of,
    save,
    save_once,
)

WRITERS: dict[str, dict[str, Any]] = {
    "strengths": {"strengths": "Number lines"},
    "strengths otherwise": {"strengths": "Drawing"},
    "strengths and obstacles": {"strengths": "Games", "obstacles": "Units"},
    "obstacles": {"obstacles": "Words"},
    "needs": {"needs": ["Units", "Words"]},
}
ROWS: dict[str, list[dict[str, Any]]] = {
    "adds": [{"id": "n", "strategy": "Games"}],
    "writes in a": [{"id": "a", "evidence": "Tess"}],
    "writes otherwise in a": [{"id": "a", "evidence": "Cole"}],
    "moves a": [{"id": "a", "order": 2}],
    "takes a out": [{"id": "a", "remove": True}],
}


def meeting(sending: Sending) -> bool:
    """Reads of the process, and every write."""
    said = str(sending.params)
    return sending.operation == "transact_write_items" or (
        sending.operation == "query" and "#PROCESS#" in said
    )


def at_once(
    page: str, bodies: Sequence[dict[str, Any]], base: int
) -> Callable[[Stack], list[Callable[[], Reply]]]:
    """Colleagues who all saw the page at one version."""

    def works(stack: Stack) -> list[Callable[[], Reply]]:
        people = ("tess", "cole", "tess")
        return [
            partial(save_once, stack, person, base, page, body)
            for person, body in zip(people, bodies, strict=False)
        ]

    return works


def is_sound(stack: Stack, bodies: Sequence[dict[str, Any]], replies: Sequence[Reply]) -> None:
    """Accepted texts are on the page, refused ones beside it, and each save counts once."""
    page, people = page_of(stack), ("tess", "cole", "tess")
    for person, body, reply in zip(people, bodies, replies, strict=False):
        if reply.status == 200:
            for field, text in body.items():
                assert page.value(field) == as_kept(text), f"{field} is lost"
        else:
            assert (reply.status, reply.code) == (409, "page_changed_meanwhile")
            missing = {
                (person, field, str(as_kept(text)))
                for field, text in body.items()
                if page.value(field) != as_kept(text)
            }
            assert missing <= list_refused_texts(stack), "a refused text is lost"
            for conflict in reply.body["conflicts"]:
                assert as_kept(conflict["theirs"]) == page.value(conflict["field"])
    accepted = sum(reply.status == 200 for reply in replies)
    assert page.version == accepted
    assert count_audited(stack, "change_page") == accepted + len(asides_of(stack))
    assert open_process(stack).process.begun == {"analyze"}


def as_kept(text: Any) -> Any:
    return tuple(text) if isinstance(text, list) else text


@pytest.mark.parametrize("names", list(combinations(WRITERS, 2)), ids=" + ".join)
def test_two_begin_a_page_in_every_order(names: tuple[str, str]) -> None:
    bodies = [WRITERS[name] for name in names]
    outcomes = set()
    for stack, replies in in_every_order(
        a_team_with_results(), at_once("analyze", bodies, 0), meeting
    ):
        is_sound(stack, bodies, replies)
        outcomes.add(tuple(reply.status for reply in replies))
    meet = set(bodies[0]) & set(bodies[1])
    assert outcomes == ({(200, 409), (409, 200)} if meet else {(200, 200)})


def test_three_write_at_once_in_every_order() -> None:
    bodies = [WRITERS[name] for name in ("strengths", "strengths otherwise", "obstacles")]
    orders = Orders()
    for stack, replies in in_every_order(
        a_team_with_results(), at_once("analyze", bodies, 0), saving, orders
    ):
        is_sound(stack, bodies, replies)
    assert orders.runs > 20


def a_begun_page() -> Cloud:
    """Two strategies that everybody has seen, at version 1."""
    cloud = a_team_with_results()
    rows = [{"id": "a", "strategy": "Talks"}, {"id": "b", "strategy": "Tickets"}]
    assert save(Stack(cloud), "tess", 0, "strategies", rows=rows).status == 200
    return cloud


@pytest.mark.parametrize("names", list(combinations(ROWS, 2)), ids=" + ".join)
def test_two_change_strategies_in_every_order(names: tuple[str, str]) -> None:
    bodies = [{"rows": ROWS[name]} for name in names]
    for stack, replies in in_every_order(a_begun_page(), at_once("strategies", bodies, 1), meeting):
        page, statuses = page_of(stack, "strategies"), [reply.status for reply in replies]
        assert 200 in statuses, "one of them is always let through"
        for person, name, status in zip(("tess", "cole"), names, statuses, strict=True):
            if status == 200:
                assert name == "moves a" or is_done(page, name) or "takes a out" in names, name
            else:
                assert any(aside.by == person for aside in asides_of(stack, "strategies"))
        if "takes a out" in names and "writes" in "".join(names):
            assert sorted(statuses) == [200, 409], "nobody's text goes with the row unseen"
        if "adds" in names:
            assert statuses == [200, 200]


def is_done(page: ProcessPage, name: str) -> bool:
    row = page.row(ROWS[name][0]["id"])
    if name == "takes a out":
        return row is None
    wanted = {f: v for f, v in ROWS[name][0].items() if f not in ("id", "order")}
    return row is not None and all(row.value(field) == text for field, text in wanted.items())


def test_first_saves_of_different_pages_leave_word_of_both_in_every_order() -> None:
    def works(stack: Stack) -> list[Callable[[], Reply]]:
        return [
            partial(save_once, stack, "tess", 0, "analyze", {"strengths": "Number lines"}),
            partial(save_once, stack, "cole", 0, "reflect", {"what_worked": "Talks"}),
        ]

    for stack, replies in in_every_order(a_team_with_results(), works, meeting):
        assert [reply.status for reply in replies] == [200, 200]
        assert open_process(stack).process.begun == {"analyze", "reflect"}


@pytest.mark.parametrize("what", ["first save", "later save", "conflict", "goal"])
def test_an_edit_at_the_lock_is_before_it_or_refused(what: str) -> None:
    cloud = a_team_with_results()
    if what != "first save":
        assert save(Stack(cloud), "tess", 0, strengths="Number lines").status == 200
    version = 1 if what == "later save" else 0

    def write(stack: Stack) -> Reply:
        if what == "goal":
            reply = ask_once(stack, "tess", "PUT", GOAL, {"added_student_ids": ["cy"]}, version=0)
            assert reply is not None
            return reply
        return save_once(stack, "cole", version, "analyze", {"strengths": "Drawing"})

    def works(stack: Stack) -> list[Callable[[], Any]]:
        return [partial(write, stack), partial(lock, stack)]

    codes = set()
    for stack, (reply, locked) in in_every_order(cloud, works, meeting):
        code = reply.body.get("code", "saved")
        codes.add((code, locked))
        drawn = page_of(stack).text("strengths") == "Drawing" or goal_of(stack).version == 1
        assert drawn == (code == "saved")
        assert bool(asides_of(stack)) == (code == "page_changed_meanwhile")
    accepted = "page_changed_meanwhile" if what == "conflict" else "saved"
    assert (accepted, True) in codes
    assert ("process_locked", True) in codes
    assert {code for code, _ in codes} == {accepted, "process_locked"}


def lock(stack: Stack) -> bool:
    from chalicelib.storage.table import ConditionFailed

    try:
        return begin_locking(stack)
    except ConditionFailed:
        return False  # a first save came between: the leader reads again


@pytest.mark.parametrize("what", ["first save", "later save"])
def test_a_lock_freezes_the_texts_that_its_leader_read_in_every_order(what: str) -> None:
    """The text is saved and stops the lock, or comes too late and is refused."""
    cloud, version = a_team_with_results(), 0
    if what == "later save":
        assert save(Stack(cloud), "tess", 0, strengths="Number lines").status == 200
        version = 1
    body = {"without_post_test": True, "page_versions": {"analyze": version, "reflect": 0}}

    def works(stack: Stack) -> list[Callable[[], Any]]:
        path = f"/v1/processes/{UNIT}/lock"
        return [
            partial(save_once, stack, "cole", version, "analyze", {"strengths": "Drawing"}),
            partial(ask_once, stack, "tess", "POST", path, body, version=1),
        ]

    codes = set()
    for stack, (saved, locked) in in_every_order(cloud, works, meeting):
        codes.add((saved.body.get("code", "saved"), locked.body.get("code", "locked")))
        assert (page_of(stack).text("strengths") == "Drawing") == (saved.status == 200)
    assert codes == {("saved", "pages_changed_meanwhile"), ("process_locked", "locked")}


@pytest.mark.parametrize(
    "second",
    [{"added_student_ids": ["cy"]}, {"added_student_ids": ["dee"]}],
    ids=["alike", "otherwise"],
)
def test_two_set_a_goal_in_every_order(second: dict[str, Any]) -> None:
    def works(stack: Stack) -> list[Callable[[], Reply | None]]:
        bodies = {"tess": {"added_student_ids": ["cy"]}, "cole": second}
        return [
            partial(ask_once, stack, person, "PUT", GOAL, body, version=0)
            for person, body in bodies.items()
        ]

    for stack, replies in in_every_order(a_team_with_results(), works, meeting):
        statuses = sorted(reply.status for reply in replies)
        assert statuses == ([200, 200] if second == {"added_student_ids": ["cy"]} else [200, 412])
        assert goal_of(stack).version == 1
        assert count_audited(stack, "set_goal") == 1
