"""Growth (P11): only of students with both tests, and never of fewer than five."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.suppression import is_enough
from chalicelib.teams.levels import Levels

from .collection import tally
from .comparison import compare_matched
from .counts import MarkCounts, Pair, Sat, book
from .editions import LATEST, Edition
from .effects import EffectSize, effect
from .goals import Goal, GoalChoice
from .goals import aims as goals_of
from .groups import ClassGroup, groups
from .model import ComparedAverages, Subject, Withheld, WithheldReason
from .unpaired import Unpaired, make_unpaired_counter


@dataclass(frozen=True, slots=True)
class Movement:
    """Students with both tests by level: `matrix[pre - 1][post - 1]`, the lowest level first."""

    matrix: tuple[tuple[int, ...], ...]
    up: int
    same: int
    down: int

    @property
    def n(self) -> int:
        return self.up + self.same + self.down

    @property
    def before(self) -> tuple[int, ...]:
        """How many were at each level."""
        return tuple(map(sum, self.matrix))

    @property
    def after(self) -> tuple[int, ...]:
        return tuple(map(sum, zip(*self.matrix, strict=True)))


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """A goal against the post-test: proficient of post-tested, compared exactly."""

    goal: Goal
    proficient: int
    tested: int

    @property
    def reached(self) -> Fraction:
        return Fraction(self.proficient, self.tested)

    @property
    def met(self) -> bool:
        target = self.goal.target
        return target is not None and self.reached >= target


@dataclass(frozen=True, slots=True)
class Growth:
    """Of the `n` students with both tests. `gain` is Hake's, of the averages; below 0 a loss."""

    n: int
    compared: ComparedAverages
    gain: Fraction | Withheld
    effect: EffectSize | Withheld
    movement: Movement
    outcome: GoalOutcome | Withheld


@dataclass(frozen=True, slots=True)
class GrowthRow:
    subject: Subject
    growth: Growth | Withheld
    unpaired: tuple[Unpaired, ...] = ()
    """Those with one test alone, by missing test and reason."""


@dataclass(frozen=True, slots=True)
class GrowthReport:
    team: GrowthRow
    teachers: tuple[GrowthRow, ...]
    classes: tuple[GrowthRow, ...]


def grow(
    classes: Sequence[ClassScores],
    levels: Levels,
    choices: Mapping[str, GoalChoice],
    edition: Edition = LATEST,
) -> GrowthReport:
    """Return the growth of team, teachers and classes, and whether goals are met."""
    aims = goals_of(classes, levels, choices, edition)
    grouped = groups(classes, levels)
    unpaired = make_unpaired_counter(grouped, edition)

    def row(group: ClassGroup) -> GrowthRow:
        aim = aims.get((group.subject.kind, group.subject.id))
        growth = _growth(group.sats, levels, aim, edition)
        return GrowthRow(group.subject, growth, unpaired(group))

    return GrowthReport(*grouped.each(row))


def _growth(
    sats: Sequence[Sat], levels: Levels, goal: Goal | None, edition: Edition
) -> Growth | Withheld:
    counted = book(sats, edition)
    pairs, n = counted.pairs, counted.pairs.total()
    if not is_enough(n):
        return Withheld(WithheldReason.TOO_FEW, n)
    both = compare_matched(pairs)
    return Growth(
        n=n,
        compared=both,
        gain=_gain(both),
        effect=effect(pairs),
        movement=movement(pairs, levels.many),
        outcome=_outcome(goal, _aiming(sats, goal, counted, edition), levels, n),
    )


def _gain(both: ComparedAverages) -> Fraction | Withheld:
    """Return Hake's normalized gain: the gain as a share of the possible gain."""
    hake = compute_normalized_gain(both.pre.share, both.post.share)
    return Withheld(WithheldReason.NO_ROOM, both.pre.n) if hake is None else hake


def compute_normalized_gain(pre: Fraction | None, post: Fraction | None) -> Fraction | None:
    """Return (post - pre) / (1 - pre); None for a pre-test without a mistake (Hake 1998).

    >>> compute_normalized_gain(Fraction(6, 10), Fraction(8, 10))
    Fraction(1, 2)
    """
    if pre is None or post is None or pre >= 1:
        return None
    return (post - pre) / (1 - pre)


def movement(pairs: Counter[Pair], levels: int) -> Movement:
    """Count who was at which level before and after."""
    moves: Counter[tuple[int, int]] = Counter()
    for (pre, post), times in pairs.items():
        moves[pre.level, post.level] += times
    every = range(1, levels + 1)
    return Movement(
        matrix=tuple(tuple(moves[before, after] for after in every) for before in every),
        up=sum(times for (before, after), times in moves.items() if after > before),
        same=sum(times for (before, after), times in moves.items() if after == before),
        down=sum(times for (before, after), times in moves.items() if after < before),
    )


def _aiming(
    sats: Sequence[Sat], goal: Goal | None, counted: MarkCounts, edition: Edition
) -> MarkCounts:
    """Count the students of the classes that a goal is for; by the latest rules, of all."""
    if goal is None or len(goal.subject.classes) == len(sats):
        return counted
    return book([sat for sat in sats if sat.scores.school_class in goal.subject.classes], edition)


def _outcome(
    goal: Goal | None, aiming: MarkCounts, levels: Levels, n: int
) -> GoalOutcome | Withheld:
    """Hold a goal against the post-test of the classes that it is for."""
    if goal is None or not goal.tested:
        return Withheld(WithheldReason.NO_GOAL, n)
    if not is_enough(aiming.pairs.total()):
        return Withheld(WithheldReason.TOO_FEW, aiming.pairs.total())
    result = tally(aiming.post, levels)
    return GoalOutcome(goal, result.proficient, result.tested)
