"""Two distributions: one at once, one on schedule a minute or two ahead."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from plumb.client import Client
from plumb.tour.ledger import TourLedger

WHOLE_DISTRICT = {"whole_district": True}
AHEAD = timedelta(seconds=60)
"""How far ahead the scheduled one is at least; then the next full minute."""
LATEST_SECONDS = 300
ENDED = frozenset({"delivered", "canceled"})
UNDER_WAY = frozenset({"queued", "sending"})

Seen = Callable[[Mapping[str, Any]], None]


def give(client: Client, ledger: TourLedger) -> tuple[str, str]:
    """Distribute the first assessment now and the second on schedule; return both ids."""
    now = ledger.once("now", lambda key: _distribute(client, ledger["assessment-0"], {}, key))
    later = ledger.once(
        "scheduled", lambda key: _distribute(client, ledger["assessment-1"], soon(client), key)
    )
    return now, later


def soon(client: Client) -> dict[str, str]:
    """Return a start a minute or two from now, on the district's clock."""
    zone = ZoneInfo(client.get("/v1/district")["time_zone"])
    wanted = datetime.now(UTC) + AHEAD
    full = (wanted + timedelta(seconds=59)).replace(second=0, microsecond=0)
    local = full.astimezone(zone)
    return {
        "option": "schedule",
        "start_date": f"{local:%Y-%m-%d}",
        "start_time": f"{local:%H:%M}",
        "occurrence": "later" if local.fold else "earlier",
    }


def _distribute(client: Client, assessment: str, start: Mapping[str, str], key: str) -> str:
    body = {
        "assessment_id": assessment,
        "selection": WHOLE_DISTRICT,
        "start": start,
        "notify": True,
    }
    return str(client.post("/v1/distributions", body, key=key).body["id"])


def watch(client: Client, distribution: str, seen: Seen) -> Mapping[str, Any]:
    """Look at a distribution until it is delivered; `seen` gets every look at its schools.

    Raises `TimeoutError` when it is not, long after it should have been.
    """
    path, give_up = f"/v1/distributions/{distribution}", time.monotonic() + LATEST_SECONDS
    while True:
        state: Mapping[str, Any] = client.get(path)
        seen(state)
        if state["state"] in ENDED:
            return state
        if time.monotonic() > give_up:
            reason = f"Distribution {distribution} is still {state['state']}."
            raise TimeoutError(reason)
        client.pause(0.5)


def watch_mails(client: Client, distribution: str, seen: Seen) -> Mapping[str, int]:
    """Look at a distribution's emails until none is under way."""
    path, give_up = f"/v1/distributions/{distribution}/emails", time.monotonic() + LATEST_SECONDS
    while True:
        states: Mapping[str, int] = client.get(path)["counts"]
        seen(states)
        standing = {name for name, many in states.items() if many}
        if standing and not UNDER_WAY & standing:
            return states
        if time.monotonic() > give_up:
            reason = f"The emails of distribution {distribution} are not sent: {dict(states)}"
            raise TimeoutError(reason)
        client.pause(0.5)
