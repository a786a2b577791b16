"""The worth of an answer: read a response as it was given, and score it (A8).

Pure and exact. A response is kept in one canonical form per kind: letters in the order of the
alphabet ("BC"), "true" or "false", a plain number, a text without needless blanks, points.
Scoring never refuses: an answer that a corrected key no longer knows is simply not right.
"""

from __future__ import annotations

from fractions import Fraction

from .items import Item, Scoring
from .kinds import KINDS
from .kinds.question_kind import NOTHING
from .partial_credit import Key

_SCORES = {kind: each.score for kind, each in KINDS.items()}
_READERS = {kind: each.read for kind, each in KINDS.items()}
"""Taken apart once: an analysis scores millions of answers."""


def score(item: Item, response: str, key: Key | None = None) -> Fraction:
    """Return the points that a canonical response earns, from 0 to the item's worth.

    `key` replaces the item's own, where another version of the test was printed.
    """
    if item.given_up:
        return item.worth
    return _SCORES[item.kind](item, response, item.key if key is None else key)


def score_unanswered(item: Item) -> Fraction | None:
    """Return the points of a student who sat the test and has nothing entered for an item.

    None while an answer is awaited. A dropped item is not: it earns all its points if everyone gets
    them, and nothing if only students who answered get them.
    """
    if item.scoring == Scoring.EVERYONE:
        return item.worth
    return NOTHING if item.given_up else None


def read_response(item: Item, given: object) -> str:
    """Read a response as somebody gave it into its canonical form.

    Letters may come as a list. Raises `ValueError` with a sentence for people when it cannot be
    an answer to this item; whether it is right is another matter.
    """
    return _READERS[item.kind](item, given)
