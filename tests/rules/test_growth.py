"""Honest growth (P11): against hand-made, published and independently computed numbers."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri

from chalicelib.processes import scores
from chalicelib.processes.analytics.collection import collect
from chalicelib.processes.analytics.counts import book, read
from chalicelib.processes.analytics.editions import Edition
from chalicelib.processes.analytics.effects import EffectSize, Paired, Z, effect, effect_of
from chalicelib.processes.analytics.formatting import format_percent
from chalicelib.processes.analytics.goals import GoalChoice, team_goals
from chalicelib.processes.analytics.growth import (
    GoalOutcome,
    Growth,
    GrowthReport,
    compute_normalized_gain,
    grow,
)
from chalicelib.processes.analytics.model import Withheld, WithheldReason
from chalicelib.processes.analytics.sentences import describe_outcome
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import Given, a_class, a_class_that_moved, some
from tests.support.strategies import make_fractions

SET = GoalChoice()
ALL = dict.fromkeys(["3A", "3B"], SET)


def grow_classes(*classes: ClassScores, goals: dict[str, GoalChoice] | None = None) -> GrowthReport:
    return grow(classes, DEFAULT, goals or {})


def of_team(*classes: ClassScores, goals: dict[str, GoalChoice] | None = None) -> Growth:
    growth = grow_classes(*classes, goals=goals).team.growth
    assert isinstance(growth, Growth)
    return growth


def effect_on(of: ClassScores) -> EffectSize | Withheld:
    return effect(book(read([of], DEFAULT)).pairs)


# -- how many it takes ----------------------------------------------------------------------------


@pytest.mark.parametrize("n", range(5))
def test_below_five_students_with_both_tests_there_is_no_growth(n: int) -> None:
    of = a_class_that_moved(*[(40, 60)] * n, *[(40, ResultStatus.ABSENT)] * 20, *[(None, 60)] * 20)
    report = grow_classes(of, goals=ALL)
    for row in (report.team, *report.teachers, *report.classes):
        assert row.growth == Withheld(WithheldReason.TOO_FEW, n)


def test_from_five_on_there_is() -> None:
    assert of_team(a_class_that_moved((40, 60), (50, 60), (60, 60), (70, 60), (80, 60))).n == 5


def test_a_class_too_small_for_growth_still_counts_in_the_teams() -> None:
    small = a_class_that_moved((40, 60), (50, 60), name="3A")
    other = a_class_that_moved((40, 60), (50, 60), (60, 70), name="3B", teacher="t-2")
    report = grow_classes(small, other)
    assert isinstance(report.team.growth, Growth)
    assert report.team.growth.n == 5
    assert all(isinstance(row.growth, Withheld) for row in (*report.teachers, *report.classes))


# -- normalized gain ------------------------------------------------------------------------------


def test_hakes_gain_as_published() -> None:
    assert compute_normalized_gain(Fraction(6, 10), Fraction(8, 10)) == Fraction(1, 2)


@pytest.mark.parametrize(
    ("pre", "post", "gain"),
    [
        (0, 1, Fraction(1)),
        (0, 0, Fraction(0)),
        (Fraction(1, 2), Fraction(1, 4), Fraction(-1, 2)),
        (1, 1, None),
        (1, Fraction(1, 2), None),
        (None, None, None),
    ],
)
def test_gain_is_a_share_of_the_possible_gain_and_a_loss_is_below_0(
    pre: Fraction | None, post: Fraction | None, gain: Fraction | None
) -> None:
    assert compute_normalized_gain(pre, post) == gain


def test_a_class_that_knew_everything_had_no_room() -> None:
    growth = of_team(a_class_that_moved(*[(100, 100)] * 4, (100, 40)))
    assert growth.gain == Withheld(WithheldReason.NO_ROOM, 5)


def test_growth_is_of_students_with_both_tests_only() -> None:
    """The others would turn the gain into a loss."""
    of = a_class_that_moved(*[(40, 60), (50, 60), (60, 60), (45, 55), (55, 65)], *[(100, None)] * 9)
    growth = of_team(of)
    assert growth.n == growth.compared.pre.n == growth.compared.post.n == 5
    assert growth.compared.pre.share == Fraction(1, 2)
    assert growth.gain == Fraction(1, 5)


# -- effect size ----------------------------------------------------------------------------------

BONETT = Paired(
    25,
    Fraction("1.021"),
    Fraction("1.104"),
    Fraction("0.146") ** 2,
    Fraction("0.153") ** 2,
    Fraction("0.75") * Fraction("0.146") * Fraction("0.153"),
)
"""Bonett's example: means 110.4 and 102.1, deviations 15.3 and 14.6, correlation .75, 25 people."""


