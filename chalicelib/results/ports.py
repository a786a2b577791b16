"""The ports by which results ask domains that they do not know; wiring supplies the objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.distribution.model import Distribution
    from chalicelib.storage.conditions import Write

    from .model import Roll, Sheet


class DistributionStore(Protocol):
    """The storage of distributions."""

    def get(self, district: str, distribution: str) -> Distribution | None:
        """Read one."""


class ProcessFeed(Protocol):
    """The Mastery Processes that sheets feed."""

    def feed(self, district: str, sheet: Sheet, roll: Roll | None = None) -> Sequence[Write]:
        """Return the writes that bring a sheet's totals to the processes it feeds.

        They go with the sheet in one transaction; `roll` is of the class, where it is at hand.
        """


class RollCall(Protocol):
    """The students that are awaited in everything that sheets feed."""

    def every(self, district: str) -> Iterator[list[Write]]:
        """Return what brings all of it in step with who is in the classes, some at a time."""


class SheetCorrections(Protocol):
    """Corrections on their way."""

    def one(self, correction: str, school_class: str) -> None:
        """Carry a correction out on the sheet of one class, if that is not done yet."""


class AssessmentHeaders(Protocol):
    """All assessments of a district."""

    def every(self, district: str) -> Iterable[AssessmentHeader]:
        """Read all headers, in one pass over their partition."""
