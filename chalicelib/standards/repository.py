"""Where frameworks, standards sets and imports are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.errors import stale
from chalicelib.standards import refusals
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_EXIST,
    MUST_NOT_EXIST,
    Condition,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)
from chalicelib.storage.table import ConditionFailed, Repository, Table

from . import documents
from .records import KIND, FrameworkRecord, SetSummary, StandardsImport, StandardsImportState

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.clock import Clock
    from chalicelib.storage.attributes import Item

    from .model import StandardsSet


_LAST_ZONE = timedelta(hours=11)
"""How far American Samoa is behind UTC: a day has ended in all of the US when it has there."""


class StandardsRepository:
    """Frameworks and sets: one partition lists them, and each set has one of its own."""

    def __init__(self, table: Table, clock: Clock) -> None:
        """Use this table; sets are given as they are on the clock's day."""
        self._table = table
        self._clock = clock

    def today(self) -> date:
        """Return the day that the last time zone of the US has by now: what ends on it still is."""
        return (self._clock.now() - _LAST_ZONE).date()

    def frameworks(self, district: str) -> list[FrameworkRecord]:
        """Return every framework."""
        items = self._list_items(district, "FRAMEWORK#")
        return [FrameworkRecord.model_validate_json(item["doc"]) for item in items]

    def framework(self, district: str, framework: str) -> FrameworkRecord | None:
        item = self._table.get(keys.framework(district, framework))
        return FrameworkRecord.model_validate_json(item["doc"]) if item else None

    def summaries(self, district: str, framework: str = "") -> list[SetSummary]:
        """Return every set, or those of a framework."""
        begins = f"SET#{keys.part(framework)}." if framework else "SET#"
        items = self._list_items(district, begins)
        today = self.today()
        return [SetSummary.model_validate_json(item["doc"]).on(today) for item in items]

    def index(self, district: str, set_id: str) -> StandardsSet | None:
        """Read a set without its rows: one small item."""
        item = self._table.get(keys.standards_set(district, set_id))
        return self._read(item) if item else None

    def indexes(self, district: str, sets: Iterable[str]) -> list[StandardsSet]:
        """Read sets without their rows, those that there are: one BatchGetItem per hundred."""
        wanted = [keys.standards_set(district, each) for each in sets]
        found = self._table.get_many(wanted, consistent=False)
        return [self._read(item) for item in found.values()]

    def whole(self, district: str, set_id: str) -> StandardsSet | None:
        """Read a set with its rows: one query."""
        first = keys.standards_set(district, set_id)
        items = [item for page in self._table.pages(first.pk) for item in page]
        heads = [item for item in items if item["sk"] == first.sk]
        if not heads:
            return None
        one, _ = documents.read_index(heads[0]["doc"], heads[0]["version"])
        rows = (item["doc"] for item in items if item is not heads[0])
        return documents.with_rows(one, rows).on(self.today())

    def sets_of(self, district: str, framework: str) -> dict[str, StandardsSet]:
        """Read every set of a framework with its rows, by id."""
        found = {}
        for summary in self.summaries(district, framework):
            one = self.whole(district, summary.id)
            if one is not None:
                found[one.id] = one
        return found

    def save_set(
        self, district: str, one: StandardsSet, parts_before: int, during: StandardsImport
    ) -> StandardsImport:
        """Write a set as a step of an import: all of it, or nothing.

        Gives the import with its progress. Raises `ConditionFailed` when the set or the import has
        moved on meanwhile.
        """
        rows = list(documents.parts(one.rows))
        version = one.version + 1
        item: Item = {"version": version, "doc": documents.index(one, len(rows))}
        guard = version_is(one.version) if one.version else MUST_NOT_EXIST
        summary = _summary(one, version)
        writes: list[Write] = [
            _progress(district, during),
            Put(keys.standards_set(district, one.id), item, guard),
            Put(
                keys.standards_summary(district, one.id),
                {"doc": summary.model_dump_json(), "parts": len(rows)},
            ),
            *(
                Put(keys.standards_rows(district, one.id, n), {"doc": piece})
                for n, piece in enumerate(rows)
            ),
            *(
                Delete(keys.standards_rows(district, one.id, n))
                for n in range(len(rows), parts_before)
            ),
        ]
        self._table.commit(writes)
        return during

    def parts(self, district: str, framework: str) -> dict[str, int]:
        """Return how many row documents each set of a framework has."""
        items = self._list_items(district, f"SET#{keys.part(framework)}.")
        return {SetSummary.model_validate_json(item["doc"]).id: item["parts"] for item in items}

    def _read(self, item: Item) -> StandardsSet:
        return documents.read_index(item["doc"], item["version"])[0].on(self.today())

    def _list_items(self, district: str, begins: str) -> list[Item]:
        pk = keys.framework(district, "").pk
        return [item for page in self._table.pages(pk, begins=begins) for item in page]


