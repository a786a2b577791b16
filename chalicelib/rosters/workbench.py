"""Room to work on one import: an empty store and a folder, gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .store import RosterStore


@contextmanager
def workbench() -> Iterator[tuple[RosterStore, Path]]:
    """Return an empty store and a folder beside it; both go away."""
    from .store import open_store

    with tempfile.TemporaryDirectory(prefix="import-") as folder, open_store() as store:
        yield store, Path(folder)
