"""The content of a file of responses: the roles of columns, the responses of students."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.assessments.items import MOST_ITEMS, Item
from chalicelib.frozen_models import StrictModel
from chalicelib.results.model import StudentPresence
from chalicelib.spreadsheets import MOST_COLUMNS, MOST_ROWS, SpreadsheetProblem, SpreadsheetRow

Number = Annotated[int, Field(ge=1, le=MOST_ITEMS)]
"""A question's number as it is printed on the student's form."""


class ResponseFileLayout(StrEnum):
    """How a file is laid out."""

    WIDE = "wide"
    """A row per student, a column per question."""
    LONG = "long"
    """A row per student and question."""


class StudentIdentifier(StrEnum):
    """The way the file identifies a student."""

    ID = "id"
    """The student's id in the roster."""
    USERNAME = "username"
    """The student's sign-in name."""
    NAME = "name"
    """The student's name: `Family, Given` or `Given Family`, or in two columns."""


class ColumnRole(StrEnum):
    """The kind of a column."""

    STUDENT = "student"
    """The student."""
    FAMILY = "family_name"
    """The student's last name."""
    GIVEN = "given_name"
    """The student's first name."""
    VERSION = "version"
    """The printed form that the student had."""
    STATUS = "status"
    """Whether the student was present."""
    RESPONSE = "response"
    """The student's answer; in a wide file to question `number`."""
    POINTS = "points"
    """The student's points; in a wide file for question `number`."""
    QUESTION = "question"
    """The number of the question that the row is about, in a long file."""
    IGNORED = "ignored"
    """Nothing that is read."""


class ColumnUse(StrictModel):
    """The meaning of one column; columns are counted from 1."""

    column: Annotated[int, Field(ge=1, le=MOST_COLUMNS)]
    """The column, from 1. Example: `3`"""
    role: ColumnRole
    """Its text."""
    number: Number | None = None
    """The number of the question that it is about, in a wide file; null for other columns.

    Example: `7`
    """
    part: Annotated[str, Field(max_length=8)] | None = None
    """The part of the question that its points are for, where several columns make up one question;
    null for other columns.

    Example: `a`
    """


class ColumnMapping(StrictModel):
    """Which column means what."""

    layout: ResponseFileLayout
    """How the file is laid out."""
    header: Annotated[int, Field(ge=0, le=2 * MOST_ROWS)] = 0
    """The row with the names of the columns, from 1; 0 when there is none. Rows above it are not
    read.

    Example: `1`
    """
    student_by: StudentIdentifier = StudentIdentifier.ID
    """The way the file identifies a student."""
    columns: Annotated[tuple[ColumnUse, ...], Field(max_length=MOST_COLUMNS)] = ()
    """The meaning of the columns. Columns that are not named are ignored."""

    def of_role(self, role: ColumnRole) -> list[ColumnUse]:
        """Return the columns with a role, in order."""
        return [each for each in self.columns if each.role == role]

    @property
    def answers(self) -> list[ColumnUse]:
        """The columns of a wide file that are about a question."""
        held = (ColumnRole.RESPONSE, ColumnRole.POINTS)
        return [each for each in self.columns if each.number is not None and each.role in held]

    def place(self, role: ColumnRole) -> int | None:
        """Return the place (from 0) of the first column with a role."""
        return next((each.column - 1 for each in self.of_role(role)), None)


@dataclass(frozen=True, slots=True)
class AskedItems:
    """The items of the assessment, and the items that each form prints, by number from 1."""

    items: tuple[Item, ...]
    forms: MappingOf[str, Sequence[int]]
    """Places of items (from 0), in the order in which the form prints them; A is the items'."""

    def place(self, form: str, number: int) -> int | None:
        """Return the item that is question `number` on a form; none if there is none."""
        printed = self.forms[form]
        return printed[number - 1] if 0 < number <= len(printed) else None


class AnswerNote(StrEnum):
    """An assumption that was necessary to read an answer from its cell."""

    SHIFTED = "F to J are A to D"
    TRUTHS = "A is true, B is false"
    RIGHT = "1 is right"
    DIGITS = "1 is the first choice"
    VERSIONS = "version 1 is form A"


@dataclass(frozen=True, slots=True)
class CellScore:
    """The score of one item in a cell: exactly one of three values, as the sheet will get it."""

    row: int
    column: str
    response: str | None = None
    points: str | None = None
    omitted: bool = False

    def same_as(self, other: CellScore) -> bool:
        """Return whether the values are the same."""
        mine = (self.response, self.points, self.omitted)
        return mine == (other.response, other.points, other.omitted)


@dataclass(frozen=True, slots=True)
class StudentResponses:
    """One student's responses in a file; `scores` by the item's place. None stays as it is."""

    student: str
    rows: tuple[int, ...]
    status: StudentPresence | None = None
    form: str | None = None
    scores: MappingOf[int, CellScore] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnFound:
    """A column of the file, its assumed role, and its values."""

    column: int
    name: str
    role: ColumnRole
    number: int | None
    samples: tuple[str, ...]
    part: str | None = None
    reason: str = ""
    """Why it was taken for this, as a sentence."""
    consequence: str | None = None
    """The entries that would be wrong if this were not so; None where nothing is read."""


@dataclass(frozen=True, slots=True)
class ResponseFile:
    """A file that was read: its mapping, the responses of each student, and its problems."""

    encoding: str
    separator: str
    mapping: ColumnMapping | None = None
    recognized_as: str | None = None
    """The product whose file this is, by its whole header."""
    columns: tuple[ColumnFound, ...] = ()
    entries: tuple[StudentResponses, ...] = ()
    problems: tuple[SpreadsheetProblem, ...] = ()
    rows: int = 0

    @property
    def fits(self) -> bool:
        """Return whether there is something to enter, and nothing left to correct."""
        return bool(self.entries) and not any(each.is_error for each in self.problems)


@dataclass(frozen=True, slots=True)
class ResponseReading:
    """Rows of a file with the way to read them."""

    mapping: ColumnMapping
    rows: tuple[SpreadsheetRow, ...]
    """Without the header."""
    names: tuple[str, ...]
    """The names of the columns, as far as they have any."""
