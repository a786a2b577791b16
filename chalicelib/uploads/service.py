"""Notice to a domain that a file it waits for has arrived.

A file is uploaded to `uploads/<kind>/<reference>.<ending>`. The bucket deletes the files under
`uploads/` after two weeks, so a domain keeps the accepted content in another place.

A waiting upload keeps its due entry from half a minute after its form was given. Every tick
therefore looks for the file. For half a minute, an arrived file is left to the receiver that got
the event. After that it counts as lost, and the clock has it looked at again. Each wait is twice
as long as the one before, so that a slow look that still runs is not repeated forever.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from chalicelib.clock import from_instant, instant
from chalicelib.jobs.model import LOOK_SOON
from chalicelib.observability import count

from .model import AWAITED

if TYPE_CHECKING:
    from chalicelib.storage.files import Files

    from .ports import Receivers

PREFIX = "uploads"


class Uploads:
    """The kinds of files that are waited for, as each domain declares them to `wiring`."""

    def __init__(self, receivers: Receivers) -> None:
        """Have each kind looked at by its receiver."""
        self._receivers = receivers

    def handle_event(self, event: dict[str, Any]) -> None:
        """Take an S3 "Object Created" event. Files of no known kind are counted and left alone."""
        kind, reference = split(unquote_plus(event["detail"]["object"]["key"]))
        known = self._receivers.get(kind)
        if known is None:
            count(uploads_of_no_kind=1)
            return
        known().receive_file(reference)


def split(key: str) -> tuple[str, str]:
    """Take an upload's key apart; two empty texts for any other key.

    >>> split("uploads/standards-import/01J.json"), split("reports/01J")
    (('standards-import', '01J'), ('', ''))
    """
    prefix, _, rest = key.partition("/")
    kind, _, name = rest.partition("/")
    reference = name.partition(".")[0]
    return (kind, reference) if prefix == PREFIX and kind and reference else ("", "")


class Look(Enum):
    """The ways in which the clock handles a waiting upload."""

    WAIT = auto()
    """Leave it and its due entry as they are: the next tick looks again."""
    GIVE_UP = auto()
    """No file came in time."""
    GO_ON = auto()
    """Its file is there, and nobody has settled it."""


@dataclass(frozen=True, slots=True)
class WatchResult:
    """The clock's decision, and when it looks again if the work goes on."""

    look: Look
    later: str = ""


def first_look(at: datetime) -> str:
    """Return the time of the clock's first look at a file whose form was given at this moment."""
    return instant(at + LOOK_SOON)


def watch(files: Files, file: str, asked_at: str, now: datetime) -> WatchResult:
    """Look for a file whose form was given at `asked_at`: one call."""
    arrived = files.read_arrival(file)
    if arrived is None:
        over = from_instant(asked_at) + AWAITED <= now
        return WatchResult(Look.GIVE_UP if over else Look.WAIT)
    age = now - arrived
    if timedelta(0) <= age < LOOK_SOON:
        return WatchResult(Look.WAIT)
    return WatchResult(Look.GO_ON, instant(now + max(age, LOOK_SOON)))
