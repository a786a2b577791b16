"""A class goal as its teacher decided it: students added and removed, and the day (P8).

Who counts is computed anew whenever somebody looks: results that come later change it by
themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.processes.analytics.goals import Goal, GoalChoice

if TYPE_CHECKING:
    from chalicelib.processes.model import Process

MOST_STUDENTS = 500
LONGEST_MEASURE = 200
POST_TEST = "the post-test"
"""What a goal is measured by while nobody says otherwise and no post-test is attached."""


class GoalNumbers(BaseModel):
    """What a goal comes to: how many of the tested meet, and how many are to."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    proficient: int
    aimed: int
    tested: int

    @classmethod
    def of(cls, goal: Goal) -> GoalNumbers:
        """Return those of a goal."""
        return cls(proficient=goal.proficient, aimed=goal.aimed, tested=goal.tested)


class KeptGoal(BaseModel):
    """What a teacher decided. `added` and `removed` are students, `until` a day; all may be empty.

    At version 0 nobody has decided anything.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    until: date | None = None
    measure: str = ""
    """Empty: the post-test, whatever its title will be."""
    set_by: str = ""
    set_by_name: str = ""
    set_at: str = ""
    numbers: GoalNumbers | None = None
    """What it came to when it was set; release 0.3.0 did not keep it."""
    version: int = Field(default=0, exclude=True)

    @property
    def choice(self) -> GoalChoice:
        """What figures take of it."""
        return GoalChoice(frozenset(self.added), frozenset(self.removed))

    @property
    def day(self) -> str:
        """Return until when, in words; nothing where it is unknown."""
        return f"{self.until:%B} {self.until.day}, {self.until.year}" if self.until else ""

    def same_as(self, other: KeptGoal) -> bool:
        """Return whether both decide the same."""
        return _read_decision(self) == _read_decision(other)

    def numbers_before(self, now: Goal) -> GoalNumbers | None:
        """Return what it came to when it was set, where that is something else now."""
        known = self.numbers
        return known if known is not None and known != GoalNumbers.of(now) else None

    def describe_measure(self, process: Process) -> str:
        """Describe what it is measured by."""
        return self.measure or (process.post.title if process.post else POST_TEST)


def _read_decision(goal: KeptGoal) -> tuple[object, ...]:
    return set(goal.added), set(goal.removed), goal.until, goal.measure


def read_goals(kept: Mapping[str, tuple[str, int]]) -> dict[str, KeptGoal]:
    """Read the goals that a process was opened with, by class."""
    return {
        school_class: KeptGoal.model_validate_json(doc).model_copy(update={"version": version})
        for school_class, (doc, version) in kept.items()
    }


def choices_of(kept: Mapping[str, tuple[str, int]]) -> dict[str, GoalChoice]:
    """Read what figures take of the goals that a process was opened with, by class."""
    return {school_class: goal.choice for school_class, goal in read_goals(kept).items()}
