"""What the answers of a key file mean for an item: its kind, its key and how it is scored."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from chalicelib.assessments.items import LETTERS, ItemKind, Scoring, format_points, read_points
from chalicelib.assessments.numerals import exact_number
from chalicelib.assessments.partial_credit import Key, entry
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import plain

from . import key_problems
from .model import AcceptedResponse, KeyFileQuestion, KeyReading
from .notation import letters_of

_Reader = Callable[[KeyFileQuestion], KeyReading | FileFinding]

MOST_LISTED = 50
"""Responses that one key may list."""
_MOST_ANY_OF = 5
"""Letters of an any-of key: GradeHub's sheets have five choices."""
_TRUTHS = {"true": "true", "t": "true", "false": "false", "f": "false"}


def is_truth(text: str) -> bool:
    """Tell a word for true or false."""
    return text.lower() in _TRUTHS


def reading(
    question: KeyFileQuestion, kind: ItemKind | None, *, f_is_choice: bool = False
) -> KeyReading | FileFinding:
    """Say what a question's answers mean for an item of a kind; without one, by their looks.

    `f_is_choice`: the file's F is the sixth choice, not “false”.
    """
    said = [AcceptedResponse(question.written), *question.answers]
    given_up = next((each.response for each in said if _gives_up(question, each)), "")
    if given_up:
        return key_problems.KEY_GIVEN_UP(word=given_up)
    earning = tuple(each for each in question.answers if not _earns_nothing(each))
    if not earning:
        return key_problems.KEY_EARNS_NOTHING()
    if kind != ItemKind.POINTS and not any(each.response for each in earning):
        return key_problems.KEY_MISSING()
    told = replace(question, answers=earning)
    reads = _READERS[kind] if kind is not None else _by_looks(told, f_is_choice=f_is_choice)
    return reads(told)


_GIVEN_UP = frozenset(
    {"bonus", "all", "any", "x", "everyone", "everybody", "anyone", "void", "voided", "extracredit"}
    | {"allcorrect", "anyanswer", "allanswers", "acceptall", "acceptany", "fullcredit", "freebie"}
    | {"givecredit", "creditall", "allcredit", "nokey", "thrownout", "throwout", "dropped", "na"}
    | {"bonuspoint", "bonuspoints", "bonusquestion", "free", "freepoint", "freepoints", "anything"}
    | {"anychoice", "giveallcredit", "givefullcredit", "givepoints", "giveall", "drop", "deleted"}
    | {"removed", "canceled", "cancelled", "discarded", "excluded", "skip", "skipped", "omit"}
    | {"omitted", "notscored", "unscored", "ungraded", "noanswer", "nocorrectanswer", "none", "tbd"}
)
"""What keys have for a question that everybody is to get, or nobody; small letters only."""
_SIGNS = frozenset({"*", "**", "-", "--", "?", "#", ".", "n/a"})
_X = 24
"""The place of X in the alphabet: with so many choices it is one."""


def _gives_up(question: KeyFileQuestion, answer: AcceptedResponse) -> bool:
    """Tell a word or sign for everybody, which is never what a student writes.

    Where the file itself says that the question is answered by a text, it may be one.
    """
    if question.kind == ItemKind.SHORT_TEXT:
        return False
    word = plain(answer.response)
    if word == "x" and question.choices >= _X:
        return False
    sign = answer.points is None and answer.response.lower() in _SIGNS
    return word in _GIVEN_UP or sign


def _earns_nothing(answer: AcceptedResponse) -> bool:
    return answer.points is not None and exact_number(answer.points) == 0


def _by_looks(question: KeyFileQuestion, *, f_is_choice: bool) -> _Reader:
    said = [each.response for each in question.answers]
    if len(said) == 1 and said[0].lower() in _TRUTHS:
        return _choice if f_is_choice and said[0].upper() == "F" else _truth
    if all(letters_of(each) or each == "*" for each in said):
        return _choice
    return _number if len(said) == 1 and exact_number(said[0]) is not None else _text


def _choice(question: KeyFileQuestion) -> KeyReading | FileFinding:
    """Read choices: one, several together, or a list of accepted responses."""
    responses = [_any_letters(each.response) for each in question.answers]
    if not all(responses):
        return _not_letters(question)
    if question.any_of:
        return _any_of(responses)
    if len(responses) == 1 and question.answers[0].points is None:
        kind = ItemKind.SINGLE_CHOICE if len(responses[0]) == 1 else ItemKind.MULTIPLE_CHOICE
        return KeyReading(kind, tuple(responses[0]))
    return _read_weighed_responses(question, responses)


def _any_letters(text: str) -> str:
    """Give the choices in what is known to be choices: also small letters, commas, any of 26."""
    if text == "*":
        return text
    letters = re.sub(r"[\s,;|/&+]+|\band\b", "", text, flags=re.IGNORECASE).upper()
    known = all(letter in LETTERS for letter in letters)
    return "".join(sorted(letters)) if known and len(set(letters)) == len(letters) else ""


def _any_of(responses: list[str]) -> KeyReading | FileFinding:
    letters = sorted({letter for each in responses for letter in each})
    if len(letters) == 1:
        return KeyReading(ItemKind.SINGLE_CHOICE, (letters[0],))
    if len(letters) > _MOST_ANY_OF:
        return key_problems.TOO_MANY_ANY_OF(count=len(letters), most=_MOST_ANY_OF)
    listed = ("".join(c) for n in range(1, len(letters) + 1) for c in combinations(letters, n))
    return KeyReading(ItemKind.MULTIPLE_CHOICE, tuple(listed), Scoring.LISTED)


