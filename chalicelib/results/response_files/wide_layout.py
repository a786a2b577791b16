"""A row per student: Q1 to Qn behind the student's name, or a scanner's columns by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chalicelib.assessments.items import format_points
from chalicelib.assessments.scoring import score
from chalicelib.errors import FileFinding
from chalicelib.results.model import FORM_A, StudentPresence
from chalicelib.spreadsheets import SpreadsheetRow, other_rows, problem

from . import column_problems, response_problems
from .asides import RowAside
from .cells import CellAnswer, read_cell
from .layouts import recognize
from .model import CellScore, ColumnRole, ColumnUse, StudentResponses
from .rows import ResponseRows


def read_wide(rows: ResponseRows) -> list[StudentResponses]:
    """Read the rows; each is an entry, the answer key, or explained."""
    uses = rows.reading.mapping.answers
    if not uses and rows.reading.mapping.place(ColumnRole.STATUS) is None:
        rows.problems.append(problem(0, "", "", _no_questions(rows)))
        return []
    entries = list[StudentResponses]()
    for row in rows.reading.rows:
        aside = rows.asides.get(row.number)
        if aside == RowAside.KEY:
            _compare_key(rows, row, uses)
        elif aside:
            rows.explain(row, aside)
        if aside:
            continue
        entry = _entry(rows, row, uses)
        if entry:
            entries.append(entry)
    return _once_each(rows, entries)


def _no_questions(rows: ResponseRows) -> FileFinding:
    known = recognize(rows.reading.names)
    if known:
        return column_problems.PRODUCT_WITHOUT_QUESTIONS(name=known.product.name)
    return column_problems.QUESTION_COLUMNS_MISSING()


def _entry(
    rows: ResponseRows, row: SpreadsheetRow, uses: list[ColumnUse]
) -> StudentResponses | None:
    student = rows.student(row)
    form = rows.form(row, student) if student else None
    presence = rows.status(row)
    if student is None or form is None or presence is False:
        return None
    scores, marked, wrong = _cells(rows, row, uses, form[1])
    status = presence if isinstance(presence, StudentPresence) else marked
    if status in (StudentPresence.ABSENT, StudentPresence.EXEMPT):
        return _not_there(rows, row, student, status, scores)
    if rows.is_not_handed_in(row) and all(each.omitted for each in scores.values()):
        rows.report(row, None, response_problems.NOT_HANDED_IN())
        return None
    if presence is None and (not scores or _blank(rows, row, uses, form[1])):
        if not wrong:
            rows.report(row, None, _nothing(row, uses))
        return None
    return StudentResponses(student, (row.number,), StudentPresence.PRESENT, form[0], scores)


def _nothing(row: SpreadsheetRow, uses: list[ColumnUse]) -> FileFinding:
    """Return why a row has nothing to enter."""
    if any(row.at(use.column - 1) for use in uses):
        return response_problems.ROW_NOT_ENTERED()
    return response_problems.ROW_EMPTY()


def _cells(
    rows: ResponseRows, row: SpreadsheetRow, uses: list[ColumnUse], form: str
) -> tuple[dict[int, CellScore], StudentPresence | None, bool]:
    """Read a row's cells: scores by item, a marker of not taking part, whether any is wrong."""
    scores, marked, wrong = dict[int, CellScore](), None, False
    parts: dict[int, list[tuple[int, CellScore | None]]] = {}
    for use in uses:
        place = use.column - 1
        item = rows.asked.place(form, use.number or 0)
        if item is None:
            wrong = _beyond(rows, row, place, form) or wrong
            continue
        cell_score = rows.answer(item, use.role, row, place, rows.answers.of(place))
        if isinstance(cell_score, StudentPresence):
            marked = cell_score
        elif place in rows.unread:
            wrong = True
        elif isinstance(cell_score, FileFinding):
            wrong = _say(rows, row, place, cell_score) or wrong
        elif use.part:
            parts.setdefault(item, []).append((place, cell_score))
        elif cell_score is not None:
            scores[item] = cell_score
    for item, said_of in parts.items():
        whole = _whole(rows, row, item, said_of)
        if whole:
            scores[item] = whole
    return scores, marked, wrong


def _say(rows: ResponseRows, row: SpreadsheetRow, place: int, finding: FileFinding) -> bool:
    """Report what is wrong in a cell, or odd in its column; tell whether it is wrong."""
    if finding.severity == "warning":
        rows.report_once(row, place, finding)
        return False
    rows.report(row, place, finding)
    return True


