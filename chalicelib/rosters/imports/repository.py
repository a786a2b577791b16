"""Storage of roster imports, the lease for applying one, the pointer to the roster."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from chalicelib.acts import Act
from chalicelib.errors import stale
from chalicelib.paging import Page
from chalicelib.rosters import refusals
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Condition,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    version_is,
)
from chalicelib.storage.table import ConditionFailed, Repository

from .model import KIND, Roster, RosterImport, RosterImportState


class ImportFenced(Exception):
    """Somebody else goes on with this import; this worker stops."""


class RosterChanged(Exception):
    """Another roster came into force since this import was compared."""


class RosterImportRepository(Repository):
    """Items of imports: `doc`, and apart from it what changes while one is applied."""

    # -- reading ----------------------------------------------------------------------------------

    def get(self, district: str, import_id: str) -> RosterImport:
        """Read one. Raises `NotFound`."""
        item = self._table.get(keys.roster_import(district, import_id))
        if item is None:
            raise refusals.ROSTER_IMPORT_NOT_FOUND()
        return _read(item)

    def newest(self, district: str, limit: int, after: Sequence[str] | None) -> Page[RosterImport]:
        """Page through them, the newest first."""
        pk = keys.roster_import(district, "").pk
        found = self._table.query(pk, after=after[0] if after else None, limit=limit, forward=False)
        items = [_read(item) for item in found.items]
        return Page(items, [found.last] if found.last else None)

    def every(self, district: str) -> Iterator[RosterImport]:
        """Return all imports that there ever were."""
        pages = self._table.pages(keys.roster_import(district, "").pk)
        return (_read(item) for page in pages for item in page)

    def roster(self, district: str) -> Roster:
        """Read which import is in force."""
        item = self._table.get(keys.roster(district))
        return _roster(item) if item else Roster()

    # -- a life without applying ------------------------------------------------------------------

    def begin(self, district: str, new: RosterImport, act: Act) -> None:
        """Write a new import, and when to look at it again."""
        writes: list[Write] = [
            Put(keys.roster_import(district, new.id), _item(new), MUST_NOT_EXIST),
            *_due(district, new),
        ]
        self._table.commit(writes, act=act, subject=new)

    def move(
        self, district: str, old: RosterImport, new: RosterImport, act: Act | None = None
    ) -> None:
        """Write an import's next version. Raises `Stale` when somebody else did."""
        condition = version_is(old.version)
        writes: list[Write] = [
            Put(keys.roster_import(district, new.id), _item(new), condition),
            *_due(district, new, old),
        ]
        try:
            self._table.commit(writes, act=act, subject=new)
        except ConditionFailed as failed:
            self._same_or_stale(failed, new)

    def look_later(self, district: str, known: RosterImport, later: RosterImport) -> None:
        """Move the due entry, and count the attempt; nothing when somebody else did already."""
        update = Update(
            keys.roster_import(district, known.id),
            {"due": later.due, "attempts": later.attempts},
            condition=version_is(known.version) & attribute_is("due", known.due),
        )
        self._table.try_commit([update, *_due(district, later, known)])

    def _same_or_stale(self, failed: ConditionFailed, meant: RosterImport) -> None:
        """Take our own lost answer for what it is."""
        old = failed.first.old
        if old is None or _read(old) != meant.model_copy(update={"upload": None}):
            raise stale("roster import", old["version"] if old else 0) from failed

    # -- applying ---------------------------------------------------------------------------------

    def start(self, district: str, old: RosterImport, new: RosterImport, act: Act) -> None:
        """Begin to apply: this import, on the roster it was compared with, and no other beside it.

        Raises `Stale`, `Conflict` when another one is being applied, `RosterChanged`.
        """
        same_base = attribute_is("current", old.base) if old.base else attribute_missing("current")
        writes: list[Write] = [
            Put(keys.roster_import(district, new.id), _item(new), version_is(old.version)),
            Update(
                keys.roster(district),
                {"applying": new.id},
                condition=attribute_missing("applying") & same_base,
            ),
            *_due(district, new, old),
        ]
        try:
            self._table.commit(writes, act=act, subject=new)
        except ConditionFailed as failed:
            if failed.first.index == 1:
                raise _not_now(failed.first.old) from failed
            self._same_or_stale(failed, new)

    def lease(self, district: str, import_id: str, holder: str, now: str, until: str) -> int:
        """Take the lease; return the changes done. Raises `ImportFenced` if it is taken."""
        key = keys.roster_import(district, import_id)
        change = {"lease": holder, "lease_until": until}
        condition = attribute_is("state", str(RosterImportState.APPLYING)) & _lease_is_free(now)
        try:
            self._table.commit([Update(key, change, condition=condition)])
        except ConditionFailed as failed:
            old = failed.first.old
            if old is None or old.get("lease") != holder:
                raise ImportFenced from failed
        item = self._table.get(key)
        if item is None or item.get("lease") != holder:
            raise ImportFenced
        return int(item.get("done", 0))

    def keep_changes(self, district: str, holder: str, new: RosterImport) -> None:
        """Note the changes that an import makes, none of which is done. Raises `ImportFenced`."""
        update = Update(
            keys.roster_import(district, new.id),
            {name: _item(new)[name] for name in ("doc", "done")},
            condition=attribute_is("lease", holder),
        )
        if not self._table.try_commit([update]):
            raise ImportFenced

    def advance(
        self, district: str, lease: tuple[str, str, str], writes: Sequence[Write], done: int
    ) -> int:
        """Carry out the next changes of an import together with the count of them.

        `lease` is import, holder, and until when. The count moves from `done` in the very
        transaction of the changes, and only for the holder: a late duplicate changes nothing.
        Raises `ImportFenced`.
        """
        import_id, holder, until = lease
        step = Update(
            keys.roster_import(district, import_id),
            {"done": done + len(writes), "lease_until": until},
            condition=attribute_is("lease", holder) & attribute_is("done", done),
        )
        self._commit_fenced([step, *writes], holder, done + len(writes))
        return done + len(writes)

    def along(self, district: str, lease: tuple[str, str, str], writes: Sequence[Write]) -> None:
        """Carry out writes of an import that its count is not about, for the lease's holder only.

        Where people change the same things at this moment nothing is written: the next check finds
        them. Raises `ImportFenced`.
        """
        import_id, holder, until = lease
        step = Update(
            keys.roster_import(district, import_id),
            {"lease_until": until},
            condition=attribute_is("lease", holder),
        )
        try:
            self._table.commit([step, *writes])
        except ConditionFailed as failed:
            if failed.first.index == 0:
                raise ImportFenced from failed

    def release(self, district: str, import_id: str, holder: str) -> None:
        """Release the lease, so that the next worker need not wait."""
        key = keys.roster_import(district, import_id)
        give = Update(key, remove=("lease", "lease_until"), condition=attribute_is("lease", holder))
        self._table.try_commit([give])

    def finish(
        self,
        district: str,
        holder: str,
        step: tuple[RosterImport, RosterImport],
        before: Roster,
        at: str,
        more: Sequence[Write] = (),
    ) -> None:
        """Bring the import into force; what was in force before the last is due to go.

        `step` is the import before and after, `more` what else follows. Raises `ImportFenced`.
        """
        old, new = step
        in_force = Roster(
            current=new.id,
            previous=before.current,
            state_file=new.state_file,
            form=new.form,
            applied_at=new.applied_at,
            counts=(new.report or {}).get("counts", {}),
            grants=new.grants,
            own_offices=new.own_offices,
        )
        condition = attribute_is("lease", holder) & version_is(old.version)
        done: list[Write] = [
            Put(keys.roster_import(district, new.id), _item(new), condition),
            Put(keys.roster(district), _roster_item(in_force), attribute_is("applying", new.id)),
            *_due(district, new, old),
            *more,
        ]
        if before.previous:
            key = keys.roster_import(district, before.previous)
            done += [
                Update(key, {"due": at}),
                Put(keys.due(district, at, KIND, before.previous), {}),
            ]
        try:
            self._table.commit(done)
        except ConditionFailed as failed:
            now = failed.first.old
            if now is None or now["state"] != RosterImportState.APPLIED:
                raise ImportFenced from failed

    def _commit_fenced(self, writes: Sequence[Write], holder: str, done: int) -> None:
        try:
            self._table.commit(writes)
        except ConditionFailed as failed:
            old = failed.first.old
            ours = old is not None and old.get("lease") == holder and old.get("done") == done
            if not ours:
                raise ImportFenced from failed


