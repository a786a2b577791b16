"""The storage of batches: the batch, and the outcome for each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.paging import Page
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
)
from chalicelib.storage.table import Repository
from chalicelib.trackers.repository import class_as_read, creation

from .model import KIND, BatchOutcome, ClassOutcome, SkippedClassReason, TrackerBatch

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item


@dataclass(frozen=True, slots=True)
class BatchState:
    """A batch and how far it is; `total` is unknown until its classes were counted."""

    batch: TrackerBatch
    due: str
    """When the clock looks at it next; empty once it is done."""
    total: int | None = None
    finished: str = ""

    @property
    def done(self) -> bool:
        """Return whether every class has its outcome."""
        return bool(self.finished)


@dataclass(frozen=True, slots=True)
class ClassReport:
    """The outcome for one class, as clients read it."""

    class_id: str
    title: str
    school: str
    outcome: BatchOutcome
    tracker: str = ""
    why: SkippedClassReason | None = None


class BatchRepository(Repository):
    """Batches of trackers."""

    def get(self, district: str, batch: str) -> BatchState | None:
        item = self._table.get(keys.tracker_batch(district, batch))
        if item is None:
            return None
        known = TrackerBatch.model_validate_json(item["doc"])
        return BatchState(known, item["due"], item.get("total"), item.get("finished", ""))

    def create(self, act: Act, batch: TrackerBatch, due: str) -> None:
        """Write a new batch, due at once: a lost message costs a minute."""
        item = {"version": 1, "due": due, "doc": batch.model_dump_json()}
        key = keys.tracker_batch(act.district, batch.id)
        entry = keys.due(act.district, due, KIND, batch.id)
        self._table.commit([Put(key, item, MUST_NOT_EXIST), Put(entry, {})], act=act, subject=batch)

    def postpone(self, district: str, state: BatchState, until: str) -> bool:
        """Look at it again later; false when somebody else moved it or it is done."""
        return self._move(district, state, {"due": until}, [self._due(district, state, until)])

    def finish(self, district: str, state: BatchState, at: str) -> bool:
        """Close it; false when its due entry was moved meanwhile."""
        return self._move(district, state, {"due": "", "finished": at}, [])

    def count(self, district: str, batch: str, total: int) -> None:
        """Keep how many classes there are."""
        self._table.commit([Update(keys.tracker_batch(district, batch), {"total": total})])

    def reports(self, district: str, batch: str) -> Iterator[ClassReport]:
        """Yield what was done so far."""
        start = keys.tracker_batch_class(district, batch, "")
        for page in self._table.pages(start.pk, begins=start.sk):
            yield from map(_report, page)

    def report_page(
        self, district: str, batch: str, limit: int, after: Sequence[str] | None
    ) -> Page[ClassReport]:
        """Page through what was done so far, by class."""
        start = keys.tracker_batch_class(district, batch, "")
        behind = keys.tracker_batch_class(district, batch, after[0]).sk if after else None
        piece = self._table.query(start.pk, begins=start.sk, after=behind, limit=limit)
        found = [_report(item) for item in piece.items]
        return Page(found, [found[-1].class_id] if piece.last else None)

    def settle(
        self, district: str, batch: str, chunk: Sequence[ClassOutcome], also: Sequence[Write] = ()
    ) -> bool:
        """Create a chunk's trackers with their outcomes; false when some were done meanwhile."""
        writes: list[Write] = [*also]
        for each in chunk:
            key = keys.tracker_batch_class(district, batch, each.class_id)
            writes.append(Put(key, _item(each), MUST_NOT_EXIST))
            if each.tracker:
                writes += creation(district, each.tracker)
                row = keys.class_of_course(district, each.tracker.course_id, each.class_id)
                writes.append(class_as_read(row, each.tracker))
        return self._table.try_commit(writes)

    def _due(self, district: str, state: BatchState, at: str) -> Put:
        return Put(keys.due(district, at, KIND, state.batch.id), {})

    def _move(
        self, district: str, state: BatchState, change: dict[str, str], also: list[Put]
    ) -> bool:
        key = keys.tracker_batch(district, state.batch.id)
        entry = keys.due(district, state.due, KIND, state.batch.id)
        move = Update(key, change, condition=attribute_is("due", state.due))
        return self._table.try_commit([move, Delete(entry), *also])


def _item(each: ClassOutcome) -> Item:
    item = {
        "class": each.class_id,
        "title": each.title,
        "school": each.school,
        "outcome": each.outcome.value,
    }
    if each.tracker:
        item["tracker"] = each.tracker.id
    if each.why:
        item["why"] = each.why.value
    return item


def _report(item: Item) -> ClassReport:
    why = SkippedClassReason(item["why"]) if "why" in item else None
    return ClassReport(
        item["class"],
        item["title"],
        item["school"],
        BatchOutcome(item["outcome"]),
        item.get("tracker", ""),
        why,
    )
