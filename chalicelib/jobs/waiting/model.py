"""Work that waits for the clock: how it stands, and whether it can be tried at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from chalicelib.clock import from_instant
from chalicelib.ids import find_moment
from chalicelib.jobs.model import DueEntry, is_late, job_id

SOON = timedelta(minutes=10)
"""How far ahead the clock's entries of work under way are. It is a little more than the longest
time for which a worker is left alone."""

KNOWN_BY_TIME = frozenset(
    {"correction", "item-import", "roster-import", "standards-import", "tracker-batch", "printout"}
)
"""Kinds of work that get an id when somebody asks for them, which says when that was."""


class WaitingState(StrEnum):
    """How work that waits stands."""

    LATE = "late"
    """Its time has passed, and it has not gone on."""
    UNDER_WAY = "under_way"
    """It is being done, or begins within minutes."""
    LATER = "later"
    """It waits for its time."""


class ThingPath(StrEnum):
    """Where the things of work are, below `/v1`."""

    CORRECTION = "corrections"
    DISTRIBUTION = "distributions"
    ITEM_IMPORT = "item-imports"
    PROCESS = "processes"
    ROSTER_IMPORT = "roster-imports"
    STANDARDS_IMPORT = "standards-imports"
    TRACKER_BATCH = "tracker-batches"


_PATHS: Mapping[str, ThingPath] = MappingProxyType(
    {
        "correction": ThingPath.CORRECTION,
        "distribution": ThingPath.DISTRIBUTION,
        "item-import": ThingPath.ITEM_IMPORT,
        "process-lock": ThingPath.PROCESS,
        "process-opening": ThingPath.DISTRIBUTION,
        "process-report": ThingPath.PROCESS,
        "roster-import": ThingPath.ROSTER_IMPORT,
        "standards-import": ThingPath.STANDARDS_IMPORT,
        "tracker-batch": ThingPath.TRACKER_BATCH,
    }
)
_OF_A_TEST = ("-pre-", "-post-")


def find_thing(kind: str, reference: str) -> str:
    """Return the address of what work is about; nothing where it has none.

    >>> find_thing("roster-import", "01J")
    '/v1/roster-imports/01J'
    >>> find_thing("reminder", "01K-pre-2026-10-01"), find_thing("sheets", "every")
    ('/v1/processes/01K', '')
    """
    path = _PATHS.get(kind)
    if kind == "reminder":
        of_test = any(test in reference for test in _OF_A_TEST)
        path = ThingPath.PROCESS if of_test else ThingPath.DISTRIBUTION
        reference = reference.partition("-")[0]
    return f"/v1/{path}/{reference}" if path else ""


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """A due entry, how it stands, and what can be done."""

    entry: DueEntry
    state: WaitingState
    can_be_tried: bool
    is_read: bool
    """Whether one may look how far it is, as a job."""

    @property
    def id(self) -> str:
        """The job's name."""
        return job_id(self.entry.kind, self.entry.id)

    @property
    def asked(self) -> datetime | None:
        """When somebody asked for it, where its id says so."""
        return find_moment(self.entry.id) if self.entry.kind in KNOWN_BY_TIME else None


def find_state(entry: DueEntry, now: datetime) -> WaitingState:
    """Return how work stands."""
    if is_late(entry, now):
        return WaitingState.LATE
    soon = from_instant(entry.at) <= now + SOON
    return WaitingState.UNDER_WAY if soon else WaitingState.LATER
