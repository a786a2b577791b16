"""The people who ask: a district admin, a data team's leader, a teacher of the team, and nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plumb.client import Client
from plumb.local.session import LocalSession
from plumb.tour.cycle import Cycle
from plumb.tour.finish import Finisher
from plumb.tour.give import give, watch
from plumb.tour.ledger import TourLedger
from plumb.tour.load import Loader
from plumb.tour.results import enter

TEAM = 3


@dataclass(frozen=True)
class Asker:
    """Somebody, how they sign in, and how much they ask."""

    name: str
    client: Client
    phases: str
    examples: int
    """Made-up requests of each operation, and those at the edges of what is allowed."""


def load(up: LocalSession, folder: Path) -> Iterator[Asker]:
    """Fill the district with something of everything; return who asks, the mightiest last.

    Each signs in when they are asked for: a token lasts an hour.
    """
    ledger = TourLedger(folder / "tour.json")
    loader = Loader(up.stack, ledger, lambda *_: None)
    admin = loader.load()
    now, _ = give(admin, ledger)
    watch(admin, now, lambda _: None)
    enter([loader.client(teacher.username) for teacher in loader.cast.teachers], ledger)
    members = loader.team()[:TEAM]
    cycle = Cycle(admin, members, ledger["sets"]["Mathematics 3"], ledger, lambda *_: None)
    worked = cycle.work()
    leader, member = members[0], members[-1]
    Finisher(worked.process, leader.client, member.client, admin, ledger).finish(folder, up.outbox)

    def sign_in(username: str) -> Client:
        return Client(up.stack.numeric_url, loader.client(username).token)

    yield Asker("nobody", Client(up.stack.numeric_url), "examples,fuzzing", 4)
    yield Asker("teacher", sign_in(member.person.username), "examples,fuzzing", 10)
    yield Asker("leader", sign_in(leader.person.username), "examples,fuzzing", 15)
    yield Asker("admin", sign_in(loader.cast.admin.username), "examples,coverage,fuzzing", 5)
