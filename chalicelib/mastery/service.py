"""A teacher's questions about a class's mastery."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from chalicelib.errors import NotFound
from chalicelib.mastery import refusals
from chalicelib.observability import read_of_students
from chalicelib.paging import Page
from chalicelib.rosters.refusals import STUDENT_NOT_FOUND
from chalicelib.standards.algebra import positions
from chalicelib.trackers.visible_trackers import Classroom, titles_of

from .evidence import Evidence, gather_evidence
from .grid import Grid, GridLine, HeldAssessment, StandardColumn, grid
from .shifts import MasteryPreview, compare_grids

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.model import District
    from chalicelib.results.model import Sheet
    from chalicelib.rosters.model import Student
    from chalicelib.scales.calculation import Calculation
    from chalicelib.scales.scale import MasteryScale
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.model import Tracker
    from chalicelib.trackers.service import Trackers

    from .ports import ClassSheets, StudentTrackers


@dataclass(frozen=True, slots=True)
class RowOrder:
    """By what a grid's students are sorted: `name`, or the code or identifier of a standard."""

    by: str = "name"
    descending: bool = False


BY_NAME = RowOrder()


@dataclass(frozen=True, slots=True)
class MasteryBoard:
    """A tracker's grid, with the tracker it is of."""

    tracker: Tracker
    grid: Grid


@dataclass(frozen=True, slots=True)
class StudentBoard:
    """A student in a tracker: the one line of its grid, and each cell's evidence."""

    board: MasteryBoard
    evidence: Sequence[Sequence[Evidence]]

    @property
    def line(self) -> GridLine:
        return self.board.grid.lines[0]


@dataclass(frozen=True, slots=True)
class _Material:
    """The data from which a tracker's grid is computed."""

    tracker: Tracker
    students: Sequence[Student]
    columns: Sequence[StandardColumn]
    held: Sequence[HeldAssessment]
    sheets: Sequence[Sheet]
    settings: District

    @property
    def calculation(self) -> Calculation:
        """How several results become one mastery."""
        return self.tracker.calculation or self.settings.calculation

    @property
    def scale(self) -> MasteryScale:
        """The levels of the tracker."""
        return self.settings.scale(self.tracker.levels)

    def of_student(self, student: str) -> _Material:
        """Return what one student's line is computed from. Raises `NotFound`."""
        found = [each for each in self.students if each.id == student]
        if not found:
            raise STUDENT_NOT_FOUND()
        return replace(self, students=found)

    def make_grid(self) -> Grid:
        """Compute it."""
        return grid(
            self.students, self.columns, self.held, self.sheets, self.calculation, self.scale
        )


