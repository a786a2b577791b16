"""Make moto fast enough: transactions of a hundred, and thousands of calls.

moto copies the whole table once per action to be able to roll back. Once per transaction is enough
(5.3 s become 79 ms). With each call it also computes what never changes: the methods of a class,
the URLs of a service, the names of an answer's field. That is remembered. It looks for all ten
kinds of attribute value in each, though each has one. The answers of moto stay the same.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import moto.core.responses
import moto.dynamodb.models
from moto.core.base_backend import BaseBackend
from moto.core.models import MockAWS, botocore_stubber, responses_mock
from moto.core.serialize import BaseJSONSerializer, XFormedAttributePicker
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

moto_dynamodb: Any = moto.dynamodb.models
"""Untyped, because it is changed."""


@contextmanager
def one_snapshot_per_transaction() -> Iterator[None]:
    """Copy each table once per transaction, and only the items that it names."""
    backend = moto_dynamodb.DynamoDBBackend
    original = backend.transact_write_items
    standing = moto_dynamodb.copy
    taken: dict[int, Any] = {}
    named: list[dict[str, Any]] = []

    def deepcopy(thing: Any, memo: Any = None) -> Any:
        if not isinstance(thing, Table):
            return copy.deepcopy(thing, memo)
        if id(thing) not in taken:
            taken[id(thing)] = _copy_where_named(thing, named)
        return taken[id(thing)]

    def transact(self: Any, transact_items: list[dict[str, Any]]) -> None:
        taken.clear()
        named[:] = [action for item in transact_items for action in item.values()]
        try:
            original(self, transact_items)
        finally:
            taken.clear()

    backend.transact_write_items = transact
    moto_dynamodb.copy = SimpleNamespace(deepcopy=deepcopy, copy=copy.copy)
    try:
        yield
    finally:
        backend.transact_write_items = original
        moto_dynamodb.copy = standing


def _copy_where_named(table: Any, actions: list[dict[str, Any]]) -> Any:
    """Copy a table that only these actions change. The items that they name are copied in depth."""
    new = copy.copy(table)
    new.items = copy.copy(table.items)
    for partition, rows in table.items.items():
        new.items[partition] = dict(rows)
    for action in actions:
        key = action.get("Key") or action["Item"]
        partition, place = (
            DynamoType(key[name]) for name in (table.hash_key_attr, table.range_key_attr)
        )
        item = table.items[partition].get(place) if partition in table.items else None
        if item is not None:
            new.items[partition][place] = copy.deepcopy(item)
    return new


moto_mock: Any = MockAWS
moto_responses: Any = moto.core.responses
moto_backend: Any = BaseBackend
moto_picker: Any = XFormedAttributePicker
moto_serializer: Any = BaseJSONSerializer
"""Untyped, because they are changed."""


def remember_what_never_changes() -> None:
    """Have moto work out once per process what depends on its code and on AWS's models alone."""
    moto_mock._enable_patching = _remember_patches(moto_mock._enable_patching)
    moto_responses.method_names_from_class = functools.cache(moto_responses.method_names_from_class)
    moto_backend.urls = _remember_urls(moto_backend.urls.fget)
    moto_picker.get_possible_keys = _remember_keys(moto_picker.get_possible_keys)
    moto_serializer._serialize_type_structure = _attribute_values_as_they_are(
        moto_serializer._serialize_type_structure
    )


def _remember_patches(original: Any) -> Any:
    """The 1,288 addresses that moto answers to; adding one compares it with all before it."""
    known: list[Any] = []

    def enable_patching(mock: Any, reset: bool = True) -> None:
        if not known or not reset:
            original(mock, reset)
            known[:] = responses_mock.registered()
            return
        botocore_stubber.enabled = True
        mock.reset()
        responses_mock.start()
        responses_mock.registered()[:] = known

    return enable_patching


def _remember_urls(original: Any) -> property:
    known: dict[type, dict[str, Any]] = {}

    def urls(backend: Any) -> dict[str, Any]:
        if type(backend) not in known:
            known[type(backend)] = original(backend)
        return known[type(backend)]

    return property(urls)


def _remember_keys(original: Any) -> Any:
    """Keys depend on the field's shape, and on the class of the object that holds the value."""
    known: dict[tuple[Any, ...], Sequence[str]] = {}

    def possible_keys(picker: Any, context: Any) -> Sequence[str]:
        shape, owner = context.shape, type(context.obj)
        if hasattr(owner, "Meta"):  # which may name aliases of its own
            return tuple(original(picker, context))
        parent = getattr(shape, "parent", None)
        place = (context.service_model.service_name, getattr(parent, "name", None))
        key = (place, getattr(shape, "name", None), context.key, owner)
        if key not in known:
            known[key] = tuple(original(picker, context))
        return known[key]

    return possible_keys


def _attribute_values_as_they_are(original: Any) -> Any:
    def serialize(serializer: Any, serialized: Any, value: Any, shape: Any, key: str) -> None:
        if key and shape.name == "AttributeValue" and _is_sent_as_it_is(value):
            serializer._default_serialize(serialized, value, shape, key)
        else:
            original(serializer, serialized, value, shape, key)

    return serialize


def _is_sent_as_it_is(value: Any) -> bool:
    """Return an attribute value without bytes."""
    if type(value) is not dict or len(value) != 1:
        return False
    ((kind, content),) = value.items()
    if kind == "M":
        return type(content) is dict and all(map(_is_sent_as_it_is, content.values()))
    if kind == "L":
        return type(content) is list and all(map(_is_sent_as_it_is, content))
    return type(content) is _SENT.get(kind)


_SENT = {"S": str, "N": str, "BOOL": bool}


remember_what_never_changes()
