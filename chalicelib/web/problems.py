"""Refusals as problem documents (RFC 9457): the one table from kind to HTTP status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib import days, errors
from chalicelib.acts import Answer

from . import refusals
from .public_address import ADDRESSES, complete

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

STATUSES: dict[type[errors.Refusal], int] = {
    errors.Malformed: 400,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Stale: 412,
    errors.TooLarge: 413,
    errors.UnsupportedMediaType: 415,
    errors.Invalid: 422,
    errors.PreconditionRequired: 428,
    errors.TooManyRequests: 429,
    errors.Unavailable: 503,
    errors.TimedOut: 504,
}

TITLES = {
    400: "The request cannot be read",
    401: "Please sign in",
    403: "Not allowed",
    404: "Not found",
    409: "Not possible now",
    412: "Changed meanwhile",
    413: "Too large",
    415: "Not sent as JSON",
    422: "Something needs correcting",
    428: "Version required",
    429: "Too many requests",
    500: "Our mistake",
    503: "Please try again",
    504: "Please try again",
}

MEDIA_TYPE = "application/problem+json"

RETRIED, RETRY_AFTER = (429, 503), "5"
"""Statuses after which the same request may be sent again, and after how many seconds."""


_FACTS = {
    "applying": "applying_import_id",
    "aside": "kept_conflict",
    "correction": "running_correction_id",
    "left_out": "left_out_count",
    "oldest_aside": "oldest_conflict",
    "other": "other_import_id",
    "problems": "problem_count",
    "processes": "process_ids",
    "set_id": "standards_set_id",
    "zone": "time_zone",
}
"""The API's names of further facts of refusals, where the domain has another."""


def problem(
    refusal: errors.Refusal,
    request_id: str,
    here: str = "",
    body_model: type[BaseModel] | None = None,
) -> Answer:
    """Return the answer of a refusal; pointers into a body have the API's names.

    `here` is the API's address: addresses in the answer begin with it.
    """
    status = STATUSES[type(refusal)]
    body: dict[str, Any] = {
        "type": build_explanation_address(refusal.code, here),
        "title": TITLES[status],
        "status": status,
        "code": refusal.code,
        "detail": refusal.message,
        "instance": f"urn:request:{request_id}",
    }
    if refusal.details:
        from .names import point_at

        body["errors"] = [
            {
                "pointer": point_at(each.pointer, body_model),
                "code": each.code,
                "message": each.message,
            }
            for each in refusal.details
        ]
    body |= {
        _FACTS.get(name, name): complete(fact, here) if name in ADDRESSES else fact
        for name, fact in refusal.facts.items()
        if fact is not None
    }
    headers = {"Content-Type": MEDIA_TYPE}
    if status in RETRIED:
        headers["Retry-After"] = RETRY_AFTER
    if status == 415:  # noqa: PLR2004 - an HTTP status
        headers["Accept"] = "application/json"
    if "version" in refusal.facts:
        headers["ETag"] = f'"{refusal.facts["version"]}"'
    return Answer(status, body, headers)


def build_explanation_address(code: str, here: str) -> str:
    """Return the address at which the documentation explains a code; `here` is the API's."""
    return f"{here}/v1/docs#{code}"


def our_mistake(request_id: str, here: str = "") -> Answer:
    """Return the answer to an unforeseen error; the log has the rest."""
    body = {
        "type": build_explanation_address("internal_error", here),
        "title": TITLES[500],
        "status": 500,
        "code": "internal_error",
        "detail": "Something went wrong on our side. Try again. If it happens again, give your "
        f"district's IT staff this number: {request_id}.",
        "instance": f"urn:request:{request_id}",
    }
    return Answer(500, body, {"Content-Type": MEDIA_TYPE})


def from_validation(error: ValidationError, where: str = "/") -> errors.Invalid:
    """Turn pydantic's findings into a refusal, one detail for each wrong place.

    `where` is the prefix of a field's name: `/` in a body, `query:` in a query.
    """
    details = [
        errors.Detail(
            where + "/".join(map(_escape, found["loc"])) if found["loc"] else "",
            found["type"],
            _sentence(found["type"], found["msg"], found.get("ctx", {})),
        )
        for found in error.errors(include_url=False, include_input=False)
    ]
    count = len(details)
    if count == 1:
        return refusals.INVALID_FIELD(details=details)
    return refusals.INVALID_FIELDS(details=details, count=count)


_SENTENCES = {
    "missing": "This field is required.",
    "extra_forbidden": "This field does not exist here. Remove it, or check its spelling.",
    "string_type": "This must be text.",
    "string_unicode": "This contains an invalid character. Retype it.",
    "string_pattern_mismatch": "This does not have the required format.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "int_parsing_size": "This number is too large.",
    "int_from_float": "This must be a whole number.",
    "finite_number": "This number is too large.",
    "bool_type": "This must be true or false.",
    "bool_parsing": "This must be true or false.",
    "list_type": "This must be a list.",
    "tuple_type": "This must be a list.",
    "dict_type": "This must be an object.",
    "model_type": "This must be an object.",
    "model_attributes_type": "This must be an object.",
    "string_too_short": "This needs at least {min_length} characters.",
    "string_too_long": "This can have at most {max_length} characters.",
    "too_short": "This needs at least {min_length} entries.",
    "too_long": "This can have at most {max_length} entries.",
    "greater_than_equal": "This must be {ge} or more.",
    "greater_than": "This must be more than {gt}.",
    "less_than_equal": "This must be {le} or less.",
    "less_than": "This must be less than {lt}.",
    "enum": "This must be one of: {expected}.",
    "literal_error": "This must be one of: {expected}.",
    "date_type": "This must be a date written like 2026-08-17.",
    "date_parsing": "This must be a date written like 2026-08-17.",
    "date_from_datetime_parsing": "This must be a date written like 2026-08-17.",
    "date_from_datetime_inexact": "This must be a date written like 2026-08-17, without a time.",
    "time_type": "This must be a time written like 08:30.",
    "time_parsing": "This must be a time written like 08:30.",
    **days.SENTENCES,
}


_SENTENCES_OF_ONE = {
    "string_too_short": "This cannot be blank.",
    "too_short": "Select at least one.",
}
"""Sentences for fields that need at least one letter or choice, and have none."""
_OF_TEXT = "Value"
"""The name that pydantic gives to the type of a text that another validator saw first."""


def _sentence(kind: str, given: str, facts: dict[str, Any]) -> str:
    if facts.get("field_type") == _OF_TEXT:
        kind = f"string_{kind}"
    if facts.get("min_length") == 1 and kind in _SENTENCES_OF_ONE:
        return _SENTENCES_OF_ONE[kind]
    template = _SENTENCES.get(kind)
    if template is not None:
        return template.format_map(facts)
    return given.removeprefix("Value error, ")


def _escape(step: object) -> str:
    """Write one step of a JSON pointer (RFC 6901)."""
    return str(step).replace("~", "~0").replace("/", "~1")
