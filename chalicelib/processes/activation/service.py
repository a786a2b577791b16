"""Activating a process's tests, as members of a data team do for their own classes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller, Role
from chalicelib.clock import instant
from chalicelib.errors import NotFound, Stale
from chalicelib.observability import read_of_students
from chalicelib.paging import Page, cut
from chalicelib.processes import refusals
from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.moves import after, list_allowed_moves
from chalicelib.processes.scores import ProcessTest
from chalicelib.results.model import Roll, Sheet
from chalicelib.results.service import roll_of
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.trackers.placement import Receiving, TrackerPlace, first_that_takes

from .model import (
    MOVE,
    Activation,
    Mine,
    MyClass,
    activate_row,
    activate_sheet,
    check_class,
    check_last_day,
    check_room,
    date_row,
    no_tracker,
    not_yours,
    row_of,
    tracker_of_other_class,
)
from .repository import head_write, row_write

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.processes.model import Attached, Process, ProcessSnapshot
    from chalicelib.processes.model import ClassRow as RowOfProcess
    from chalicelib.processes.ports import SheetStore
    from chalicelib.processes.service import Processes
    from chalicelib.rosters.model import RosterClassRow as RosterRow
    from chalicelib.rosters.model import SchoolClass
    from chalicelib.rosters.service import Rosters
    from chalicelib.trackers.visible_trackers import Classroom

NameOf = Callable[[str], str]
"""Returns the name of a standards set."""

MOST_MINE = 500
"""Classes of one teacher."""


@dataclass(eq=False, repr=False)
class Activations:
    """The activations of a district's processes. The neighbors are asked only where they matter."""

    _processes: Processes
    _sheets: SheetStore
    _receiving: Receiving
    _assessments: Callable[[], Assessments]
    _rosters: Callable[[], Rosters]

    # -- reading ---------------------------------------------------------------------------------

    def mine(
        self, caller: Caller, process: str, limit: int, position: Sequence[Any] | None
    ) -> Page[MyClass]:
        """List the caller's classes with the state of each test of a process. No students."""
        opened, role = self._processes.load(caller, process)
        moves = list_allowed_moves(opened.process.state, role)
        page = cut(self._classes(caller), limit, position, lambda row: (row.title, row.id))
        wanted = {row.id for row in page.items}
        places = self._receiving.places(caller, wanted) if wanted else []
        name = cache(partial(self._receiving.set_name, caller.district))
        mine = [_mine(opened, row, places, moves, name) for row in page.items]
        return Page(mine, page.after)

    def _classes(self, caller: Caller) -> Sequence[RosterRow]:
        if Role.TEACHER not in caller.roles:
            return ()
        return self._rosters().list_taught_classes(caller)[:MOST_MINE]

    # -- writing ---------------------------------------------------------------------------------

    def activate(
        self,
        act: Act,
        process: str,
        test: ProcessTest,
        class_id: str,
        tracker: str | None = None,
        *,
        create_tracker: bool = False,
        teacher: Caller | None = None,
        give_until: tuple[date | None] | None = None,
    ) -> Activation:
        """Activate a test of a process for a class of the caller's; a repeat has the same result.

        The test enters the class's tracker (`tracker`, or the one that suits). Then one transaction
        writes sheet, row and head. `teacher` is the class's teacher where somebody else acts for
        them. `give_until`, if sent, is the last day for the class to get it, or none to remove it.
        A class that has the test keeps everything else. Leaves an audit line.
        """
        whose = teacher or act.caller
        if give_until is not None:
            check_last_day(give_until[0], date.fromisoformat(whose.today), whose.zone)

        def attempt() -> Activation:
            nonlocal tracker
            opened, attached = self._open_for_activation(whose, process, test)
            header = self._assessments().header(act.district, attached.assessment)
            room = self._room(act, whose, opened.process, class_id, header, attached, tracker,
                              create=create_tracker)  # fmt: skip
            tracker = room.tracker.id
            try:
                return self._activate_class(act, whose, opened, room, header, test, give_until)
            except Stale as overtaken:
                raise Overtaken from overtaken

        return retry(attempt, refusals.PROCESS_BUSY)

    def _open_for_activation(
        self, caller: Caller, process: str, test: ProcessTest
    ) -> tuple[ProcessSnapshot, Attached]:
        opened, role = self._processes.load(caller, process)
        after(opened.process.state, MOVE[test], role)
        attached = opened.process.test(test)
        if attached is None:
            raise AssertionError(process)  # its state says that it is there
        return opened, attached

    def _room(
        self,
        act: Act,
        whose: Caller,
        process: Process,
        class_id: str,
        header: AssessmentHeader,
        attached: Attached,
        tracker: str | None,
        *,
        create: bool,
    ) -> Classroom:
        """Open the tracker that the class's sheet is opened from; make one if that is wanted."""
        chosen = tracker or self._suiting(whose, class_id, header)
        if chosen is None:
            taught = self._read_class(whose, class_id)
            check_class(process, taught, whose.person)
            if not create:
                name = self._receiving.set_name(act.district, attached.set_id)
                raise no_tracker(attached, taught.title, name)
            chosen = self._receiving.make(act, class_id, header)
        room = self._receiving.classroom(whose, chosen)
        if room.taught.id != class_id:
            raise tracker_of_other_class()
        check_class(process, room.taught, whose.person)
        return room

    def _suiting(self, caller: Caller, class_id: str, header: AssessmentHeader) -> str | None:
        places = self._receiving.places(caller, {class_id})
        place = first_that_takes(places, header.id, header.set_id)
        return place.tracker.id if place else None

    def _read_class(self, whose: Caller, class_id: str) -> SchoolClass:
        try:
            return self._rosters().school_class(whose, class_id)
        except NotFound:
            raise not_yours() from None

    def _activate_class(
        self,
        act: Act,
        whose: Caller,
        opened: ProcessSnapshot,
        room: Classroom,
        header: AssessmentHeader,
        test: ProcessTest,
        give_until: tuple[date | None] | None,
    ) -> Activation:
        taught, process = room.taught, opened.process
        stored = self._sheets.get(act.district, taught.id, header.id)
        sheet = stored or Sheet(taught.id, header.id)
        row = row_of(opened, taught.id)
        own = feed(process.id, test)
        fed = own in sheet.feeds
        if not fed:
            check_room(opened, row, sheet)
        held = self._receiving.take(act, room, header, sheet.distribution, test=own)
        read_of_students(act.caller, "activation", sheet.id)
        last_day = _last_day(row, test, give_until)
        if fed and row is not None and last_day == row.give_until.get(test, ""):
            known = Activation(process.id, test, row, room.tracker.id, header.id, header.title)
            return replace(known, reactivated=True, changed=False)
        roll = self._roll(act.district, taught, sheet)
        today = roll.on(whose.today)
        active = activate_row(
            row, taught, whose.person, sheet, today, test, room.tracker.id, instant(act.at)
        )
        now = date_row(active, test, last_day)
        made = Activation(process.id, test, now, room.tracker.id, header.id, header.title, fed)
        also = [
            row_write(act.district, process.id, row, now, roll, test),
            head_write(
                act.district,
                process,
                test,
                header,
                opened.schools | {taught.school},
                opened.activators_with(test, {whose.person, *(t.id for t in taught.teachers)}),
            ),
            held,
        ]
        after = activate_sheet(sheet, process.id, test, last_day)
        self._sheets.write(act, after, also, made)
        return made

    def _roll(self, district: str, taught: SchoolClass, sheet: Sheet) -> Roll:
        """Name the class, and who left it and has results, as far as the roster knows them."""
        here = {each.id for each in taught.students}
        left = [row.student for row in sheet.rows if row.student not in here]
        known = self._rosters().people(district, left) if left else {}
        gone = {one: (who.family, who.given) for one, who in known.items()}
        return roll_of(taught, gone)


