"""A team whose students did worse: the report must not make that look like anything else."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from chalicelib.processes import scores
from chalicelib.processes.analytics.collection import collect
from chalicelib.processes.analytics.comparison import compare
from chalicelib.processes.analytics.effects import EffectSize
from chalicelib.processes.analytics.formatting import format_point_change
from chalicelib.processes.analytics.goals import GoalChoice
from chalicelib.processes.analytics.growth import GoalOutcome, Growth, GrowthReport, grow
from chalicelib.processes.analytics.sentences import (
    describe_effect,
    describe_growth,
    describe_outcome,
)
from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import DEFAULT
from tests.support.packages import sample_data
from tests.support.process_scores import a_class

Points = dict[str, int]
"""Raw scores of 10, by student."""


def a_team(
    classes: Mapping[str, tuple[str, list[str]]], pre: Points, post: Points
) -> list[ClassScores]:
    """Classes by id, each with its teacher and its students."""
    return [
        a_class(
            name,
            {who: pre[who] * 10 for who in students},
            {who: post[who] * 10 for who in students},
            teacher=teacher,
            possible=(10, 10),
        )
        for name, (teacher, students) in classes.items()
    ]


@pytest.fixture
def ours() -> list[ClassScores]:
    """Four teachers with 20 students each; a quarter of them better by 2, the others worse by 1."""
    everybody = [f"s{n:02}" for n in range(80)]
    pre = {who: 1 + (7 * n) % 9 for n, who in enumerate(everybody)}
    post = {
        who: min(10, each + 2) if n % 4 == 0 else each - 1
        for n, (who, each) in enumerate(pre.items())
    }
    classes = {f"c-{n}": (f"t-{n}", everybody[20 * n : 20 * n + 20]) for n in range(4)}
    return a_team(classes, pre, post)


@pytest.fixture(scope="module")
def real() -> list[ClassScores]:
    """The benchmarks in math of a third grade, by the roster's classes in it."""
    folder = sample_data() / "grand-bend"
    if not (folder / "benchmarks-math-scores.csv").is_file():
        pytest.skip("the sample pair of tests is not here: set PLUMBLINE_SAMPLE_DATA to its folder")
    pre, post = _benchmarks(folder / "benchmarks-math-scores.csv")
    return a_team(_classes(folder / "oneroster-1.1-bulk.zip", set(pre)), pre, post)


def _benchmarks(path: Path) -> tuple[Points, Points]:
    tests: dict[str, Points] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            assert row["maxRawScore"] == "10"
            of = tests.setdefault(row["administrationDate"], {})
            of[row["studentIdentifier"]] = int(row["rawScore"])
    earlier, later = sorted(tests)
    return tests[earlier], tests[later]


def _classes(path: Path, tested: set[str]) -> dict[str, tuple[str, list[str]]]:
    """Return the autumn classes in math that have the tested, each with its teacher."""
    with zipfile.ZipFile(path) as package:
        people = {row["sourcedId"]: row["identifier"] for row in _rows(package, "users")}
        math = {
            row["sourcedId"]
            for row in _rows(package, "classes")
            if row["title"].startswith("MATH") and row["sourcedId"].endswith("-fall")
        }
        teachers: dict[str, str] = {}
        students: dict[str, list[str]] = {}
        for row in _rows(package, "enrollments"):
            school_class, who = row["classSourcedId"], row["userSourcedId"]
            if school_class in math and row["role"] == "teacher":
                teachers[school_class] = who
            elif school_class in math and people[who] in tested:
                students.setdefault(school_class, []).append(people[who])
    return {each: (teachers[each], who) for each, who in sorted(students.items())}


