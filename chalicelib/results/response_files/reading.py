"""Reading responses from a file: the mapping guessed or given, then every row used or explained."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import replace

from chalicelib.assessments.items import Item
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import (
    Spreadsheet,
    SpreadsheetProblem,
    SpreadsheetRow,
    in_order,
    problem,
    read,
)

from . import column_problems
from .asides import RowAside, Whose
from .column_detection import Guess, guess
from .columns import prepare, say_noted, worths
from .heads import role_of
from .layouts import Means, recognize
from .long_layout import read_long
from .model import (
    AskedItems,
    ColumnFound,
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    ResponseFile,
    ResponseFileLayout,
    ResponseReading,
)
from .people import witnesses
from .reasons import CHOSEN, consequence
from .rows import ResponseRows
from .students import Students
from .wide_layout import read_wide

_SAMPLES = 3


def read_responses(
    source: str | bytes,
    asked: AskedItems,
    students: Students,
    mapping: ColumnMapping | None = None,
    *,
    layout: ResponseFileLayout | None = None,
    forms: MappingOf[str, str] | None = None,
) -> ResponseFile:
    """Read a file of responses. Never raises.

    `forms` are the key versions that students have on the sheet already. Without a `mapping` it is
    guessed; `layout` says only whether a row is a student's or an answer's.
    """
    sheet = read(source)
    if sheet.problems:
        return ResponseFile(sheet.encoding, sheet.separator, problems=sheet.problems)
    guessed = None if mapping else guess(sheet, asked, students, layout)
    used = guessed.mapping if guessed else mapping or ColumnMapping(layout=ResponseFileLayout.WIDE)
    header = next((row for row in sheet.rows if row.number == used.header), None)
    names = header.cells if header else ()
    known = recognize(names)
    found = ResponseFile(
        sheet.encoding,
        sheet.separator,
        used,
        known.product.name if known else None,
        rows=len(sheet.rows),
    )
    rows = _rows(sheet, used, names, asked, students, forms or {})
    found = replace(found, columns=tuple(_columns(sheet, rows, guessed)))
    wrong = _impossible(used, sheet, rows)
    if wrong:
        return replace(
            found, problems=in_order([*sheet.notes, *_report_open_guesses(rows, guessed), wrong])
        )
    entries = (read_long if used.layout == ResponseFileLayout.LONG else read_wide)(rows)
    noted = (problem(0, "", "", finding) for finding in say_noted(rows.noted))
    problems = in_order(
        [*sheet.notes, *_report_open_guesses(rows, guessed), *noted, *rows.problems]
    )
    return replace(found, entries=tuple(entries), problems=problems)


def _rows(
    sheet: Spreadsheet,
    mapping: ColumnMapping,
    names: tuple[str, ...],
    asked: AskedItems,
    students: Students,
    forms: MappingOf[str, str],
) -> ResponseRows:
    """Make the rows ready to be read: whose they are, and how their answers are written."""
    reading = ResponseReading(
        mapping, tuple(r for r in sheet.rows if r.number > mapping.header), names
    )
    whose = _whose(reading, sheet.width, students)
    known = recognize(names)
    own = [n for n, means in enumerate(known.means) if means == Means.OWN] if known else []
    asides = {row.number: aside for row in reading.rows if (aside := whose.aside(row))}
    sample = [row for row in reading.rows[:_LOOKED_AT] if row.number not in asides]
    seen = witnesses(names, mapping, sample, students, own)
    rows = ResponseRows(reading, asked, students, asides, seen, forms)
    _look_at_answers(rows)
    return rows


def _whose(reading: ResponseReading, width: int, students: Students) -> Whose:
    """Return which cells name the student, and which others may say that a row is nobody's."""
    mapping, names = reading.mapping, reading.names
    uses = {use.column - 1: use.role for use in mapping.columns}
    people = {n for n, role in uses.items() if role in _PEOPLE}
    named = people | {
        n for n, name in enumerate(names) if n not in uses and role_of(name) in _PEOPLE
    }
    answers = {
        n
        for n, role in uses.items()
        if role in (ColumnRole.RESPONSE, ColumnRole.POINTS, ColumnRole.QUESTION)
    }
    first = min(answers, default=width)
    beside = [n for n in range(first) if n not in named]
    return Whose(mapping, sorted(named), beside, students)


_PEOPLE = (ColumnRole.STUDENT, ColumnRole.FAMILY, ColumnRole.GIVEN)
_LOOKED_AT = 200
"""Rows that decide whose names stand where."""


def _look_at_answers(rows: ResponseRows) -> None:
    """Find how answers are written, and what the file says that questions are worth."""
    mapping, names = rows.reading.mapping, rows.reading.names
    people = [row for row in rows.reading.rows if row.number not in rows.asides]
    gather = _by_question if mapping.layout == ResponseFileLayout.LONG else _by_column
    rows.answers = prepare(gather(rows, people))
    body = rows.asides
    worth = next((r for r in rows.reading.rows if body.get(r.number) == RowAside.WORTH), None)
    wide = mapping.answers if mapping.layout == ResponseFileLayout.WIDE else ()
    differ = worths(names, wide, rows.asked, worth, next(iter(people), None))
    for place, finding in differ.items():
        row = SpreadsheetRow(mapping.header, tuple(names))
        rows.report(row, place, finding)
    rows.unread = frozenset(n for n, each in differ.items() if each.severity == "error")


