"""One row of responses: whose it is, which form they had, whether they took part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from chalicelib.errors import FileFinding
from chalicelib.file_cells import MarkedCell, column_name
from chalicelib.results.model import FORM_A, StudentPresence
from chalicelib.spreadsheets import SpreadsheetProblem, SpreadsheetRow, problem, unusable

from . import column_problems, response_problems
from .asides import RowAside
from .cells import CellAnswer, CellContent, is_not_handed_in, read_cell, read_form, read_status
from .columns import AnswerColumns
from .model import AnswerNote, AskedItems, CellScore, ColumnRole, ResponseReading
from .notation import ColumnNotation
from .people import Witnesses
from .questions import item_named
from .students import Students

Told = TypeVar("Told")

_ASIDES = {
    RowAside.KEY: response_problems.KEY_ROW_IGNORED,
    RowAside.WORTH: response_problems.WORTH_ROW_IGNORED,
    RowAside.SUMMARY: response_problems.SUMMARY_ROW_IGNORED,
}


@dataclass
class ResponseRows:
    """The reader of rows; `problems` has everything found so far.

    `forms` are the key versions that students already have on the sheet; A is not noted.
    """

    reading: ResponseReading
    asked: AskedItems
    students: Students
    asides: Mapping[int, RowAside]
    """Rows that are nobody's, by their number."""
    witnesses: Witnesses
    forms: Mapping[str, str] = field(default_factory=dict)
    problems: list[SpreadsheetProblem] = field(default_factory=list)
    beyond: set[tuple[str, int]] = field(default_factory=set)
    """Columns, by form, that people marked as no question of it."""
    answers: AnswerColumns = field(default_factory=AnswerColumns)
    unread: frozenset[int] = frozenset()
    """Columns (from 0) of points that are not of what the question is worth here."""
    noted: dict[AnswerNote, dict[str, None]] = field(default_factory=dict)
    """The assumptions made, with the columns or questions they concern."""
    said: set[tuple[str, int]] = field(default_factory=set)
    """Findings that were reported once for a column, and hold for all of its cells."""
    _items: dict[tuple[str, str], int | None] = field(default_factory=dict)
    _read: dict[tuple[int, ColumnRole, str, ColumnNotation], CellContent] = field(
        default_factory=dict
    )

    def name(self, place: int) -> str:
        """Return the name of a column; its letter when it has none."""
        names = self.reading.names
        return (names[place] if place < len(names) else "") or column_name(place)

    def item(self, form: str, text: str) -> int | None:
        """Return the item that a cell of a long file names on a form."""
        if (form, text) not in self._items:
            self._items[form, text] = item_named(self.asked, form, text)
        return self._items[form, text]

    def answer(
        self,
        item: int,
        role: ColumnRole,
        row: SpreadsheetRow,
        place: int,
        written: ColumnNotation,
        called: str = "",
    ) -> CellScore | StudentPresence | FileFinding | None:
        """Read a cell of an item; what many cells say is read once."""
        text = row.at(place)
        if isinstance(text, MarkedCell):  # it equals a cell that has the same text, and is usable
            return text.finding
        key = (item, role, text, written)
        if key not in self._read:
            self._read[key] = read_cell(self.asked.items[item], role, text, written)
        content = self._read[key]
        if not isinstance(content, CellAnswer):
            return content
        if content.note:
            self.noted.setdefault(content.note, {})[called or self.name(place)] = None
        return CellScore(
            row.number, self.name(place), content.response, content.points, content.omitted
        )

    def report_once(self, row: SpreadsheetRow, place: int, finding: FileFinding) -> None:
        """Report what holds for a whole column at its first cell."""
        if (finding.code, place) not in self.said:
            self.said.add((finding.code, place))
            self.report(row, place, finding)

    def explain(self, row: SpreadsheetRow, aside: RowAside) -> None:
        """Report the kind of a row that belongs to no student."""
        self.report(row, None, _ASIDES[aside]())

    def report(self, row: SpreadsheetRow, place: int | None, finding: FileFinding) -> None:
        """Report what is wrong or odd in a cell, or in a row."""
        column, value = ("", "") if place is None else (self.name(place), row.at(place))
        self.problems.append(problem(row.number, column, value, finding))

    def student(self, row: SpreadsheetRow) -> str | None:
        """Return whose row it is; None, and a problem, when nobody's or two people's."""
        student = self._find_student(row)
        if student is None:
            return None
        place = self.witnesses.contradiction(self.students, row, student)
        if place is None:
            return student
        self.report(row, place, response_problems.IDENTITY_CONTRADICTS())
        return None

    def _find_student(self, row: SpreadsheetRow) -> str | None:
        mapping = self.reading.mapping
        place = mapping.place(ColumnRole.STUDENT)
        if place is not None:
            return self._take(row, place, lambda text: self.students.find(mapping.student_by, text))
        family, given = mapping.place(ColumnRole.FAMILY), mapping.place(ColumnRole.GIVEN)
        if family is None or given is None:
            self.report(row, None, column_problems.STUDENT_COLUMN_MISSING())
            return None
        return self._take(row, family, lambda text: self.students.find_by_name(text, row.at(given)))

    def form(self, row: SpreadsheetRow, student: str) -> tuple[str | None, str] | None:
        """Return the form that the row names, and the form to read it by; None if unreadable."""
        place = self.reading.mapping.place(ColumnRole.VERSION)
        form = None
        if place is not None and row.at(place):
            form = self._take(row, place, lambda text: read_form(text, list(self.asked.forms)))
            if form is None:
                return None
            if row.at(place).isdigit() and len(self.asked.forms) > 1:
                self.noted.setdefault(AnswerNote.VERSIONS, {})[self.name(place)] = None
        return form, form or self.forms.get(student, FORM_A)

    def status(self, row: SpreadsheetRow) -> StudentPresence | bool | None:
        """Return what a column says of taking part; False, and a problem, if it cannot be read."""
        place = self.reading.mapping.place(ColumnRole.STATUS)
        if place is None or not row.at(place) or is_not_handed_in(row.at(place)):
            return None
        return self._take(row, place, read_status) or False

    def is_not_handed_in(self, row: SpreadsheetRow) -> bool:
        """Return whether the status of a row says that there is no work of the student."""
        place = self.reading.mapping.place(ColumnRole.STATUS)
        return place is not None and is_not_handed_in(row.at(place))

    def _take(
        self, row: SpreadsheetRow, place: int, reads: Callable[[str], Told | FileFinding]
    ) -> Told | None:
        text = row.at(place)
        finding: Told | FileFinding = unusable(text) or reads(text)
        if isinstance(finding, FileFinding):
            self.report(row, place, finding)
            return None
        return finding
