"""The items of an assessment. An item's fields depend on its kind: `kinds` has the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from chalicelib.frozen_models import TrimmedModel
from chalicelib.suppression import is_enough

MOST_CHOICES = 26
MOST_ITEMS = 200
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

POINTS = re.compile(r"\d{1,4}(\.\d{1,3})?|\.\d{1,3}|\d{1,4}/[1-9]\d{0,2}", re.ASCII)


class ItemKind(StrEnum):
    """The form of an answer and the way it is scored."""

    SINGLE_CHOICE = "single_choice"
    """One choice is right. The key is its letter, or several letters that are each accepted."""
    MULTIPLE_CHOICE = "multiple_choice"
    """Several choices are right. The key has their letters."""
    TRUE_FALSE = "true_false"
    """True or false. The key is `true` or `false`."""
    NUMERIC = "numeric"
    """A number, right within the tolerance."""
    SHORT_TEXT = "short_text"
    """A text. The key has every text that is accepted."""
    POINTS = "points"
    """Points given by hand: a constructed response, or a row of a rubric. It has no key."""


class Scoring(StrEnum):
    """How a multiple choice that is partly right is scored."""

    ALL_OR_NOTHING = "all_or_nothing"
    """All points when everything is correct, or none."""
    PARTIAL = "partial"
    """A share of the points for what is right of a multiple choice."""
    ANY_ANSWER = "any_answer"
    """Every student who answered gets all points, for any answer. A correction gives a question up
    so. For every kind that has a key.
    """
    EVERYONE = "everyone"
    """Every student who took the test gets all points, answered or not. The other way to give a
    question up. For every kind.
    """
    LISTED = "listed"
    """The key lists whole responses, each with its own points, as `AB=1.5`."""


GIVEN_UP = frozenset({Scoring.ANY_ANSWER, Scoring.EVERYONE})
"""Scorings of a dropped question: points for students who answered it, or for all who were
there.
"""


def read_points(given: object) -> str:
    """Read points: above 0, at most 9999, a decimal with up to three places or a fraction; exact.

    >>> read_points("1.50"), read_points(2), read_points(".5"), read_points("2/6")
    ('1.5', '2', '0.5', '1/3')
    """
    text = str(given).strip() if isinstance(given, str | int | float) else ""
    if isinstance(given, bool) or not POINTS.fullmatch(text) or not Fraction(text):
        msg = "Points must be more than 0, for example 1, 0.5 or 1/3, with at most three decimals."
        raise ValueError(msg)
    return format_points(Fraction(text))


def format_points(points: Fraction) -> str:
    """Write points as a decimal where it is exact within three places, else as a fraction.

    >>> format_points(Fraction(5, 2)), format_points(Fraction(1, 3)), format_points(Fraction(20))
    ('2.5', '1/3', '20')
    """
    if points.denominator == 1:
        return str(points.numerator)
    thousandths = points * 1000
    if thousandths.denominator != 1:
        return str(points)
    return f"{Decimal(thousandths.numerator).scaleb(-3):f}".rstrip("0").rstrip(".")


Points = Annotated[str, BeforeValidator(read_points)]
Text = Annotated[str, Field(min_length=1, max_length=500)]


class Item(TrimmedModel):
    """One item of an assessment. Its content depends on its kind."""

    id: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9_-]*$")] = ""
    """The item's id within its assessment: yours, or ours where you send none. It stays through
    every edit.

    Example: `q7`
    """
    kind: ItemKind
    """The form of an answer, and the way it is scored."""
    prompt: Annotated[str, Field(max_length=10_000)] = ""
    """The question. Blank where it stands on a printed document.

    Example: `Which fraction is equal to 1/2?`
    """
    choices: Annotated[tuple[Text, ...], Field(max_length=MOST_CHOICES)] = ()
    """The texts of the choices, for the letters A, B, C and so on. Example: `["2/4", "2/3"]`"""
    key: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    """The right answer; its form depends on `kind`. Example: `["A"]`"""
    scoring: Scoring = Scoring.ALL_OR_NOTHING
    """How an answer earns points."""
    tolerance: Annotated[str, Field(max_length=20)] = ""
    """How far a number may be off, as a decimal; for `numeric` only. Example: `0.5`"""
    points: Points
    """The points that it is worth, as a decimal. Example: `2.5`"""
    standards: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    """The standards that it assesses, by code or identifier of the standards set.

    Example: `["3.NF.A.1"]`
    """

    @property
    def worth(self) -> Fraction:
        """The points as an exact number."""
        return Fraction(self.points)

    @property
    def given_up(self) -> bool:
        """Whether a correction dropped it: nobody needs an answer to it (T9)."""
        return self.scoring in GIVEN_UP


def points_possible(items: Iterable[Item]) -> str:
    """Add up what the items are worth."""
    return format_points(sum((item.worth for item in items), Fraction(0)))


@dataclass(frozen=True, slots=True)
class Facility:
    """How hard an item was: points earned of points possible, over so many students."""

    students: int
    share: Fraction

    @property
    def value(self) -> Fraction | None:
        """The facility, which is never of fewer than five students."""
        return self.share if is_enough(self.students) else None
