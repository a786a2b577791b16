"""A whole cloud: table, queues, files, mail and accounts on one clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from simulator.accounts import AccountPool, SimulatedAccounts
from simulator.clock import SimulatedClock
from simulator.files import SimulatedFiles
from simulator.footprints import Footprint
from simulator.identifiers import Identifiers
from simulator.queues import Queues
from simulator.ses import SimulatedSes
from simulator.store import INDEXES
from simulator.table import SimulatedTable

TABLE = "plumbline"
VISIBILITY: Mapping[str, int] = {"deliveries": 360, "mail": 360, "jobs": 1800, "reports": 720}
"""Seconds that a message of each queue stays with who received it."""

DEAD_LETTERS = (*VISIBILITY, "events")
"""Queues of dead letters: of each queue, and of what functions could not take."""


def dead_letters(url: str) -> dict[str, str]:
    """Return the addresses of the queues of dead letters, beside that of another queue."""
    beside = url.rsplit("/", 1)[0]
    return {name: f"{beside}/{name}-dead" for name in DEAD_LETTERS}


@dataclass
class SimulatedClients:
    """boto3's clients, or what stands where they stand."""

    dynamodb: Any
    sqs: Any
    s3: Any
    ses: Any
    cognito: Any


@dataclass
class SimulatedCloud:
    """The state that survives every crash. A `seed` decides chances, and the `fate` of mails."""

    clock: SimulatedClock = field(default_factory=SimulatedClock)
    seed: int | None = None
    fate: str | None = None

    def __post_init__(self) -> None:
        fate = self.fate
        self.table = SimulatedTable(TABLE, indexes=INDEXES, clock=self.clock)
        self.queues = Queues(self.clock, seed=self.seed)
        self.urls = {
            name: self.queues.create(name, visibility=timedelta(seconds=seconds))
            for name, seconds in VISIBILITY.items()
        }
        self.queues.create_dead("events-dead")
        self.ses = SimulatedSes(self.clock, seed=self.seed, fate=(lambda _: fate) if fate else None)
        self.files = SimulatedFiles(self.clock)
        self.pool = AccountPool(SimulatedAccounts())
        self.clients = SimulatedClients(self.table, self.queues, self.files, self.ses, self.pool)
        self.identifiers = Identifiers(self.clock)

    def take_over(self, other: SimulatedCloud) -> None:
        """Hold what the other holds. Each is for itself from now."""
        self.table.store = other.table.store.copy()
        self.table.transactions.done = dict(other.table.transactions.done)
        throttle = other.table.throttle
        self.table.throttle = throttle and throttle.copy(self.clock)
        self.queues.take_over(other.queues)
        self.ses.take_over(other.ses)
        self.files.objects = dict(other.files.objects)
        self.pool.accounts = other.pool.accounts.copy()
        self.identifiers.given = set(other.identifiers.given)

    def watch(self, footprint: Footprint | None) -> None:
        """Note from now on what is read and written."""
        self.table.store.watch = footprint
        for service in (self.queues, self.ses, self.files, self.pool):
            service.watch = footprint

    def fingerprint(self) -> int:
        """Return a number that clouds have in common which will go on in the same way.

        Names that the cloud itself gives (of messages, receipts, tokens) do not count.
        """
        parts = (self.table.store, self.queues, self.ses, self.files, self.pool.accounts)
        throttle = self.table.throttle
        known = (self.clock.now(), throttle and throttle.fingerprint())
        return hash((*known, *(part.fingerprint() for part in parts)))
