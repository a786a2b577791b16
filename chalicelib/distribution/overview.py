"""Distributions that an administrator should look at: heads alone, a few calls for any district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.storage import keys

from .repository import DistributionRepository, read_distribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chalicelib.storage.table import Table

    from .model import Distribution

LOOKED_AT = 100
"""Distributions, the newest, among which those with failed trackers are looked for."""


class DistributionOverview:
    """Distributions as a work list needs them."""

    def __init__(self, table: Table, repository: DistributionRepository) -> None:
        """Use these."""
        self._table = table
        self._repository = repository

    def several(self, district: str, ids: Iterable[str]) -> list[Distribution]:
        """Read these, those that there are: one BatchGetItem per hundred."""
        found = self._table.get_many(keys.distribution(district, each) for each in ids)
        return [read_distribution(item) for item in found.values()]

    def list_failed(self, district: str) -> tuple[list[Distribution], bool]:
        """Return those that trackers failed of, the newest first; whether all were looked at.

        One Query, eventually consistent.
        """
        newest, more = self._repository.listing(district, LOOKED_AT, None)
        return [each for each in newest if _waits(each)], more is None


def _waits(made: Distribution) -> bool:
    return bool(made.counts.failed) and "retry" in made.allowed
