"""The interfaces to domains whose services printed tests may not import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.results.model import Sheet


class SheetLookup(Protocol):
    """Where result sheets are kept."""

    def get(self, district: str, school_class: str, assessment: str) -> Sheet | None:
        """Read the sheet of a class on an assessment."""
