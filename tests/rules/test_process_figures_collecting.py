"""The tested students, and their results (P6)."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.processes import scores
from chalicelib.processes.analytics.collection import Collection, Tally, collect
from chalicelib.processes.analytics.counts import count_standings
from chalicelib.processes.analytics.editions import Edition
from chalicelib.processes.analytics.model import SubjectKind
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import Given, a_class, a_score, some, some_levels
from tests.support.strategies import make_fractions

PRE, POST = scores.ProcessTest  # by module: pytest would take the name for a test
WITHOUT = (ResultStatus.ABSENT, ResultStatus.EXEMPT, ResultStatus.PARTIAL, ResultStatus.NOT_ENTERED)


def collect_classes(*classes: ClassScores, test: scores.ProcessTest = PRE) -> Collection:
    return collect(classes, DEFAULT, test)


def test_a_class_counts_its_students_by_their_results() -> None:
    sheet = {**some([40, 60, 75, 90, 90]), **dict(zip("abcd", WITHOUT, strict=True))}
    tally = collect_classes(a_class(pre=sheet)).classes[0].tally
    assert (tally.tested, tally.absent, tally.exempt, tally.partial, tally.awaited) == (
        5, 1, 1, 1, 1,
    )  # fmt: skip
    assert tally.levels == (1, 1, 1, 2)
    assert tally.average == Fraction(71, 100)
    assert tally.students == 9
    assert tally.proficient == 3
    assert tally.part(4) == Fraction(2, 5)


def test_points_entered_of_an_unfinished_test_are_in_no_average() -> None:
    half = StudentScore("a", ResultStatus.PARTIAL, Fraction(9), Fraction(10))
    tally = collect_classes(ClassScores("3A", "3A", "s", "t", "T", (half,))).team.tally
    assert tally.average is None
    assert tally.part(1) is None
    assert (tally.tested, tally.partial) == (0, 1)


def test_a_test_of_which_nothing_counts_measures_nobody() -> None:
    nothing = StudentScore("a", ResultStatus.TESTED, Fraction(0), Fraction(0))
    tally = collect_classes(ClassScores("3A", "3A", "s", "t", "T", (nothing,))).team.tally
    assert (tally.tested, tally.exempt, tally.average) == (0, 1, None)


def test_a_class_that_has_not_begun_is_distinct_from_one_in_which_nobody_came() -> None:
    begun = a_class("3A", pre={"a": ResultStatus.ABSENT})
    waiting = a_class("3B")
    of_3a, of_3b = collect_classes(begun, waiting).classes
    assert (of_3a.activated, of_3a.tally.absent) == (1, 1)
    assert (of_3b.activated, of_3b.tally.students) == (0, 0)
    assert collect_classes(begun, waiting).team.activated == 1


@pytest.mark.parametrize(
    ("percent", "level"),
    [("0", 1), ("49.999", 1), ("50", 2), ("69.5", 2), ("70", 3), ("84.99", 3), ("85", 4)],
)
def test_a_level_begins_exactly_where_it_says(percent: str, level: int) -> None:
    tally = collect_classes(a_class(pre={"a": percent})).team.tally
    assert tally.levels.index(1) + 1 == level


def test_79_and_a_half_percent_is_in_a_band_and_not_rounded_into_the_next() -> None:
    levels = some_levels(("0", "50", "80"), meets=3)
    tally = collect([a_class(pre={"a": "79.5"})], levels, PRE).team.tally
    assert tally.levels == (0, 1, 0)
    assert tally.proficient == 0


def test_a_third_is_compared_as_a_third() -> None:
    """66.666... is below 66.67; as 66.67 it would not be."""
    levels = some_levels(("0", "66.67"), meets=2)
    two_of_three = a_score("a", Fraction(200, 3), 3)
    of = ClassScores("3A", "3A", "s", "t", "T", (two_of_three,))
    assert collect([of], levels, PRE).team.tally.levels == (1, 0)


def test_averages_are_of_students_and_not_of_classes() -> None:
    small = a_class("3A", pre={"a": 100})
    large = a_class("3B", pre=some([0, 0, 0]))
    assert collect_classes(small, large).team.tally.average == Fraction(1, 4)


def test_rows_stand_by_teacher_and_title() -> None:
    got = collect_classes(
        a_class("c-1", {}, teacher="t-2", teacher_name="alder"),
        a_class("c-3", {}, teacher="t-1", teacher_name="Birch"),
        a_class("c-2", {}, teacher="t-1", teacher_name="Birch"),
    )
    assert [row.subject.name for row in got.teachers] == ["alder", "Birch"]
    assert [row.subject.id for row in got.classes] == ["c-1", "c-2", "c-3"]
    kinds = [row.subject.kind for row in (got.team, got.teachers[0], got.classes[0])]
    assert kinds == [SubjectKind.TEAM, SubjectKind.TEACHER, SubjectKind.CLASS]
    assert got.teachers[1].subject.classes == ("c-2", "c-3")


# -- a student in two classes ---------------------------------------------------------------------


def test_a_student_in_two_classes_counts_once_in_the_team_and_once_in_each_class() -> None:
    got = collect_classes(a_class("3A", pre={"a": 40}), a_class("3B", pre={"a": 80}))
    assert [row.tally.tested for row in got.classes] == [1, 1]
    assert got.team.tally.tested == 1
    assert got.team.tally.average == Fraction(40, 100), "the class id that sorts first"


def test_the_class_with_both_tests_goes_before_the_one_that_sorts_first() -> None:
    one = a_class("3A", pre={"a": 40}, post={})
    both = a_class("3B", pre={"a": 80}, post={"a": 90})
    assert collect_classes(one, both).team.tally.average == Fraction(80, 100)
    assert collect_classes(one, both, test=POST).team.tally.average == Fraction(90, 100)


def test_a_student_absent_in_one_class_and_tested_in_another_was_tested() -> None:
    got = collect_classes(
        a_class("3A", pre={"a": ResultStatus.ABSENT}), a_class("3B", pre={"a": 80})
    )
    assert (got.team.tally.tested, got.team.tally.absent) == (1, 0)


@pytest.mark.parametrize(
    ("known", "less"),
    [
        (ResultStatus.PARTIAL, ResultStatus.ABSENT),
        (ResultStatus.ABSENT, ResultStatus.EXEMPT),
        (ResultStatus.EXEMPT, ResultStatus.NOT_ENTERED),
        (ResultStatus.ABSENT, ResultStatus.NOT_ENTERED),
    ],
)
@pytest.mark.parametrize("test", [PRE, POST])
def test_a_student_tested_nowhere_counts_in_the_class_with_the_most_known(
    known: ResultStatus, less: ResultStatus, test: scores.ProcessTest
) -> None:
    for first, second in ((known, less), (less, known)):
        classes = [_with(test, "3A", first), _with(test, "3B", second)]
        got = collect_classes(*classes, test=test)
        for row in (got.team, *got.teachers):
            assert _standing(row.tally) == known
        assert [_standing(row.tally) for row in got.classes] == [first, second]


def test_a_process_that_release_0_3_0_locked_counts_who_was_tested_nowhere_in_the_first_class() -> (
    None
):
    classes = [
        a_class("3A", pre={"a": ResultStatus.NOT_ENTERED}),
        a_class("3B", pre={"a": ResultStatus.ABSENT}),
    ]
    got = collect(classes, DEFAULT, PRE, Edition.BY_CLASS)
    assert _standing(got.team.tally) == ResultStatus.NOT_ENTERED
    assert count_standings(classes, PRE, Edition.BY_CLASS) == {ResultStatus.NOT_ENTERED: 1}


def _with(test: scores.ProcessTest, name: str, standing: ResultStatus) -> ClassScores:
    of: dict[str, Given] = {"a": standing}
    return a_class(name, pre=of) if test == PRE else a_class(name, pre={}, post=of)


def _standing(tally: Tally) -> ResultStatus:
    """Return the status of one student in a row."""
    (only,) = [standing for standing, many in _counts(tally).items() if many]
    return only


def _counts(tally: Tally) -> dict[ResultStatus, int]:
    return {
        ResultStatus.TESTED: tally.tested,
        ResultStatus.ABSENT: tally.absent,
        ResultStatus.EXEMPT: tally.exempt,
        ResultStatus.PARTIAL: tally.partial,
        ResultStatus.NOT_ENTERED: tally.awaited,
    }


def test_two_classes_of_one_teacher_count_a_student_once_of_two_teachers_once_each() -> None:
    sheet: dict[str, Given] = {"a": 50}
    same = collect_classes(a_class("3A", pre=sheet), a_class("3B", pre=sheet))
    assert [row.tally.tested for row in same.teachers] == [1]
    apart = collect_classes(a_class("3A", pre=sheet), a_class("3B", pre=sheet, teacher="t-2"))
    assert [row.tally.tested for row in apart.teachers] == [1, 1]
    assert apart.team.tally.tested == 1


# -- whatever the scores --------------------------------------------------------------------------

results = st.one_of(
    st.sampled_from(list(WITHOUT)),
    st.integers(0, 100),
    make_fractions(0, 100, 40),
    st.none(),
)
students = st.sampled_from([f"s{n}" for n in range(12)])
sheets = st.none() | st.dictionaries(students, results, max_size=8)
classes = st.lists(
    st.tuples(sheets, sheets, st.sampled_from(["t-1", "t-2", "t-3"])), max_size=5
).map(
    lambda all_: [
        a_class(f"c-{n}", pre, post, teacher=teacher, possible=(30, 24))
        for n, (pre, post, teacher) in enumerate(all_)
    ]
)


@given(classes, st.sampled_from(scores.ProcessTest))
def test_counts_add_up(of: list[ClassScores], test: scores.ProcessTest) -> None:
    got = collect(of, DEFAULT, test)
    counted = count_standings(of, test)
    assert {each: many for each, many in _counts(got.team.tally).items() if many} == counted
    for row in (got.team, *got.teachers, *got.classes):
        mine = [each for each in of if each.school_class in row.subject.classes]
        listed = {score.student for each in mine for score in each.on(test) or ()}
        assert row.tally.students == len(listed), "everybody, and everybody once"
        assert sum(row.tally.levels) == row.tally.tested
        assert (row.tally.average is None) == (row.tally.tested == 0)
        every = [score for each in mine for score in each.on(test) or ()]
        assert row.tally.tested == len(
            {score.student for score in every if score.share is not None}
        )


@given(classes, st.randoms(use_true_random=False))
def test_no_order_of_classes_or_students_shows(
    of: list[ClassScores], chance: random.Random
) -> None:
    def shuffle(sheet: tuple[StudentScore, ...] | None) -> tuple[StudentScore, ...] | None:
        return sheet and tuple(chance.sample(sheet, len(sheet)))

    mixed = [
        ClassScores(
            each.school_class, each.title, each.school, each.teacher, each.teacher_name,
            shuffle(each.pre), shuffle(each.post),
        )
        for each in chance.sample(of, len(of))
    ]  # fmt: skip
    for test in scores.ProcessTest:
        assert collect(mixed, DEFAULT, test) == collect(of, DEFAULT, test)


@given(st.lists(make_fractions(0, 100, 60), min_size=1, max_size=20))
def test_the_average_is_exactly_the_mean_of_the_shares(percents: list[Fraction]) -> None:
    tally = collect_classes(a_class(pre=some(percents), possible=("12.5", 1))).team.tally
    assert tally.average == sum(percents, Fraction(0)) / len(percents) / 100
