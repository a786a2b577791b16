"""A percent that is shown never contradicts the level, or the verdict, that stands beside it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.percents import beside, in_percent, percent
from chalicelib.processes.analytics.formatting import format_average, format_percent
from chalicelib.processes.analytics.goals import Goal
from chalicelib.processes.analytics.growth import GoalOutcome
from chalicelib.processes.analytics.model import Average, Subject, SubjectKind
from chalicelib.processes.analytics.sentences import describe_outcome
from chalicelib.scales.calculation import Calculation, CalculationMethod
from chalicelib.scales.mastery import mastery, result_of
from chalicelib.scales.scale import default_scale
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import some_levels

CUTS = ("50", "66.667", "80")
shares = st.fractions(0, 1, max_denominator=20_000)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction("0.7998"), "79.98"),
        (Fraction("0.79996"), "79.996"),
        (Fraction("0.8"), "80.0"),
        (Fraction("0.8004"), "80.0"),
        (Fraction("0.7994"), "79.9"),
        (Fraction(2, 3), "66.6667"),
        (Fraction("0.66667"), "66.7"),
        (Fraction("0.4999"), "49.99"),
        (Fraction(1), "100.0"),
        (Fraction(0), "0.0"),
    ],
)
def test_it_has_as_many_decimals_as_it_takes(share: Fraction, shown: str) -> None:
    assert str(in_percent(share, CUTS)) == shown
    assert percent(share, CUTS) == float(shown)


def test_without_a_level_beside_it_it_has_one_decimal() -> None:
    assert str(in_percent(Fraction("0.7998"))) == "80.0"


@given(shares, st.lists(st.decimals(1, 100, places=3), max_size=5))
def test_a_shown_percent_has_the_level_of_the_exact_share(
    share: Fraction, lowers: list[Decimal]
) -> None:
    cuts = tuple(str(each) for each in lowers)
    shown = Fraction(in_percent(share, cuts))
    for cut in cuts:
        assert (shown >= Fraction(cut)) == (share * 100 >= Fraction(cut))
    assert abs(shown - share * 100) <= Fraction(1, 20)


@given(shares, shares)
def test_two_that_are_compared_are_shown_as_different_as_they_are(
    one: Fraction, other: Fraction
) -> None:
    shown, opposite = beside(one, other), beside(other, one)
    assert (shown > opposite) == (one > other)
    assert (shown == opposite) == (one == other)
    assert shown.as_tuple().exponent == opposite.as_tuple().exponent


def test_a_goal_that_is_just_missed_reads_so() -> None:
    subject = Subject(SubjectKind.CLASS, "3A", "3A", ("3A",))
    goal = Goal(subject, tested=5000, proficient=0, close=3126, added=0, removed=0, chosen=1)
    outcome = GoalOutcome(goal, proficient=3124, tested=5000)
    assert describe_outcome(outcome, DEFAULT) == (
        "Goal not met: 62.48% (3124 of 5000) scored Meets or above; "
        "the goal was 62.52% (3126 of 5000)."
    )


def test_an_average_beside_levels_stays_below_the_one_it_has_not_reached() -> None:
    levels = some_levels(("0", "70"), meets=2)
    average = Average(Fraction("0.6999"), 40)
    assert format_average(average, levels.cuts) == "69.99% (n = 40)"
    assert format_percent(Fraction("0.6999")) == "70.0%"


def test_a_mastery_is_shown_by_the_cuts_that_decided_its_level() -> None:
    scale, own = default_scale(3), ("50", "79.97")
    result = result_of("2026-11-01", "A", (Fraction("79.98"), Fraction(100)), own, scale)
    other = result_of("2026-11-02", "B", (Fraction("79.98"), Fraction(100)), (), scale)
    assert (result.level, other.level) == (3, 2)
    for each in (result, other):
        got = mastery([each], Calculation(method=CalculationMethod.MOST_RECENT), scale)
        assert percent(got.share, got.cuts) == 79.98
