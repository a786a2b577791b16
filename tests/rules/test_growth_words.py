"""How figures are shown, and growth in sentences: a decline must be unmistakable."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.percents import in_percent
from chalicelib.processes.analytics.effects import EffectSize
from chalicelib.processes.analytics.formatting import (
    format_average,
    format_decimal,
    format_part,
    format_percent,
    format_point_change,
    format_relative_change,
)
from chalicelib.processes.analytics.goals import GoalChoice
from chalicelib.processes.analytics.growth import Growth, grow
from chalicelib.processes.analytics.model import Average, AverageChange, Withheld, WithheldReason
from chalicelib.processes.analytics.sentences import (
    describe_effect,
    describe_growth,
    describe_movement,
    describe_outcome,
    describe_withheld,
)
from chalicelib.teams.levels import DEFAULT
from tests.support.process_scores import Given, a_class_that_moved, some_levels
from tests.support.strategies import make_fractions

MINUS = "\N{MINUS SIGN}"


def growth(*pairs: tuple[Given, Given]) -> Growth:
    got = grow([a_class_that_moved(*pairs)], DEFAULT, {"3A": GoalChoice()}).team.growth
    assert isinstance(got, Growth)
    return got


# -- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(8, 28), "28.6%"),
        (Fraction(389, 800), "48.6%"),
        (Fraction("0.0005"), "0.1%"),
        (Fraction("0.00049999"), "0.0%"),
        (Fraction("0.7995"), "80.0%"),
        (Fraction("0.79949"), "79.9%"),
        (Fraction(1), "100.0%"),
        (Fraction(-1, 8), f"{MINUS}12.5%"),
        (None, "\N{EN DASH}"),
    ],
)
def test_a_share_has_one_decimal_rounded_half_up_from_the_exact_fraction(
    share: Fraction | None, text: str
) -> None:
    assert format_percent(share) == text


def test_rounding_is_right_where_binary_fractions_are_wrong() -> None:
    """0.5125 is 51.25%: Python's own rounding to even says 51.2."""
    assert f"{51.25:.1f}" == "51.2"
    assert format_percent(Fraction("0.5125")) == "51.3%"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Fraction("0.0575"), "+5.8"),
        (Fraction("-0.0575"), f"{MINUS}5.8"),
        (Fraction(0), "0.0"),
        (Fraction(1, 10**6), "+0.0"),
        (Fraction(-1, 10**6), f"{MINUS}0.0"),
        (None, "\N{EN DASH}"),
    ],
)
def test_a_change_has_its_sign_and_only_no_change_has_none(
    change: Fraction | None, text: str
) -> None:
    assert format_point_change(change) == text


@given(st.fractions(-2, 2))
def test_a_loss_is_shown_as_large_as_the_same_gain(share: Fraction) -> None:
    shown = in_percent(share)
    assert shown == -in_percent(-share)
    assert abs(Fraction(shown) - share * 100) <= Fraction(1, 20)
    assert shown.as_tuple().exponent == -1


def test_shares_stand_with_their_n() -> None:
    assert format_part(23, 28) == "82.1% (23 of 28)"
    assert format_part(0, 0) == "nobody yet"
    assert format_average(Average(None, 0)) == "\N{EN DASH} (n = 0)"


def test_a_relative_change_is_blank_when_there_was_nothing() -> None:
    assert format_relative_change(AverageChange(Fraction(1, 2), None)) == "\N{EN DASH}"
    assert format_relative_change(None) == "\N{EN DASH}"
    assert (
        format_relative_change(AverageChange(Fraction(-1, 10), Fraction(-1, 4))) == f"{MINUS}25.0%"
    )


def test_an_effect_below_0_has_a_minus_sign_however_small() -> None:
    assert format_decimal(-0.001) == f"{MINUS}0.00"
    assert format_decimal(-0.0) == format_decimal(0.0) == "0.00"


# -- growth ---------------------------------------------------------------------------------------


def test_a_decline_is_called_one() -> None:
    assert describe_growth(growth(*[(50, 40)] * 4, (40, 40))) == (
        "The average fell from 48.0% to 40.0% (5 students with both tests). "
        "No growth was measured. This is a decline."
    )