def _last_day(row: RowOfProcess | None, test: ProcessTest, given: tuple[date | None] | None) -> str:
    """Return a class's last day for a test: the new one, or the one it has."""
    if given is None:
        return row.give_until.get(test, "") if row else ""
    return given[0].isoformat() if given[0] else ""


def _mine(
    opened: ProcessSnapshot,
    taught: RosterRow,
    places: Sequence[TrackerPlace],
    moves: Collection[str],
    name: NameOf,
) -> MyClass:
    of_class = [place for place in places if place.tracker.class_id == taught.id]
    tests = tuple(_tests(opened, taught, of_class, moves, name))
    return MyClass(taught.id, taught.title, taught.school, tests)


def _tests(
    opened: ProcessSnapshot,
    taught: RosterRow,
    places: Sequence[TrackerPlace],
    moves: Collection[str],
    name: NameOf,
) -> Iterator[Mine]:
    row, process = row_of(opened, taught.id), opened.process
    for test in ProcessTest:
        attached = process.test(test)
        if attached is None:
            continue
        place = first_that_takes(places, attached.assessment, attached.set_id)
        active = bool(row and test in row.activated)
        missing = None if active else _missing(process, taught, attached, place, name)
        yield Mine(
            test,
            attached,
            row,
            tracker=place.tracker.id if place else "",
            missing=missing,
            open=MOVE[test] in moves,
            subjects=taught.subjects,
        )


def _missing(
    process: Process,
    taught: RosterRow,
    attached: Attached,
    place: TrackerPlace | None,
    name: NameOf,
) -> tuple[str, str] | None:
    if process.school and taught.school != process.school:
        return refusals.CLASS_OF_OTHER_SCHOOL.code, refusals.CLASS_OF_OTHER_SCHOOL.text
    if place is None:
        refusal = no_tracker(attached, taught.title, name(attached.set_id))
        return refusal.code, refusal.message
    return None
