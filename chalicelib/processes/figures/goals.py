"""Class goals: whom they name, and what that comes to (P8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .model import Subject

CLOSE = Fraction(5, 100)
"""How far below `Meets` a student may be and is still preselected (P8, inclusive)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a teacher decided: students below `Meets` whom they added, and whom they took out."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


class Part(StrEnum):
    """A tested student's part in the goal. The first three are in it."""

    PROFICIENT = "proficient"
    CLOSE = "close"
    """Preselected: no more than 5 points below."""
    ADDED = "added"
    REMOVED = "removed"
    """Would be preselected."""
    FAR = "far"


@dataclass(frozen=True, slots=True)
class GoalStudent:
    student: str
    family: str
    given: str
    share: Fraction
    level: int
    part: Part

    @property
    def selected(self) -> bool:
        return self.part in (Part.PROFICIENT, Part.CLOSE, Part.ADDED)


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
    """Of the classes, those whose teacher has decided; the others are as preselected."""

    @property
    def aimed(self) -> int:
        """How many shall be proficient."""
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


class Misnamed(StrEnum):
    """Why a student can be neither added nor removed."""

    MEETS = "already_meets"
    UNTESTED = "not_tested"
    UNKNOWN = "not_in_class"
    BOTH = "added_and_removed"


def class_goal(scores: ClassScores, levels: Levels, choice: Choice | None = None) -> ClassGoal:
    """Say whom a class's goal names; without a choice, whom it preselects."""
    raise NotImplementedError


def team_goals(
    classes: Sequence[ClassScores], levels: Levels, choices: Mapping[str, Choice]
) -> TeamGoals:
    """Add the goals of classes up; `choices` by class id, of those whose teacher has decided."""
    raise NotImplementedError


def misnamed(scores: ClassScores, levels: Levels, choice: Choice) -> dict[str, Misnamed]:
    """Say which students a choice may not name, and why; in the order of their ids."""
    raise NotImplementedError
