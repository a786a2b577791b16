"""The rows of a comparison in the order somebody asks for (P10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

from .comparison import ComparedRow
from .groups import name_key
from .students import StudentRow

R = TypeVar("R")


class ComparisonColumn(StrEnum):
    """The columns by which rows of teachers or classes can be sorted."""

    NAME = "name"
    """The name of the teacher, or the title of the class."""
    TEACHER = "teacher"
    """The teacher's name."""
    PRE = "pre"
    """The pre-test's average over all tested."""
    PRE_N = "pre_student_count"
    """How many students have the pre-test."""
    POST = "post"
    """The post-test's average over all tested."""
    POST_N = "post_student_count"
    """How many students have the post-test."""
    CHANGE = "change"
    """The change between these averages, in percentage points."""
    RELATIVE = "relative"
    """The change between these averages, relative to the pre-test."""
    MATCHED_PRE = "matched_pre"
    """The pre-test's average over students with both tests."""
    MATCHED_POST = "matched_post"
    """The post-test's average over students with both tests."""
    MATCHED_CHANGE = "matched_change"
    """The change of students with both tests, in percentage points."""
    MATCHED_RELATIVE = "matched_relative"
    """The change of students with both tests, relative to the pre-test."""
    MATCHED_N = "matched_student_count"
    """How many students have both tests."""


class StudentComparisonColumn(StrEnum):
    """The columns by which rows of students can be sorted, in the same words."""

    NAME = "name"
    """The student's name."""
    CLASS = "class"
    """The class's title."""
    TEACHER = "teacher"
    """The teacher's name."""
    PRE = "pre"
    """The result of the pre-test."""
    POST = "post"
    """The result of the post-test."""
    CHANGE = "change"
    """The change, in percentage points."""
    RELATIVE = "relative"
    """The change, relative to the pre-test."""


_ROWS: dict[ComparisonColumn, Callable[[ComparedRow], Any]] = {
    ComparisonColumn.NAME: lambda row: row.subject.name.casefold() or None,
    ComparisonColumn.TEACHER: lambda row: row.subject.teacher_name.casefold() or None,
    ComparisonColumn.PRE: lambda row: row.tested.pre.share,
    ComparisonColumn.PRE_N: lambda row: row.tested.pre.n,
    ComparisonColumn.POST: lambda row: row.tested.post.share,
    ComparisonColumn.POST_N: lambda row: row.tested.post.n,
    ComparisonColumn.CHANGE: lambda row: row.tested.change and row.tested.change.points,
    ComparisonColumn.RELATIVE: lambda row: row.tested.change and row.tested.change.relative,
    ComparisonColumn.MATCHED_PRE: lambda row: row.matched.pre.share,
    ComparisonColumn.MATCHED_POST: lambda row: row.matched.post.share,
    ComparisonColumn.MATCHED_CHANGE: lambda row: row.matched.change and row.matched.change.points,
    ComparisonColumn.MATCHED_RELATIVE: lambda row: (
        row.matched.change and row.matched.change.relative
    ),
    ComparisonColumn.MATCHED_N: lambda row: row.matched.pre.n,
}
_STUDENTS: dict[StudentComparisonColumn, Callable[[StudentRow], Any]] = {
    StudentComparisonColumn.NAME: lambda row: _name(row) if row.family or row.given else None,
    StudentComparisonColumn.CLASS: lambda row: _class(row) if row.subject.name else None,
    StudentComparisonColumn.TEACHER: lambda row: row.subject.teacher_name.casefold() or None,
    StudentComparisonColumn.PRE: lambda row: row.pre,
    StudentComparisonColumn.POST: lambda row: row.post,
    StudentComparisonColumn.CHANGE: lambda row: row.change and row.change.points,
    StudentComparisonColumn.RELATIVE: lambda row: row.change and row.change.relative,
}
"""The value of a row in each column, None where it is blank."""


def sort_rows(
    rows: Iterable[ComparedRow], by: ComparisonColumn, *, descending: bool = False
) -> list[ComparedRow]:
    """Sort by a column; blanks come last either way, and equals by name, then id, upwards."""
    tied = sorted(rows, key=lambda row: (row.subject.name.casefold(), row.subject.id))
    return _sort_rows(tied, _ROWS[by], descending=descending)


def sort_students(
    rows: Iterable[StudentRow], by: StudentComparisonColumn, *, descending: bool = False
) -> list[StudentRow]:
    """Sort by a column; blanks come last either way.

    Equals stand by name, student, class title and class id, upwards.
    """
    tied = sorted(rows, key=lambda row: (*_name(row), row.subject.name.casefold(), row.subject.id))
    return _sort_rows(tied, _STUDENTS[by], descending=descending)


def _class(row: StudentRow) -> tuple[str, str]:
    """Order classes by title; of two with the same, by id, so that their students never mix."""
    return row.subject.name.casefold(), row.subject.id


def _name(row: StudentRow) -> tuple[str, str, str]:
    return name_key(row.family, row.given, row.student)


def _sort_rows(tied: list[R], value: Callable[[R], Any], *, descending: bool) -> list[R]:
    """Keep the order of equals: Python's sort does, upwards and downwards."""
    valued = [(value(row), row) for row in tied]
    # comparing fractions is slow, and most are there many times: only different ones are compared
    ranks = {each: rank for rank, each in enumerate(sorted({v for v, _ in valued} - {None}))}
    filled = [(ranks[v], row) for v, row in valued if v is not None]
    filled.sort(key=itemgetter(0), reverse=descending)
    return [row for _, row in filled] + [row for v, row in valued if v is None]
