"""A mail and its life: its content is fixed when it is queued, its state changes by a table.

A mail holds facts, not text, and a person, not an address. Sending renders the text and looks up
the address, so that a corrected address or a blocked one counts.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.frozen_models import FrozenModel


class MailState(StrEnum):
    """Where a mail stands."""

    QUEUED = "queued"
    """It waits to be sent."""
    SENDING = "sending"
    """It is being sent."""
    SENT = "sent"
    """The mail service took it."""
    DELIVERED = "delivered"
    """The recipient's mail server took it."""
    BOUNCED = "bounced"
    """It came back."""
    COMPLAINED = "complained"
    """It arrived, and the recipient complained about it."""
    FAILED = "failed"
    """It could not be sent."""
    SKIPPED = "skipped"
    """It was not sent, because the person gets no email or has none."""


class Event(StrEnum):
    """An event in a mail's life: the first group by our doing, the second as SES reports it.

    `RETRY`: an administrator has one sent again that certainly did not arrive.
    """

    CLAIM = "claim"
    RELEASE = "release"
    ACCEPT = "accept"
    REFUSE = "refuse"
    SKIP = "skip"
    HOLD = "hold"
    RESUME = "resume"
    RETRY = "retry"

    SEND = "send"
    DELAY = "delay"
    DELIVERY = "delivery"
    BOUNCE = "bounce"
    SOFT_BOUNCE = "soft_bounce"
    COMPLAINT = "complaint"
    REJECT = "reject"


_REPORTED = {
    Event.SEND: MailState.SENT,
    Event.DELIVERY: MailState.DELIVERED,
    Event.BOUNCE: MailState.BOUNCED,
    Event.SOFT_BOUNCE: MailState.BOUNCED,
    Event.COMPLAINT: MailState.COMPLAINED,
    Event.REJECT: MailState.FAILED,
}

TRANSITIONS: dict[MailState, dict[Event, MailState]] = {
    MailState.QUEUED: {
        Event.CLAIM: MailState.SENDING,
        Event.HOLD: MailState.QUEUED,
        Event.RESUME: MailState.QUEUED,
        Event.SKIP: MailState.SKIPPED,
        Event.REFUSE: MailState.FAILED,
        **_REPORTED,  # a try whose answer was lost did go out after all
    },
    MailState.SENDING: {
        Event.CLAIM: MailState.SENDING,  # the lease ran out
        Event.RELEASE: MailState.QUEUED,
        Event.HOLD: MailState.QUEUED,
        Event.ACCEPT: MailState.SENT,
        Event.REFUSE: MailState.FAILED,
        Event.SKIP: MailState.SKIPPED,
        **_REPORTED,
    },
    MailState.SENT: {
        Event.DELIVERY: MailState.DELIVERED,
        Event.BOUNCE: MailState.BOUNCED,
        Event.SOFT_BOUNCE: MailState.BOUNCED,
        Event.COMPLAINT: MailState.COMPLAINED,
        Event.REJECT: MailState.FAILED,
    },
    MailState.DELIVERED: {  # a soft bounce after delivery is an out-of-office reply
        Event.BOUNCE: MailState.BOUNCED,
        Event.COMPLAINT: MailState.COMPLAINED,
    },
    MailState.BOUNCED: {Event.COMPLAINT: MailState.COMPLAINED, Event.RETRY: MailState.QUEUED},
    MailState.COMPLAINED: {},
    # it counted as unanswered, and then an answer came
    MailState.FAILED: {**_REPORTED, Event.RETRY: MailState.QUEUED},
    MailState.SKIPPED: {Event.RETRY: MailState.QUEUED},
}
"""Legal moves. Other events happen too (reports come in any order) and move nothing."""

OPEN = frozenset({MailState.QUEUED, MailState.SENDING})
"""States that still need our doing; such a mail stands in the outbox, unless it is held back."""

UNDELIVERED = frozenset({MailState.BOUNCED, MailState.COMPLAINED, MailState.FAILED})
"""States of a mail that did not arrive, or was not welcome."""

ADDRESS_TROUBLE = frozenset({"address_blocked", "address_unusable", "no_address"})
"""Reasons to skip a mail that an administrator can do something about."""

SOFT_BOUNCE = "soft_bounce"
"""The reason of a bounce that may have been an out-of-office reply."""

LEASE = timedelta(minutes=10)
"""How long a try may stay without an answer before the mail is sent again. SES reports within
seconds, so a mail that did go out is nearly always settled before."""

GRACE = timedelta(minutes=2)
"""How long the queue has to bring a new mail before the sweep looks for it."""

