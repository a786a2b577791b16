"""The changes that activating a test makes to a class's row and sheet, and its conditions.

The first activation of a class makes its row. The person who did that stays the class's teacher in
the process. Activation is idempotent: a sheet belongs to a class and an assessment, so any member,
from any tracker, gets the same sheet (P5).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Trail
from chalicelib.days import MOST_DAYS_AHEAD, write_out
from chalicelib.distribution.refusals import GIVE_UNTIL_IN_THE_PAST, GIVE_UNTIL_TOO_FAR_AHEAD
from chalicelib.errors import Conflict, Invalid
from chalicelib.processes import refusals
from chalicelib.processes.class_rows.totals import feed, scores_of
from chalicelib.processes.model import MOST_CLASSES, Attached, ClassRow, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessMove
from chalicelib.processes.scores import ClassScores, ProcessTest, ResultStatus, StudentScore
from chalicelib.results.model import MOST_FEEDS, Roll, Sheet
from chalicelib.trackers.refusals import CLASS_NOT_TAUGHT

if TYPE_CHECKING:
    from chalicelib.rosters.model import SchoolClass

MOVE: Mapping[ProcessTest, ProcessMove] = {
    ProcessTest.PRE: ProcessMove.ACTIVATE_PRE,
    ProcessTest.POST: ProcessMove.ACTIVATE_POST,
}


@dataclass(frozen=True, slots=True)
class Activation:
    """A test of a process that a class has, and the tracker from which its sheet is opened."""

    process: str
    test: ProcessTest
    row: ClassRow
    tracker: str
    assessment: str
    title: str
    """The name of the test."""
    reactivated: bool = False
    """Whether it was active before."""
    changed: bool = True
    """Whether this act wrote anything: a class that has the test may get another day."""

    @property
    def give_until(self) -> str:
        """The last day for the class to get it; empty if nobody named one."""
        return self.row.give_until.get(self.test, "")

    @property
    def id(self) -> str:
        """Its id in the audit trail."""
        return f"{self.process}.{self.row.scores.school_class}.{self.test}"

    @property
    def trail(self) -> Trail:
        """The history of the class's sheet."""
        return Trail(f"{self.row.scores.school_class}.{self.assessment}")

    @property
    def sheet(self) -> str:
        """Where its results are entered."""
        return sheet_link(self.tracker, self.assessment)

    @property
    def counts(self) -> Counter[ResultStatus]:
        """The number of students in each status."""
        return Counter(score.standing for score in self.row.scores.on(self.test) or ())


def sheet_link(tracker: str, assessment: str) -> str:
    """Return the address of a sheet.

    >>> sheet_link("01T", "01A")
    '/v1/trackers/01T/sheets/01A'
    """
    return f"/v1/trackers/{tracker}/sheets/{assessment}"


@dataclass(frozen=True, slots=True)
class Mine:
    """A test of a process, and one of the caller's classes.

    `tracker` is theirs for it, empty if there is none. `missing` is what stands in the way: a code
    and a sentence; none once it is active. `open`: the process is at a point where they may.
    """

    test: ProcessTest
    attached: Attached
    row: ClassRow | None
    tracker: str
    missing: tuple[str, str] | None
    open: bool = True
    subjects: tuple[str, ...] = ()
    """The subjects of the class in the roster."""

    @property
    def may(self) -> bool:
        """Return whether nothing stands in the way of activating it."""
        return self.open and not self.activated and self.missing is None

    @property
    def may_undo(self) -> bool:
        """Return whether its activation can be undone: nothing is entered for anybody."""
        scores = self.row.scores.on(self.test) if self.row else None
        untouched = all(score.standing == ResultStatus.NOT_ENTERED for score in scores or ())
        return bool(self.open and self.activated and untouched)

    @property
    def fits_subject(self) -> bool | None:
        """Return whether the class is of the test's subject; None where one of them is not known.

        Districts write subjects in many ways: one word that begins alike is enough.
        """
        wanted = _beginnings([self.attached.subject])
        taught = _beginnings(self.subjects)
        return bool(wanted & taught) if wanted and taught else None

    @property
    def activated(self) -> str:
        """Since when the class has it; empty if it does not."""
        return self.row.activated.get(self.test, "") if self.row else ""

    @property
    def give_until(self) -> str:
        """The last day for the class to get it; empty if nobody named one."""
        return self.row.give_until.get(self.test, "") if self.activated and self.row else ""

    @property
    def sheet(self) -> str:
        """Where its results are entered; empty until then."""
        known = self.activated and self.tracker
        return sheet_link(self.tracker, self.attached.assessment) if known else ""


_SHORTEST = 4
"""Letters by which words are compared: `Math` and `Mathematics` are one subject."""


def _beginnings(subjects: Iterable[str]) -> set[str]:
    words = (word for each in subjects for word in re.findall(r"\w+", each.casefold()))
    return {word[:_SHORTEST] for word in words if len(word) >= _SHORTEST}


@dataclass(frozen=True, slots=True)
class MyClass:
    """One of the caller's classes in a process, with the state of each attached test."""

    class_id: str
    title: str
    school: str
    tests: tuple[Mine, ...]


# -- what it makes ---------------------------------------------------------------------------------