def _rows(package: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    with package.open(f"{name}.csv") as lines:
        return list(csv.DictReader(io.TextIOWrapper(lines, "utf-8-sig")))


def grow_with_choices(classes: list[ClassScores]) -> GrowthReport:
    return grow(classes, DEFAULT, {each.school_class: GoalChoice() for each in classes})


def of_team(classes: list[ClassScores]) -> Growth:
    growth = grow_with_choices(classes).team.growth
    assert isinstance(growth, Growth)
    return growth


# -- the sample -----------------------------------------------------------------------------------


def test_the_samples_80_students_of_4_teachers_fell(real: list[ClassScores]) -> None:
    got = compare(real, DEFAULT)
    assert [row.matched.pre.n for row in got.teachers] == [20, 20, 20, 20]
    both = got.team.matched
    assert (both.pre.share, both.post.share) == (Fraction(389, 800), Fraction(343, 800))
    assert (both.pre.n, both.post.n) == (80, 80)
    assert got.team.tested == both, "everybody has both tests"
    assert both.change is not None
    assert format_point_change(both.change.points) == "\N{MINUS SIGN}5.8"


def test_the_samples_growth_is_a_loss_and_is_called_one(real: list[ClassScores]) -> None:
    growth = of_team(real)
    assert describe_growth(growth) == (
        "The average fell from 48.6% to 42.9% (80 students with both tests). "
        "No growth was measured. This is a decline."
    )
    assert growth.gain == Fraction(343 - 389, 800 - 389)
    assert isinstance(growth.effect, EffectSize)
    assert growth.effect.d < 0
    assert growth.movement.down > growth.movement.up
    assert growth.movement.n == 80


def test_the_samples_effect_size_says_how_sure_that_is(real: list[ClassScores]) -> None:
    """As numpy computes it from the file: d -0.21168, standard error 0.17271."""
    effect = of_team(real).effect
    assert isinstance(effect, EffectSize)
    assert (effect.n, round(effect.d, 4), round(effect.error, 4)) == (80, -0.2117, 0.1727)
    assert describe_effect(effect).endswith("chance alone can explain the change.")


# -- ours -----------------------------------------------------------------------------------------


def test_a_team_that_fell_reads_so(ours: list[ClassScores]) -> None:
    """60 lost a point each, 18 won two, and 2 won the last one there was: 22 of 800 are lost."""
    growth = of_team(ours)
    assert growth.n == 80
    assert growth.compared.change is not None
    assert growth.compared.change.points == Fraction(-22, 800)
    assert describe_growth(growth) == (
        "The average fell from 50.3% to 47.5% (80 students with both tests). "
        "No growth was measured. This is a decline."
    )
    assert isinstance(growth.gain, Fraction)
    assert growth.gain < 0


def test_no_teacher_of_theirs_is_shown_a_gain(ours: list[ClassScores]) -> None:
    for row in grow_with_choices(ours).teachers:
        assert isinstance(row.growth, Growth)
        assert "This is a decline." in describe_growth(row.growth)
        assert isinstance(row.growth.effect, EffectSize)
        assert row.growth.effect.d < 0


def test_a_goal_that_asks_for_nothing_may_be_met_beside_a_decline_and_both_are_shown(
    ours: list[ClassScores],
) -> None:
    """Of the second class nobody was close, so its goal was to stay at 6 of 20, and it did."""
    growth = grow_with_choices(ours).classes[1].growth
    assert isinstance(growth, Growth)
    assert describe_outcome(growth.outcome, DEFAULT) == (
        "Goal met: 30.0% (6 of 20) scored Meets or above; the goal was 30.0% (6 of 20)."
    )
    assert "This is a decline." in describe_growth(growth)
    of_the_team = of_team(ours).outcome
    assert isinstance(of_the_team, GoalOutcome)
    assert not of_the_team.met


def test_the_tables_agree_with_growth(ours: list[ClassScores]) -> None:
    growth = of_team(ours)
    pre, post = (collect(ours, DEFAULT, test).team.tally for test in scores.ProcessTest)
    assert (pre.average, post.average) == (growth.compared.pre.share, growth.compared.post.share)
    assert (pre.levels, post.levels) == (growth.movement.before, growth.movement.after)
    assert compare(ours, DEFAULT).team.matched == growth.compared
