"""Scores made countable: equal ones become one mark, and each student of a group is taken once.

Where a student is in several classes of a group, each class shows them as it is, and a sum over
classes takes them from one: the class in which they have both tests; without such a class, per
test, the first (by class id) in which they were tested, and else the first that lists them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm

from chalicelib.processes.scores import ClassScores, Score, Standing, Test
from chalicelib.teams.levels import Levels

from .model import Average


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What a score comes to. A reading makes one of all equal scores, so identity is equality.

    `above` / `below` is the share in whole numbers, not reduced; `level` is 0 of who has none.
    """

    standing: Standing
    above: int = 0
    below: int = 1
    level: int = 0
    share: Fraction | None = None


Pair = tuple[Mark, Mark]
"""A student's tests in one class, before and after, both complete."""


@dataclass(frozen=True, slots=True, eq=False)
class Sat:
    """A class, and what each of its students' tests come to."""

    scores: ClassScores
    pre: dict[str, Mark]
    post: dict[str, Mark]

    def on(self, test: Test) -> dict[str, Mark]:
        return self.pre if test == Test.PRE else self.post

    def pair(self, student: str) -> Pair | None:
        pre, post = self.pre.get(student), self.post.get(student)
        return (pre, post) if pre and post and pre.level and post.level else None


@dataclass(frozen=True, slots=True)
class Book:
    """How many students of a group have which mark, and which pair of marks."""

    pre: Counter[Mark]
    post: Counter[Mark]
    pairs: Counter[Pair]

    def on(self, test: Test) -> Counter[Mark]:
        return self.pre if test == Test.PRE else self.post


def read(classes: Iterable[ClassScores], levels: Levels) -> list[Sat]:
    """Turn classes' scores into marks; by class id, so that no order of theirs shows."""
    reading = Reading(levels)
    return [
        Sat(each, reading.sheet(each.pre), reading.sheet(each.post))
        for each in sorted(classes, key=lambda each: each.school_class)
    ]


class Reading:
    """Makes marks by a team's levels."""

    def __init__(self, levels: Levels) -> None:
        self._levels = levels
        self._tested: dict[tuple[int, int, int, int], Mark] = {}
        self._others = {standing: Mark(standing) for standing in Standing}

    def sheet(self, scores: Sequence[Score] | None) -> dict[str, Mark]:
        return {score.student: self.mark(score) for score in scores or ()}

    def mark(self, score: Score) -> Mark:
        if score.standing != Standing.TESTED:
            return self._others[score.standing]
        if not score.possible:  # a test of which nothing counts any more measures nobody
            return self._others[Standing.EXEMPT]
        # whole numbers: hashing a fraction costs more than all the rest
        key = (*score.earned.as_integer_ratio(), *score.possible.as_integer_ratio())
        return self._tested.get(key) or self._tested.setdefault(key, self._new(*key))

    def _new(self, earned: int, part: int, possible: int, of: int) -> Mark:
        above, below = earned * of, part * possible
        share = Fraction(above, below)
        return Mark(Standing.TESTED, above, below, self._levels.level(share), share)


def book(group: Sequence[Sat]) -> Book:
    """Count a group's students, each once."""
    elsewhere = homes(group)
    pre, post, pairs = [], [], []
    for sat in group:
        pre += [mark for who, mark in sat.pre.items() if who not in elsewhere]
        post += [mark for who, mark in sat.post.items() if who not in elsewhere]
        pairs += [_pair for who in sat.pre if who not in elsewhere and (_pair := sat.pair(who))]
    for who, (before, after) in elsewhere.items():
        pre += [before.pre[who]] if before else []
        post += [after.post[who]] if after else []
        pairs += [pair] if before and before is after and (pair := before.pair(who)) else []
    return Book(Counter(pre), Counter(post), Counter(pairs))


def homes(group: Sequence[Sat]) -> dict[str, tuple[Sat | None, Sat | None]]:
    """Give, of each student in several classes, those that count: for the pre- and the post-test.

    `group` is in order of class ids.
    """
    listed = Counter(chain.from_iterable(sat.pre.keys() | sat.post.keys() for sat in group))
    several = {who for who, times in listed.items() if times > 1}
    if not several:
        return {}
    places: dict[str, list[Sat]] = {who: [] for who in sorted(several)}
    for sat in group:
        for who in several & (sat.pre.keys() | sat.post.keys()):
            places[who].append(sat)
    return {who: _home(who, sats) for who, sats in places.items()}


def _home(who: str, sats: Sequence[Sat]) -> tuple[Sat | None, Sat | None]:
    for sat in sats:
        if sat.pair(who):
            return sat, sat
    return _first(who, sats, Test.PRE), _first(who, sats, Test.POST)


def _first(who: str, sats: Sequence[Sat], test: Test) -> Sat | None:
    listing = [sat for sat in sats if who in sat.on(test)]
    tested = [sat for sat in listing if sat.on(test)[who].level]
    return next(iter(tested or listing), None)


def average(counted: Counter[Mark]) -> Average:
    """Give the mean share of those that were tested."""
    tested = {mark: times for mark, times in counted.items() if mark.level}
    n = sum(tested.values())
    if not n:
        return Average(None, 0)
    common = lcm(*(mark.below for mark in tested))
    total = sum(mark.above * (common // mark.below) * times for mark, times in tested.items())
    return Average(Fraction(total, common * n), n)
