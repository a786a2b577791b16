"""Pre- and post-test side by side, per student (P10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores, ResultStatus
from chalicelib.teams.levels import Levels

from .comparison import change
from .counts import Home, Mark, Pair, Sat, homes, read
from .editions import LATEST, Edition
from .groups import name_key, name_of, subject_of
from .model import AverageChange, Subject


@dataclass(frozen=True, slots=True)
class StudentRow:
    """A student. Shares and levels (from 1) are None where they were not tested."""

    student: str
    family: str
    given: str
    subject: Subject
    """The class of the pre-test, or of the post-test where there is none."""
    pre: Fraction | None
    pre_level: int | None
    pre_standing: ResultStatus | None
    """None where the class has not activated the test, or the student is not on its sheet."""
    post: Fraction | None
    post_level: int | None
    post_standing: ResultStatus | None
    change: AverageChange | None
    classes: tuple[Subject, ...]
    """All that the row stands for: the one of the pre-test first, then that of the post-test, then
    those where the student is awaited."""
    pre_class: str = ""
    """The id of the class of a test; empty where the student is on no sheet of it."""
    post_class: str = ""


def students(
    classes: Sequence[ClassScores], levels: Levels, edition: Edition = LATEST
) -> list[StudentRow]:
    """Return the students of these classes by name.

    A student who changed class between the tests, or is only awaited in a second class, has one row
    with both classes. A student with results of a test in two classes has a row for each.
    """
    rows = _Rows(read(classes, levels), edition).all()
    return sorted(rows, key=lambda row: name_key(row.family, row.given, row.student))


class _Rows:
    """Makes the rows; equal pairs of marks share one change."""

    def __init__(self, sats: Sequence[Sat], edition: Edition) -> None:
        self._sats = sats
        self._homes = homes(sats, edition) if edition.across_classes else {}
        self._changes: dict[Pair, AverageChange | None] = {}

    def all(self) -> Iterator[StudentRow]:
        places: dict[str, list[Sat]] = {who: [] for who in self._homes}
        for sat in self._sats:
            for who in sat.pre | sat.post:
                if who in places:
                    places[who].append(sat)
                else:
                    yield self._row(who, (sat, sat), [sat])
        for who, listing in places.items():
            yield from self._of_several(who, self._homes[who], listing)

    def _of_several(self, who: str, home: Home, places: Sequence[Sat]) -> Iterator[StudentRow]:
        used = [sat for sat in dict.fromkeys(home) if sat is not None]
        others = [sat for sat in places if sat not in used]
        yield self._row(who, home, [*used, *(sat for sat in others if _only_awaited(who, sat))])
        for sat in others:
            if not _only_awaited(who, sat):
                yield self._row(who, (sat, sat), [sat])

    def _row(self, who: str, home: Home, places: Sequence[Sat]) -> StudentRow:
        before, after = home
        pre = before.pre.get(who, _NONE) if before else _NONE
        post = after.post.get(who, _NONE) if after else _NONE
        return StudentRow(
            who,
            *_name(who, places),
            subject_of(places[0].scores),
            pre.share,
            pre.level or None,
            None if pre is _NONE else pre.standing,
            post.share,
            post.level or None,
            None if post is _NONE else post.standing,
            self._change(pre, post),
            tuple(subject_of(sat.scores) for sat in places),
            "" if pre is _NONE or before is None else before.scores.school_class,
            "" if post is _NONE or after is None else after.scores.school_class,
        )

    def _change(self, pre: Mark, post: Mark) -> AverageChange | None:
        if (pre, post) not in self._changes:
            self._changes[pre, post] = change(pre.share, post.share)
        return self._changes[pre, post]


_NONE = Mark(ResultStatus.NOT_ENTERED)
"""Of a student who is not on a sheet."""


def _only_awaited(who: str, sat: Sat) -> bool:
    marks = (sat.pre.get(who, _NONE), sat.post.get(who, _NONE))
    return all(mark.standing == ResultStatus.NOT_ENTERED for mark in marks)


def _name(who: str, places: Sequence[Sat]) -> tuple[str, str]:
    names = (name_of(sat.scores, who) for sat in places)
    return next((name for name in names if any(name)), ("", ""))