def _read_weighed_responses(
    question: KeyFileQuestion, responses: list[str]
) -> KeyReading | FileFinding:
    """Read a list of responses with the points that each earns."""
    earned: dict[str, str | None] = {}
    for response, answer in zip(responses, question.answers, strict=True):
        points = _points(answer)
        if isinstance(points, FileFinding):
            return points
        if earned.setdefault(response, points) != points:
            return key_problems.RESPONSE_EARNS_TWICE(response=response)
    return _list_of(earned)


def _list_of(earned: dict[str, str | None]) -> KeyReading | FileFinding:
    whole = [points for response, points in earned.items() if response != "*"]
    if not whole:
        return key_problems.KEY_ALL_WRONG()
    if None in whole and any(whole):
        return key_problems.POINTS_MISSING()
    best = max((each for each in whole if each is not None), key=_exact, default=None)
    if best and _exact(earned.get("*")) > _exact(best):
        return key_problems.WRONG_EARNS_MORE()
    return _as_simple_as_possible(earned, best)


def _as_simple_as_possible(
    earned: dict[str, str | None], best: str | None
) -> KeyReading | FileFinding:
    """One response that earns everything is an ordinary key; anything else is a list."""
    if len(earned) == 1:
        (only,) = earned
        kind = ItemKind.SINGLE_CHOICE if len(only) == 1 else ItemKind.MULTIPLE_CHOICE
        return KeyReading(kind, tuple(only), best=best)
    if len(earned) > MOST_LISTED:
        return key_problems.TOO_MANY_LISTED(count=len(earned), most=MOST_LISTED)
    key = tuple(
        entry(said, None if points is None or _exact(points) == _exact(best) else points)
        for said, points in earned.items()
    )
    return KeyReading(ItemKind.MULTIPLE_CHOICE, key, Scoring.LISTED, best)


def _points(answer: AcceptedResponse) -> str | FileFinding | None:
    if answer.points is None:
        return None
    number = exact_number(answer.points)
    try:
        return read_points(format_points(number) if number is not None else answer.points)
    except ValueError as error:
        if number is not None and number < 0:
            return key_problems.POINTS_TAKEN_OFF()
        return key_problems.RESPONSE_POINTS_UNREADABLE(wrong=error)


def _exact(points: str | None) -> Fraction:
    return Fraction(points or "0")


def _not_letters(question: KeyFileQuestion) -> FileFinding:
    return key_problems.KEY_NOT_A_LETTER(written=question.written)


# -- by kind --------------------------------------------------------------------------------------


def _single(question: KeyFileQuestion) -> KeyReading | FileFinding:
    read = _choice(question)
    if isinstance(read, KeyReading) and read.kind != ItemKind.SINGLE_CHOICE:
        return key_problems.KEY_NOT_SINGLE(written=question.written)
    return read


def _multiple(question: KeyFileQuestion) -> KeyReading | FileFinding:
    """Several letters with commas between are one response here."""
    if question.loose:
        together = AcceptedResponse("".join(each.response for each in question.answers))
        letters = _any_letters(together.response)
        if len(letters) == sum(len(each.response) for each in question.answers):
            return KeyReading(ItemKind.MULTIPLE_CHOICE, tuple(letters))
    read = _choice(question)
    if isinstance(read, KeyReading):
        return KeyReading(ItemKind.MULTIPLE_CHOICE, read.key, read.scoring, read.best)
    return read


def _truth(question: KeyFileQuestion) -> KeyReading | FileFinding:
    truths = {_TRUTHS.get(each.response.lower()) for each in question.answers}
    if len(truths) == 1 and (truth := truths.pop()):
        return KeyReading(ItemKind.TRUE_FALSE, (truth,), best=question.answers[0].points)
    return key_problems.KEY_NOT_TRUE_OR_FALSE(written=question.written)


def _number(question: KeyFileQuestion) -> KeyReading | FileFinding:
    (first, *others) = question.answers
    if others or exact_number(first.response) is None:
        return key_problems.KEY_NOT_A_NUMBER(written=question.written)
    return KeyReading(ItemKind.NUMERIC, (first.response,), best=first.points)


def _text(question: KeyFileQuestion) -> KeyReading | FileFinding:
    accepted = tuple(dict.fromkeys(each.response for each in question.answers if each.response))
    points = {each.points for each in question.answers}
    if len(points) > 1:
        return key_problems.POINTS_DIFFER_OF_TEXTS()
    if not accepted or len(accepted) > MOST_LISTED or any(len(each) > 500 for each in accepted):  # noqa: PLR2004
        return key_problems.TEXTS_NOT_USABLE(most=MOST_LISTED)
    return KeyReading(ItemKind.SHORT_TEXT, accepted, best=points.pop())


def _by_hand(question: KeyFileQuestion) -> KeyReading | FileFinding:
    if any(each.response for each in question.answers):
        return key_problems.KEY_NOT_WANTED()
    return KeyReading(ItemKind.POINTS, ())


_READERS: dict[ItemKind, _Reader] = {
    ItemKind.SINGLE_CHOICE: _single,
    ItemKind.MULTIPLE_CHOICE: _multiple,
    ItemKind.TRUE_FALSE: _truth,
    ItemKind.NUMERIC: _number,
    ItemKind.SHORT_TEXT: _text,
    ItemKind.POINTS: _by_hand,
}


def highest_choice(key: Key) -> int:
    """Give the place of a key's last letter (A is 1), so that a question has choices enough."""
    letters = [each for part in key for each in part.partition("=")[0] if each in LETTERS]
    return max((LETTERS.index(letter) + 1 for letter in letters), default=0)
