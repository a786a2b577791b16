"""What assessments ask of neighbours they do not know: wiring hands it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from chalicelib.acts import Caller

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.conditions import Write


class Companions(Protocol):
    """What goes with an assessment wherever it goes: its attachments."""

    def copied(self, act: Act, original: str, copy: str) -> list[Write]:
        """Give the writes by which a copy has them too."""
        ...

    def removed(self, act: Act, assessment: str) -> list[Write]:
        """Give the writes by which they go with it."""
        ...


Shared = Callable[[Caller, str], bool]
"""Says whether a data team shares an assessment with this person, who may not see it otherwise."""


def nothing_shared(_: Caller, __: str) -> bool:
    """Say that none does."""
    return False
