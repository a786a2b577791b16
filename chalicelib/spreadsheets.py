"""Files of spreadsheets and scanners: any encoding, separator and line end, as numbered rows.

Each unreadable place is a problem with row, column, value, reason and the way out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from . import spreadsheet_problems
from .errors import Detail, FileFinding
from .file_cells import MarkedCell, UnreadableFile, column_name
from .rendering import shorten

MOST_ROWS = 20_000
"""A key has at most 200 items in five versions, a class of 60 at most 12,000 responses."""
MOST_COLUMNS = 1_000
LONGEST_CELL = 5_000
MOST_PROBLEMS = 10_000
"""That are listed; a file with more is of something else."""
MOST_DETAILS = 200
"""In a refusal; a look lists the problems."""
SHOWN_VALUE = 120
"""Characters of a wrong value that are shown."""

SEPARATORS = ",;\t|"
WORKBOOK = "Excel workbook"
"""A workbook's value in place of a text's encoding."""
_LOOKED_AT = 30
"""Rows that decide which separator it is."""

_AROUND = " \t\n\r\x0b\x0c\xa0\ufeff\u200b\u200e\u200f\u2007\u202f\u3000"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_AS_TEXT = re.compile(r'="?([^"=()]*)"?')
_OUR_MARK = re.compile(r"'[=+\-@].*", re.DOTALL)
_FAILED = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|#+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpreadsheetProblem:
    """One problem of a file: its place, the value there, why it is unusable, and the way out.

    Rows are numbered as a spreadsheet shows them; row 0 is the file as a whole. A `warning` was
    understood all the same.
    """

    row: int
    column: str
    value: str
    code: str
    reason: str
    fix: str
    severity: str

    @property
    def is_error(self) -> bool:
        """Return what keeps something from being used."""
        return self.severity == "error"


def problem(row: int, column: str, value: str, finding: FileFinding) -> SpreadsheetProblem:
    """Describe a problem; long values are cut, and hidden signs are made plain."""
    shown = shorten(_CONTROL.sub("\ufffd", value), SHOWN_VALUE)
    return SpreadsheetProblem(row, column, shown, *finding)


def in_order(found: Iterable[SpreadsheetProblem]) -> tuple[SpreadsheetProblem, ...]:
    """Return problems by row; of very many the first, and how many more there are."""
    ordered = sorted(found, key=lambda each: each.row)
    left = len(ordered) - MOST_PROBLEMS
    if left <= 0:
        return tuple(ordered)
    if any(each.is_error for each in ordered[MOST_PROBLEMS:]):
        more = spreadsheet_problems.PROBLEMS_LEFT_OUT(left=left)
    else:
        more = spreadsheet_problems.WARNINGS_LEFT_OUT(left=left)
    return (problem(0, "", "", more), *ordered[:MOST_PROBLEMS])


def field_of(source: str | bytes) -> str:
    """Point to the field of a body that a file came in: text as `csv`, bytes as `file`."""
    return "/csv" if isinstance(source, str) else "/file"


def as_details(found: Sequence[SpreadsheetProblem], pointer: str) -> list[Detail]:
    """Return the errors among problems as the details of a refusal, the first ones."""
    wrong = [each for each in found if each.is_error]
    return [Detail(pointer, each.code, in_words(each)) for each in wrong[:MOST_DETAILS]]


def other_rows(rows: Sequence[int], row: int) -> str:
    """List the rows but one, as far as anybody wants to read them.

    >>> other_rows([2, 3, 5], 3), other_rows(range(30), 0)
    ('2, 5', '1, 2, 3, 4, 5, 6, 7, 8, 9 ...')
    """
    others = [str(each) for each in rows[:10] if each != row]
    return ", ".join(others) + (" ..." if len(rows) > 10 else "")  # noqa: PLR2004 - a line's worth


def in_words(found: SpreadsheetProblem) -> str:
    """Return a problem in one line, with its place.

    >>> found = SpreadsheetProblem(3, "Points", "x", "c", "This is no number.", "Write 1.", "error")
    >>> in_words(found)
    'Row 3, Points: This is no number. Write 1.'
    """
    place = f"Row {found.row}" if found.row else "The file"
    column = f", {found.column}" if found.column else ""
    return f"{place}{column}: {found.reason} {found.fix}"


@dataclass(frozen=True, slots=True)
class SpreadsheetRow:
    """One row that is not blank, with the number a spreadsheet shows; cells are trimmed."""

    number: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """Return a cell; beyond the end it is blank."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A file as rows, and how it was written."""

    rows: tuple[SpreadsheetRow, ...]
    encoding: str = "UTF-8"
    separator: str = ","
    problems: tuple[SpreadsheetProblem, ...] = ()
    """Problems of the file as a whole: then there are no rows."""
    notes: tuple[SpreadsheetProblem, ...] = ()
    """Oddities of a workbook that were understood all the same."""

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


