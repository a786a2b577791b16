"""Reading an answer key from a file: plain, ZipGrade's or GradeHub's layout.

Never raises: every row is either part of what was understood or named in a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from chalicelib.assessments import key_problems
from chalicelib.assessments.key_entries import AcceptedResponse
from chalicelib.assessments.kinds.true_false import is_truth
from chalicelib.assessments.versions import FORMS
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import (
    Spreadsheet,
    SpreadsheetProblem,
    SpreadsheetRow,
    in_order,
    other_rows,
    plain,
    problem,
    read,
)

from . import zipgrade
from .columns import (
    CHOICE_WORDS,
    Columns,
    by_header,
    by_place,
    form_letter,
    meaning_of,
    question_number,
    read_choices_cell,
    read_kind_cell,
    read_points_cell,
    read_tolerance_cell,
)
from .model import KeyFile, KeyFileLayout, KeyFileQuestion
from .notation import letters_of, read_answers
from .rows import Cells


def read_key(source: str | bytes, layout: KeyFileLayout | None = None) -> KeyFile:
    """Read a key; without a layout, its header or shape identifies it."""
    sheet = read(source)
    known = layout or recognize(sheet)
    if sheet.problems:
        return KeyFile(known, sheet.encoding, sheet.separator, problems=sheet.problems)
    questions, found = _READERS[known](sheet)
    if not questions and not any(each.is_error for each in found):
        found = [*found, problem(0, "", "", key_problems.NO_QUESTION())]
    kept, repeated = _once_each(questions)
    problems, forms = in_order([*sheet.notes, *found, *repeated]), _by_form(kept)
    return KeyFile(known, sheet.encoding, sheet.separator, forms, problems, len(sheet.rows))


def recognize(sheet: Spreadsheet) -> KeyFileLayout:
    """Return which layout a file has."""
    if not sheet.rows:
        return KeyFileLayout.PLAIN
    names = [plain(cell) for cell in sheet.rows[0].cells]
    if "expected" in names and "item" in names:
        return KeyFileLayout.GRADEHUB
    if zipgrade.is_header(names) or zipgrade.looks_like(sheet):
        return KeyFileLayout.ZIPGRADE
    return KeyFileLayout.PLAIN


# -- plain and GradeHub ---------------------------------------------------------------------------

_Told = tuple[list[KeyFileQuestion], list[SpreadsheetProblem]]
_PLAIN_ORDER = ("question", "answer", "points", "standards")
_GRADEHUB_ORDER = ("question", "answer", "type", "points")


def _plain(sheet: Spreadsheet) -> _Told:
    return _row_by_row(sheet, _PLAIN_ORDER, _plain_answer)


def _gradehub(sheet: Spreadsheet) -> _Told:
    return _row_by_row(sheet, _GRADEHUB_ORDER, _gradehub_answer)


_Answers = Callable[[Cells, KeyFileQuestion], KeyFileQuestion | None]


def _row_by_row(sheet: Spreadsheet, order: tuple[str, ...], answer: _Answers) -> _Told:
    columns, rows, found = _columns(sheet, order)
    if not (columns.has("answer") and columns.has("question")):
        return [], [*found, _columns_missing(sheet.rows[0])]
    questions = list[KeyFileQuestion]()
    for row in rows:
        cells = Cells(columns, row)
        question = _question(cells, answer) if cells.usable else None
        if question is not None and cells.usable:
            questions.append(question)
        found += cells.problems
    return questions, found


def _columns(
    sheet: Spreadsheet, order: tuple[str, ...]
) -> tuple[Columns, Iterable[SpreadsheetRow], list[SpreadsheetProblem]]:
    """Take the header, or the usual order where there is none."""
    first = sheet.rows[0]
    meanings = {meaning_of(cell) for cell in first.cells}
    if {"question", "answer"} & meanings:
        columns, found = by_header(first)
        return columns, sheet.rows[1:], found
    if isinstance(question_number(first.at(0)), int) and sheet.width > 1:
        more = [order[-1] if order[-1] == "standards" else ""] * (sheet.width - len(order))
        return by_place(*[*order, *more][: sheet.width]), sheet.rows, []
    return by_place(), (), []


def _columns_missing(first: SpreadsheetRow) -> SpreadsheetProblem:
    names = ", ".join(repr(cell[:40]) for cell in first.cells[:12] if cell)
    return problem(first.number, "", "", key_problems.COLUMNS_MISSING(names=names))


def _question(cells: Cells, answer: _Answers) -> KeyFileQuestion | None:
    """Read a row. The question is used only if nothing in the row is wrong."""
    number = cells.take("question", question_number)
    form = cells.take("form", form_letter)
    of = cells.take("of", question_number) if cells.text("of") else None
    standards = cells.columns.standards(cells.row)
    question = KeyFileQuestion(
        form=form or FORMS[0],
        number=number or 0,
        row=cells.row.number,
        answers=(),
        points=cells.take("points", read_points_cell),
        standards=tuple(standards),
        tolerance=cells.take("tolerance", read_tolerance_cell) or "",
        choices=cells.take("choices", read_choices_cell) or 0,
        of=of,
        cells=cells.columns.about(cells.row),
        standard_columns=standards,
    )
    return answer(cells, question)


def _plain_answer(cells: Cells, question: KeyFileQuestion) -> KeyFileQuestion | None:
    rule = _RULES.get(plain_type := cells.text("type").strip().lower())
    kind = None if plain_type in _RULES else cells.take("type", read_kind_cell)
    if rule is not None:
        return _by_rule(cells, question, rule)
    text = cells.text("answer")
    read_as = read_answers(text)
    if isinstance(read_as, FileFinding):
        cells.wrong("answer", read_as)
        return None
    answers, loose = read_as
    chosen = plain(plain_type) in CHOICE_WORDS and text
    if chosen and not all(letters_of(each.response) or is_truth(each.response) for each in answers):
        cells.wrong("answer", key_problems.KEY_NOT_A_LETTER(written=text))
        return None
    return replace(question, kind=kind, answers=answers, loose=loose)


# -- GradeHub -------------------------------------------------------------------------------------

_ANY, _ALL = "any", "all"
_RULES = {"*": _ANY, "any": _ANY, "choose any": _ANY, "&": _ALL, "all": _ALL, "choose all": _ALL}


def _gradehub_answer(cells: Cells, question: KeyFileQuestion) -> KeyFileQuestion | None:
    """`*`: choosing any of the letters, and no other, is right; `&`: choosing all of them."""
    text = cells.text("type").strip().lower() or "*"
    if text not in _RULES:
        cells.wrong("type", key_problems.RULE_UNKNOWN())
        return None
    return _by_rule(cells, question, _RULES[text])


def _by_rule(cells: Cells, question: KeyFileQuestion, rule: str) -> KeyFileQuestion:
    return replace(question, answers=(AcceptedResponse(cells.text("answer")),), any_of=rule == _ANY)


# -- over the whole file --------------------------------------------------------------------------


def _once_each(questions: list[KeyFileQuestion]) -> _Told:
    """Keep each question of a form once: of those that come again, every row is explained."""
    places: dict[tuple[str, int], list[KeyFileQuestion]] = {}
    for each in questions:
        places.setdefault((each.form, each.number), []).append(each)
    kept = [same[0] for same in places.values() if len(same) == 1]
    repeated = [same for same in places.values() if len(same) > 1]
    rows = {(same[0].form, same[0].number): [each.row for each in same] for same in repeated}
    return kept, [
        _report_repeated_question(each, rows[each.form, each.number])
        for same in repeated
        for each in same
    ]


def _report_repeated_question(question: KeyFileQuestion, rows: list[int]) -> SpreadsheetProblem:
    others = other_rows(rows, question.row)
    form = f" of version {question.form}" if question.form != FORMS[0] else ""
    twice = key_problems.QUESTION_TWICE(number=question.number, form=form, others=others)
    return problem(question.row, "", str(question.number), twice)


def _by_form(questions: list[KeyFileQuestion]) -> dict[str, tuple[KeyFileQuestion, ...]]:
    forms = sorted({each.form for each in questions})
    ordered = sorted(questions, key=lambda each: each.number)
    return {form: tuple(each for each in ordered if each.form == form) for form in forms}


_READERS: dict[KeyFileLayout, Callable[[Spreadsheet], _Told]] = {
    KeyFileLayout.PLAIN: _plain,
    KeyFileLayout.GRADEHUB: _gradehub,
    KeyFileLayout.ZIPGRADE: zipgrade.read_questions,
}
