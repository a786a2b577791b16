"""The progress of long work while it runs, and its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from chalicelib.clock import from_instant, instant
from chalicelib.jobs import refusals
from chalicelib.storage.keys import Key

TICK = timedelta(minutes=1)
"""From one look of the clock to the next."""

LOOK_SOON = timedelta(seconds=30)
"""How long the clock leaves work alone for which a person waits. Such work may be done twice, side
by side. With a tick that is 90 seconds: the longest that a lost worker costs."""

LOOK_AGAIN = timedelta(minutes=6)
"""How long the clock leaves work alone that a job function may just be doing: one runs for at most
five minutes (`lambda_timeout`)."""


LATE_AFTER = timedelta(minutes=30)
"""How long after its time work is late: a file is waited for, for up to 20 minutes at the same
entry."""

PUNCTUAL: Mapping[str, timedelta] = MappingProxyType({"distribution": timedelta(minutes=5)})
"""The same of kinds that are late sooner: the clock looks every minute."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    """It waits for a worker."""
    RUNNING = "running"
    """A worker is at it."""
    WAITING = "waiting"
    """It waits for a person's decision or for its time; `message` says which."""
    DONE = "done"
    """It has ended well."""
    FAILED = "failed"
    """It has ended without its purpose; `message` says why."""
    CANCELED = "canceled"
    """Somebody canceled it."""


@dataclass(frozen=True, slots=True)
class Job:
    """A view of long work, asked of the service that owns it; nothing of it is stored.

    `counts` are whole numbers by name (`done`, `total`, ...), `links` paths by name.
    """

    kind: str
    reference: str
    state: JobState
    percent: int
    message: str
    counts: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    due: str = ""
    """When the clock looks after it, while it is under way; empty when nothing stands behind."""
    resumes_at: str | None = None
    """The time by which it continues if its worker is lost; filled in when it is read."""

    @property
    def is_under_way(self) -> bool:
        """Return whether it runs automatically now: then it is worth looking again soon."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    def for_reader(self, now: datetime, zone: str) -> Job:
        """Get the time by which it continues if its worker is lost, in the reader's time zone."""
        if not self.due:
            return self
        at = resume_by(self.due, now)
        words = _RESUMES.get(self.state)
        text = f" {words.format(clock_time(at, zone))}" if words else ""
        return replace(self, resumes_at=at, message=self.message + text)

    @property
    def id(self) -> str:
        """The job's name: `<kind>.<id of the thing>`."""
        return job_id(self.kind, self.reference)


_RESUMES = {
    JobState.QUEUED: "If it does not start, Plumbline starts it again by {}.",
    JobState.RUNNING: "If it is interrupted, it continues by {}.",
    JobState.WAITING: "An uploaded file is checked by {}.",
}


def resume_by(due: str, now: datetime) -> str:
    """Return by when the clock has work go on that is due then: a tick later, or at the next one.

    >>> from datetime import UTC
    >>> resume_by("2026-09-14T17:00:30.000Z", datetime(2026, 9, 14, 17, tzinfo=UTC))
    '2026-09-14T17:01:30.000Z'
    """
    return instant(max(from_instant(due), now) + TICK)


def clock_time(at: str, zone: str) -> str:
    """Write an instant as the district's clock shows it, the minute after if it is within one.

    >>> clock_time("2026-09-14T17:01:30.000Z", "America/Chicago")
    '12:02 PM (America/Chicago)'
    """
    from zoneinfo import ZoneInfo

    rounded = from_instant(at) + timedelta(seconds=59, milliseconds=999)
    local = rounded.astimezone(ZoneInfo(zone or "UTC"))
    half = "AM" if local.hour < NOON else "PM"
    return f"{local.hour % NOON or NOON}:{local:%M} {half} ({zone or 'UTC'})"


NOON = 12


def job_id(kind: str, reference: str) -> str:
    """Name a job.

    >>> job_id("tracker-batch", "01J")
    'tracker-batch.01J'
    """
    return f"{kind}.{reference}"


def split(name: str) -> tuple[str, str]:
    """Split a job's name. Raises `NotFound` for a text that is none.

    >>> split("tracker-batch.01J")
    ('tracker-batch', '01J')
    """
    kind, dot, reference = name.partition(".")
    if not (kind and dot and reference):
        raise refusals.JOB_NOT_FOUND()
    return kind, reference


def percent(done: int, total: int) -> int:
    """Return how much is done, in whole percent; a hundred only when all is.

    >>> percent(199, 200), percent(0, 0)
    (99, 100)
    """
    return done * 100 // total if total else 100


@dataclass(frozen=True, slots=True)
class DueEntry:
    """Work due at or after `at`; its worker removes or moves `key`."""

    key: Key
    at: str
    kind: str
    id: str

    @property
    def due(self) -> str:
        """When it is due: an entry may be all that there is of some work."""
        return self.at


def is_late(entry: DueEntry, now: datetime) -> bool:
    """Return whether it is long past its time."""
    return entry.at <= instant(now - PUNCTUAL.get(entry.kind, LATE_AFTER))


Message = dict[str, Any]
"""A message of the jobs queue: `kind`, `id`, and further fields of the kind."""
