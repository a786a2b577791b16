"""True or false. An answer is `true` or `false`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.partial_credit import Key
from chalicelib.assessments.responses import clean_response

from .question_kind import NOTHING, FixedChoice, QuestionKind

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.errors import Detail, FileFinding

_TRUTHS = {"true": "true", "t": "true", "false": "false", "f": "false"}
"""How people write them, in small letters."""


def is_truth(text: str) -> bool:
    """Recognize a word for true or false."""
    return text.lower() in _TRUTHS


def _check(item: Item) -> Iterator[Detail]:
    if item.key not in (("true",), ("false",)):
        yield refusals.KEY_TRUTH_MISSING("key")


def _read(_: Item, given: object) -> str:
    text = str(given) if isinstance(given, bool) else clean_response(given)
    read = _TRUTHS.get(text.lower())
    if read is None:
        raise ValueError("The answer must be T or F (true or false).")
    return read


def _score(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if (response,) == key else NOTHING


def _read_key(question: KeyEntry) -> KeyReading | FileFinding:
    from chalicelib.assessments import key_problems
    from chalicelib.assessments.key_entries import KeyReading

    truths = {_TRUTHS.get(each.response.lower()) for each in question.answers}
    if len(truths) == 1 and (truth := truths.pop()):
        return KeyReading(ItemKind.TRUE_FALSE, (truth,), best=question.answers[0].points)
    return key_problems.KEY_NOT_TRUE_OR_FALSE(written=question.written)


def _describe_key(_: Item, key: Sequence[str]) -> str:
    return "True" if tuple(key) == ("true",) else "False"


TRUE_FALSE = QuestionKind(
    check=_check,
    read=_read,
    score=_score,
    fixed_choices=(FixedChoice("true", "T", "True"), FixedChoice("false", "F", "False")),
    type_words="truefalse tf trueorfalse boolean",
    read_key=_read_key,
    room="choices",
    describe_key=_describe_key,
)
