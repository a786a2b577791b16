"""Receipts: what became of every tracker of a distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.paging import Page

from .matching import SENTENCES
from .model import Counts, Distribution
from .outcome import (
    Done,
    Exceptional,
    added,
    chunk_name,
    exceptions_of,
    failed_in,
    generation_of,
    of_generation,
)
from .plan import CHUNK, Target


class Status(StrEnum):
    """What became of one tracker."""

    PENDING = "pending"
    DELIVERED = "delivered"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One tracker's line; `reason` and `explanation` are empty unless skipped or failed."""

    tracker: str
    title: str
    school: str
    owner: str
    status: Status
    reason: str = ""
    explanation: str = ""
    missing: str = ""
    """The standards it lacked, as bits in hexadecimal."""
    class_id: str = ""
    """Of a distribution saved before classes were kept: empty."""


@dataclass(frozen=True, slots=True)
class SchoolProgress:
    """How far a school is."""

    school: str
    total: int
    delivered: int
    skipped: int
    failed: int

    @property
    def pending(self) -> int:
        """Trackers not yet decided."""
        return self.total - self.delivered - self.skipped - self.failed


@dataclass(frozen=True, slots=True)
class Filter:
    """Which receipts are asked for; empty means all."""

    school: str = ""
    status: str = ""

    def admits(self, receipt: Receipt) -> bool:
        """Tell whether a receipt is one of them."""
        right_school = not self.school or receipt.school == self.school
        return right_school and (not self.status or receipt.status == self.status)


def by_school(made: Distribution, done: Done) -> list[SchoolProgress]:
    """Sum the markers up per school. A retry's trackers failed before: those count once."""
    sums = dict.fromkeys(made.schools, (0, 0, 0))
    for name, result in done.items():
        current = generation_of(name) == made.plan.generation
        for school, (delivered, skipped, failed) in result.schools.items():
            counted = (delivered, skipped, failed if current else 0)
            sums[school] = added([sums.get(school, (0, 0, 0)), counted])
    return [SchoolProgress(s, made.schools.get(s, 0), *sums[s]) for s in sorted(sums)]


def counted(made: Distribution, done: Done) -> Counts:
    """Sum the markers up for the whole district."""
    d, s, f = added((p.delivered, p.skipped, p.failed) for p in by_school(made, done))
    return Counts(delivered=d, skipped=s, failed=f)


class Reader:
    """Reads receipts page by page of the first plan, looking up what later retries made of them."""

    def __init__(
        self,
        made: Distribution,
        done: Done,
        targets: Callable[[int], Sequence[Target]],
    ) -> None:
        """`targets` reads a page of the plan that was delivered first."""
        self._first_time_done = of_generation(done, made.plan.first)
        self._targets = targets
        self._retried = _retried(made, done)

    def page(self, wanted: Filter, limit: int, after: tuple[int, int]) -> Page[Receipt]:
        """Give up to `limit` receipts behind a position (page and place within it)."""
        shown: list[Receipt] = []
        last = after
        for position, receipt in self._from(after):
            if not wanted.admits(receipt):
                continue
            if len(shown) == limit:
                return Page(shown, last)
            shown.append(receipt)
            last = position
        return Page(shown)

    def _from(self, after: tuple[int, int]) -> Iterator[tuple[tuple[int, int], Receipt]]:
        number, place = after
        while targets := self._targets(number):
            for n, target in enumerate(targets):
                if n > place:
                    yield (number, n), self._receipt(target, number, n)
            number, place = number + 1, -1

    def _receipt(self, target: Target, page: int, place: int) -> Receipt:
        again = self._retried.get(target.id)
        status, exception = again or self._first_time(target, page, place)
        return Receipt(
            tracker=target.id,
            title=target.title,
            school=target.school,
            owner=target.owner,
            status=status,
            reason=exception.reason.value if exception else "",
            explanation=SENTENCES[exception.reason] if exception else "",
            missing=exception.missing if exception else "",
            class_id=target.class_id,
        )

    def _first_time(
        self, target: Target, page: int, place: int
    ) -> tuple[Status, Exceptional | None]:
        result = self._first_time_done.get(chunk_name(page, place // CHUNK))
        if result is None:
            return Status.PENDING, None
        return _status(result.exceptions.get(target.id))


def _retried(made: Distribution, done: Done) -> dict[str, tuple[Status, Exceptional | None]]:
    """Give what retries made of the trackers that failed; what is not decided yet is pending."""
    first = made.plan.first
    failed = failed_in(done, first)
    states: dict[str, tuple[Status, Exceptional | None]] = {}
    for generation in range(first + 1, made.plan.generation + 1):
        finished = generation < made.plan.generation or made.complete
        exceptions = exceptions_of(done, generation)
        for tracker in failed:
            known = tracker in exceptions or finished
            states[tracker] = _status(exceptions.get(tracker)) if known else (Status.PENDING, None)
        failed = failed_in(done, generation)
    return states


def _status(exception: Exceptional | None) -> tuple[Status, Exceptional | None]:
    if exception is None:
        return Status.DELIVERED, None
    return (Status.FAILED if exception.failed else Status.SKIPPED), exception
