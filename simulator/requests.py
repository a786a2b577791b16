"""The checks that DynamoDB makes before it looks at any item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from simulator import expressions
from simulator.expressions import BadExpression, Parsed
from simulator.store import KeyNames, RowKey
from simulator.values import BadValue, Item, normalize_value

KEY_LIMITS = {"hash": 2048, "range": 1024}
ITEM_LIMIT = 400 * 1024
CONDITION = expressions.condition
PROJECTION = expressions.projection
UPDATE = expressions.update


class BadRequest(Exception):
    """A request that DynamoDB refuses with a ValidationException; the message is DynamoDB's."""


def row_key(names: KeyNames, item: Item) -> RowKey:
    """Return a `Key` argument: exactly the two attributes, as non-empty strings that fit."""
    if set(item) != {names.pk, names.sk}:
        raise BadRequest("The provided key element does not match the schema")
    return item_key(names, item)


def item_key(names: KeyNames, item: Item) -> RowKey:
    for name, limit in zip((names.pk, names.sk), KEY_LIMITS.values(), strict=True):
        if name not in item:
            raise BadRequest(
                f"One or more parameter values were invalid: Missing the key {name} in the item"
            )
        _key_part(name, item[name], limit)
    return names.of(item)


def _key_part(name: str, value: dict[str, Any], limit: int) -> None:
    if "S" not in value:
        raise BadRequest(
            "One or more parameter values were invalid: "
            f"Type mismatch for key {name} expected: S actual: {next(iter(value))}"
        )
    if not value["S"]:
        raise BadRequest(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
            f" cannot contain an empty string value. Key: {name}"
        )
    if len(value["S"].encode()) > limit:
        raise BadRequest(
            f"One or more parameter values were invalid: Size of {name} has exceeded the"
            f" maximum size limit of {limit} bytes"
        )


def index_keys(indexes: Mapping[str, KeyNames], item: Item) -> None:
    """An item may leave an index's keys out, but may not fill them badly."""
    for index, names in indexes.items():
        for name, limit in zip((names.pk, names.sk), KEY_LIMITS.values(), strict=True):
            if name in item:
                _index_key_part(index, name, item[name], limit)


def _index_key_part(index: str, name: str, value: dict[str, Any], limit: int) -> None:
    if "S" not in value:
        raise BadRequest(
            "One or more parameter values were invalid: Type mismatch for Index Key"
            f" {name} Expected: S Actual: {next(iter(value))} IndexName: {index}"
        )
    if not value["S"]:
        raise BadRequest(
            "One or more parameter values are not valid. A value specified for a secondary index"
            f" key is not supported. The AttributeValue for a key attribute cannot contain an"
            f" empty string value. IndexName: {index}, IndexKey: {name}"
        )
    _key_part(name, value, limit)


def item_fits(size: int) -> None:
    if size > ITEM_LIMIT:
        raise BadRequest("Item size has exceeded the maximum allowed size")


def batch(keys: Sequence[RowKey], *, limit: int, what: str) -> None:
    if len(keys) > limit:
        raise BadRequest(
            f"Too many {what} in a batch: Member must have length less than or equal to {limit}"
        )
    if len(set(keys)) != len(keys):
        raise BadRequest("Provided list of item keys contains duplicates")


def placeholders(params: Mapping[str, Any], **readers: Callable[[str], Parsed]) -> dict[str, Any]:
    """Every placeholder is defined and every definition used; answers the normalized values."""
    names, values = _read_placeholders(params)
    texts = tuple((each, params[each], read) for each, read in readers.items() if each in params)
    if names or values or texts:
        _fit(texts, tuple(names), tuple(values))
    return {name: _value(name, value) for name, value in values.items()}


@lru_cache(maxsize=4096)
def _fit(
    texts: tuple[tuple[str, str, Callable[[str], Parsed]], ...],
    names: tuple[str, ...],
    values: tuple[str, ...],
) -> None:
    """Look at expressions and the placeholders beside them, which are the same call after call."""
    used_names: set[str] = set()
    used_values: set[str] = set()
    for field, text, read in texts:
        parsed = _read(field, text, read)
        _all_defined(field, parsed.names, names, "name", "document path")
        _all_defined(field, parsed.values, values, "value", "expression")
        used_names |= parsed.names
        used_values |= parsed.values
    _all_used("Names", set(names) - used_names)
    _all_used("Values", set(values) - used_values)


def _read_placeholders(params: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    for field in ("ExpressionAttributeNames", "ExpressionAttributeValues"):
        if field in params and not params[field]:
            raise BadRequest(f"{field} must not be empty")
    return (
        params.get("ExpressionAttributeNames", {}),
        params.get("ExpressionAttributeValues", {}),
    )


def _read(field: str, text: str, read: Callable[[str], Parsed]) -> Parsed:
    if not text:
        raise BadRequest(f"Invalid {field}: The expression can not be empty;")
    try:
        return read(text)
    except BadExpression as bad:
        raise BadRequest(f"Invalid {field}: {bad}") from None


def _all_defined(
    field: str, used: frozenset[str], defined: Sequence[str], what: str, where: str
) -> None:
    for name in sorted(used - set(defined)):
        raise BadRequest(
            f"Invalid {field}: An expression attribute {what} used in the {where} is not defined;"
            f" attribute {what}: {name}"
        )


def _all_used(what: str, unused: set[str]) -> None:
    if unused:
        raise BadRequest(
            f"Value provided in ExpressionAttribute{what} unused in expressions:"
            f" keys: {{{', '.join(sorted(unused))}}}"
        )


def _value(name: str, value: dict[str, Any]) -> dict[str, Any]:
    try:
        return normalize_value(value)
    except BadValue as bad:
        raise BadRequest(
            f"ExpressionAttributeValues contains invalid value: {bad} for key {name}"
        ) from None
