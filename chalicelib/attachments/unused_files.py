"""Files whose attachment is gone: they go a little later, unless another attachment has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import DueEntry

from .model import place_of

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.files import Files

    from .repository import AttachmentRepository


@dataclass(eq=False, repr=False)
class UnusedFiles(DueWork[DueEntry]):
    """Removes files that no attachment refers to."""

    _repository: AttachmentRepository
    _files: Files
    _jobs: Callable[[], Jobs]
    _district: str

    def find_due(self, entry: DueEntry) -> DueEntry | None:
        """Return the entry, unless an attachment refers to the file."""
        return None if self._repository.uses(self._district, entry.id) else entry

    def look_after(self, entry: DueEntry, _: DueEntry) -> bool:
        """Remove the file, and the entry last."""
        self._files.remove(place_of(entry.id))
        self._repository.forget(self._district, entry.id)
        self._jobs().forget(entry)
        return False
