"""What is said of long work while it runs, and how it is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Caller
from chalicelib.errors import NotFound, not_found
from chalicelib.storage.keys import Key

if TYPE_CHECKING:
    from .queue import Queue

LOOK_AGAIN = timedelta(minutes=6)
"""How long the clock leaves work alone that a job function may just be doing: one runs for at most
five minutes (`lambda_timeout`)."""


class State(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    """For a person's decision or for its time; `message` says which."""
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """A view of long work, asked of the service that owns it; nothing of it is stored.

    `counts` are whole numbers by name (`done`, `total`, ...), `links` paths by name.
    """

    kind: str
    reference: str
    state: State
    percent: int
    message: str
    counts: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The job's name: `<kind>.<id of the thing>`."""
        return job_id(self.kind, self.reference)


def job_id(kind: str, reference: str) -> str:
    """Name a job.

    >>> job_id("tracker-batch", "01J")
    'tracker-batch.01J'
    """
    return f"{kind}.{reference}"


def split(name: str) -> tuple[str, str]:
    """Take a job's name apart. Raises `NotFound` for what is none.

    >>> split("tracker-batch.01J")
    ('tracker-batch', '01J')
    """
    kind, dot, reference = name.partition(".")
    if not (kind and dot and reference):
        raise no_such_job()
    return kind, reference


def percent(done: int, total: int) -> int:
    """Say how much is done, in whole percent; a hundred only when all is.

    >>> percent(199, 200), percent(0, 0)
    (99, 100)
    """
    return done * 100 // total if total else 100


def no_such_job() -> NotFound:
    """Say that there is no such job."""
    return not_found("job")


@dataclass(frozen=True, slots=True)
class DueEntry:
    """Something that must happen at or after `at`; whoever settles it removes or moves `key`."""

    key: Key
    at: str
    kind: str
    id: str


Message = dict[str, Any]
"""A message of the jobs queue: `kind`, `id`, and what the kind needs besides."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of long work is looked at, carried on, and begun when its time has come."""

    name: str
    progress: Callable[[str, str], Job] | None = None
    """(district, id) -> Job; raises `NotFound`. For district admins."""
    own: Callable[[Caller, str], Job] | None = None
    """In place of `progress`, where others look at their own; raises `NotFound`."""
    run: Callable[[Message], None] | None = None
    """Carries on with a message; must bear the same message twice."""
    due: Callable[[DueEntry], None] | None = None
    """Does what is due, and removes or moves the entry in its own transaction."""
    soon: Callable[[DueEntry], None] | None = None
    """Gets ready for what is due before the next tick, to be punctual; may be called repeatedly."""
    begin: Callable[[], None] | None = None
    """Called at the first tick of a process."""
    queue: Queue | None = None
    """Of the function that carries it on, where that is not the one for jobs."""
