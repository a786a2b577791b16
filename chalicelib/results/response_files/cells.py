"""What a cell of responses says: an answer, points, left out, absent, exempt; or what is wrong."""

from __future__ import annotations

import re

from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.scoring import read_given_points, read_response
from chalicelib.errors import FileFinding
from chalicelib.results.model import FORM_A, Status
from chalicelib.spreadsheets import plain, unusable

from . import response_problems
from .model import Role, Score

_OMITTED = frozenset({"-", "–", "—", "−", "omit", "omitted", "blank", "no answer", "na", "n/a"})  # noqa: RUF001 - as people type them
_MARKERS = {
    "abs": Status.ABSENT,
    "absent": Status.ABSENT,
    "ex": Status.EXEMPT,
    "exc": Status.EXEMPT,
    "exempt": Status.EXEMPT,
    "excused": Status.EXEMPT,
}
_STATUSES = {
    **_MARKERS,
    "a": Status.ABSENT,
    "x": Status.ABSENT,
    "e": Status.EXEMPT,
    "p": Status.PRESENT,
    "present": Status.PRESENT,
    "here": Status.PRESENT,
    "tested": Status.PRESENT,
}
_SEVERAL_MARKS = frozenset({"*", "**", "mult", "multi", "multiple"})

Said = Score | Status | FileFinding | None
"""An answer or points, that the student did not take part, what is wrong, or nothing."""


def read_cell(item: Item, role: Role, text: str, row: int, column: str) -> Said:
    """Read a cell of an item. A blank answer was left out; blank points are not entered yet."""
    wrong = unusable(text)
    if wrong:
        return wrong
    marker = _marker(item, text)
    if marker:
        return marker
    by_hand = role == Role.POINTS or item.kind == ItemKind.POINTS
    if not text:
        return None if by_hand else Score(row, column, omitted=True)
    if _is_omitted(item, text, by_hand=by_hand):
        return Score(row, column, omitted=True)
    return _points(item, text, row, column) if by_hand else _response(item, text, row, column)


def _marker(item: Item, text: str) -> Status | None:
    """A word in the place of an answer; where texts are answers, only as capitals."""
    known = _MARKERS.get(text.casefold())
    return known if item.kind != ItemKind.SHORT_TEXT or text in ("ABS", "EX") else None


def _is_omitted(item: Item, text: str, *, by_hand: bool) -> bool:
    if item.kind == ItemKind.SHORT_TEXT and not by_hand:
        return text in ("-", "–", "—")  # noqa: RUF001 - as people type them
    return text.casefold() in _OMITTED


def _points(item: Item, text: str, row: int, column: str) -> Score | FileFinding:
    try:
        return Score(row, column, points=read_given_points(item, text))
    except ValueError as error:
        return response_problems.POINTS_NOT_POSSIBLE(wrong=error)


def _response(item: Item, text: str, row: int, column: str) -> Score | FileFinding:
    if text.casefold() in _SEVERAL_MARKS and item.kind != ItemKind.SHORT_TEXT:
        return response_problems.SEVERAL_MARKS()
    try:
        return Score(row, column, response=read_response(item, text))
    except ValueError as error:
        return response_problems.RESPONSE_NOT_POSSIBLE(wrong=error)


def read_status(text: str) -> Status | FileFinding | None:
    """Read a column that says who took part; blank says nothing."""
    if not text:
        return None
    known = _STATUSES.get(text.casefold())
    if known:
        return known
    return response_problems.STATUS_UNKNOWN(text=text)


def read_form(text: str, forms: list[str]) -> str | FileFinding | None:
    """Read the key version of a student's form: `B`, `Form B`; blank says nothing."""
    if not text:
        return None
    short = re.sub(r"^(form|version|key|test|keyversion|testform)", "", plain(text)).upper()
    if short in forms:
        return short
    if forms == [FORM_A]:
        return response_problems.ONLY_ONE_FORM(text=text)
    return response_problems.VERSION_UNKNOWN(text=text, known=", ".join(forms))
