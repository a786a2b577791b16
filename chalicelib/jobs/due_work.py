"""Long work that the clock looks after, so that a lost message or a lost worker costs a minute.

The code that makes work necessary writes a due entry in the same transaction, and offers a message.
The work's subject says when it is due (`due`), and every step that changes this moves the entry in
its own transaction. So an entry at another instant stands for nothing, and may be removed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from .model import DueEntry
    from .service import Jobs


class Awaited(Protocol):
    """The subject of work: it says when the clock looks at it, "" when there is nothing to do."""

    @property
    def due(self) -> str:
        """The instant of its due entry."""


S = TypeVar("S", bound=Awaited)


class DueWork(ABC, Generic[S]):
    """One kind of work behind due entries; `run` of the same kind does it."""

    _jobs: Callable[[], Jobs]
    """Where work is offered and entries are forgotten."""

    def due(self, entry: DueEntry) -> None:
        """Continue work that should have gone on by now; remove an entry without work."""
        found = self.find_due(entry)
        if found is None or found.due != entry.at:
            self._jobs().forget(entry)
        elif self.look_after(entry, found):
            self._jobs().offer(entry.kind, entry.id)

    @abstractmethod
    def find_due(self, entry: DueEntry) -> S | None:
        """Read an entry's subject; None if it is not there any more."""

    @abstractmethod
    def look_after(self, entry: DueEntry, found: S) -> bool:
        """Move the entry to its next instant, or do the work that is due.

        Return whether to call `run`: not where somebody else was faster, there is nothing left, or
        it is done already.
        """
