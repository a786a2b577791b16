"""The remedies for an email that did not arrive, and the state of the outbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.mail.model import OPEN, Allowance, Mail, MailState
from chalicelib.mail.payload import MailTopic
from chalicelib.mail.skip_reasons import SENTENCES, Skip, explain

if TYPE_CHECKING:
    from chalicelib.mail.kinds import MailKinds

LOOKED_BACK = timedelta(days=14)
"""How far back emails that did not arrive are counted."""
MOST_COUNTED = 1000
"""Emails of each group that are counted."""


class Remedy(StrEnum):
    """An administrator's options for an email that did not arrive."""

    SEND_AGAIN = "send_again"
    """It certainly did not arrive, and nothing is in its way now: it can be sent again."""
    LIFT_BLOCK = "lift_block"
    """Its address is blocked. Once that is lifted, it can be sent again."""
    CORRECT_ADDRESS = "correct_address"
    """The roster has no usable address. Once one is imported, it can be sent again."""
    NONE = "none"
    """Nothing: it arrived, may have arrived, or is worth nothing any more."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The remedy, and the same in a sentence."""

    remedy: Remedy
    advice: str


_ADVICE: Mapping[Remedy, str] = {
    Remedy.SEND_AGAIN: "Send it again.",
    Remedy.LIFT_BLOCK: "Ask them whether the address works. Then lift the block.",
    Remedy.CORRECT_ADDRESS: "Correct the address where the roster comes from. After the next "
    "import, send it again.",
}
_COMPLAINED = "They get no email until the block is lifted. This one is not sent again."
_MAY_HAVE_ARRIVED = "It may have arrived, so it is not sent again. Ask them."
_ON_ITS_WAY = "It is on its way."
_ADDRESS = frozenset({Skip.NO_ADDRESS, Skip.ADDRESS_UNUSABLE})


def find_remedy(mail: Mail, hindrance: Skip | None, today: str) -> Outlook:
    """Return what can be done about a mail; `hindrance` is why nothing could be sent to them now.

    A mail that may have arrived is never sent again.
    """
    if not mail.is_undelivered:
        on_its_way = mail.state in OPEN
        return Outlook(Remedy.NONE, _ON_ITS_WAY if on_its_way else explain(mail.state, mail.reason))
    if mail.state == MailState.COMPLAINED:
        return Outlook(Remedy.NONE, _COMPLAINED)
    if mail.reason == "no_answer":
        return Outlook(Remedy.NONE, _MAY_HAVE_ARRIVED)
    if mail.day and mail.day < today:
        return Outlook(Remedy.NONE, SENTENCES[Skip.DAY_OVER])
    remedy = _remedy_of(hindrance)
    return Outlook(remedy, _ADVICE.get(remedy) or SENTENCES.get(hindrance or "", ""))


def _remedy_of(hindrance: Skip | None) -> Remedy:
    if hindrance is None:
        return Remedy.SEND_AGAIN
    if hindrance == Skip.ADDRESS_BLOCKED:
        return Remedy.LIFT_BLOCK
    return Remedy.CORRECT_ADDRESS if hindrance in _ADDRESS else Remedy.NONE


@dataclass(frozen=True, slots=True)
class UndeliveredMail:
    """A mail that did not arrive, its recipient, and what can be done."""

    mail: Mail
    name: str
    outlook: Outlook
    blocked_since: str = ""
    title: str = ""
    """Its subject, in words; blank where its facts cannot be read."""
    about: MailTopic = MailTopic.DISTRIBUTION

    @property
    def id(self) -> str:
        """The mail's reference."""
        return self.mail.reference

    @property
    def version(self) -> int:
        return self.mail.version


def name_subject(mail: Mail, kinds: MailKinds) -> tuple[MailTopic, str]:
    """Return a mail's kind of subject, and its name: the assessment or the team.

    A mail that cannot be read has no name.
    """
    try:
        kind = kinds.find(mail.kind)
    except KeyError:
        return MailTopic.DISTRIBUTION, ""
    try:
        payload = kind.read(mail)
    except ValueError:
        return kind.usual_topic, ""
    return payload.topic, payload.title


@dataclass(frozen=True, slots=True)
class Standing:
    """How email stands: what waits, what did not arrive lately, what the mail service still takes.

    Not `exact`: there is more than is counted.
    """

    waiting: int
    sending: int
    exact: bool
    oldest: datetime | None
    """When the longest waiting one was written."""
    reasons: Mapping[str, int]
    """Why some wait, and how many."""
    undelivered: Mapping[MailState, int]
    undelivered_exact: bool
    since: datetime
    """From when on those that did not arrive are counted."""
    allowance: Allowance | None = field(default=None)


def sum_up(
    opened: Sequence[Mail], lost: Sequence[Mail], since: datetime, allowance: Allowance | None
) -> Standing:
    """Count emails that are open, and those that did not arrive."""
    waiting = [mail for mail in opened if mail.state == MailState.QUEUED]
    written = [mail.written for mail in waiting if mail.written]
    return Standing(
        waiting=len(waiting),
        sending=len(opened) - len(waiting),
        exact=len(opened) < MOST_COUNTED,
        oldest=min(written, default=None),
        reasons=Counter(mail.reason for mail in waiting if mail.reason),
        undelivered=Counter(mail.state for mail in lost),
        undelivered_exact=len(lost) < MOST_COUNTED,
        since=since,
        allowance=allowance,
    )
