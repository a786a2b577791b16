"""A row per student: Q1 to Qn behind the student's name, or a scanner's columns by place."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.assessments.items import Item
from chalicelib.assessments.scoring import read_response, score
from chalicelib.errors import FileFinding
from chalicelib.results.model import FORM_A, Status
from chalicelib.spreadsheets import Row, other_rows, problem

from . import response_problems
from .cells import read_cell
from .guessing import is_key_row
from .model import ColumnUse, Entry, Role, Score
from .rows import Rows


def read_wide(rows: Rows) -> list[Entry]:
    """Read the rows; each is an entry, the answer key, or explained."""
    uses = [use for use in rows.reading.mapping.columns if use.number is not None]
    if not uses and rows.reading.mapping.place(Role.STATUS) is None:
        rows.problems.append(problem(0, "", "", response_problems.QUESTION_COLUMNS_MISSING()))
        return []
    entries = list[Entry]()
    for row in rows.reading.rows:
        if is_key_row(row):
            _compare_key(rows, row, uses)
            continue
        entry = _entry(rows, row, uses)
        if entry:
            entries.append(entry)
    return _once_each(rows, entries)


def _entry(rows: Rows, row: Row, uses: list[ColumnUse]) -> Entry | None:
    student = rows.student(row)
    form = rows.form(row, student) if student else None
    told = rows.status(row)
    if student is None or form is None or told is False:
        return None
    scores, marked, wrong = _cells(rows, row, uses, form[1])
    status = told if isinstance(told, Status) else marked
    if status in (Status.ABSENT, Status.EXEMPT):
        return _not_there(rows, row, student, status, scores)
    if told is None and (not scores or _blank(rows, row, uses, form[1])):
        if not wrong:
            rows.report(row, None, response_problems.ROW_EMPTY())
        return None
    return Entry(student, (row.number,), Status.PRESENT, form[0], scores)


def _cells(
    rows: Rows, row: Row, uses: list[ColumnUse], form: str
) -> tuple[dict[int, Score], Status | None, bool]:
    """Read a row's cells: scores by item, a marker of not taking part, whether any is wrong."""
    scores, marked, wrong = dict[int, Score](), None, False
    for use in uses:
        place, text = use.column - 1, row.at(use.column - 1)
        item = rows.asked.place(form, use.number or 0)
        if item is None:
            wrong = _beyond(rows, row, place, form) or wrong
            continue
        said = read_cell(rows.asked.items[item], use.role, text, row.number, rows.name(place))
        if isinstance(said, Status):
            marked = said
        elif isinstance(said, Score):
            scores[item] = said
        elif said is not None:
            rows.report(row, place, said)
            wrong = True
    return scores, marked, wrong


def _beyond(rows: Rows, row: Row, place: int, form: str) -> bool:
    """Explain, once a column, answers to a question that the form does not have."""
    if not row.at(place) or (form, place) in rows.beyond:
        return False
    rows.beyond.add((form, place))
    count = len(rows.asked.forms[form])
    rows.report(row, place, response_problems.ITEM_BEYOND_FORM(count=count))
    return True


def _not_there(
    rows: Rows, row: Row, student: str, status: Status, scores: dict[int, Score]
) -> Entry | None:
    """Who did not take part has no answers; what was entered before is kept by the sheet."""
    if any(not each.omitted for each in scores.values()):
        rows.report(row, None, response_problems.STATUS_CONTRADICTS(status=status.value))
        return None
    return Entry(student, (row.number,), status)


def _blank(rows: Rows, row: Row, uses: list[ColumnUse], form: str) -> bool:
    """Tell a row with nothing in it from one that says of everything that it was left out."""
    return not any(
        row.at(use.column - 1) and rows.asked.place(form, use.number or 0) is not None
        for use in uses
    )


def _once_each(rows: Rows, entries: list[Entry]) -> list[Entry]:
    """Keep each student once. Two rows that say the same are one; otherwise both are explained."""
    kept: dict[str, list[Entry]] = {}
    for each in entries:
        kept.setdefault(each.student, []).append(each)
    return [entry for same in kept.values() if (entry := _one(rows, same))]


def _one(rows: Rows, same: list[Entry]) -> Entry | None:
    first = same[0]
    numbers = [each.rows[0] for each in same]
    if all(_says_the_same(first, each) for each in same[1:]):
        for n in numbers[1:]:
            rows.report(Row(n, ()), None, _again(numbers, n, alike=True))
        return first
    for n in numbers:
        rows.report(Row(n, ()), None, _again(numbers, n, alike=False))
    return None


def _says_the_same(one: Entry, other: Entry) -> bool:
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


def _compare_key(rows: Rows, row: Row, uses: list[ColumnUse]) -> None:
    """The assessment's own key scores; where the file's is another one, that is said."""
    for use, key in _differences(rows, row, uses):
        differs = response_problems.KEY_DIFFERS(number=use.number, key=key)
        rows.report(row, use.column - 1, differs)


def _differences(rows: Rows, row: Row, uses: list[ColumnUse]) -> Iterator[tuple[ColumnUse, str]]:
    for use in uses:
        place = rows.asked.place(FORM_A, use.number or 0)
        text = row.at(use.column - 1)
        if place is None or not text or use.role != Role.RESPONSE:
            continue
        item = rows.asked.items[place]
        if item.key and not _is_right(item, text):
            yield use, " ".join(item.key)[:40]


def _is_right(item: Item, text: str) -> bool:
    try:
        return score(item, read_response(item, text)) == item.worth
    except ValueError:
        return False
