"""The students that class goals name, and the sums of these goals (P8)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.percents import in_percent
from chalicelib.processes import scores
from chalicelib.processes.analytics.collection import collect
from chalicelib.processes.analytics.goal_students import Misnamed, find_misnamed
from chalicelib.processes.analytics.goals import GoalChoice, GoalPart, class_goal, team_goals
from chalicelib.processes.analytics.sentences import goal_sentence
from chalicelib.processes.scores import ClassScores, ResultStatus
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import Given, a_class, some, some_levels
from tests.support.strategies import make_fractions

HANDOUT = a_class(
    "3A",
    {
        **some([90] * 8, "proficient"),
        **some([66] * 10, "close"),
        **some([40] * 5, "likely"),
        **some([20] * 5, "far"),
    },
)
LIKELY = GoalChoice(added=frozenset(f"likely{n}" for n in range(5)))


def parts(of: ClassScores, choice: GoalChoice | None = None) -> dict[str, GoalPart]:
    return {each.student: each.part for each in class_goal(of, DEFAULT, choice).students}


def choose(added: str = "", removed: str = "") -> GoalChoice:
    return GoalChoice(frozenset(added.split()), frozenset(removed.split()))


def test_the_data_team_handouts_goal() -> None:
    """28 students: 8 proficient, 10 close, 5 far but likely: from 28.6% to 82.1%."""
    goal = class_goal(HANDOUT, DEFAULT, LIKELY).goal
    assert (goal.tested, goal.proficient, goal.close, goal.added) == (28, 8, 10, 5)
    assert goal.baseline == Fraction(8, 28)
    assert goal.target == Fraction(23, 28)
    assert [str(in_percent(share)) for share in (goal.baseline, goal.target)] == ["28.6", "82.1"]
    assert goal_sentence(goal, DEFAULT, by="12 March 2027", measure="Unit 4 Post-Test") == (
        "By 12 March 2027, the share of students in 3A who score Meets or above will rise from "
        "28.6% (8 of 28) to 82.1% (23 of 28), as measured by Unit 4 Post-Test."
    )


@pytest.mark.parametrize(
    ("percent", "part"),
    [
        ("100", GoalPart.PROFICIENT),
        ("70", GoalPart.PROFICIENT),
        ("69.99", GoalPart.CLOSE),
        ("65", GoalPart.CLOSE),
        ("64.99", GoalPart.FAR),
        ("0", GoalPart.FAR),
    ],
)
def test_the_right_students_are_preselected(percent: str, part: GoalPart) -> None:
    """Five points below is within five points."""
    assert parts(a_class(pre={"a": percent})) == {"a": part}


def test_the_edge_is_exact_where_no_decimal_is() -> None:
    """From 66% on: 2 of 3 points is inside, 64 of 97 (65.98%) is not."""
    levels = some_levels(("0", "71"), meets=2)
    inside = class_goal(a_class(pre={"a": Fraction(200, 3)}, possible=(3, 3)), levels)
    below = class_goal(a_class(pre={"a": Fraction(6400, 97)}, possible=(97, 97)), levels)
    assert inside.students[0].part == GoalPart.CLOSE
    assert below.students[0].part == GoalPart.FAR


def test_only_who_was_tested_is_in_a_goal() -> None:
    sheet: dict[str, Given] = {"a": 80, "b": ResultStatus.ABSENT, "c": ResultStatus.PARTIAL}
    got = class_goal(a_class(pre=sheet), DEFAULT, choose(added="b c x"))
    assert [each.student for each in got.students] == ["a"]
    assert (got.goal.tested, got.goal.aimed) == (1, 1)


def test_a_teacher_adds_and_takes_out() -> None:
    of = a_class(pre={"meets": 80, "near": 67, "nearer": 69, "far": 20, "farther": 10})
    assert parts(of, choose(added="far", removed="near")) == {
        "meets": GoalPart.PROFICIENT, "near": GoalPart.REMOVED, "nearer": GoalPart.CLOSE,
        "far": GoalPart.ADDED, "farther": GoalPart.FAR,
    }  # fmt: skip
    got = class_goal(of, DEFAULT, choose(added="far", removed="near"))
    assert [each.student for each in got.students if each.selected] == ["far", "meets", "nearer"]
    assert got.goal.target == Fraction(3, 5)
    assert got.goal.chosen == 1


def test_a_student_who_meets_after_a_correction_counts_whatever_was_chosen() -> None:
    of = a_class(pre={"a": 70, "b": 71})
    got = class_goal(of, DEFAULT, choose(added="a", removed="b")).goal
    assert (got.proficient, got.added, got.removed, got.aimed) == (2, 0, 0, 2)


def test_a_choice_cannot_name_some_students() -> None:
    of = a_class(pre={"meets": 70, "near": 67, "far": 20, "away": ResultStatus.ABSENT})
    assert find_misnamed(of, DEFAULT, choose(added="meets far away x", removed="near")) == {
        "meets": Misnamed.MEETS, "away": Misnamed.UNTESTED, "x": Misnamed.UNKNOWN,
    }  # fmt: skip
    assert find_misnamed(of, DEFAULT, choose(removed="meets")) == {"meets": Misnamed.MEETS}
    assert find_misnamed(of, DEFAULT, choose(added="far", removed="far")) == {"far": Misnamed.BOTH}
    assert not find_misnamed(of, DEFAULT, choose(added="near", removed="far"))


def test_the_teams_goal_is_the_sum_over_teachers() -> None:
    second = a_class("3B", some([70, 20], "b"), teacher="t-2")
    got = team_goals([HANDOUT, second], DEFAULT, {"3A": LIKELY})
    assert [(each.proficient, each.aimed, each.tested) for each in got.teachers] == [
        (8, 23, 28), (1, 1, 2),
    ]  # fmt: skip
    assert (got.team.proficient, got.team.aimed, got.team.tested) == (9, 24, 30)
    assert (got.team.chosen, len(got.team.subject.classes)) == (1, 2)


def test_a_student_in_two_classes_is_in_the_teams_goal_once() -> None:
    one, other = a_class("3A", {"a": 20, "b": 90}), a_class("3B", {"a": 20})
    got = team_goals([one, other], DEFAULT, {"3B": choose(added="a")})
    assert [each.goal.tested for each in got.classes] == [2, 1]
    assert (got.team.tested, got.team.aimed) == (2, 1), "as in 3A, where nobody added them"


def test_a_goal_of_nobody_is_no_number() -> None:
    goal = class_goal(a_class(), DEFAULT).goal
    assert goal.baseline is None
    assert goal.target is None
    assert goal_sentence(goal, DEFAULT) == (
        "No goal can be set for students in 3A until the pre-test has results."
    )


def test_a_goal_that_raises_nothing_says_so() -> None:
    goal = class_goal(a_class(pre={"a": 100, "b": 0}), DEFAULT).goal
    assert goal_sentence(goal, DEFAULT) == (
        "The share of students in 3A who score Meets or above will stay at 50.0% (1 of 2), "
        "as measured by the post-test."
    )


def test_the_sentence_of_team_and_teacher_and_of_a_highest_level() -> None:
    got = team_goals([a_class(pre={"a": 68}, teacher_name="Ms. Ivy")], DEFAULT, {})
    assert "students of the team who" in goal_sentence(got.team, DEFAULT)
    assert "students taught by Ms. Ivy who" in goal_sentence(got.teachers[0], DEFAULT)
    top = some_levels(("0", "70"), meets=2)
    assert "who score L2 will rise" in goal_sentence(got.team, top)


def test_students_stand_by_name_and_without_one_first() -> None:
    names = {"1": ("birch", "Al"), "2": ("Alder", "Zo"), "3": ("Alder", "Al")}
    of = a_class(pre=dict.fromkeys("1234", 50), names=names)
    assert [each.student for each in class_goal(of, DEFAULT).students] == ["4", "3", "2", "1"]


# -- whatever the scores --------------------------------------------------------------------------

percents = st.one_of(st.sampled_from([65, 70, ResultStatus.ABSENT]), make_fractions(0, 100, 30))
sheets = st.dictionaries(st.sampled_from([f"s{n}" for n in range(10)]), percents, max_size=10)
names = st.frozensets(st.sampled_from([f"s{n}" for n in range(12)]), max_size=6)


@given(st.lists(st.tuples(sheets, st.builds(GoalChoice, names, names)), max_size=4))
def test_goals_count_everybody_who_was_tested_once(
    of: list[tuple[dict[str, Given], GoalChoice]],
) -> None:
    classes = [a_class(f"c-{n}", sheet, teacher=f"t-{n % 2}") for n, (sheet, _) in enumerate(of)]
    got = team_goals(classes, DEFAULT, {f"c-{n}": choice for n, (_, choice) in enumerate(of)})
    tallies = collect(classes, DEFAULT, scores.ProcessTest.PRE)
    for goal, row in zip(
        (got.team, *got.teachers, *(each.goal for each in got.classes)),
        (tallies.team, *tallies.teachers, *tallies.classes),
        strict=True,
    ):
        assert goal.subject == row.subject
        assert (goal.tested, goal.proficient) == (row.tally.tested, row.tally.proficient)
        assert goal.proficient <= goal.aimed <= goal.tested
    for each in got.classes:
        assert sum(student.selected for student in each.students) == each.goal.aimed


@given(sheets, names, names)
def test_each_possible_choice_changes_the_goal_by_as_many(
    sheet: dict[str, Given], added: frozenset[str], removed: frozenset[str]
) -> None:
    of = a_class("c", sheet)
    bad = find_misnamed(of, DEFAULT, GoalChoice(added, removed))
    good = GoalChoice(added - bad.keys(), removed - bad.keys())
    assert not find_misnamed(of, DEFAULT, good)
    before = {each.student for each in class_goal(of, DEFAULT).students if each.selected}
    after = {each.student for each in class_goal(of, DEFAULT, good).students if each.selected}
    assert after == (before | good.added) - good.removed