def test_the_effect_size_as_bonett_publishes_it() -> None:
    got = effect_of(BONETT)
    assert round(got.d, 4) == 0.5550
    assert round(got.adjusted, 4) == 0.5433
    assert round(got.error, 4) == 0.1610
    assert (round(got.lower, 4), round(got.upper, 4)) == (0.2395, 0.8706)


def test_the_quantile_is_the_normal_distributions() -> None:
    assert isclose(Z, ndtri(0.975), rel_tol=1e-15)


def test_an_effect_size_by_hand() -> None:
    """Averages 60 and 70, both variances 250, covariance 200 (in percent).

    d = 10 / sqrt(250); SE^2 = .4 (2 + 2 x .64) / 32 + (500 - 400) / (4 x 250) = .041 + .1
    """
    got = effect_on(a_class_that_moved((40, 60), (50, 50), (60, 80), (70, 70), (80, 90)))
    assert isinstance(got, EffectSize)
    assert isclose(got.d, 10 / sqrt(250))
    assert isclose(got.error, sqrt(0.141))
    assert isclose(got.adjusted, 10 / sqrt(250) * sqrt(3 / 4))
    assert isclose(got.lower, 10 / sqrt(250) - 1.959963984540054 * sqrt(0.141))
    assert isclose(got.sd_pre, got.sd_post)
    assert isclose(got.sd_pre, sqrt(0.025))
    assert not got.clear, "0.63 with an interval from -0.10"


def test_a_loss_has_an_effect_size_below_0_and_of_the_same_size() -> None:
    there = [(40, 45), (50, 70), (60, 60), (70, 90), (80, 90)]
    up = effect_on(a_class_that_moved(*there))
    down = effect_on(a_class_that_moved(*[(after, before) for before, after in there]))
    assert isinstance(up, EffectSize)
    assert isinstance(down, EffectSize)
    assert (down.d, down.adjusted, down.lower, down.upper) == (
        -up.d, -up.adjusted, -up.upper, -up.lower,
    )  # fmt: skip
    assert down.d < 0 < up.d


def test_without_deviation_there_is_none() -> None:
    assert effect_on(a_class_that_moved(*[(40, 60)] * 6)) == Withheld(WithheldReason.NO_SPREAD, 6)
    assert isinstance(effect_on(a_class_that_moved(*[(40, 60)] * 5, (40, 70))), EffectSize)


def test_below_five_there_is_none() -> None:
    assert effect_on(a_class_that_moved((1, 2), (3, 5), (4, 4), (9, 1))) == Withheld(
        WithheldReason.TOO_FEW, 4
    )


def independent(pre: list[float], post: list[float]) -> dict[str, float]:
    """Return the same by numpy, in floating point, as R's statpsych writes it down."""
    n, x, y = len(pre), np.array(pre), np.array(post)
    v1, v2, r = y.var(ddof=1), x.var(ddof=1), float(np.corrcoef(x, y)[0, 1])
    s = sqrt((v1 + v2) / 2)
    d = (y.mean() - x.mean()) / s
    vd = v1 + v2 - 2 * r * sqrt(v1 * v2)
    error = sqrt(
        d**2 * (v1**2 + v2**2 + 2 * r**2 * v1 * v2) / (8 * (n - 1) * s**4) + vd / ((n - 1) * s**2)
    )
    z = ndtri(0.975)
    return {
        "d": d,
        "adjusted": d * sqrt((n - 2) / (n - 1)),
        "error": error,
        "lower": d - z * error,
        "upper": d + z * error,
    }


@pytest.mark.parametrize("seed", range(20))
def test_numpy_and_scipy_agree(seed: int) -> None:
    chance = random.Random(seed)
    n = chance.randint(5, 60)
    pre = [chance.randint(0, 100) for _ in range(n)]
    post = [min(100, max(0, each + chance.randint(-20, 30))) for each in pre]
    got = effect_on(a_class_that_moved(*zip(pre, post, strict=True)))
    assert isinstance(got, EffectSize)
    wanted = independent([each / 100 for each in pre], [each / 100 for each in post])
    for name, value in wanted.items():
        assert isclose(getattr(got, name), value, rel_tol=1e-9, abs_tol=1e-12), name


