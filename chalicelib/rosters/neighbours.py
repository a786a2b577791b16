"""What an import asks of those who keep copies of classes: wiring hands it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from chalicelib.storage.conditions import Write

from .model import Offering


class Followers(Protocol):
    """What copies classes: trackers, with end and teachers; rows of processes, with students."""

    def behind(
        self, district: str, classes: Mapping[str, Offering], together: int
    ) -> Iterator[list[str]]:
        """Name those that are not in step with their classes, some at a time."""
        ...

    def writes(
        self, district: str, names: Sequence[str], classes: Mapping[str, Offering], most: int
    ) -> list[Write]:
        """Give what brings the first of these in step that are not, at most so many writes."""
        ...
