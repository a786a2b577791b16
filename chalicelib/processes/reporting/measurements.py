"""All figures of a process, computed once for its papers and its mail."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chalicelib.processes.analytics.collection import CollectedRow, Collection, collect
from chalicelib.processes.analytics.comparison import ComparedRow, Comparison, compare
from chalicelib.processes.analytics.editions import LATEST, Edition
from chalicelib.processes.analytics.goals import Aims, Goal, aims
from chalicelib.processes.analytics.growth import (
    GoalOutcome,
    Growth,
    GrowthReport,
    GrowthRow,
    grow,
)
from chalicelib.processes.analytics.model import Subject, SubjectKind, Withheld, WithheldReason
from chalicelib.processes.analytics.unpaired import Unpaired
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.reporting.papers import Sign
from chalicelib.processes.scores import ClassScores, ProcessTest
from chalicelib.processes.suppression.model import RowPart
from chalicelib.suppression import SuppressionReason

if TYPE_CHECKING:
    from fractions import Fraction

    from chalicelib.processes.model import ProcessSnapshot
    from chalicelib.teams.levels import Levels


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """All figures of a team, a school, a teacher or a class."""

    subject: Subject
    pre: CollectedRow
    post: CollectedRow
    row: ComparedRow
    growth: Growth | Withheld
    goal: Goal | None
    """None by the rules of 0.3.0 where no class has one that its teacher set."""
    unpaired: tuple[Unpaired, ...] = ()
    """Those with one test alone."""
    hidden: Mapping[RowPart, SuppressionReason] = field(default_factory=dict)
    """The parts that were taken out of it, and why."""
    schools: tuple[str, ...] = ()
    """Those of its classes."""

    @property
    def outcome(self) -> GoalOutcome | Withheld:
        """The outcome of the goal, or the reason why it is withheld."""
        if self.goal is None:
            return Withheld(WithheldReason.NO_GOAL, self.row.matched.pre.n)
        return self.growth if isinstance(self.growth, Withheld) else self.growth.outcome


@dataclass(frozen=True, slots=True)
class MeasuredProcess:
    """The figures of a process: of its team, teachers and classes, in the same order as always."""

    levels: Levels
    team: MeasuredLine
    teachers: tuple[MeasuredLine, ...]
    classes: tuple[MeasuredLine, ...]
    schools: tuple[MeasuredLine, ...] = ()
    """The figures of the classes of each school; only in papers for these administrators."""
    scores: tuple[ClassScores, ...] = ()
    """The scores that all figures are computed from."""
    rules: Edition = LATEST

    @property
    def meets_name(self) -> str:
        """The team's name of the level that meets the standard."""
        return self.levels.bands[self.levels.meets - 1].name

    @property
    def post_given(self) -> bool:
        """Return whether any class was given a post-test."""
        return self.team.post.activated > 0


def measure_process(opened: ProcessSnapshot) -> MeasuredProcess:
    """Compute everything."""
    levels, scores, rules = opened.process.levels, opened.scores, opened.process.rules
    choices = choices_of(opened.goals)
    rows = _Rows(
        collect(scores, levels, ProcessTest.PRE, rules),
        collect(scores, levels, ProcessTest.POST, rules),
        compare(scores, levels, rules),
        grow(scores, levels, choices, rules),
        aims(scores, levels, choices, rules),
        {each.school_class: each.school for each in scores},
    )
    return MeasuredProcess(
        levels, rows.team, rows.teachers, rows.classes, scores=scores, rules=rules
    )


def measure_for_schools(opened: ProcessSnapshot, schools: Mapping[str, str]) -> MeasuredProcess:
    """Compute the figures for administrators of these schools (names by id).

    They see the team as a whole, and in their schools all classes together, each teacher and each
    class.
    """
    ours = measure_process(_only(opened, schools))
    lines = (measure_process(_only(opened, {school})).team for school in schools)
    return replace(
        measure_process(opened),
        teachers=ours.teachers,
        classes=ours.classes,
        schools=tuple(
            replace(
                line, subject=replace(line.subject, kind=SubjectKind.SCHOOL, id=school, name=name)
            )
            for line, (school, name) in zip(lines, schools.items(), strict=True)
        ),
    )


def _only(opened: ProcessSnapshot, schools: Container[str]) -> ProcessSnapshot:
    rows = tuple(row for row in opened.rows if row.scores.school in schools)
    return replace(opened, rows=rows)


def sign_of(change: Fraction | None) -> Sign:
    """Return the direction of a change, by the exact fraction."""
    if change is None:
        return Sign.UNKNOWN
    return Sign.RISE if change > 0 else Sign.FALL if change < 0 else Sign.SAME


@dataclass(frozen=True, slots=True)
class _Rows:
    """The same rows, as each computation has them."""

    pre: Collection
    post: Collection
    comparison: Comparison
    growth: GrowthReport
    aims: Aims
    schools: Mapping[str, str]
    """Of classes."""

    @property
    def team(self) -> MeasuredLine:
        return self._line(self.pre.team, self.post.team, self.comparison.team, self.growth.team)

    @property
    def teachers(self) -> tuple[MeasuredLine, ...]:
        return tuple(
            map(
                self._line,
                self.pre.teachers,
                self.post.teachers,
                self.comparison.teachers,
                self.growth.teachers,
            )
        )

    @property
    def classes(self) -> tuple[MeasuredLine, ...]:
        return tuple(
            map(
                self._line,
                self.pre.classes,
                self.post.classes,
                self.comparison.classes,
                self.growth.classes,
            )
        )

    def _line(
        self, pre: CollectedRow, post: CollectedRow, row: ComparedRow, grown: GrowthRow
    ) -> MeasuredLine:
        about = pre.subject
        goal = self.aims.get((about.kind, about.id))
        schools = tuple(sorted({self.schools[each] for each in about.classes}))
        return MeasuredLine(
            about, pre, post, row, grown.growth, goal, grown.unpaired, schools=schools
        )
