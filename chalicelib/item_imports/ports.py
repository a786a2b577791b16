"""The questions of item imports to assessments; wiring hands the assessments over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.acts import Act
    from chalicelib.assessments.items import Item
    from chalicelib.assessments.model import Assessment, FormattedTexts
    from chalicelib.storage.conditions import Write


class Drafts(Protocol):
    """The maker of drafts from items: a part of the assessments."""

    def prepare(
        self,
        act: Act,
        assessment: str,
        properties: dict[str, Any],
        items: Sequence[Item],
        formatted: Sequence[FormattedTexts | None],
    ) -> Assessment:
        """Return the draft. Raises `Invalid`."""

    def create(self, act: Act, draft: Assessment, further: Sequence[Write]) -> None:
        """Write it, and `further` with it. Raises `ConditionFailed`."""
