"""One write, alone or in a transaction: checked, computed, applied and paid for."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from simulator import requests as checks
from simulator.client import Params
from simulator.evaluation import BadUpdate, Scope, apply_update, holds
from simulator.expressions import BadExpression
from simulator.requests import BadRequest
from simulator.store import RowKey, StoredRow
from simulator.values import Item, copy_item, item_size, normalize_item

if TYPE_CHECKING:
    from simulator.table import SimulatedTable


WRITE_UNIT = 1024


def count_write_units(*sizes: int) -> int:
    """Return the units of a write, by the larger of the item before and after."""
    return max(1, ceil(max(sizes) / WRITE_UNIT))


class SimulatedConditionFailed(Exception):
    """The item is not as the write demands."""


@dataclass(slots=True)
class Write:
    """A Put, Update, Delete or ConditionCheck on one key, with the item as it is now."""

    table: SimulatedTable
    kind: str
    key: RowKey
    params: Params
    values: dict[str, Any]
    row: StoredRow | None
    """The item as it is now."""
    item: Item | None = None
    """The item of a Put."""

    @property
    def old(self) -> Item | None:
        return None if self.row is None else self.row.item

    @property
    def old_size(self) -> int:
        return 0 if self.row is None else self.row.size

    @property
    def units(self) -> int:
        """The write units that it needs at least, before it is looked at any closer."""
        if self.kind == "ConditionCheck":
            return 0
        return count_write_units(self.old_size, item_size(self.item) if self.item else 0)

    @property
    def scope(self) -> Scope:
        names = self.params.get("ExpressionAttributeNames", {})
        return Scope(self.old or {}, names, self.values)

    def check(self) -> None:
        condition = self.params.get("ConditionExpression")
        if condition and not holds(condition, self.scope):
            raise SimulatedConditionFailed

    def after(self) -> StoredRow | None:
        """Return the row after the write; BadRequest when the item does not allow it."""
        if self.item is not None:
            return StoredRow.of(self.item)
        if self.kind == "Delete":
            return None
        if self.kind == "ConditionCheck":
            return self.row
        return StoredRow.of(self._apply_update())

    def _apply_update(self) -> Item:
        if "UpdateExpression" not in self.params:
            return {**(self.old or {}), **normalize_item(self.params["Key"])}
        try:
            after = apply_update(self.params["UpdateExpression"], self.scope)
        except BadExpression as bad:
            raise BadRequest(f"Invalid UpdateExpression: {bad}") from None
        except BadUpdate as bad:
            raise BadRequest(str(bad)) from None
        self._refuse_key_changes(after)
        return {**after, **normalize_item(self.params["Key"])}

    def _refuse_key_changes(self, after: Item) -> None:
        for name in (self.table.store.key.pk, self.table.store.key.sk):
            if after.get(name) != (self.old or {}).get(name):
                raise BadRequest(
                    "One or more parameter values were invalid: "
                    f"Cannot update attribute {name}. This attribute is part of the key"
                )

    def refuse_bad(self, after: StoredRow | None) -> None:
        if after is not None and after is not self.row:
            checks.index_keys(self.table.store.indexes, after.item)
            checks.item_fits(after.size)

    def apply(self, after: StoredRow | None, *, factor: int) -> None:
        """Store a row that `refuse_bad` let pass, and pay."""
        if self.kind == "ConditionCheck":
            self.table.pay_read(self.old_size, consistent=True, factor=factor)
            return
        if after is None:
            self.table.store.drop(self.key)
        else:
            self.table.store.put(self.key, after)
        self.table.pay_write(self.old_size, after.size if after else 0, factor=factor)
        self._pay_indexes(after)

    def _pay_indexes(self, after: StoredRow | None) -> None:
        """One write per index entry that changes in what it holds; two where its key moves."""
        for name in self.table.store.indexes:
            was, now = self._in_index(name, self.row), self._in_index(name, after)
            if was == now:
                continue
            moved = None in (was, now) or was[0] != now[0]  # type: ignore[index]
            sizes = [entry[1].size for entry in (was, now) if entry is not None]
            paid = sizes if moved else [max(sizes)]
            self.table.ledger.index_write_units += sum(max(1, ceil(s / 1024)) for s in paid)

    def _in_index(self, name: str, row: StoredRow | None) -> tuple[RowKey, StoredRow] | None:
        store = self.table.store
        entry = None if row is None else store.entry(name, row.item)
        if row is None or entry is None:
            return None
        return entry, store.project(name, row)

    def describe_failure(self) -> dict[str, Any]:
        wanted = self.params.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD"
        return {"Item": copy_item(self.old)} if wanted and self.old else {}


def prepare_write(table: SimulatedTable, kind: str, params: Params) -> Write:
    """Return the write with its item; BadRequest for what is wrong whatever the item."""
    table.expect_table(params["TableName"])
    values = checks.placeholders(
        params, ConditionExpression=checks.CONDITION, UpdateExpression=checks.UPDATE
    )
    item = normalize_item(params["Item"]) if kind == "Put" else None
    key = table.row_key(params["Key"]) if item is None else checks.item_key(table.store.key, item)
    return Write(table, kind, key, params, values, table.store.get(key), item)
