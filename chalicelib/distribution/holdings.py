"""The trackers that already have an assessment, since when, and its source (D14).

The trackers themselves say so, for every source. They are asked only about an assessment that is in
use, and only where they match: nobody else could have been given it by a distribution.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.distribution.matching import Mismatch, MismatchReason

if TYPE_CHECKING:
    from chalicelib.trackers.model import TrackerEntry
    from chalicelib.trackers.service import Trackers

    from .ports import RecalledDistributions


@dataclass(frozen=True, slots=True)
class Holding:
    """How a tracker came by the assessment, and whether the district hides it there."""

    entry: TrackerEntry
    recalled: bool = False

    @property
    def why(self) -> Mismatch:
        """Return the reason why the tracker does not get it again."""
        return Mismatch(
            MismatchReason.RECALLED_THERE if self.recalled else MismatchReason.ALREADY_THERE
        )


class Holdings:
    """The trackers that already hold an assessment that is about to be delivered."""

    def __init__(self, trackers: Trackers, recalls: RecalledDistributions) -> None:
        """Ask these."""
        self._trackers = trackers
        self._recalls = recalls

    def among(
        self, district: str, assessment: str, trackers: Iterable[str], *, in_use: bool
    ) -> dict[str, Holding]:
        """Return which of these trackers have it: one BatchGetItem per hundred.

        None if it was never `in_use`: then nothing is read. An assessment that a teacher has taken
        out does not count: a delivery brings it back.
        """
        if not in_use:
            return {}
        found = self._trackers.find_entries(district, trackers, assessment)
        held = {tracker: entry for tracker, entry in found.items() if not entry.taken_out}
        hidden = self._recalls.find_recalled(
            district, {entry.distribution for entry in held.values()}
        )
        return {
            tracker: Holding(entry, bool(entry.distribution) and entry.distribution in hidden)
            for tracker, entry in held.items()
        }