def read(source: str | bytes) -> Spreadsheet:
    """Read a file. Never raises: an unreadable file has a problem and no rows."""
    if isinstance(source, bytes) and (found := _find_other_kind(source)):
        return Spreadsheet((), problems=(found,))
    if isinstance(source, bytes) and source.startswith(_WORKBOOKS):
        return _read_workbook(source)
    text, encoding = (source, "UTF-8") if isinstance(source, str) else decode(source)
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    match = re.match(r"sep=(.)\n", text, re.IGNORECASE)
    separator = match[1] if match and match[1] in SEPARATORS else _separator(text)
    rows, problems = _rows(text, separator)
    if match:
        rows = rows[1:]
    if not rows and not problems:
        problems = [problem(0, "", "", spreadsheet_problems.FILE_EMPTY())]
    return Spreadsheet(tuple(rows), encoding, separator, tuple(problems))


def decode(data: bytes) -> tuple[str, str]:
    r"""Return a file's text and the name of its encoding, by its mark, its zeros, or by trying.

    >>> decode(b"\xff\xfeA\x00"), decode("é".encode("cp1252")), decode(b"A")
    (('A', 'UTF-16'), ('é', 'Windows-1252'), ('A', 'UTF-8'))
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "UTF-16"
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        beside = data[offset::2]
        if len(data) > 3 and beside.count(0) > 0.8 * len(beside):  # noqa: PLR2004 - most of them
            return data.decode(name, "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        # what Windows writes; the five bytes it does not know are kept as control characters
        return data.decode("cp1252", "surrogateescape").translate(_UNDEFINED), "Windows-1252"


_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, also the old and the locked ones, whatever their name says."""
_SIGNS = {
    b"%PDF-": spreadsheet_problems.NO_ROWS_OF_TEXT,
    b"\x89PNG": spreadsheet_problems.NO_ROWS_OF_TEXT,
    b"\xff\xd8\xff": spreadsheet_problems.NO_ROWS_OF_TEXT,
}
"""With what files begin that are no text, whatever their name says."""
_UNDEFINED = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}


def unusable(cell: str) -> FileFinding | None:
    """Find what keeps a cell of a used column from being read, whatever its meaning."""
    if isinstance(cell, MarkedCell):
        return cell.finding
    if _CONTROL.search(cell):
        return spreadsheet_problems.HIDDEN_CHARACTERS()
    if cell.startswith("="):
        return spreadsheet_problems.FORMULA()
    if _FAILED.fullmatch(cell):
        return spreadsheet_problems.FORMULA_FAILED()
    return None


def plain(header: str) -> str:
    """Reduce a header to its small letters and digits, so that spellings compare.

    >>> plain("Item #"), plain("Points_Possible"), plain("#")
    ('item', 'pointspossible', 'number')
    """
    text = header.strip()
    return "number" if text in ("#", "No.", "Nº", "N°") else re.sub(r"[\W_]", "", text.casefold())


def _find_other_kind(data: bytes) -> SpreadsheetProblem | None:
    """Return what a file is that is neither text nor a workbook."""
    found = next(
        (file_problem for sign, file_problem in _SIGNS.items() if data.startswith(sign)), None
    )
    return problem(0, "", "", found()) if found else None


# -- inside ---------------------------------------------------------------------------------------


