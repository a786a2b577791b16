"""The storage of distributions, their plans and their markers.

One partition per distribution. The distribution and the markers of its chunks sort together
(`DISTRIBUTION`, `DONE#...`), so one Query shows it with its progress. The plan's pages (`PLAN#...`)
lie behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from chalicelib.acts import Act
from chalicelib.distribution import refusals
from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    version_is,
)
from chalicelib.storage.keys import Key
from chalicelib.storage.table import ConditionFailed, Repository

from . import outcome, plan
from .model import Counts, Distribution, DistributionState
from .outcome import DeliveryOutcome, Done
from .plan import Target

KIND = "distribution"
PAGES_PER_COMMIT = 8
"""Pages of a plan that surely fit one transaction (4 MB)."""

_CHANGING = {"version", "state", "started", "finished", "due", "counts", "settled", "told"}
"""Fields that live in attributes of their own, because they change without the rest."""


class DistributionRepository(Repository):
    """Items of distributions."""

    # -- reading ------------------------------------------------------------------------------

    def get(self, district: str, distribution: str) -> Distribution | None:
        item = self._table.get(keys.distribution(district, distribution))
        return read_distribution(item) if item else None

    def with_progress(self, district: str, distribution: str) -> tuple[Distribution, Done] | None:
        """Read one and the outcome of every chunk done so far."""
        pk = keys.distribution(district, distribution).pk
        items = [item for page in self._table.pages(pk, begins="D") for item in page]
        if not items:
            return None
        *markers, head = sorted(items, key=lambda item: item["sk"] == "DISTRIBUTION")
        done = {m["sk"].removeprefix("DONE#"): outcome.read(m["doc"]) for m in markers}
        return read_distribution(head), done

    def page(self, district: str, distribution: str, generation: int, page: int) -> _Page:
        """Read one with a page of its plan, in one call; none for what is not there."""
        head = keys.distribution(district, distribution)
        body = keys.distribution_page(district, distribution, generation, page)
        found = self._table.get_many([head, body])
        known = read_distribution(found[head]) if head in found else None
        return known, plan.unpack_page(found[body]["plan"]) if body in found else None

    def list_outcomes(self, district: str, distribution: str, generation: int, page: int) -> Done:
        """Read the outcome of every chunk of a page that is done, by `chunk_name`."""
        every = keys.distribution_done(district, distribution, generation, f"{page:04}#")
        items = [item for some in self._table.pages(every.pk, begins=every.sk) for item in some]
        return {f"{page:04}#{item['sk'][-2:]}": outcome.read(item["doc"]) for item in items}

    def targets(self, district: str, distribution: str, generation: int, page: int) -> list[Target]:
        """Read a page of a plan."""
        item = self._table.get(keys.distribution_page(district, distribution, generation, page))
        return plan.unpack_page(item["plan"]) if item else []

    def pages(
        self, district: str, made: Distribution, generation: int, start: int = 0
    ) -> Iterator[list[Target]]:
        """Read a round's plan from a page on; how many an earlier one has only reading tells."""
        present = generation == made.plan.generation
        for number in range(start, made.plan.pages) if present else count(start):
            targets = self.targets(district, made.id, generation, number)
            if not targets:
                return
            yield targets

    def plans(self, district: str, made: Distribution) -> dict[int, list[list[Target]]]:
        """Read the pages of every round, by generation, with as few calls as they are megabytes."""
        rounds = {each.generation: list[list[Target]]() for each in made.rounds}
        start = keys.distribution_page(district, made.id, 0, 0)
        for items in self._table.pages(start.pk, begins="PLAN#"):
            for item in items:
                _, generation, _ = keys.parts(item["sk"])
                if int(generation) in rounds:
                    rounds[int(generation)].append(plan.unpack_page(item["plan"]))
        return rounds

    def present_plans(
        self, district: str, several: Iterable[Distribution], most: int
    ) -> dict[str, list[Target]]:
        """Read what the present rounds of these reach, up to so many pages: 100 of them a call."""
        found: dict[str, list[Target]] = {}
        pages: dict[Key, str] = {}
        for made in several:
            found[made.id] = []
            for number in range(made.plan.pages):
                generation = made.plan.generation
                key = keys.distribution_page(district, made.id, generation, number)
                pages[key] = made.id
        read = self._table.get_many(list(pages)[:most])
        for key, item in read.items():
            found[pages[key]] += plan.unpack_page(item["plan"])
        return found

    def listing(
        self,
        district: str,
        limit: int,
        after: Sequence[Any] | None,
        *,
        oldest_first: bool = False,
    ) -> tuple[list[Distribution], list[Any] | None]:
        """Read distributions, the newest first unless asked, and where the next page starts."""
        start = (str(after[0]), keys.distribution(district, str(after[1]))) if after else None
        items = self._table.listing(
            keys.distributions(district), after=start, limit=limit + 1, forward=oldest_first
        )
        shown = [read_distribution(item) for item in items[:limit]]
        more = [items[limit - 1]["list_sk"], shown[-1].id] if len(items) > limit else None
        return shown, more

    # -- people's moves -----------------------------------------------------------------------

    def create(
        self, made: Distribution, pages: Iterable[list[Target]], act: Act, also: Sequence[Write]
    ) -> None:
        """Save a distribution with its plan; `also` holds its assessment as it was planned with.

        Raises `ConditionFailed` when the assessment changed meanwhile.
        """
        head: list[Write] = [
            Put(
                keys.distribution(act.district, made.id), _item(made, act.district), MUST_NOT_EXIST
            ),
            *self._due(act.district, made),
            *also,
        ]
        self._save(act.district, made, pages, head, act, made)

    def replace(
        self,
        was: Distribution,
        now: Distribution,
        pages: Iterable[list[Target]],
        act: Act,
        also: Sequence[Write] = (),
        shown: Any = None,
    ) -> None:
        """Save a changed distribution, with a new plan if `pages` has any; `also` goes with it.

        `shown` is what the act is answered with, if not the distribution. Raises `Stale` when it is
        not at the former version any more.
        """
        head = [*self._build_replace_writes(act.district, was, now), *also]
        try:
            self._save(act.district, now, pages, head, act, shown or now)
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("distribution", old["version"] if old else 0) from failed

    def at_version(self, district: str, distribution: str, version: int) -> Distribution:
        """Read one that somebody wants to change. Raises `NotFound`, `Stale`."""
        made = self.get(district, distribution)
        if made is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        if made.version != version:
            raise stale("distribution", made.version)
        return made

    # -- the clock's and the workers' moves ---------------------------------------------------

    def start(self, district: str, was: Distribution, now: Distribution) -> bool:
        """Claim due work; false when somebody else did, or it was changed or canceled."""
        changes = {"state": now.state.value, "started": now.started, "version": now.version}
        key = keys.distribution(district, was.id)
        return self._table.try_commit(
            [Update(key, changes, condition=self._build_unchanged_condition(was))]
        )

    def begin_round(
        self, district: str, was: Distribution, now: Distribution, pages: Iterable[list[Target]]
    ) -> bool:
        """Begin another round that nobody asked for; false when something else moved."""
        try:
            self._save(
                district, now, pages, self._build_replace_writes(district, was, now), None, now
            )
        except ConditionFailed:
            return False
        return True

    def settle(
        self, district: str, was: Distribution, page: int, counts: tuple[int, int, int]
    ) -> Distribution | None:
        """Note that a page is done and add its counts, once; give the distribution after it."""
        mark = f"settled.{page_mark(page)}"
        update = Update(
            keys.distribution(district, was.id),
            {mark: True},
            raise_by=_build_increments(counts),
            condition=attribute_is("generation", was.plan.generation) & attribute_missing(mark),
        )
        try:
            return read_distribution(self._table.change(update))
        except ConditionFailed:
            return self.get(district, was.id)

    def finish(
        self,
        district: str,
        was: Distribution,
        now: Distribution,
        last: tuple[int, tuple[int, int, int]] | None = None,
        also: Sequence[Write] = (),
    ) -> bool:
        """Close a round, with the counts of its only page, if so; false if closed before."""
        changes: dict[str, Any] = {
            "state": now.state.value,
            "finished": now.finished,
            "version": now.version,
            "due": now.due,
        }
        condition = self._build_unchanged_condition(was)
        if last is not None:
            mark = f"settled.{page_mark(last[0])}"
            changes[mark] = True
            condition &= attribute_missing(mark)
        raised = _build_increments(last[1]) if last else {}
        head = keys.distribution(district, was.id)
        writes: list[Write] = [Update(head, changes, raise_by=raised, condition=condition)]
        return self._table.try_commit([*writes, *self._due_moved(district, was, now), *also])

    def put_off(self, district: str, was: Distribution, now: Distribution) -> bool:
        """Move a due entry (and what the wall time now means); false when something else moved."""
        return self._table.try_commit(self._build_replace_writes(district, was, now))

    def all_told(self, district: str, was: Distribution) -> bool:
        """Note that the notices of every round so far are written, and nothing is left to do."""
        update = Update(
            keys.distribution(district, was.id),
            {"due": "", "told": len(was.rounds)},
            condition=attribute_is("due", was.due),
        )
        return self._table.try_commit([update, Delete(self._due_key(district, was))])

    def deliver(self, writes: Sequence[Write], marker: Key, result: DeliveryOutcome) -> None:
        """Carry a chunk out: its trackers and its marker, together or not at all.

        Raises `ConditionFailed` with what stood in the way.
        """
        put = Put(marker, {"doc": result.serialize()}, MUST_NOT_EXIST)
        self._table.commit([*writes, put])

    def add_notices(self, puts: Sequence[Put]) -> None:
        """Write notices, leaving those alone that are there already."""
        self._table.commit_missing(puts)

    # -- parts --------------------------------------------------------------------------------

    def _build_replace_writes(
        self, district: str, was: Distribution, now: Distribution
    ) -> list[Write]:
        key = keys.distribution(district, now.id)
        put = Put(key, _item(now, district), self._build_unchanged_condition(was))
        return [put, *self._due_moved(district, was, now)]

    def _save(
        self,
        district: str,
        made: Distribution,
        pages: Iterable[list[Target]],
        head: Sequence[Write],
        act: Act | None,
        shown: Any,
    ) -> None:
        """Write the plan, then what makes it count: a plan without its distribution is no plan."""
        waiting: list[Write] = []
        for number, page in enumerate(pages):
            key = keys.distribution_page(district, made.id, made.plan.generation, number)
            waiting.append(Put(key, {"plan": plan.pack_page(page)}))
            if len(waiting) == PAGES_PER_COMMIT:
                self._table.commit(waiting)
                waiting = []
        self._table.commit([*head, *waiting], act=act, subject=shown)

    @staticmethod
    def _build_unchanged_condition(was: Distribution) -> Any:
        return version_is(was.version) & attribute_is("state", was.state.value)

    @staticmethod
    def _due_key(district: str, made: Distribution) -> Key:
        return keys.due(district, made.due, KIND, made.id)

    def _due_moved(self, district: str, was: Distribution, now: Distribution) -> list[Write]:
        """Return the writes that move a due entry; none if it stays: one item is written once."""
        if was.due == now.due:
            return []
        gone = [Delete(self._due_key(district, was))] if was.due else []
        return [*gone, *self._due(district, now)]

    def _due(self, district: str, made: Distribution) -> list[Put]:
        return [Put(self._due_key(district, made), {})] if made.due else []


def page_mark(page: int) -> str:
    """Return the name of a page among those that are settled."""
    return f"p{page:04}"


_Page = tuple[Distribution | None, list[Target] | None]


def _build_increments(counts: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("delivered", "skipped", "failed"), counts, strict=True))


def _item(made: Distribution, district: str) -> Item:
    return {
        "doc": made.model_dump_json(exclude=_CHANGING),
        "generation": made.plan.generation,
        "version": made.version,
        "state": made.state.value,
        "started": made.started,
        "finished": made.finished,
        "due": made.due,
        "settled": dict.fromkeys(made.settled, True),
        "told": made.told,
        **made.counts.model_dump(),
        "list_pk": keys.distributions(district),
        "list_sk": made.created,
    }


def read_distribution(item: Item) -> Distribution:
    return Distribution.model_validate_json(item["doc"]).model_copy(
        update={
            "version": item["version"],
            "state": DistributionState(item["state"]),
            "started": item["started"],
            "finished": item["finished"],
            "due": item["due"],
            "settled": frozenset(item["settled"]),
            "told": item.get("told", 0),
            "counts": Counts(
                delivered=item["delivered"], skipped=item["skipped"], failed=item["failed"]
            ),
        }
    )
