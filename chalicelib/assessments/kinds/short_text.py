"""A text that is one of the accepted ones. An answer is a text without needless blanks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.partial_credit import Key
from chalicelib.assessments.responses import clean_response, comparable

from .question_kind import NOTHING, QuestionKind

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.errors import Detail, FileFinding


def _check(item: Item) -> Iterator[Detail]:
    if not item.key:
        yield refusals.KEY_TEXT_MISSING("key")


def _read(_: Item, given: object) -> str:
    printable = "".join(" " if _is_control(each) else each for each in clean_response(given))
    text = " ".join(printable.split())
    if not text:
        raise ValueError("There is no answer. Leave it out, or mark it as omitted.")
    return text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _score(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if comparable(response) in _fold_key(key) else NOTHING


@lru_cache(maxsize=1024)
def _fold_key(key: Key) -> frozenset[str]:
    return frozenset(comparable(each) for each in key)


def _read_key(question: KeyEntry) -> KeyReading | FileFinding:
    from chalicelib.assessments import key_problems
    from chalicelib.assessments.key_entries import MOST_ACCEPTED, KeyReading

    accepted = tuple(dict.fromkeys(each.response for each in question.answers if each.response))
    points = {each.points for each in question.answers}
    if len(points) > 1:
        return key_problems.POINTS_DIFFER_OF_TEXTS()
    if not accepted or len(accepted) > MOST_ACCEPTED or any(len(each) > 500 for each in accepted):  # noqa: PLR2004
        return key_problems.TEXTS_NOT_USABLE(most=MOST_ACCEPTED)
    return KeyReading(ItemKind.SHORT_TEXT, accepted, best=points.pop())


def _describe_key(_: Item, key: Sequence[str]) -> str:
    return " / ".join(key)


SHORT_TEXT = QuestionKind(
    check=_check,
    read=_read,
    score=_score,
    is_free_text=True,
    type_words="shorttext text shortanswer shortresponse fillin fillintheblank fib sa textentry",
    read_key=_read_key,
    room="line",
    describe_key=_describe_key,
)
