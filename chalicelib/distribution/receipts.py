"""Receipts: what became of every tracker of a distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.paging import Page

from .matching import SENTENCES
from .model import Counts, Distribution, DistributionState
from .outcome import (
    DeliveryOutcome,
    Done,
    Exceptional,
    add_counts,
    chunk_name,
    generation_of,
    of_generation,
)
from .plan import CHUNK, Target
from .rounds import BRINGS, Round, RoundKind, count_change, still_failed


class ReceiptStatus(StrEnum):
    """The outcome for one tracker."""

    PENDING = "pending"
    DELIVERED = "delivered"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELED = "canceled"
    """The distribution was canceled before it started."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One tracker's line; `reason` and `explanation` are empty where it was simply delivered."""

    tracker: str
    title: str
    school: str
    owner: str
    status: ReceiptStatus
    reason: str = ""
    explanation: str = ""
    missing: str = ""
    """The standards it lacked, as bits in hexadecimal."""
    recalled: bool = False
    """It holds the assessment and does not show it."""
    class_id: str = ""
    """Of a distribution saved before classes were kept: empty."""


@dataclass(frozen=True, slots=True)
class MailedReceipt:
    """A tracker's line, and where the email to its owner stands.

    `email` is a state of mails and why, as words; None where there is no email, or none yet.
    """

    receipt: Receipt
    email: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class SchoolProgress:
    """How far a school is."""

    school: str
    total: int
    delivered: int
    skipped: int
    failed: int
    is_cancelled: bool = False

    @property
    def pending(self) -> int:
        """Trackers not yet decided; none of a canceled distribution."""
        return 0 if self.is_cancelled else self._undecided

    @property
    def cancelled(self) -> int:
        """Trackers that do not get it because the distribution was canceled."""
        return self._undecided if self.is_cancelled else 0

    @property
    def _undecided(self) -> int:
        return self.total - self.delivered - self.skipped - self.failed


@dataclass(frozen=True, slots=True)
class ReceiptFilter:
    """Which receipts are asked for; empty means all."""

    school: str = ""
    status: str = ""
    schools: frozenset[str] | None = None
    """Of these schools alone, for their administrators."""

    def admits(self, receipt: Receipt) -> bool:
        """Return whether a receipt is one of them."""
        right_school = self.school in ("", receipt.school)
        theirs = self.schools is None or receipt.school in self.schools
        return right_school and theirs and (not self.status or receipt.status == self.status)


def by_school(made: Distribution, done: Done) -> list[SchoolProgress]:
    """Sum the markers up per school, every tracker once, in however many rounds it was."""
    kinds = {each.generation: each.kind for each in made.rounds}
    standing = {each.generation for each in still_failed(made.rounds)}
    sums = dict.fromkeys(made.schools, (0, 0, 0))
    for name, result in done.items():
        generation = generation_of(name)
        for school, totals in result.schools.items():
            own = count_change(kinds[generation], totals, stands=generation in standing)
            sums[school] = add_counts([sums.get(school, (0, 0, 0)), own])
    over = made.state == DistributionState.CANCELLED
    return [
        SchoolProgress(s, made.schools.get(s, 0), *sums[s], is_cancelled=over) for s in sorted(sums)
    ]


def count_outcomes(made: Distribution, done: Done) -> Counts:
    """Sum the markers up for the whole district."""
    d, s, f = add_counts((p.delivered, p.skipped, p.failed) for p in by_school(made, done))
    return Counts(delivered=d, skipped=s, failed=f)


Verdict = tuple[ReceiptStatus, Exceptional | None]

Position = tuple[int, int, int]
"""Which of the rounds that bring trackers in, which page of its plan, which place there."""

_START: Position = (0, 0, -1)
_PENDING: Verdict = (ReceiptStatus.PENDING, None)


class ReceiptReader:
    """Reads receipts in the order of the plans that brought trackers in, as they stand now."""

    def __init__(
        self,
        made: Distribution,
        done: Done,
        pages: Callable[[int, int], Iterable[Sequence[Target]]],
    ) -> None:
        """`pages` reads the plan of a generation from a page on."""
        self._done = done
        self._pages = pages
        self._bringing = [each for each in made.rounds if each.kind in BRINGS]
        self._recalled = made.state == DistributionState.RECALLED
        self._undecided = (
            ReceiptStatus.CANCELED
            if made.state == DistributionState.CANCELLED
            else ReceiptStatus.PENDING
        )
        self._later = self._read_later_verdicts(made)

    def page(self, wanted: ReceiptFilter, limit: int, after: Sequence[int] | None) -> Page[Receipt]:
        """Return at most `limit` receipts behind a position."""
        shown: list[Receipt] = []
        last = position(after)
        for here, receipt in self._from(last):
            if not wanted.admits(receipt):
                continue
            if len(shown) == limit:
                return Page(shown, last)
            shown.append(receipt)
            last = here
        return Page(shown)

    def _from(self, after: Position) -> Iterator[tuple[Position, Receipt]]:
        for number, each in enumerate(self._bringing):
            if number < after[0]:
                continue
            start = after[1] if number == after[0] else 0
            for page, place, target, verdict in self._of_round(each, start):
                if (number, page, place) > after:
                    yield (number, page, place), self._receipt(target, verdict)

    def _of_round(self, each: Round, start: int = 0) -> Iterator[tuple[int, int, Target, Verdict]]:
        """Yield every tracker of a round from a page on, with its outcome in that round."""
        own = of_generation(self._done, each.generation)
        for page, targets in enumerate(self._pages(each.generation, start), start):
            for place, target in enumerate(targets):
                result = own.get(chunk_name(page, place // CHUNK))
                yield page, place, target, _verdict(result, target)

    def _read_later_verdicts(self, made: Distribution) -> dict[str, Verdict]:
        """Return the outcomes of rounds that try trackers again; for each tracker the last counts.

        A skipped tracker stays skipped until it is decided again.
        A failed one is pending until then.
        """
        return {
            target.id: verdict
            for each in made.rounds
            if each.kind not in BRINGS
            for _, _, target, verdict in self._of_round(each)
            if each.kind == RoundKind.RETRY or verdict != _PENDING
        }

    def _receipt(self, target: Target, verdict: Verdict) -> Receipt:
        status, exception = self._later.get(target.id, verdict)
        status = self._undecided if status == ReceiptStatus.PENDING else status
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
            recalled=self._recalled and status == ReceiptStatus.DELIVERED,
        )


def position(after: Sequence[int] | None) -> Position:
    """Read where a page begins; a cursor of before there were additions has no round."""
    if not after:
        return _START
    *round_, page, place = (int(each) for each in after)
    return (round_[0] if round_ else 0, page, place)


def _verdict(result: DeliveryOutcome | None, target: Target) -> Verdict:
    if result is None:
        return _PENDING
    exception = result.exceptions.get(target.id)
    column = exception.column if exception else 0
    return (ReceiptStatus.DELIVERED, ReceiptStatus.SKIPPED, ReceiptStatus.FAILED)[column], exception
