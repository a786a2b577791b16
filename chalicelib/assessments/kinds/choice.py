"""Questions with choices: one is right, or several are. An answer is letters in order, as `BC`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.items import LETTERS, Item, ItemKind, Scoring, format_points
from chalicelib.assessments.numerals import plain_signs
from chalicelib.assessments.partial_credit import ANY_OTHER, Key, credit, credits_of, wrong_entries
from chalicelib.assessments.responses import clean_response

from .question_kind import NOTHING, QuestionKind

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.errors import Detail, FileFinding

_BETWEEN_LETTERS = re.compile(r"[\s,;/|+&.()\[\]-]+")


# -- the rule -------------------------------------------------------------------------------------


def _check_letters(item: Item) -> Iterator[Detail]:
    known = LETTERS[: len(item.choices)]
    if len(item.choices) < 2:  # noqa: PLR2004 - a choice of one is none
        yield refusals.CHOICES_MISSING("choices")
    elif not item.key:
        yield refusals.KEY_CHOICE_MISSING("key")
    elif item.scoring == Scoring.LISTED:
        yield from wrong_entries(item.key, item.worth, known)
    elif item.given_up:
        return  # whatever it was before the question was dropped
    elif any(letter not in known or len(letter) != 1 for letter in item.key):
        yield refusals.KEY_UNKNOWN("key", last=known[-1])
    elif len(set(item.key)) < len(item.key):
        yield refusals.KEY_REPEATED("key")


def _check_one_letter(item: Item) -> Iterator[Detail]:
    yield from _check_letters(item)
    if len(item.key) > 1:
        yield refusals.KEY_NOT_SINGLE("key")


# -- answers --------------------------------------------------------------------------------------


def _read(item: Item, given: object) -> str:
    """Read letters; two marks for a single choice are read as both, which is not right."""
    listed = given if isinstance(given, Sequence) and not isinstance(given, str) else (given,)
    text = plain_signs("".join(clean_response(each) for each in listed)).upper()
    chosen = sorted(set(_BETWEEN_LETTERS.sub("", text)))
    known = LETTERS[: len(item.choices)]
    if not chosen or any(letter not in known for letter in chosen):
        raise ValueError(
            f"The answer must be a letter from A to {known[-1]}"
            + (", or several of them." if item.kind == ItemKind.MULTIPLE_CHOICE else ".")
        )
    return "".join(chosen)


def _score_one(item: Item, response: str, key: Key) -> Fraction:
    return item.worth if frozenset(response) == frozenset(key) else NOTHING


def _score_several(item: Item, response: str, key: Key) -> Fraction:
    if item.scoring == Scoring.ALL_OR_NOTHING:
        return _score_one(item, response, key)
    if item.scoring == Scoring.LISTED:
        return credit(key, item.worth, response)
    chosen, right = frozenset(response), frozenset(key)
    if not right:
        return NOTHING
    surplus = len(chosen & right) - len(chosen - right)
    return item.worth * max(0, surplus) / len(right)


# -- key files ------------------------------------------------------------------------------------


def _read_one_key(question: KeyEntry) -> KeyReading | FileFinding:
    from .choice_keys import read_one_choice

    return read_one_choice(question)


def _read_several_key(question: KeyEntry) -> KeyReading | FileFinding:
    from .choice_keys import read_several_choices

    return read_several_choices(question)


# -- paper ----------------------------------------------------------------------------------------


def _describe_key(item: Item, key: Sequence[str]) -> str:
    if item.scoring != Scoring.LISTED:
        return ", ".join(sorted(key))
    listed = credits_of(tuple(key), item.worth).items()
    best_first = sorted(listed, key=lambda each: (-each[1], each[0]))
    return "; ".join(f"{_response(text)} = {format_points(earned)}" for text, earned in best_first)


def _response(text: str) -> str:
    return "any other" if text == ANY_OTHER else ", ".join(text)


SINGLE_CHOICE = QuestionKind(
    fields=frozenset({"choices"}),
    check=_check_one_letter,
    read=_read,
    score=_score_one,
    type_words="singlechoice single sc onechoice chooseone radio",
    read_key=_read_one_key,
    room="choices",
    describe_key=_describe_key,
)
MULTIPLE_CHOICE = QuestionKind(
    fields=frozenset({"choices", "scoring"}),
    check=_check_letters,
    read=_read,
    score=_score_several,
    is_several=True,
    type_words="multiplechoices multipleresponse multipleselect multiselect ms mr selectall "
    "selectallthatapply chooseall checkbox sata",
    read_key=_read_several_key,
    room="choices",
    instruction="Mark all correct answers.",
    describe_key=_describe_key,
)
