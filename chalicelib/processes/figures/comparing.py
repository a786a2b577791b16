"""Pre- and post-test side by side, per team, teacher, class and student (P10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores, Standing
from chalicelib.teams.levels import Levels

from .model import Change, Compared, Subject


@dataclass(frozen=True, slots=True)
class Row:
    """`tested` compares all that took either test: not the same students, as its two n say.

    `matched` compares those with both tests in one class, the only ones of whom change is growth.
    """

    subject: Subject
    tested: Compared
    matched: Compared


@dataclass(frozen=True, slots=True)
class Comparison:
    team: Row
    teachers: tuple[Row, ...]
    classes: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StudentRow:
    """A student in one class. Shares and levels (from 1) are None where they were not tested."""

    student: str
    family: str
    given: str
    subject: Subject
    """Of the class."""
    pre: Fraction | None
    pre_level: int | None
    pre_standing: Standing | None
    """None where the class has not activated the test, or the student is not on its sheet."""
    post: Fraction | None
    post_level: int | None
    post_standing: Standing | None
    change: Change | None


def compare(classes: Sequence[ClassScores], levels: Levels) -> Comparison:
    """Compare the two tests."""
    raise NotImplementedError


def students(classes: Sequence[ClassScores], levels: Levels, teacher: str = "") -> list[StudentRow]:
    """Give the students of all classes, or of one teacher's, by name; one row per class."""
    raise NotImplementedError
