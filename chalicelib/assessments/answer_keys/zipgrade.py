"""ZipGrade's key files: Key, Question, Response, Points, Tag; a row per accepted response.

A header is optional. A blank key is the primary one (A). Several rows of one question are
alternative responses with their own points; `[a&i]` is any other response that was attempted. A
mapped key names in place of a response the question of the primary key that is printed there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.assessments import key_problems
from chalicelib.assessments.key_entries import AcceptedResponse
from chalicelib.assessments.numerals import exact_number
from chalicelib.assessments.versions import FORMS
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import Spreadsheet, SpreadsheetProblem, SpreadsheetRow, plain, problem

from .columns import (
    Columns,
    by_place,
    form_letter,
    question_number,
)
from .model import LONGEST_FORM, KeyFileQuestion
from .rows import Cells

_ATTEMPTED = "[a&i]"
_LONGEST_RESPONSE = 10
"""Characters of one response, as ZipGrade has it."""
_ORDER = ("form", "question", "answer", "points", "standards")
_NAMES = {
    "key": "form",
    "keyversion": "form",
    "question": "question",
    "questionnumber": "question",
    "response": "answer",
    "answer": "answer",
    "primaryquestion": "answer",
    "points": "points",
    "pointvalue": "points",
    "tag": "standards",
    "tags": "standards",
}


def is_header(names: Sequence[str]) -> bool:
    """Recognize it by a header's plain names; other files call their answers “Key”."""
    return names[:1] in (["key"], ["keyversion"]) and {"question", "response"} <= {
        each.rstrip("0123456789").replace("questionnumber", "question") for each in names
    }


def looks_like(sheet: Spreadsheet) -> bool:
    """Recognize it by the shape of the first rows: a key's letter, a number, a response, points."""
    return sheet.width >= len(_ORDER) - 1 and all(
        row.at(0).strip().upper() in ("", *FORMS)
        and row.at(1).isdigit()
        and exact_number(row.at(3)) is not None
        for row in sheet.rows[:5]
    )


def read_questions(sheet: Spreadsheet) -> tuple[list[KeyFileQuestion], list[SpreadsheetProblem]]:
    """Read the rows and put those of one question together."""
    columns, rows = _columns(sheet)
    entries, found = list[KeyFileQuestion](), list[SpreadsheetProblem]()
    for row in rows:
        cells = Cells(columns, row)
        question = _row(cells) if cells.usable else None
        if question is not None and cells.usable:
            entries.append(question)
        found += cells.problems
    return _together(entries, found), found


def _columns(sheet: Spreadsheet) -> tuple[Columns, Sequence[SpreadsheetRow]]:
    """Take the header, or the documented order; whatever is behind the points are tags."""
    first = sheet.rows[0]
    if is_header([plain(cell) for cell in first.cells]):
        meanings = [_NAMES.get(plain(cell).rstrip("0123456789"), "") for cell in first.cells]
        return replace(by_place(*meanings), names=first.cells), sheet.rows[1:]
    more = ["standards"] * (sheet.width - len(_ORDER))
    return by_place(*[*_ORDER, *more][: sheet.width]), sheet.rows


def _row(cells: Cells) -> KeyFileQuestion:
    """Read one accepted response. Used only if nothing in the row is wrong."""
    response = cells.text("answer")
    points = cells.text("points").replace(",", ".") or None
    if points is not None:
        cells.take("points", _points)
    if len(response) > _LONGEST_RESPONSE:
        cells.wrong("answer", key_problems.RESPONSE_TOO_LONG(most=_LONGEST_RESPONSE))
    elif not response and points != "0":
        cells.wrong("answer", key_problems.KEY_ROW_BLANK())
    standards = cells.columns.standards(cells.row)
    return KeyFileQuestion(
        form=cells.take("form", form_letter) or FORMS[0],
        number=cells.take("question", question_number) or 0,
        row=cells.row.number,
        answers=(AcceptedResponse("*" if response.lower() == _ATTEMPTED else response, points),),
        standards=tuple(standards),
        cells=cells.columns.about(cells.row),
        standard_columns=standards,
    )


def _points(text: str) -> str | FileFinding:
    number = exact_number(text)
    if number is None or number < 0:
        return key_problems.POINTS_NOT_A_NUMBER()
    return text


def _together(
    entries: list[KeyFileQuestion], found: list[SpreadsheetProblem]
) -> list[KeyFileQuestion]:
    """Make one question of its rows; mapped forms say which question of form A each is."""
    places: dict[tuple[str, int], list[KeyFileQuestion]] = {}
    for each in entries:
        places.setdefault((each.form, each.number), []).append(each)
    mapped = _find_mapped_forms(entries)
    questions = list[KeyFileQuestion]()
    for (form, _), rows in places.items():
        found += _report_repeated_responses(rows)
        questions += map(_map_question, rows) if form in mapped else [_with_alternatives(rows)]
    return questions


def _report_repeated_responses(rows: list[KeyFileQuestion]) -> list[SpreadsheetProblem]:
    first: dict[str, KeyFileQuestion] = {}
    return [
        problem(
            each.row,
            *each.cell("key"),
            key_problems.RESPONSE_TWICE(row=first[each.said].row),
        )
        for each in rows
        if first.setdefault(each.said, each) is not each
    ]


def _with_alternatives(rows: list[KeyFileQuestion]) -> KeyFileQuestion:
    tags = {tag: column for row in rows for tag, column in row.standard_columns.items()}
    answers = {each.response: each for row in rows for each in row.answers}
    return replace(
        rows[0],
        answers=tuple(answers.values()),
        standards=tuple(tags),
        standard_columns=tags,
        more_rows=tuple(each.row for each in rows[1:]),
    )


def _find_mapped_forms(entries: list[KeyFileQuestion]) -> set[str]:
    """Name the forms whose every row gives, in place of a response, a question of form A."""
    responses: dict[str, list[AcceptedResponse]] = {}
    for each in entries:
        responses.setdefault(each.form, []).extend(each.answers)
    numeric = any(_is_place(each.response) for each in responses.pop(FORMS[0], []))
    return {
        form
        for form, lines in responses.items()
        if all(_is_place(each.response) for each in lines)
        and len({each.response for each in lines}) == len(lines)
        and not (numeric and any(each.points for each in lines))
    }


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= LONGEST_FORM


def _map_question(question: KeyFileQuestion) -> KeyFileQuestion:
    return replace(question, answers=(), of=int(question.said))