# -- movement -------------------------------------------------------------------------------------


def test_movement_counts_by_level_before_and_after() -> None:
    growth = of_team(a_class_that_moved((40, 40), (40, 60), (60, 90), (75, 75), (90, 72), (72, 20)))
    assert growth.movement.matrix == ((1, 1, 0, 0), (0, 0, 0, 1), (1, 0, 1, 0), (0, 0, 1, 0))
    assert (growth.movement.up, growth.movement.same, growth.movement.down) == (2, 2, 2)


def test_a_lost_level_is_not_a_gain() -> None:
    growth = of_team(a_class_that_moved(*[(90, 72)] * 4, (72, 20)))
    assert (growth.movement.up, growth.movement.same, growth.movement.down) == (0, 0, 5)
    assert isinstance(growth.gain, Fraction)
    assert growth.gain < 0


def test_a_student_in_two_classes_moves_once() -> None:
    pairs = [(40, 60), (50, 60), (60, 60), (45, 55), (55, 65)]
    one = a_class_that_moved(*pairs, name="3A")
    again = a_class(
        "3B",
        {f"3A-{n}": 10 for n in range(5)},
        {f"3A-{n}": 100 for n in range(5)},
        teacher="t-2",
    )
    growth, alone = of_team(one, again), of_team(one)
    assert (growth.compared, growth.movement) == (alone.compared, alone.movement)
    assert growth.movement.n == 5


# -- goals ----------------------------------------------------------------------------------------


def outcome(
    *classes: ClassScores, goals: dict[str, GoalChoice] | None = None
) -> GoalOutcome | Withheld:
    return of_team(*classes, goals=ALL if goals is None else goals).outcome


def test_a_goal_is_met_exactly_or_not() -> None:
    """2 proficient and 1 close of 5: 3 of 5. The post-test has 6 students: 3 of 6 is too few."""
    pre: list[Given] = [80, 90, 66, 40, 30]
    met = outcome(a_class_that_moved(*zip(pre, [70, 70, 70, 10, 10], strict=True)))
    assert isinstance(met, GoalOutcome)
    assert (met.proficient, met.tested, met.met) == (3, 5, True)
    missed = outcome(a_class_that_moved(*zip(pre, [70, 70, 70, 10, 10], strict=True), (None, 10)))
    assert isinstance(missed, GoalOutcome)
    assert (missed.reached, missed.goal.target, missed.met) == (
        Fraction(1, 2), Fraction(3, 5), False,
    )  # fmt: skip


def test_a_goal_missed_by_less_than_is_shown_is_missed() -> None:
    """2 of 3 and 1,333 of 2,000 are both shown as 66.7%."""
    of = a_class("3A", some([80, 80, 20] * 5), some([80] * 1333 + [20] * 667))
    got = outcome(of)
    assert isinstance(got, GoalOutcome)
    assert got.goal.target == Fraction(2, 3)
    assert format_percent(got.reached) == format_percent(got.goal.target) == "66.7%"
    assert not got.met


def test_every_class_with_a_pre_test_counts_for_the_goal_of_the_team() -> None:
    five = [(40, 60), (50, 60), (66, 60), (45, 55), (90, 90)]
    decided = a_class_that_moved(*five, name="3A")
    preselected = a_class_that_moved(*five, name="3B", teacher="t-2")
    choice = GoalChoice(added=frozenset({"3A-0"}))
    report = grow_classes(decided, preselected, goals={"3A": choice})
    goals = team_goals([decided, preselected], DEFAULT, {"3A": choice})
    rows = zip((report.team, *report.teachers), (goals.team, *goals.teachers), strict=True)
    for row, goal in rows:
        assert isinstance(row.growth, Growth)
        assert isinstance(row.growth.outcome, GoalOutcome)
        assert row.growth.outcome.goal == goal
    assert (goals.team.aimed, goals.team.tested) == (5, 10)
    assert (goals.team.chosen, goals.team.classes) == (1, 2)


