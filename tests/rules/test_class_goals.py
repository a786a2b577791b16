"""The decisions of a teacher about a class goal, and their record."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.errors import Invalid
from chalicelib.processes.analytics.goals import class_goal
from chalicelib.processes.goals.model import KeptGoal, choices_of, read_goals
from chalicelib.processes.goals.validation import check_named
from chalicelib.teams.levels import DEFAULT
from tests.support.process_rows import a_class

CLASS = a_class(
    "c1", "lena", {"ada": 18, "bob": 14, "cy": 13, "dee": 12, "eve": "absent", "fay": "partial"}
)
"""Of 20 points; `Meets` begins at 14, and 13 is within 5 percentage points of it."""


def wrong_with(goal: KeptGoal) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        check_named(CLASS, DEFAULT, goal, KeptGoal())
    return {each.pointer: each.code for each in refused.value.details}


def test_students_below_meets_who_are_tested_can_be_added_and_taken_out() -> None:
    check_named(CLASS, DEFAULT, KeptGoal(added=("dee",), removed=("cy",)), KeptGoal())


def test_everybody_else_is_named_with_the_reason() -> None:
    named = ("ada", "bob", "eve", "fay", "zoe", "dee")
    assert wrong_with(KeptGoal(added=named, removed=("dee", "ada"))) == {
        "/added/0": "added_and_removed",
        "/added/1": "already_meets",
        "/added/2": "not_tested",
        "/added/3": "not_tested",
        "/added/4": "not_in_class",
        "/added/5": "added_and_removed",
        "/removed/0": "added_and_removed",
        "/removed/1": "added_and_removed",
    }


def test_later_scores_change_the_preselection_automatically() -> None:
    choice = KeptGoal(added=("dee",), removed=("cy",)).choice
    before = class_goal(CLASS, DEFAULT, choice).goal
    came = a_class("c1", "lena", {"ada": 18, "bob": 14, "cy": 13, "dee": 16, "eve": 13, "fay": 2})
    later = class_goal(came, DEFAULT, choice).goal
    assert (before.tested, before.proficient, before.aimed) == (4, 2, 3)
    assert (later.tested, later.proficient, later.close, later.added, later.aimed) == (
        6, 3, 1, 0, 4,
    )  # fmt: skip


def test_a_goal_is_read_as_it_was_kept() -> None:
    goal = KeptGoal(added=("dee",), until=date(2026, 11, 20), set_by="lena", version=3)
    kept = {"c1": (goal.model_dump_json(), 3)}
    assert read_goals(kept) == {"c1": goal}
    assert choices_of(kept)["c1"] == goal.choice
    assert goal.day == "November 20, 2026"


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"added": ("dee", "cy")}, True),
        ({"set_by": "mia", "set_at": "later", "version": 9}, True),
        ({"added": ("dee",)}, False),
        ({"removed": ("gus",)}, False),
        ({"until": date(2026, 11, 21)}, False),
        ({"measure": "Another"}, False),
    ],
)
def test_the_same_decision_is_the_same_whoever_took_it(
    changed: dict[str, object], same: bool
) -> None:
    goal = KeptGoal(
        added=("cy", "dee"), until=date(2026, 11, 20), measure="Unit test", set_by="lena"
    )
    assert goal.same_as(goal.model_copy(update=changed)) == same
