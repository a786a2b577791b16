"""A row per student and question: student, question, response or points, perhaps the form."""

from __future__ import annotations

from dataclasses import dataclass, field

from chalicelib.assessments.numerals import exact_number
from chalicelib.errors import FileFinding
from chalicelib.results.model import StudentPresence
from chalicelib.spreadsheets import SpreadsheetRow, other_rows, problem, unusable

from . import column_problems, response_problems
from .heads import says_worth
from .model import AskedItems, CellScore, ColumnMapping, ColumnRole, StudentResponses
from .rows import ResponseRows


@dataclass
class _Gathered:
    """The content of one student's rows so far."""

    rows: list[int] = field(default_factory=list)
    forms: set[str | None] = field(default_factory=set)
    statuses: set[StudentPresence] = field(default_factory=set)
    scores: dict[int, list[CellScore]] = field(default_factory=dict)


def read_long(rows: ResponseRows) -> list[StudentResponses]:
    """Read the rows; each is part of an entry or explained."""
    missing = _missing(rows.reading.mapping)
    if missing:
        rows.problems.append(problem(0, "", "", missing))
        return []
    gathered: dict[str, _Gathered] = {}
    for row in rows.reading.rows:
        aside = rows.asides.get(row.number)
        if aside:
            rows.explain(row, aside)
        else:
            _gather(rows, row, gathered)
    return [e for student, facts in gathered.items() if (e := _entry(rows, student, facts))]


def _missing(mapping: ColumnMapping) -> FileFinding | None:
    answers = mapping.place(ColumnRole.RESPONSE), mapping.place(ColumnRole.POINTS)
    if mapping.place(ColumnRole.QUESTION) is None or answers == (None, None):
        return column_problems.QUESTION_COLUMN_MISSING()
    return None


def _gather(rows: ResponseRows, row: SpreadsheetRow, gathered: dict[str, _Gathered]) -> None:
    student = rows.student(row)
    form = rows.form(row, student) if student else None
    presence = rows.status(row)
    if student is None or form is None or presence is False:
        return
    entries = _read_answer(rows, row, form[1], alone=presence is None)
    if entries is None and not isinstance(presence, StudentPresence):
        return
    mine = gathered.setdefault(student, _Gathered())
    mine.rows.append(row.number)
    mine.forms |= {form[0]} - {None}
    mine.statuses |= {each for each in (presence, entries) if isinstance(each, StudentPresence)}
    if isinstance(entries, tuple):
        place, score = entries
        mine.scores.setdefault(place, []).append(score)


def _read_answer(
    rows: ResponseRows, row: SpreadsheetRow, form: str, *, alone: bool
) -> tuple[int, CellScore] | StudentPresence | None:
    """Read what a row says of its question; None, and a problem, when it says nothing usable.

    `alone`: the row says nothing else, so it must say this.
    """
    question = rows.reading.mapping.place(ColumnRole.QUESTION) or 0
    text = row.at(question)
    place = rows.item(form, text)
    role, at = _answer(rows, row, place)
    if place is None:
        if alone or row.at(question) or row.at(at):
            rows.report(row, question, unusable(row.at(question)) or _no_item(rows.asked, form))
        return None
    score = rows.answer(place, role, row, at, rows.answers.of(text), f"question {text}")
    differs = _other_worth(rows, row, place) if role == ColumnRole.POINTS else None
    if isinstance(score, CellScore) and differs:
        rows.report(row, at, differs)
        return None
    if isinstance(score, CellScore):
        return place, score
    if isinstance(score, StudentPresence):
        return score
    rows.report(row, at, score or response_problems.POINTS_MISSING())
    return None


def _other_worth(rows: ResponseRows, row: SpreadsheetRow, place: int) -> FileFinding | None:
    """Compare what the row says that its question is worth with what the item is."""
    worth = rows.asked.items[place].worth
    for n, name in enumerate(rows.reading.names):
        number = exact_number(row.at(n)) if says_worth(name) else None
        if number and number != worth:
            return column_problems.OUT_OF_DIFFERS_HERE(
                out_of=f"{float(number):g}", worth=rows.asked.items[place].points
            )
    return None


def _answer(rows: ResponseRows, row: SpreadsheetRow, place: int | None) -> tuple[ColumnRole, int]:
    """Choose between response and points: the response, unless there are only points."""
    mapping = rows.reading.mapping
    response, points = mapping.place(ColumnRole.RESPONSE), mapping.place(ColumnRole.POINTS)
    by_hand = place is not None and rows.asked.items[place].kind.value == "points"
    if response is None:
        return ColumnRole.POINTS, points or 0
    if points is not None and row.at(points) and (by_hand or not row.at(response)):
        return ColumnRole.POINTS, points
    return ColumnRole.RESPONSE, response


def _entry(rows: ResponseRows, student: str, facts: _Gathered) -> StudentResponses | None:
    """Put a student's rows together; what contradicts itself is explained and not used."""
    not_there = facts.statuses - {StudentPresence.PRESENT}
    wrong = _contradiction(facts, not_there)
    if wrong:
        for number in facts.rows:
            rows.report(SpreadsheetRow(number, ()), None, wrong)
        return None
    numbers = tuple(facts.rows)
    if not_there:
        return StudentResponses(student, numbers, not_there.pop())
    scores = {n: one for n, given in facts.scores.items() if (one := _one(rows, given))}
    return StudentResponses(
        student, numbers, StudentPresence.PRESENT, next(iter(facts.forms), None), scores
    )


def _contradiction(facts: _Gathered, not_there: set[StudentPresence]) -> FileFinding | None:
    if len(facts.forms) > 1:
        return response_problems.VERSION_CONTRADICTS()
    if len(not_there) > 1 or (not_there and any(map(_answered, facts.scores.values()))):
        return response_problems.STATUSES_CONTRADICT()
    return None


def _answered(scores: list[CellScore]) -> bool:
    return any(not each.omitted for each in scores)


def _one(rows: ResponseRows, given: list[CellScore]) -> CellScore | None:
    first = given[0]
    alike = all(first.same_as(each) for each in given)
    numbers = [each.row for each in given]
    for each in given if not alike else given[1:]:
        others = other_rows(numbers, each.row)
        if alike:
            rows.report(
                SpreadsheetRow(each.row, ()), None, response_problems.ANSWER_AGAIN(others=others)
            )
        else:
            rows.report(
                SpreadsheetRow(each.row, ()), None, response_problems.ANSWER_TWICE(others=others)
            )
    return first if alike else None


def _no_item(asked: AskedItems, form: str) -> FileFinding:
    return response_problems.ITEM_UNKNOWN(last=len(asked.forms[form]))