def row_of(opened: ProcessSnapshot, class_id: str) -> ClassRow | None:
    """Return a class's row, if the class is in the process."""
    found = (row for row in opened.rows if row.scores.school_class == class_id)
    return next(found, None)


def activate_sheet(sheet: Sheet, process: str, test: ProcessTest, last_day: str = "") -> Sheet:
    """Return a sheet, a version on, that feeds this test of a process.

    `last_day`: the last day for the class to get it; empty for no day.
    """
    own = feed(process, test)
    feeds = sheet.feeds if own in sheet.feeds else (*sheet.feeds, own)
    until = _with_day(sheet.until, own, last_day)
    return replace(sheet, feeds=feeds, until=until, version=sheet.version + 1)


def _with_day(days: Mapping[str, str], of: str, day: str) -> dict[str, str]:
    rest = {each: known for each, known in days.items() if each != of}
    return {**rest, of: day} if day else rest


def activate_row(
    row: ClassRow | None, taught: SchoolClass, person: str, sheet: Sheet, roll: Roll,
    test: ProcessTest, tracker: str, at: str,
) -> ClassRow:  # fmt: skip
    """Return a class's row with the scores of the sheet; a new row is `person`'s.

    A class that already has the test keeps the time and the tracker of its activation.
    """
    before = row or ClassRow(_nothing_yet(taught, person))
    changes: dict[str, Any] = {test.value: _with_awaited(scores_of(sheet), roll)}
    scores = replace(before.scores, names={**roll.here, **roll.gone}, **changes)
    return ClassRow(
        scores,
        activated={test.value: at, **before.activated},
        trackers={test.value: tracker, **before.trackers},
        give_until=before.give_until,
    )


def date_row(row: ClassRow, test: ProcessTest, last_day: str) -> ClassRow:
    """Return a class's row with its last day for a test; empty for no day."""
    return replace(row, give_until=_with_day(row.give_until, test.value, last_day))


def remove_feed(sheet: Sheet, process: str, test: ProcessTest) -> Sheet:
    """Return a sheet that feeds this test of a process no more, a version on."""
    own = feed(process, test)
    rest = tuple(each for each in sheet.feeds if each != own)
    until = _with_day(sheet.until, own, "")
    return replace(sheet, feeds=rest, until=until, version=sheet.version + 1)


def row_without(row: ClassRow, test: ProcessTest) -> ClassRow | None:
    """Return a class's row without a test; None where the class has no other."""
    if not row.activated.keys() - {test.value}:
        return None
    rest: dict[str, Any] = {test.value: None}
    return ClassRow(
        replace(row.scores, **rest),
        activated=_without(row.activated, test),
        trackers=_without(row.trackers, test),
        give_until=_without(row.give_until, test),
    )


def _without(by_test: Mapping[str, str], test: ProcessTest) -> dict[str, str]:
    return {each: known for each, known in by_test.items() if each != test}


def _nothing_yet(taught: SchoolClass, person: str) -> ClassScores:
    names = {teacher.id: teacher.name for teacher in taught.teachers}
    return ClassScores(taught.id, taught.title, taught.school, person, names[person])


def _with_awaited(entered: Sequence[StudentScore], roll: Roll) -> tuple[StudentScore, ...]:
    there = {score.student for score in entered}
    awaited = (StudentScore(one, ResultStatus.NOT_ENTERED) for one in roll.here if one not in there)
    return (*entered, *awaited)


# -- what forbids it -------------------------------------------------------------------------------


def check_class(process: Process, taught: SchoolClass, person: str) -> None:
    """Refuse a class that is not theirs, or not of the team's school."""
    if not taught.taught_by(person):
        raise not_yours()
    if process.school and taught.school != process.school:
        raise refusals.CLASS_OF_OTHER_SCHOOL(pointer="/class_id")


def check_room(opened: ProcessSnapshot, row: ClassRow | None, sheet: Sheet) -> None:
    """Refuse too many classes in a process, or processes on a sheet."""
    if row is None and len(opened.rows) >= MOST_CLASSES:
        raise refusals.PROCESS_FULL(most=MOST_CLASSES)
    if len(sheet.feeds) >= MOST_FEEDS:
        raise refusals.TOO_MANY_PROCESSES(most=MOST_FEEDS)


def check_last_day(day: date | None, today: date, zone: str) -> None:
    """Refuse a day by which a class cannot be given a test any more, or one far ahead."""
    if day is None:
        return
    if day < today:
        raise GIVE_UNTIL_IN_THE_PAST(pointer="/give_until", day=write_out(day), zone=zone)
    if (day - today).days > MOST_DAYS_AHEAD:
        raise GIVE_UNTIL_TOO_FAR_AHEAD(
            pointer="/give_until", day=write_out(day), most=MOST_DAYS_AHEAD
        )


def not_yours() -> Invalid:
    """Return that somebody does not teach a class."""
    return CLASS_NOT_TAUGHT(pointer="/class_id")


def no_tracker(attached: Attached, title: str, set_name: str) -> Conflict:
    """Return that no tracker takes the test, and how to make one."""
    return refusals.NO_TRACKER_FOR_TEST(
        pointer="/tracker_id", set_id=attached.set_id, title=title, set_name=set_name
    )


def tracker_of_other_class() -> Invalid:
    """Return that a tracker is for another class."""
    return refusals.TRACKER_OF_OTHER_CLASS(pointer="/tracker_id")
