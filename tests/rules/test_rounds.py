"""Do all figures agree, whatever mix of rounds a distribution had?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.distribution import outcome, receipts
from chalicelib.distribution.matching import MismatchReason
from chalicelib.distribution.model import (
    Counts,
    Distribution,
    DistributionPlan,
    DistributionState,
    Selection,
    Want,
)
from chalicelib.distribution.outcome import Done, Exceptional
from chalicelib.distribution.plan import Target, chunks, split_into_pages
from chalicelib.distribution.receipts import Receipt, ReceiptFilter, ReceiptReader
from chalicelib.distribution.rounds import (
    BRINGS,
    Round,
    RoundKind,
    RoundRun,
    append_round,
    count_change,
    rounds_of,
    still_failed,
)
from chalicelib.distribution.schedule import Start, deliver
from tests.support.strategies import make_choices

NOW = datetime(2026, 9, 14, 17, tzinfo=UTC)
REASONS = {
    "delivered": None,
    "skipped": MismatchReason.ARCHIVED,
    "failed": MismatchReason.UNREACHABLE,
}


@dataclass
class History:
    """The outcome of each tracker, kept in the plainest way beside the product's own record."""

    runs: tuple[RoundRun, ...] = ()
    plans: dict[int, list[list[Target]]] = field(default_factory=dict)
    done: dict[str, outcome.DeliveryOutcome] = field(default_factory=dict)
    stands: dict[str, str] = field(default_factory=dict)
    school: dict[str, str] = field(default_factory=dict)

    def round(self, kind: RoundKind, targets: list[Target], became: list[str], apart: int) -> None:
        generation = self.plan_of(kind, targets, apart)
        for number, page in enumerate(self.plans[generation]):
            for chunk, some in chunks(page):
                name = f"{generation:04}#{outcome.chunk_name(number, chunk)}"
                self.done[name] = self.chunk(some, became)

    def plan_of(self, kind: RoundKind, targets: list[Target], apart: int) -> int:
        last = self.runs[-1].start + len(self.runs[-1].kinds) - 1 if self.runs else 6
        generation = last + 1 + apart
        self.runs = (
            append_round(self.runs, generation, kind)
            if self.runs
            else (RoundRun(start=generation, kinds="f"),)
        )
        self.plans[generation] = list(split_into_pages(targets))
        return generation

    def chunk(self, some: Any, became: list[str]) -> outcome.DeliveryOutcome:
        exceptions = {}
        for target in some:
            status = became.pop()
            self.stands[target.id], self.school[target.id] = status, target.school
            reason = REASONS[status]
            if reason is not None:
                exceptions[target.id] = Exceptional(reason)
        return outcome.of(some, exceptions)

    def distribution(self) -> Distribution:
        last = rounds_of(self.runs)[-1].generation
        plan = DistributionPlan(
            generation=last,
            first=self.runs[0].start,
            pages=len(self.plans[last]),
            trackers=0,
            schools={},
        )
        return Distribution(
            id="D",
            assessment="A",
            title="Fractions",
            creator="dana",
            creator_name="Dana",
            created="",
            want=Want(set_id="s", mask=1, levels=3),
            selection=Selection(district=True),
            timing=deliver(Start(), "America/Chicago", NOW),
            notify=False,
            plan=plan,
            total=len(self.stands),
            schools=Counter(self.school.values()),
            state=DistributionState.DELIVERED,
            runs=self.runs,
        )

    def targets_standing(self, status: str) -> list[Target]:
        known = {t.id: t for pages in self.plans.values() for page in pages for t in page}
        return [known[tracker] for tracker, stands in self.stands.items() if stands == status]


