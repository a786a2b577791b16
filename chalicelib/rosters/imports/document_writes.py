"""Changes of a roster's documents, packed into transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from chalicelib.rosters.repository import write_again
from chalicelib.storage.conditions import Delete, Put

if TYPE_CHECKING:
    from chalicelib.rosters.document_changes import KeptChange

BYTES = 3_000_000
"""Documents of a transaction, together; DynamoDB takes 4 MB."""


def fill_transactions(
    district: str, changes: Iterable[KeptChange], most: int
) -> Iterator[list[Put | Delete]]:
    """Yield the writes of changes, some at a time: at most so many, and not too many bytes."""
    chunk: list[Put | Delete] = []
    size = 0
    for change in changes:
        weight = len(change.item["doc"].encode()) if change.item else 0
        if chunk and (len(chunk) == most or size + weight > BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(write_again(district, change))
        size += weight
    if chunk:
        yield chunk
