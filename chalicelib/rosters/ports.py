"""The questions of an import to those who keep copies of classes: wiring hands them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from chalicelib.storage.conditions import Write

from .model import Offering


class Followers(Protocol):
    """Keepers of copied classes: trackers, with end and teachers; process rows, with students.

    `changed` are the classes that an import changed.
    """

    def behind(
        self, district: str, changed: Mapping[str, Offering], together: int
    ) -> Iterator[list[str]]:
        """Name those that are not in step with their classes, some at a time."""

    def writes(
        self, district: str, names: Sequence[str], changed: Mapping[str, Offering], most: int
    ) -> list[Write]:
        """Return at most `most` writes that bring the first of these in step that are not."""


class Renewing(Protocol):
    """The renewer of student counts in result sheets: too many to do before an import ends."""

    def look_over(self, district: str, at: str, classes: Iterable[str]) -> list[Write]:
        """Return the writes that have the sheets of these classes looked at, from an instant on."""

    def carry_on(self) -> None:
        """Have them looked at soon."""


class KeptSheets(Protocol):
    """A counter of the result sheets of classes that are about to go."""

    def count_of_classes(self, district: str, classes: Sequence[str]) -> int:
        """Count the result sheets of these classes."""
