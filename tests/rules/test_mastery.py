"""The six calculations: published answers, and what holds for any results (T5)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from chalicelib.scales.calculation import Calculation, CalculationMethod
from chalicelib.scales.mastery import (
    Result,
    decaying_average,
    mastery,
    mode,
    result_of,
)
from chalicelib.scales.scale import MasteryScale, default_scale
from tests.support.strategies import make_fractions

SCALE = default_scale(3)
R, N, M = 1, 2, 3
"""Remediation, near mastery, mastery."""


def whole(*numbers: int) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


# -- published answers ----------------------------------------------------------------------------


def test_decaying_average_as_mastery_connect_publishes_it() -> None:
    decayed = decaying_average(whole(1, 2, 3, 4), Fraction("0.65"))
    assert decayed == Fraction("3.484625")
    assert f"{float(decayed):.2f}" == "3.48"


def test_three_scores_weigh_what_mastery_connect_publishes() -> None:
    weights = [
        decaying_average(whole(*(int(n == at) for n in range(3))), Fraction("0.65"))
        for at in range(3)
    ]
    assert weights == [Fraction("0.1225"), Fraction("0.2275"), Fraction("0.65")]


def test_it_is_not_the_other_decaying_average() -> None:
    assert decaying_average(whole(1, 2, 3, 4, 5), Fraction("0.65")) != Fraction("4.125")


def test_the_mode_of_a_tie_is_the_higher_level() -> None:
    assert mode([R, N, N, M, M]) == M


# -- over assessments -----------------------------------------------------------------------------


def results(
    *percents: str, scale: MasteryScale = SCALE, cuts: tuple[str, ...] = ()
) -> list[Result]:
    """Return results a day apart, of so many percent."""
    return [
        result_of(f"2026-09-{n:02}", f"a{n}", (Fraction(each), Fraction(100)), cuts, scale)
        for n, each in enumerate(percents, 1)
    ]


def by(method: str, given: Sequence[Result], **settings: Any) -> tuple[int | None, str]:
    """Return level and percent."""
    said = mastery(given, Calculation(method=CalculationMethod(method), **settings), SCALE)
    return said.level, "" if said.share is None else str(said.share * 100)


@pytest.mark.parametrize(
    ("method", "settings", "level", "percent"),
    [
        ("most_recent", {}, 2, "70"),
        ("highest", {}, 3, "90"),
        ("average", {}, 2, "70"),
        ("mode", {}, 3, "85"),
        ("decaying_average", {}, 2, "11613/160"),
        ("decaying_average", {"weight": "1"}, 2, "70"),
        ("n_times", {"times": 2}, 3, "85"),
        ("n_times", {"times": 3}, None, ""),
    ],
)
def test_every_method_on_the_same_four_results(
    method: str, settings: dict[str, Any], level: int | None, percent: str
) -> None:
    assert by(method, results("40", "90", "80", "70"), **settings) == (level, percent)


def test_without_results_there_is_no_mastery() -> None:
    for method in CalculationMethod:
        none = mastery([], Calculation(method=method), SCALE)
        assert (none.level, none.share, none.count) == (None, None, 0)


def test_the_most_recent_is_by_date_given_and_not_by_entry() -> None:
    late_entered = results("90", "40")[::-1]
    assert by("most_recent", late_entered) == (1, "40")


def test_a_correct_zero_counts() -> None:
    assert by("most_recent", results("90", "0")) == (1, "0")
    assert by("average", results("90", "0")) == (1, "45")


def test_an_average_of_shares_gives_every_assessment_the_same_weight() -> None:
    long = Result("2026-09-01", "a1", Fraction(0), Fraction(20), level=1)
    short = Result("2026-09-02", "a2", Fraction(1), Fraction(1), level=3)
    assert by("average", [long, short]) == (2, "50")


def test_n_times_says_how_often_it_was_reached() -> None:
    said = mastery(results("90", "40", "80"), Calculation(method=CalculationMethod.N_TIMES), SCALE)
    assert (said.level, said.count, said.met) == (None, 3, 2)


def test_highest_prefers_the_level_to_the_percent() -> None:
    strict = result_of("2026-09-01", "a1", (Fraction(85), Fraction(100)), ("60", "90"), SCALE)
    mild = result_of("2026-09-02", "a2", (Fraction(75), Fraction(100)), ("40", "70"), SCALE)
    assert by("highest", [strict, mild]) == (3, "75")


def test_an_assessments_own_cuts_say_its_level() -> None:
    assert by("most_recent", results("85", cuts=("60", "90"))) == (2, "85")
    assert by("most_recent", results("85", cuts=("60", "70", "90"))) == (3, "85")


def test_a_share_of_several_is_banded_by_the_cuts_they_share() -> None:
    alike = results("85", "87", cuts=("60", "90"))
    assert by("average", alike) == (2, "86")
    assert by("average", [alike[0], *results("87")]) == (3, "86")
    assert by("decaying_average", alike)[0] == 2
    assert by("n_times", results("90", "92", cuts=("50", "90")), times=2) == (3, "91")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"weight": "0.49"}, "from 0.50 to 1.00"),
        ({"weight": "1.01"}, "from 0.50 to 1.00"),
        ({"weight": "0.655"}, "from 0.50 to 1.00"),
        ({"weight": "abc"}, "from 0.50 to 1.00"),
        ({"weight": True}, "from 0.50 to 1.00"),
        ({"times": 0}, "greater than or equal to 1"),
        ({"times": 11}, "less than or equal to 10"),
        ({"method": "median"}, "most_recent"),
    ],
)
def test_a_calculation_that_makes_no_sense_is_refused(
    changed: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Calculation(**changed)


def test_the_default_is_the_most_recent_with_published_parameters() -> None:
    assert Calculation().model_dump() == {"method": "most_recent", "weight": "0.65", "times": 3}


# -- what holds for any results -------------------------------------------------------------------

cuts = st.sampled_from([(), ("50", "80"), ("60", "90"), ("10", "20"), ("50", "80", "90")])
points = st.tuples(st.integers(1, 40), st.integers(1, 6), st.integers(0, 240)).map(
    lambda drawn: (Fraction(drawn[2] % (drawn[0] * drawn[1] + 1), drawn[1]), drawn[0])
)
"""The points earned, and the points possible."""
dates = st.integers(1, 5).map(lambda day: f"2026-09-{day:02}")
some_results = st.lists(
    st.builds(
        lambda given, n, points, cuts: result_of(
            given, f"a{n}", (Fraction(points[0]), Fraction(points[1])), cuts, SCALE
        ),
        dates,
        st.integers(1, 4),
        points,
        cuts,
    ),
    max_size=7,
)
calculations = st.builds(
    Calculation,
    method=st.sampled_from(CalculationMethod),
    weight=st.integers(50, 100).map(lambda n: str(n / 100)),
    times=st.integers(1, 10),
)


@given(given=some_results, calculation=calculations, data=st.data())
def test_the_order_of_entry_never_matters(
    given: list[Result], calculation: Calculation, data: st.DataObject
) -> None:
    entered = data.draw(st.permutations(given))
    assert mastery(entered, calculation, SCALE) == mastery(given, calculation, SCALE)


@given(given=some_results, calculation=calculations)
def test_mastery_lies_within_what_was_reached(
    given: list[Result], calculation: Calculation
) -> None:
    said = mastery(given, calculation, SCALE)
    shares = [result.share for result in given]
    assert said.count == len(given)
    assert (said.level is None) == (said.share is None)
    if said.share is not None:
        assert min(shares) <= said.share <= max(shares)
        assert said.level in (1, 2, 3)
    elif calculation.method != CalculationMethod.N_TIMES:
        assert not given
    else:
        assert said.met < calculation.times


@given(given=some_results.filter(bool), calculation=calculations)
def test_a_single_result_is_the_mastery_by_every_method_but_n_times(
    given: list[Result], calculation: Calculation
) -> None:
    (only,) = given[:1]
    said = mastery([only], calculation, SCALE)
    if calculation.method != CalculationMethod.N_TIMES:
        assert (said.level, said.share) == (only.level, only.share)


@given(given=some_results, calculation=calculations)
def test_a_result_above_all_never_lowers_the_percent(
    given: list[Result], calculation: Calculation
) -> None:
    before = mastery(given, calculation, SCALE)
    best = result_of("2026-10-01", "a9", (Fraction(1), Fraction(1)), (), SCALE)
    after = mastery([*given, best], calculation, SCALE)
    if before.share is not None and calculation.method != CalculationMethod.MODE:
        assert after.share is not None
        assert after.share >= before.share


@given(
    values=st.lists(make_fractions(0, 1, 50), min_size=1, max_size=8),
    weight=st.integers(50, 100).map(lambda n: Fraction(n, 100)),
)
def test_the_recursive_form_is_the_closed_form(values: list[Fraction], weight: Fraction) -> None:
    last = len(values) - 1
    closed = values[0] * (1 - weight) ** last + sum(
        weight * (1 - weight) ** (last - n) * value for n, value in enumerate(values) if n
    )
    assert decaying_average(values, weight) == closed


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_the_mode_is_the_highest_of_the_most_frequent(levels: list[int]) -> None:
    most = max(levels.count(level) for level in levels)
    assert mode(levels) == max(level for level in levels if levels.count(level) == most)


# -- two tests of one day -------------------------------------------------------------------------


def test_of_two_tests_of_one_day_the_one_made_later_counts_and_the_rule_says_so() -> None:
    """Ids sort by when they were made; the order of entry is of no account."""
    day = "2026-10-01"
    one = result_of(day, "01K0", (Fraction(1), Fraction(1)), (), SCALE)
    other = result_of(day, "01K1", (Fraction(0), Fraction(1)), (), SCALE)
    for results in ([one, other], [other, one]):
        assert mastery(results, Calculation(), SCALE).level == R
    assert "given on one day" in Calculation().rule
    assert "made later" in Calculation().rule


@pytest.mark.parametrize("method", CalculationMethod)
def test_every_calculation_says_what_it_does(method: CalculationMethod) -> None:
    rule = Calculation(method=method, weight="0.75", times=4).rule
    assert rule.endswith(".")
    assert ("one day" in rule) == (
        method in (CalculationMethod.MOST_RECENT, CalculationMethod.DECAYING_AVERAGE)
    )
    assert ("0.75" in rule) == (method == CalculationMethod.DECAYING_AVERAGE)
    assert ("4" in rule) == (method == CalculationMethod.N_TIMES)


# -- which result counts --------------------------------------------------------------------------


def a_result(day: str, assessment: str, percent: int, cuts: tuple[str, ...] = ()) -> Result:
    return result_of(day, assessment, (Fraction(percent), Fraction(100)), cuts, SCALE)


def test_the_latest_day_counts_whatever_was_made_or_entered_later() -> None:
    made_first = a_result("2026-10-01", "a", 90)
    made_later = a_result("2026-09-01", "b", 10)
    for order in ([made_first, made_later], [made_later, made_first]):
        said = mastery(order, Calculation(method=CalculationMethod.MOST_RECENT), SCALE)
        assert (said.level, said.share) == (M, Fraction(9, 10))


def test_of_two_tests_of_one_day_the_one_made_later_counts() -> None:
    earlier, later = a_result("2026-09-01", "a", 90), a_result("2026-09-01", "b", 10)
    assert mastery([later, earlier], Calculation(), SCALE).share == Fraction(1, 10)


def test_of_levels_that_are_as_frequent_the_higher_counts_with_its_own_average() -> None:
    results = [
        a_result("2026-09-01", "a", 10),
        a_result("2026-09-02", "b", 90),
        a_result("2026-09-03", "c", 20),
        a_result("2026-09-04", "d", 100),
    ]
    said = mastery(results, Calculation(method=CalculationMethod.MODE), SCALE)
    assert (said.level, said.share) == (M, Fraction(95, 100))


def test_an_average_uses_the_cuts_that_all_results_share_else_the_scale() -> None:
    own = ("30", "60")
    alike = [a_result("2026-09-01", "a", 70, own), a_result("2026-09-02", "b", 60, own)]
    average_of = Calculation(method=CalculationMethod.AVERAGE)
    assert mastery(alike, average_of, SCALE).level == M
    mixed = [alike[0], a_result("2026-09-02", "b", 60)]
    assert mastery(mixed, average_of, SCALE).level == N
