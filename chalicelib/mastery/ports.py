"""What mastery asks of domains that keep what it needs: wiring hands over who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chalicelib.results.model import Sheet


class ClassSheets(Protocol):
    """The result sheets of classes."""

    def of_class(self, district: str, school_class: str) -> Iterable[Sheet]:
        """Give every sheet of a district's class, in one Query."""
