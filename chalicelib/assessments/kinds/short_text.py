"""A text that is one of the accepted ones. An answer is a text without needless blanks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item
from chalicelib.assessments.responses import clean_response, comparable
from chalicelib.errors import Detail

from .question_kind import NOTHING, Key, QuestionKind


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


SHORT_TEXT = QuestionKind(check=_check, read=_read, score=_score)
