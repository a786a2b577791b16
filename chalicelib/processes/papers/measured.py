"""All figures of a process, computed once for its papers and its mail."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chalicelib.processes.figures.collecting import Collected, Collection, collect
from chalicelib.processes.figures.comparing import Comparison, Row, compare
from chalicelib.processes.figures.goals import Goal, TeamGoals, team_goals
from chalicelib.processes.figures.growing import Growth, GrowthReport, Outcome, grow
from chalicelib.processes.figures.model import Kind, Reason, Subject, Withheld
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.scores import Test
from chalicelib.processes.suppression.model import Part, Why
from chalicelib.reports.model import Sign

if TYPE_CHECKING:
    from fractions import Fraction

    from chalicelib.processes.model import Opened
    from chalicelib.processes.scores import ClassScores
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
    schools: tuple[str, ...] = ()
    """Those of its classes."""

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
    schools: tuple[Line, ...] = ()
    """Where they are for administrators of these schools: what their classes come to."""
    scores: tuple[ClassScores, ...] = ()
    """What all of it is of."""

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
    at = {each.school_class: each.school for each in scores}
    team, teachers, classes = (
        tuple(_at_schools(line, at) for line in lines)
        for lines in (
            (sides.team(goals.team if goals else None),),
            sides.teachers({goal.subject.id: goal for goal in goals.teachers} if goals else {}),
            sides.classes(_of_classes(goals)),
        )
    )
    return Measured(levels, team[0], teachers, classes, scores=scores)


def measured_for(opened: Opened, schools: Mapping[str, str]) -> Measured:
    """Compute what administrators of these schools, by id with names, get to see.

    The team as a whole, and of their schools what all classes, each teacher and each class come to.
    """
    ours = measured(_only(opened, schools))
    lines = (measured(_only(opened, {school})).team for school in schools)
    return replace(
        measured(opened),
        teachers=ours.teachers,
        classes=ours.classes,
        schools=tuple(
            replace(line, subject=replace(line.subject, kind=Kind.SCHOOL, id=school, name=name))
            for line, (school, name) in zip(lines, schools.items(), strict=True)
        ),
    )


def _only(opened: Opened, schools: Container[str]) -> Opened:
    rows = tuple(row for row in opened.rows if row.scores.school in schools)
    return replace(opened, rows=rows)


def _at_schools(line: Line, at: Mapping[str, str]) -> Line:
    return replace(line, schools=tuple(sorted({at[each] for each in line.subject.classes})))


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
