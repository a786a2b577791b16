"""The texts of a printed test, of its answer key, and of the answer sheets of a class.

Everything is worded and in order already, as in `model`. A text is a tuple of blocks, which
`templates/reports/texts.typ` sets: `["p", ...]`, `["list", ...]` and similar blocks hold texts and
further blocks (`chalicelib/printed_tests/texts.py` makes them).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .model import ReportPaper

Blocks = tuple[Any, ...]
"""Blocks of a text: lists of a name, texts and further such lists."""


class PaperPart(StrEnum):
    """The printed parts of a test."""

    TEST = "test"
    """The test for students."""
    ANSWER_KEY = "answer_key"
    """The correct answer, the points and the standards."""
    ANSWER_SHEETS = "answer_sheets"
    """A sheet for each student of the class, with a code to scan."""


class AnswerRoom(StrEnum):
    """Where a student answers."""

    CHOICES = "choices"
    """By marking letters."""
    LINE = "line"
    """In a word or a number."""
    LINES = "lines"
    """In writing; points are given by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedChoice:
    """A choice, by the letter that it has on this form."""

    letter: str
    text: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQuestion:
    """A question of a form. `note` as "Mark all that apply."; `lines` is how many to write on."""

    number: int
    text: Blocks
    worth: str
    room: AnswerRoom
    note: str = ""
    choices: tuple[PrintedChoice, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A test as one key version prints it; `version` is "" where there is only one."""

    version: str
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A question's right answer; `note` as "A share of the points for what is right."."""

    number: int
    answer: str
    worth: str
    standards: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedKey:
    """The answer key of one key version."""

    version: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStandard:
    """A standard of the key: its code and its statement ("" = not known)."""

    code: str
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpace:
    """Where a question is answered on an answer sheet: letters to mark, or a line."""

    number: int
    room: AnswerRoom
    letters: tuple[str, ...] = ()
    worth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """A page of a student's answer sheet. `code` is the text of its code, without any name."""

    student: str
    version: str
    page: int
    pages: int
    code: str
    columns: tuple[tuple[AnswerSpace, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTest:
    """All that one file holds. `two_sided`: each part begins on a sheet of its own.

    `points` as "20 points"; `about` as "Mathematics, grade 3"; `class_name` and `teacher` are ""
    unless it is printed for a class.
    """

    paper: ReportPaper
    title: str
    about: str
    district: str
    points: str
    class_name: str = ""
    teacher: str = ""
    forms: tuple[PrintedForm, ...] = ()
    keys: tuple[PrintedKey, ...] = ()
    standards: tuple[KeyStandard, ...] = ()
    pages: tuple[AnswerPage, ...] = field(default=())
    two_sided: bool = False
