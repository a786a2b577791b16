"""Which distributions are recalled: the one question that everything asks that shows a tracker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chalicelib.storage import keys

if TYPE_CHECKING:
    from chalicelib.storage.table import Table


class RecallMarks:
    """The marks of recalled distributions."""

    def __init__(self, table: Table) -> None:
        """Use this table."""
        self._table = table

    def recalled(self, district: str, distributions: Iterable[str]) -> frozenset[str]:
        """Say which of these are recalled: one BatchGetItem per hundred, none for none."""
        marks = {keys.recall(district, each): each for each in set(distributions) if each}
        return frozenset(marks[key] for key in self._table.get_many(marks))
