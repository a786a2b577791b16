"""The demonstration's Mastery Process: enough teachers, texts that fit, plausible results."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chalicelib.processes.model import PageName
from chalicelib.processes.pages.model import PLAIN, ROW
from chalicelib.processes.pages.routes import PageChanges
from plumb.demo import framework
from plumb.demo.answers import Sitting, absent, answer
from plumb.demo.district import make
from plumb.demo.pages import AGREED, ANALYZE, GOALS, OVERTAKEN, REFLECT, STRATEGIES
from plumb.demo.unit import UNIT
from plumb.tour.meeting import decide_goal
from plumb.tour.sitting import POST, PRE, sittings
from plumb.tour.team import choose_team

TEAM = choose_team(make())
SAVED = (*ANALYZE, OVERTAKEN, AGREED, *GOALS, *STRATEGIES, *REFLECT)


def points(students: Sequence[str], sitting: Sitting) -> float:
    """Return a class's share of its points; a partly right choice counts nothing here."""
    there = [one for one in students if one != absent(students, sitting)]
    return sum(_points(one, sitting) for one in there) / len(there)


def _points(student: str, sitting: Sitting) -> float:
    given = [(item, answer(item, n, student, sitting)) for n, item in enumerate(UNIT.items, 1)]
    return sum(
        float(each["points"]) if "points" in each else item.points * _is_right(item.key, each)
        for item, each in given
    )


def _is_right(key: tuple[str, ...], given: dict[str, str]) -> bool:
    return given["response"] in {"".join(key), *key[:1]}


def test_the_team_is_eight_teachers_of_four_schools() -> None:
    assert len({person.id for person, _ in TEAM}) == 8
    assert len({one.school for _, one in TEAM}) == 4
    assert all(one.teachers[0] == person.id for person, one in TEAM)


def test_the_unit_asks_ten_questions_about_standards_that_there_are() -> None:
    assert len(UNIT.items) == 10
    text = framework.package_json().decode()
    assert [code for code in UNIT.standards if f'"{code}"' not in text] == []


@pytest.mark.parametrize("saved", SAVED, ids=lambda one: f"{one.page}-{one.member}")
def test_texts_of_the_demonstration_belong_to_fields_of_their_page(saved: object) -> None:
    assert isinstance(saved, type(OVERTAKEN))
    edits = PageChanges.model_validate(saved.texts).edits()
    assert set(edits.fields) <= set(PLAIN[PageName(saved.page)])
    assert all(set(row.fields) == set(ROW) for row in edits.rows)


def test_everybody_writes_something() -> None:
    assert {saved.member for saved in SAVED} == set(range(len(TEAM)))


def test_most_classes_grow_and_one_goes_back() -> None:
    before, after = sittings(PRE, len(TEAM)), sittings(POST, len(TEAM))
    changes = [
        points(one.students, after[n]) - points(one.students, before[n])
        for n, (_, one) in enumerate(TEAM)
    ]
    assert sum(change > 0 for change in changes) >= 6
    assert sum(change < 0 for change in changes) == 1


def test_a_class_goal_takes_in_the_two_best_of_those_who_are_far() -> None:
    parts = ("proficient", "close", "far", "far", "far")
    students = [{"student_id": str(n), "part": part} for n, part in enumerate(parts)]
    assert decide_goal(students)["added_student_ids"] == ["2", "3"]
