"""A class goal as its teacher decided it: students added and removed, and the day (P8).

The students who count are computed at each reading, so later results change them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.frozen_models import FrozenModel
from chalicelib.processes.analytics.goals import Goal, GoalChoice

if TYPE_CHECKING:
    from chalicelib.processes.model import Process

MOST_STUDENTS = 500
LONGEST_MEASURE = 200
POST_TEST = "the post-test"
"""The measure of a goal while no teacher chose one and no post-test is attached."""


class GoalNumbers(FrozenModel):
    """The numbers of a goal: how many of the tested students meet, and how many should."""

    proficient: int
    aimed: int
    tested: int

    @classmethod
    def of(cls, goal: Goal) -> GoalNumbers:
        """Return those of a goal."""
        return cls(proficient=goal.proficient, aimed=goal.aimed, tested=goal.tested)


class KeptGoal(FrozenModel):
    """A teacher's decision. `added` and `removed` are students, `until` a day; all may be empty.

    At version 0 nobody has decided anything.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    until: date | None = None
    measure: str = ""
    """Empty: the post-test, whatever its title will be."""
    set_by: str = ""
    set_by_name: str = ""
    set_at: str = ""
    numbers: GoalNumbers | None = None
    """Its numbers when it was set; release 0.3.0 did not keep them."""
    version: int = Field(default=0, exclude=True)

    @property
    def choice(self) -> GoalChoice:
        """The students added and removed, as the figures use them."""
        return GoalChoice(frozenset(self.added), frozenset(self.removed))

    @property
    def day(self) -> str:
        """Return until when, in words; nothing where it is unknown."""
        return f"{self.until:%B} {self.until.day}, {self.until.year}" if self.until else ""

    def same_as(self, other: KeptGoal) -> bool:
        """Return whether both decide the same."""
        return _read_decision(self) == _read_decision(other)

    def numbers_before(self, now: Goal) -> GoalNumbers | None:
        """Return its numbers when it was set, where they are different now."""
        known = self.numbers
        return known if known is not None and known != GoalNumbers.of(now) else None

    def describe_measure(self, process: Process) -> str:
        """Return its measure; without one, the title of the post-test."""
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
    """Read the choices in the goals that a process was opened with, by class."""
    return {school_class: goal.choice for school_class, goal in read_goals(kept).items()}
