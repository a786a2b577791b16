"""`plumb run` and `plumb demo`: the demonstration from nothing to proof."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from rich.console import Console

from plumb.client import Client
from plumb.demo.unit import NAME
from plumb.local.places import LocalPlaces
from plumb.local.session import LocalSession, session
from plumb.local.stack import ADMIN
from plumb.tour import screen, side_by_side
from plumb.tour.cycle import Cycle
from plumb.tour.finish import Finished, Finisher
from plumb.tour.give import give, watch, watch_mails
from plumb.tour.ledger import TourLedger
from plumb.tour.load import Cast, Loader
from plumb.tour.proof import Proof, wait_for_proof
from plumb.tour.results import enter


class Show:
    """One showing; steps shown before are not done again."""

    def __init__(self, console: Console, folder: Path, *, as_json: bool = False) -> None:
        """Show on this console; with `as_json` the outcome goes to standard output as JSON."""
        self._console = console
        self._places = LocalPlaces(folder)
        self._as_json = as_json

    def run(self) -> None:
        """Load, distribute, and stay up until Ctrl-C."""
        with session(self._places, self._tell) as up:
            loader, client, ids = self._begin(up)
            now, scheduled = ids
            self._show_receipts(client, now)
            self._show_results(loader)
            self._show_process(up, loader, client)
            self._print_where(up, loader.cast)
            with suppress(KeyboardInterrupt):  # stopping what is up is no failure
                self._console.print("Everything is up. Ctrl-C stops it; `make run` finds it again.")
                self._show_receipts(client, scheduled)
                threading.Event().wait()

    def run_empty(self) -> None:
        """Deploy, load nothing, and stay up until Ctrl-C."""
        with session(self._places, self._tell) as up:
            self._print_where(up, None)
            with suppress(KeyboardInterrupt):
                self._console.print("An empty district is up. Ctrl-C stops it.")
                threading.Event().wait()

    def demo(self) -> Proof:
        """Load, distribute, wait for both deliveries, and prove them."""
        with session(self._places, self._tell) as up:
            loader, client, ids = self._begin(up)
            self._show_receipts(client, ids[0])
            self._show_results(loader)
            ended = self._show_process(up, loader, client)  # the schedule's minute goes by
            self._show_receipts(client, ids[1])
            for distribution in ids:
                watch_mails(client, distribution, lambda _: None)
            self._show_district_results(client, ids[0])
            address = {person.id: person.email for person in loader.district.people}
            proof = wait_for_proof(client, ids, address, up.outbox)
            self._console.print(ended.sentence(), soft_wrap=True, highlight=False)
            return proof

    def _begin(self, up: LocalSession) -> tuple[Loader, Client, tuple[str, str]]:
        ledger = TourLedger(self._places.folder / "tour.json")
        with screen.bars(self._console) as bars:
            loader = Loader(up.stack, ledger, bars)
            client = loader.load()
        return loader, client, give(client, ledger)

    def _show_receipts(self, client: Client, distribution: str) -> Mapping[str, Any]:
        with screen.receipts_of(self._console) as seen:
            return watch(client, distribution, seen)

    def _show_results(self, loader: Loader) -> None:
        teachers = [loader.client(teacher.username) for teacher in loader.cast.teachers]
        for one in enter(teachers, loader.ledger):
            self._console.print(screen.grid(one.grid()))

    def _show_process(self, up: LocalSession, loader: Loader, admin: Client) -> Finished:
        """Run a Mastery Process from the team's first day to the administrators' report."""
        members, ledger = loader.team(), loader.ledger
        set_id = ledger["sets"]["Mathematics 3"]
        with screen.bars(self._console) as bars:
            worked = Cycle(admin, members, set_id, ledger, bars).work()
        leader, member = members[0].client, members[-1].client
        self._console.print(side_by_side.conflict(worked.conflict))
        self._show_comparison(leader, worked.process)
        finisher = Finisher(worked.process, leader, member, admin, ledger)
        ended = finisher.finish(self._places.folder / "demo", up.outbox)
        for line in side_by_side.list_what_is_left(ended, up.stack.outbox, self._places.outbox):
            self._console.print(line, soft_wrap=True)
        return ended

    def _show_comparison(self, client: Client, process: str) -> None:
        path = f"/v1/processes/{process}"
        compared, growth = client.get(f"{path}/comparison"), client.get(f"{path}/growth")
        self._console.print(side_by_side.comparison(compared, growth, NAME))

    def _show_district_results(self, client: Client, distribution: str) -> None:
        results = client.get(f"/v1/distributions/{distribution}/results")
        self._console.print(screen.district(results))

    def _print_where(self, up: LocalSession, cast: Cast | None) -> None:
        for line in screen.up(up.stack, cast):
            self._console.print(line, soft_wrap=True)
        if self._as_json:
            names = [ADMIN, *(cast.everybody() if cast else ())]
            where = {
                "console": up.stack.console,
                "api": f"{up.stack.url}/v1",
                "documentation": up.stack.docs,
                "outbox": up.stack.outbox,
                "sign_in_names": names,
                "password": up.stack.password,
            }
            print(json.dumps(where), flush=True)  # noqa: T201 - for the program that asked

    def _tell(self, what: str) -> None:
        self._console.print(what, style="dim")
