"""Reads what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from chalicelib.clock import instant
from chalicelib.storage import keys
from chalicelib.storage.keys import Key
from chalicelib.storage.table import Table

from .model import DueEntry


class DueRepository:
    """One partition of everything that must happen at or after a time."""

    def __init__(self, table: Table) -> None:
        """Use this table."""
        self._table = table

    def entries(self, district: str, now: datetime) -> Iterator[DueEntry]:
        """Give what is due at `now`, the longest due first, however late it is."""
        pk = keys.due(district, "", "", "").pk
        until = keys.due_until(instant(now))
        for page in self._table.pages(pk, between=("0", until), attributes=("pk", "sk")):
            for item in page:
                at, kind, reference = keys.parts(item["sk"])
                yield DueEntry(Key(item["pk"], item["sk"]), at, kind, reference)
