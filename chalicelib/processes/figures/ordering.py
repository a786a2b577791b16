"""The rows of a comparison in the order somebody asks for (P10)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from .comparing import Row, StudentRow


class Column(StrEnum):
    """What rows of teachers or classes can be sorted by."""

    NAME = "name"
    TEACHER = "teacher"
    PRE = "pre"
    PRE_N = "pre_n"
    POST = "post"
    POST_N = "post_n"
    POINTS = "points"
    RELATIVE = "relative"
    MATCHED_PRE = "matched_pre"
    MATCHED_POST = "matched_post"
    MATCHED_POINTS = "matched_points"
    MATCHED_RELATIVE = "matched_relative"
    MATCHED_N = "matched_n"


class StudentColumn(StrEnum):
    """What rows of students can be sorted by."""

    NAME = "name"
    CLASS = "class"
    TEACHER = "teacher"
    PRE = "pre"
    POST = "post"
    POINTS = "points"
    RELATIVE = "relative"


def sort_rows(rows: Sequence[Row], by: Column, *, descending: bool = False) -> list[Row]:
    """Sort by a column; blanks come last either way, and equals by name, then id, upwards."""
    raise NotImplementedError


def sort_students(
    rows: Sequence[StudentRow], by: StudentColumn, *, descending: bool = False
) -> list[StudentRow]:
    """Sort by a column; blanks come last either way, and equals by name, then class, upwards."""
    raise NotImplementedError
