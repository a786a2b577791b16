"""The figures of a process. Shares are exact fractions from 0 to 1, never rounded here.

Every share has its n beside it; a hidden figure is `Withheld`, never a zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class SubjectKind(StrEnum):
    TEAM = "team"
    TEACHER = "teacher"
    CLASS = "class"
    SCHOOL = "school"
    """The classes of one school, for its administrators."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The student of a row. `id` and `name` are the class's or the teacher's, empty of the team.

    `school` is filled in for a class, `teacher` and `teacher_name` for a class and a teacher;
    `classes` are the ids of those it sums.
    """

    kind: SubjectKind
    id: str
    name: str
    classes: tuple[str, ...]
    school: str = ""
    teacher: str = ""
    teacher_name: str = ""


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of `n` students' shares; None of nobody."""

    share: Fraction | None
    n: int


@dataclass(frozen=True, slots=True)
class AverageChange:
    """From pre- to post-test: `points` as a share (0.05 is 5 percentage points), below 0 a loss.

    `relative` is of the pre-test; None when that is 0.
    """

    points: Fraction
    relative: Fraction | None


@dataclass(frozen=True, slots=True)
class ComparedAverages:
    """Two averages side by side; `change` is None where one is missing."""

    pre: Average
    post: Average
    change: AverageChange | None


class WithheldReason(StrEnum):
    """Why a figure of growth is not shown."""

    TOO_FEW = "too_few"
    """Fewer than five students have both tests."""
    NO_ROOM = "no_room"
    """Everybody had everything right before: nothing was left to gain."""
    NO_SPREAD = "no_spread"
    """All students scored the same on a test: there is no deviation to measure by."""
    PROTECTED = "protected"
    """It would let somebody calculate results of fewer than five students."""
    NO_GOAL = "no_goal"
    """Nobody has taken the pre-test."""


@dataclass(frozen=True, slots=True)
class Withheld:
    reason: WithheldReason
    n: int
    """Students with both tests."""
