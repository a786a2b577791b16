"""The two clouds that a world can stand on: moto's, and the simulator's.

Both offer boto3's clients, begin empty, and can be kept and put back.
`tests/api/test_two_clouds.py` holds them against each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from chalicelib.settings import Settings
from simulator.clock import SimulatedClock
from simulator.cloud import SimulatedClients

BUCKET = "plumbline-files"
SENDER = "plumbline@district.example.org"
NOON = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
"""When most tests take place: a Monday noon in Chicago."""


Stack = Callable[[SimulatedClients, dict[str, str], str], Settings]
"""Make a stack of its clients, its queues' URLs by name, and its user pool's id."""


class StandingClock(SimulatedClock):
    """A clock that moves when a test says so, back too."""

    def __init__(self, start: datetime = NOON) -> None:
        super().__init__(start)

    def set(self, now: datetime) -> None:
        self._now = now

    def forward(self, **by: float) -> None:
        self.advance(**by)


@dataclass(frozen=True)
class SentMail:
    """A mail that went out."""

    recipients: frozenset[str]
    raw: bytes


class WorldCloud(Protocol):
    """The parts of a cloud that a world needs."""

    clients: SimulatedClients
    clock: StandingClock
    keeps_scenes: bool

    def deploy(self, make: Stack) -> Settings:
        """Be empty but for what `make` makes, which it makes once per process."""

    def is_as_deployed(self) -> bool:
        """Return whether the table holds what a deployment leaves, and no more."""

    def keep(self, beside: Any = None, **named: Any) -> Any:
        """Keep everything, and what stands beside it, for `put_back` into a cloud of this kind."""

    def put_back(self, kept: Any, **named: Any) -> Any:
        """Hold what was kept; return a copy of what stood beside it, but for what is `named`."""

    def list_delayed(self, queue: str) -> list[tuple[int, dict[str, Any]]]:
        """Return each message as `receive_message` does, and the seconds that it waits for."""

    def items(self) -> list[dict[str, Any]]:
        """Read every item of the table, raw."""

    def mails(self) -> list[SentMail]:
        """Return what went out."""

    def mark_account(self, username: str, status: str) -> None:
        """Have the user pool say this of an account."""
