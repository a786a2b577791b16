"""The facts about each column of answers that are known before its cells are read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chalicelib.assessments.items import Item
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.numerals import exact_number
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import SpreadsheetRow

from . import column_problems, response_problems
from .heads import label_of, worth_of
from .layouts import Means, recognize
from .model import AnswerNote, AskedItems, ColumnRole, ColumnUse
from .notation import PLAINLY, ColumnNotation, Values, detect_notation, is_right_or_letter

_NAMED = 8
"""Columns that a sentence names."""


@dataclass(frozen=True, slots=True)
class AnswerColumns:
    """How the answers of a file are written, by what stands for their question.

    In a wide file that is the column (from 0), in a long one what its column of questions says.
    """

    written: Mapping[Hashable, ColumnNotation] = field(default_factory=dict)

    def of(self, question: Hashable) -> ColumnNotation:
        """Return how answers to a question are written."""
        return self.written.get(question, PLAINLY)


def prepare(answers: Mapping[Hashable, tuple[Iterable[str], list[Item]]]) -> AnswerColumns:
    """Look at all answers by question: their cells, and the items that they may be about."""
    values = {
        question: (Values.of(cells), items)
        for question, (cells, items) in answers.items()
        if items and all(KINDS[item.kind].is_marked for item in items)
    }
    right = any(is_right_or_letter(each, items) for each, items in values.values())
    return AnswerColumns(
        {q: detect_notation(each, items, right=right) for q, (each, items) in values.items()}
    )


_NOTED = {
    AnswerNote.SHIFTED: response_problems.READ_AS_FIRST_LETTERS,
    AnswerNote.TRUTHS: response_problems.READ_AS_TRUTHS,
    AnswerNote.RIGHT: response_problems.READ_AS_RIGHT,
    AnswerNote.DIGITS: response_problems.READ_AS_CHOICES,
    AnswerNote.VERSIONS: response_problems.READ_BY_NUMBER,
}


def say_noted(noted: Mapping[AnswerNote, Iterable[str]]) -> Iterable[FileFinding]:
    """Return what was understood beyond what stands in the cells, with the columns."""
    for note, names in noted.items():
        named = list(names)
        more = " ..." if len(named) > _NAMED else ""
        yield _NOTED[note](names=", ".join(named[:_NAMED]) + more)


def worths(
    names: Sequence[str],
    uses: Iterable[ColumnUse],
    asked: AskedItems,
    row: SpreadsheetRow | None,
    first: SpreadsheetRow | None,
) -> dict[int, FileFinding]:
    """Compare the file's points of a question with the item's; by column (from 0).

    By its head, a column beside it as the `first` row of a student has it, or a row of points.
    """
    found = dict[int, FileFinding]()
    places = {number: n for n, name in enumerate(names) if (number := worth_of(name))}
    beside = {n: exact_number(first.at(place)) for n, place in places.items()} if first else {}
    body = {
        use: _read_worth(names, use, row) or beside.get(use.number) for use in uses if use.number
    }
    for use, own in body.items():
        item = _item(asked, use.number or 0)
        mine = [n for each, n in body.items() if use.part and each.number == use.number] or [own]
        if item is None or any(each is None for each in mine):
            continue
        total = sum((each for each in mine if each is not None), Fraction(0))
        if total == item.worth:
            continue
        differs = (
            column_problems.OUT_OF_DIFFERS
            if use.role == ColumnRole.POINTS
            else column_problems.OUT_OF_DIFFERS_OF_ANSWERS
        )
        out_of = f"{float(total):g}"
        found[use.column - 1] = differs(out_of=out_of, number=use.number, worth=item.points)
    return found


def _read_worth(
    names: Sequence[str], use: ColumnUse, row: SpreadsheetRow | None
) -> Fraction | None:
    """Return what a question is worth by its head, or by the row that says so."""
    place = use.column - 1
    name = names[place] if place < len(names) else ""
    known = recognize(names)
    if known and place < len(known.means) and known.means[place] == Means.POINTS_BEHIND:
        return exact_number(name)
    label = label_of(name)
    if label and label.out_of:
        return exact_number(label.out_of)
    return exact_number(row.at(place)) if row and row.at(place) else None


def _item(asked: AskedItems, number: int) -> Item | None:
    return asked.items[number - 1] if 0 < number <= len(asked.items) else None
