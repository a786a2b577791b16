"""Points that a teacher gives: a constructed response, or a row of a rubric. It has no key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.partial_credit import Key
from chalicelib.assessments.responses import read_given_points

from .question_kind import QuestionKind

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.errors import Detail, FileFinding


def _check(item: Item) -> Iterator[Detail]:
    if item.scoring == Scoring.ANY_ANSWER:
        yield refusals.ANSWERS_NOT_KNOWN("scoring")
    if item.key:
        yield refusals.KEY_NOT_WANTED("key")


def _score(item: Item, response: str, _: Key) -> Fraction:
    """Return the given points, but at most the points that the item is worth now."""
    return min(Fraction(response), item.worth)


def _read_key(question: KeyEntry) -> KeyReading | FileFinding:
    from chalicelib.assessments import key_problems
    from chalicelib.assessments.key_entries import KeyReading

    if any(each.response for each in question.answers):
        return key_problems.KEY_NOT_WANTED()
    return KeyReading(ItemKind.POINTS, ())


def _describe_key(_: Item, __: Sequence[str]) -> str:
    return "Scored by hand"


POINTS = QuestionKind(
    check=_check,
    by_hand=True,
    read=read_given_points,
    score=_score,
    type_words="points hand byhand rubric constructedresponse constructed cr essay open openended "
    "openresponse extendedresponse er performance task",
    read_key=_read_key,
    room="lines",
    describe_key=_describe_key,
)
