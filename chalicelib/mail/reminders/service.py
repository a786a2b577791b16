"""People's acts on reminders: remind somebody, see the progress and each email's outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from chalicelib.clock import instant
from chalicelib.jobs.model import LOOK_SOON, Job, JobState
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.mail import refusals
from chalicelib.paging import Page
from chalicelib.storage.optimistic import retry

from .model import KIND, Reminder, ReminderState, ReminderSubject, reminder_id, split
from .reminder_email import BeginReminder

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.jobs.service import Jobs
    from chalicelib.mail.model import Mail
    from chalicelib.mail.outbox import Outbox

    from .ports import PeopleNames
    from .repository import ReminderRepository


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReminderReceipt:
    """The outcome of one person's email."""

    mail: Mail
    day: str
    name: str
    said: BeginReminder


@dataclass(eq=False, repr=False)
class Reminders:
    """The reminders of a district. People are asked for their names only."""

    _repository: ReminderRepository
    _outbox: Outbox
    _jobs: Callable[[], Jobs]
    _people: Callable[[], PeopleNames]

    def ask(self, act: Act, about: ReminderSubject, subject: str) -> Reminder:
        """Have those reminded today who have not begun and were not reminded today."""

        def attempt() -> Reminder:
            was = self._repository.get(act.district, subject, act.caller.today)
            now = _build_request(act, about, subject, was)
            self._repository.ask(act, was, now)
            return now

        asked = retry(attempt, refusals.REMINDER_BUSY)
        self._jobs().offer(KIND, asked.id)
        return asked

    def ask_all(
        self,
        act: Act,
        about: ReminderSubject,
        subjects: Sequence[str],
        say: Callable[[Mapping[str, Reminder]], T],
    ) -> T:
        """Do as `ask` for several subjects in one transaction; `say` what became of them."""

        def attempt() -> tuple[T, list[Reminder]]:
            before = self._repository.several(act.district, subjects, act.caller.today)
            moves = [
                (before.get(s), _build_request(act, about, s, before.get(s))) for s in subjects
            ]
            asked = [now for _, now in moves]
            facts = say({each.subject: each for each in asked})
            if moves or act.key:  # a repeat is answered as the first request was
                self._repository.ask_all(act, moves, facts)
            return facts, asked

        said, asked = retry(attempt, refusals.REMINDER_BUSY)
        for each in asked:
            self._jobs().offer(KIND, each.id)
        return said

    def of_day(self, district: str, subjects: Iterable[str], day: str) -> dict[str, Reminder]:
        """Return the reminders of a day, by their subject."""
        return self._repository.several(district, subjects, day)

    def receipts(
        self, caller: Caller, subject: str, day: str, limit: int, after: Sequence[Any] | None
    ) -> Page[ReminderReceipt]:
        """List what became of a day's emails; without a day, of the last one."""
        last = None if day else self._repository.last(caller.district, subject)
        if not day and last is None:
            return Page([])
        day = day or (last.day if last else "")
        mails, more = self._outbox.page(reminder_id(subject, day), limit, after)
        names = self._people().names(caller.district, [mail.person for mail in mails])
        return Page([_receipt(mail, day, names) for mail in mails], more)

    def progress(self, caller: Caller, reference: str) -> Job:
        """Look at a reminder as a job, as an admin or who asked on that day. Raises `NotFound`."""
        found = self._repository.get(caller.district, *split(reference))
        if found is None or not (
            caller.is_district_admin or caller.person in (found.by, *found.earlier)
        ):
            raise JOB_NOT_FOUND()
        done = found.state == ReminderState.WRITTEN
        return Job(
            kind=KIND,
            reference=reference,
            state=JobState.DONE if done else JobState.RUNNING,
            percent=100 if done else 0,
            message=_message(found),
            counts={"written": found.written},
            due=found.due,
        )


def _build_request(
    act: Act, about: ReminderSubject, subject: str, was: Reminder | None
) -> Reminder:
    """Return the reminder of today when somebody asks for it, once more or for the first time."""
    caller = act.caller
    return Reminder(
        about=about,
        subject=subject,
        day=caller.today,
        by=caller.person,
        by_name=caller.name,
        earlier=_earlier(was, caller.person),
        at=instant(act.at),
        written=was.written if was else 0,
        due=instant(act.at + LOOK_SOON),
        version=was.version + 1 if was else 1,
    )


def _receipt(mail: Mail, day: str, names: dict[str, str]) -> ReminderReceipt:
    name = names.get(mail.person, "")
    return ReminderReceipt(mail, day, name, BeginReminder.read(mail))


def _earlier(was: Reminder | None, person: str) -> tuple[str, ...]:
    """Name who asked on a day before this person did once more."""
    asked = (*was.earlier, was.by) if was else ()
    return tuple(each for each in dict.fromkeys(asked) if each != person)


def _message(found: Reminder) -> str:
    if found.state == ReminderState.WRITING:
        return "The emails are being written."
    if not found.written:
        return "Nobody is waiting to begin, so there was nobody to remind."
    one = found.written == 1
    return f"{found.written} {'person has' if one else 'people have'} an email of this day."
