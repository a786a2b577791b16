"""Answers as people write them, cleaned: the same for every kind of question. Pure."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from .items import POINTS, Item, format_points
from .numerals import plain_number, plain_signs

LONGEST_RESPONSE = 200
"""Characters of a text or a number."""


def clean_response(given: object) -> str:
    """Return what was written, without blanks around it. Raises `ValueError` with a sentence."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise ValueError("An answer must be a text or a number.")  # noqa: TRY004 - read from people
    text = unicodedata.normalize("NFC", str(given)).strip()
    if len(text) > LONGEST_RESPONSE:
        raise ValueError(f"An answer has at most {LONGEST_RESPONSE} characters: shorten it.")
    return text


def comparable(text: str) -> str:
    """Return what of a text decides whether it is an accepted answer.

    Unicode's compatibility form, without case, blanks as one, quotes and dashes of any shape alike.

    >>> comparable("  Don't   PANIC ")
    "don't panic"
    """
    folded = unicodedata.normalize("NFKC", plain_signs(text).casefold())
    return " ".join(folded.split())


def read_given_points(item: Item, given: object) -> str:
    """Read points given by hand: from 0 to what the item is worth, exact, as a text.

    A decimal with up to three places, or a fraction; a decimal comma is understood.
    """
    text = plain_number(clean_response(given)).replace(",", ".")
    if not POINTS.fullmatch(text) or Fraction(text) > item.worth:
        raise ValueError(
            f"Points must be from 0 to {item.points}, for example {item.points} or 0, with at most "
            "three decimals."
        )
    return format_points(Fraction(text))
