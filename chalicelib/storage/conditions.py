"""Conditions with names, and the writes they guard.

A write is a plain value; `table.commit` carries several out as one transaction. Conditions have
names, so a failure is identified without reading expressions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from .attributes import Item, encode, encode_item
from .keys import Key


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the stored item; `#x` and `:x` stand for names and values."""

    name: str
    expression: str
    names: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    def __and__(self, other: Condition) -> Condition:
        """Return a condition that requires both."""
        return Condition(
            f"{self.name}_and_{other.name}",
            f"({self.expression}) AND ({other.expression})",
            {**self.names, **other.names},
            {**self.values, **other.values},
        )


MUST_EXIST = Condition("must_exist", "attribute_exists(pk)")
MUST_NOT_EXIST = Condition("must_not_exist", "attribute_not_exists(pk)")


def version_is(version: int) -> Condition:
    """Nobody changed the item since `version` was read."""
    return Condition(
        "version_is", "#version = :at_version", _NAMED_VERSION, {":at_version": version}
    )


def attribute_is(name: str, value: Any) -> Condition:
    """Require this value at this dotted path."""
    place, names = _write_path(name)
    mark = f":is_{_mark(name)}"
    return Condition(f"{name}_is", f"{place} = {mark}", names, {mark: value})


def fewer_than(name: str, many: int) -> Condition:
    """This map or list has fewer entries than that."""
    place, names = _write_path(name)
    return Condition("fewer_than", f"size({place}) < :many", names, {":many": many})


def attribute_missing(path: str) -> Condition:
    """Require that nothing is at this dotted path."""
    place, names = _write_path(path)
    return Condition("attribute_missing", f"attribute_not_exists({place})", names)


_NAMED_VERSION = {"#version": "version"}

_SHAPES = 256
"""Expressions that are kept: paths hold ids, so a process that lives long meets any number."""


@dataclass(frozen=True, slots=True)
class Put:
    """Write the whole item."""

    key: Key
    item: Item
    condition: Condition | None = None

    def request(self, table: str) -> dict[str, Any]:
        """Return the parameters of PutItem, or of a transaction's Put."""
        item = encode_item(self.item)
        item["pk"] = {"S": self.key.pk}
        item["sk"] = {"S": self.key.sk}
        return {"TableName": table, "Item": item, **_guard(self.condition)}


@dataclass(frozen=True, slots=True)
class Update:
    """Change attributes by dotted path; `raise_by` adds to numbers."""

    key: Key
    set: Mapping[str, Any] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    raise_by: Mapping[str, int] = field(default_factory=dict)
    condition: Condition | None = None

    def request(self, table: str) -> dict[str, Any]:
        """Return the parameters of UpdateItem, or of a transaction's Update."""
        condition = self.condition
        expression, names = _change(tuple(self.set), self.remove, tuple(self.raise_by))
        values = {f":s{n}": encode(value) for n, value in enumerate(self.set.values())}
        values.update({f":r{n}": encode(value) for n, value in enumerate(self.raise_by.values())})
        request: dict[str, Any] = {
            "TableName": table,
            "Key": {"pk": {"S": self.key.pk}, "sk": {"S": self.key.sk}},
            "UpdateExpression": expression,
        }
        if condition is not None:
            request["ConditionExpression"] = condition.expression
            names = {**names, **condition.names}
            values.update({mark: encode(value) for mark, value in condition.values.items()})
        if names:
            request["ExpressionAttributeNames"] = names
        if values:
            request["ExpressionAttributeValues"] = values
        return request


