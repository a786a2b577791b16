"""A key that lists whole responses: what each earns, and what such a key must not hold."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chalicelib.assessments.item_rules import check
from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.partial_credit import fully_right
from chalicelib.assessments.scoring import score
from chalicelib.errors import Invalid


def a_listed_item(*key: str, points: str = "2") -> Item:
    return Item(
        id="i1",
        kind=ItemKind.MULTIPLE_CHOICE,
        choices=("A", "B", "C", "D"),
        key=key,
        scoring=Scoring.LISTED,
        points=points,
        standards=("3.NB.1",),
    )


@pytest.mark.parametrize(
    ("response", "earned"),
    [("BC", 2), ("B", 1), ("C", 1), ("ABC", 0), ("A", 0), ("", 0)],
)
def test_each_response_earns_what_the_list_says(response: str, earned: int) -> None:
    assert score(a_listed_item("BC", "B=1", "C=1"), response) == earned


def test_an_entry_for_any_other_response_covers_the_rest() -> None:
    item = a_listed_item("A", "*=0.5")
    assert [score(item, each) for each in ("A", "B", "AB")] == [2, Fraction(1, 2), Fraction(1, 2)]


def test_another_printed_form_has_its_own_list() -> None:
    assert score(a_listed_item("BC", "B=1"), "AD", key=("AD", "D=1")) == 2
    assert score(a_listed_item("BC", "B=1"), "BC", key=("AD", "D=1")) == 0


def test_the_letters_of_every_fully_right_response_are_right() -> None:
    assert fully_right(("D", "E", "B=1"), Fraction(2)) == {"D", "E"}


@pytest.mark.parametrize(
    "key",
    [("B=1",), ("*",), ("B", "B=1"), ("BC", "CB=1"), ("E",), ("B=3",), ("BB",), ("b",), ("B=x",)],
)
def test_a_list_that_cannot_be_scored_is_refused(key: tuple[str, ...]) -> None:
    with pytest.raises(Invalid) as refused:
        check([a_listed_item(*key)], prompts=False)
    assert [each.code for each in refused.value.details] == ["key_not_listed"]
