"""The marks of distributions, which every page or list that shows a tracker reads."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.storage import keys
from chalicelib.storage.table import Repository
from chalicelib.trackers.model import DistributionMarks


class RecallMarks(Repository):
    """The marks of distributions: that they are recalled, and the day to give them by."""

    def find_recalled(self, district: str, distributions: Iterable[str]) -> frozenset[str]:
        """Return which of these are recalled: one BatchGetItem per hundred, none for none."""
        marks = {keys.recall(district, each): each for each in set(distributions) if each}
        return frozenset(marks[key] for key in self._table.get_many(marks))

    def marks(self, district: str, distributions: Iterable[str]) -> DistributionMarks:
        """Return what is marked of these: one BatchGetItem per fifty, none for none."""
        asked = sorted({each for each in distributions if each})
        recalls = {keys.recall(district, each): each for each in asked}
        days = {keys.give_until(district, each): each for each in asked}
        found = self._table.get_many([*recalls, *days]) if asked else {}
        return DistributionMarks(
            frozenset(each for key, each in recalls.items() if key in found),
            {each: found[key]["day"] for key, each in days.items() if key in found},
        )
