"""SES's reports of mails: sent, delivered, bounced, complained of, rejected.

Reports come at least once, late, and in any order; some never come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.clock import Clock
from chalicelib.storage.conditions import Put

from .model import SOFT_BOUNCE, Event
from .outbox import Outbox
from .sender import TAG

_EVENTS = {
    "Send": Event.SEND,
    "DeliveryDelay": Event.DELAY,
    "Delivery": Event.DELIVERY,
    "Bounce": Event.BOUNCE,
    "Complaint": Event.COMPLAINT,
    "Reject": Event.REJECT,
    "Rendering Failure": Event.REJECT,
}


@dataclass(frozen=True, slots=True)
class MailReport:
    """One report; `dead` are addresses that must not be written to again."""

    id: str
    reference: str
    event: Event
    reason: str = ""
    dead: tuple[str, ...] = ()


class Feedback:
    """Settles mails by what SES says of them."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        """Settle mails in this outbox."""
        self._outbox = outbox
        self._clock = clock

    def mail_event(self, event: Mapping[str, Any]) -> str:
        """Take one EventBridge event of SES. Return its outcome as a word."""
        report = read(event)
        if report is None:
            return "not_ours"
        blocks = self._blocks(report)
        while (mail := self._outbox.read(report.reference)) is not None:
            moved = mail.apply_report(report.event, report.id, reason=report.reason)
            if moved is None:
                if blocks:
                    self._outbox.commit(blocks)
                return "nothing_new"
            if self._outbox.move(mail, moved, self._clock.now(), also=blocks):
                return moved.state.value
        return "unknown"

    def _blocks(self, report: MailReport) -> list[Put]:
        now = self._clock.now()
        return [self._outbox.block(address, report.reason, now) for address in report.dead]


def read(event: Mapping[str, Any]) -> MailReport | None:
    """Read an event; none when it is of a kind or of a mail that is not ours."""
    detail = event.get("detail", {})
    tags = detail.get("mail", {}).get("tags", {}).get(TAG) or []
    kind = _EVENTS.get(detail.get("eventType", ""))
    if kind is None or len(tags) != 1:
        return None
    if kind == Event.BOUNCE:
        return _bounce(event["id"], tags[0], detail.get("bounce", {}))
    if kind == Event.COMPLAINT:
        dead = _addresses(detail.get("complaint", {}), "complainedRecipients")
        return MailReport(event["id"], tags[0], kind, "complaint", dead)
    return MailReport(event["id"], tags[0], kind)


def _bounce(number: str, reference: str, bounce: Mapping[str, Any]) -> MailReport:
    """Only a permanent bounce blocks the address: a full mailbox is emptied one day."""
    if bounce.get("bounceType") != "Permanent":
        return MailReport(number, reference, Event.SOFT_BOUNCE, SOFT_BOUNCE)
    dead = _addresses(bounce, "bouncedRecipients")
    return MailReport(number, reference, Event.BOUNCE, "hard_bounce", dead)


def _addresses(details: Mapping[str, Any], group: str) -> tuple[str, ...]:
    return tuple(each["emailAddress"] for each in details.get(group, ()))
