"""A reminder: a request of one day to remind the people who have not begun.

There is one a day for a distribution, or for a test of a Mastery Process. A second request on that
day reminds only people that the first did not reach. Each person gets one email of it at most,
because its id follows from the reminder and the person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.frozen_models import FrozenModel

from .reminder_email import BeginReminder, ReminderLine

KIND = BeginReminder.kind
"""As a job, as a due entry and as a kind of email."""


class ReminderSubject(StrEnum):
    """The kind of work that the reminded people have not begun."""

    DISTRIBUTION = "distribution"
    TEST = "test"
    """A test of a Mastery Process."""


class ReminderState(StrEnum):
    """How far a reminder is with its emails."""

    WRITING = "writing"
    """Its emails are being written."""
    WRITTEN = "written"
    """Everybody who has not begun has an email of this day."""


class Reminder(FrozenModel):
    """The request of a day, and its progress.

    `subject` names a distribution, or a process and its test. `written` counts the people who have
    an email of it, those of earlier requests of the day among them.
    """

    about: ReminderSubject
    subject: str
    day: str
    by: str
    by_name: str
    earlier: tuple[str, ...] = ()
    """The people who asked before on that day; `by` asked last."""
    at: str
    state: ReminderState = ReminderState.WRITING
    written: int = 0
    due: str = ""
    """When the clock looks after it; empty once everything is written."""
    version: int = 1

    @property
    def id(self) -> str:
        """The batch of its emails.

        >>> Reminder(about="distribution", subject="01J", day="2026-10-01", by="", by_name="",
        ...          at="").id
        '01J-2026-10-01'
        """
        return reminder_id(self.subject, self.day)


def reminder_id(subject: str, day: str) -> str:
    """Name the reminder of a day.

    >>> reminder_id("01J", "2026-10-01")
    '01J-2026-10-01'
    """
    return f"{subject}-{day}"


def split(name: str) -> tuple[str, str]:
    """Split a reminder's name into its subject and the day.

    >>> split("01K-pre-2026-10-01")
    ('01K-pre', '2026-10-01')
    """
    return name[: -len("-2026-10-01")], name[-len("2026-10-01") :]


def test_subject(process: str, test: str) -> str:
    """Name a test of a process, as what a reminder is about.

    >>> test_subject("01K", "pre")
    '01K-pre'
    """
    return f"{process}-{test}"


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """One person, with all of theirs that has not begun."""

    person: str
    lines: tuple[ReminderLine, ...]
    to_activate: bool = False
    """Whether they have not given the test to any class yet."""


@dataclass(frozen=True, slots=True)
class NotBegun:
    """The people who have not begun, and the work that waits for them.

    `process` and `team` are empty for a distribution, `assessment_id` for a test of a process.
    """

    assessment: str
    people: tuple[WaitingPerson, ...]
    process: str = ""
    team: str = ""
    assessment_id: str = ""


def together(
    people: Iterable[WaitingPerson], most: int = 90, lines: int = 2500
) -> list[list[WaitingPerson]]:
    """Cut people into as many as one transaction can hold the emails of."""
    bunches: list[list[WaitingPerson]] = []
    room = 0
    for each in people:
        if not bunches or len(bunches[-1]) == most or room < len(each.lines):
            bunches.append([])
            room = lines
        bunches[-1].append(each)
        room -= len(each.lines)
    return bunches
