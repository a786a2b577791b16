"""Growth, told honestly (P11): of students with both tests, and never of fewer than five."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .effects import Effect
from .goals import Choice, Goal
from .model import Compared, Subject, Withheld


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
class Outcome:
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
    compared: Compared
    gain: Fraction | Withheld
    effect: Effect | Withheld
    movement: Movement
    outcome: Outcome | Withheld


@dataclass(frozen=True, slots=True)
class GrowthRow:
    subject: Subject
    growth: Growth | Withheld


@dataclass(frozen=True, slots=True)
class GrowthReport:
    team: GrowthRow
    teachers: tuple[GrowthRow, ...]
    classes: tuple[GrowthRow, ...]


def grow(
    classes: Sequence[ClassScores], levels: Levels, choices: Mapping[str, Choice]
) -> GrowthReport:
    """Say the growth of team, teachers and classes, and whether goals are met.

    Only classes in `choices` have goals: an outcome is of those alone.
    """
    raise NotImplementedError