MAX_TRIES = 4
"""Tries that may each have reached the teacher; after that the mail is failed, not sent again."""

KEPT = timedelta(days=400)
"""How long a mail is kept: a school year and its summer."""

REMEMBERED = 20
"""Ids of reports kept per mail; SES sends a handful."""

Address = tuple[str, str]
"""Where a mail is kept: its batch (the distribution) and its id."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One email to one person.

    `facts` is what its kind says (`payload.py`), as JSON. `due`: when the sweep should look (a
    lease's end while sending); none once settled. `tries` counts sends that may have reached the
    person. `ended`: when it became one that did not arrive.
    """

    batch: str
    id: str
    kind: str
    person: str
    facts: str
    due: datetime | None
    state: MailState = MailState.QUEUED
    tries: int = 0
    reason: str = ""
    reports: tuple[str, ...] = ()
    version: int = 1
    ended: datetime | None = None
    written: datetime | None = None
    """When it was queued first, to the second."""

    @property
    def is_undelivered(self) -> bool:
        """Return whether it did not arrive for a reason that somebody can fix."""
        skipped = self.state == MailState.SKIPPED and self.reason in ADDRESS_TROUBLE
        return skipped or self.state in UNDELIVERED

    @property
    def reference(self) -> str:
        """Names the mail in queue messages and in SES tags (letters, digits, `_` and `-` only)."""
        return f"{self.batch}-{self.id}"

    @property
    def about(self) -> str:
        """The distribution or the Mastery Process that it is about."""
        return self.batch.partition("-")[0]

    @property
    def day(self) -> str:
        """The day on which mail about a single day can go out; empty for other mail."""
        return find_day(self.batch)

    def may_be_claimed(self, now: datetime) -> bool:
        """Return whether it is due: queued, or the last try's lease has run out."""
        if self.state == MailState.SENDING:
            return self.due is None or self.due <= now
        return self.state == MailState.QUEUED

    def apply_event(
        self, event: Event, *, due: datetime | None = None, reason: str = ""
    ) -> Mail | None:
        """The mail after `event`, or none when the event moves nothing from here."""
        state = TRANSITIONS[self.state].get(event)
        if self.state == MailState.BOUNCED and (self.reason, event) == (
            SOFT_BOUNCE,
            Event.DELIVERY,
        ):
            state = MailState.DELIVERED  # the bounce was an out-of-office reply, and was faster
        if state is None:
            return None
        return replace(
            self,
            state=state,
            due=due if state in OPEN else None,
            ended=None,
            tries=0 if event == Event.RETRY else self.tries + _TRIES.get(event, 0),
            reason=reason,
            version=self.version + 1,
        )

    def apply_report(self, event: Event, report: str, *, reason: str = "") -> Mail | None:
        """The mail after report number `report`, or none when it is known or moves nothing."""
        if report in self.reports:
            return None
        moved = self.apply_event(event, reason=reason)
        return moved and replace(moved, reports=(*self.reports, report)[-REMEMBERED:])


_TRIES = {Event.CLAIM: 1, Event.RELEASE: -1}


def find_day(batch: str) -> str:
    """Return the day that mails of a batch are about; empty where they are not about one.

    >>> find_day("01K-pre-2026-10-01"), find_day("01J")
    ('2026-10-01', '')
    """
    found = _DAY.search(batch)
    return found[1] if found else ""


_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})\Z", re.ASCII)


def mail_id(district: str, batch: str, person: str) -> str:
    """The id of the one mail of this batch to this person: always the same.

    A digest, because a roster's person ids may hold anything and SES tags may not.
    """
    digest = hashlib.sha256(f"{district}\n{batch}\n{person}".encode()).digest()
    return b32encode(digest[:15]).decode()


def address_of(reference: str) -> Address | None:
    """Batch and id from a mail's reference; none when it is not one of ours."""
    batch, dash, number = reference.rpartition("-")
    return (batch, number) if dash and batch and number else None


def digest(address: str) -> str:
    """Names an address without telling it; upper and lower case are one mailbox to us."""
    return hashlib.sha256(address.strip().casefold().encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as mail sees them; `enabled` is false for people who have left or cannot sign in."""

    address: str
    name: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Allowance:
    """The mails that the service took from the account in 24 hours, and the most it takes.

    `most` is None where there is no limit.
    """

    sent: int
    most: int | None


class MailChoice(FrozenModel):
    """A person's choice. `blocked`: their address bounced or complained, so nothing is sent."""

    id: str
    wanted: bool = True
    blocked: bool = False
    version: int = 0
