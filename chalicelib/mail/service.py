"""The services of mail for other domains: write mails, send them, report their outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from chalicelib import observability
from chalicelib.clock import Clock
from chalicelib.jobs.queue import BATCH, Queue
from chalicelib.storage.conditions import Put
from chalicelib.storage.keys import Key

from .model import GRACE, Event, Mail, MailState, find_day, mail_id
from .outbox import Outbox, reference_of

if TYPE_CHECKING:
    from .payload import MailPayload


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


@dataclass(eq=False, repr=False)
class Mails:
    """The mail office's counter."""

    _outbox: Outbox
    _queue: MailQueue
    _clock: Clock
    _district: str

    def prepare(self, batch: str, mails: Iterable[tuple[str, MailPayload]]) -> list[Put]:
        """Return the writes that queue a mail to each of these people, for the caller to commit.

        `batch` is what they are about; with `-2026-10-01` behind it where that is a day's. Each
        must not exist yet: a second mail of one batch to one person cannot be.
        """
        now, day = self._clock.now(), find_day(batch)
        writes = []
        for person, payload in mails:
            if payload.only_on_its_day != bool(day):
                raise ValueError(payload.kind)
            mail = Mail(
                batch=batch,
                id=mail_id(self._district, batch, person),
                kind=payload.kind,
                person=person,
                facts=payload.model_dump_json(),
                due=now + GRACE,
            )
            writes.append(self._outbox.put(mail, now))
        return writes

    def enqueue(self, keys: Iterable[Key]) -> int:
        """Send stored mails on their way; return the number that the queue took."""
        return self._queue.send(reference_of(key) for key in keys)

    def release(self, distribution: str) -> int:
        """Send mails that a recall held back on their way; return the number that the queue took.

        Every queued mail moves to a new version, so that a worker that saw the recall holds
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
        """Return where the mails of a batch to these people stand, and why, by person."""
        found = self._outbox.of_people(batch, people)
        return {person: (mail.state.value, mail.reason) for person, mail in found.items()}

    def count_unwritten(self, distribution: str, people: Iterable[str]) -> int:
        """Count the people without a notice of a distribution."""
        ids = (mail_id(self._district, distribution, person) for person in people)
        wanted = {f"{distribution}-{name}" for name in ids}
        return len(wanted - self._outbox.list_references(distribution))


def _tens(references: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(references)
    while tens := list(islice(remaining, BATCH)):
        yield tens
