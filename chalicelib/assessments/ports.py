"""The questions of assessments to domains that they do not know: wiring hands the domains over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.acts import Act, Caller
    from chalicelib.storage.conditions import Write

    from .items import Facility


class Companions(Protocol):
    """The companions of an assessment wherever it goes: its attachments."""

    def build_copy_writes(self, act: Act, original: str, copy: str) -> list[Write]:
        """Return the writes by which a copy has them too."""

    def build_removal_writes(self, act: Act, assessment: str) -> list[Write]:
        """Return the writes by which they go with it."""


class ItemFigures(Protocol):
    """Knows how hard items were for the district's students."""

    def facilities(self, district: str, assessment: str) -> Sequence[Facility]:
        """Get of each item of an assessment how hard it was, in their order; none without results.

        One Query per megabyte of summaries: a thousand classes.
        """


class TeamSharing(Protocol):
    """Data teams, which share assessments with people who have no other access to them."""

    def shares(self, caller: Caller, assessment: str) -> bool:
        """Return whether a team shares an assessment with this person."""

    def name_people(self, caller: Caller, team: str) -> frozenset[str]:
        """Name the leaders and members of a team of the caller's. Raises `NotFound`."""
