"""What other domains say to the mail office: write these, bring them, how did it go?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from chalicelib import observability
from chalicelib.clock import Clock
from chalicelib.jobs.queue import BATCH, Queue
from chalicelib.storage.conditions import Put
from chalicelib.storage.keys import Key

from .model import (
    GRACE,
    AssessmentDelivered,
    Event,
    Mail,
    MailState,
    ProcessFinished,
    TrackerLine,
    mail_id,
)
from .outbox import Outbox, reference_of

LISTED = 200
"""Trackers that one mail names; more would be cut off by mail programs (Gmail: 102 KB)."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A teacher or collaborator, with all of their trackers that got the assessment."""

    person: str
    trackers: tuple[TrackerLine, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What every notice of one distribution says: title, admin's name, moment and day written out.

    `give_until`: the day by which classes are to be given it; empty where nobody named one.
    """

    assessment: str
    distributed_by: str
    delivered_at: str
    give_until: str = ""


class MailQueue:
    """The fast path to the sending worker; when it loses a mail, the sweep finds it."""

    def __init__(self, queue: Queue) -> None:
        """Send over this queue."""
        self._queue = queue

    def send(self, references: Iterable[str]) -> int:
        """Queue mails for sending; the number taken. A queue that takes none is no error."""
        return sum(len(tens) for tens in _tens(references) if self._took(tens))

    def _took(self, references: list[str]) -> bool:
        took = self._queue.offer({"mail": reference} for reference in references)
        if not took:
            observability.count(mail_not_queued=len(references))
        return took


class Mails:
    """The mail office's counter."""

    def __init__(self, outbox: Outbox, queue: MailQueue, clock: Clock, district: str) -> None:
        """Keep mails in this outbox and bring them through this queue."""
        self._outbox = outbox
        self._queue = queue
        self._clock = clock
        self._district = district

    def notices(
        self, distribution: str, said: Delivered, recipients: Iterable[Recipient]
    ) -> list[Put]:
        """The writes that queue one notice per recipient, for the caller's own transactions.

        Each must not exist yet: a second notice of one distribution to one person cannot be.
        """
        now = self._clock.now()
        return [
            self._outbox.put(self._notice(distribution, said, each, due=now + GRACE), now)
            for each in recipients
        ]

    def build_finish_mails(
        self, process: str, said: ProcessFinished, people: Iterable[str]
    ) -> list[Put]:
        """The writes that queue one mail per person on a finished process; as `notices`."""
        now = self._clock.now()
        facts = said.model_dump_json()
        mails = (
            Mail(
                batch=process,
                id=mail_id(self._district, process, person),
                kind="process_finished",
                person=person,
                facts=facts,
                due=now + GRACE,
            )
            for person in people
        )
        return [self._outbox.put(mail, now) for mail in mails]

    def enqueue(self, keys: Iterable[Key]) -> int:
        """Bring mails that are now written on their way; the number that the queue took."""
        return self._queue.send(reference_of(key) for key in keys)

    def release(self, distribution: str) -> int:
        """Bring what a recall held back on its way again; the number that the queue took.

        Whatever is queued moves to a new version, so that a worker that saw the recall holds
        nothing back any more.
        """
        waiting = self._outbox.list_queued(distribution)
        for reference in waiting:
            self._resume(reference)
        return self._queue.send(waiting)

    def _resume(self, reference: str) -> None:
        while (mail := self._outbox.read(reference)) and mail.state == MailState.QUEUED:
            now = self._clock.now()
            resumed = mail.apply_event(Event.RESUME, due=now)
            if resumed and self._outbox.move(mail, resumed, now):
                return

    def receipts(self, distribution: str) -> dict[str, int]:
        """How many notices of a distribution are in each state; every state is named."""
        states = self._outbox.states(distribution)
        return {state.value: states[state] for state in MailState}

    def standing(self, batch: str, people: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Say where the mails of a batch to these people stand, and why, by person."""
        found = self._outbox.of_people(batch, people)
        return {person: (mail.state.value, mail.reason) for person, mail in found.items()}

    def count_unwritten(self, distribution: str, people: Iterable[str]) -> int:
        """Count those of these people for whom a distribution has no notice yet."""
        ids = (mail_id(self._district, distribution, person) for person in people)
        wanted = {f"{distribution}-{name}" for name in ids}
        return len(wanted - self._outbox.list_references(distribution))

    def _notice(self, batch: str, said: Delivered, recipient: Recipient, due: datetime) -> Mail:
        trackers, more = select_trackers(recipient.trackers)
        facts = AssessmentDelivered(
            assessment=said.assessment,
            distributed_by=said.distributed_by,
            delivered_at=said.delivered_at,
            give_until=said.give_until,
            trackers=trackers,
            more=more,
        )
        return Mail(
            batch=batch,
            id=mail_id(self._district, batch, recipient.person),
            kind="assessment_delivered",
            person=recipient.person,
            facts=facts.model_dump_json(),
            due=due,
        )


def select_trackers(trackers: Iterable[TrackerLine]) -> tuple[tuple[TrackerLine, ...], int]:
    """The trackers that a mail names, by school and name, and how many more there are.

    Where there are more, those are named whose classes last longest: once one of them is over, so
    are all that are not named.
    """
    ordered = sorted(set(trackers), key=_by_school)
    longest = sorted(ordered, key=_last_day, reverse=True)[:LISTED]
    return tuple(sorted(longest, key=_by_school)), max(len(ordered) - LISTED, 0)


def _by_school(line: TrackerLine) -> tuple[str, ...]:
    return line.school, line.name, line.role, line.ends, line.tracker


def _last_day(line: TrackerLine) -> str:
    return line.ends or _NEVER


_NEVER = "9999-12-31"
"""The last day of a class whose end is not known."""


def _tens(references: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(references)
    while tens := list(islice(remaining, BATCH)):
        yield tens
