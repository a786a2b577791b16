"""A result sheet as one person sees it: the assessment, the students, and what each one got."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.presence import ALWAYS, Steps, count_by_day, count_on
from chalicelib.scales.scale import MasteryScale, level_of

from .merging import blank
from .model import ResultProgress, Roll, Sheet, StudentPresence, StudentResults
from .summary import SheetSummary, summary_of

if TYPE_CHECKING:
    from chalicelib.acts import Trail
    from chalicelib.assessments.model import Assessment
    from chalicelib.rosters.model import Person, SchoolClass
    from chalicelib.trackers.visible_trackers import Classroom


@dataclass(frozen=True, slots=True)
class Seat:
    """A student on a sheet. `enrolled`: is in the class now; who left keeps what they have."""

    student: str
    given: str
    family: str
    row: StudentResults
    enrolled: bool = True
    legal: tuple[str, str] = ("", "")
    """Given and family name where they differ from those shown: for matching only."""


@dataclass(frozen=True, slots=True)
class Attainment:
    """A student's points over the entered cells, and the level of their share.

    The level is None until everything is entered (T9).
    """

    earned: Fraction
    possible: Fraction
    level: int | None

    @property
    def share(self) -> Fraction:
        """Points earned of points possible, exact."""
        return self.earned / self.possible


def average(summary: SheetSummary) -> Fraction | None:
    """Return the mean share of the students with complete results; none if there are none."""
    if not summary.complete:
        return None
    return Fraction(summary.earned) / (Fraction(summary.possible) * summary.complete)


def attainment(sheet: Sheet, row: StudentResults) -> Attainment | None:
    """Return a student's points; nothing for absent, exempt or missing entries (T6)."""
    if not row.counts:
        return None
    earned, possible = sheet.total(row)
    whole = row.stage == ResultProgress.COMPLETE
    level = level_of(sheet.scored.cuts, earned / possible) if whole else None
    return Attainment(earned, possible, level)


@dataclass(frozen=True)
class OpenSheet:
    """A result sheet as it is opened from a tracker; at version 0 nobody has begun it.

    The sheet's rows are scored by the assessment as it is. `left` are the people who have results
    and are not in the class now, as far as the roster still knows them.
    """

    classroom: Classroom
    title: str
    assessment: Assessment
    scale: MasteryScale
    """The levels' names, with the cuts that the sheet is scored by."""
    sheet: Sheet
    left: Mapping[str, Person]
    allowed: tuple[str, ...] = ()
    """The acts that this person may do: `enter` results, `correct` the key."""
    hidden: bool = False
    """Whether the assessment's creator now keeps it from this person: its texts are hidden."""
    made_present: tuple[str, ...] = ()
    """Students who were absent or exempt until this save."""
    left_out: int = 0
    """Cells that this save marked as left out by one act."""
    trail: Trail | None = None
    """The record of this save in the sheet's history."""

    @property
    def id(self) -> str:
        """The name of the sheet in the audit trail."""
        return self.sheet.id

    @property
    def version(self) -> int:
        return self.sheet.version

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The students: those of the class by family name, then those who left."""
        return seats(
            self.classroom.taught, self.sheet, self.left, len(self.assessment.contents.items)
        )

    @property
    def roll(self) -> Roll:
        """The students by name, also those who come on a later day."""
        here = {student.id for student in self.classroom.taught.students}
        left = {seat.student: (seat.family, seat.given) for seat in self.seats}
        gone = {one: name for one, name in left.items() if one not in here and any(name)}
        return roll_of(self.classroom.taught, gone)

    @cached_property
    def summary(self) -> SheetSummary:
        """The sheet summed up."""
        return summary_of(self.sheet)

    @property
    def give_until(self) -> str:
        """The last day for the class to get it; empty if nobody named one."""
        return last_day_of(self.classroom, self.sheet)

    @property
    def stage(self) -> ResultProgress:
        """How far the class is entered."""
        return stage_of(self.classroom.taught, self.sheet)

    @property
    def not_begun(self) -> int:
        """How many students of the class have nothing entered."""
        return not_begun(self.classroom.taught, self.sheet)


def last_day_of(room: Classroom, sheet: Sheet) -> str:
    """Return a class's last day for an assessment of its tracker; empty for no day."""
    held = [each.distribution for each in room.entries if each.assessment == sheet.assessment]
    distributed = [room.give_until.get(each, "") for each in (*held, sheet.distribution)]
    return sheet.give_until(min(filter(None, distributed), default=""))


