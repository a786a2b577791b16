"""Long work of every kind through one door: look at it, continue it, begin due work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from chalicelib.clock import Clock, instant
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.observability import complain

from .model import DueEntry, Job, Message, split
from .queue import Queue, work_off

if TYPE_CHECKING:
    from chalicelib.acts import Caller

    from .ports import JobKind
    from .repository import DueRepository

LOOK_AHEAD = timedelta(seconds=75)
"""A little more than from one tick to the next."""


class Jobs:
    """The kinds of long work, as each domain declares them to `wiring`."""

    def __init__(
        self,
        repository: DueRepository,
        queue: Queue,
        district: str,
        clock: Clock,
        kinds: Iterable[JobKind],
    ) -> None:
        """Continue work over this queue. The parts of a kind are made only when it has work."""
        self._clock = clock
        self._repository = repository
        self._queue = queue
        self._district = district
        self._kinds = {kind.name: kind for kind in kinds}
        self._begun = False

    def read(self, caller: Caller, name: str) -> Job:
        """Return a job's progress, and the time by which it continues.

        To district admins, and of some kinds to whose it is. Raises `NotFound`.
        """
        return self._progress(caller, name).for_reader(self._clock.now(), caller.zone)

    def _progress(self, caller: Caller, name: str) -> Job:
        kind, reference = split(name)
        known = self._kinds.get(kind)
        if known is not None and known.own is not None:
            return known.own().progress(caller, reference)
        if known is None or known.progress is None or not caller.is_district_admin:
            raise JOB_NOT_FOUND()
        return known.progress().progress(caller.district, reference)

    def offer(self, kind: str, reference: str) -> bool:
        """Have `run` called for this soon; tell whether the queue took it.

        The fast path only: callers have a due entry that does the same when the message is lost.
        """
        return self._queue_of(kind).offer([{"kind": kind, "id": reference}])

    def offer_later(self, kind: str, reference: str, wait: timedelta) -> None:
        """Have `run` called for this when so long has passed (at most 15 minutes).

        For `soon`, to be punctual: the due entry behind it does the same when the message is lost.
        """
        seconds = max(0, ceil(wait.total_seconds()))
        self._queue_of(kind).send_later({"kind": kind, "id": reference}, seconds)

    def run(self, message: Message) -> None:
        """Carry on with one message. Raises `LookupError` for a kind that nobody runs."""
        known = self._kinds.get(message["kind"])
        if known is None or known.work is None:
            msg = f"nobody runs {message['kind']!r}"
            raise LookupError(msg)
        known.work().run(message)

    def run_batch(self, event: dict[str, Any]) -> dict[str, Any]:
        """Carry on with every message of an SQS event; answer with those that must come again."""
        return work_off(event, self.run, "job")

    def tick(self, now: datetime) -> int:
        """Do due work, late or not; return how many entries were due. A failed one stops no other.

        Failed work keeps its entry and is tried again a minute later. Work that will be due before
        the next tick is prepared.
        """
        self._begin()
        entries = list(self._repository.entries(self._district, now + LOOK_AHEAD))
        due = [entry for entry in entries if entry.at <= instant(now)]
        for entry in due:
            self._settle(entry, self.due)
        for entry in entries[len(due) :]:
            self._settle(entry, self._soon)
        return len(due)

    def due(self, entry: DueEntry) -> None:
        """Do what one entry is about. Raises `LookupError` for a kind that nobody takes."""
        known = self._kinds.get(entry.kind)
        runner = (known.due or known.work) if known else None
        if runner is None:
            msg = f"nothing is ever due for {entry.kind!r}"
            raise LookupError(msg)
        runner().due(entry)

    def forget(self, entry: DueEntry) -> None:
        """Remove a due entry that has no work any more."""
        self._repository.forget(entry)

    def ahead(self, kind: str, until: datetime) -> Iterator[DueEntry]:
        """Return the due entries of a kind up to a moment."""
        every = self._repository.entries(self._district, until)
        return (entry for entry in every if entry.kind == kind)

    def waiting(self, until: datetime) -> Iterator[DueEntry]:
        """Return all entries that are due up to a moment, the longest due first: a Query per MB."""
        return self._repository.entries(self._district, until)

    def may_hurry(self, kind: str, *, is_due: bool) -> bool:
        """Return whether a message has work of a kind go on, before its time or only after it.

        Runners are idempotent and can run late; makers of documents at any time, too.
        """
        known = self._kinds.get(kind)
        if known is None:
            return False
        return known.queue is not None or (is_due and known.work is not None)

    def hurry(self, entry: DueEntry) -> bool:
        """Have work go on at once; tell whether the queue took it. Its entry stays where it is."""
        return self.offer(entry.kind, entry.id)

    def is_read(self, kind: str) -> bool:
        """Return whether every administrator may look how far work of a kind is."""
        known = self._kinds.get(kind)
        return known is not None and known.progress is not None

    def _queue_of(self, kind: str) -> Queue:
        known = self._kinds.get(kind)
        return (known and known.queue) or self._queue

    def _begin(self) -> None:
        """Let every kind begin, once; what fails is tried again at the next tick."""
        if self._begun:
            return
        try:
            for kind in self._kinds.values():
                if kind.begin is not None:
                    kind.begin().begin()
        except Exception:  # noqa: BLE001 - logged; what is due must not wait for it
            complain("begin", self._district)
        else:
            self._begun = True

    def _soon(self, entry: DueEntry) -> None:
        known = self._kinds.get(entry.kind)
        if known is not None and known.soon is not None:
            known.soon().soon(entry)

    def _settle(self, entry: DueEntry, settle: Callable[[DueEntry], None]) -> None:
        try:
            settle(entry)
        except Exception:  # noqa: BLE001 - logged; the other entries must not wait for this one
            complain(f"due {entry.kind}", entry.id)
