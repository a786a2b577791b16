"""The students' totals on the two tests of a process, by class.

Totals follow the result sheets, in whose own transaction they are written; no answer is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from chalicelib.rosters.model import title_at


class ProcessTest(StrEnum):
    """Which of the two tests of a process."""

    PRE = "pre"
    """The pre-test."""
    POST = "post"
    """The post-test."""


class ResultStatus(StrEnum):
    """A student's status on a test."""

    TESTED = "tested"
    """Everything is entered. Only these students are in averages."""
    PARTIAL = "partial"
    """Only some of it is entered."""
    NOT_ENTERED = "not_entered"
    """Nothing is entered yet."""
    ABSENT = "absent"
    """The student was absent."""
    EXEMPT = "exempt"
    """The student need not take it."""


class StudentScore(NamedTuple):
    """A student's total on one test; points are of what is entered.

    A tuple: 500 classes are 30,000 of them, and a dataclass takes more than twice as long to make.
    """

    student: str
    standing: ResultStatus
    earned: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)

    @property
    def share(self) -> Fraction | None:
        """Points earned of points possible, 0 to 1, exact; only for tested students."""
        if self.standing != ResultStatus.TESTED or not self.possible:
            return None
        return self.earned / self.possible


@dataclass(frozen=True, slots=True)
class ClassScores:
    """A class in a process. `pre` and `post` are None until somebody activates that test for it.

    `names` are the students' names as (family, given), as they were when the class was last saved;
    `teacher` is who activated it first. `school_name` is known where a class of another school in
    the process has the same title.
    """

    school_class: str
    title: str
    school: str
    teacher: str
    teacher_name: str
    pre: tuple[StudentScore, ...] | None = None
    post: tuple[StudentScore, ...] | None = None
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    school_name: str = ""

    @property
    def label(self) -> str:
        """The name of the class beside others of the process."""
        return title_at(self.title, self.school_name)

    def on(self, test: ProcessTest) -> tuple[StudentScore, ...] | None:
        """Return the scores on one of the tests."""
        return self.pre if test == ProcessTest.PRE else self.post
