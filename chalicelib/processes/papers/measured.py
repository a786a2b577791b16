"""All figures of a process, computed once for its papers and its mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chalicelib.processes.figures.collecting import Collected, Collection, collect
from chalicelib.processes.figures.comparing import Comparison, Row, compare
from chalicelib.processes.figures.goals import Goal, TeamGoals, team_goals
from chalicelib.processes.figures.growing import Growth, GrowthReport, Outcome, grow
from chalicelib.processes.figures.model import Reason, Subject, Withheld
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.scores import Test
from chalicelib.reports.model import Sign

from .veils import Part, Why

if TYPE_CHECKING:
    from fractions import Fraction

    from chalicelib.processes.model import Opened
    from chalicelib.teams.levels import Levels


@dataclass(frozen=True, slots=True)
class Line:
    """Everything there is about a team, a teacher or a class."""

    subject: Subject
    pre: Collected
    post: Collected
    row: Row
    growth: Growth | Withheld
    goal: Goal | None
    """Of its classes that have a goal; none where no class has."""
    veils: Mapping[Part, Why] = field(default_factory=dict)
    """What was taken out of it, and why."""

    @property
    def outcome(self) -> Outcome | Withheld:
        """What came of the goal, or why it is not said."""
        if self.goal is None:
            return Withheld(Reason.NO_GOAL, self.row.matched.pre.n)
        return self.growth if isinstance(self.growth, Withheld) else self.growth.outcome


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a process: of its team, teachers and classes, in the same order as always."""

    levels: Levels
    team: Line
    teachers: tuple[Line, ...]
    classes: tuple[Line, ...]

    @property
    def post_given(self) -> bool:
        """Tell whether any class was given a post-test."""
        return self.team.post.activated > 0


def measured(opened: Opened) -> Measured:
    """Compute everything."""
    levels, scores = opened.process.levels, opened.scores
    choices = choices_of(opened.goals)
    aiming = [each for each in scores if each.school_class in choices]
    pre, post = collect(scores, levels, Test.PRE), collect(scores, levels, Test.POST)
    sides = _Sides(pre, post, compare(scores, levels), grow(scores, levels, choices))
    goals = team_goals(aiming, levels, choices) if aiming else None
    return Measured(
        levels,
        sides.team(goals.team if goals else None),
        sides.teachers({goal.subject.id: goal for goal in goals.teachers} if goals else {}),
        sides.classes(_of_classes(goals)),
    )


def sign_of(change: Fraction | None) -> Sign:
    """Say what a change amounts to, by the exact fraction."""
    if change is None:
        return Sign.UNKNOWN
    return Sign.RISE if change > 0 else Sign.FALL if change < 0 else Sign.SAME


def _of_classes(goals: TeamGoals | None) -> dict[str, Goal]:
    every = goals.classes if goals else ()
    return {each.goal.subject.id: each.goal for each in every}


@dataclass(frozen=True, slots=True)
class _Sides:
    """The same rows, as each computation has them."""

    pre: Collection
    post: Collection
    comparison: Comparison
    growth: GrowthReport

    def team(self, goal: Goal | None) -> Line:
        return Line(
            self.pre.team.subject,
            self.pre.team,
            self.post.team,
            self.comparison.team,
            self.growth.team.growth,
            goal,
        )

    def teachers(self, goals: dict[str, Goal]) -> tuple[Line, ...]:
        sides = zip(
            self.pre.teachers,
            self.post.teachers,
            self.comparison.teachers,
            self.growth.teachers,
            strict=True,
        )
        return tuple(
            Line(pre.subject, pre, post, row, grown.growth, goals.get(pre.subject.id))
            for pre, post, row, grown in sides
        )

    def classes(self, goals: dict[str, Goal]) -> tuple[Line, ...]:
        sides = zip(
            self.pre.classes,
            self.post.classes,
            self.comparison.classes,
            self.growth.classes,
            strict=True,
        )
        return tuple(
            Line(pre.subject, pre, post, row, grown.growth, goals.get(pre.subject.id))
            for pre, post, row, grown in sides
        )
