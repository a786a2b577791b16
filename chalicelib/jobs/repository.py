"""Reads of due entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from chalicelib.clock import instant
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete
from chalicelib.storage.keys import Key
from chalicelib.storage.table import Repository

from .model import DueEntry


class DueRepository(Repository):
    """One partition of everything that must happen at or after a time."""

    def forget(self, entry: DueEntry) -> None:
        """Remove an entry that has no work any more."""
        self._table.commit([Delete(entry.key)])

    def entries(self, district: str, until: datetime) -> Iterator[DueEntry]:
        """Yield entries that are due up to a moment, the longest due first, however late."""
        pk = keys.due(district, "", "", "").pk
        range_ = ("0", keys.due_until(instant(until)))
        for page in self._table.pages(pk, between=range_, attributes=("pk", "sk")):
            for item in page:
                at, kind, reference = keys.parts(item["sk"])
                yield DueEntry(Key(item["pk"], item["sk"]), at, kind, reference)
