"""Pre- and post-test side by side, and the order of rows (P10)."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.processes.analytics.comparison import ComparedRow, compare
from chalicelib.processes.analytics.editions import Edition
from chalicelib.processes.analytics.model import Average, AverageChange
from chalicelib.processes.analytics.row_order import (
    ComparisonColumn,
    StudentComparisonColumn,
    sort_rows,
    sort_students,
)
from chalicelib.processes.analytics.students import StudentRow, students
from chalicelib.processes.scores import ClassScores, ResultStatus
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import Given, a_class, a_class_that_moved, some


def share(percent: int) -> Fraction:
    return Fraction(percent, 100)


def test_side_by_side() -> None:
    team = compare([a_class_that_moved((40, 50), (60, 75))], DEFAULT).team
    assert team.tested.pre == Average(share(50), 2)
    assert team.tested.post == Average(Fraction(5, 8), 2)
    assert team.tested.change == AverageChange(Fraction(1, 8), Fraction(1, 4))
    assert team.matched == team.tested


def test_a_change_is_relative_to_nothing_when_the_pre_test_is_0() -> None:
    assert compare([a_class_that_moved((0, 50))], DEFAULT).team.tested.change == AverageChange(
        share(50), None
    )


def test_a_decline_is_below_0_in_points_and_in_percent() -> None:
    assert compare([a_class_that_moved((80, 60))], DEFAULT).team.matched.change == AverageChange(
        share(-20), Fraction(-1, 4)
    )


def test_different_populations_are_never_mixed() -> None:
    """A strong student left: all averages fall, and yet each student with both tests has risen."""
    stayed = a_class_that_moved((40, 50), (40, 50), name="3A")
    left = a_class("3B", some([100, 100]), some([]))
    team = compare([stayed, left], DEFAULT).team
    assert (team.tested.pre, team.tested.post) == (Average(share(70), 4), Average(share(50), 2))
    assert (team.matched.pre, team.matched.post) == (Average(share(40), 2), Average(share(50), 2))
    assert team.tested.change is not None
    assert team.matched.change is not None
    assert team.tested.change.points < 0 < team.matched.change.points


def test_without_one_of_the_tests_there_is_no_change() -> None:
    team = compare([a_class(pre={"a": 50})], DEFAULT).team
    assert team.tested.post == Average(None, 0)
    assert team.tested.change is None
    assert team.matched.pre == Average(None, 0)
    assert team.matched.change is None


def test_absence_and_unfinished_work_are_no_0() -> None:
    team = compare(
        [a_class_that_moved((50, 50), (50, ResultStatus.ABSENT), (50, ResultStatus.PARTIAL))],
        DEFAULT,
    ).team
    assert team.tested.post == Average(share(50), 1)
    assert team.matched.pre == Average(share(50), 1)


def test_two_tests_of_different_length_are_compared_by_share() -> None:
    of = a_class(pre={"a": 50}, post={"a": 75}, possible=(10, 40))
    assert compare([of], DEFAULT).team.matched.change == AverageChange(share(25), Fraction(1, 2))


def test_one_student_is_not_counted_twice() -> None:
    both = a_class_that_moved((40, 80), name="3A")
    again = a_class("3B", {"3A-0": 40}, {"3A-0": 80}, teacher="t-2")
    got = compare([both, again], DEFAULT)
    assert got.team.matched.pre == Average(share(40), 1)
    assert [row.matched.pre.n for row in (*got.teachers, *got.classes)] == [1, 1, 1, 1]
    assert len(students([both, again], DEFAULT)) == 2, "each class shows them"


def test_a_student_who_changed_class_has_both_tests_in_the_team_and_in_no_class() -> None:
    moved = [a_class("3A", {"a": 40}, {}), a_class("3B", {}, {"a": 80}, teacher="t-2")]
    got = compare(moved, DEFAULT)
    assert (got.team.tested.pre.n, got.team.tested.post.n) == (1, 1)
    assert got.team.matched.pre.n == got.team.matched.post.n == 1
    assert [row.matched.pre.n for row in (*got.teachers, *got.classes)] == [0, 0, 0, 0]
    assert compare(moved, DEFAULT, Edition.BY_CLASS).team.matched.pre.n == 0, "as 0.3.0 locked it"


def test_a_student_who_changed_class_is_listed_once_with_both_classes() -> None:
    moved = [
        a_class("3A", {"a": 40}, {}, names={"a": ("Alder", "Ann")}),
        a_class("3B", {"a": ResultStatus.NOT_ENTERED}, {"a": 80}, teacher="t-2"),
    ]
    (row,) = students(moved, DEFAULT)
    assert (row.family, row.pre, row.post) == ("Alder", share(40), share(80))
    assert [each.name for each in row.classes] == ["3A", "3B"]
    assert (row.pre_class, row.post_class) == ("3A", "3B")
    assert row.change == AverageChange(share(40), Fraction(1))
    assert len(students(moved, DEFAULT, Edition.BY_CLASS)) == 2, "as 0.3.0 locked it"


def test_a_student_who_moved_before_the_post_test_is_awaited_in_one_row() -> None:
    before = a_class("3A", {"a": 40})
    now = a_class("3B", {"a": ResultStatus.NOT_ENTERED})
    (row,) = students([now, before], DEFAULT)
    assert (row.subject.name, [each.name for each in row.classes]) == ("3A", ["3A", "3B"])
    assert (row.pre, row.post_standing) == (share(40), None)


def test_a_students_row() -> None:
    of = a_class("3A", {"a": 40, "b": 40}, {"a": 70}, names={"a": ("Alder", "Ann")})
    unnamed, row = students([of], DEFAULT)
    assert (row.family, row.given, row.subject.name) == ("Alder", "Ann", "3A")
    assert (row.pre, row.pre_level, row.post, row.post_level) == (share(40), 1, share(70), 3)
    assert row.change == AverageChange(share(30), Fraction(3, 4))
    assert (unnamed.student, unnamed.post_standing, unnamed.post, unnamed.change) == (
        "b", None, None, None,
    )  # fmt: skip


def test_an_absent_student_has_a_row_that_says_so() -> None:
    (row,) = students([a_class_that_moved((40, ResultStatus.ABSENT))], DEFAULT)
    assert (row.pre_standing, row.post_standing) == (ResultStatus.TESTED, ResultStatus.ABSENT)
    assert (row.post, row.post_level, row.change) == (None, None, None)


# -- order ----------------------------------------------------------------------------------------

FOUR = [
    a_class("c-1", {"a": 50}, {"a": 60}, teacher_name="Cedar"),
    a_class("c-2", {"b": 50}, teacher="t-2", teacher_name="alder"),
    a_class("c-3", {"c": 0}, {"c": 90}, teacher="t-3", teacher_name="Birch"),
    a_class("c-4", {"d": 80}, {"d": 40}, teacher="t-4", teacher_name="Birch"),
]


def by(column: ComparisonColumn, *, descending: bool = False) -> list[str]:
    rows = compare(FOUR, DEFAULT).classes
    return [row.subject.id for row in sort_rows(rows, column, descending=descending)]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (ComparisonColumn.NAME, "1234", "4321"),
        (ComparisonColumn.TEACHER, "2341", "1342"),
        (ComparisonColumn.PRE, "3124", "4123"),
        (ComparisonColumn.POST, "4132", "3142"),
        (ComparisonColumn.POST_N, "2134", "1342"),
        (ComparisonColumn.CHANGE, "4132", "3142"),
        (ComparisonColumn.RELATIVE, "4123", "1423"),
        (ComparisonColumn.MATCHED_PRE, "3142", "4132"),
        (ComparisonColumn.MATCHED_N, "2134", "1342"),
    ],
)
def test_equals_stand_by_name_upwards_and_blanks_last_either_way(
    column: ComparisonColumn, up: str, down: str
) -> None:
    assert by(column) == [f"c-{n}" for n in up]
    assert by(column, descending=True) == [f"c-{n}" for n in down]


def test_students_are_sorted_by_the_exact_difference() -> None:
    """Both are shown as 33.3%."""
    of = a_class(pre={"a": Fraction(100, 3), "b": Fraction("33.33")}, possible=(3, 3))
    rows = students([of], DEFAULT)
    assert [row.student for row in sort_students(rows, StudentComparisonColumn.PRE)] == ["b", "a"]


def test_students_of_the_same_name_stand_by_class_title() -> None:
    same = {"a": ("Alder", "Ann"), "b": ("alder", "ann")}
    of = [a_class(name, {"b": 50, "a": 50}, names=same) for name in ("3B", "3A")]
    for descending in (False, True):
        got = sort_students(
            students(of, DEFAULT), StudentComparisonColumn.PRE, descending=descending
        )
        assert [(row.student, row.subject.id) for row in got] == [
            ("a", "3A"), ("a", "3B"), ("b", "3A"), ("b", "3B"),
        ]  # fmt: skip


results = st.one_of(st.integers(0, 100), st.sampled_from([ResultStatus.ABSENT, None]))
rosters = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(results, results), max_size=8)
classes = st.lists(rosters, min_size=1, max_size=4).map(
    lambda each: [
        a_class(
            f"c-{n}",
            {who: pre for who, (pre, _) in roster.items()},
            {who: post for who, (_, post) in roster.items()},
            teacher=f"t-{n % 2}",
        )
        for n, roster in enumerate(each)
    ]
)


def _points(row: ComparedRow) -> Fraction | None:
    return row.tested.change.points if row.tested.change else None


@given(classes, st.sampled_from(ComparisonColumn), st.booleans(), st.randoms(use_true_random=False))
def test_an_order_is_one_whatever_came_before(
    of: list[ClassScores], column: ComparisonColumn, descending: bool, chance: random.Random
) -> None:
    rows = list(compare(of, DEFAULT).classes)
    ordered = sort_rows(rows, column, descending=descending)
    mixed = chance.sample(rows, len(rows))
    assert sort_rows(mixed, column, descending=descending) == ordered
    assert sorted(row.subject.id for row in ordered) == sorted(row.subject.id for row in rows)


@given(
    classes,
    st.sampled_from(StudentComparisonColumn),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_students_too(
    of: list[ClassScores], column: StudentComparisonColumn, descending: bool, chance: random.Random
) -> None:
    rows: list[StudentRow] = students(of, DEFAULT)
    ordered = sort_students(rows, column, descending=descending)
    mixed = chance.sample(rows, len(rows))
    assert sort_students(mixed, column, descending=descending) == ordered


@given(classes, st.booleans())
def test_numbers_are_in_order_and_blanks_behind_them(
    of: list[ClassScores], descending: bool
) -> None:
    got = [
        _points(row)
        for row in sort_rows(
            compare(of, DEFAULT).classes, ComparisonColumn.CHANGE, descending=descending
        )
    ]
    numbers = [each for each in got if each is not None]
    assert got == sorted(numbers, reverse=descending) + [None] * (len(got) - len(numbers))


@given(classes)
def test_the_matched_are_those_whose_rows_have_both(of: list[ClassScores]) -> None:
    got = compare(of, DEFAULT)
    both: list[StudentRow] = [row for row in students(of, DEFAULT) if row.change]
    for row in got.classes:
        mine = [each for each in both if each.pre_class == each.post_class == row.subject.id]
        assert row.matched.pre.n == row.matched.post.n == len(mine)
    assert got.team.matched.pre.n == len({row.student for row in both})


def test_one_sheet_that_lists_a_student_twice_does_not_count_them_twice() -> None:
    once: dict[str, Given] = {"a": 50}
    of = a_class(pre=once)
    assert of.pre is not None
    twice = ClassScores("3A", "3A", "s", "t", "T", of.pre * 2)
    assert compare([twice], DEFAULT).team.tested.pre.n == 1
