"""Pre- and post-test side by side, per team, teacher, class and student (P10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores, Standing
from chalicelib.teams.levels import Levels

from .counting import Mark, Pair, Sat, average, book, read
from .grouping import Group, groups, name_key, name_of, subject_of
from .model import Average, Change, Compared, Subject


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
    return Comparison(*groups(classes, levels).each(_row))


def _row(group: Group) -> Row:
    counted = book(group.sats)
    tested = compared(average(counted.pre.items()), average(counted.post.items()))
    return Row(group.subject, tested, matched(counted.pairs))


def matched(pairs: Counter[Pair]) -> Compared:
    """Compare the averages of students with both tests."""
    pre = average((before, times) for (before, _), times in pairs.items())
    post = average((after, times) for (_, after), times in pairs.items())
    return compared(pre, post)


def compared(pre: Average, post: Average) -> Compared:
    return Compared(pre, post, change(pre.share, post.share))


def change(pre: Fraction | None, post: Fraction | None) -> Change | None:
    """Give what changed, where there is a before and an after."""
    if pre is None or post is None:
        return None
    return Change(post - pre, (post - pre) / pre if pre else None)


def students(classes: Sequence[ClassScores], levels: Levels) -> list[StudentRow]:
    """Give the students of these classes by name; one row per class."""
    changes: dict[Pair, Change | None] = {}
    rows: list[StudentRow] = []
    for sat in read(classes, levels):
        rows += _students(sat, changes)
    return sorted(rows, key=lambda row: name_key(row.family, row.given, row.student))


def _students(sat: Sat, changes: dict[Pair, Change | None]) -> Iterator[StudentRow]:
    subject = subject_of(sat.scores)
    for student in sat.pre | sat.post:
        pre, post = sat.pre.get(student, _NONE), sat.post.get(student, _NONE)
        if (pre, post) not in changes:
            changes[pre, post] = change(pre.share, post.share)
        yield StudentRow(
            student,
            *name_of(sat.scores, student),
            subject,
            pre.share,
            pre.level or None,
            pre.standing if student in sat.pre else None,
            post.share,
            post.level or None,
            post.standing if student in sat.post else None,
            changes[pre, post],
        )


_NONE = Mark(Standing.AWAITED)
"""Of a student who is not on a sheet."""