def target(number: int, school: str) -> Target:
    return Target(f"T{number:05}", school, "fit", "owner", (), "Period")


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A first round and up to seven others of any kind that can be."""
    history, made = History(), 0
    for number in range(draw(st.integers(1, 8))):
        kinds = [RoundKind.ADDITION]
        kinds += [RoundKind.RETRY] if history.targets_standing("failed") else []
        kinds += [RoundKind.AGAIN] if history.targets_standing("skipped") else []
        kind = draw(st.sampled_from(kinds)) if number else RoundKind.FIRST
        if kind in BRINGS:
            many = draw(st.one_of(st.integers(1, 6), st.integers(99, 101)))
            targets = [target(made + n, f"school{n % 3}") for n in range(many)]
            made += many
        elif kind == RoundKind.RETRY:
            targets = history.targets_standing("failed")
        else:
            targets = history.targets_standing("skipped")[: draw(st.integers(1, 3))]
        became = draw(make_choices(list(REASONS), len(targets)))
        history.round(kind, targets, became, draw(st.sampled_from([0, 0, 0, 12345])))
    return history


def every_receipt(history: History, limit: int) -> list[Receipt]:
    """Read page by page, as a client would."""
    made, found, after = history.distribution(), list[Receipt](), None

    def pages(generation: int, start: int) -> list[list[Target]]:
        return history.plans[generation][start:]

    while True:
        page = ReceiptReader(made, history.done, pages).page(ReceiptFilter(), limit, after)
        found += page.items
        if page.after is None:
            return found
        after = list(page.after)


@given(histories(), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_every_tracker_has_one_receipt_that_says_what_the_last_round_made_of_it(
    history: History, limit: int
) -> None:
    found = every_receipt(history, limit)
    assert len(found) == len(history.stands)
    assert {each.tracker: each.status.value for each in found} == history.stands


@given(histories())
@settings(max_examples=60, deadline=None)
def test_the_counts_per_school_are_those_of_the_receipts(history: History) -> None:
    made, done = history.distribution(), history.done
    expected = Counter((history.school[t], status) for t, status in history.stands.items())
    for progress in receipts.by_school(made, done):
        own = {"delivered": progress.delivered, "skipped": progress.skipped}
        own["failed"] = progress.failed
        assert own == {status: expected[progress.school, status] for status in own}
        assert progress.pending == 0
    totals = Counter(history.stands.values())
    assert receipts.count_outcomes(made, done) == Counts(
        delivered=totals["delivered"], skipped=totals["skipped"], failed=totals["failed"]
    )


@given(histories())
@settings(max_examples=40, deadline=None)
def test_counts_raised_round_by_round_are_the_counts_summed_up(history: History) -> None:
    """The figures that are kept, for lists, and those that are summed up never part."""
    kept = (0, 0, 0)
    for each in rounds_of(history.runs):
        own = outcome.of_generation(history.done, each.generation).values()
        totals = outcome.add_counts(result.totals for result in own)
        before = (kept[0], kept[1], 0) if each.kind == RoundKind.RETRY else kept
        kept = outcome.add_counts([before, count_change(each.kind, totals)])
    summed = receipts.count_outcomes(history.distribution(), history.done)
    assert kept == (summed.delivered, summed.skipped, summed.failed)


@given(histories())
@settings(max_examples=60, deadline=None)
def test_failed_trackers_are_in_the_rounds_since_the_last_retry(history: History) -> None:
    done: Done = history.done
    found = {
        tracker
        for each in still_failed(rounds_of(history.runs))
        for tracker in outcome.find_failed(done, each.generation)
    }
    assert found == {t for t, status in history.stands.items() if status == "failed"}


@given(st.lists(st.tuples(st.sampled_from(list(RoundKind)), st.integers(1, 3)), max_size=30))
def test_rounds_read_back_as_they_were_added(added: list[tuple[RoundKind, int]]) -> None:
    runs: tuple[RoundRun, ...] = (RoundRun(start=2, kinds="f"),)
    rounds = [Round(2, RoundKind.FIRST)]
    for kind, step in added:
        rounds.append(Round(rounds[-1].generation + step, kind))
        runs = append_round(runs, rounds[-1].generation, kind)
    assert list(rounds_of(runs)) == rounds


def test_a_distribution_of_before_rounds_were_kept_had_a_first_and_retries() -> None:
    history = History()
    history.round(RoundKind.FIRST, [target(0, "north")], ["delivered"], 0)
    old = history.distribution()
    plan = old.plan.model_copy(update={"first": 3, "generation": 5})
    read = old.model_copy(update={"runs": (), "plan": plan})
    kinds = [(each.generation, each.kind.value) for each in read.rounds]
    assert kinds == [(3, "first"), (4, "retry"), (5, "retry")]


def test_the_receipts_of_a_recalled_one_say_which_trackers_hide_it() -> None:
    history = History()
    targets = [target(n, "north") for n in range(3)]
    history.round(RoundKind.FIRST, targets, ["failed", "skipped", "delivered"], 0)
    made = history.distribution().model_copy(update={"state": DistributionState.RECALLED})
    shown = ReceiptReader(made, history.done, lambda g, s: history.plans[g][s:]).page(
        ReceiptFilter(), 9, None
    )
    assert [(r.status.value, r.recalled) for r in shown.items] == [
        ("delivered", True),
        ("skipped", False),
        ("failed", False),
    ]
