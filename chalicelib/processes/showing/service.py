"""What members and administrators ask of a process's figures. One query each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from chalicelib.errors import not_found
from chalicelib.observability import read_of_students
from chalicelib.paging import Page, expected
from chalicelib.processes.figures.collecting import Collection, collect
from chalicelib.processes.figures.comparing import Comparison, StudentRow, compare, students
from chalicelib.processes.figures.growing import GrowthReport, grow
from chalicelib.processes.figures.ordering import Column, StudentColumn, sort_rows, sort_students
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.model import Process
from chalicelib.processes.scores import Test

from .naming import named

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.processes.model import Opened
    from chalicelib.processes.scores import ClassScores
    from chalicelib.processes.service import Processes
    from chalicelib.rosters.service import Rosters


class Order(StrEnum):
    """Which way a list is sorted; what is blank comes last either way."""

    UP = "asc"
    DOWN = "desc"


@dataclass(frozen=True, slots=True)
class Collected:
    """Step 1 of a process, on one of its tests."""

    process: Process
    figures: Collection


@dataclass(frozen=True, slots=True)
class Compared:
    """Both tests of a process side by side."""

    process: Process
    figures: Comparison


@dataclass(frozen=True, slots=True)
class Grown:
    """The growth of a process's students."""

    process: Process
    figures: GrowthReport


@dataclass(frozen=True, slots=True)
class StudentLine:
    """A student in one class of a process."""

    process: Process
    row: StudentRow


@dataclass(frozen=True, slots=True)
class Asked:
    """Which students are wanted, and in which order. Empty: all."""

    teacher: str = ""
    school_class: str = ""
    sort: StudentColumn = StudentColumn.NAME
    order: Order = Order.UP


class ProcessFigures:
    """The figures of a district's processes."""

    def __init__(self, processes: Processes, rosters: Callable[[], Rosters]) -> None:
        """Use these; the roster is asked only for names that a class's row lacks."""
        self._processes = processes
        self._rosters = rosters

    def collection(self, caller: Caller, process: str, test: Test) -> Collected:
        """Count who was tested and how it went, per team, teacher and class."""
        opened, _ = self._processes.opened(caller, process)
        found = collect(opened.scores, opened.process.levels, test)
        return Collected(opened.process, found)

    def comparison(
        self, caller: Caller, process: str, sort: Column = Column.NAME, order: Order = Order.UP
    ) -> Compared:
        """Compare the two tests, per team, teacher and class, sorted by a column."""
        opened, _ = self._processes.opened(caller, process)
        found = compare(opened.scores, opened.process.levels)
        teachers, classes = (
            tuple(sort_rows(rows, sort, descending=order == Order.DOWN))
            for rows in (found.teachers, found.classes)
        )
        return Compared(opened.process, replace(found, teachers=teachers, classes=classes))

    def growth(self, caller: Caller, process: str) -> Grown:
        """Say the growth of team, teachers and classes; never of fewer than five students."""
        opened, _ = self._processes.opened(caller, process)
        levels, choices = opened.process.levels, choices_of(opened.goals)
        return Grown(opened.process, grow(opened.scores, levels, choices))

    def students(self, caller: Caller, process: str, asked: Asked) -> list[StudentLine]:
        """Give students with both tests side by side, sorted. Leaves an audit line."""
        opened, _ = self._processes.opened(caller, process)
        wanted = named(self._rosters(), caller.district, _classes(opened, asked))
        read_of_students(caller, "process", process)
        rows = students(wanted, opened.process.levels)
        down = asked.order == Order.DOWN
        return [
            StudentLine(opened.process, row)
            for row in sort_students(rows, asked.sort, descending=down)
        ]

    def page_of_students(
        self, caller: Caller, process: str, asked: Asked, limit: int, after: Sequence[Any] | None
    ) -> Page[StudentLine]:
        """Page through students, in any order: a page begins behind whom the former ended at."""
        lines = self.students(caller, process, asked)
        start = _behind(lines, after) if after is not None else 0
        shown = lines[start : start + limit]
        more = start + limit < len(lines)
        position = [*_place(shown[-1]), start + limit] if shown and more else None
        return Page(shown, position, {"total": len(lines)})


def _classes(opened: Opened, asked: Asked) -> list[ClassScores]:
    """Choose the classes that are asked for. Raises `NotFound` for a teacher or class not in it."""
    found = [
        each
        for each in opened.scores
        if asked.teacher in ("", each.teacher) and asked.school_class in ("", each.school_class)
    ]
    if not found and asked.school_class:
        raise not_found("class")
    if not found and asked.teacher:
        raise not_found("teacher")
    return found


def _place(line: StudentLine) -> tuple[str, str]:
    return line.row.student, line.row.subject.id


def _behind(lines: Sequence[StudentLine], after: Sequence[Any]) -> int:
    """Say where to go on. Who stood last may stand elsewhere by now: there; who is gone, stood so.

    A cursor names no student and no score: an id, a class, and how far the list was read.
    """
    student, school_class, read = expected(after, str, str, int) or ("", "", 0)
    for n, line in enumerate(lines):
        if _place(line) == (student, school_class):
            return n + 1
    return int(read)
