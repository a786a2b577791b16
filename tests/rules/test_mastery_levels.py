"""Levels and cut scores: every percent is in exactly one band (T4)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from chalicelib.scales.scale import MasteryScale, check_cuts, default_scale, read_cut


def a_scale(*cuts: str, **changed: Any) -> MasteryScale:
    names = tuple(f"Level {n}" for n in range(1, len(cuts) + 2))
    return MasteryScale(**{"names": names, "cuts": cuts, "meets": 2} | changed)


def percent(text: str) -> Fraction:
    return Fraction(text) / 100


@st.composite
def scales(draw: st.DrawFn) -> MasteryScale:
    """Any scale: 2 to 6 levels, cuts with up to three decimals."""
    thousandths = st.integers(1, 100_000)
    cuts = sorted(draw(st.sets(thousandths, min_size=1, max_size=5)))
    return a_scale(*(f"{Decimal(cut).scaleb(-3):f}" for cut in cuts))


shares = st.fractions(min_value=0, max_value=1)


@pytest.mark.parametrize(
    ("levels", "given", "level"),
    [
        (3, "0", 1), (3, "49.9999", 1), (3, "50", 2), (3, "79.5", 2), (3, "79.9999", 2),
        (3, "80", 3), (3, "100", 3),
        (4, "49.99", 1), (4, "50", 2), (4, "79.99", 2), (4, "80", 3), (4, "89.5", 3),
        (4, "89.9999", 3), (4, "90", 4), (4, "100", 4),
        (2, "79.99", 1), (2, "80", 2),
    ],
)  # fmt: skip
def test_the_default_bands_begin_exactly_at_their_bounds(
    levels: int, given: str, level: int
) -> None:
    assert default_scale(levels).level(percent(given)) == level


@pytest.mark.parametrize(
    ("levels", "cuts", "meets"),
    [
        (2, "80", 2),
        (3, "50 80", 3),
        (4, "50 80 90", 3),
        (5, "50 65 80 90", 4),
        (6, "50 60 70 80 90", 5),
    ],
)
def test_the_default_scales(levels: int, cuts: str, meets: int) -> None:
    scale = default_scale(levels)
    assert (scale.levels, " ".join(scale.cuts), scale.meets) == (levels, cuts, meets)


def test_seven_of_nine_is_not_rounded_up_to_its_band() -> None:
    assert a_scale("77.778").level(Fraction(7, 9)) == 1
    assert a_scale("77.777").level(Fraction(7, 9)) == 2
    assert default_scale(3).level(Fraction(4, 5)) == 3
    assert default_scale(3).level(Fraction(799_999_999, 1_000_000_000)) == 2


def in_band(scale: MasteryScale, level: int, share: Fraction) -> bool:
    """Return whether a share is in a level's half-open band, by its printed bounds."""
    bounds = ["0", *scale.cuts]
    top = level == scale.levels or share * 100 < Fraction(bounds[level])
    return share * 100 >= Fraction(bounds[level - 1]) and top


@given(scale=scales(), share=shares)
def test_no_percent_is_in_two_bands_or_in_none(scale: MasteryScale, share: Fraction) -> None:
    in_bands = [n for n in range(1, scale.levels + 1) if in_band(scale, n, share)]
    assert in_bands == [scale.level(share)]


@given(scale=scales(), at=st.integers(0, 4), denominator=st.integers(1, 10**9))
def test_a_bound_belongs_to_the_level_it_begins(
    scale: MasteryScale, at: int, denominator: int
) -> None:
    at %= scale.levels - 1
    bound = percent(scale.cuts[at])
    assert scale.level(bound) == at + 2
    assert scale.level(bound - Fraction(1, denominator * 10**6)) == at + 1


@given(scale=scales(), one=shares, other=shares)
def test_more_points_are_never_a_lower_level(
    scale: MasteryScale, one: Fraction, other: Fraction
) -> None:
    low, high = sorted((one, other))
    assert scale.level(low) <= scale.level(high)


@given(scale=scales())
def test_every_level_can_be_reached_and_none_is_beyond(scale: MasteryScale) -> None:
    bounds = [Fraction(0), *(percent(cut) for cut in scale.cuts)]
    assert [scale.level(bound) for bound in bounds] == list(range(1, scale.levels + 1))
    assert scale.level(Fraction(2)) == scale.levels


@pytest.mark.parametrize(
    "given", ["0", "0.0", "-1", "100.001", "101", "1e1", "79.9999", "abc", "", "8 0", None, True]
)
def test_a_wrong_cut_score_is_refused_with_an_example(given: Any) -> None:
    with pytest.raises(ValidationError, match=r"for example 80 or 79\.5"):
        a_scale(given)


@pytest.mark.parametrize(
    ("given", "kept"), [(80, "80"), ("79.50", "79.5"), (79.5, "79.5"), ("080", "80"), (100, "100")]
)
def test_cut_scores_are_kept_as_plain_decimals(given: object, kept: str) -> None:
    assert read_cut(given) == kept


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"cuts": ("50", "50")}, "above the one before"),
        ({"cuts": ("80", "50")}, "above the one before"),
        ({"cuts": ("9", "10", "100")}, "3 levels have 2 cut scores"),
        ({"cuts": ("50",)}, "3 levels have 2 cut scores"),
        ({"names": ("Low", "low", "High")}, "the same name"),
        ({"names": ("Low", "", "High")}, "at least 1 character"),
        ({"meets": 1}, "levels 2 to 3"),
        ({"meets": 4}, "levels 2 to 3"),
        ({"names": ("Only",), "cuts": ()}, "at least 2 items"),
        ({"names": tuple("abcdefg"), "cuts": tuple("123456")}, "at most 6 items"),
    ],
)
def test_a_scale_that_makes_no_sense_is_refused_in_words(
    changed: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        a_scale("50", "80", **changed)


def test_cuts_are_compared_as_numbers_not_as_texts() -> None:
    assert a_scale("9", "10", "100").level(percent("9.5")) == 2


def test_an_assessments_own_cuts_hold_where_it_has_as_many_levels() -> None:
    scale = default_scale(3)
    assert scale.with_cuts(("60", "90")).level(percent("85")) == 2
    assert scale.with_cuts(("60", "90")).names == scale.names
    assert scale.with_cuts(("60", "90", "95")) == scale
    assert scale.with_cuts(()) == scale


def test_cuts_alone_are_checked_against_a_number_of_levels() -> None:
    check_cuts(("50", "80"), 3)
    with pytest.raises(ValueError, match="4 levels have 3 cut scores"):
        check_cuts(("50", "80"), 4)
    with pytest.raises(ValueError, match="above the one before"):
        check_cuts(("80", "80"), 3)
