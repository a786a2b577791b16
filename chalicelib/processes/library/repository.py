"""Where the library's entries are kept: one partition, by when the processes were locked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chalicelib.compression import compress, decompress
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put
from chalicelib.storage.keys import join
from chalicelib.storage.table import Repository

from .model import LibraryEntry

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

Position = tuple[str, str]
"""When a process was locked, and its id."""


class LibraryRepository(Repository):
    """The entries of a district's library."""

    def newest_first(self, district: str, behind: Position | None) -> Iterator[LibraryEntry]:
        """Yield the entries behind a position, the newest first; 1 MB a call, as far as is read."""
        pk = keys.library_entry(district, "", "").pk
        after = join(*behind) if behind else None
        for page in self._table.pages(pk, after=after, forward=False, consistent=False):
            yield from map(_read, page)


def entry_put(district: str, entry: LibraryEntry) -> Put:
    """Return the write of an entry, once."""
    item = {"doc": entry.model_dump_json(), "words": compress(entry.words, bare=False)}
    return Put(keys.library_entry(district, entry.locked, entry.id), item, MUST_NOT_EXIST)


def _read(item: Item) -> LibraryEntry:
    entry = LibraryEntry.model_validate_json(item["doc"])
    return entry.model_copy(update={"words": decompress(item["words"], bare=False)})
