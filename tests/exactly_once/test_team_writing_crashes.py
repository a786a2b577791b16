"""Is every text saved, or kept beside its page, and every goal set, once, whatever call fails?"""

from __future__ import annotations

import pytest

from simulator.faults import Fault
from tests.exactly_once.classroom import ask
from tests.exactly_once.data_team import count_audited
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Stack
from tests.exactly_once.team_pages import (
    GOAL,
    PAGES,
    a_team_with_results,
    asides_of,
    goal_of,
    list_refused_texts,
    open_process,
    page_of,
    save,
)


def write_pages(stack: Stack, key: str = "") -> None:
    """A first save, a later one, one that meets a colleague's, and another page."""
    first = save(stack, "tess", 0, key=key and f"{key}1", strengths="Number lines")
    assert first.status == 200, first
    later = save(stack, "cole", 0, key=key and f"{key}2", obstacles="Units")
    assert later.status == 200, later
    refused = save(stack, "cole", 0, key=key and f"{key}3", strengths="Drawing")
    assert (refused.status, refused.code) == (409, "page_changed_meanwhile")
    assert refused.body["kept_conflict"], "it says that it is kept"
    rows = [{"id": "a", "strategy": "Number talks"}, {"id": "b", "strategy": "Games", "order": 1}]
    strategies = save(stack, "tess", 0, "strategies", key=key and f"{key}4", rows=rows)
    assert strategies.status == 200, strategies


def everything_is_there(stack: Stack) -> None:
    page = page_of(stack)
    assert (page.version, page.text("strengths"), page.text("obstacles")) == (
        2, "Number lines", "Units",
    )  # fmt: skip
    assert list_refused_texts(stack) == {("cole", "strengths", "Drawing")}
    assert len(asides_of(stack)) == 1
    assert list(page_of(stack, "strategies").texts()) == ["Games", "Number talks"]
    assert open_process(stack).process.begun == {"analyze", "strategies"}
    assert count_audited(stack, "change_page") == 4, "three saves, and one text that was kept"


WRITTEN = Workload("pages written", a_team_with_results, write_pages, everything_is_there)
KEYED = Workload(
    "pages written under keys",
    a_team_with_results,
    lambda stack: write_pages(stack, "k"),
    everything_is_there,
)


@pytest.mark.parametrize("workload", [WRITTEN, KEYED], ids=lambda workload: workload.name)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_no_text_is_lost_or_doubled_whatever_fails(workload: Workload, fault: Fault) -> None:
    survives(workload, fault)


def clear_aside(stack: Stack) -> None:
    """Remove a text that lies beside a page."""
    save(stack, "tess", 0, strengths="Number lines")
    aside = save(stack, "cole", 0, strengths="Drawing").body["kept_conflict"]["id"]
    path = f"{PAGES}/analyze/conflicts/{aside}"
    reply = ask(stack, "tess", "DELETE", path, version=1, key="once")
    assert reply.status == 204, reply


def nothing_lies_there(stack: Stack) -> None:
    assert asides_of(stack) == []
    assert page_of(stack).text("strengths") == "Number lines"
    assert count_audited(stack, "remove_page_conflict") == 1


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_settled_text_is_removed_once(fault: Fault) -> None:
    survives(Workload("cleared", a_team_with_results, clear_aside, nothing_lies_there), fault)


def decide_goal(stack: Stack) -> None:
    """Set a goal, set another as a colleague who teaches the class too, and set it again."""
    first = ask(stack, "tess", "PUT", GOAL, {"added_student_ids": ["cy"]}, version=0)
    assert (first.status, first.body["version"]) == (200, 1), first
    second = ask(stack, "cole", "PUT", GOAL, {"removed_student_ids": ["bob"]}, version=1)
    assert (second.status, second.body["version"]) == (200, 2), second
    assert ask(stack, "tess", "PUT", GOAL, {"added_student_ids": ["dee"]}, version=1).status == 412


def it_is_as_decided_last(stack: Stack) -> None:
    goal = goal_of(stack)
    assert (goal.version, goal.added, goal.removed, goal.set_by) == (2, (), ("bob",), "cole")
    assert count_audited(stack, "set_goal") == 2


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_goal_is_set_once_whatever_fails(fault: Fault) -> None:
    survives(Workload("goal set", a_team_with_results, decide_goal, it_is_as_decided_last), fault)
