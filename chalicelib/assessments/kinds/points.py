"""Points that a teacher gives: a constructed response, or a row of a rubric. It has no key."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item, Scoring
from chalicelib.assessments.responses import read_given_points
from chalicelib.errors import Detail

from .question_kind import Key, QuestionKind


def _check(item: Item) -> Iterator[Detail]:
    if item.scoring == Scoring.ANY_ANSWER:
        yield refusals.ANSWERS_NOT_KNOWN("scoring")
    if item.key:
        yield refusals.KEY_NOT_WANTED("key")


def _score(item: Item, response: str, _: Key) -> Fraction:
    """Give them as they were given; where the item is worth less by now, what it is worth."""
    return min(Fraction(response), item.worth)


POINTS = QuestionKind(check=_check, read=read_given_points, score=_score)
