"""Long work of every kind through one door: look at it, carry it on, begin what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.observability import complain, count

from .model import DueEntry, Job, Kind, Message, no_such_job, split
from .queue import Queue, work_off

if TYPE_CHECKING:
    from .repository import DueRepository


class Jobs:
    """The kinds of long work, registered by `wiring.py`."""

    def __init__(self, repository: DueRepository, queue: Queue, district: str) -> None:
        """Carry work on over this queue."""
        self._repository = repository
        self._queue = queue
        self._district = district
        self._kinds: dict[str, Kind] = {}

    def register(
        self,
        kind: str,
        *,
        progress: Callable[[str, str], Job] | None = None,
        run: Callable[[Message], None] | None = None,
        due: Callable[[DueEntry], None] | None = None,
    ) -> None:
        """Say how a kind is looked at, carried on and begun when due (see `Kind`)."""
        self._kinds[kind] = Kind(kind, progress, run, due)

    def read(self, district: str, name: str) -> Job:
        """Say how far a job is. Raises `NotFound`."""
        kind, reference = split(name)
        known = self._kinds.get(kind)
        if known is None or known.progress is None:
            raise no_such_job()
        return known.progress(district, reference)

    def enqueue(self, kind: str, reference: str, **extra: Any) -> None:
        """Have `run` called for this soon.

        The fast path only: whoever calls this has a due entry that does the same when the message
        is lost.
        """
        self._queue.send({"kind": kind, "id": reference, **extra})

    def offer(self, kind: str, reference: str, **extra: Any) -> bool:
        """Do as `enqueue`, but only tell whether it went: the due entry does it otherwise."""
        return self._queue.offer([{"kind": kind, "id": reference, **extra}])

    def run(self, message: Message) -> None:
        """Carry on with one message. Raises `LookupError` for a kind that nobody runs."""
        known = self._kinds.get(message["kind"])
        if known is None or known.run is None:
            msg = f"nobody runs {message['kind']!r}"
            raise LookupError(msg)
        known.run(message)

    def run_batch(self, event: dict[str, Any]) -> dict[str, Any]:
        """Carry on with every message of an SQS event; answer with those that must come again."""
        return work_off(event, self.run, "job")

    def tick(self, now: datetime) -> int:
        """Do what is due, late or not; give how many entries were. One that fails stops no other.

        What failed keeps its entry and is tried again a minute later.
        """
        entries = list(self._repository.entries(self._district, now))
        failed = sum(not self._settled(entry) for entry in entries)
        if failed:
            count(due_failed=failed)
        return len(entries)

    def due(self, entry: DueEntry) -> None:
        """Do what one entry is about. Raises `LookupError` for a kind that nobody takes."""
        known = self._kinds.get(entry.kind)
        if known is None or known.due is None:
            msg = f"nothing is ever due for {entry.kind!r}"
            raise LookupError(msg)
        known.due(entry)

    def _settled(self, entry: DueEntry) -> bool:
        try:
            self.due(entry)
        except Exception:  # noqa: BLE001 - logged; the other entries must not wait for this one
            complain(f"due {entry.kind}", entry.id)
            return False
        return True