def test_a_process_locked_by_release_0_3_keeps_the_goal_of_its_report() -> None:
    five = [(40, 60), (50, 60), (66, 60), (45, 55), (90, 90)]
    decided = a_class_that_moved(*five, name="3A")
    other = a_class_that_moved(*five, name="3B", teacher="t-2")
    report = grow([decided, other], DEFAULT, {"3A": SET}, Edition.BY_CLASS)
    of_the_team, first, second = (
        row.growth.outcome
        for row in (report.team, *report.teachers)
        if isinstance(row.growth, Growth)
    )
    assert isinstance(of_the_team, GoalOutcome)
    assert isinstance(first, GoalOutcome)
    assert of_the_team.tested == first.tested == 5
    assert second == Withheld(WithheldReason.NO_GOAL, 5)
    assert describe_outcome(of_the_team, DEFAULT).endswith("the goal was 40.0% (2 of 5).")


# -- whatever the scores --------------------------------------------------------------------------

percents = st.one_of(st.integers(0, 100), make_fractions(0, 100, 20))
results = st.one_of(percents, st.sampled_from([ResultStatus.ABSENT, ResultStatus.PARTIAL, None]))
classes = st.lists(
    st.dictionaries(
        st.sampled_from([f"s{n}" for n in range(15)]), st.tuples(results, results), max_size=12
    ),
    min_size=1,
    max_size=3,
).map(
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


def _with_both(of: list[ClassScores], ids: tuple[str, ...]) -> set[str]:
    mine = [each for each in of if each.school_class in ids]
    before, after = (
        {score.student for each in mine for score in each.on(test) or () if score.share is not None}
        for test in scores.ProcessTest
    )
    return before & after


@given(classes)
def test_growth_is_of_everybody_with_both_tests_once(of: list[ClassScores]) -> None:
    report = grow(of, DEFAULT, {"c-0": SET})
    for row in (report.team, *report.teachers, *report.classes):
        assert row.growth.n == len(_with_both(of, row.subject.classes))
        assert isinstance(row.growth, Withheld) == (row.growth.n < 5)
        for test in scores.ProcessTest:
            tested = len({s.student for each in of if each.school_class in row.subject.classes
                          for s in each.on(test) or () if s.share is not None})  # fmt: skip
            lacking = (
                scores.ProcessTest.POST
                if test == scores.ProcessTest.PRE
                else scores.ProcessTest.PRE
            )
            alone = sum(each.students for each in row.unpaired if each.test == lacking)
            assert tested == row.growth.n + alone, "who is not counted is numbered"
        if isinstance(row.growth, Growth):
            assert row.growth.movement.n == row.growth.n
            assert sum(row.growth.movement.before) == sum(row.growth.movement.after) == row.growth.n


@given(st.lists(st.tuples(percents, percents), min_size=5, max_size=12))
def test_the_margins_of_movement_are_the_counts_per_level(
    pairs: list[tuple[Given, Given]],
) -> None:
    of = a_class_that_moved(*pairs)
    growth = of_team(of)
    for test, margin in zip(
        scores.ProcessTest, (growth.movement.before, growth.movement.after), strict=True
    ):
        assert margin == collect([of], DEFAULT, test).team.tally.levels


@given(classes, st.randoms(use_true_random=False))
def test_no_order_shows(of: list[ClassScores], chance: random.Random) -> None:
    def mix(sheet: tuple[StudentScore, ...] | None) -> tuple[StudentScore, ...]:
        return tuple(chance.sample(sheet or (), len(sheet or ())))

    shuffled = [
        ClassScores(
            each.school_class, each.title, each.school, each.teacher, each.teacher_name,
            mix(each.pre), mix(each.post),
        )
        for each in chance.sample(of, len(of))
    ]  # fmt: skip
    assert grow(shuffled, DEFAULT, {"c-0": SET}) == grow(of, DEFAULT, {"c-0": SET})


@given(st.lists(st.tuples(percents, percents), min_size=5, max_size=12))
def test_the_direction_is_the_same_everywhere(pairs: list[tuple[Given, Given]]) -> None:
    growth = of_team(a_class_that_moved(*pairs))
    change = growth.compared.change
    assert change is not None
    if isinstance(growth.gain, Fraction):
        assert (growth.gain > 0) == (change.points > 0)
        assert (growth.gain < 0) == (change.points < 0)
    if isinstance(growth.effect, EffectSize):
        assert (growth.effect.d > 0) == (change.points > 0)
        assert (growth.effect.d < 0) == (change.points < 0)
        assert growth.effect.lower <= growth.effect.d <= growth.effect.upper
