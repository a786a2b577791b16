"""From two states to the changes between their documents, and the file that keeps these changes."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import blake2b
from io import BufferedWriter
from itertools import islice
from pathlib import Path

from .document_changes import (
    SEPARATOR,
    TURNS,
    DocumentChange,
    DocumentEntry,
    KeptChange,
    serialize_document,
)
from .documents import FORM, entries
from .model import RosterDocumentKind
from .reach import note_reach
from .store import RosterStore


def is_slight(store: RosterStore, form: int) -> bool:
    """Return whether the difference reaches a quarter of the people and classes at most.

    `form` is that of the old state's documents.
    """
    if form != FORM:
        return False
    note_reach(store)
    reached, there = (
        sum(store.count(f"{which}_{table}") for table in tables)
        for which, tables in (("reached", ("people", "classes")), ("new", ("users", "classes")))
    )
    return reached * 4 <= there


def changes(store: RosterStore, form: int = FORM) -> Iterator[DocumentChange]:
    """Yield what makes the old state's documents the new one's, in any order.

    Documents that the difference between the records does not reach are not made. `form` is that
    of the old state's documents: where it is not the present one, every document is written.
    """
    note_reach(store)
    store.run("DELETE FROM document")
    store.fill(
        "INSERT OR IGNORE INTO document VALUES (?,?,?)",
        ((e.kind, e.name, fingerprint(e)) for e in entries(store, "old", reached=True)),
    )
    first = not store.count("document")
    for entry in entries(store, "new", reached=form == FORM and not first):
        if first or not _was_alike(store, entry) or form != FORM:
            yield DocumentChange(entry.kind, entry.id, entry.owner, entry)
    for kind, name in store.rows("SELECT kind, id FROM document ORDER BY kind, id"):
        owner, _, id_ = name.rpartition(SEPARATOR)
        yield DocumentChange(RosterDocumentKind(kind), id_, owner, None)


def fingerprint(entry: DocumentEntry) -> bytes:
    """Return 16 bytes that differ when the document does."""
    return blake2b(serialize_document(entry.model).encode(), digest_size=16).digest()


def _was_alike(store: RosterStore, entry: DocumentEntry) -> bool:
    """Return whether the old state had just this; cross it off the list of what goes."""
    which = (entry.kind, entry.name)
    known = next(store.rows("SELECT hash FROM document WHERE kind = ? AND id = ?", which), None)
    if known is None:
        return False
    store.run("DELETE FROM document WHERE kind = ? AND id = ?", which)
    return bool(known[0] == fingerprint(entry))


# -- their file -----------------------------------------------------------------------------------


def write_changes(path: Path, found: Iterable[KeptChange]) -> int:
    """Write changes, a line for each, in the order of their turns; return how many there are.

    Each turn is written to a part of its own: memory stays flat.
    """
    count = 0
    parts = [path.with_name(f"{path.name}.{turn}") for turn in range(2 * len(TURNS) + 1)]
    with ExitStack() as stack:
        files = [
            stack.enter_context(BufferedWriter(gzip.GzipFile(part, "wb", 1, mtime=0)))
            for part in parts
        ]
        for kept in found:
            files[kept.turn].write(f"{json.dumps(kept, ensure_ascii=False)}\n".encode())
            count += 1
    with path.open("wb") as target:
        for part in parts:
            with part.open("rb") as source:
                shutil.copyfileobj(source, target)
            part.unlink()
    return count


def read_changes(path: Path, done: int = 0) -> Iterator[KeptChange]:
    """Read changes from a file, behind those that are done. A later release may add to a line."""
    with gzip.open(path, "rb") as lines:
        for line in islice(lines, done, None):
            kind, id_, owner, item, *_ = json.loads(line)
            yield KeptChange(kind, id_, owner, item)
