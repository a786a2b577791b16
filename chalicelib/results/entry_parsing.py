"""Entries that somebody sends, read against the assessment and the class. Pure.

All errors are found at once, each with its place. The place is the sender's own pointer, so a row
of a file and a field of a request are named alike.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from chalicelib.assessments.items import Item
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.responses import read_given_points
from chalicelib.assessments.scoring import read_response
from chalicelib.errors import Detail, Invalid
from chalicelib.results import refusals

from .left_out import LeftOut
from .merging import Edit, SheetEdits
from .model import FORM_A, NOT_ENTERED, OMITTED, StudentPresence, points_cell, response_cell

if TYPE_CHECKING:
    from chalicelib.assessments.model import Contents


EARLIEST = "2000-01-01"
"""A test given before is a date mistyped, which would order results by it."""


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One thing entered for one item, named by its id or its number on the sheet (from 1).

    Exactly one of: a response as the student gave it (on the form the student had), points given
    by hand, the student left it out, or what was entered is to go; `omitted` and `clear` that are
    false say nothing. `pointer` is its place for people.
    """

    item: str | int
    response: object = None
    points: object = None
    omitted: bool | None = None
    clear: bool | None = None
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class StudentEntry:
    """The entry for one student; a None value stays as it is. `form` is A to E."""

    student: str
    status: StudentPresence | None = None
    form: str | None = None
    scores: Sequence[ScoreEntry] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class LeftOutEntry:
    """The empty cells to mark as left out: of students, of items (id or number), or all."""

    students: Sequence[str] = ()
    items: Sequence[str | int] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """The entries of one request; `given` is a date (YYYY-MM-DD), or None without a date.

    `assessment_version` is the version of the assessment that the sender saw, None if unknown.
    """

    students: Sequence[StudentEntry] = ()
    given: str | None = None
    assessment_version: int | None = None
    left_out: LeftOutEntry = field(default_factory=LeftOutEntry)


def places_of(items: Sequence[Item]) -> dict[str | int, int]:
    """Return each item's place, from 0, by its id and its number, which in a file is a text."""
    numbers = range(1, len(items) + 1)
    places: dict[str | int, int] = {number: number - 1 for number in numbers}
    places |= {str(number): number - 1 for number in numbers}
    return places | {item.id: place for place, item in enumerate(items)}


def read_entry(
    contents: Contents, known: Collection[str], today: str, entry: SheetEntry
) -> SheetEdits:
    """Read the new entries; `known` are the students of the class and of the sheet.

    Raises `Invalid` with a detail for everything that is wrong.
    """
    reader = _Reader(contents, known, places_of(contents.items))
    reader.date(entry.given, today)
    edits = [reader.student(each) for each in entry.students]
    left_out = reader.read_left_out(entry.left_out, edits)
    if reader.wrong:
        raise _build_refusal(reader.wrong)
    return SheetEdits(edits, entry.given, left_out)


def _build_refusal(wrong: Sequence[Detail]) -> Invalid:
    many = "One entry" if len(wrong) == 1 else f"{len(wrong)} entries"
    return refusals.SCORES_INVALID(details=wrong, many=many)


@dataclass
class _Reader:
    """Reads entry by entry and notes what is wrong."""

    contents: Contents
    known: Collection[str]
    places: Mapping[str | int, int]
    wrong: list[Detail] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def note(self, found: Detail) -> None:
        self.wrong.append(found)

    def date(self, given: str | None, today: str) -> None:
        if given is not None and given < EARLIEST:
            self.note(refusals.GIVEN_TOO_EARLY("/given", earliest=EARLIEST))
        if given is not None and given > today:
            self.note(refusals.GIVEN_IN_FUTURE("/given", today=today))

    def student(self, entry: StudentEntry) -> Edit:
        if entry.student not in self.known:
            self.note(refusals.STUDENT_NOT_IN_CLASS(f"{entry.pointer}/student"))
        elif entry.student in self.seen:
            self.note(refusals.STUDENT_REPEATED(f"{entry.pointer}/student"))
        self.seen.add(entry.student)
        edit = Edit(entry.student, entry.status, self._form(entry), dict(self._cells(entry)))
        if entry.status not in (None, StudentPresence.PRESENT) and any(edit.cells.values()):
            self.contradiction(f"{entry.pointer}/status", entry.status)
        return edit

    def contradiction(self, pointer: str, status: StudentPresence) -> None:
        self.note(refusals.STATUS_CONTRADICTS(pointer, status=status.value))

    def read_left_out(self, entry: LeftOutEntry, edits: Sequence[Edit]) -> LeftOut:
        away = {
            edit.student: edit.status for edit in edits if edit.status != StudentPresence.PRESENT
        }
        for n, student in enumerate(entry.students):
            pointer = f"/left_out/students/{n}"
            status = away.get(student)
            if student not in self.known:
                self.note(refusals.STUDENT_NOT_IN_CLASS(pointer))
            elif status is not None:
                self.contradiction(pointer, status)
        for n, item in enumerate(entry.items):
            if item not in self.places:
                self.note(self._no_item(f"/left_out/items/{n}", item))
        places = {self.places[item] for item in entry.items if item in self.places}
        return LeftOut(tuple(entry.students), frozenset(places), entry.everything)

    def _no_item(self, pointer: str, item: str | int) -> Detail:
        return refusals.NO_SUCH_ITEM(pointer, item=item, last=len(self.contents.items))

    def _form(self, entry: StudentEntry) -> str | None:
        form = entry.form
        if form not in (None, FORM_A, *self.contents.versions):
            forms = ", ".join((FORM_A, *sorted(self.contents.versions)))
            pointer = f"{entry.pointer}/version"
            self.note(refusals.NO_SUCH_VERSION(pointer, form=form, forms=forms))
        return "" if form == FORM_A else form

    def _cells(self, entry: StudentEntry) -> Iterator[tuple[int, str]]:
        seen = set[int]()
        for score in entry.scores:
            place = self.places.get(score.item)
            if place is None:
                self.note(self._no_item(f"{score.pointer}/item", score.item))
            elif place in seen:
                self.note(refusals.ITEM_REPEATED(f"{score.pointer}/item"))
            else:
                seen.add(place)
                yield place, self._cell(self.contents.items[place], score)

    def _cell(self, item: Item, score: ScoreEntry) -> str:
        body = {name: getattr(score, name) for name in _WAYS}
        ways = [name for name, given in body.items() if _is_said(name, given)]
        if len(ways) != 1:
            self.note(refusals.SCORE_UNCLEAR(score.pointer))
            return NOT_ENTERED
        try:
            return _WAYS[ways[0]](item, body[ways[0]])
        except ValueError as error:
            self.note(refusals.SCORE_NOT_POSSIBLE(f"{score.pointer}/{ways[0]}", error=error))
            return NOT_ENTERED


def _is_said(name: str, given: object) -> bool:
    """Return whether a field says something; a response that is false does."""
    return given is not None and (name == "response" or given is not False)


def _response(item: Item, given: object) -> str:
    """Write a response; of an item scored by hand it is the points."""
    read = read_response(item, given)
    return points_cell(read) if KINDS[item.kind].by_hand else response_cell(read)


def _points(item: Item, given: object) -> str:
    return points_cell(read_given_points(item, given))


_WAYS: Mapping[str, Callable[[Item, Any], str]] = {
    "response": _response,
    "points": _points,
    "omitted": lambda _, __: OMITTED,
    "clear": lambda _, __: NOT_ENTERED,
}
"""The ways to enter a score for an item, and how each becomes a cell."""
