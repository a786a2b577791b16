"""The delivery of a page of a plan: chunk by chunk, each one transaction, each tracker once.

One conditional update of a tracker's own item delivers to it: its `fit` must be the matched one,
and the assessment must not be there. This checks matching at the moment of delivery, without a
read. A tracker whose condition fails comes back with the failure in its present state, and is
matched again. It is then tried with its new fit or left out with the reason. An assessment that a
tracker's people had taken out is there unseen. The delivery takes its place, which brings it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chalicelib.distribution import refusals
from chalicelib.errors import Unavailable
from chalicelib.observability import complain
from chalicelib.rosters.model import is_over
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.calls import Patience
from chalicelib.storage.conditions import (
    Pattern,
    Patterned,
    Update,
    attribute_is,
    attribute_missing,
    fewer_than,
)
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import ConditionFailed, Failure, Unstorable
from chalicelib.trackers.model import MOST_ASSESSMENTS, TrackerEntry

from . import outcome
from .matching import MismatchReason, mismatch
from .model import Distribution
from .outcome import DeliveryOutcome, Done, Exceptional
from .plan import Target, chunks
from .ports import RecalledDistributions, TrackerRows
from .repository import DistributionRepository

_BROUGHT_BACK = Exceptional(MismatchReason.BROUGHT_BACK)


@dataclass(frozen=True, slots=True)
class Arrival:
    """The data written into every tracker: the assessment's source, the time, the person."""

    district: str
    assessment: str
    pattern: Pattern
    """It is not there yet, there is room, and the tracker still fits as it did."""
    entry: TrackerEntry

    @classmethod
    def of(cls, district: str, entry: TrackerEntry) -> Arrival:
        """Prepare what all trackers share, once."""
        path = f"assessments.{entry.assessment}"
        welcome = attribute_missing(path) & fewer_than("assessments", MOST_ASSESSMENTS)
        condition = attribute_is("fit", "") & welcome
        anywhere = Update(
            keys.tracker(district, ""), {path: entry.serialize()}, condition=condition
        )
        return cls(district, entry.assessment, Pattern(anywhere, ":is_fit"), entry)

    def into(self, target: Target, taken_out: TrackerEntry | None = None) -> Patterned | Update:
        """Return the write that delivers into one tracker, in the place of what was `taken_out`."""
        key = keys.tracker(self.district, target.id)
        if taken_out is None:
            return self.pattern.of(key, target.fit)
        path = f"assessments.{self.assessment}"
        unchanged = attribute_is("fit", target.fit) & attribute_is(path, taken_out.serialize())
        return Update(key, {path: self.entry.serialize()}, condition=unchanged)