class Pattern:
    """One update for many items, alike but for the key and one value of the condition.

    The shared part is encoded for the table once: a tenth of the CPU of 100,000 deliveries.
    """

    def __init__(self, update: Update, varying: str) -> None:
        """`update` stands for all of them; `varying` is the mark of the value that differs."""
        self.condition = update.condition
        self._update = update
        self._varying = varying
        self._shared: dict[str, Any] = {}

    def of(self, key: Key, value: str) -> Patterned:
        """Return the update of one item, whose own value is a text."""
        return Patterned(key, value, self)

    def request(self, table: str, key: Key, value: str) -> dict[str, Any]:
        """Return the parameters of a transaction's Update."""
        shared = self._shared = self._shared or self._update.request(table)
        values = {**shared["ExpressionAttributeValues"], self._varying: {"S": value}}
        return {**shared, "Key": _plain(key), "ExpressionAttributeValues": values}


class Patterned(NamedTuple):
    """One of the updates of a pattern; only for transactions."""

    key: Key
    value: str
    pattern: Pattern

    @property
    def condition(self) -> Condition | None:
        """The condition on the item, if any."""
        return self.pattern.condition

    def request(self, table: str) -> dict[str, Any]:
        """Return the parameters of a transaction's Update."""
        return self.pattern.request(table, self.key, self.value)


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the item."""

    key: Key
    condition: Condition | None = None

    def request(self, table: str) -> dict[str, Any]:
        """Return the parameters of DeleteItem, or of a transaction's Delete."""
        return {"TableName": table, "Key": _plain(self.key), **_guard(self.condition)}


@dataclass(frozen=True, slots=True)
class Check:
    """Change nothing; the transaction fails unless the condition is true."""

    key: Key
    condition: Condition

    def request(self, table: str) -> dict[str, Any]:
        """Return the parameters of a transaction's ConditionCheck."""
        return {"TableName": table, "Key": _plain(self.key), **_guard(self.condition)}


Write = Put | Update | Patterned | Delete | Check


def _plain(key: Key) -> dict[str, Any]:
    return {"pk": {"S": key.pk}, "sk": {"S": key.sk}}


def _guard(condition: Condition | None) -> dict[str, Any]:
    if condition is None:
        return {}
    guard: dict[str, Any] = {"ConditionExpression": condition.expression}
    if condition.names:
        guard["ExpressionAttributeNames"] = dict(condition.names)
    if condition.values:
        guard["ExpressionAttributeValues"] = {m: encode(v) for m, v in condition.values.items()}
    return guard


_SPOKEN = frozenset({"assessments", "fit"})
"""Attributes that stand in expressions by their own names: none is a word DynamoDB reserves, and in
100,000 conditions every stand-in costs."""


@lru_cache(_SHAPES)
def _write_path(path: str) -> tuple[str, dict[str, str]]:
    """Write a dotted path with stand-ins, a step always alike: `a.b-1` -> `#pa.#pb_2d1`."""
    steps = path.split(".")
    places = [step if step in _SPOKEN else f"#p{_mark(step)}" for step in steps]
    names = {place: step for place, step in zip(places, steps, strict=True) if place != step}
    return ".".join(places), names


def _mark(step: str) -> str:
    plain = (letter.isascii() and letter.isalnum() for letter in step)
    return "".join(
        letter if fits else f"_{ord(letter):x}" for letter, fits in zip(step, plain, strict=True)
    )


@lru_cache(_SHAPES)
def _change(
    set_paths: tuple[str, ...], removed: tuple[str, ...], raised: tuple[str, ...]
) -> tuple[str, dict[str, str]]:
    """Write the update expression once per shape: 99 trackers of a chunk share it."""
    names: dict[str, str] = {}

    def path(dotted: str) -> str:
        place, needed = _write_path(dotted)
        names.update(needed)
        return place

    clauses = []
    if set_paths:
        clauses.append("SET " + ", ".join(f"{path(p)} = :s{n}" for n, p in enumerate(set_paths)))
    if removed:
        clauses.append("REMOVE " + ", ".join(path(p) for p in removed))
    if raised:
        clauses.append("ADD " + ", ".join(f"{path(p)} :r{n}" for n, p in enumerate(raised)))
    return " ".join(clauses), names
