"""A process's figures for members and administrators. Each reading takes one query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.observability import read_of_students
from chalicelib.paging import Page
from chalicelib.processes.analytics.collection import CollectedRow, Collection, collect
from chalicelib.processes.analytics.comparison import ComparedRow, Comparison, compare
from chalicelib.processes.analytics.growth import Growth, GrowthReport, GrowthRow, grow
from chalicelib.processes.analytics.model import Subject, Withheld
from chalicelib.processes.analytics.row_order import (
    ComparisonColumn,
    StudentComparisonColumn,
    sort_rows,
    sort_students,
)
from chalicelib.processes.analytics.students import StudentRow, students
from chalicelib.processes.class_rows.names import add_student_names
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.model import Process
from chalicelib.processes.scores import ClassScores, ProcessTest, StudentScore
from chalicelib.processes.suppression.growth import keep_growth_outside
from chalicelib.rosters.refusals import CLASS_NOT_FOUND, TEACHER_NOT_FOUND

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.processes.service import Processes
    from chalicelib.processes.suppression.model import RowPart
    from chalicelib.processes.visible_process import VisibleProcess
    from chalicelib.rosters.service import Rosters
    from chalicelib.suppression import SuppressionReason


class SortOrder(StrEnum):
    """Which way a list is sorted; what is blank comes last either way."""

    UP = "asc"
    """From the lowest, or from A."""
    DOWN = "desc"
    """From the highest, or from Z."""


Hidden = Mapping["RowPart", "SuppressionReason"]
"""The hidden parts of the team's row, and why; none for people who see all classes."""


