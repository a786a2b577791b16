"""The ports by which distributions ask domains that they do not know, or the trackers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

    from .matching import Offered
    from .model import OpensProcess


class TrackerRows(Protocol):
    """The storage of trackers."""

    def row_of(self, item: Item, day: str) -> Offered:
        """Read what a tracker's item offers to a distribution on a day."""


class ProcessRequests(Protocol):
    """Mastery Processes that a distribution may ask data teams for."""

    def check(self, district: str, mask: int, opens: OpensProcess) -> None:
        """Refuse what cannot be opened with an assessment of these standards. Raises `Invalid`."""


class RecalledDistributions(Protocol):
    """The marks of recalled distributions."""

    def find_recalled(self, district: str, distributions: Iterable[str]) -> frozenset[str]:
        """Return which of these are recalled at present."""
