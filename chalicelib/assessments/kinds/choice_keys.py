"""Keys of questions with choices, as files have them: letters, and lists of what each earns."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import LETTERS, ItemKind, Scoring, format_points, read_points
from chalicelib.assessments.key_entries import (
    MOST_ACCEPTED,
    AcceptedResponse,
    KeyEntry,
    KeyReading,
)
from chalicelib.assessments.numerals import exact_number
from chalicelib.assessments.partial_credit import Key, entry
from chalicelib.errors import FileFinding

_MOST_ANY_OF = 5
"""Letters of an any-of key: GradeHub's sheets have five choices."""


def read_choices(question: KeyEntry) -> KeyReading | FileFinding:
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
    """Return the choices in a text of choices: also small letters, commas, any of 26."""
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


def _read_weighed_responses(question: KeyEntry, responses: list[str]) -> KeyReading | FileFinding:
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
    if len(earned) > MOST_ACCEPTED:
        return key_problems.TOO_MANY_LISTED(count=len(earned), most=MOST_ACCEPTED)
    key = tuple(
        entry(text, None if points is None or _exact(points) == _exact(best) else points)
        for text, points in earned.items()
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


def _not_letters(question: KeyEntry) -> FileFinding:
    return key_problems.KEY_NOT_A_LETTER(written=question.written)


def read_one_choice(question: KeyEntry) -> KeyReading | FileFinding:
    read = read_choices(question)
    if isinstance(read, KeyReading) and read.kind != ItemKind.SINGLE_CHOICE:
        return key_problems.KEY_NOT_SINGLE(written=question.written)
    return read


def read_several_choices(question: KeyEntry) -> KeyReading | FileFinding:
    """Several letters with commas between are one response here."""
    if question.loose:
        together = AcceptedResponse("".join(each.response for each in question.answers))
        letters = _any_letters(together.response)
        if len(letters) == sum(len(each.response) for each in question.answers):
            return KeyReading(ItemKind.MULTIPLE_CHOICE, tuple(letters))
    read = read_choices(question)
    if isinstance(read, KeyReading):
        return KeyReading(ItemKind.MULTIPLE_CHOICE, read.key, read.scoring, read.best)
    return read


def highest_choice(key: Key) -> int:
    """Return the place of a key's last letter (A is 1), so that a question has choices enough."""
    letters = [each for part in key for each in part.partition("=")[0] if each in LETTERS]
    return max((LETTERS.index(letter) + 1 for letter in letters), default=0)
