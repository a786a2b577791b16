"""Queues of messages that failed too often: what lies in them, and what one message is about."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple


class DeadLetterQueue(StrEnum):
    """The queues of messages that failed too often."""

    DELIVERIES = "deliveries"
    """Parts of distributions."""
    EMAILS = "emails"
    """Emails that wait to be sent."""
    JOBS = "jobs"
    """Imports, corrections and other long work."""
    REPORTS = "reports"
    """Reports and printouts."""
    EVENTS = "events"
    """Word of files that were uploaded, and of what became of emails."""


RETURNABLE = frozenset(DeadLetterQueue) - {DeadLetterQueue.EVENTS}
"""Queues whose messages go back: those that a queue put aside. An event that a function could not
take came from no queue."""


class LetterSubject(NamedTuple):
    """A message's subject: the kind of work, and the id of its thing; blank if not known."""

    kind: str = ""
    reference: str = ""


def read_subject(queue: DeadLetterQueue, body: str) -> LetterSubject | None:
    """Read a message's subject; None for one that is none of ours.

    >>> read_subject(DeadLetterQueue.JOBS, '{"kind": "roster-import", "id": "01J"}')
    LetterSubject(kind='roster-import', reference='01J')
    >>> read_subject(DeadLetterQueue.JOBS, "{}") is None
    True
    """
    try:
        answer = json.loads(body)
    except ValueError:
        return None
    return _READERS[queue](answer) if isinstance(answer, dict) else None


def _read_delivery(body: Mapping[str, Any]) -> LetterSubject | None:
    return _build_subject("distribution", body.get("distribution"))


def _read_email(body: Mapping[str, Any]) -> LetterSubject | None:
    return _build_subject("email", body.get("mail"))


def _read_job(body: Mapping[str, Any]) -> LetterSubject | None:
    kind = body.get("kind")
    return _build_subject(kind, body.get("id")) if isinstance(kind, str) and kind else None


def _read_event(body: Mapping[str, Any]) -> LetterSubject | None:
    kind = _SOURCES.get(str(body.get("source")))
    return LetterSubject(kind) if kind else None


def _build_subject(kind: str, reference: Any) -> LetterSubject | None:
    good = isinstance(reference, str) and reference
    return LetterSubject(kind, str(reference)) if good else None


_SOURCES: Mapping[str, str] = MappingProxyType({"aws.s3": "upload", "aws.ses": "email-report"})
_READERS = MappingProxyType(
    {
        DeadLetterQueue.DELIVERIES: _read_delivery,
        DeadLetterQueue.EMAILS: _read_email,
        DeadLetterQueue.JOBS: _read_job,
        DeadLetterQueue.REPORTS: _read_job,
        DeadLetterQueue.EVENTS: _read_event,
    }
)


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that failed too often."""

    sent: datetime
    subject: LetterSubject | None


@dataclass(frozen=True, slots=True)
class DeadLetters:
    """The messages in one of the queues: about how many, and some of them."""

    queue: DeadLetterQueue
    count: int
    letters: tuple[DeadLetter, ...] = ()

    @property
    def oldest(self) -> datetime | None:
        """The time at which the oldest of the sampled messages was sent."""
        return min((each.sent for each in self.letters), default=None)

    @property
    def can_return(self) -> bool:
        """Return whether there is something that can go back."""
        return self.queue in RETURNABLE and self.count > 0


@dataclass(frozen=True, slots=True)
class ReturnedLetters:
    """How many messages went back to their queue, and how many were left that are none of ours."""

    queue: DeadLetterQueue
    returned: int
    left: int

    @property
    def id(self) -> str:
        """The queue."""
        return self.queue.value
