"""The ports by which corrections ask the domains whose data they change; wiring supplies them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chalicelib.acts import Act
    from chalicelib.assessments.model import Assessment
    from chalicelib.results.model import Sheet
    from chalicelib.storage.conditions import Put, Write


class CorrectedAssessments(Protocol):
    """The storage of assessments."""

    def correct(
        self, act: Act, after: Assessment, correction: str, also: Sequence[Write], shown: Any
    ) -> None:
        """Write a corrected assessment that must be at the version before, and what goes with it.

        All or nothing; `shown` is what the act is answered with.
        """

    def end_correction(self, district: str, assessment: str, correction: str) -> Write:
        """Return the write that lets the next correction begin."""


class CorrectedSheet(Protocol):
    """A sheet as a list shows it."""

    @property
    def school_class(self) -> str:
        """Whose."""

    @property
    def revision(self) -> int:
        """The assessment's, by which it was scored."""


class CorrectedSheets(Protocol):
    """The storage of result sheets."""

    def lines(self, district: str, assessment: str) -> Iterator[Sequence[CorrectedSheet]]:
        """List all sheets of an assessment; what was saved within a second may be missing."""

    def many(self, district: str, classes: Sequence[str], assessment: str) -> Iterator[Sheet]:
        """Read the sheets of these classes."""

    def of_assessment(self, district: str, assessment: str) -> Iterator[Sheet]:
        """Read every sheet of an assessment, of whatever class."""

    def put(self, district: str, sheet: Sheet) -> Put:
        """Return the write of a sheet that must be at the version before."""


class CorrectionFeed(Protocol):
    """The Mastery Processes that sheets feed."""

    def feed(self, district: str, sheet: Sheet) -> Sequence[Write]:
        """Return the writes that bring a sheet's totals to the processes it feeds."""
