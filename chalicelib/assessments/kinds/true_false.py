"""True or false. An answer is `true` or `false`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item
from chalicelib.assessments.responses import clean_response
from chalicelib.errors import Detail

from .question_kind import NOTHING, Key, QuestionKind

TRUTHS = {"true": "true", "t": "true", "false": "false", "f": "false"}
"""How people write them, in small letters."""


def _check(item: Item) -> Iterator[Detail]:
    if item.key not in (("true",), ("false",)):
        yield refusals.KEY_TRUTH_MISSING("key")


def _read(_: Item, given: object) -> str:
    text = str(given) if isinstance(given, bool) else clean_response(given)
    read = TRUTHS.get(text.lower())
    if read is None:
        raise ValueError("The answer must be T or F (true or false).")
    return read


def _score(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if (response,) == key else NOTHING


TRUE_FALSE = QuestionKind(check=_check, read=_read, score=_score)
