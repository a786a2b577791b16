"""What an answer is worth: reading a response as it was given, and scoring it (A8).

Pure and exact. A response is kept in one canonical form per kind: letters in the order of the
alphabet ("BC"), "true" or "false", a plain number, a text without needless blanks, points.
Scoring never refuses: what a corrected key no longer knows is simply not right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from .items import LETTERS, Item, ItemKind, Scoring, format_points
from .numerals import exact_number, format_number, plain_number, plain_signs
from .partial_credit import credit

LONGEST_RESPONSE = 200
"""Characters of a text or a number."""
NOTHING = Fraction(0)

Key = tuple[str, ...]


# -- scoring --------------------------------------------------------------------------------------


def score(item: Item, response: str, key: Key | None = None) -> Fraction:
    """Give the points that a canonical response earns, from 0 to the item's worth.

    `key` replaces the item's own, where another version of the test was printed.
    """
    if item.given_up:
        return item.worth
    return _SCORES[item.kind](item, response, item.key if key is None else key)


def score_unanswered(item: Item) -> Fraction | None:
    """Give the points of a student who sat the test and has nothing entered for an item.

    None while an answer is awaited. Of an item that is given up none is: it earns all its points
    where they are for everyone, and nothing where they are for whoever answered.
    """
    if item.scoring == Scoring.EVERYONE:
        return item.worth
    return NOTHING if item.given_up else None


def _exactly(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if frozenset(response) == frozenset(key) else NOTHING


def _choices(item: Item, response: str, key: Key) -> Fraction:
    if item.scoring == Scoring.ALL_OR_NOTHING:
        return _exactly(item, response, key)
    if item.scoring == Scoring.LISTED:
        return credit(key, item.worth, response)
    chosen, right = frozenset(response), frozenset(key)
    if not right:
        return NOTHING
    surplus = len(chosen & right) - len(chosen - right)
    return item.worth * max(0, surplus) / len(right)


def _truth(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if (response,) == key else NOTHING


def _number(item: Item, response: str, key: Key) -> Fraction:
    given, right = exact_number(response), exact_number("".join(key))
    if given is None or right is None:
        return NOTHING
    tolerance = exact_number(item.tolerance) or NOTHING
    return item.worth if abs(given - right) <= tolerance else NOTHING


def _text(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if comparable(response) in _fold_key(key) else NOTHING


def _by_hand(item: Item, response: str, _: Key) -> Fraction:
    """Give them as they were given; where the item is worth less by now, what it is worth."""
    return min(Fraction(response), item.worth)


_SCORES: Mapping[ItemKind, Callable[[Item, str, Key], Fraction]] = {
    ItemKind.SINGLE_CHOICE: _exactly,
    ItemKind.MULTIPLE_CHOICE: _choices,
    ItemKind.TRUE_FALSE: _truth,
    ItemKind.NUMERIC: _number,
    ItemKind.SHORT_TEXT: _text,
    ItemKind.POINTS: _by_hand,
}


def comparable(text: str) -> str:
    """Give what of a text decides whether it is an accepted answer.

    Unicode's compatibility form, without case, blanks as one, quotes and dashes of any shape alike.

    >>> comparable("  Don't   PANIC ")
    "don't panic"
    """
    folded = unicodedata.normalize("NFKC", plain_signs(text).casefold())
    return " ".join(folded.split())


@lru_cache(maxsize=1024)
def _fold_key(key: Key) -> frozenset[str]:
    return frozenset(comparable(each) for each in key)


# -- reading --------------------------------------------------------------------------------------


def read_response(item: Item, given: object) -> str:
    """Read a response as somebody gave it into its canonical form.

    Letters may come as a list. Raises `ValueError` with a sentence for people when it cannot be
    an answer to this item; whether it is right is another matter.
    """
    return _READERS[item.kind](item, given)


def read_given_points(item: Item, given: object) -> str:
    """Read points given by hand: from 0 to what the item is worth, exact, as a text.

    A decimal with up to three places, or a fraction; a decimal comma is understood.
    """
    text = plain_number(_clean_response(given)).replace(",", ".")
    if not _GIVEN.fullmatch(text) or Fraction(text) > item.worth:
        raise ValueError(
            f"Points must be from 0 to {item.points}, for example {item.points} or 0, with at most "
            "three decimals."
        )
    return format_points(Fraction(text))


_GIVEN = re.compile(r"\d{1,4}(\.\d{1,3})?|\.\d{1,3}|\d{1,4}/[1-9]\d{0,2}", re.ASCII)
_BETWEEN_LETTERS = re.compile(r"[\s,;/|+&.()\[\]-]+")


def _letters(item: Item, given: object) -> str:
    listed = given if isinstance(given, Sequence) and not isinstance(given, str) else (given,)
    text = plain_signs("".join(_clean_response(each) for each in listed)).upper()
    chosen = sorted(set(_BETWEEN_LETTERS.sub("", text)))
    known = LETTERS[: len(item.choices)]
    if not chosen or any(letter not in known for letter in chosen):
        raise ValueError(
            f"The answer must be a letter from A to {known[-1]}"
            + (", or several of them." if item.kind == ItemKind.MULTIPLE_CHOICE else ".")
        )
    return "".join(chosen)


_TRUTHS = {"true": "true", "t": "true", "false": "false", "f": "false"}


def _true_or_false(_: Item, given: object) -> str:
    text = str(given) if isinstance(given, bool) else _clean_response(given)
    read = _TRUTHS.get(text.lower())
    if read is None:
        raise ValueError("The answer must be T or F (true or false).")
    return read


def _any_number(_: Item, given: object) -> str:
    read = exact_number(_clean_response(given))
    if read is None:
        raise ValueError("The answer must be a number, for example 12, -0.75, 1,250 or 3/4.")
    return format_number(read)


def _any_text(_: Item, given: object) -> str:
    printable = "".join(" " if _is_control(each) else each for each in _clean_response(given))
    text = " ".join(printable.split())
    if not text:
        raise ValueError("There is no answer. Leave it out, or mark it as omitted.")
    return text


_READERS: Mapping[ItemKind, Callable[[Item, object], str]] = {
    ItemKind.SINGLE_CHOICE: _letters,
    ItemKind.MULTIPLE_CHOICE: _letters,
    ItemKind.TRUE_FALSE: _true_or_false,
    ItemKind.NUMERIC: _any_number,
    ItemKind.SHORT_TEXT: _any_text,
    ItemKind.POINTS: read_given_points,
}
"""A bubble sheet with two marks for a single choice is read as both: that is not right."""


def _clean_response(given: object) -> str:
    """Give what was written, without blanks around it."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise ValueError("An answer must be a text or a number.")  # noqa: TRY004 - read from people
    text = unicodedata.normalize("NFC", str(given)).strip()
    if len(text) > LONGEST_RESPONSE:
        raise ValueError(f"An answer has at most {LONGEST_RESPONSE} characters: shorten it.")
    return text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")