_Answers = dict[Hashable, tuple[Iterable[str], list[Item]]]


def _by_column(rows: ResponseRows, people: list[SpreadsheetRow]) -> _Answers:
    """Return the cells of each column of responses, and the items that forms print there."""
    found: _Answers = {}
    for use in rows.reading.mapping.answers:
        if use.role != ColumnRole.RESPONSE:
            continue
        place = use.column - 1
        items = [rows.asked.place(form, use.number or 0) for form in rows.asked.forms]
        printed = [rows.asked.items[n] for n in items if n is not None]
        found[place] = {row.at(place) for row in people}, printed
    return found


def _by_question(rows: ResponseRows, people: list[SpreadsheetRow]) -> _Answers:
    """Return the cells of each question of a long file, by what its column of questions says."""
    mapping = rows.reading.mapping
    question, answer = mapping.place(ColumnRole.QUESTION), mapping.place(ColumnRole.RESPONSE)
    if question is None or answer is None:
        return {}
    cells: dict[str, set[str]] = {}
    for row in people:
        cells.setdefault(row.at(question), set()).add(row.at(answer))
    found: _Answers = {}
    for text, entries in cells.items():
        items = [rows.item(form, text) for form in rows.asked.forms]
        found[text] = entries, [rows.asked.items[n] for n in items if n is not None]
    return found


def _report_open_guesses(rows: ResponseRows, guessed: Guess | None) -> Iterable[SpreadsheetProblem]:
    """Return what the guess of the columns leaves open."""
    header = rows.reading.mapping.header
    for place, finding in guessed.findings if guessed else ():
        name = rows.name(place) if place is not None else ""
        yield problem(header if place is not None else 0, name, name, finding)


def _columns(
    sheet: Spreadsheet, rows: ResponseRows, guessed: Guess | None
) -> Iterable[ColumnFound]:
    """Return the assumed role of each column, the reason, and the first values in it."""
    mapping, names = rows.reading.mapping, rows.reading.names
    uses = {use.column: use for use in mapping.columns}
    shown = list(
        itertools.islice((r for r in rows.reading.rows if r.number not in rows.asides), _SAMPLES)
    )
    for column in range(1, sheet.width + 1):
        use = uses.get(column) or ColumnUse(column=column, role=ColumnRole.IGNORED)
        samples = tuple(row.at(column - 1)[:60] for row in shown)
        name = names[column - 1] if column <= len(names) else ""
        reason = guessed.reasons.get(column, "") if guessed else CHOSEN
        wrong = consequence(use, mapping.student_by, rows.asked)
        yield ColumnFound(column, name, use.role, use.number, samples, use.part, reason, wrong)


def _impossible(
    mapping: ColumnMapping, sheet: Spreadsheet, rows: ResponseRows
) -> SpreadsheetProblem | None:
    """Return what is wrong with a mapping as such."""
    twice = _find_double_claim(mapping, rows)
    wrong = _out_of_range(mapping, sheet) or twice or _unclear(mapping)
    return problem(0, "", "", wrong) if wrong else None


def _out_of_range(mapping: ColumnMapping, sheet: Spreadsheet) -> FileFinding | None:
    columns = [use.column for use in mapping.columns]
    if len(set(columns)) < len(columns):
        return column_problems.MAPPING_COLUMN_TWICE()
    if any(column > sheet.width for column in columns):
        return column_problems.MAPPING_COLUMN_MISSING(width=sheet.width)
    if not {ColumnRole.STUDENT, ColumnRole.FAMILY} & {use.role for use in mapping.columns}:
        return column_problems.STUDENT_COLUMN_MISSING()
    return None


def _find_double_claim(mapping: ColumnMapping, rows: ResponseRows) -> FileFinding | None:
    """Return the finding that two columns are about one question, with their names.

    Columns of the parts of one question do not count.
    """
    claims: dict[int, list[ColumnUse]] = {}
    for use in mapping.answers if mapping.layout == ResponseFileLayout.WIDE else ():
        claims.setdefault(use.number or 0, []).append(use)
    for number, uses in claims.items():
        parts = {use.part for use in uses if use.part and use.role == ColumnRole.POINTS}
        if len(uses) > 1 and len(parts) < len(uses):
            names = " and ".join(rows.name(use.column - 1) for use in uses[:5])
            return column_problems.QUESTION_CLAIMED_TWICE(number=number, names=names)
    return None


def _unclear(mapping: ColumnMapping) -> FileFinding | None:
    answers = [
        use for use in mapping.columns if use.role in (ColumnRole.RESPONSE, ColumnRole.POINTS)
    ]
    if mapping.layout == ResponseFileLayout.WIDE and any(use.number is None for use in answers):
        return column_problems.QUESTION_UNKNOWN()
    single = (
        ColumnRole.STUDENT,
        ColumnRole.FAMILY,
        ColumnRole.GIVEN,
        ColumnRole.VERSION,
        ColumnRole.STATUS,
        ColumnRole.QUESTION,
    )
    if any(len(mapping.of_role(role)) > 1 for role in single):
        return column_problems.MAPPING_ROLE_TWICE()
    return None
