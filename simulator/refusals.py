"""Errors as AWS raises them: botocore's own classes, with the codes and shapes of the service."""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn

import botocore.session
from botocore.errorfactory import ClientExceptionsFactory
from botocore.exceptions import ClientError
from botocore.model import ServiceModel

HTTP_STATUS = {
    "InternalServerError": 500,
    "InternalError": 500,
    "SlowDown": 503,
    "ServiceUnavailable": 503,
    "NoSuchKey": 404,
    "404": 404,
    "412": 412,
    "PreconditionFailed": 412,
}


@cache
def service_model(service: str) -> ServiceModel:
    """The service's own description, as botocore ships it."""
    return botocore.session.Session().get_service_model(service)


@cache
def pagination(service: str) -> Any:
    """How the service's lists go on, by operation."""
    session = botocore.session.Session()
    return session.get_component("data_loader").load_service_model(service, "paginators-1")[
        "pagination"
    ]


@cache
def exceptions(service: str) -> Any:
    """The counterpart of a real client's `client.exceptions`."""
    return ClientExceptionsFactory().create_client_exceptions(service_model(service))


def refuse(service: str, operation: str, code: str, message: str, **extra: Any) -> NoReturn:
    """Raise what boto3 raises; `extra` joins the response (CancellationReasons, Item)."""
    raise refusal(service, operation, code, message, **extra)


def refusal(service: str, operation: str, code: str, message: str, **extra: Any) -> ClientError:
    response = {
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": HTTP_STATUS.get(code, 400), "RetryAttempts": 0},
        **extra,
    }
    kind = exceptions(service).from_code(code)
    error: ClientError = kind(response, operation)
    return error
