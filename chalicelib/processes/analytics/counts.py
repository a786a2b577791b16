"""Scores made countable: equal ones become one mark, and each student of a group is taken once.

A student may be in several classes of a group. Each class shows them with its own scores. A sum
over classes takes them from the class in which they have both tests. Without such a class it takes
each test from the first class (by class id) in which they were tested. A student tested in none
counts where most is known: partly entered, then absent, then exempt, then not entered. So a student
who changed class between the tests has both of them in the sum. And a class without any entries
hides nobody's absence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import TypeVar

from chalicelib.processes.scores import ClassScores, ProcessTest, ResultStatus, StudentScore
from chalicelib.teams.levels import Levels

from .editions import LATEST, Edition
from .model import Average

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """The value of a score. A reading makes one of all equal scores, so identity is equality.

    `above` / `below` is the share in whole numbers, not reduced; `level` is 0 for students without
    one.
    """

    standing: ResultStatus
    above: int = 0
    below: int = 1
    level: int = 0
    share: Fraction | None = None


Pair = tuple[Mark, Mark]
"""A student's two tests, before and after, both complete."""


@dataclass(frozen=True, slots=True, eq=False)
class Sat:
    """A class, with the marks of its students' tests."""

    scores: ClassScores
    pre: dict[str, Mark]
    post: dict[str, Mark]
    pairs: dict[str, Pair]

    def on(self, test: ProcessTest) -> dict[str, Mark]:
        return self.pre if test == ProcessTest.PRE else self.post


Home = tuple[Sat | None, Sat | None]
"""The classes that count of a student: for the pre-test, and for the post-test."""


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """The numbers of students of a group by mark, and by pair of marks."""

    pre: Counter[Mark]
    post: Counter[Mark]
    pairs: Counter[Pair]

    def on(self, test: ProcessTest) -> Counter[Mark]:
        return self.pre if test == ProcessTest.PRE else self.post


def read(classes: Iterable[ClassScores], levels: Levels) -> list[Sat]:
    """Turn classes' scores into marks; by class id, so that no order of theirs shows."""
    reading = MarkReader(levels)
    return [
        _sat(each, reading.sheet(each.pre), reading.sheet(each.post))
        for each in sorted(classes, key=lambda each: each.school_class)
    ]


def _sat(scores: ClassScores, pre: dict[str, Mark], post: dict[str, Mark]) -> Sat:
    pairs = {
        who: (before, after)
        for who, before in pre.items()
        if before.level and (after := post.get(who)) and after.level
    }
    return Sat(scores, pre, post, pairs)


class MarkReader:
    """Makes marks by a team's levels."""

    def __init__(self, levels: Levels) -> None:
        self._levels = levels
        self._tested: dict[tuple[int, int, int, int], Mark] = {}
        self._others = {standing: Mark(standing) for standing in ResultStatus}

    def sheet(self, scores: Sequence[StudentScore] | None) -> dict[str, Mark]:
        return {score.student: self.mark(score) for score in scores or ()}

    def mark(self, score: StudentScore) -> Mark:
        if score.standing != ResultStatus.TESTED:
            return self._others[score.standing]
        # whole numbers: hashing a fraction costs more than all the rest
        key = (*score.earned.as_integer_ratio(), *score.possible.as_integer_ratio())
        return self._tested.get(key) or self._tested.setdefault(key, self._new(*key))

    def _new(self, earned: int, part: int, possible: int, of: int) -> Mark:
        if not possible:  # a test of which nothing counts any more measures nobody
            return self._others[ResultStatus.EXEMPT]
        above, below = earned * of, part * possible
        share = Fraction(above, below)
        return Mark(ResultStatus.TESTED, above, below, self._levels.level(share), share)


def book(group: Sequence[Sat], edition: Edition = LATEST) -> MarkCounts:
    """Count a group's students, each once."""
    elsewhere = homes(group, edition)
    pre = [_but(sat.pre, elsewhere) for sat in group]
    post = [_but(sat.post, elsewhere) for sat in group]
    pairs = [_but(sat.pairs, elsewhere) for sat in group]
    for who, home in elsewhere.items():
        before, after = home
        pre += [(before.pre[who],)] if before else []
        post += [(after.post[who],)] if after else []
        pair = pair_of(who, home, edition)
        pairs += [(pair,)] if pair else []
    return MarkCounts(Counter(_each(pre)), Counter(_each(post)), Counter(_each(pairs)))


