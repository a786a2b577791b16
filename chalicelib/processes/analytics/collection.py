"""Step 1 of a process: who was tested, and how it went, per team, teacher and class (P6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores, ProcessTest, ResultStatus
from chalicelib.teams.levels import Levels

from .counts import Mark, average, book
from .editions import LATEST, Edition
from .groups import ClassGroup, groups
from .model import Subject


@dataclass(frozen=True, slots=True)
class Tally:
    """Students on one test, by status. `average` and `levels` are of the tested.

    `levels` has one count per level, the lowest first.
    """

    tested: int
    absent: int
    exempt: int
    partial: int
    awaited: int
    average: Fraction | None
    levels: tuple[int, ...]
    meets: int
    """The level, counted from 1, that begins to be enough."""

    @property
    def students(self) -> int:
        return self.tested + self.absent + self.exempt + self.partial + self.awaited

    @property
    def proficient(self) -> int:
        """How many are at or above the level that meets."""
        return sum(self.levels[self.meets - 1 :])

    def part(self, level: int) -> Fraction | None:
        """Return the share of the tested at a level, counted from 1; None of nobody."""
        return Fraction(self.levels[level - 1], self.tested) if self.tested else None


@dataclass(frozen=True, slots=True)
class CollectedRow:
    """A row of step 1. `activated` counts its classes in which the test has been activated."""

    subject: Subject
    activated: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Collection:
    test: ProcessTest
    team: CollectedRow
    teachers: tuple[CollectedRow, ...]
    """By name."""
    classes: tuple[CollectedRow, ...]
    """By teacher's name and title."""


def collect(
    classes: Sequence[ClassScores], levels: Levels, test: ProcessTest, edition: Edition = LATEST
) -> Collection:
    """Count one test's results; a class that has not activated it has only zeros."""

    def row(group: ClassGroup) -> CollectedRow:
        counted = book(group.sats, edition).on(test)
        activated = sum(sat.scores.on(test) is not None for sat in group.sats)
        return CollectedRow(group.subject, activated, tally(counted, levels))

    return Collection(test, *groups(classes, levels).each(row))


def tally(counted: Counter[Mark], levels: Levels) -> Tally:
    """Sum marks up by standing and by level."""
    standing: Counter[ResultStatus] = Counter()
    reached: Counter[int] = Counter()
    for mark, times in counted.items():
        standing[mark.standing] += times
        reached[mark.level] += times
    return Tally(
        tested=standing[ResultStatus.TESTED],
        absent=standing[ResultStatus.ABSENT],
        exempt=standing[ResultStatus.EXEMPT],
        partial=standing[ResultStatus.PARTIAL],
        awaited=standing[ResultStatus.NOT_ENTERED],
        average=average(counted.items()).share,
        levels=tuple(reached[level] for level in range(1, levels.many + 1)),
        meets=levels.meets,
    )
