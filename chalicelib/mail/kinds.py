"""The kinds of email that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Mail
    from .payload import MailPayload


class MailKinds:
    """The kinds that domains declare, by name."""

    def __init__(self, *domains: Iterable[type[MailPayload]]) -> None:
        """Know the kinds of these domains."""
        self._kinds = {each.kind: each for kinds in domains for each in kinds}

    def __iter__(self) -> Iterator[type[MailPayload]]:
        """Return each kind."""
        return iter(self._kinds.values())

    def find(self, kind: str) -> type[MailPayload]:
        """Return a kind by its name. Raises `KeyError` for one that a later release has."""
        return self._kinds[kind]

    def read(self, mail: Mail) -> MailPayload:
        """Read what a mail says. Raises `KeyError`, `ValueError`."""
        return self.find(mail.kind).read(mail)
