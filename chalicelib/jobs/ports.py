"""The questions of jobs to the domains whose work they continue; wiring names who does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chalicelib.acts import Caller

    from .model import DueEntry, Job, Message
    from .queue import Queue


class ProgressForAdmins(Protocol):
    """Knows how far work is, for district administrators."""

    def progress(self, district: str, reference: str, /) -> Job:
        """Return how far it is. Raises `NotFound`."""


class ProgressForOwners(Protocol):
    """Knows how far work is, also for others whose it is."""

    def progress(self, caller: Caller, reference: str, /) -> Job:
        """Return how far it is. Raises `NotFound`."""


class DueRunner(Protocol):
    """Looks after work when its time has come."""

    def due(self, entry: DueEntry, /) -> None:
        """Do the due work, and remove or move the entry in its own transaction."""


class JobWorker(DueRunner, Protocol):
    """Carries work on, and looks after it when its time has come."""

    def run(self, message: Message, /) -> None:
        """Carry on with a message. May be called twice, late and side by side."""


class PunctualRunner(Protocol):
    """Looks after work at the very second."""

    def soon(self, entry: DueEntry, /) -> None:
        """Prepare work that is due before the next tick; may be called repeatedly."""


class Starter(Protocol):
    """Has something to do when a process begins."""

    def begin(self) -> None:
        """Do it; called at the first tick of a process."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """The parts that show one kind of long work, continue it, and begin it when its time comes."""

    name: str
    progress: Callable[[], ProgressForAdmins] | None = None
    own: Callable[[], ProgressForOwners] | None = None
    """In place of `progress`, where others look at their own."""
    work: Callable[[], JobWorker] | None = None
    due: Callable[[], DueRunner] | None = None
    """In place of `work`, where no message carries it on."""
    soon: Callable[[], PunctualRunner] | None = None
    begin: Callable[[], Starter] | None = None
    queue: Queue | None = None
    """Of the function that carries it on, where that is not the one for jobs."""
