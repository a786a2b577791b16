"""The changes that a package would make to the stored sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .model import Framework, StandardsSet
from .sets import list_retired_places

Seen = dict[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class StandardsChange:
    """Identifiers of one kind of thing, by what would happen to them."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, int]:
        """Count them."""
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "dropped": len(self.dropped),
        }


@dataclass(frozen=True, slots=True)
class Diff:
    """Statements (headings too) and sets; and what becomes of the places that sets hold now.

    `lost` of `held` places would be retired because the package lacks them; `withdrawn` because
    it says that they are no standards, or have ended.
    """

    statements: StandardsChange
    sets: StandardsChange
    lost: int
    withdrawn: int
    held: int

    @property
    def lost_percent(self) -> float:
        """The share of places that would be retired, 0 to 100, one decimal."""
        return round(100 * self.lost / self.held, 1) if self.held else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "statements": self.statements.as_dict(),
            "sets": self.sets.as_dict(),
            "standards_lost": self.lost,
            "standards_withdrawn": self.withdrawn,
            "standards_held": self.held,
        }


def differences(
    before: Mapping[str, StandardsSet], framework: Framework, after: Sequence[StandardsSet]
) -> Diff:
    """Compare the stored sets of a framework with their new versions."""
    retired = list_retired_places(before, after)
    named = {one.identifier for one in framework.standards}
    offered = {p.identifier for one in after for p in one.places if not p.retired}
    withdrawn = sum(1 for each in retired if each in named and each not in offered)
    return Diff(
        _change(_statements(before.values()), _statements(after)),
        _change(_sets(before.values()), _sets(after)),
        len(retired) - withdrawn,
        withdrawn,
        sum(one.active.bit_count() for one in before.values()),
    )


def _statements(sets: Iterable[StandardsSet]) -> Seen:
    """Everything that can be seen of each statement, over all sets it stands in."""
    seen: Seen = {}
    for one in sets:
        for row in one.rows:
            facts = (row.code, row.statement, row.kind, row.parent, row.level)
            before = seen.get(row.identifier, facts)
            seen[row.identifier] = (*before, one.id, row.selectable)
    return seen


def _sets(sets: Iterable[StandardsSet]) -> Seen:
    return {one.id: (one.places, one.rows) for one in sets if not one.retired}


def _change(before: Seen, after: Seen) -> StandardsChange:
    return StandardsChange(
        tuple(name for name in after if name not in before),
        tuple(name for name in after if name in before and after[name] != before[name]),
        tuple(name for name in before if name not in after),
    )
