"""Rows of one table read along another in the same order: neither is ever whole in memory."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any


class GroupedRows:
    """Rows in the order of their first column, for a reader in the same order."""

    def __init__(self, rows: Iterable[Any]) -> None:
        """Distribute these."""
        self._groups = groupby(rows, itemgetter(0))
        self._waiting: tuple[str, list[Any]] | None = None
        self._advance()

    def of(self, key: str) -> list[Any]:
        """Return this key's rows; keys are asked for in ascending order."""
        while self._waiting is not None and self._waiting[0] < key:
            self._advance()
        if self._waiting is None or self._waiting[0] != key:
            return []
        return self._waiting[1]

    def _advance(self) -> None:
        group = next(self._groups, None)
        self._waiting = (group[0], list(group[1])) if group else None
