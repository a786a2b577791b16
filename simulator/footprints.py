"""The places that somebody read and wrote between two moments. Disjoint steps commute."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass
class Footprint:
    """Places that were read and written: items, partitions that were listed, whole services.

    A written item belongs to partitions. A reader that lists one of them conflicts with the writer.
    Two writers of different items in one partition do not conflict there.
    """

    read: set[Hashable] = field(default_factory=set)
    written: set[Hashable] = field(default_factory=set)
    listed: set[Hashable] = field(default_factory=set)
    entered: set[Hashable] = field(default_factory=set)
    """Partitions of table and indexes in which something was written."""
    everything: bool = False
    """Time went on, which concerns everybody."""
    seen: int = 0
    """A number that those have in common who saw the same, in the same order."""

    def reads(self, place: Hashable, what: Hashable) -> None:
        """Note who looked at a place, and what was there."""
        self.read.add(place)
        self.seen = hash((self.seen, place, what))

    def writes(self, place: Hashable) -> None:
        self.written.add(place)

    def lists(self, partition: Hashable, what: Hashable) -> None:
        """Note who looked at a partition, and all that was there."""
        self.listed.add(partition)
        self.seen = hash((self.seen, partition, what))

    def enters(self, partition: Hashable) -> None:
        self.entered.add(partition)

    def meets(self, other: Footprint) -> bool:
        """Return whether it may matter which of the two was first."""
        return (
            self.everything
            or other.everything
            or not self.written.isdisjoint(other.written)
            or self._changes_for(other)
            or other._changes_for(self)
        )

    def _changes_for(self, other: Footprint) -> bool:
        """Return whether the other looked where this one wrote."""
        return not (self.written.isdisjoint(other.read) and self.entered.isdisjoint(other.listed))
