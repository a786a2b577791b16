"""Undoing an activation made by mistake, before anything is entered for the class.

The sheet feeds the process no more, the class's row goes or loses the test, and so does the entry
in a tracker that the activation brought: one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Caller, Trail
from chalicelib.errors import NotFound, stale
from chalicelib.observability import read_of_students
from chalicelib.processes import refusals
from chalicelib.processes.class_rows.totals import feed, scores_of
from chalicelib.processes.moves import after
from chalicelib.processes.scores import ProcessTest
from chalicelib.results.model import Sheet
from chalicelib.rosters.refusals import CLASS_NOT_FOUND
from chalicelib.storage.optimistic import retry
from chalicelib.trackers.model import TrackerEntry

from .model import MOVE, remove_feed, row_of, row_without
from .repository import goal_removal, head_without, row_removal

if TYPE_CHECKING:
    from chalicelib.processes.model import Attached, ClassRow, ProcessSnapshot
    from chalicelib.processes.ports import SheetStore
    from chalicelib.processes.service import Processes
    from chalicelib.rosters.model import SchoolClass
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write
    from chalicelib.trackers.placement import Receiving


@dataclass(frozen=True, slots=True)
class UndoneActivation:
    """A class that a test of a process was taken back from."""

    process: str
    test: ProcessTest
    school_class: str
    assessment: str

    @property
    def id(self) -> str:
        """Its id in the audit trail."""
        return f"{self.process}.{self.school_class}.{self.test}"

    @property
    def trail(self) -> Trail:
        """The history of the class's sheet."""
        return Trail(f"{self.school_class}.{self.assessment}")


@dataclass(eq=False, repr=False)
class ActivationUndoing:
    """Activations that members of data teams take back.

    The roster says who teaches a class.
    """

    _processes: Processes
    _sheets: SheetStore
    _receiving: Receiving
    _rosters: Callable[[], Rosters]

    def undo(self, act: Act, process: str, version: int, test: ProcessTest, class_id: str) -> None:
        """Take a test of a process, seen at `version`, back from a class of the caller's.

        A second time does nothing. For people who can activate it. Raises `NotFound`, `Forbidden`,
        `Stale`; `Conflict` when something is entered, or the process is finished. Leaves an audit
        line.
        """

        def attempt() -> None:
            opened, role = self._processes.load(act.caller, process)
            after(opened.process.state, MOVE[test], role)
            if opened.version != version:
                raise stale("process", opened.version)
            row, attached = row_of(opened, class_id), opened.process.test(test)
            taught = self._read_class(act.caller, class_id, row)
            if row is not None and attached is not None and test in row.activated:
                self._undo(act, opened, row, taught, attached, test)

        retry(attempt, refusals.PROCESS_BUSY)

    def _read_class(self, caller: Caller, class_id: str, row: ClassRow | None) -> SchoolClass:
        """Return a class of the caller's; the team knows of others that they are in the process."""
        try:
            taught = self._rosters().school_class(caller, class_id)
        except NotFound:
            raise (refusals.NOT_YOUR_ACTIVATION() if row else CLASS_NOT_FOUND()) from None
        if not taught.taught_by(caller.person):
            raise refusals.NOT_YOUR_ACTIVATION()
        return taught

    def _undo(
        self,
        act: Act,
        opened: ProcessSnapshot,
        row: ClassRow,
        taught: SchoolClass,
        attached: Attached,
        test: ProcessTest,
    ) -> None:
        stored = self._sheets.get(act.district, taught.id, attached.assessment)
        sheet = remove_feed(stored or Sheet(taught.id, attached.assessment), opened.id, test)
        read_of_students(act.caller, "activation", sheet.id)
        if scores_of(sheet):
            raise refusals.RESULTS_ENTERED()
        done = UndoneActivation(opened.id, test, taught.id, attached.assessment)
        rest = row_without(row, test)
        also: list[Write] = [
            row_removal(act.district, opened.id, row, rest, test),
            self._head(act.district, opened, row, rest, test),
            *([] if rest else goal_removal(act.district, opened, taught.id)),
        ]
        if not (sheet.feeds or sheet.begun):  # what was entered once keeps its place in a tracker
            own, at = feed(opened.id, test), row.activated[test]
            came = partial(TrackerEntry.came_for, test=own, at=at)
            set_id, assessment = attached.set_id, attached.assessment
            also += self._receiving.withdraw(act.district, taught, set_id, assessment, came)
        self._sheets.write(act, sheet, also, done)

    def _head(
        self,
        district: str,
        opened: ProcessSnapshot,
        row: ClassRow,
        rest: ClassRow | None,
        test: ProcessTest,
    ) -> Write:
        """Return the head as the other classes leave it: without the test, if none has it."""
        others = [each for each in opened.rows if each is not row]
        having = [each for each in others if test in each.activated]
        begun = opened.process.begun if having else opened.process.begun - {test.value}
        kept = [*others, *([rest] if rest else [])]
        schools = {each.scores.school for each in kept}
        activators = {**opened.activators, test: self._teachers(district, having)}
        return head_without(district, opened.process, begun, schools, activators)

    def _teachers(self, district: str, rows: Sequence[ClassRow]) -> frozenset[str]:
        """Return the people with these classes: their activators, and their teachers as well."""
        ids = [each.scores.school_class for each in rows]
        classes = self._rosters().classes_as_kept(district, ids).values() if ids else ()
        teaching = {one.id for each in classes for one in each.teachers}
        return frozenset({each.scores.teacher for each in rows} | teaching)