def _lease_is_free(now: str) -> Condition:
    return Condition(
        "lease_is_free",
        "attribute_not_exists(lease_until) OR lease_until < :now_for_lease",
        values={":now_for_lease": now},
    )


def _not_now(roster: Item | None) -> Exception:
    if roster and roster.get("applying"):
        return refusals.ANOTHER_IMPORT_RUNNING(applying=roster["applying"])
    return RosterChanged()


def _due(district: str, new: RosterImport, old: RosterImport | None = None) -> list[Write]:
    """Move the due entry from its place to the next."""
    writes: list[Write] = []
    if old is not None and old.due and old.due != new.due:
        writes.append(Delete(keys.due(district, old.due, KIND, old.id)))
    if new.due and (old is None or old.due != new.due):
        writes.append(Put(keys.due(district, new.due, KIND, new.id), {}))
    return writes


_APART = {"version", "state", "due", "attempts", "done", "upload"}
"""Fields with an attribute of their own (`upload` has none: it is answered once and not kept)."""


def _item(known: RosterImport) -> Item:
    return {
        "version": known.version,
        "state": str(known.state),
        "due": known.due,
        "attempts": known.attempts,
        "done": known.done,
        "doc": known.model_dump_json(exclude=_APART),
    }


def _read(item: Item) -> RosterImport:
    apart = {name: item[name] for name in ("version", "state", "due", "attempts", "done")}
    return RosterImport.model_validate({**json.loads(item["doc"]), **apart})


def _roster_item(roster: Roster) -> Item:
    return {"current": roster.current, "doc": roster.model_dump_json(exclude={"applying"})}


def _roster(item: Item) -> Roster:
    known = Roster.model_validate_json(item["doc"]) if "doc" in item else Roster()
    return known.model_copy(update={"applying": item.get("applying", "")})