def test_a_rise_has_the_possible_gain() -> None:
    assert describe_growth(growth(*[(60, 80)] * 5)) == (
        "The average rose from 60.0% to 80.0% (5 students with both tests). "
        "That is 50.0% of the possible gain."
    )


def test_standing_still_is_no_growth() -> None:
    assert describe_growth(growth((40, 60), (60, 40), (50, 50), (50, 50), (50, 50))) == (
        "The average stayed at 50.0% (5 students with both tests). No growth was measured."
    )


def test_a_fall_too_small_to_be_shown_is_still_a_fall() -> None:
    said = describe_growth(growth(*[(50, 50)] * 4, ("50", "49.9")))
    assert said == (
        "The average fell by less than 0.1 percentage points, to about 50.0% (5 students with "
        "both tests). No growth was measured. This is a decline."
    )


def test_a_fall_from_everything_right_is_a_decline_too() -> None:
    assert "This is a decline." in describe_growth(growth(*[(100, 90)] * 5))


@pytest.mark.parametrize(
    ("n", "who"), [(0, "no students have"), (1, "1 student has"), (4, "4 students have")]
)
def test_a_hidden_figure_has_a_reason(n: int, who: str) -> None:
    assert describe_growth(Withheld(WithheldReason.TOO_FEW, n)) == (
        f"Growth is not shown: {who} both tests, and at least 5 are needed."
    )


@pytest.mark.parametrize("reason", WithheldReason)
def test_every_reason_has_its_sentence(reason: WithheldReason) -> None:
    assert describe_withheld(Withheld(reason, 7)).endswith(".")


@given(
    st.lists(
        st.tuples(make_fractions(0, 100, 9), make_fractions(0, 100, 9)),
        min_size=5,
        max_size=9,
    )
)
def test_the_verb_is_always_the_direction(pairs: list[tuple[Given, Given]]) -> None:
    got = growth(*pairs)
    assert got.compared.change is not None
    points = got.compared.change.points
    said = describe_growth(got)
    assert (" rose " in said) == (points > 0)
    assert (" fell " in said) == (points < 0) == ("decline" in said)
    assert ("No growth was measured." in said) == (points <= 0)
    assert f"({got.n} students with both tests)" in said


def test_movement_in_words() -> None:
    got = growth((40, 60), (60, 40), (90, 10), (50, 50), (50, 51))
    assert describe_movement(got.movement) == (
        "Of 5 students with both tests, 1 moved up at least one level, 2 stayed at theirs and "
        "2 moved down."
    )


def an_effect(d: float, lower: float, upper: float) -> EffectSize:
    return EffectSize(d, d, 0.1, lower, upper, 25, 0.1, 0.1)


@pytest.mark.parametrize(
    ("effect", "numbers", "verdict"),
    [
        (an_effect(0.5550, 0.2395, 0.8706), "0.56, 95% interval 0.24 to 0.87", "the gain."),
        (
            an_effect(-0.5550, -0.8706, -0.2395),
            f"{MINUS}0.56, 95% interval {MINUS}0.87 to {MINUS}0.24",
            "the loss.",
        ),
        (an_effect(0.1, -0.1, 0.3), f"0.10, 95% interval {MINUS}0.10 to 0.30", "the change."),
    ],
)
def test_an_effect_size_has_its_name_interval_n_and_meaning(
    effect: EffectSize, numbers: str, verdict: str
) -> None:
    said = describe_effect(effect)
    assert said.startswith(
        f"Effect size (Cohen's d for paired scores, average variance): {numbers} (n = 25). "
    )
    assert said.endswith(verdict)


def test_an_outcome_has_the_counts_that_decide_it() -> None:
    got = growth((80, 80), (90, 90), (66, 60), (40, 40), (30, 30))
    assert describe_outcome(got.outcome, DEFAULT) == (
        "Goal not met: 40.0% (2 of 5) scored Meets or above; the goal was 60.0% (3 of 5). "
        "Confirmed for 1 of 1 class."
    )
    got = growth((80, 80), (90, 90), (66, 70), (40, 40), (30, 30))
    assert describe_outcome(got.outcome, some_levels(("0", "70"), meets=2)) == (
        "Goal met: 60.0% (3 of 5) scored L2; the goal was 60.0% (3 of 5). "
        "Confirmed for 1 of 1 class."
    )
