"""Waiting for a document: tries at growing distance until it is there, and the messages.

`pending -> ready`, by way of `failed` when it did not come out. A failed one is still tried.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.clock import from_instant, instant
from chalicelib.jobs.model import LOOK_SOON, TICK, clock_time
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Write


class DocumentState(StrEnum):
    """Where a document stands."""

    PENDING = "pending"
    """It is being made."""
    READY = "ready"
    """It can be fetched."""
    FAILED = "failed"
    """It did not come out. It is tried again until its time is over."""


DISTANCES = (
    LOOK_SOON,
    LOOK_SOON,
    *(timedelta(minutes=each) for each in (3, 15, 60, 6 * 60, 24 * 60)),
)
"""How long the clock leaves a document alone after each try; the last holds for all further ones.
The first are short, because a person waits; a document may be built twice side by side."""

PATIENCE = 3
"""Tries without a word (a function that was ended, a lost message) until we say that it failed: by
then the first one has run out of time (`lambda_timeout`)."""


@dataclass(frozen=True, slots=True)
class PendingDocument:
    """A document that is not there yet: how often it was tried, when the clock looks next."""

    state: DocumentState
    tries: int
    due: str

    def pursue(self, now: datetime) -> PendingDocument:
        """Return its state when the clock has it tried again."""
        state = DocumentState.FAILED if self.tries + 1 >= PATIENCE else self.state
        return replace(self._count_try(now), state=state)

    def fail(self, now: datetime) -> PendingDocument:
        """Return its state after a try that failed."""
        return replace(self._count_try(now), state=DocumentState.FAILED)

    def _count_try(self, now: datetime) -> PendingDocument:
        return PendingDocument(self.state, self.tries + 1, look_at(now, self.tries + 1))


def begin_waiting(now: datetime) -> PendingDocument:
    """Return the state of a document that somebody has just asked for."""
    return PendingDocument(DocumentState.PENDING, 0, look_at(now, 0))


def look_at(now: datetime, tries: int) -> str:
    """Return when the clock looks after a document that was tried so often."""
    return instant(now + DISTANCES[min(tries, len(DISTANCES) - 1)])


def describe_state(state: DocumentState, due: str, zone: str) -> str:
    """Describe the state of a document in plain words; the time is of this time zone."""
    if state == DocumentState.READY:
        return "Ready."
    if state == DocumentState.PENDING:
        return f"It is being made. That takes some seconds.{_resumes(due, zone)}"
    when = _format_time(due, zone)
    return (
        "It could not be made. This is our fault, not yours, and nothing is lost. "
        f"It is tried again by itself{when}; if it still fails then, tell your administrator."
    )


def _resumes(due: str, zone: str) -> str:
    if not due:
        return ""
    by = clock_time(instant(from_instant(due) + TICK), zone)
    return f" If it is interrupted, it continues by {by}."


def _format_time(due: str, zone: str) -> str:
    if not due:
        return ""
    from zoneinfo import ZoneInfo

    local = from_instant(due).astimezone(ZoneInfo(zone or "UTC"))
    return f" on {local:%B} {local.day} at {local:%H:%M} ({zone or 'UTC'})"


def due_entries(district: str, kind: str, reference: str, before: str, after: str) -> list[Write]:
    """Return the writes that move a due entry from one instant to another; nothing means none."""
    if before == after:
        return []
    writes: list[Write] = []
    if before:
        writes.append(Delete(keys.due(district, before, kind, reference)))
    if after:
        writes.append(Put(keys.due(district, after, kind, reference), {}))
    return writes
