"""What every stand-in shares: requests checked against botocore's models, calls counted."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

from botocore import xform_name

from simulator.parameters import check_parameters
from simulator.refusals import exceptions, refusal, refuse, service_model

Params = dict[str, Any]
Method = Callable[..., dict[str, Any]]


@dataclass
class Ledger:
    """What the workload cost: calls by operation; DynamoDB units and bytes by its own rules."""

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
        check_parameters(self.service, name, params)
        self.ledger.calls[f"{self.service}.{name}"] += 1
        self.current = name
        answer = method(self, params)
        return {**answer, "ResponseMetadata": {"HTTPStatusCode": 200, "RetryAttempts": 0}}

    return call


class StandIn:
    """A client of one service."""

    service: ClassVar[str]

    def __init__(self, ledger: Ledger | None = None) -> None:
        self.ledger = ledger or Ledger()
        self.current = ""

    @property
    def exceptions(self) -> Any:
        return exceptions(self.service)

    def refuse(self, code: str, message: str, **extra: Any) -> Any:
        refuse(self.service, self.current, code, message, **extra)

    def refusal(self, code: str, message: str, **extra: Any) -> Exception:
        return refusal(self.service, self.current, code, message, **extra)

    def close(self) -> None:
        """Boto3 clients can be closed."""