class StandardsImportRepository(Repository):
    """Imports, and the lock that lets one at a time into a framework."""

    def get(self, district: str, name: str) -> StandardsImport | None:
        item = self._table.get(keys.standards_import(district, name))
        return _import(item) if item else None

    def listing(
        self, district: str, limit: int, after: Sequence[Any] | None
    ) -> list[StandardsImport]:
        """Return imports, the latest first."""
        start = (after[0], keys.standards_import(district, after[1])) if after else None
        items = self._table.listing(
            keys.standards_imports(district), limit=limit, after=start, forward=False
        )
        return [_import(item) for item in items]

    def create(self, act: Act, made: StandardsImport, shown: Any) -> None:
        """Write a new import and its due entry."""
        key = keys.standards_import(act.district, made.id)
        put = Put(key, _item(act.district, made), MUST_NOT_EXIST)
        self._table.commit([put, *_due(act.district, made)], act=act, subject=shown)

    def begin(self, act: Act, before: StandardsImport, after: StandardsImport, shown: Any) -> None:
        """Let an import into its framework, unless another one is in it.

        Raises `Stale` when it has changed, `Conflict` when the framework is busy.
        """
        framework = (after.framework or {})["id"]
        lock = keys.standards_lock(act.district, framework)
        writes = [
            _change(act.district, before, after),
            Put(lock, {"import": after.id}, MUST_NOT_EXIST),
            *_due(act.district, after),
        ]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            self._explain(failed, after)

    def discard(
        self, act: Act, before: StandardsImport, after: StandardsImport, shown: Any
    ) -> None:
        """Write an abandoned import. Raises `Stale` when it has changed."""
        writes = [_change(act.district, before, after), *_undue(act.district, before)]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            self._explain(failed, after)

    def settle(
        self,
        district: str,
        before: StandardsImport,
        after: StandardsImport,
        further: Iterable[Write] = (),
    ) -> bool:
        """Write a step of an import, and its due entry or the end of it.

        Return `False` when somebody else has taken that step.
        """
        due = [] if before.due == after.due else [*_due(district, after), *_undue(district, before)]
        return self._table.try_commit([_change(district, before, after), *due, *further])

    def unlock(self, district: str, during: StandardsImport) -> list[Write]:
        """Return the write that lets the next import into the framework."""
        framework = (during.framework or {})["id"]
        mine = attribute_is("import", during.id)
        return [Delete(keys.standards_lock(district, framework), mine)]

    def record(self, district: str, framework: FrameworkRecord) -> Put:
        """Return the write of a framework's record."""
        key = keys.framework(district, framework.id)
        return Put(key, {"doc": framework.model_dump_json()})

    def _explain(self, failed: ConditionFailed, after: StandardsImport) -> None:
        old = failed.first.old or {}
        if failed.first.index == 0:
            if old.get("doc") == after.model_dump_json():
                return  # our own write, whose answer was lost
            raise stale("standards import", old.get("version", 0)) from failed
        raise refusals.FRAMEWORK_BUSY(other=old.get("import")) from failed


def _summary(one: StandardsSet, version: int) -> SetSummary:
    active = one.active.bit_count()
    ending = Counter(place.ends for place in one.places if place.ends and not place.retired)
    return SetSummary(
        id=one.id,
        framework=one.framework,
        framework_title=one.framework_title,
        subject=one.subject,
        grades=one.band.grades,
        standards=active,
        retired=len(one.places) - active,
        ending=dict(sorted(ending.items())),
        version=version,
    )


def _item(district: str, made: StandardsImport) -> Item:
    return {
        "list_pk": keys.standards_imports(district),
        "list_sk": made.created_at,
        "state": str(made.state),
        "version": made.version,
        "doc": made.model_dump_json(),
    }


def _import(item: Item) -> StandardsImport:
    """Read an import; how far it is stands beside the document."""
    read = StandardsImport.model_validate_json(item["doc"])
    return read.model_copy(update={"done": item.get("done", read.done)})


def _change(district: str, before: StandardsImport, after: StandardsImport) -> Update:
    return Update(
        keys.standards_import(district, after.id),
        set={"state": str(after.state), "version": after.version, "doc": after.model_dump_json()},
        condition=version_is(before.version),
    )


def _progress(district: str, during: StandardsImport) -> Update:
    """Return how far it is; and let no import write that has been settled meanwhile."""
    applying: Condition = MUST_EXIST & attribute_is("state", str(StandardsImportState.APPLYING))
    return Update(
        keys.standards_import(district, during.id), set={"done": during.done}, condition=applying
    )


def _due(district: str, made: StandardsImport) -> list[Write]:
    return [Put(keys.due(district, made.due, KIND, made.id), {})] if made.due else []


def _undue(district: str, made: StandardsImport) -> list[Write]:
    return [Delete(keys.due(district, made.due, KIND, made.id))] if made.due else []