def _read_workbook(data: bytes) -> Spreadsheet:
    """Read a workbook's sheet as a file of text is read."""
    from .workbooks.reading import open_workbook

    try:
        with open_workbook(data) as found:
            rows, problems = _collect(map(_all_trimmed, found.rows))
            notes = [problem(row, "", "", finding) for row, finding in found.notes]
    except UnreadableFile as error:
        return Spreadsheet((), WORKBOOK, "", (problem(0, "", "", error.finding),))
    return Spreadsheet(tuple(rows), WORKBOOK, "", tuple(problems), tuple(notes))


def _all_trimmed(cells: Iterable[str]) -> list[str]:
    return [cell if isinstance(cell, MarkedCell) else cell.strip(_AROUND) for cell in cells]


def _rows(text: str, separator: str) -> tuple[list[SpreadsheetRow], list[SpreadsheetProblem]]:
    """Return the rows of a text, or why there are none."""
    import csv

    number = 0

    def count_records() -> Iterator[list[str]]:
        nonlocal number
        for number, cells in enumerate(_records(text, separator), start=1):  # noqa: B007 - known when one cannot be read
            yield cells

    try:
        return _collect(count_records())
    except csv.Error as error:
        return [], [_unreadable(number + 1, str(error))]


def _collect(records: Iterable[list[str]]) -> tuple[list[SpreadsheetRow], list[SpreadsheetProblem]]:
    """Number the rows and leave out the blank ones; or say why there are too many."""
    rows = list[SpreadsheetRow]()
    for number, cells in enumerate(records, start=1):
        if any(cells):
            rows.append(SpreadsheetRow(number, tuple(cells)))
        found = _too_large(number, rows)
        if found:
            return [], [found]
    return rows, []


def _records(text: str, separator: str) -> Iterator[list[str]]:
    import csv

    lines = (f"{line}\n" for line in text.split("\n"))
    for cells in csv.reader(lines, delimiter=separator, strict=True):
        yield [_trim_cell(cell) for cell in cells]


def _trim_cell(cell: str) -> str:
    """Take off what is around the value: blanks, Excel's `="007"`, our own mark of safe cells."""
    text = cell.strip(_AROUND)
    as_text = _AS_TEXT.fullmatch(text)
    if as_text and '"' in text:
        return as_text[1].strip(_AROUND)
    return text[1:] if _OUR_MARK.fullmatch(text) else text


def _too_large(number: int, rows: Sequence[SpreadsheetRow]) -> SpreadsheetProblem | None:
    if number > MOST_ROWS * 2 or len(rows) > MOST_ROWS:
        return problem(number, "", "", spreadsheet_problems.TOO_MANY_ROWS(most=MOST_ROWS))
    cells = rows[-1].cells if rows else ()
    if len(cells) > MOST_COLUMNS:
        found = spreadsheet_problems.TOO_MANY_COLUMNS(columns=len(cells), most=MOST_COLUMNS)
        return problem(number, "", "", found)
    for index, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            found = spreadsheet_problems.CELL_TOO_LONG(characters=len(cell), most=LONGEST_CELL)
            return problem(number, column_name(index), cell, found)
    return None


def _unreadable(number: int, text: str) -> SpreadsheetProblem:
    runs_on = "field limit" in text
    broken = spreadsheet_problems.QUOTES_RUN_ON if runs_on else spreadsheet_problems.QUOTES_BROKEN
    return problem(number, "", "", broken())


def _separator(text: str) -> str:
    """Choose what splits most rows into the same number of cells; then, into the most cells."""
    start = "\n".join(_first_lines(text))
    return max(SEPARATORS, key=lambda each: _fit(start, each))


def _first_lines(text: str) -> Iterable[str]:
    return [line for line in text[:200_000].split("\n") if line.strip()][:_LOOKED_AT]


def _fit(start: str, separator: str) -> tuple[int, int]:
    import csv

    widths = Counter[int]()
    with suppress(csv.Error):  # a row is cut where we stopped looking
        for cells in _records(start, separator):
            if len(cells) > 1:
                widths[len(cells)] += 1
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))
