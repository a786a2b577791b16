"""The answer of `plumb status`: where the local stack is, who may sign in, whether it is up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from plumb.local.places import LocalPlaces
from plumb.local.stack import StackAccess, require_stack


@dataclass(frozen=True)
class StackStatus:
    """The stack that was deployed last, and whether its cloud answers."""

    stack: StackAccess
    names: dict[str, str]
    """Sign-in names by what their people are."""
    up: bool

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "up": self.up,
            "console": self.stack.console,
            "api": f"{self.stack.url}/v1",
            "documentation": self.stack.docs,
            "outbox": self.stack.outbox,
            "sign_in_names": list(self.names.values()),
            "password": self.stack.password,
        }

    def lines(self) -> Iterator[Text]:
        """Yield a line for each address and name; addresses stay in one piece."""
        body = self.as_dict()
        rows = [
            ("State", "up" if self.up else "stopped: `make run` starts it again"),
            ("Console", body["console"]),
            *self.names.items(),
            ("Password", f"{self.stack.password} (everybody's, on this machine)"),
            ("Mail outbox", body["outbox"]),
            ("API", body["api"]),
            ("Documentation", body["documentation"]),
            ("A token", f".venv/bin/plumb token {next(iter(self.names.values()))}"),
        ]
        for name, value in rows:
            yield Text.assemble((f"{name:<16}", "bold"), value)


def read_status(places: LocalPlaces) -> StackStatus:
    """Look at the local stack. Raises `Unclear` when there is none."""
    stack = require_stack(places)
    return StackStatus(stack, _names(places), stack.answers())


def _names(places: LocalPlaces) -> dict[str, str]:
    """Name those that sign in: the demonstration's people, once it was loaded."""
    from plumb.demo.district import make
    from plumb.local.stack import ADMIN
    from plumb.tour.ledger import TourLedger
    from plumb.tour.load import cast

    if not TourLedger(places.folder / "tour.json").done("people"):
        return {"Operator": ADMIN}
    named = cast(make()).list_by_role()
    return {**{name: person.username for name, person in named.items()}, "Operator": ADMIN}
