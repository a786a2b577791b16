"""Query: one partition of the table or of an index, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, Any

from simulator import requests as checks
from simulator.client import Params
from simulator.evaluation import Scope, holds, project_item
from simulator.expressions import DocumentPath, ExpressionCall, Literal, condition, resolve_path
from simulator.requests import BadRequest
from simulator.store import KeyNames, Partition, StoredRow
from simulator.values import Item, copy_item, normalize_item

if TYPE_CHECKING:
    from simulator.table import SimulatedTable

PAGE = 1024 * 1024
READ_UNIT = 4096
UNSUPPORTED = "Query key condition not supported"
SORT_CONDITIONS = frozenset(("=", "<", "<=", ">", ">=", "BETWEEN", "begins_with"))


def answer_query(table: SimulatedTable, params: Params) -> dict[str, Any]:
    table.expect_table(params["TableName"])
    values = checks.placeholders(
        params,
        KeyConditionExpression=checks.CONDITION,
        FilterExpression=checks.CONDITION,
        ProjectionExpression=checks.PROJECTION,
    )
    names = _key_names(table, params)
    wanted = _partition_value(params, names, values)
    _refuse_key_filter(params, names)
    partition = _partition(table, params, wanted)
    seen, matched, more = _page(table, partition, params, names, values)
    _pay(table, params, seen)
    return _answer(table, params, matched, seen, more, values)


def _key_names(table: SimulatedTable, params: Params) -> KeyNames:
    index = params.get("IndexName")
    if index is None:
        return table.store.key
    if index not in table.store.indexes:
        raise BadRequest(f"The table does not have the specified index: {index}")
    if params.get("ConsistentRead"):
        raise BadRequest("Consistent reads are not supported on global secondary indexes")
    return table.store.indexes[index]


def _partition_value(params: Params, names: KeyNames, values: dict[str, Any]) -> str:
    """Return the partition asked for; the rest of the condition must be one on the sort key."""
    if "KeyConditionExpression" not in params:
        raise BadRequest(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified"
        )
    tree = condition(params["KeyConditionExpression"]).tree
    parts = tree.arguments if tree.name == "AND" else (tree,)
    attributes = params.get("ExpressionAttributeNames", {})
    by_name = {_attribute(part, attributes): part for part in parts}
    hashed = by_name.pop(names.pk, None)
    if hashed is None or hashed.name != "=":
        raise BadRequest(f"Query condition missed key schema element: {names.pk}")
    if len(parts) > 2 or by_name.keys() - {names.sk}:
        raise BadRequest(UNSUPPORTED)
    if any(part.name not in SORT_CONDITIONS for part in by_name.values()):
        raise BadRequest(UNSUPPORTED)
    value = values[hashed.arguments[1].name]
    if not value.get("S"):
        raise BadRequest(
            "One or more parameter values were invalid:"
            " Condition parameter type does not match schema type"
        )
    return str(value["S"])


def _attribute(part: ExpressionCall, names: dict[str, str]) -> str:
    first, *rest = part.arguments
    if not isinstance(first, DocumentPath) or not all(isinstance(r, Literal) for r in rest):
        raise BadRequest(UNSUPPORTED)
    return str(resolve_path(first, names)[0])


def _refuse_key_filter(params: Params, names: KeyNames) -> None:
    if "FilterExpression" not in params:
        return
    attributes = params.get("ExpressionAttributeNames", {})
    for path in _paths(condition(params["FilterExpression"]).tree):
        if resolve_path(path, attributes)[0] in (names.pk, names.sk):
            raise BadRequest(
                "Filter Expression can only contain non-primary key attributes:"
                f" Primary key attribute: {resolve_path(path, attributes)[0]}"
            )


def _paths(tree: Any) -> Iterator[DocumentPath]:
    if isinstance(tree, DocumentPath):
        yield tree
    elif isinstance(tree, ExpressionCall):
        for argument in tree.arguments:
            yield from _paths(argument)


def _partition(table: SimulatedTable, params: Params, wanted: str) -> Partition:
    return table.store.partition(params.get("IndexName"), wanted)


def _page(
    table: SimulatedTable,
    partition: Partition,
    params: Params,
    names: KeyNames,
    values: dict[str, Any],
) -> tuple[list[StoredRow], list[StoredRow], bool]:
    """Rows read, rows that pass the filter, and whether the page ended before the partition."""
    limit = params.get("Limit", PAGE)
    seen: list[StoredRow] = []
    matched: list[StoredRow] = []
    size = 0
    for row in _in_range(table, partition, params, names, values):
        if seen and size + row.size > PAGE:
            return seen, matched, True
        seen.append(row)
        size += row.size
        if _passes(row, params, values):
            matched.append(row)
        if len(seen) == limit:
            return seen, matched, True
    return seen, matched, False


def _passes(row: StoredRow, params: Params, values: dict[str, Any]) -> bool:
    if "FilterExpression" not in params:
        return True
    names = params.get("ExpressionAttributeNames", {})
    return holds(params["FilterExpression"], Scope(row.item, names, values))


def _in_range(
    table: SimulatedTable,
    partition: Partition,
    params: Params,
    names: KeyNames,
    values: dict[str, Any],
) -> Iterator[StoredRow]:
    """Rows that the key condition allows, in the order asked for, behind the start key."""
    forward = params.get("ScanIndexForward", True)
    expression = params["KeyConditionExpression"]
    attributes = params.get("ExpressionAttributeNames", {})
    after = _start(table, params)
    if after is None and forward:
        after = _lower_bound(partition, params, names, values)
    inside = False
    for _, row in partition.walk(forward=forward, after=after):
        if holds(expression, Scope(row.item, attributes, values)):
            inside = True
            yield row
        elif inside:
            return


def _lower_bound(
    partition: Partition, params: Params, names: KeyNames, values: dict[str, Any]
) -> Any | None:
    """Where a forward walk may start: every sort condition but `<` has a smallest key."""
    tree = condition(params["KeyConditionExpression"]).tree
    attributes = params.get("ExpressionAttributeNames", {})
    for part in tree.arguments if tree.name == "AND" else ():
        if _attribute(part, attributes) == names.sk and part.name not in ("<", "<="):
            low = values[part.arguments[1].name].get("S", "")
            return partition.reach((low,) if "IndexName" in params else low)
    return None


def _start(table: SimulatedTable, params: Params) -> Any | None:
    start = params.get("ExclusiveStartKey")
    if start is None:
        return None
    item = normalize_item(start)
    names = table.store.key
    index = table.store.indexes.get(params.get("IndexName", ""))
    expected = {names.pk, names.sk} | ({index.pk, index.sk} if index else set())
    if set(item) != expected:
        raise BadRequest("The provided starting key is invalid")
    key = names.of(item)
    return (index.of(item)[1], *key) if index else key[1]


def _pay(table: SimulatedTable, params: Params, seen: list[StoredRow]) -> None:
    size = sum(row.size for row in seen)
    units = max(1, ceil(size / READ_UNIT))
    table.ledger.read_units += units if params.get("ConsistentRead") else units / 2
    table.ledger.bytes_read += size


def _answer(
    table: SimulatedTable,
    params: Params,
    matched: list[StoredRow],
    seen: list[StoredRow],
    more: bool,
    values: dict[str, Any],
) -> dict[str, Any]:
    answer: dict[str, Any] = {"Count": len(matched), "ScannedCount": len(seen)}
    if params.get("Select") != "COUNT":
        answer["Items"] = [_project(row.item, params, values) for row in matched]
    if more:
        answer["LastEvaluatedKey"] = _last_key(table, params, seen[-1].item)
    return answer


def _project(item: Item, params: Params, values: dict[str, Any]) -> Item:
    if "ProjectionExpression" not in params:
        return copy_item(item)
    names = params.get("ExpressionAttributeNames", {})
    return project_item(params["ProjectionExpression"], Scope(item, names, values))


def _last_key(table: SimulatedTable, params: Params, item: Item) -> Item:
    names = {table.store.key.pk, table.store.key.sk}
    index = table.store.indexes.get(params.get("IndexName", ""))
    names |= {index.pk, index.sk} if index else set()
    return copy_item({name: item[name] for name in names})
