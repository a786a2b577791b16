"""The simulator's cloud, in which nothing fails: five times as quick as moto's."""

from __future__ import annotations

from typing import Any, ClassVar

from chalicelib.settings import Settings
from simulator import cloud
from tests.support.clouds import SentMail, Stack, StandingClock
from tests.support.snapshots import Beside


class FaultlessCloud:
    """A cloud whose time is the test's."""

    keeps_scenes = True
    _deployed: ClassVar[list[tuple[cloud.SimulatedCloud, Settings]]] = []

    def __init__(self) -> None:
        self.clock = StandingClock()
        self.simulated = cloud.SimulatedCloud(self.clock)
        self.clients = self.simulated.clients

    def deploy(self, make: Stack) -> Settings:
        if not self._deployed:
            fresh = cloud.SimulatedCloud()
            self._deployed.append((fresh, make(fresh.clients, fresh.urls, "us-east-1_staff")))
        empty, settings = self._deployed[0]
        self.simulated.take_over(empty)
        return settings

    def is_as_deployed(self) -> bool:
        empty, _ = self._deployed[0]
        return self.simulated.table.store.fingerprint() == empty.table.store.fingerprint()

    def keep(self, beside: Any = None, **named: Any) -> Any:
        kept = cloud.SimulatedCloud()
        kept.take_over(self.simulated)
        return kept, Beside.of(beside, **named)

    def put_back(self, kept: Any, **named: Any) -> Any:
        then, beside = kept
        self.simulated.take_over(then)
        return beside.read(**named)

    def list_delayed(self, queue: str) -> list[tuple[int, dict[str, Any]]]:
        return [
            (round((each.visible - each.sent).total_seconds()), each.describe())
            for each in self.simulated.queues.queues[queue].messages.values()
        ]

    def items(self) -> list[dict[str, Any]]:
        return self.simulated.table.items()

    def mails(self) -> list[SentMail]:
        return [SentMail(frozenset(each.recipients), each.raw) for each in self.simulated.ses.sent]

    def mark_account(self, username: str, status: str) -> None:
        self.simulated.pool.accounts.known[username.lower()].status = status
