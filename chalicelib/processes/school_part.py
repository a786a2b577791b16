"""The figures of a process as administrators of some of its schools see them (P16).

The team as a whole, without what suppression hides, and their own schools: all classes of each
school together, its teachers, its classes. Computed from all classes, shown from theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from chalicelib.processes.suppression.census import hide_outside, take_census
from chalicelib.suppression import SuppressionReason

from .goals.model import choices_of

if TYPE_CHECKING:
    from chalicelib.processes.analytics.goals import GoalChoice
    from chalicelib.processes.model import Process
    from chalicelib.processes.scores import ClassScores
    from chalicelib.processes.service import VisibleProcess
    from chalicelib.processes.suppression.model import RowPart

F = TypeVar("F")

Figures = Callable[[Sequence["ClassScores"]], F]
"""Computes figures of classes."""


@dataclass(frozen=True, slots=True)
class VisibleFigures:
    """What somebody gets of a process's figures; of everything, where they see all of it."""

    seen: VisibleProcess

    @property
    def own(self) -> tuple[ClassScores, ...]:
        """The classes that are listed."""
        return tuple(row.scores for row in self.seen.rows)

    @property
    def every(self) -> tuple[ClassScores, ...]:
        """The classes that the team's row is of."""
        return self.seen.opened.scores

    @property
    def process(self) -> Process:
        """The process's head."""
        return self.seen.opened.process

    @property
    def choices(self) -> Mapping[str, GoalChoice]:
        """What teachers decided about the goals of their classes."""
        return choices_of(self.seen.opened.goals)

    @property
    def is_part(self) -> bool:
        """Tell whether this is the part of some schools."""
        return self.seen.schools is not None

    def figure(self, figures: Figures[F]) -> tuple[F, F]:
        """Compute figures of the classes that are listed, and of all; once where both are one."""
        whole = figures(self.every)
        return (figures(self.own) if self.is_part else whole), whole

    def hide(self, aiming: Collection[str] = ()) -> Mapping[RowPart, SuppressionReason]:
        """Say what of the team's row is hidden; `aiming` are the classes that its goal is of."""
        if not self.is_part:
            return {}
        return hide_outside(
            take_census(self.every, self.process.levels, self.process.rules), aiming
        )

    def by_school(self, figures: Figures[F]) -> dict[str, F]:
        """Compute the figures of each of their schools."""
        return {
            school: figures([each for each in self.own if each.school == school])
            for school in sorted(self.seen.schools or ())
        }
