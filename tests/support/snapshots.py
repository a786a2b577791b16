"""Keep what moto's backends hold, and put it back for every test that begins there.

Bytes are kept, of every backend in use. So no copy shares with another what can change.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from joserfc.jwk import RSAKey
from moto.core.base_backend import BackendDict
from moto.core.model_instances import reset_model_data

moto_backends: Any = BackendDict
"""Untyped, because moto keeps to itself which are in use."""

SHARED = (RSAKey, type(RLock()))
"""Kept by reference: keys never change, and nobody holds a lock between two tests."""


@dataclass
class Beside:
    """An object of a test, as bytes: every reading is a copy of its own."""

    content: bytes
    shared: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, made: Any, **named: Any) -> Beside:
        """Keep it. `read` must get what is `named` under its name."""
        stream, shared = io.BytesIO(), list[Any]()
        _Keeper(stream, shared, [], named).dump(made)
        return cls(stream.getvalue(), shared)

    def read(self, **named: Any) -> Any:
        return _Reader(io.BytesIO(self.content), self.shared, named).load()


@dataclass
class Snapshot:
    """The state of all backends at one moment, and the test's objects beside it."""

    content: bytes
    shared: list[Any] = field(default_factory=list)

    @classmethod
    def take(cls, beside: Any = None, **named: Any) -> Snapshot:
        """Keep the backends, and `beside`. `restore` must get what is `named` under its name."""
        stream, shared = io.BytesIO(), list[Any]()
        services: list[Any] = list(moto_backends._instances)
        held = [(service, _by_place(service)) for service in services]
        _Keeper(stream, shared, services, named).dump((held, beside))
        return cls(stream.getvalue(), shared)

    def restore(self, **named: Any) -> Any:
        """Put everything back, and return a copy of what stood beside it."""
        empty_moto()
        reader = _Reader(io.BytesIO(self.content), self.shared, named)
        held, beside = reader.load()
        for service, places in held:
            for (account, region), state in places.items():
                service[account][region].__dict__ = state
        return beside


def empty_moto() -> None:
    """Forget everything, as moto does between two mocks."""
    BackendDict.reset()
    reset_model_data()


def _by_place(service: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (account, region): backend.__dict__ for account, region, backend in service.iter_backends()
    }


class _Keeper(pickle.Pickler):
    """Writes references to what is shared, to whole backends, and to what has a name."""

    def __init__(
        self, stream: io.BytesIO, shared: list[Any], services: list[Any], named: dict[str, Any]
    ) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._shared = shared
        self._names: dict[int, tuple[Any, ...]] = {
            id(backend): ("backend", service, account, region)
            for service in services
            for account, region, backend in service.iter_backends()
        }
        self._names |= {id(thing): ("named", name) for name, thing in named.items()}

    def persistent_id(self, thing: Any) -> Any:
        if id(thing) in self._names:
            return self._names[id(thing)]
        if isinstance(thing, (*SHARED, BackendDict)):
            self._shared.append(thing)
            return "shared", len(self._shared) - 1
        return None


class _Reader(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, shared: list[Any], named: dict[str, Any]) -> None:
        super().__init__(stream)
        self._shared, self._named = shared, named

    def persistent_load(self, name: Any) -> Any:
        kind, *rest = name
        if kind == "shared":
            return self._shared[rest[0]]
        if kind == "named":
            return self._named[rest[0]]
        service, account, region = rest
        return service[account][region]