def pair_of(who: str, home: Home, edition: Edition = LATEST) -> Pair | None:
    """Return both tests of a student who is in several classes, where both are complete."""
    before, after = home
    if before is None or after is None or not (before is after or edition.across_classes):
        return None
    pre, post = before.pre[who], after.post[who]
    return (pre, post) if pre.level and post.level else None


_each = chain.from_iterable


def shares(
    classes: Iterable[ClassScores], levels: Levels
) -> dict[ProcessTest, tuple[Fraction, ...]]:
    """Return the shares of a team's tested students, each student once, by test."""
    counted = book(read(classes, levels))
    return {test: tuple(_shares(counted.on(test))) for test in ProcessTest}


def _shares(marks: Counter[Mark]) -> Iterator[Fraction]:
    return (mark.share for mark in marks.elements() if mark.share is not None)


def _but(marks: Mapping[str, T], elsewhere: Container[str]) -> Collection[T]:
    """Leave out the students in several classes; nearly always there are none."""
    if not elsewhere:
        return marks.values()
    return [mark for who, mark in marks.items() if who not in elsewhere]


def homes(group: Sequence[Sat], edition: Edition = LATEST) -> dict[str, Home]:
    """Return, by student in several classes, those that count for the pre- and the post-test.

    `group` is in order of class ids.
    """
    if len(group) < 2:  # noqa: PLR2004 - one class is nowhere else
        return {}
    listed = [sat.pre.keys() | sat.post.keys() for sat in group]
    if sum(map(len, listed)) == len(set().union(*listed)):
        return {}
    several = {who for who, times in Counter(_each(listed)).items() if times > 1}
    places: dict[str, list[Sat]] = {who: [] for who in sorted(several)}
    for sat in group:
        for who in several & (sat.pre.keys() | sat.post.keys()):
            places[who].append(sat)
    return {who: _home(who, sats, edition) for who, sats in places.items()}


def _home(who: str, sats: Sequence[Sat], edition: Edition) -> Home:
    for sat in sats:
        if who in sat.pairs:
            return sat, sat
    first = _first if edition.ranks_untested else _first_listed
    return first(who, sats, ProcessTest.PRE), first(who, sats, ProcessTest.POST)


_SAYS_MOST = (
    ResultStatus.TESTED,
    ResultStatus.PARTIAL,
    ResultStatus.ABSENT,
    ResultStatus.EXEMPT,
    ResultStatus.NOT_ENTERED,
)


def count_standings(
    classes: Iterable[ClassScores], test: ProcessTest, edition: Edition = LATEST
) -> Counter[ResultStatus]:
    """Count a group's students on one test by status, each once, as sums do."""
    found: dict[str, int] = {}
    for each in sorted(classes, key=lambda each: each.school_class):
        for score in each.on(test) or ():
            place = _SAYS_MOST.index(_standing(score))
            known = found.setdefault(score.student, place)
            if place < known and (edition.ranks_untested or place == 0):
                found[score.student] = place
    return Counter(_SAYS_MOST[place] for place in found.values())


def _standing(score: StudentScore) -> ResultStatus:
    """Return a student's status; a test of which nothing counts any more measures nobody."""
    of_nothing = score.standing == ResultStatus.TESTED and not score.possible
    return ResultStatus.EXEMPT if of_nothing else score.standing


def _first(who: str, sats: Sequence[Sat], test: ProcessTest) -> Sat | None:
    listing = [sat for sat in sats if who in sat.on(test)]
    return min(listing, key=lambda sat: _SAYS_MOST.index(sat.on(test)[who].standing), default=None)


def _first_listed(who: str, sats: Sequence[Sat], test: ProcessTest) -> Sat | None:
    listing = [sat for sat in sats if who in sat.on(test)]
    tested = [sat for sat in listing if sat.on(test)[who].level]
    return next(iter(tested or listing), None)


def average(counted: Iterable[tuple[Mark, int]]) -> Average:
    """Return the mean share of those that were tested; a mark may come several times."""
    tested = [(mark, times) for mark, times in counted if mark.level]
    n = sum([times for _, times in tested])
    if not n:
        return Average(None, 0)
    common = lcm(*{mark.below for mark, _ in tested})
    total = sum([mark.above * (common // mark.below) * times for mark, times in tested])
    return Average(Fraction(total, common * n), n)
