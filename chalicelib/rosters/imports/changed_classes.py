"""The classes that an import changes, for those who keep copies of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chalicelib.rosters.model import Offering, RosterClassRow, RosterDocumentKind

if TYPE_CHECKING:
    from chalicelib.rosters.document_changes import KeptChange
    from chalicelib.rosters.store import RosterStore


class ChangedOfferings(Mapping[str, Offering]):
    """Classes by id whose dates, teachers or counts are others now. They wait in the store."""

    def __init__(self, store: RosterStore, changes: Iterable[KeptChange]) -> None:
        """Find them among the changes, and beside them all classes in which anything is another."""
        self._store = store
        self.classes: set[str] = set()
        store.run("CREATE TABLE offered (id TEXT PRIMARY KEY, doc TEXT) WITHOUT ROWID")
        store.fill("INSERT OR REPLACE INTO offered VALUES (?,?)", self._find(changes))

    def _find(self, changes: Iterable[KeptChange]) -> Iterator[tuple[str, str]]:
        for each in changes:
            if each.item and each.kind == RosterDocumentKind.CLASS:
                self.classes.add(each.id)
            if each.item and each.kind == RosterDocumentKind.OFFERED:
                yield each.id, each.item["doc"]

    def __getitem__(self, school_class: str) -> Offering:
        """Read one. Raises `KeyError`."""
        for (doc,) in self._store.rows("SELECT doc FROM offered WHERE id = ?", (school_class,)):
            return RosterClassRow.model_validate_json(doc)
        raise KeyError(school_class)

    def __iter__(self) -> Iterator[str]:
        """Name them."""
        return (id_ for (id_,) in self._store.rows("SELECT id FROM offered"))

    def __len__(self) -> int:
        """Count them."""
        return self._store.count("offered")
