"""The points of a response, for every kind of item (A8)."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.assessments.items import Item, ItemKind, format_points
from chalicelib.assessments.numerals import exact_number, format_number
from chalicelib.assessments.responses import comparable, read_given_points
from chalicelib.assessments.scoring import read_response, score

FOUR = ("one", "two", "three", "four")
VALID: dict[str, dict[str, Any]] = {
    "single_choice": {"choices": FOUR, "key": ("B",)},
    "multiple_choice": {"choices": FOUR, "key": ("A", "C")},
    "true_false": {"key": ("true",)},
    "numeric": {"key": ("12",)},
    "short_text": {"key": ("nine", "9")},
    "points": {},
}


def an_item(kind: str, points: object = 1, **changed: Any) -> Item:
    known = {"kind": kind, "points": points, "standards": ("3.NB.1",), **VALID[kind]}
    return Item.model_validate({**known, **changed})


def score_response(item: Item, given: object, key: tuple[str, ...] | None = None) -> Fraction:
    """Score what somebody wrote, read first."""
    return score(item, read_response(item, given), key)


def read_refusal(item: Item, given: object) -> str:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the sentence is what is looked at
        read_response(item, given)
    return str(refused.value)


# -- choices --------------------------------------------------------------------------------------

ALL_ANSWERS = ["".join(some) for n in (1, 2, 3, 4) for some in combinations("ABCD", n)]


@pytest.mark.parametrize("response", ALL_ANSWERS)
def test_a_single_choice_is_right_by_exactly_its_letter(response: str) -> None:
    assert score_response(an_item("single_choice", 2), response) == (2 if response == "B" else 0)


@pytest.mark.parametrize("response", ALL_ANSWERS)
def test_all_or_nothing_wants_exactly_the_right_letters(response: str) -> None:
    assert score_response(an_item("multiple_choice", 2), response) == (2 if response == "AC" else 0)


THREE_RIGHT = {
    # of a key A, B, C worth 1: right ones less wrong ones, of three
    "A": "1/3", "B": "1/3", "C": "1/3", "D": "0",
    "AB": "2/3", "AC": "2/3", "BC": "2/3", "AD": "0", "BD": "0", "CD": "0",
    "ABC": "1", "ABD": "1/3", "ACD": "1/3", "BCD": "1/3", "ABCD": "2/3",
}  # fmt: skip


@pytest.mark.parametrize("response", ALL_ANSWERS)
def test_partial_credit_is_right_less_wrong_of_the_right_ones(response: str) -> None:
    item = an_item("multiple_choice", key=("A", "B", "C"), scoring="partial")
    assert score_response(item, response) == Fraction(THREE_RIGHT[response])


def test_partial_credit_of_thirds_adds_up_exactly() -> None:
    item = an_item("multiple_choice", "0.1", key=("A", "B", "C"), scoring="partial")
    assert sum(score_response(item, letter) for letter in "ABC") == Fraction("0.1")


@pytest.mark.parametrize("given", ["c a", "CA", "A,C", "a; c", "A/C", "[A, C]", ["C", "a"], "AAC"])
def test_letters_are_read_in_any_order_case_and_dress(given: object) -> None:
    assert read_response(an_item("multiple_choice"), given) == "AC"


@pytest.mark.parametrize("given", ["E", "5", "", "  ", "?", "AX", [], None, True, "Ä"])
def test_a_missing_choice_is_refused_with_the_letters_of_the_item(given: object) -> None:
    assert "A to D" in read_refusal(an_item("single_choice"), given) or not isinstance(
        given, str | list
    )


def test_another_printed_version_has_its_own_key() -> None:
    item = an_item("single_choice", 2)
    assert score_response(item, "B", key=("D",)) == 0
    assert score_response(item, "D", key=("D",)) == 2
    assert score_response(an_item("true_false"), "false", key=("false",)) == 1
    assert score_response(an_item("numeric"), "7", key=("7",)) == 1
    assert score_response(an_item("short_text"), "ten", key=("ten",)) == 1


# -- true or false --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "given", "points"),
    [
        ("true", "true", 1),
        ("true", "T", 1),
        ("true", True, 1),
        ("true", "False", 0),
        ("true", "f", 0),
        ("false", False, 1),
        ("false", "FALSE", 1),
        ("false", "true", 0),
    ],
)
def test_true_or_false(key: str, given: object, points: int) -> None:
    assert score_response(an_item("true_false", key=(key,)), given) == points


@pytest.mark.parametrize("given", ["", "yes", "1", 1, "A", None])
def test_an_answer_neither_true_nor_false_is_refused(given: object) -> None:
    assert read_refusal(an_item("true_false"), given)


# -- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "tolerance", "given", "points"),
    [
        ("12", "", "12", 1),
        ("12", "", "12.0", 1),
        ("12", "", 12, 1),
        ("12", "", "12.0000000000001", 0),
        ("0.3", "0.1", "0.2", 1),  # in binary 0.3 - 0.1 is below 0.2
        ("0.3", "0.1", "0.4", 1),
        ("0.3", "0.1", 0.4, 1),
        ("0.3", "0.1", "0.4000000000000001", 0),
        ("0.3", "0.1", "0.1999999999999999", 0),
        ("-0.75", "0.01", "-0.76", 1),
        ("-0.75", "0.01", "−0.74", 1),  # noqa: RUF001 - a word processor's minus
        ("-0.75", "0.01", "-0.7399", 0),
        ("-0.75", "0.01", "0.75", 0),
        ("0.75", "", "3/4", 1),
        ("2.5", "", "2 1/2", 1),
        ("2.5", "", "2½", 1),
        ("0.3333", "", "1/3", 0),
        ("0.3333", "0.0001", "1/3", 1),
        ("1250", "", "1,250", 1),
        ("1250", "", "1 250", 1),
        ("1250", "", "1,250.00", 1),
        ("1250.5", "", "1.250,5", 1),
        ("2.5", "", "2,5", 1),
        ("150", "", "1.5e2", 1),
        ("0.5", "", ".5", 1),
        ("5", "", "+5.", 1),
        ("12", "", "１２", 1),  # noqa: RUF001 - full-width digits
    ],
)
def test_a_number_counts_when_it_is_within_the_tolerance(
    key: str, tolerance: str, given: object, points: int
) -> None:
    assert score_response(an_item("numeric", key=(key,), tolerance=tolerance), given) == points


@pytest.mark.parametrize(
    "given",
    ["", "twelve", "12 cm", "1 2", "1,2,3", "12,34,567", "1/0", "nan", "inf", "1e999", "0x1f",
     "1_000", "10000000000000000", None, True, [12], "2²", "10⁻³", "H₂", "1₂"],
)  # fmt: skip
def test_an_answer_that_is_no_number_is_refused_with_examples(given: object) -> None:
    assert "number" in read_refusal(an_item("numeric"), given)


def test_a_raised_digit_is_neither_a_number_nor_points() -> None:
    assert exact_number("2²") is None
    with pytest.raises(ValueError, match="Points"):
        read_given_points(an_item("single_choice", 20), "1²")


@given(
    key=st.integers(-10_000, 10_000),
    tolerance=st.integers(0, 1000),
    places=st.integers(0, 6),
    beyond=st.integers(1, 9),
)
def test_the_edge_of_the_tolerance_is_exact(
    key: int, tolerance: int, places: int, beyond: int
) -> None:
    unit = Fraction(1, 10**places)
    item = an_item(
        "numeric", key=(format_number(key * unit),), tolerance=format_number(tolerance * unit)
    )
    for sign in (1, -1):
        edge = key * unit + sign * tolerance * unit
        assert score_response(item, format_number(edge)) == 1
        assert score_response(item, format_number(edge + sign * beyond * Fraction(1, 10**12))) == 0


@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6))
def test_a_number_survives_being_written(number: Fraction) -> None:
    assert exact_number(format_number(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**9, places=3))
def test_thousands_are_read_as_any_office_writes_them(number: Any) -> None:
    assert exact_number(f"{number:,}") == Fraction(number)
    assert exact_number(f"{number:,}".replace(",", " ")) == Fraction(number)
    assert exact_number(f"{number:,}".replace(",", "\u202f")) == Fraction(number)


# -- texts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "given", "points"),
    [
        ("nine", "  NINE ", 1),
        ("the area", "The \t\n area", 1),
        ("the area", "thearea", 0),
        ("nine", "nine.", 0),
        ("café", "cafe\u0301", 1),  # composed and not
        ("café", "cafe", 0),
        ("Straße", "STRASSE", 1),
        ("don't", "don’t", 1),  # noqa: RUF001 - the quote that phones write
        ("2 1/2", "2½", 1),
        ("x2", "ｘ²", 1),
        ("-3", "−3", 1),  # noqa: RUF001 - a word processor's minus
        ("Σοφός", "ΣΟΦΌΣ", 1),
        ("ñ", "n\u0303", 1),
        ("", "", 0),
    ],
)
def test_a_text_counts_whatever_its_case_blanks_and_code_points(
    accepted: str, given: str, points: int
) -> None:
    item = an_item("short_text", key=(accepted or "x",))
    assert (score_response(item, given) if given else 0) == points


def test_any_of_the_accepted_answers_counts() -> None:
    assert [score_response(an_item("short_text", 3), each) for each in ("Nine", "9", 9, "ten")] == [
        3, 3, 3, 0,
    ]  # fmt: skip


def test_a_text_is_kept_as_it_was_written_but_for_needless_blanks() -> None:
    assert read_response(an_item("short_text"), " The  Area\tof x²\x00 ") == "The Area of x²"


@pytest.mark.parametrize("given", ["", " ", "\t", "\x00", None, True, 201 * "x", ["nine"]])
def test_an_answer_that_is_no_text_is_refused(given: object) -> None:
    assert read_refusal(an_item("short_text"), given)


@given(st.text(max_size=60))
def test_a_text_always_matches_itself_once_it_was_accepted(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
    assert comparable(text.upper().lower()) == comparable(text.upper())


# -- points by hand -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("worth", "given", "kept"),
    [
        (2, "2", "2"),
        (2, 0, "0"),
        (2, "0.0", "0"),
        (2, 1.5, "1.5"),
        (2, "1,5", "1.5"),
        (2, ".5", "0.5"),
        (1, "1/3", "1/3"),
        ("1/3", "1/3", "1/3"),
        ("2/3", "0.666", "0.666"),
        (2, "4/6", "2/3"),
    ],
)
def test_points_are_given_by_hand_from_nothing_to_all(
    worth: object, given: object, kept: str
) -> None:
    item = an_item("points", worth)
    assert read_response(item, given) == kept
    assert score(item, kept) == Fraction(kept)


@pytest.mark.parametrize(
    "given", ["2.001", "3", "-1", "-0", "7/3", "1/0", "x", "", "1.2345", "1e0", None, True, [1]]
)
def test_points_beyond_the_items_worth_are_refused(given: object) -> None:
    sentence = read_refusal(an_item("points", 2), given)
    assert "from 0 to 2" in sentence or not isinstance(given, str)


def test_a_third_is_not_more_than_a_third() -> None:
    assert "from 0 to 1/3" in read_refusal(an_item("points", "1/3"), "0.334")


def test_points_can_be_given_by_hand_for_every_kind_of_item() -> None:
    assert read_given_points(an_item("single_choice", 2), "1.5") == "1.5"
    assert read_given_points(an_item("single_choice", 2), "½") == "0.5"


def test_points_given_before_a_correction_never_exceed_what_the_item_is_worth_now() -> None:
    assert score(an_item("points", 1), "2") == 1


# -- every kind -----------------------------------------------------------------------------------

worths = st.fractions(min_value=Fraction(1, 99), max_value=99, max_denominator=99)
letters = st.sets(st.sampled_from("ABCD"), min_size=1)


@given(worth=worths, key=letters, chosen=letters, partial=st.booleans())
def test_choices_earn_neither_less_than_nothing_nor_more_than_all(
    worth: Fraction, key: set[str], chosen: set[str], *, partial: bool
) -> None:
    item = an_item(
        "multiple_choice",
        format_points(worth),
        key=tuple(sorted(key)),
        scoring="partial" if partial else "all_or_nothing",
    )
    earned = score_response(item, sorted(chosen))
    assert 0 <= earned <= item.worth
    assert (earned == item.worth) == (chosen == key)


@given(kind=st.sampled_from(list(ItemKind)), worth=worths, given=st.text(max_size=12))
def test_whatever_is_written_is_refused_or_scored_within_the_items_worth(
    kind: ItemKind, worth: Fraction, given: str
) -> None:
    item = an_item(kind.value, format_points(worth))
    try:
        response = read_response(item, given)
    except ValueError:
        return
    assert 0 <= score(item, response) <= item.worth
    assert read_response(item, response) == response


@given(kind=st.sampled_from(list(ItemKind)), key=st.lists(st.text(max_size=3), max_size=3))
def test_a_key_that_makes_no_sense_makes_nothing_right_but_breaks_nothing(
    kind: ItemKind, key: list[str]
) -> None:
    response = {"single_choice": "B", "multiple_choice": "AC", "true_false": "true"}.get(kind, "1")
    assert score(an_item(kind.value, scoring="partial"), response, tuple(key)) >= 0
