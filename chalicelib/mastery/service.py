"""What a teacher asks about a class's mastery."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.errors import NotFound
from chalicelib.mastery import refusals
from chalicelib.observability import read_of_students
from chalicelib.rosters.refusals import STUDENT_NOT_FOUND
from chalicelib.standards.algebra import positions
from chalicelib.trackers.service import titles_of

from .grid import Column, Grid, Held, grid

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.service import Assessments
    from chalicelib.results.model import Sheet
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.model import Tracker
    from chalicelib.trackers.service import Classroom, Trackers

    from .ports import ClassSheets


@dataclass(frozen=True, slots=True)
class Board:
    """A tracker's grid, with the tracker it is of."""

    tracker: Tracker
    grid: Grid


class MasteryGrids:
    """The grids of a district's trackers, computed when somebody looks."""

    def __init__(
        self,
        trackers: Trackers,
        assessments: Callable[[], Assessments],
        standards: Callable[[], Standards],
        sheets: ClassSheets,
    ) -> None:
        """Use these."""
        self._trackers = trackers
        self._assessments = assessments
        self._standards = standards
        self._sheets = sheets

    def open(
        self, caller: Caller, tracker: str, standard: str | None = None, student: str | None = None
    ) -> Board:
        """Compute a tracker's grid, of one standard or one student if so asked.

        Raises `NotFound` for who may not see the class's students. Leaves an audit line.
        """
        room = self._trackers.classroom(caller, tracker)
        entries = (*room.entries, *room.recalled)
        wanted = [each.assessment for each in entries]
        settings, headers = self._assessments().headers_with_settings(caller.district, wanted)
        titles = titles_of(caller, entries, headers)
        columns = self._columns(caller.district, room.tracker, standard)
        sheets = list(self._sheets.of_class(caller.district, room.taught.id))
        made = grid(
            room.taught.students,
            columns,
            self._held(caller.district, room, sheets, titles),
            sheets,
            room.tracker.calculation or settings.calculation,
            settings.scale(room.tracker.levels),
        )
        read_of_students(caller, "mastery", tracker)
        return Board(room.tracker, _only(made, student) if student else made)

    def _held(
        self, district: str, room: Classroom, sheets: Sequence[Sheet], titles: Mapping[str, str]
    ) -> list[Held]:
        """Give what the tracker holds; recalled is also what the class got in another tracker."""
        held = {entry.assessment for entry in room.entries}
        brought_by = {each.assessment: each.distribution for each in sheets}
        asked = {brought_by[each] for each in held & brought_by.keys()}
        recalled = self._trackers.recalled_of(district, room, asked)
        hidden = [brought_by.get(each.assessment) in recalled for each in room.entries]
        every = [*zip(room.entries, hidden, strict=True), *((each, True) for each in room.recalled)]
        return [Held(each.assessment, titles[each.assessment], gone) for each, gone in every]

    def _columns(self, district: str, tracker: Tracker, wanted: str | None) -> Sequence[Column]:
        columns = self._tracked(district, tracker)
        if wanted is None:
            return columns
        chosen = [column for column in columns if wanted in (column.code, column.identifier)]
        if not chosen:
            raise refusals.STANDARD_NOT_TRACKED(pointer="query:standard")
        return chosen

    def _tracked(self, district: str, tracker: Tracker) -> list[Column]:
        """Name the standards tracked, in the set's order."""
        try:
            places = self._standards().set(district, tracker.set_id).places
        except NotFound:  # the framework was removed; the tracker and its mastery remain
            places = ()
        return [
            Column(position, places[position].name, places[position].identifier)
            if position < len(places)
            else Column(position, f"({position + 1})")
            for position in positions(tracker.mask)
        ]


def _only(made: Grid, student: str) -> Grid:
    narrowed = made.of_student(student)
    if not narrowed.lines:
        raise STUDENT_NOT_FOUND()
    return narrowed
