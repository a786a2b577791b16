"""Whether a person gets mail at all. Getting none is not an error: the reason is a word."""

from __future__ import annotations

from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from enum import StrEnum

from .model import Contact, MailState


class Skip(StrEnum):
    """Why a mail is not sent."""

    NO_SUCH_PERSON = "no_such_person"
    PERSON_DISABLED = "person_disabled"
    NO_ADDRESS = "no_address"
    ADDRESS_UNUSABLE = "address_unusable"
    NOT_WANTED = "not_wanted"
    ADDRESS_BLOCKED = "address_blocked"
    CLASSES_OVER = "classes_over"
    RECALLED = "recalled"
    DAY_OVER = "day_over"


SENTENCES: Mapping[str, str] = {
    Skip.NO_SUCH_PERSON: "They are no longer in the roster.",
    Skip.PERSON_DISABLED: "They cannot sign in, or no longer work in the district.",
    Skip.NO_ADDRESS: "The roster has no email address for them.",
    Skip.ADDRESS_UNUSABLE: "Their email address in the roster cannot be used.",
    Skip.NOT_WANTED: "They chose not to get email.",
    Skip.ADDRESS_BLOCKED: "An earlier email to them bounced, or they complained about it.",
    Skip.CLASSES_OVER: "Their classes are over.",
    Skip.RECALLED: "The distribution is recalled.",
    Skip.DAY_OVER: "It could not be sent on the day of the reminder.",
    "hard_bounce": "Their address does not exist or does not take email.",
    "soft_bounce": "Their mailbox did not take it, for example because it is full.",
    "complaint": "They marked it as unwanted.",
    "rejected": "The email service refused what it says.",
    "address_refused": "The email service refused the address.",
    "too_fast": "The email service takes no more at this moment.",
    "daily_quota": "The email service takes no more today. It is sent as soon as it does.",
    "sender_not_verified": "The email service does not know the sender. Tell your IT staff.",
    "account_paused": "The email service has paused the district's account. Tell your IT staff.",
    "ses_refuses_us": "The email service refuses the district's email. Tell your IT staff.",
    "ses_not_reached": "The email service cannot be reached.",
    "no_answer": "The email service did not say whether it took it.",
    "not_renderable": "It could not be written. Tell your district's IT staff.",
}
"""Why an email is not sent, or did not arrive, for people."""

_STANDING: Mapping[MailState, str] = {
    MailState.QUEUED: "It is waiting to be sent.",
    MailState.SENDING: "It is being sent.",
    MailState.SENT: "It was sent.",
    MailState.DELIVERED: "It has arrived.",
    MailState.BOUNCED: "It did not arrive.",
    MailState.COMPLAINED: "It has arrived, and they complained about it.",
    MailState.FAILED: "It could not be sent.",
    MailState.SKIPPED: "It was not sent.",
}


def explain(state: MailState, reason: str) -> str:
    """Return where an email stands, and why.

    >>> explain(MailState.SKIPPED, "not_wanted")
    'It was not sent. They chose not to get email.'
    """
    known = SENTENCES.get(reason)
    return f"{_STANDING[state]} {known}" if known else _STANDING[state]


def reason_to_skip(person: Contact | None, *, wanted: bool, blocked: bool) -> Skip | None:
    """The first reason not to write to this person, or none."""
    if person is None:
        return Skip.NO_SUCH_PERSON
    reasons = (
        (not person.enabled, Skip.PERSON_DISABLED),
        (not person.address, Skip.NO_ADDRESS),
        (not usable(person.address), Skip.ADDRESS_UNUSABLE),
        (not wanted, Skip.NOT_WANTED),
        (blocked, Skip.ADDRESS_BLOCKED),
    )
    return next((reason for holds, reason in reasons if holds), None)


def usable(address: str) -> bool:
    """Return whether mail can go to this address at all (SES takes ASCII addresses only)."""
    try:
        spec = Address(addr_spec=address)
    except (ValueError, IndexError, MessageError):
        return False
    return address.isascii() and "." in spec.domain and spec.addr_spec == address
