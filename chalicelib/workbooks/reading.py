"""Reading a workbook: the sheet that a spreadsheet shows first, row by row.

Values and number formats come from openpyxl, which keeps no sheet in memory this way. It then omits
some facts; `structure.py` reads them before.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from chalicelib import zips
from chalicelib.errors import FileFinding, FileProblem
from chalicelib.file_cells import MarkedCell, UnreadableFile, column_name
from chalicelib.spreadsheet_problems import FILE_EMPTY

from . import workbook_problems
from .cells import show_value
from .parts import Parts, SheetPart, check_declarations, check_zip, find_other_kind, find_parts
from .structure import MOST_CELLS, Area, Structure, walk_sheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LAST_ROW = 40_001
"""One more than is ever read."""
MOST_PLACES = 4_000_000
"""Cells between the first and the last that holds something, most of them empty."""
NOT_CALCULATED = MarkedCell("=", workbook_problems.FORMULA_NOT_CALCULATED())
_NAMED = 8
"""Rows, columns or sheets that a sentence names."""


class WorkbookNote(NamedTuple):
    """Something odd that was understood all the same; row 0 is the file as a whole."""

    row: int
    finding: FileFinding


class Filled(NamedTuple):
    """A sheet: its rows from the first one on, blank ones too, and its oddities."""

    rows: Iterator[list[str]]
    notes: tuple[WorkbookNote, ...]


@contextmanager
def open_workbook(data: bytes) -> Iterator[Filled]:
    """Open a workbook, and yield its sheet while it is open. Raises `UnreadableFile`."""
    other = find_other_kind(data)
    if other:
        raise UnreadableFile(other)
    with _as_unreadable(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out is nothing that is read here
        with zips.open_zip(BytesIO(data)) as archive:
            check_zip(archive)
            check_declarations(archive)
            parts = find_parts(archive)
            sheet, structure = _choose_sheet(archive, parts)
        if parts.calculates_first:
            structure.not_calculated = structure.formulas
        workbook = _load(data)
        try:
            yield Filled(_rows(workbook, sheet, structure), _notes(parts, sheet, structure))
        finally:
            workbook.close()


@contextmanager
def _as_unreadable() -> Iterator[None]:
    try:
        yield
    except UnreadableFile:
        raise
    except Exception as error:  # a stranger's bytes, and no list of what a library raises on them
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED()) from error


def _load(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _choose_sheet(archive: ZipFile, parts: Parts) -> tuple[SheetPart, Structure]:
    """Take the sheet that is shown first, or the first one that is not empty.

    A hidden one is never taken. Raises `UnreadableFile`.
    """
    seen = [each for each in parts.sheets if not each.is_hidden and "worksheets/" in each.part]
    active = parts.sheets[parts.active : parts.active + 1]
    for sheet in [each for each in active if each in seen] + seen:
        with archive.open(sheet.part) as stream:
            structure = walk_sheet(stream)
        if structure.last_row:
            return sheet, structure
    raise UnreadableFile(FILE_EMPTY())


def _rows(workbook: Workbook, sheet: SheetPart, structure: Structure) -> Iterator[list[str]]:
    """Yield the rows from the first one on, each up to its last cell that holds something."""
    wide, long = structure.last_column, min(structure.last_row, LAST_ROW)
    if wide * long > MOST_PLACES:
        raise UnreadableFile(workbook_problems.TOO_MANY_CELLS(most=MOST_CELLS))
    standing = _Standing(structure.merged)
    shown = workbook[sheet.name].iter_rows(min_row=1, max_row=long, max_col=wide)
    for number, cells in enumerate(shown, start=1):
        row = [
            NOT_CALCULATED if (number, column) in structure.not_calculated else _show(cell)
            for column, cell in enumerate(cells, start=1)
        ]
        standing.fill(number, row)
        while row and not row[-1]:
            row.pop()
        yield row


def _show(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return show_value(value, "")
    text = show_value(value, cell.number_format)
    if isinstance(value, date | time | timedelta):
        return MarkedCell(text, workbook_problems.DATE_CELL())
    return text


class _Standing:
    """Cells that are merged over several rows: each row gets the first one's content."""

    def __init__(self, merged: Iterable[Area]) -> None:
        self._begin: dict[int, list[Area]] = {}
        for area in merged:
            if area.bottom > area.top:
                self._begin.setdefault(area.top, []).append(area)
        self._now: dict[int, tuple[str, int]] = {}

    def fill(self, number: int, row: list[str]) -> None:
        """Write into a row the content of its merged cells from above."""
        self._now = {column: each for column, each in self._now.items() if each[1] >= number}
        for column, (text, _) in self._now.items():
            row[column - 1] = row[column - 1] or text
        for area in self._begin.get(number, ()):
            if area.left <= len(row):
                self._now[area.left] = (row[area.left - 1], area.bottom)


# -- what is odd -----------------------------------------------------------------------------------


def _notes(parts: Parts, sheet: SheetPart, structure: Structure) -> tuple[WorkbookNote, ...]:
    return tuple(
        note
        for note in (
            _note_sheets(parts, sheet),
            _note_hidden(structure.hidden_rows, workbook_problems.ROWS_HIDDEN),
            _note_hidden(
                [column_name(each - 1) for each in sorted(structure.hidden_columns)],
                workbook_problems.COLUMNS_HIDDEN,
            ),
            _note_merged(structure),
        )
        if note
    )


def _note_sheets(parts: Parts, sheet: SheetPart) -> WorkbookNote | None:
    others = [f"“{each.name}”" for each in parts.sheets if each != sheet]
    if not others:
        return None
    finding = workbook_problems.OTHER_SHEETS(name=sheet.name, others=_list(others))
    return WorkbookNote(0, finding)


def _note_hidden(hidden: Sequence[int | str], declared: FileProblem) -> WorkbookNote | None:
    return WorkbookNote(0, declared(names=_list(hidden))) if hidden else None


def _note_merged(structure: Structure) -> WorkbookNote | None:
    """Name cells merged over several columns, except a title that is alone in its row."""
    wide = [
        area
        for area in structure.merged
        if area.right > area.left and structure.in_row[area.top] > 1
    ]
    if not wide:
        return None
    names = _list([area.name for area in wide])
    return WorkbookNote(wide[0].top, workbook_problems.CELLS_MERGED(names=names))


def _list(names: Sequence[int | str]) -> str:
    """List the first few.

    >>> _list([3, 5]), _list(range(20))
    ('3, 5', '0, 1, 2, 3, 4, 5, 6, 7 ...')
    """
    return ", ".join(map(str, names[:_NAMED])) + (" ..." if len(names) > _NAMED else "")
