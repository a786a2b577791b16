"""The shared part of all stand-ins: it checks requests against botocore, and counts calls."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, ClassVar

from botocore import xform_name
from botocore.hooks import EventAliaser, HierarchicalEmitter
from botocore.paginate import Paginator
from botocore.serialize import create_serializer

from simulator.footprints import Footprint
from simulator.parameters import check_parameters
from simulator.refusals import exceptions, pagination, refusal, refuse, service_model

Params = dict[str, Any]
Method = Callable[..., dict[str, Any]]


@dataclass
class CostLedger:
    """The cost of the workload: calls by operation; DynamoDB units and bytes by its own rules."""

    calls: Counter[str] = field(default_factory=Counter)
    read_units: float = 0.0
    write_units: float = 0.0
    index_write_units: float = 0.0
    bytes_written: int = 0
    bytes_read: int = 0

    @property
    def total(self) -> int:
        return sum(self.calls.values())

    def of(self, service: str) -> int:
        return sum(n for name, n in self.calls.items() if name.startswith(f"{service}."))


@cache
def operation_names(service: str) -> dict[str, str]:
    """`put_item` -> `PutItem`"""
    return {xform_name(name): name for name in service_model(service).operation_names}


def operation(method: Callable[[Any, Params], dict[str, Any]]) -> Method:
    """A client method: keyword arguments in, checked as boto3 checks them, counted, answered."""

    @functools.wraps(method)
    def call(self: StandIn, **params: Any) -> dict[str, Any]:
        name = operation_names(self.service)[method.__name__]
        overheard = self.meta.overheard
        if overheard:
            self.meta.tell("provide-client-params", name, params=params)
            self.meta.tell("before-parameter-build", name, params=params)
        check_parameters(self.service, name, params)
        if overheard and (refused := self.meta.ask_before(name, params)):
            raise self.exceptions.from_code(refused["Error"]["Code"])(refused, name)
        self.ledger.calls[f"{self.service}.{name}"] += 1
        self.current = name
        self.note_use()
        answer = method(self, params)
        if overheard:
            self.meta.tell("after-call", name, parsed=answer)
        return {**answer, "ResponseMetadata": {"HTTPStatusCode": 200, "RetryAttempts": 0}}

    return call


class Meta:
    """The counterpart of `client.meta` in boto3: listeners hear of every call there."""

    def __init__(self, service: str) -> None:
        self.service_model = service_model(service)
        self.overheard = False
        """Whether anybody ever asked for `events`."""

    @cached_property
    def events(self) -> EventAliaser:
        """Botocore's own, made when somebody asks."""
        self.overheard = True
        return EventAliaser(HierarchicalEmitter())

    def tell(self, moment: str, operation: str, **known: Any) -> list[Any]:
        """Notify the listeners, and return their answers. The caller gets their errors."""
        name = f"{moment}.{self.service_model.service_id.hyphenize()}.{operation}"
        model = self.service_model.operation_model(operation)
        answers = self.events.emit(name, model=model, **known)
        return [answer for _, answer in answers if answer is not None]

    def ask_before(self, operation: str, params: Params) -> Any:
        """Show the listeners the request as it would go out. They may refuse in the cloud's place.

        A listener that refuses answers, as in botocore, with an HTTP response and its parsed body.
        """
        model = self.service_model.operation_model(operation)
        serializer = create_serializer(self.service_model.protocol, include_validation=False)
        request = serializer.serialize_to_request(params, model)
        answers = self.tell("before-call", operation, params=request)
        return next((read for http, read in answers if http.status_code >= 300), None)


class StandIn:
    """A client of one service."""

    service: ClassVar[str]

    def __init__(self, ledger: CostLedger | None = None) -> None:
        self.ledger = ledger or CostLedger()
        self.current = ""
        self.meta = Meta(self.service)
        self.watch: Footprint | None = None
        """Where it is noted who uses the service."""

    @property
    def exceptions(self) -> Any:
        return exceptions(self.service)

    def get_paginator(self, name: str) -> Any:
        """Botocore's own, over the calls here."""
        operation = operation_names(self.service)[name]
        model = self.meta.service_model.operation_model(operation)
        return Paginator(getattr(self, name), pagination(self.service)[operation], model)

    def refuse(self, code: str, message: str, **extra: Any) -> Any:
        refuse(self.service, self.current, code, message, **extra)

    def refusal(self, code: str, message: str, **extra: Any) -> Exception:
        return refusal(self.service, self.current, code, message, **extra)

    def note_use(self) -> None:
        """Note that somebody sees all of the service, and changes it."""
        if self.watch is not None:
            self.watch.reads(self.service, self.fingerprint())
            self.watch.writes(self.service)

    def fingerprint(self) -> int:
        """Return a number that services in the same state have in common, in this process."""
        raise NotImplementedError

    def close(self) -> None:
        """Boto3 clients can be closed."""
