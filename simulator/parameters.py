"""Are a call's parameters right by botocore's models? Quickly yes, or botocore says what is wrong.

botocore walks its model for every value anew. Here each shape becomes a closure once, which answers
only for what is plainly right. Everything else goes to botocore's own validator, whose word it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from botocore.exceptions import ParamValidationError
from botocore.validate import ParamValidator

from simulator.refusals import service_model

Check = Callable[[Any], bool]

LEAVES: dict[str, type] = {"S": str, "N": str, "B": bytes, "BOOL": bool, "NULL": bool}
"""Attribute values that hold no others, and what each may be for botocore."""


def check_parameters(service: str, operation: str, params: dict[str, Any]) -> None:
    """Raise `ParamValidationError`, as a boto3 client would, for what the model does not allow."""
    shape = _input_shape(service, operation)
    if shape is None or _quick(service, operation)(params):
        return
    report = ParamValidator().validate(params, shape)
    if report.has_errors():
        raise ParamValidationError(report=report.generate_report())


@cache
def _input_shape(service: str, operation: str) -> Any:
    """`None` for an operation that takes nothing, such as GetSendQuota."""
    return service_model(service).operation_model(operation).input_shape


@cache
def _quick(service: str, operation: str) -> Check:
    return _check(_input_shape(service, operation), {})


def _check(shape: Any, known: dict[str, Check]) -> Check:
    """The shape's closure; `known` holds the ones of this model, also those being made."""
    if shape.name not in known:

        def itself(value: Any) -> bool:
            return known[shape.name](value)

        known[shape.name] = itself  # a shape may hold itself
        make = _MAKERS.get(shape.type_name, _never)
        known[shape.name] = make(shape, known)
    return known[shape.name]


def _never(_shape: Any, _known: dict[str, Check]) -> Check:
    return lambda _: False


def _structure(shape: Any, known: dict[str, Check]) -> Check:
    if shape.is_document_type or shape.is_tagged_union:
        return _never(shape, known)
    required = frozenset(shape.metadata.get("required", []))
    members = {name: _member(each, known) for name, each in shape.members.items()}

    def check(value: Any) -> bool:
        if type(value) is not dict or not required <= value.keys():
            return False
        for name, content in value.items():
            member = members.get(name)
            if member is None or not member(content):
                return False
        return True

    return _attribute_value(check) if shape.name == "AttributeValue" else check


def _attribute_value(otherwise: Check) -> Check:
    """Most of what we send: a plain attribute value."""

    def check(value: Any) -> bool:
        if type(value) is dict and len(value) == 1:
            ((kind, content),) = value.items()
            if type(content) is LEAVES.get(kind):
                return True
        return otherwise(value)

    return check


def _member(shape: Any, known: dict[str, Check]) -> Check:
    bound = getattr(shape, "serialization", {})
    if bound.get("hostLabel") or bound.get("jsonvalue"):
        return _never(shape, known)
    return _check(shape, known)


def _list(shape: Any, known: dict[str, Check]) -> Check:
    each, least = _member(shape.member, known), shape.metadata.get("min", 0)
    return lambda value: type(value) is list and len(value) >= least and all(map(each, value))


def _map(shape: Any, known: dict[str, Check]) -> Check:
    key, each = _member(shape.key, known), _member(shape.value, known)
    return lambda value: (
        type(value) is dict and all(map(key, value)) and all(map(each, value.values()))
    )


def _string(shape: Any, _known: dict[str, Check]) -> Check:
    least = shape.metadata.get("min", 0)
    return lambda value: isinstance(value, str) and len(value) >= least


def _integer(shape: Any, _known: dict[str, Check]) -> Check:
    least = shape.metadata.get("min", float("-inf"))
    return lambda value: type(value) is int and value >= least


def _boolean(_shape: Any, _known: dict[str, Check]) -> Check:
    return lambda value: type(value) is bool


def _blob(_shape: Any, _known: dict[str, Check]) -> Check:
    return lambda value: type(value) is bytes


_MAKERS: dict[str, Callable[[Any, dict[str, Check]], Check]] = {
    "structure": _structure,
    "list": _list,
    "map": _map,
    "string": _string,
    "integer": _integer,
    "long": _integer,
    "boolean": _boolean,
    "blob": _blob,
}
