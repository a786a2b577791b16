"""The questions of the sending worker to the district's people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .model import Contact


class MailRecipients(Protocol):
    """The recipients; the district's people answer."""

    def contact(self, person: str) -> Contact | None:
        """Return the address and name of a person, or nothing when they are gone."""
