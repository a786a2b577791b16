"""DynamoDB attribute values: `{"S": "..."}` and friends; checked, normalized, measured, copied."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

Value = dict[str, Any]
Item = dict[str, Value]

NUMBER_DIGITS = 38
SCALARS = frozenset(("S", "N", "B", "BOOL", "NULL"))


class BadValue(Exception):
    """An attribute value that DynamoDB refuses; the message is DynamoDB's."""


def normalize_value(value: Value) -> Value:
    """The value as DynamoDB stores it: numbers canonical, sets ordered, containers copied."""
    if len(value) != 1:
        raise BadValue(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one"
        )
    ((kind, content),) = value.items()
    return value.copy() if kind == "S" else {kind: NORMALIZE[kind](content)}


def number(text: str) -> str:
    """`"1.0"` -> `"1"`, `"1E2"` -> `"100"`; 38 significant digits at most."""
    try:
        exact = Decimal(text)
    except InvalidOperation:
        raise BadValue(f"The parameter cannot be converted to a numeric value: {text}") from None
    if not exact.is_finite():
        raise BadValue(f"The parameter cannot be converted to a numeric value: {text}")
    digits = len(exact.normalize().as_tuple().digits) if exact else 1
    if digits > NUMBER_DIGITS:
        raise BadValue("Attempting to store more than 38 significant digits in a Number")
    plain = format(exact, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if exact == 0 else plain


def _set_of(name: str, each: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    def normalize(members: list[Any]) -> list[Any]:
        if not members:
            raise BadValue(
                f"One or more parameter values were invalid: An {name} set  may not be empty"
            )
        unique = {each(member) for member in members}
        if len(unique) != len(members):
            raise BadValue(
                "One or more parameter values were invalid: "
                f"Input collection {members} contains duplicates."
            )
        return sorted(unique)

    return normalize


def _null(content: bool) -> bool:
    if content is not True:
        raise BadValue(
            "One or more parameter values were invalid: "
            "Null attribute value types must have the value of true"
        )
    return content


def _same(content: Any) -> Any:
    return content


NORMALIZE: dict[str, Callable[[Any], Any]] = {
    "S": _same,
    "N": number,
    "B": bytes,
    "BOOL": _same,
    "NULL": _null,
    "L": lambda members: [normalize_value(member) for member in members],
    "M": lambda members: {name: normalize_value(member) for name, member in members.items()},
    "SS": _set_of("string", _same),
    "NS": _set_of("number", number),
    "BS": _set_of("binary", bytes),
}


def normalize_item(item: Item) -> Item:
    return {name: normalize_value(value) for name, value in item.items()}


def copy_value(value: Value) -> Value:
    """Return a copy that shares nothing mutable with the stored value."""
    ((kind, content),) = value.items()
    if kind in SCALARS:
        return {kind: content}
    if kind == "M":
        return {kind: {name: copy_value(member) for name, member in content.items()}}
    if kind == "L":
        return {kind: [copy_value(member) for member in content]}
    return {kind: list(content)}


def copy_item(item: Item) -> Item:
    return {
        name: value.copy() if next(iter(value)) in SCALARS else copy_value(value)
        for name, value in item.items()
    }


def fingerprint(item: Item) -> int:
    """Return a number that equal items have in common, for as long as the process lives."""
    return hash(frozenset((name, _hashable(value)) for name, value in item.items()))


def _hashable(value: Value) -> Any:
    ((kind, content),) = value.items()
    if kind == "M":
        return kind, frozenset((name, _hashable(member)) for name, member in content.items())
    if kind == "L":
        return kind, tuple(map(_hashable, content))
    return kind, content if kind in SCALARS else tuple(content)


def size_of(value: Value) -> int:
    """Bytes, by DynamoDB's published item size rules."""
    ((kind, content),) = value.items()
    return SIZES[kind](content)


def item_size(item: Item) -> int:
    return sum(_text(name) + size_of(value) for name, value in item.items())


def _text(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _number_size(text: str) -> int:
    digits = len(text.lstrip("-").replace(".", "").strip("0"))
    return (digits + 1) // 2 + 1 + text.startswith("-")


SIZES: dict[str, Callable[[Any], int]] = {
    "S": _text,
    "N": _number_size,
    "B": len,
    "BOOL": lambda _: 1,
    "NULL": lambda _: 1,
    "L": lambda members: 3 + sum(1 + size_of(member) for member in members),
    "M": lambda members: (
        3 + sum(1 + _text(name) + size_of(member) for name, member in members.items())
    ),
    "SS": lambda members: sum(map(_text, members)),
    "NS": lambda members: sum(map(_number_size, members)),
    "BS": lambda members: sum(map(len, members)),
}


def order(value: Value) -> Any:
    """Return a key for `<`: numbers as numbers, text by its UTF-8 bytes (= code points)."""
    ((kind, content),) = value.items()
    return Decimal(content) if kind == "N" else content