def _whole(
    rows: ResponseRows, row: SpreadsheetRow, place: int, parts: list[tuple[int, CellScore | None]]
) -> CellScore | None:
    """Add the points of a question's parts up; nothing unless all of them have points."""
    given = [each for _, each in parts if each]
    if not given:
        return None
    missing = next((n for n, each in parts if each is None), None)
    item = rows.asked.items[place]
    if missing is not None:
        rows.report(row, missing, response_problems.PART_MISSING(number=place + 1))
        return None
    earned = sum((Fraction(each.points or 0) for each in given), Fraction(0))
    if earned > item.worth:
        facts = {"number": place + 1, "earned": format_points(earned), "worth": item.points}
        rows.report(row, parts[0][0], response_problems.POINTS_TOO_MANY(**facts))
        return None
    return CellScore(row.number, given[0].column, points=format_points(earned))


def _beyond(rows: ResponseRows, row: SpreadsheetRow, place: int, form: str) -> bool:
    """Explain, once a column, answers to a question that the form does not have."""
    if not row.at(place) or (form, place) in rows.beyond:
        return False
    rows.beyond.add((form, place))
    count = len(rows.asked.forms[form])
    rows.report(row, place, response_problems.ITEM_BEYOND_FORM(count=count))
    return True


def _not_there(
    rows: ResponseRows,
    row: SpreadsheetRow,
    student: str,
    status: StudentPresence,
    scores: dict[int, CellScore],
) -> StudentResponses | None:
    """Return a student who did not take part, without answers; the sheet keeps earlier entries."""
    if any(not each.omitted for each in scores.values()):
        rows.report(row, None, response_problems.STATUS_CONTRADICTS(status=status.value))
        return None
    return StudentResponses(student, (row.number,), status)


def _blank(rows: ResponseRows, row: SpreadsheetRow, uses: list[ColumnUse], form: str) -> bool:
    """Return whether a row is empty: one that marks every question as left out is not."""
    return not any(
        row.at(use.column - 1) and rows.asked.place(form, use.number or 0) is not None
        for use in uses
    )


def _once_each(rows: ResponseRows, entries: list[StudentResponses]) -> list[StudentResponses]:
    """Keep each student once. Two equal rows count as one; if they differ, both are explained."""
    kept: dict[str, list[StudentResponses]] = {}
    for each in entries:
        kept.setdefault(each.student, []).append(each)
    return [entry for same in kept.values() if (entry := _one(rows, same))]


def _one(rows: ResponseRows, same: list[StudentResponses]) -> StudentResponses | None:
    first = same[0]
    numbers = [each.rows[0] for each in same]
    if all(_says_the_same(first, each) for each in same[1:]):
        for n in numbers[1:]:
            rows.report(SpreadsheetRow(n, ()), None, _again(numbers, n, alike=True))
        return first
    for n in numbers:
        rows.report(SpreadsheetRow(n, ()), None, _again(numbers, n, alike=False))
    return None


def _says_the_same(one: StudentResponses, other: StudentResponses) -> bool:
    return (one.status, one.form, one.scores.keys()) == (
        other.status,
        other.form,
        other.scores.keys(),
    ) and all(score.same_as(other.scores[place]) for place, score in one.scores.items())


def _again(numbers: list[int], n: int, *, alike: bool) -> FileFinding:
    others = other_rows(numbers, n)
    again = response_problems.STUDENT_AGAIN if alike else response_problems.STUDENT_TWICE
    return again(others=others)


# -- the answer key among the rows ----------------------------------------------------------------


def _compare_key(rows: ResponseRows, row: SpreadsheetRow, uses: list[ColumnUse]) -> None:
    """Report a key in the file that differs; the assessment's own key scores."""
    differences = list(_differences(rows, row, uses))
    for use, key in differences:
        differs = response_problems.KEY_DIFFERS(number=use.number, key=key)
        rows.report(row, use.column - 1, differs)
    if not differences:
        rows.explain(row, RowAside.KEY)


def _differences(
    rows: ResponseRows, row: SpreadsheetRow, uses: list[ColumnUse]
) -> Iterator[tuple[ColumnUse, str]]:
    version = rows.reading.mapping.place(ColumnRole.VERSION)
    sentence = row.at(version).upper() if version is not None else ""
    form = sentence if sentence in rows.asked.forms else FORM_A
    for use in uses:
        place, text = rows.asked.place(form, use.number or 0), row.at(use.column - 1)
        if place is None or not text or use.role != ColumnRole.RESPONSE:
            continue
        item = rows.asked.items[place]
        if item.key and not any(_is_right(rows, use, place, each) for each in _EITHER.split(text)):
            yield use, " ".join(item.key)[:40]


_EITHER = re.compile(r"\s*[\^|]\s*|\s+or\s+")


def _is_right(rows: ResponseRows, use: ColumnUse, place: int, text: str) -> bool:
    item, written = rows.asked.items[place], rows.answers.of(use.column - 1)
    content = read_cell(item, ColumnRole.RESPONSE, text, written)
    if not isinstance(content, CellAnswer) or content.response is None:
        return False
    return score(item, content.response) == item.worth
