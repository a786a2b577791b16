"""What work lists ask of domains that they do not enter: wiring hands over who answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.trackers.model import DistributionMarks


class MarkLookup(Protocol):
    """Knows what is marked of distributions."""

    def marks(self, district: str, distributions: Iterable[str]) -> DistributionMarks:
        """Say which of them are recalled, and by which days classes are to be given them."""