def roll_of(taught: SchoolClass, gone: Mapping[str, tuple[str, str]]) -> Roll:
    """Return the roll of a class: its students now and later, and those who have left it."""
    known = (*taught.students, *taught.later)
    here = {student.id: (student.family, student.given) for student in known}
    spans = {student.id: student.spans for student in known if student.spans}
    return Roll(here, gone, spans)


def count_students(taught: SchoolClass, sheet: Sheet, today: str) -> tuple[int, Steps]:
    """Count the students of the sheet, today and from later days on: present and former ones."""
    entered = {row.student for row in sheet.rows if _begun(row)}
    known = (*taught.students, *taught.later)
    waiting = [student.spans for student in known if student.id not in entered]
    first, steps = count_by_day([*waiting, *(ALWAYS for _ in entered)])
    return count_on(first, steps, today), tuple(step for step in steps if step[0] > today)


def seats(
    taught: SchoolClass, sheet: Sheet, left: Mapping[str, Person], items: int
) -> tuple[Seat, ...]:
    """Seat the students of a class, and those who left it and have results."""
    rows = sheet.by_student
    here = [
        Seat(
            one.id,
            one.given,
            one.family,
            rows.get(one.id) or blank(one.id, items),
            legal=(one.legal_given, one.legal_family),
        )
        for one in sorted(taught.students, key=lambda s: (s.family, s.given, s.id))
    ]
    return (
        *here,
        *sorted(_seat_leavers(taught, sheet, left), key=lambda s: (s.family, s.given, s.student)),
    )


def _seat_leavers(taught: SchoolClass, sheet: Sheet, left: Mapping[str, Person]) -> Iterable[Seat]:
    for student in list_leavers(taught, sheet):
        known = left.get(student)
        given, family = (known.given, known.family) if known else ("", "")
        legal = (known.legal_given, known.legal_family) if known else ("", "")
        row = sheet.by_student[student]
        yield Seat(student, given, family, row, enrolled=False, legal=legal)


def list_leavers(taught: SchoolClass, sheet: Sheet) -> list[str]:
    """Return the students who have results on the sheet and are not in the class now."""
    here = {student.id for student in taught.students}
    return [row.student for row in sheet.rows if row.student not in here and _begun(row)]


def stage_of(taught: SchoolClass, sheet: Sheet) -> ResultProgress:
    """Return a class's progress: its students are complete, absent or exempt, or not."""
    rows = [sheet.by_student.get(student.id) for student in taught.students]
    if not any(_begun(row) for row in sheet.rows):
        return ResultProgress.NOT_STARTED
    return ResultProgress.COMPLETE if all(map(_settled, rows)) else ResultProgress.PARTIAL


def not_begun(taught: SchoolClass, sheet: Sheet) -> int:
    """Count the awaited students of a class without entries."""
    rows = [sheet.by_student.get(student.id) for student in taught.students]
    return sum(1 for row in rows if row is None or not _begun(row))


def _begun(row: StudentResults) -> bool:
    return row.status != StudentPresence.PRESENT or row.stage != ResultProgress.NOT_STARTED


def _settled(row: StudentResults | None) -> bool:
    return row is not None and (
        row.status != StudentPresence.PRESENT or row.stage == ResultProgress.COMPLETE
    )


@dataclass(frozen=True)
class ListedSheet:
    """An assessment of a tracker with its sheet, in a list."""

    taught: SchoolClass
    title: str
    scale: MasteryScale
    sheet: Sheet
    give_until: str = ""
    """The last day for the class to get it; empty if nobody named one."""
    tracker: str = ""
    """The tracker whose list it is."""

    @property
    def stage(self) -> ResultProgress:
        """How far the class is entered."""
        return stage_of(self.taught, self.sheet)

    @property
    def not_begun(self) -> int:
        """How many students of the class have nothing entered."""
        return not_begun(self.taught, self.sheet)

    @cached_property
    def summary(self) -> SheetSummary:
        """The sheet summed up."""
        return summary_of(self.sheet)
