"""A number, right within a tolerance. An answer is a plain decimal or fraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.numerals import exact_number, format_number
from chalicelib.assessments.partial_credit import Key
from chalicelib.assessments.responses import clean_response

from .question_kind import NOTHING, QuestionKind

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.errors import Detail, FileFinding


def _check(item: Item) -> Iterator[Detail]:
    if len(item.key) != 1 or exact_number(item.key[0]) is None:
        yield refusals.KEY_NOT_A_NUMBER("key")
    tolerance = exact_number(item.tolerance or "0")
    if tolerance is None or tolerance < 0:
        yield refusals.TOLERANCE_NOT_A_NUMBER("tolerance")


def _read(_: Item, given: object) -> str:
    read = exact_number(clean_response(given))
    if read is None:
        raise ValueError("The answer must be a number, for example 12, -0.75, 1,250 or 3/4.")
    return format_number(read)


def _score(item: Item, response: str, key: Key) -> Fraction:
    given, right = exact_number(response), exact_number("".join(key))
    if given is None or right is None:
        return NOTHING
    tolerance = exact_number(item.tolerance) or NOTHING
    return item.worth if abs(given - right) <= tolerance else NOTHING


def _read_key(question: KeyEntry) -> KeyReading | FileFinding:
    from chalicelib.assessments import key_problems
    from chalicelib.assessments.key_entries import KeyReading

    (first, *others) = question.answers
    if others or exact_number(first.response) is None:
        return key_problems.KEY_NOT_A_NUMBER(written=question.written)
    return KeyReading(ItemKind.NUMERIC, (first.response,), best=first.points)


def _describe_key(item: Item, key: Sequence[str]) -> str:
    right = "".join(key)
    return f"{right} ± {item.tolerance}" if item.tolerance.strip("0.") else right


NUMERIC = QuestionKind(
    fields=frozenset({"tolerance"}),
    check=_check,
    read=_read,
    score=_score,
    type_words="numeric number gridin grid griddedresponse numericentry",
    read_key=_read_key,
    room="line",
    describe_key=_describe_key,
)
