"""Whether a person gets mail at all. Getting none is not an error: the reason is a word."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from enum import StrEnum

from .model import Contact


class Skip(StrEnum):
    """Why a mail is not sent."""

    NO_SUCH_PERSON = "no_such_person"
    PERSON_DISABLED = "person_disabled"
    NO_ADDRESS = "no_address"
    ADDRESS_UNUSABLE = "address_unusable"
    NOT_WANTED = "not_wanted"
    ADDRESS_BLOCKED = "address_blocked"
    CLASSES_OVER = "classes_over"


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
    """Tell whether mail can go to this address at all (SES takes ASCII addresses only)."""
    try:
        spec = Address(addr_spec=address)
    except (ValueError, IndexError, MessageError):
        return False
    return address.isascii() and "." in spec.domain and spec.addr_spec == address
