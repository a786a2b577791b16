"""What the sending worker asks of the district's people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .model import Contact


class MailRecipients(Protocol):
    """Who the recipients are; the district's people answer."""

    def contact(self, person: str) -> Contact | None:
        """Address and name of a person, or nothing when they are gone."""
