"""The people of a data team who have not activated its current test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.processes.moves import ProcessMove
from chalicelib.processes.scores import ProcessTest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from chalicelib.errors import Refusal
    from chalicelib.mail.reminders.model import Reminder
    from chalicelib.processes.model import Attached, Process
    from chalicelib.teams.model import Colleague, TeamRole

MOST_AT_ONCE = 20
"""Tests whose teams are reminded in one request: they are one transaction."""


@dataclass(frozen=True, slots=True)
class MissingActivation:
    """A test of a process, and who of the team has given it to none of their classes."""

    process: Process
    role: TeamRole
    test: ProcessTest
    attached: Attached
    people: tuple[Colleague, ...]
    reminder: Reminder | None = None
    """Of today, if somebody has asked for one."""

    @property
    def since(self) -> str:
        """When the test was attached, as far as that is known."""
        began = self.process.created if self.test == ProcessTest.PRE else ""
        return self.attached.at or began

    @property
    def may_remind(self) -> bool:
        """Return whether the reader may have these people reminded."""
        return ProcessMove.REMIND.value in self.process.list_allowed(self.role)


@dataclass(frozen=True, slots=True)
class AskedReminder:
    """The outcome for one test in a request to remind: its reminder, or why there is none."""

    process: str
    test: ProcessTest
    name: str = ""
    """The name of the process; empty where the caller may not see it."""
    reminder: Reminder | None = None
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class AskedReminders:
    """The outcome of a request to remind of several tests; each reminder has its audit line."""

    each: tuple[AskedReminder, ...]

    @property
    def things(self) -> tuple[Reminder, ...]:
        """The reminders that were asked for."""
        return tuple(one.reminder for one in self.each if one.reminder)


def test_at(process: Process) -> ProcessTest | None:
    """Return with which test a process is: the post-test once it has one."""
    if process.post is not None:
        return ProcessTest.POST
    return ProcessTest.PRE if process.pre is not None else None


def find_missing(
    process: Process, test: ProcessTest, activators: Mapping[ProcessTest, Collection[str]]
) -> tuple[Colleague, ...]:
    """Name who of the team has no class with a test: leaders first."""
    having = activators.get(test, ())
    people = (*process.leaders, *process.members)
    return tuple(one for one in people if one.id not in having)
