"""What assessments ask of domains that they do not know: wiring hands over who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.storage.conditions import Write


class Companions(Protocol):
    """What goes with an assessment wherever it goes: its attachments."""

    def copied(self, act: Act, original: str, copy: str) -> list[Write]:
        """Give the writes by which a copy has them too."""

    def removed(self, act: Act, assessment: str) -> list[Write]:
        """Give the writes by which they go with it."""


class TeamSharing(Protocol):
    """Data teams, which share assessments with people who may not see them otherwise."""

    def shares(self, caller: Caller, assessment: str) -> bool:
        """Tell whether a team shares an assessment with this person."""
