"""The work on a reminder, by the queue and the clock: write the emails that are not there yet.

It may stop anywhere, come twice and run side by side. An email of a day to a person is one item,
which is written only where it is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.days import read_date, write_out
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import LOOK_AGAIN, DueEntry, Message
from chalicelib.mail.outbox import Outbox, reference_of
from chalicelib.mail.payload import LISTED
from chalicelib.observability import count

from .model import (
    NotBegun,
    Reminder,
    ReminderState,
    ReminderSubject,
    WaitingPerson,
    split,
    together,
)
from .reminder_email import BeginReminder, ReminderLine

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
    from chalicelib.mail.service import Mails

    from .ports import ReminderAudience
    from .repository import ReminderRepository


@dataclass(eq=False, repr=False)
class ReminderWork(DueWork[Reminder]):
    """The reminders of a district on their way. `_audiences` know who has not begun."""

    _repository: ReminderRepository
    _outbox: Outbox
    _mails: Mails
    _audiences: Mapping[ReminderSubject, Callable[[], ReminderAudience]]
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    def find_due(self, entry: DueEntry) -> Reminder | None:
        """Read the reminder that an entry is about."""
        return self._repository.get(self._district, *split(entry.id))

    def look_after(self, entry: DueEntry, found: Reminder) -> bool:
        """Send the work off again; look at it again later."""
        del entry
        return self._put_off(found) is not None

    def run(self, message: Message) -> None:
        """Write the emails of a reminder that are not there yet."""
        found = self._repository.get(self._district, *split(message["id"]))
        if found is None or found.state == ReminderState.WRITTEN:
            return
        mine = self._put_off(found)
        if mine is None:
            return
        waiting = self._audiences[mine.about]().not_begun(self._district, mine)
        before = self._outbox.list_references(mine.id)
        written = before | (self._write(mine, waiting) if waiting else set())
        done = {"state": ReminderState.WRITTEN, "due": "", "written": len(written)}
        if self._repository.move(self._district, mine, _update(mine, done)):
            count(people_reminded=len(written) - len(before))

    def _put_off(self, found: Reminder) -> Reminder | None:
        """Have the clock look later, because somebody is at work; None if it moved meanwhile."""
        later = _update(found, {"due": instant(self._clock.now() + LOOK_AGAIN)})
        return later if self._repository.move(self._district, found, later) else None

    def _write(self, reminder: Reminder, waiting: NotBegun) -> set[str]:
        """Write what is missing, and bring it on its way; name the emails that are meant."""
        names: set[str] = set()
        for some in together(waiting.people):
            mails = ((each.person, _build_payload(reminder, waiting, each)) for each in some)
            puts = self._mails.prepare(reminder.id, mails)
            self._repository.add_mails(puts)
            self._mails.enqueue(put.key for put in puts)
            names |= {reference_of(put.key) for put in puts}
        return names


def _build_payload(reminder: Reminder, waiting: NotBegun, each: WaitingPerson) -> BeginReminder:
    return BeginReminder(
        assessment=waiting.assessment,
        reminded_by=reminder.by_name,
        process=waiting.process,
        team=waiting.team,
        classes=_with_days(each.lines[:LISTED], reminder.day),
        more=max(len(each.lines) - LISTED, 0),
        to_activate=each.to_activate,
        assessment_id=waiting.assessment_id,
    )


def _update(reminder: Reminder, changes: Mapping[str, object]) -> Reminder:
    return reminder.model_copy(update={**changes, "version": reminder.version + 1})


def _with_days(lines: Sequence[ReminderLine], today: str) -> tuple[ReminderLine, ...]:
    """Write the days out for people, and say which are over."""
    return tuple(
        line.model_copy(update={"give_until": write_out(day), "over": line.give_until < today})
        if (day := read_date(line.give_until))
        else line
        for line in lines
    )
