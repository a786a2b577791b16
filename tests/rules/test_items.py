"""The items that can be scored, and the messages for those that cannot."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from chalicelib.assessments.item_rules import check
from chalicelib.assessments.items import Item, format_points, points_possible, read_points
from chalicelib.errors import Invalid

CHOICES = ("4 + 7", "4 x 7", "7 - 4")
GOOD: dict[str, dict[str, Any]] = {
    "single_choice": {"choices": CHOICES, "key": ("B",)},
    "multiple_choice": {"choices": CHOICES, "key": ("A", "C"), "scoring": "partial"},
    "true_false": {"key": ("true",)},
    "numeric": {"key": ("-0.75",), "tolerance": "0.01"},
    "short_text": {"key": ("63 : 9 = 7", "63/9=7")},
    "points": {},
}


def an_item(kind: str = "true_false", **changed: Any) -> Item:
    known = {"kind": kind, "prompt": "How many?", "points": 1, "standards": ("3.NB.1",)}
    return Item.model_validate({**known, **GOOD[kind], **changed})


def find_problems(*items: Item, prompts: bool = True) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        check(items, prompts=prompts)
    assert refused.value.code == "items_incomplete"
    return [(detail.pointer, detail.code) for detail in refused.value.details]


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_of_item_has_a_valid_form(kind: str) -> None:
    check([an_item(kind)], prompts=True)


@pytest.mark.parametrize(
    ("item", "wrong"),
    [
        (an_item("single_choice", key=("A", "B")), ("key", "key_not_single")),
        (an_item("single_choice", key=("D",)), ("key", "key_unknown")),
        (an_item("single_choice", key=("b",)), ("key", "key_unknown")),
        (an_item("single_choice", key=("AB",)), ("key", "key_unknown")),
        (an_item("single_choice", key=()), ("key", "key_missing")),
        (an_item("single_choice", choices=("only",), key=("A",)), ("choices", "choices_missing")),
        (an_item("multiple_choice", key=("A", "A")), ("key", "key_repeated")),
        (an_item("true_false", key=("yes",)), ("key", "key_missing")),
        (an_item("true_false", key=("true", "false")), ("key", "key_missing")),
        (an_item("numeric", key=("seven",)), ("key", "key_not_a_number")),
        (an_item("numeric", key=("NaN",)), ("key", "key_not_a_number")),
        (an_item("numeric", key=("7", "8")), ("key", "key_not_a_number")),
        (an_item("numeric", tolerance="-1"), ("tolerance", "tolerance_not_a_number")),
        (an_item("short_text", key=()), ("key", "key_missing")),
        (an_item("points", key=("A",)), ("key", "key_not_wanted")),
        (an_item("true_false", choices=CHOICES), ("choices", "not_for_this_kind")),
        (an_item("single_choice", scoring="partial"), ("scoring", "not_for_this_kind")),
        (an_item("points", tolerance="1"), ("tolerance", "not_for_this_kind")),
        (an_item("points", standards=()), ("standards", "standards_missing")),
        (an_item("points", prompt=""), ("prompt", "prompt_missing")),
    ],
)
def test_items_that_cannot_be_scored_are_named_with_their_place(
    item: Item, wrong: tuple[str, str]
) -> None:
    field, code = wrong
    assert (f"/items/0/{field}", code) in find_problems(item)


def test_all_errors_are_listed_at_once() -> None:
    wrong = find_problems(
        an_item("numeric", key=("x",), tolerance="y"), an_item("points", standards=())
    )
    assert [place for place, _ in wrong] == [
        "/items/0/key",
        "/items/0/tolerance",
        "/items/1/standards",
    ]


def test_two_items_never_share_an_id() -> None:
    check([an_item(), an_item()], prompts=True)
    assert find_problems(an_item(id="q1"), an_item(id="q1")) == [("/items/1/id", "id_repeated")]


def test_an_answer_key_alone_needs_no_prompts() -> None:
    check([an_item(prompt="")], prompts=False)


@pytest.mark.parametrize(
    "given", ["0", "0.0", "-1", "1.2345", "10000", "1/0", "1e3", "", "x", None]
)
def test_points_are_more_than_nothing_and_exact(given: Any) -> None:
    with pytest.raises(ValidationError):
        an_item(points=given)


def test_points_add_up_exactly() -> None:
    thirds = [an_item(points="1/3") for _ in range(3)]
    assert points_possible(thirds) == "1"
    assert points_possible([*thirds, an_item(points="0.1"), an_item(points=0.2)]) == "1.3"
    assert points_possible([]) == "0"


@given(st.fractions(min_value=0, max_value=5000, max_denominator=999).filter(bool))
def test_points_survive_being_written(points: Fraction) -> None:
    assert Fraction(format_points(points)) == points


@given(st.integers(1, 9_999_999))
def test_decimal_points_are_read_as_written(thousandths: int) -> None:
    text = format_points(Fraction(thousandths, 1000))
    assert read_points(text) == text
