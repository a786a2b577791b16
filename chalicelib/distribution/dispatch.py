"""The work of the clock and the queue on distributions: start due ones, deliver, finish, notify.

Everything here may be called twice, late, out of order, and by several workers at once. An
undelivered distribution keeps its due entry, so the clock comes back to it after any loss.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any

from chalicelib.clock import Clock, day_in, from_instant, instant
from chalicelib.days import write_out
from chalicelib.errors import Unavailable
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import DueEntry
from chalicelib.jobs.queue import Queue, work_off
from chalicelib.mail.service import Mails
from chalicelib.observability import count
from chalicelib.storage.calls import Patience
from chalicelib.trackers.model import AssessmentSource, TrackerEntry

from .auto_delivery import build_opening_writes
from .delivery import Arrival, PageDelivery
from .delivery_email import AssessmentDelivered
from .model import Distribution, DistributionMove, DistributionState
from .notices import collect_people, list_delivered, recipients, together
from .outcome import Done, of_generation
from .plan import Target
from .process_requests import build_request_writes
from .repository import KIND, DistributionRepository, page_mark
from .rounds import count_change
from .walltime import due_instant, moment_at, moment_text, resolve_again

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
    from chalicelib.rosters.service import Rosters

    from .ports import RecalledDistributions, TrackerRows

PATIENCE = timedelta(seconds=30)
"""How long messages have before the clock sends them again."""

LAST_TRY = 4
"""The receive after which a tracker that cannot be reached is noted as failed: one before the
queue would put the message aside (`maxReceiveCount` 5)."""

HORIZON = timedelta(days=800)
"""Further ahead than anything can be scheduled."""


@cache
def _spare_what_is_loaded() -> None:
    """Have no collection look through what is loaded by now, which stays.

    Once a process: garbage that is frozen with it is never collected.
    """
    gc.freeze()


@dataclass(eq=False, repr=False)
class Dispatch(DueWork[Distribution]):
    """The machinery behind distributions.

    Recalls are asked when a tracker holds the assessment from another distribution.
    """

    _repository: DistributionRepository
    _queue: Queue
    _mails: Callable[[], Mails]
    _rosters: Callable[[], Rosters]
    _trackers: TrackerRows
    _recalls: RecalledDistributions
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _patience: Patience

    def __post_init__(self) -> None:
        """Spare what is loaded by now."""
        _spare_what_is_loaded()

    # -- sending work -------------------------------------------------------------------------

    def send_pages(self, made: Distribution, **again: bool) -> None:
        """Have every page that is not done yet delivered soon; `again` where it was sent before."""
        waiting = [p for p in range(made.plan.pages) if page_mark(p) not in made.settled]
        self._queue.offer(self._message(made, page=page, **again) for page in waiting)

    def _message(self, made: Distribution, **what: Any) -> dict[str, Any]:
        return {"distribution": made.id, "generation": made.plan.generation, **what}

    # -- the clock ----------------------------------------------------------------------------

    def find_due(self, entry: DueEntry) -> Distribution | None:
        return self._repository.get(self._district, entry.id)

    def look_after(self, _: DueEntry, found: Distribution) -> bool:
        """Do what is due of a distribution, however late it is."""
        if found.state == DistributionState.SCHEDULED:
            self._start(found)
        elif found.state == DistributionState.DELIVERING:
            self._pursue(found)
        else:
            self.send_notices(found)
        return False  # what there is to do goes over the queue of deliveries

    def soon(self, entry: DueEntry) -> None:
        """Have a distribution looked at the moment its time has come, not at the next tick."""
        wait = from_instant(entry.at) - self._clock.now()
        seconds = max(0, ceil(wait.total_seconds()))
        self._queue.send_later({"distribution": entry.id, "due": entry.at}, seconds)

    def begin(self) -> None:
        """Move every schedule whose wall time means another instant than when it was chosen.

        Called when a process begins: new time-zone rules come with a new deployment.
        """
        for entry in self._jobs().ahead(KIND, self._clock.now() + HORIZON):
            made = self._repository.get(self._district, entry.id)
            if made is None or made.state != DistributionState.SCHEDULED or made.due != entry.at:
                continue
            if instant(due_instant(made.timing.start)) != made.due:
                self._put_off(made)

    def _start(self, was: Distribution) -> None:
        now = self._clock.now()
        if due_instant(was.timing.start) > now:
            self._put_off(was)
            return
        started = was.model_copy(
            update={
                "state": was.after(DistributionMove.START),
                "started": instant(now),
                "version": was.version + 1,
            }
        )
        if self._repository.start(self._district, was, started):
            self.send_pages(started)

    def _put_off(self, was: Distribution) -> None:
        """Keep the wall time that was meant: time-zone rules have changed since it was chosen."""
        start = resolve_again(was.timing.start)
        timing = was.timing.model_copy(update={"start": start})
        update = {"timing": timing, "due": instant(start.utc), "version": was.version + 1}
        self._repository.put_off(self._district, was, was.model_copy(update=update))

    def _pursue(self, made: Distribution) -> None:
        """Send again what should have been done by now."""
        if made.complete:
            self._finish(made)
        elif self._clock.now() - from_instant(made.started) >= PATIENCE:
            count(delivery_pursued=1)
            self.send_pages(made, again=True)

    # -- the queue ----------------------------------------------------------------------------

    def handle_batch(self, event: dict[str, Any]) -> dict[str, Any]:
        """Carry every message of an SQS event out; answer with those that must come again."""
        return work_off(event, self.handle, "delivery")

    def handle(self, message: dict[str, Any]) -> None:
        """Carry a message out; the clock comes back to what a busy table has no time for."""
        try:
            self._carry_out(message)
        except Unavailable:
            if not self._patience.is_over:
                raise
            count(delivery_out_of_time=1)

    def _carry_out(self, message: dict[str, Any]) -> None:
        """Deliver a page, write the notices, or start what is due."""
        if "due" in message:
            self._on_time(message["distribution"], message["due"])
        elif message.get("notify"):
            self._notify(message["distribution"], message["generation"])
        else:
            self._deliver(message)

    def _on_time(self, name: str, at: str) -> None:
        """Start what the tick saw coming; if a clock is fast, the tick will do it."""
        made = self._repository.get(self._district, name)
        if made is None or made.due != at or made.state != DistributionState.SCHEDULED:
            return
        if from_instant(at) <= self._clock.now():
            self._start(made)

    def _deliver(self, message: dict[str, Any]) -> None:
        name, generation, page = message["distribution"], message["generation"], message["page"]
        made, targets = self._repository.page(self._district, name, generation, page)
        late = made is None or made.plan.generation != generation
        if made is None or late or made.state != DistributionState.DELIVERING or targets is None:
            return
        if page_mark(page) in made.settled:
            self._finish_if_complete(made)
            return
        tries = message.get("tries", 1)
        work = PageDelivery(
            self._repository,
            self._trackers,
            self._recalls,
            made,
            self._arrival(made),
            self._today(made),
            self._patience,
            last_try=tries >= LAST_TRY,
        )
        done: Done = {}
        if tries > 1 or "again" in message:
            done = self._repository.list_outcomes(self._district, name, generation, page)
        try:
            counts = work.run(page, targets, done)
            if counts is not None:
                self._settle(made, page, counts)
        except Unavailable:
            if work.got_on and self._patience.is_over:
                self._queue.offer([self._message(made, page=page, again=True)])
            raise

    def _today(self, made: Distribution) -> str:
        """Return which day it is where the distribution was made for."""
        return day_in(made.timing.start.zone, self._clock.now())

    def _arrival(self, made: Distribution) -> Arrival:
        entry = TrackerEntry(
            assessment=made.assessment,
            at=instant(self._clock.now()),
            source=AssessmentSource.DISTRICT,
            by=made.creator,
            title=made.title,
            distribution=made.id,
        )
        return Arrival.of(self._district, entry)

    def _settle(self, made: Distribution, page: int, found: tuple[int, int, int]) -> None:
        delivered, skipped, failed = found
        count(trackers_delivered=delivered, trackers_skipped=skipped, trackers_failed=failed)
        counts = count_change(made.rounds[-1].kind, found)
        if made.plan.pages == 1:
            self._finish(made, (page, counts))
            return
        after = self._repository.settle(self._district, made, page, counts)
        if after is not None:
            self._finish_if_complete(after)

    def _finish_if_complete(self, made: Distribution) -> None:
        if made.complete and made.state == DistributionState.DELIVERING:
            self._finish(made)

    def _finish(
        self, was: Distribution, last: tuple[int, tuple[int, int, int]] | None = None
    ) -> None:
        now = self._clock.now()
        done = was.model_copy(
            update={
                "state": was.after(DistributionMove.FINISH),
                "finished": instant(now),
                "version": was.version + 1,
                "due": instant(now + PATIENCE) if was.notify else "",
            }
        )
        first = len(was.rounds) == 1
        also = build_opening_writes(self._district, done, now) if first else []
        also += build_request_writes(self._district, done, now)
        if self._repository.finish(self._district, was, done, last, also) and done.notify:
            self.send_notices(done)

    def send_notices(self, made: Distribution) -> None:
        """Have people notified soon."""
        self._queue.offer([self._message(made, notify=True)])

    def mail_states(self, distribution: str) -> dict[str, int]:
        """Count a distribution's notices by state."""
        return self._mails().receipts(distribution)

    def mails_to(self, distribution: str, people: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return where the notices to these people stand, and why; who has none is left out."""
        return self._mails().standing(distribution, people)

    # -- telling people -----------------------------------------------------------------------

    def count_unwritten(self, made: Distribution) -> int:
        """Count the people to notify who have no notice yet."""
        found = self._repository.with_progress(self._district, made.id)
        done = found[1] if found else {}
        people = collect_people(self._list_recipients(made, done), self._today(made))
        return self._mails().count_unwritten(made.id, people)

    def _notify(self, name: str, generation: int) -> None:
        """Write one notice per person, then bring them on their way; all of it may be repeated."""
        found = self._repository.with_progress(self._district, name)
        if found is None:
            return
        made, done = found
        if (
            made.plan.generation != generation
            or made.state != DistributionState.DELIVERED
            or not made.due
        ):
            return
        if made.told < len(made.rounds):
            self._write_notices(made, done)
        if made.was_recalled:
            self._mails().release(made.id)
        self._repository.all_told(self._district, made)

    def _write_notices(self, made: Distribution, done: Done) -> None:
        finished, zone = from_instant(made.finished), made.timing.start.zone
        delivered_on, until = day_in(zone, finished), made.give_until
        facts = AssessmentDelivered(
            assessment=made.title,
            distributed_by=made.creator_name,
            delivered_at=moment_text(moment_at(finished, zone)),
            give_until=write_out(until) if until and until.isoformat() >= delivered_on else "",
            trackers=(),
        )
        schools = self._rosters().school_names(self._district)
        got_it = self._list_recipients(made, done)
        people = recipients(got_it, schools, self._today(made), delivered_on)
        for some in together(people):
            mails = ((each.person, facts.name_trackers(each.trackers)) for each in some)
            puts = self._mails().prepare(made.id, mails)
            self._repository.add_notices(puts)
            self._mails().enqueue(put.key for put in puts)

    def _list_recipients(self, made: Distribution, done: Done) -> Iterator[Target]:
        """Yield every tracker that got it in rounds without notices."""
        for each in made.rounds[made.told :]:
            known = of_generation(done, each.generation)
            pages = self._repository.pages(self._district, made, each.generation)
            for page, targets in enumerate(pages):
                yield from list_delivered(page, targets, known)
