"""Class goals: their students and their figures (P8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .counts import Sat, homes
from .editions import LATEST, Edition
from .groups import ClassGroup, Groups, groups, name_key, name_of
from .model import Subject, SubjectKind

CLOSE_POINTS = 5
"""How far below `Meets` a student may be and is still preselected (P8, inclusive)."""
CLOSE = Fraction(CLOSE_POINTS, 100)


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """A teacher's choice: the students below `Meets` that they added, and those they removed."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


class GoalPart(StrEnum):
    """A tested student's part in the goal. The first three are in it."""

    PROFICIENT = "proficient"
    """Meets the goal's level already."""
    CLOSE = "close"
    """No more than 5 points below: preselected."""
    ADDED = "added"
    """Further below, added by the teacher."""
    REMOVED = "removed"
    """No more than 5 points below, left out by the teacher."""
    FAR = "far"
    """Further below, not selected."""


@dataclass(frozen=True, slots=True)
class GoalStudent:
    student: str
    family: str
    given: str
    share: Fraction
    level: int
    part: GoalPart

    @property
    def selected(self) -> bool:
        return self.part in (GoalPart.PROFICIENT, GoalPart.CLOSE, GoalPart.ADDED)


@dataclass(frozen=True, slots=True)
class Goal:
    """From how many to how many of the pre-tested. `close` and `added` are below `Meets`."""

    subject: Subject
    tested: int
    proficient: int
    close: int
    added: int
    removed: int
    chosen: int
    """Of the `classes`, those whose teacher has confirmed it; the others are as preselected."""
    classes: int = 0
    """Those with a pre-test. 0 by the rules of 0.3.0, where only confirmed ones are in it."""

    @property
    def aimed(self) -> int:
        """The number of students that should be proficient."""
        return self.proficient + self.close + self.added

    @property
    def baseline(self) -> Fraction | None:
        return Fraction(self.proficient, self.tested) if self.tested else None

    @property
    def target(self) -> Fraction | None:
        return Fraction(self.aimed, self.tested) if self.tested else None


@dataclass(frozen=True, slots=True)
class ClassGoal:
    goal: Goal
    students: tuple[GoalStudent, ...]
    """All who are tested, by name."""


@dataclass(frozen=True, slots=True)
class TeamGoals:
    """`team` counts each student once; so do `teachers`."""

    team: Goal
    teachers: tuple[Goal, ...]
    classes: tuple[ClassGoal, ...]


def class_goal(scores: ClassScores, levels: Levels, choice: GoalChoice | None = None) -> ClassGoal:
    """Return the students of a class's goal; without a choice, the preselected ones."""
    choices = {} if choice is None else {scores.school_class: choice}
    return team_goals([scores], levels, choices).classes[0]


def team_goals(
    classes: Sequence[ClassScores], levels: Levels, choices: Mapping[str, GoalChoice]
) -> TeamGoals:
    """Add the goals of classes up; `choices` by class id, of those whose teacher has decided."""
    grouped = groups(classes, levels)
    parts = _every_part(grouped, levels, choices)
    team, teachers, alone = grouped.each(lambda group: _goal(group, parts, choices))
    of_class = [
        ClassGoal(goal, _students(group.sats[0], parts[group.sats[0]]))
        for goal, group in zip(alone, grouped.classes, strict=True)
    ]
    return TeamGoals(team, teachers, tuple(of_class))


Aims = dict[tuple[SubjectKind, str], Goal]
"""Goals by kind and id of whose they are."""


def aims(
    classes: Sequence[ClassScores],
    levels: Levels,
    choices: Mapping[str, GoalChoice],
    edition: Edition = LATEST,
) -> Aims:
    """Return the goals of team, teachers and classes that have one, without their students."""
    counting = [each for each in classes if edition.preselects or each.school_class in choices]
    if not counting:
        return {}
    grouped = groups(counting, levels)
    parts = _every_part(grouped, levels, choices)
    team, teachers, alone = grouped.each(lambda group: _goal(group, parts, choices))
    every = (team, *teachers, *alone)
    known = every if edition.preselects else [replace(each, classes=0) for each in every]
    return {(goal.subject.kind, goal.subject.id): goal for goal in known}


def _every_part(
    grouped: Groups, levels: Levels, choices: Mapping[str, GoalChoice]
) -> dict[Sat, dict[str, GoalPart]]:
    return {sat: _parts(sat, levels, choices) for sat in grouped.team.sats}


def _parts(sat: Sat, levels: Levels, choices: Mapping[str, GoalChoice]) -> dict[str, GoalPart]:
    """Results can change after a choice: students who meet now count automatically."""
    choice = choices.get(sat.scores.school_class, GoalChoice())
    close = levels.bound - CLOSE
    return {
        who: (
            GoalPart.PROFICIENT
            if mark.level >= levels.meets
            else _part_below(who, mark.share, close, choice)
        )
        for who, mark in sat.pre.items()
        if mark.share is not None
    }


def _part_below(who: str, share: Fraction, close: Fraction, choice: GoalChoice) -> GoalPart:
    if share >= close:
        return GoalPart.REMOVED if who in choice.removed else GoalPart.CLOSE
    return GoalPart.ADDED if who in choice.added - choice.removed else GoalPart.FAR


def _goal(
    group: ClassGroup, parts: Mapping[Sat, dict[str, GoalPart]], choices: Mapping[str, GoalChoice]
) -> Goal:
    elsewhere = homes(group.sats)
    given = [sat for sat in group.sats if sat.scores.pre is not None]
    counted = Counter(
        part
        for sat in group.sats
        for who, part in parts[sat].items()
        if who not in elsewhere or elsewhere[who][0] is sat
    )
    return Goal(
        group.subject,
        tested=counted.total(),
        proficient=counted[GoalPart.PROFICIENT],
        close=counted[GoalPart.CLOSE],
        added=counted[GoalPart.ADDED],
        removed=counted[GoalPart.REMOVED],
        chosen=sum(sat.scores.school_class in choices for sat in given),
        classes=len(given),
    )


def _students(sat: Sat, parts: Mapping[str, GoalPart]) -> tuple[GoalStudent, ...]:
    every = [
        GoalStudent(who, *name_of(sat.scores, who), mark.share, mark.level, parts[who])
        for who, mark in sat.pre.items()
        if mark.share is not None
    ]
    return tuple(sorted(every, key=lambda each: name_key(each.family, each.given, each.student)))
