"""The lookups that work lists require of other domains; wiring supplies them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.distribution.model import Distribution
    from chalicelib.processes.open_work import OpenWork
    from chalicelib.results.progress import Pair, SheetStanding
    from chalicelib.trackers.model import DistributionMarks


class MarkLookup(Protocol):
    """Knows the marks of distributions."""

    def marks(self, district: str, distributions: Iterable[str]) -> DistributionMarks:
        """Return which of them are recalled, and their last days for classes."""


class StandingLookup(Protocol):
    """Knows how far classes are with the assessments that they got."""

    def of(self, district: str, pairs: Collection[Pair], today: str) -> dict[Pair, SheetStanding]:
        """Read how far they are; a class without a sheet has none."""


class OpenWorkLookup(Protocol):
    """Knows the open work in a process that is open."""

    def read(self, district: str, process: str) -> OpenWork:
        """Read which classes work in it, and its conflicts."""


class DistributionLookup(Protocol):
    """Knows distributions that an administrator looks after."""

    def several(self, district: str, ids: Iterable[str]) -> list[Distribution]:
        """Read these, those that there are."""

    def list_failed(self, district: str) -> tuple[list[Distribution], bool]:
        """Return those that trackers failed of, the newest first; whether all were looked at."""
