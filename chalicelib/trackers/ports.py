"""The ports by which trackers ask domains that they do not know; wiring supplies the objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.storage.conditions import Write

    from .model import DistributionMarks, Tracker


class RecallLookup(Protocol):
    """Knows what is marked of distributions."""

    def find_recalled(self, district: str, distributions: Iterable[str]) -> frozenset[str]:
        """Return which of a district's distributions are recalled at present."""

    def marks(self, district: str, distributions: Iterable[str]) -> DistributionMarks:
        """Return which of them are recalled, and their last days for classes."""


class AutomaticDelivery(Protocol):
    """Delivers automatic distributions to new trackers."""

    def word_of(self, district: str, trackers: Sequence[Tracker], at: str) -> list[Write]:
        """Return what the transaction of trackers of one set that are new, or changed, writes too.

        At most one write.
        """


@dataclass(frozen=True, slots=True)
class ClassResults:
    """A class's results on an assessment at the moment when somebody removes it from a tracker."""

    begun: bool
    """Whether anybody has saved any."""
    processes: tuple[str, ...] = ()
    """The open Mastery Processes that they go to."""
    unchanged: tuple[Write, ...] = ()
    """The conditions that make a transaction fail when the results have changed."""


class ResultLookup(Protocol):
    """Knows what classes have on assessments."""

    def find_source_distribution(self, district: str, school_class: str, assessment: str) -> str:
        """Return which distribution brought an assessment's results to a class; "" for none."""

    def of_class(self, district: str, school_class: str, assessment: str) -> ClassResults:
        """Return what a class has on an assessment."""
