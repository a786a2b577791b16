"""A cell of responses: an answer, points, left out, absent or exempt, or the error in it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from chalicelib.assessments.items import LETTERS, Item
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.kinds.question_kind import QuestionKind
from chalicelib.assessments.numerals import exact_number, plain_number
from chalicelib.assessments.responses import read_given_points
from chalicelib.assessments.scoring import read_response
from chalicelib.errors import FileFinding
from chalicelib.results.model import FORM_A, StudentPresence
from chalicelib.spreadsheets import plain, unusable

from . import column_problems, response_problems
from .model import AnswerNote, ColumnRole
from .notation import (
    NOT_ENTERED,
    OMITTED,
    PLAINLY,
    SHIFTED,
    ColumnNotation,
    choices_by_text,
    letters,
    read_letter,
)

_MARKERS = {
    "abs": StudentPresence.ABSENT,
    "absent": StudentPresence.ABSENT,
    "ex": StudentPresence.EXEMPT,
    "exc": StudentPresence.EXEMPT,
    "exempt": StudentPresence.EXEMPT,
    "excused": StudentPresence.EXEMPT,
}
_STATUSES = {
    **_MARKERS,
    "a": StudentPresence.ABSENT,
    "x": StudentPresence.ABSENT,
    "e": StudentPresence.EXEMPT,
    **dict.fromkeys(
        ("p", "present", "here", "tested", "finished", "graded", "submitted", "ungraded"),
        StudentPresence.PRESENT,
    ),
    **dict.fromkeys(("complete", "completed", "done"), StudentPresence.PRESENT),
}
_NOT_HANDED_IN = frozenset(
    {"missing", "not submitted", "never submitted", "not started", "in progress", "overdue"}
    | {"not tested", "not taken", "not attempted", "no attempt", "no submission", "unsubmitted"}
)
_SEVERAL_MARKS = frozenset({"*", "**", "mult", "multi", "multiple"})
_EARNED_OF = re.compile(
    r"(\d{1,4}(?:\.\d{1,5})?|\.\d{1,5})\s*(?:/|(?:out )?of)\s*(\d{1,4}(?:\.\d{1,5})?)"
    r"(?:\s*(?:pts?|points?)\.?)?"
)
_NEEDLESS_ZEROS = re.compile(r"(\d{1,4}[.,]\d{3})0+")


class CellAnswer(NamedTuple):
    """A response, or points, or that it was left out; and what had to be understood for it."""

    response: str | None = None
    points: str | None = None
    omitted: bool = False
    note: AnswerNote | None = None


CellContent = CellAnswer | StudentPresence | FileFinding | None
"""An answer or points, that the student did not take part, what is wrong or odd, or nothing."""


def read_cell(
    item: Item, role: ColumnRole, text: str, written: ColumnNotation = PLAINLY
) -> CellContent:
    """Read a cell of an item. A blank answer was left out; blank points are not entered yet."""
    wrong = unusable(text)
    if wrong:
        return wrong
    kind = KINDS[item.kind]
    marker = _marker(kind, text)
    if marker:
        return marker
    by_hand = role == ColumnRole.POINTS or kind.by_hand
    if not text:
        return None if by_hand else CellAnswer(omitted=True)
    if _is_omitted(kind, text, by_hand=by_hand):
        return CellAnswer(omitted=True)
    if _is_not_entered(kind, text, by_hand=by_hand):
        return response_problems.NOT_ENTERED(text=text)
    return _points(item, text) if by_hand else _response(item, kind, text, written)


def _marker(kind: QuestionKind, text: str) -> StudentPresence | None:
    """Return the status that a word in place of an answer means.

    Where texts are answers, only words in capitals count.
    """
    known = _MARKERS.get(text.casefold())
    return known if not kind.is_free_text or text in ("ABS", "EX") else None


def _is_not_entered(kind: QuestionKind, text: str, *, by_hand: bool) -> bool:
    """Return whether a code means that it is not graded yet, which is no zero.

    In free text the same words are an answer.
    """
    return text.casefold() in NOT_ENTERED and (by_hand or not kind.is_free_text)


def _is_omitted(kind: QuestionKind, text: str, *, by_hand: bool) -> bool:
    if kind.is_free_text and not by_hand:
        return text in ("-", "–", "—")  # noqa: RUF001 - as people type them
    return text.casefold() in OMITTED


def _points(item: Item, text: str) -> CellAnswer | FileFinding:
    """Read points: a number, or earned of possible; `1/2` is 1 of 2."""
    sentence = plain_number(text)
    if sentence.endswith("%"):
        return response_problems.PERCENT(text=text, worth=item.points)
    share = _EARNED_OF.fullmatch(sentence)
    if share:
        earned, possible = Fraction(share[1]), Fraction(share[2])
        if possible == item.worth:
            sentence = share[1]
        elif item.worth == 1 and earned <= possible:
            sentence = str(earned / possible)
        else:
            return column_problems.OUT_OF_DIFFERS_HERE(out_of=share[2], worth=item.points)
    zeros = _NEEDLESS_ZEROS.fullmatch(sentence)
    try:
        return CellAnswer(points=read_given_points(item, zeros[1] if zeros else sentence))
    except ValueError as error:
        return response_problems.POINTS_NOT_POSSIBLE(wrong=error)


def _response(
    item: Item, kind: QuestionKind, text: str, written: ColumnNotation
) -> CellAnswer | FileFinding:
    if text.casefold() in _SEVERAL_MARKS and not kind.is_free_text:
        return response_problems.SEVERAL_MARKS()
    if kind.is_lettered:
        return _choice(item, kind, text, written)
    fixed = kind.fixed_choices
    if fixed and written.right and text in ("0", "1"):
        return CellAnswer(points=item.points if text == "1" else "0", note=AnswerNote.RIGHT)
    if fixed and written.truths and len(text) == 1 and text.upper() in LETTERS[: len(fixed)]:
        return CellAnswer(fixed[LETTERS.index(text.upper())].response, note=AnswerNote.TRUTHS)
    return _as_entered(item, text)


def _as_entered(item: Item, text: str) -> CellAnswer | FileFinding:
    try:
        return CellAnswer(read_response(item, text))
    except ValueError as error:
        return response_problems.RESPONSE_NOT_POSSIBLE(wrong=error)


def _choice(
    item: Item, kind: QuestionKind, text: str, written: ColumnNotation
) -> CellAnswer | FileFinding:
    """Read letters, or the texts of choices; where both could be meant, the column decides."""
    number = exact_number(text)
    if number is not None:
        return _digit(item, text, number, written)
    by_letter = letters(item, text.upper().translate(SHIFTED) if written.shifted else text)
    by_text = choices_by_text(item, text)
    if by_text and not kind.is_several and len(by_letter) > 1:
        by_letter = ""  # a choice's text rather than several marks
    if by_letter and by_text and by_letter != by_text:
        if written.by_text == written.by_letter:
            return response_problems.LETTER_OR_TEXT(text=text)
        return CellAnswer(by_text if written.by_text else by_letter)
    chosen = by_letter or by_text or read_letter(item, text)
    if chosen:
        shifted = written.shifted and chosen == by_letter
        return CellAnswer(chosen, note=AnswerNote.SHIFTED if shifted else None)
    if len(re.sub(r"[\W\d_]", "", text)) > 1:
        return response_problems.TEXT_UNKNOWN(text=text, last=LETTERS[len(item.choices) - 1])
    return _as_entered(item, text)


def _digit(
    item: Item, text: str, number: Fraction, written: ColumnNotation
) -> CellAnswer | FileFinding:
    """Read a digit where a letter is asked for; it is never points."""
    by_text = choices_by_text(item, text)
    if by_text:
        return CellAnswer(by_text)
    if written.right and number in (0, 1):
        return CellAnswer(points=item.points if number else "0", note=AnswerNote.RIGHT)
    if written.digits and number.denominator == 1 and 1 <= number <= len(item.choices):
        return CellAnswer(LETTERS[int(number) - 1], note=AnswerNote.DIGITS)
    return response_problems.DIGIT_UNKNOWN(last=LETTERS[len(item.choices) - 1])


def says_taking_part(text: str) -> bool:
    """Return whether a word belongs to a column about taking part."""
    return text.casefold() in _STATUSES or text.casefold() in _NOT_HANDED_IN


def is_not_handed_in(text: str) -> bool:
    """Return that there is no work of the student, which does not say why."""
    return text.casefold() in _NOT_HANDED_IN


def read_status(text: str) -> StudentPresence | FileFinding | None:
    """Read a column that says who took part; blank says nothing."""
    if not text:
        return None
    known = _STATUSES.get(text.casefold())
    if known:
        return known
    return response_problems.STATUS_UNKNOWN(text=text)


def read_form(text: str, forms: list[str]) -> str | FileFinding | None:
    """Read the key version of a student's form: `B`, `Form B`, `2`; blank says nothing."""
    if not text:
        return None
    short = re.sub(r"^(keyversion|testform|form|version|key|test)", "", plain(text)).upper()
    if short in forms:
        return short
    if len(short) == 1 and "1" <= short <= "9" and int(short) <= len(forms):
        return sorted(forms)[int(short) - 1]
    if forms == [FORM_A]:
        return response_problems.ONLY_ONE_FORM(text=text)
    return response_problems.VERSION_UNKNOWN(text=text, known=", ".join(forms))
