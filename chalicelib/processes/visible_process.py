"""A process as far as somebody may see it (P16).

Administrators of some of its schools see the team as a whole, without what suppression hides, and
their own schools: all classes of each school together, its teachers, its classes. Figures are
computed from all classes, shown from theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from chalicelib.processes.suppression.census import hide_outside, take_census
from chalicelib.suppression import SuppressionReason

if TYPE_CHECKING:
    from chalicelib.processes.model import ClassRow, Process, ProcessSnapshot
    from chalicelib.processes.scores import ClassScores
    from chalicelib.processes.suppression.model import RowPart
    from chalicelib.teams.model import TeamRole

F = TypeVar("F")

Figures = Callable[[Sequence["ClassScores"]], F]
"""Computes figures of classes."""


@dataclass(frozen=True, slots=True)
class VisibleProcess:
    """A process as far as somebody may see it.

    `schools`: the team as a whole, and of the classes only those of these schools; None: all of it.
    """

    opened: ProcessSnapshot
    role: TeamRole
    schools: frozenset[str] | None = None

    @property
    def rows(self) -> tuple[ClassRow, ...]:
        """The classes that they see."""
        rows = self.opened.rows
        return tuple(r for r in rows if self.schools is None or r.scores.school in self.schools)

    @property
    def own(self) -> tuple[ClassScores, ...]:
        """The classes that are listed."""
        return tuple(row.scores for row in self.rows)

    @property
    def every(self) -> tuple[ClassScores, ...]:
        """The classes that the team's row is of."""
        return self.opened.scores

    @property
    def process(self) -> Process:
        """The process's head."""
        return self.opened.process

    @property
    def is_part(self) -> bool:
        """Return whether this is the part of some schools."""
        return self.schools is not None

    def figure(self, figures: Figures[F]) -> tuple[F, F]:
        """Compute figures of the classes that are listed, and of all; once where both are one."""
        whole = figures(self.every)
        return (figures(self.own) if self.is_part else whole), whole

    def hide(self, aiming: Collection[str] = ()) -> Mapping[RowPart, SuppressionReason]:
        """Return the hidden parts of the team's row; `aiming` are the classes of its goal."""
        if not self.is_part:
            return {}
        return hide_outside(
            take_census(self.every, self.process.levels, self.process.rules), aiming
        )

    def by_school(self, figures: Figures[F]) -> dict[str, F]:
        """Compute the figures of each of their schools."""
        return {
            school: figures([each for each in self.own if each.school == school])
            for school in sorted(self.schools or ())
        }
