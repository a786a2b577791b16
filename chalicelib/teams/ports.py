"""The questions of teams to the processes that they run, but do not know: wiring hands them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.storage.conditions import Write

    from .levels import Levels
    from .model import Team


class OpenProcessHead(Protocol):
    """An open process, as far as its team looks at it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """The team's name for it."""


@dataclass(frozen=True, slots=True)
class Running:
    """A team's processes: the open ones, and how many are locked, which nothing changes."""

    open: tuple[OpenProcessHead, ...] = ()
    locked: int = 0


@dataclass(frozen=True, slots=True)
class GoalImpact:
    """A goal that a teacher set, and its outcome by other levels.

    Of the `tested`, it counts how many meet and how many should, before and after.
    """

    school_class: str
    title: str
    school: str
    teacher_name: str
    tested: int
    met_before: int
    target_before: int
    met_after: int
    target_after: int

    @property
    def has_changed(self) -> bool:
        """Return whether it would come to something else."""
        before = (self.met_before, self.target_before)
        return before != (self.met_after, self.target_after)


@dataclass(frozen=True, slots=True)
class MeasuredWork:
    """The results in an open process: students' shares on each of its tests, each student once.

    `teachers` has for each teacher how many classes they activated a test for; `goals` are those
    that teachers set, where the question is about other levels.
    """

    pre: tuple[Fraction, ...] = ()
    post: tuple[Fraction, ...] = ()
    teachers: tuple[tuple[str, int], ...] = ()
    goals: tuple[GoalImpact, ...] = ()


class TeamProcesses(Protocol):
    """The processes of teams."""

    def running(self, district: str, team: str) -> Running:
        """Read the heads of a team's open processes, and count the locked ones."""

    def build_copy_updates(
        self, district: str, team: Team, heads: Sequence[OpenProcessHead]
    ) -> list[Write]:
        """Return the writes that bring a changed team to these heads.

        Each on the condition that it is as it was read.
        """

    def measure(self, district: str, process: str, other: Levels | None = None) -> MeasuredWork:
        """Read what a process has of students, and what `other` levels would make of its goals."""