class PageDelivery:
    """Delivers one page; a new one for each."""

    def __init__(
        self,
        repository: DistributionRepository,
        trackers: TrackerRows,
        recalls: RecalledDistributions,
        distribution: Distribution,
        arrival: Arrival,
        today: str,
        patience: Patience,
        *,
        last_try: bool,
    ) -> None:
        """With `last_try`, what cannot be reached is noted as failed instead of coming again."""
        self.got_on = False
        """Whether it delivered any chunk so far."""
        self._patience = patience
        self._today = today
        self._repository = repository
        self._trackers = trackers
        self._recalled = cache(lambda other: recalls.find_recalled(arrival.district, [other]))
        self._distribution = distribution
        self._arrival = arrival
        self._last_try = last_try

    def run(
        self, number: int, targets: Sequence[Target], done: Done
    ) -> tuple[int, int, int] | None:
        """Deliver every chunk that is not done yet; give the page's delivered, skipped, failed.

        None where another worker is at this page: that one goes on. Raises `Unavailable` where the
        table is too busy for the rest; that says nothing about any tracker.
        """
        totals = []
        for chunk, some in chunks(targets):
            name = outcome.chunk_name(number, chunk)
            result = done.get(name) or self._chunk(name, some)
            if result is None:
                return None
            totals.append(result.totals)
        return outcome.add_counts(totals)

    def _chunk(self, name: str, targets: Sequence[Target]) -> DeliveryOutcome | None:
        self._patience.check()
        try:
            result = self._attempt(name, targets)
        except Unavailable:
            raise
        except Exception:  # whatever it is: noted as failed it can be retried, and holds nothing up
            if not self._last_try:
                raise
            complain("chunk", name)
            result = self._give_up(name, targets)
        self.got_on |= result is not None
        return result

    def _attempt(self, name: str, targets: Sequence[Target]) -> DeliveryOutcome | None:
        """Try until every tracker is delivered to or has a reason why not; None if another did."""
        waiting = {target.id: self._mark_doubtful(target) for target in targets}
        exceptions: dict[str, Exceptional] = {}
        taken_out: dict[str, TrackerEntry] = {}

        def attempt() -> DeliveryOutcome | None:
            order = list(waiting.values())
            writes = [self._arrival.into(target, taken_out.get(target.id)) for target in order]
            back = dict.fromkeys(taken_out.keys() & waiting.keys(), _BROUGHT_BACK)
            result = outcome.of(targets, exceptions | back)
            try:
                self._repository.deliver(writes, self._marker(name), result)
            except ConditionFailed as failed:
                if _already(failed, len(order)):
                    return None
                for failure in failed.failures:
                    target = order[failure.index]
                    taken_out.pop(target.id, None)
                    if hidden := self._find_taken_out(failure.old):
                        taken_out[target.id] = hidden
                    self._judge(target, failure, waiting, exceptions)
                raise Overtaken from failed
            except Unstorable as refused:
                target = order[refused.index]
                exceptions[target.id] = Exceptional(MismatchReason.UNSTORABLE)
                del waiting[target.id]
                raise Overtaken from refused
            return result

        return retry(attempt, refusals.TRACKERS_BUSY)

    def _mark_doubtful(self, target: Target) -> Target:
        """Check a tracker whose class should be over by today before it gets anything."""
        return target.replace_fit("") if is_over(target.ends, self._today) else target

    def _judge(
        self,
        target: Target,
        failure: Failure,
        waiting: dict[str, Target],
        exceptions: dict[str, Exceptional],
    ) -> None:
        """Match a tracker again, as it is now."""
        verdict = self._verdict(failure.old)
        if verdict is None:
            fit = failure.old["fit"] if failure.old else ""
            waiting[target.id] = target.replace_fit(fit)
        else:
            exceptions[target.id] = verdict
            del waiting[target.id]

    def _verdict(self, tracker: Item | None) -> Exceptional | None:
        if tracker is None:
            return Exceptional(MismatchReason.GONE)
        hidden = self._find_taken_out(tracker)
        if self._arrival.assessment in tracker["assessments"] and not hidden:
            return Exceptional(self._why_there(tracker["assessments"]))
        if len(tracker["assessments"]) >= MOST_ASSESSMENTS and not hidden:
            return Exceptional(MismatchReason.FULL)
        why = mismatch(self._trackers.row_of(tracker, self._today), self._distribution.want)
        return Exceptional(why.reason, f"{why.missing:x}" if why.missing else "") if why else None

    def _find_taken_out(self, tracker: Item | None) -> TrackerEntry | None:
        """Return the assessment as a tracker's people took it out; none where they did not."""
        held = tracker and tracker["assessments"].get(self._arrival.assessment)
        entry = TrackerEntry.read(self._arrival.assessment, held) if held else None
        return entry if entry and entry.taken_out else None

    def _why_there(self, held: Item) -> MismatchReason:
        """Separate the assessments of the tracker from those that a recall hides."""
        other = TrackerEntry.read(
            self._arrival.assessment, held[self._arrival.assessment]
        ).distribution
        hidden = bool(other) and other in self._recalled(other)
        return MismatchReason.RECALLED_THERE if hidden else MismatchReason.ALREADY_THERE

    def _give_up(self, name: str, targets: Sequence[Target]) -> DeliveryOutcome:
        """Note a chunk as failed, unless a lost answer hid that it was delivered after all."""
        result = outcome.of(
            targets, {t.id: Exceptional(MismatchReason.UNREACHABLE) for t in targets}
        )
        try:
            self._repository.deliver([], self._marker(name), result)
        except ConditionFailed as failed:
            return _already(failed, 0) or result
        return result

    def _marker(self, name: str) -> keys.Key:
        made = self._distribution
        return keys.distribution_done(self._arrival.district, made.id, made.plan.generation, name)


def _already(failed: ConditionFailed, marker: int) -> DeliveryOutcome | None:
    """Return the earlier outcome of this chunk, if there is one."""
    for failure in failed.failures:
        if failure.index == marker and failure.old is not None:
            return outcome.read(failure.old["doc"])
    return None