@dataclass(frozen=True, slots=True)
class CollectedTest:
    """Step 1 of a process, on one of its tests; `schools` for people who see only those."""

    process: Process
    figures: Collection
    schools: Mapping[str, CollectedRow] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComparedTests:
    """Both tests of a process side by side."""

    process: Process
    figures: Comparison
    schools: Mapping[str, ComparedRow] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grown:
    """The growth of a process's students."""

    process: Process
    figures: GrowthReport
    schools: Mapping[str, GrowthRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StudentLine:
    """A student of a process."""

    process: Process
    row: StudentRow


@dataclass(frozen=True, slots=True)
class StudentSelection:
    """Which students are wanted, and in which order. Empty: all."""

    teacher: str = ""
    school_class: str = ""
    sort: StudentComparisonColumn = StudentComparisonColumn.NAME
    order: SortOrder = SortOrder.UP


class ProcessFigures:
    """The figures of a district's processes."""

    def __init__(self, processes: Processes, rosters: Callable[[], Rosters]) -> None:
        """Use these; the roster is asked only for names that a class's row lacks."""
        self._processes = processes
        self._rosters = rosters

    def collection(
        self, caller: Caller, process: str, test: ProcessTest, *, team_only: bool = False
    ) -> CollectedTest:
        """Count who was tested and how it went, per team, teacher and class."""
        reading = self._processes.load_visible(caller, process)
        head = reading.process
        figures = partial(collect, levels=head.levels, test=test, edition=head.rules)
        own, whole = reading.figure(figures)
        rows: dict[str, Any] = {"teachers": (), "classes": ()} if team_only else {}
        found = replace(own, team=whole.team, **rows)
        schools = {school: each.team for school, each in reading.by_school(figures).items()}
        return CollectedTest(head, found, schools, reading.hide())

    def comparison(
        self,
        caller: Caller,
        process: str,
        sort: ComparisonColumn = ComparisonColumn.NAME,
        order: SortOrder = SortOrder.UP,
    ) -> ComparedTests:
        """Compare the two tests, per team, teacher and class, sorted by a column."""
        reading = self._processes.load_visible(caller, process)
        head = reading.process
        figures = partial(compare, levels=head.levels, edition=head.rules)
        own, whole = reading.figure(figures)
        unpaired = () if reading.is_part else whole.unpaired
        found = replace(own, team=whole.team, unpaired=unpaired)
        schools = {school: each.team for school, each in reading.by_school(figures).items()}
        teachers, classes = (
            tuple(sort_rows(rows, sort, descending=order == SortOrder.DOWN))
            for rows in (found.teachers, found.classes)
        )
        sorted_ = replace(found, teachers=teachers, classes=classes)
        return ComparedTests(head, sorted_, schools, reading.hide())

    def growth(self, caller: Caller, process: str) -> Grown:
        """Return the growth of team, teachers and classes; never of fewer than five students."""
        reading = self._processes.load_visible(caller, process)
        head = reading.process
        choices = choices_of(reading.opened.goals)
        figures = partial(grow, levels=head.levels, choices=choices, edition=head.rules)
        own, every = reading.figure(figures)
        whole = every.team
        hidden = reading.hide(goal_classes(whole.growth))
        team = replace(
            whole,
            growth=keep_growth_outside(whole.growth, hidden),
            unpaired=() if reading.is_part else whole.unpaired,
        )
        schools = {school: each.team for school, each in reading.by_school(figures).items()}
        return Grown(head, replace(own, team=team), schools)

    def students(self, caller: Caller, process: str, asked: StudentSelection) -> list[StudentLine]:
        """Return students with both tests side by side, sorted. Leaves an audit line."""
        seen = self._processes.load_visible(caller, process)
        head = seen.opened.process
        places = add_student_names(self._rosters(), caller.district, _places(seen, asked))
        read_of_students(caller, "process", process)
        rows = _select_rows(students(places, head.levels, head.rules), asked)
        down = asked.order == SortOrder.DOWN
        return [StudentLine(head, row) for row in sort_students(rows, asked.sort, descending=down)]

    def page_of_students(
        self,
        caller: Caller,
        process: str,
        asked: StudentSelection,
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[StudentLine]:
        """Page through students, in any order: a page begins after the former's last."""
        lines = self.students(caller, process, asked)
        start = _behind(lines, after) if after is not None else 0
        shown = lines[start : start + limit]
        more = start + limit < len(lines)
        position = [*_place(shown[-1]), start + limit] if shown and more else None
        return Page(shown, position, {"total": len(lines)})


def goal_classes(growth: Growth | Withheld) -> tuple[str, ...]:
    """Name the classes that the goal is of whose outcome growth tells."""
    if isinstance(growth, Withheld) or isinstance(growth.outcome, Withheld):
        return ()
    return growth.outcome.goal.subject.classes


def _places(seen: VisibleProcess, asked: StudentSelection) -> list[ClassScores]:
    """Return the classes that are asked for, and where else in the team their students have been.

    Raises `NotFound` for a teacher or class not in it.
    """
    listed = [row.scores for row in seen.rows]
    found = [
        each
        for each in listed
        if asked.teacher in ("", each.teacher) and asked.school_class in ("", each.school_class)
    ]
    if not found and asked.school_class:
        raise CLASS_NOT_FOUND()
    if not found and asked.teacher:
        raise TEACHER_NOT_FOUND()
    if len(found) == len(listed):
        return found
    ids = {each.school_class for each in found}
    theirs = {score.student for each in found for score in (*(each.pre or ()), *(each.post or ()))}
    others = (_only(each, theirs) for each in listed if each.school_class not in ids)
    return [*found, *others]


def _only(scores: ClassScores, students: set[str]) -> ClassScores:
    """Leave some students of a class."""

    def keep_students(sheet: tuple[StudentScore, ...] | None) -> tuple[StudentScore, ...] | None:
        return sheet and tuple(score for score in sheet if score.student in students)

    return replace(scores, pre=keep_students(scores.pre), post=keep_students(scores.post))


def _select_rows(rows: Iterable[StudentRow], asked: StudentSelection) -> list[StudentRow]:
    return [row for row in rows if any(_is_asked(each, asked) for each in row.classes)]


def _is_asked(about: Subject, asked: StudentSelection) -> bool:
    return asked.teacher in ("", about.teacher) and asked.school_class in ("", about.id)


def _place(line: StudentLine) -> tuple[str, str]:
    return line.row.student, line.row.subject.id


def _behind(lines: Sequence[StudentLine], after: Sequence[Any]) -> int:
    """Return the index at which a list goes on: behind its last row, wherever that is by now.

    If that row is gone, return the number of rows read. A cursor names no student and no score: it
    holds an id, a class, and how far the list was read.
    """
    student, school_class, read = after
    for n, line in enumerate(lines):
        if _place(line) == (student, school_class):
            return n + 1
    return int(read)
