"""DynamoDB: one linearizable table with its indexes, behind boto3's client methods."""

from __future__ import annotations

import threading
from collections.abc import Callable
from math import ceil
from typing import Any, ClassVar

from simulator import requests as checks
from simulator.client import CostLedger, Params, StandIn, operation
from simulator.clock import SimulatedClock
from simulator.evaluation import Scope, find_value, project_item
from simulator.expressions import resolve_path
from simulator.expressions import update as parsed_update
from simulator.queries import answer_query
from simulator.requests import BadRequest
from simulator.store import KeyNames, RowKey, SimulatedStore, StoredRow
from simulator.throttle import MESSAGE, Throttle
from simulator.transactions import Transactions
from simulator.values import BadValue, Item, copy_item, normalize_item
from simulator.writes import (
    SimulatedConditionFailed,
    Write,
    count_write_units,
    prepare_write,
)

READ_UNIT = 4096


class SimulatedTable(StandIn):
    """A DynamoDB client that knows one table. Every call happens at one instant."""

    service: ClassVar[str] = "dynamodb"

    def __init__(
        self,
        name: str = "plumbline",
        *,
        key: tuple[str, str] = ("pk", "sk"),
        indexes: dict[str, tuple[Any, ...]] | None = None,
        clock: SimulatedClock | None = None,
        ledger: CostLedger | None = None,
    ) -> None:
        super().__init__(ledger)
        self.name = name
        self.store = SimulatedStore(
            KeyNames(*key), {n: KeyNames(*k) for n, k in (indexes or {}).items()}
        )
        self.transactions = Transactions(self, clock or SimulatedClock())
        self.throttle: Throttle | None = None
        """How fast it takes writes; without one it takes everything."""
        self._one_at_a_time = threading.RLock()

    # reads

    @operation
    def get_item(self, params: Params) -> dict[str, Any]:
        return self._answer(self._get, params)

    @operation
    def batch_get_item(self, params: Params) -> dict[str, Any]:
        return self._answer(self._batch_get, params)

    @operation
    def query(self, params: Params) -> dict[str, Any]:
        return self._answer(lambda p: answer_query(self, p), params)

    @operation
    def transact_get_items(self, params: Params) -> dict[str, Any]:
        return self._answer(self.transactions.get, params)

    # writes

    @operation
    def put_item(self, params: Params) -> dict[str, Any]:
        return self._answer(lambda p: self._write("Put", p), params)

    @operation
    def update_item(self, params: Params) -> dict[str, Any]:
        return self._answer(lambda p: self._write("Update", p), params)

    @operation
    def delete_item(self, params: Params) -> dict[str, Any]:
        return self._answer(lambda p: self._write("Delete", p), params)

    @operation
    def batch_write_item(self, params: Params) -> dict[str, Any]:
        return self._answer(self._batch_write, params)

    @operation
    def transact_write_items(self, params: Params) -> dict[str, Any]:
        return self._answer(self.transactions.write, params)

    def note_use(self) -> None:
        """The store notes what is read and written of it."""

    # for tests to begin with, and to look at

    def load(self, item: Item) -> None:
        """Store an item, without cost and unchecked."""
        self.store.put(self.store.key.of(item), StoredRow.of(item))

    def items(self) -> list[Item]:
        """Every item, without cost."""
        return [copy_item(row.item) for row in self.store.rows()]

    # inside

    def _answer(self, answer: Callable[[Params], dict[str, Any]], params: Params) -> dict[str, Any]:
        with self._one_at_a_time:
            try:
                return answer(params)
            except (BadRequest, BadValue) as refused:
                raise self.refusal("ValidationException", str(refused)) from None

    def expect_table(self, name: str) -> None:
        if name != self.name:
            self.refuse("ResourceNotFoundException", "Requested resource not found")

    def _get(self, params: Params) -> dict[str, Any]:
        self.expect_table(params["TableName"])
        checks.placeholders(params, ProjectionExpression=checks.PROJECTION)
        item = self.read(params["Key"], params, consistent=params.get("ConsistentRead", False))
        return {} if item is None else {"Item": item}

    def read(self, key: Item, params: Params, *, consistent: bool, factor: int = 1) -> Item | None:
        """One item, projected and paid for."""
        row = self.store.get(self.row_key(key))
        self.pay_read(row.size if row else 0, consistent=consistent, factor=factor)
        if row is None:
            return None
        if "ProjectionExpression" not in params:
            return copy_item(row.item)
        names = params.get("ExpressionAttributeNames", {})
        return project_item(params["ProjectionExpression"], Scope(row.item, names, {}))

    def _batch_get(self, params: Params) -> dict[str, Any]:
        found_items: list[Item] = []
        for name, wanted in params["RequestItems"].items():
            self.expect_table(name)
            checks.placeholders(wanted, ProjectionExpression=checks.PROJECTION)
            checks.batch([self.row_key(key) for key in wanted["Keys"]], limit=100, what="Keys")
            for key in wanted["Keys"]:
                item = self.read(key, wanted, consistent=wanted.get("ConsistentRead", False))
                found_items += [] if item is None else [item]
        return {"Responses": {self.name: found_items}, "UnprocessedKeys": {}}

    def _write(self, kind: str, params: Params) -> dict[str, Any]:
        write = prepare_write(self, kind, params)
        if not self.admits(write.units):
            self.refuse("ThrottlingException", MESSAGE)
        try:
            write.check()
        except SimulatedConditionFailed:
            self.pay_write(write.old_size, 0, factor=1)
            extra = write.describe_failure()
            self.refuse(
                "ConditionalCheckFailedException", "The conditional request failed", **extra
            )
        after = write.after()
        write.refuse_bad(after)
        answer = _return_values(write, after.item if after else None, params)
        write.apply(after, factor=1)
        return answer

    def _batch_write(self, params: Params) -> dict[str, Any]:
        unprocessed: dict[str, Any] = {}
        for name, wanted in params["RequestItems"].items():
            self.expect_table(name)
            writes = [self._unconditional(request) for request in wanted]
            checks.batch([w.key for w in writes], limit=25, what="requests")
            left = []
            for request, write in zip(wanted, writes, strict=True):
                after = write.after()
                write.refuse_bad(after)
                if self.admits(write.units):
                    write.apply(after, factor=1)
                else:
                    left.append(request)
            if len(left) == len(wanted):
                self.refuse("ProvisionedThroughputExceededException", MESSAGE)
            unprocessed |= {name: left} if left else {}
        return {"UnprocessedItems": unprocessed}

    def _unconditional(self, request: Params) -> Write:
        if "PutRequest" in request:
            put = {"TableName": self.name, "Item": request["PutRequest"]["Item"]}
            return prepare_write(self, "Put", put)
        delete = {"TableName": self.name, "Key": request["DeleteRequest"]["Key"]}
        return prepare_write(self, "Delete", delete)

    def row_key(self, key: Item) -> RowKey:
        return checks.row_key(self.store.key, normalize_item(key))

    def pay_read(self, size: int, *, consistent: bool, factor: int = 1) -> None:
        units = max(1, ceil(size / READ_UNIT)) * factor
        self.ledger.read_units += units if consistent else units / 2
        self.ledger.bytes_read += size

    def pay_write(self, old_size: int, new_size: int, *, factor: int) -> None:
        units = factor * count_write_units(old_size, new_size)
        self.ledger.write_units += units
        self.ledger.bytes_written += new_size
        if self.throttle is not None:
            self.throttle.pay(units)

    def admits(self, units: int) -> bool:
        """Return whether the table has so many write units now."""
        return self.throttle is None or self.throttle.admits(units)


def _return_values(write: Write, after: Item | None, params: Params) -> dict[str, Any]:
    wanted = params.get("ReturnValues", "NONE")
    if write.kind != "Update" and wanted not in ("NONE", "ALL_OLD"):
        raise BadRequest("ReturnValues can only be ALL_OLD or NONE")
    shown = {"ALL_OLD": write.old, "ALL_NEW": after, "UPDATED_OLD": write.old, "UPDATED_NEW": after}
    item = shown.get(wanted)
    if item and wanted.startswith("UPDATED"):
        item = _select_touched(item, params)
    return {"Attributes": copy_item(item)} if item else {}


def _select_touched(item: Item, params: Params) -> Item:
    """Return the top-level attributes that the update names, as far as they are there."""
    names = params.get("ExpressionAttributeNames", {})
    clauses = parsed_update(params["UpdateExpression"]).tree
    paths = [resolve_path(path, names) for actions in clauses.values() for path, _ in actions]
    return {p[0]: item[p[0]] for p in paths if find_value(item, p[:1]) is not None}  # type: ignore[index,misc]
