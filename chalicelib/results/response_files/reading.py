"""Reading responses from a file: the mapping guessed or given, then every row used or explained."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import replace

from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import Row, Sheet, in_order, problem, read

from . import response_problems
from .guessing import guess, is_key_row
from .long import read_long
from .model import (
    Asked,
    ColumnFound,
    ColumnUse,
    Layout,
    Mapping,
    Reading,
    ResponseFile,
    Role,
)
from .rows import Rows
from .students import Students
from .wide import read_wide

_SAMPLES = 3


def read_responses(
    source: str | bytes,
    asked: Asked,
    students: Students,
    mapping: Mapping | None = None,
    *,
    layout: Layout | None = None,
    forms: MappingOf[str, str] | None = None,
) -> ResponseFile:
    """Read a file of responses. Never raises.

    `forms` are the key versions that students have on the sheet already. Without a `mapping` it is
    guessed; `layout` says only whether a row is a student's or an answer's.
    """
    sheet = read(source)
    if sheet.problems:
        return ResponseFile(sheet.encoding, sheet.separator, problems=sheet.problems)
    used = mapping or guess(sheet, asked, students, layout)
    found = ResponseFile(sheet.encoding, sheet.separator, used, rows=len(sheet.rows))
    header = _header(sheet, used)
    found = replace(found, columns=tuple(_columns(sheet, used, header)))
    wrong = _impossible(used, sheet)
    if wrong:
        return replace(found, problems=(*sheet.notes, problem(0, "", "", wrong)))
    rows = Rows(_reading(sheet, used, header), asked, students, forms or {})
    entries = (read_long if used.layout == Layout.LONG else read_wide)(rows)
    return replace(found, entries=tuple(entries), problems=in_order([*sheet.notes, *rows.problems]))


def _header(sheet: Sheet, mapping: Mapping) -> Row | None:
    return next((row for row in sheet.rows if row.number == mapping.header), None)


def _reading(sheet: Sheet, mapping: Mapping, header: Row | None) -> Reading:
    rows = tuple(row for row in sheet.rows if row.number > mapping.header)
    return Reading(mapping, rows, header.cells if header else ())


def _columns(sheet: Sheet, mapping: Mapping, header: Row | None) -> Iterable[ColumnFound]:
    """Say of each column what it was taken for, with the first values that stand in it."""
    uses = {use.column: use for use in mapping.columns}
    rows = [row for row in sheet.rows if row.number > mapping.header and not is_key_row(row)]
    for column in range(1, sheet.width + 1):
        use = uses.get(column) or ColumnUse(column=column, role=Role.IGNORED)
        samples = tuple(row.at(column - 1)[:60] for row in rows[:_SAMPLES])
        name = header.at(column - 1) if header else ""
        yield ColumnFound(column, name, use.role, use.number, samples)


def _impossible(mapping: Mapping, sheet: Sheet) -> FileFinding | None:
    """Say what is wrong with a mapping as such."""
    columns = [use.column for use in mapping.columns]
    if len(set(columns)) < len(columns):
        return response_problems.MAPPING_COLUMN_TWICE()
    if any(column > sheet.width for column in columns):
        return response_problems.MAPPING_COLUMN_MISSING(width=sheet.width)
    if not {Role.STUDENT, Role.FAMILY} & {use.role for use in mapping.columns}:
        return response_problems.STUDENT_COLUMN_MISSING()
    return _unclear(mapping)


def _unclear(mapping: Mapping) -> FileFinding | None:
    numbers = [use.number for use in mapping.columns if use.number is not None]
    if mapping.layout == Layout.WIDE and len(set(numbers)) < len(numbers):
        return response_problems.QUESTION_TWICE()
    answers = [use for use in mapping.columns if use.role in (Role.RESPONSE, Role.POINTS)]
    if mapping.layout == Layout.WIDE and any(use.number is None for use in answers):
        return response_problems.QUESTION_UNKNOWN()
    single = (Role.STUDENT, Role.FAMILY, Role.GIVEN, Role.VERSION, Role.STATUS, Role.QUESTION)
    if any(len(mapping.of_role(role)) > 1 for role in single):
        return response_problems.MAPPING_ROLE_TWICE()
    return None