@dataclass(eq=False, repr=False)
class MasteryGrids:
    """The grids of a district's trackers, computed when somebody looks."""

    _trackers: Trackers
    _lists: Callable[[], StudentTrackers]
    _assessments: Callable[[], Assessments]
    _standards: Callable[[], Standards]
    _sheets: ClassSheets

    def open(
        self,
        caller: Caller,
        tracker: str,
        standard: str | None = None,
        student: str | None = None,
        order: RowOrder = BY_NAME,
    ) -> MasteryBoard:
        """Compute a tracker's grid, of one standard or one student if so asked.

        Raises `NotFound` for people who cannot see the class's students. Leaves an audit line.
        """
        found = self._gather(caller, tracker, standard)
        made = found.make_grid()
        read_of_students(caller, "mastery", tracker)
        return MasteryBoard(found.tracker, _only(made, student) if student else _sort(made, order))

    def open_student(
        self, caller: Caller, tracker: str, student: str, standard: str | None = None
    ) -> StudentBoard:
        """Compute a student's mastery in a tracker, and what it is made of; else as `open`."""
        return self._open_student(caller, tracker, student, self._gather(caller, tracker, standard))

    def open_everywhere(
        self, caller: Caller, student: str, limit: int, after: Sequence[Any] | None
    ) -> Page[StudentBoard]:
        """Page through the caller's trackers that a student is in, each with their mastery.

        Raises `NotFound` where the student is in none. Leaves an audit line for each.
        """
        page = self._lists().of_student(caller, student, limit, after)
        sheets_of = cache(partial(self._read_sheets, caller.district))
        boards = [
            self._open_student(
                caller, row.id, student, self._gather(caller, row.id, None, sheets_of)
            )
            for row in page.items
        ]
        return Page(boards, page.after, page.facts)

    def preview(self, caller: Caller, tracker: str, changes: Mapping[str, Any]) -> MasteryPreview:
        """Return what other `levels` or another `calculation` would do; nothing is changed.

        Raises `NotFound` as `open` does, and `Forbidden` for people who cannot change the tracker.
        """
        found = self._gather(caller, tracker, None)
        found.tracker.check_may(caller, "edit")
        other = replace(found, tracker=found.tracker.model_copy(update=dict(changes)))
        read_of_students(caller, "mastery", tracker)
        return compare_grids(found.tracker, found.make_grid(), other.make_grid())

    def _open_student(
        self, caller: Caller, tracker: str, student: str, every: _Material
    ) -> StudentBoard:
        found = every.of_student(student)
        read_of_students(caller, "mastery", tracker)
        evidence = gather_evidence(
            student, found.columns, found.held, found.sheets, found.calculation, found.scale
        )
        return StudentBoard(MasteryBoard(found.tracker, found.make_grid()), evidence)

    def _read_sheets(self, district: str, school_class: str) -> Sequence[Sheet]:
        return list(self._sheets.of_class(district, school_class))

    def _gather(
        self,
        caller: Caller,
        tracker: str,
        standard: str | None,
        sheets_of: Callable[[str], Sequence[Sheet]] | None = None,
    ) -> _Material:
        """Read what a grid is computed from; `sheets_of` gives a class's sheets, read before."""
        sheets_of = sheets_of or partial(self._read_sheets, caller.district)
        room = self._trackers.classroom(caller, tracker)
        entries = (*room.entries, *room.recalled)
        wanted = [each.assessment for each in entries]
        settings, headers = self._assessments().headers_with_settings(caller.district, wanted)
        titles = titles_of(caller, entries, headers)
        columns = self._columns(caller.district, room.tracker, standard)
        sheets = sheets_of(room.taught.id)
        return _Material(
            room.tracker,
            room.taught.students,
            columns,
            self._list_held(caller.district, room, sheets, titles),
            sheets,
            settings,
        )

    def _list_held(
        self, district: str, room: Classroom, sheets: Sequence[Sheet], titles: Mapping[str, str]
    ) -> list[HeldAssessment]:
        """Return what the tracker holds; recalled is also what the class got in another tracker."""
        held = {entry.assessment for entry in room.entries}
        brought_by = {each.assessment: each.distribution for each in sheets}
        asked = {brought_by[each] for each in held & brought_by.keys()}
        recalled = self._trackers.find_recalled_for_class(district, room, asked)
        hidden = [brought_by.get(each.assessment) in recalled for each in room.entries]
        every = [*zip(room.entries, hidden, strict=True), *((each, True) for each in room.recalled)]
        return [
            HeldAssessment(each.assessment, titles[each.assessment], gone) for each, gone in every
        ]

    def _columns(
        self, district: str, tracker: Tracker, wanted: str | None
    ) -> Sequence[StandardColumn]:
        columns = self._list_tracked(district, tracker)
        if wanted is None:
            return columns
        return [columns[_find(columns, wanted, "query:standard")]]

    def _list_tracked(self, district: str, tracker: Tracker) -> list[StandardColumn]:
        """Return the tracked standards, in the set's order."""
        try:
            places = self._standards().set(district, tracker.set_id).places
        except NotFound:  # the framework was removed; the tracker and its mastery remain
            places = ()
        return [
            StandardColumn(position, places[position].name, places[position].identifier)
            if position < len(places)
            else StandardColumn(position, f"({position + 1})")
            for position in positions(tracker.mask)
        ]


def _find(columns: Sequence[StandardColumn], wanted: str, pointer: str) -> int:
    """Return the place of a standard among those of a grid. Raises `Invalid`."""
    for place, column in enumerate(columns):
        if wanted in (column.code, column.identifier):
            return place
    raise refusals.STANDARD_NOT_TRACKED(pointer=pointer)


def _sort(made: Grid, order: RowOrder) -> Grid:
    if order.by != BY_NAME.by:
        return made.sort_by_column(
            _find(made.columns, order.by, "query:sort"), descending=order.descending
        )
    return replace(made, lines=made.lines[::-1]) if order.descending else made


def _only(made: Grid, student: str) -> Grid:
    narrowed = made.of_student(student)
    if not narrowed.lines:
        raise STUDENT_NOT_FOUND()
    return narrowed
