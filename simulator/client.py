"""What every stand-in shares: requests checked against botocore's models, calls counted."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

from botocore import xform_name
from botocore.exceptions import ParamValidationError
from botocore.validate import ParamValidator

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


LEAVES: dict[str, type] = {"S": str, "N": str, "B": bytes, "BOOL": bool, "NULL": bool}
"""Attribute values that hold no others, and what each may be for botocore."""


_Validator: Any = ParamValidator
"""Untyped, because its steps are private."""


class QuickValidator(_Validator):  # type: ignore[misc]
    """botocore's own, but for a plain attribute value that is right: most of what we send."""

    def _validate(self, params: Any, shape: Any, errors: Any, name: str) -> None:
        if shape.name == "AttributeValue" and type(params) is dict and len(params) == 1:
            ((kind, value),) = params.items()
            if type(value) is LEAVES.get(kind):
                return
        super()._validate(params, shape, errors, name)


@cache
def input_shape(service: str, name: str) -> Any:
    """`None` for an operation that takes nothing, such as GetSendQuota."""
    return service_model(service).operation_model(name).input_shape


def check_parameters(service: str, name: str, params: Params) -> None:
    shape = input_shape(service, name)
    if shape is None:
        return
    report = QuickValidator().validate(params, shape)
    if report.has_errors():
        raise ParamValidationError(report=report.generate_report())


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
