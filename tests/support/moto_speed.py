"""Make moto bearable: transactions of a hundred, and thousands of calls.

moto copies the whole table once per action to be able to roll back; once per transaction is enough
(5.3 s become 79 ms). With each call it works out again what never changes: which methods a class
has, which URLs a service has, under which names it may find an answer's field. That is remembered.
What moto answers stays the same.
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
from moto.core.serialize import XFormedAttributePicker
from moto.dynamodb.models.table import Table

moto_dynamodb: Any = moto.dynamodb.models
"""Untyped, because it is changed."""


@contextmanager
def one_snapshot_per_transaction() -> Iterator[None]:
    """Copy each table once per transaction for as long as this lasts."""
    backend = moto_dynamodb.DynamoDBBackend
    original = backend.transact_write_items
    standing = moto_dynamodb.copy
    taken: dict[int, Any] = {}

    def deepcopy(thing: Any, memo: Any = None) -> Any:
        if not isinstance(thing, Table):
            return copy.deepcopy(thing, memo)
        if id(thing) not in taken:
            taken[id(thing)] = copy.deepcopy(thing)
        return taken[id(thing)]

    def transact(self: Any, transact_items: list[dict[str, Any]]) -> None:
        taken.clear()
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


moto_responses: Any = moto.core.responses
moto_backend: Any = BaseBackend
moto_picker: Any = XFormedAttributePicker
"""Untyped, because they are changed."""


def remember_what_never_changes() -> None:
    """Have moto work out once per process what depends on its code and on AWS's models alone."""
    moto_responses.method_names_from_class = functools.cache(moto_responses.method_names_from_class)
    moto_backend.urls = _remembered_urls(moto_backend.urls.fget)
    moto_picker.get_possible_keys = _remembered_keys(moto_picker.get_possible_keys)


def _remembered_urls(original: Any) -> property:
    known: dict[type, dict[str, Any]] = {}

    def urls(backend: Any) -> dict[str, Any]:
        if type(backend) not in known:
            known[type(backend)] = original(backend)
        return known[type(backend)]

    return property(urls)


def _remembered_keys(original: Any) -> Any:
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


remember_what_never_changes()
