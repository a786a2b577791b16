"""One row of responses: whose it is, which form they had, whether they took part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from chalicelib.errors import FileFinding
from chalicelib.file_cells import column_name
from chalicelib.results.model import FORM_A, Status
from chalicelib.spreadsheets import Problem, Row, problem, unusable

from . import response_problems
from .cells import read_form, read_status
from .model import Asked, Reading, Role
from .students import Students

Told = TypeVar("Told")


@dataclass
class Rows:
    """What rows are read by; `problems` has everything found so far.

    `forms` are the key versions that students have on the sheet already; A is not noted.
    """

    reading: Reading
    asked: Asked
    students: Students
    forms: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    beyond: set[tuple[str, int]] = field(default_factory=set)
    """Columns, by form, that were said to be about no question of it."""

    def name(self, place: int) -> str:
        """Give what a column is called; its letter when it has no name."""
        names = self.reading.names
        return (names[place] if place < len(names) else "") or column_name(place)

    def report(self, row: Row, place: int | None, finding: FileFinding) -> None:
        """Report what is wrong or odd in a cell, or in a row."""
        column, value = ("", "") if place is None else (self.name(place), row.at(place))
        self.problems.append(problem(row.number, column, value, finding))

    def student(self, row: Row) -> str | None:
        """Give whose row it is; None, and a problem, when nobody's."""
        mapping = self.reading.mapping
        place = mapping.place(Role.STUDENT)
        if place is not None:
            return self._take(row, place, lambda text: self.students.find(mapping.student_by, text))
        family, given = mapping.place(Role.FAMILY), mapping.place(Role.GIVEN)
        if family is None or given is None:
            self.report(row, None, response_problems.STUDENT_COLUMN_MISSING())
            return None
        return self._take(row, family, lambda text: self.students.named(text, row.at(given)))

    def form(self, row: Row, student: str) -> tuple[str | None, str] | None:
        """Give the form as the row says it, and the one to read the row by; None if unreadable."""
        place = self.reading.mapping.place(Role.VERSION)
        told = None
        if place is not None and row.at(place):
            told = self._take(row, place, lambda text: read_form(text, list(self.asked.forms)))
            if told is None:
                return None
        return told, told or self.forms.get(student, FORM_A)

    def status(self, row: Row) -> Status | bool | None:
        """Give what a column says of taking part; False, and a problem, if it cannot be read."""
        place = self.reading.mapping.place(Role.STATUS)
        if place is None or not row.at(place):
            return None
        return self._take(row, place, read_status) or False

    def _take(
        self, row: Row, place: int, reads: Callable[[str], Told | FileFinding]
    ) -> Told | None:
        text = row.at(place)
        told: Told | FileFinding = unusable(text) or reads(text)
        if isinstance(told, FileFinding):
            self.report(row, place, told)
            return None
        return told
