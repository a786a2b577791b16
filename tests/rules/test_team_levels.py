"""The levels of a team: bands without gap or overlap, distinct without color (P2)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from pydantic import ValidationError

from chalicelib.errors import Invalid
from chalicelib.scales.palette import colors, contrast, ink_on
from chalicelib.teams.levels import APART, DEFAULT, Levels
from chalicelib.teams.levels_input import SentBand, read_levels

SIZES = [(many, meets) for many in range(2, 7) for meets in range(2, many + 1)]


def some_levels(*bounds: object, names: Sequence[str] = "ABCDEFGH", **color: str) -> list[SentBand]:
    """Levels called A, B, C, ... that begin there; `B="#000000"` gives one a color."""
    return [
        SentBand(name, lower, color.get(name)) for name, lower in zip(names, bounds, strict=False)
    ]


def read_refusals(levels: list[SentBand], meets: int = 2, where: str = "") -> dict[str, str]:
    """Return the codes of everything that is wrong, by place."""
    with pytest.raises(Invalid) as refusal:
        read_levels(levels, meets, where)
    return {detail.pointer: detail.code for detail in refusal.value.details}


# -- what a level is ---------------------------------------------------------------------------


def test_a_team_has_the_levels_of_the_guide_by_default() -> None:
    assert [(band.name, band.lower) for band in DEFAULT.bands] == [
        ("Far Below", "0"),
        ("Below", "50"),
        ("Meets", "70"),
        ("Exceeds", "85"),
    ]
    assert DEFAULT.bands[DEFAULT.meets - 1].name == "Meets"


@pytest.mark.parametrize(
    ("percent", "level"),
    [
        ("0", 1), ("49.999", 1), ("50", 2), ("69.5", 2), ("69.9999999", 2), ("70", 3), ("84.9", 3),
        ("85", 4), ("100", 4),
    ],
)  # fmt: skip
def test_every_share_is_in_exactly_one_level(percent: str, level: int) -> None:
    assert DEFAULT.level(Fraction(percent) / 100) == level


def test_nothing_is_rounded_before_it_is_compared() -> None:
    two_thirds = read_levels(some_levels("0", "66.667"), 2)
    assert two_thirds.level(Fraction(2, 3)) == 1
    assert read_levels(some_levels("0", "66.666"), 2).level(Fraction(2, 3)) == 2


def test_the_levels_cover_everything_from_0_to_100_without_gap_or_overlap() -> None:
    assert [DEFAULT.span(level) for level in range(1, 5)] == [
        "0% to below 50%",
        "50% to below 70%",
        "70% to below 85%",
        "85% to 100%",
    ]


@pytest.mark.parametrize("share", [Fraction(-1), Fraction(2)])
def test_shares_outside_of_0_to_100_fall_into_the_outer_levels(share: Fraction) -> None:
    assert DEFAULT.level(share) == (1 if share < 0 else 4)


def test_students_meet_at_or_above_the_level_that_meets() -> None:
    assert DEFAULT.bound == Fraction(7, 10)
    assert DEFAULT.level(DEFAULT.bound) == DEFAULT.meets
    assert DEFAULT.level(Fraction(6999, 10000)) < DEFAULT.meets


# -- reading what is sent ------------------------------------------------------------------------


@pytest.mark.parametrize("many", range(2, 7))
def test_two_to_six_levels_are_taken(many: int) -> None:
    levels = read_levels(some_levels(*range(0, 10 * many, 10)), 2)
    assert levels.many == many


@pytest.mark.parametrize("many", [0, 1, 7])
def test_fewer_than_two_or_more_than_six_are_not(many: int) -> None:
    assert read_refusals(some_levels(*range(0, 10 * many, 10))) == {
        "/levels": "wrong_number_of_levels"
    }


def test_bounds_are_read_as_people_write_them() -> None:
    levels = read_levels(some_levels(0, "49.50", 70.0), 2)
    assert [band.lower for band in levels.bands] == ["0", "49.5", "70"]


@pytest.mark.parametrize(
    ("bounds", "wrong"),
    [
        ((5, 50), {"/levels/0/lower": "lowest_not_zero"}),
        ((0, 50, 50), {"/levels/2/lower": "not_ascending"}),
        ((0, 70, 50), {"/levels/2/lower": "not_ascending"}),
        ((0, 0), {"/levels/1/lower": "not_ascending"}),
        ((0, "half"), {"/levels/1/lower": "lower_invalid"}),
        ((0, 101), {"/levels/1/lower": "lower_invalid"}),
        ((0, -5), {"/levels/1/lower": "lower_invalid"}),
        ((0, float("nan")), {"/levels/1/lower": "lower_invalid"}),
        ((0, "79.12345"), {"/levels/1/lower": "lower_invalid"}),
    ],
)
def test_a_bound_that_leaves_a_gap_or_an_overlap_is_refused(
    bounds: tuple[Any, ...], wrong: dict[str, str]
) -> None:
    assert read_refusals(some_levels(*bounds)) == wrong


def test_two_levels_of_one_name_are_refused_whatever_the_case() -> None:
    assert read_refusals(some_levels(0, 50, 70, names=["Low", "high", "HIGH"])) == {
        "/levels/2/name": "same_name"
    }


@pytest.mark.parametrize("alike", ["Me\u200bets", "\uff2deets", "MEETS\u2060", "Meets\u00a0"])
def test_two_names_that_look_alike_are_one(alike: str) -> None:
    assert read_refusals(some_levels(0, 50, 70, names=["Low", "Meets", alike])) == {
        "/levels/2/name": "same_name"
    }


def test_a_letter_is_the_same_whatever_it_is_composed_of() -> None:
    assert read_refusals(some_levels(0, 50, names=["\u00c4gypten", "A\u0308gypten"])) == {
        "/levels/1/name": "same_name"
    }


@pytest.mark.parametrize("zero", [0, "0", "0.0", "0.00", "0.000", 0.0])
def test_nothing_is_written_in_many_ways(zero: Any) -> None:
    assert read_levels(some_levels(zero, 50), 2).bands[0].lower == "0"


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "\u200b", "\u0301"])
def test_a_level_has_a_name_of_a_length_that_fits_on_paper(name: str) -> None:
    assert read_refusals(some_levels(0, 50, names=["Low", name])) == {
        "/levels/1/name": "level_name_length"
    }


def test_a_name_is_on_one_line() -> None:
    levels = read_levels(some_levels(0, 50, names=["Far\nBelow", "Meets"]), 2)
    assert levels.bands[0].name == "Far Below"


@pytest.mark.parametrize("meets", [-1, 0, 1, 4])
def test_one_of_the_levels_above_the_lowest_meets(meets: int) -> None:
    assert read_refusals(some_levels(0, 50, 70), meets) == {"/meets": "meets_out_of_range"}


def test_all_errors_are_listed_at_once() -> None:
    levels = [
        SentBand("Low", 5, "brown"),
        SentBand("low", "many"),
        SentBand("", 40, "#000000"),
        SentBand("High", 30, "#010101"),
    ]
    assert read_refusals(levels, 9, "/levels") == {
        "/levels/levels/0/color": "color_invalid",
        "/levels/levels/0/lower": "lowest_not_zero",
        "/levels/levels/1/lower": "lower_invalid",
        "/levels/levels/1/name": "same_name",
        "/levels/levels/2/name": "level_name_length",
        "/levels/levels/3/lower": "not_ascending",
        "/levels/levels/3/color": "colors_alike",
        "/levels/meets": "meets_out_of_range",
    }


def test_levels_that_do_not_fit_together_cannot_be_made_in_any_other_way() -> None:
    bands = [band.model_dump() for band in DEFAULT.bands]
    with pytest.raises(ValidationError, match="same name"):
        Levels.model_validate({"bands": [*bands, bands[0]], "meets": 3})
    with pytest.raises(ValidationError, match="low to high"):
        Levels.model_validate({"bands": [bands[0], bands[2], bands[1]], "meets": 2})


# -- colors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("many", "meets"), SIZES)
def test_our_colors_differ_in_grey_too(many: int, meets: int) -> None:
    ours = colors(many, meets)
    assert len(ours) == many
    assert min(contrast(*pair) for pair in combinations(ours, 2)) >= APART


def test_levels_without_colors_get_ours() -> None:
    levels = read_levels(some_levels(0, 50, 70, 85), 3)
    assert [band.color for band in levels.bands] == [band.color for band in DEFAULT.bands]


def test_a_teams_own_colors_are_kept() -> None:
    levels = read_levels(some_levels(0, 50, B="#1B5E20"), 2)
    assert levels.bands[1].color == "#1b5e20"


def test_colors_that_look_alike_in_grey_are_refused() -> None:
    red_and_green = some_levels(0, 50, A="#c62828", B="#2e7d32")
    assert contrast("#c62828", "#2e7d32") < APART
    assert read_refusals(red_and_green) == {"/levels/1/color": "colors_alike"}


def test_the_contrast_is_that_of_the_guidelines() -> None:
    """WCAG 2.2: black on white is 21, #777777 on white 4.48 (the known near miss of 4.5)."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


# -- text on them ----------------------------------------------------------------------------------


def test_text_on_any_level_can_be_read() -> None:
    """WCAG 2.2 asks for 4.5, of any color that a team may choose."""
    steps = [f"{n:02x}" for n in range(0, 256, 15)]
    every = [f"#{red}{green}{blue}" for red in steps for green in steps for blue in steps]
    assert min(contrast(ink_on(each), each) for each in every) >= 4.5
    scales = [(many, meets) for many in range(2, 7) for meets in range(2, many + 1)]
    ours = {each for scale in scales for each in colors(*scale)}
    assert {ink_on(each) for each in ours} == {"#000000", "#ffffff"}
