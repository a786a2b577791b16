"""Headers that requests carry and answers bring, each described once."""

from __future__ import annotations

from typing import Any

from chalicelib.web.documentation import ADDRESS
from chalicelib.web.idempotency import HEADER, KEY, REPLAYED

Json = dict[str, Any]

IF_MATCH = r'^(W/)?"?[0-9]{1,12}"?$'

ANSWERED: dict[str, Json] = {
    "ETag": {
        "description": "The version of what is answered, in quotes. Send it as `If-Match` with a "
        "change.",
        "schema": {"type": "string", "pattern": '^"[0-9a-f]{1,32}"$', "examples": ['"3"']},
    },
    "Location": {
        "description": "The address of what was made, or of the job that is at work on it.",
        "schema": {
            "type": "string",
            "format": "uri-reference",
            "examples": [f"{ADDRESS}/v1/trackers/01J7Z5T0QK3W8V6M2N4P9R1S0A"],
        },
    },
    "Link": {
        "description": 'The address of the next page, as `<...>; rel="next"` (RFC 8288). Missing '
        "on the last page.",
        "schema": {
            "type": "string",
            "examples": [f'<{ADDRESS}/v1/schools?limit=50&cursor=x>; rel="next"'],
        },
    },
    "Retry-After": {
        "description": "The seconds to wait before you send the request again or check the work "
        "again; missing once the work has ended.",
        "schema": {"type": "integer", "minimum": 0, "examples": [5]},
    },
    "X-Request-Id": {
        "description": "The number of this request. Name it when you ask for help. Refusals of the "
        "gateway have it only as `instance` of the problem.",
        "schema": {"type": "string", "examples": ["5b1f2d3c-8a0e-4f6b-9c7d-2e1a0b9c8d7e"]},
    },
    REPLAYED: {
        "description": "On the answer to a repeat, which changed nothing. It is the first answer.",
        "schema": {"type": "string", "enum": ["true"], "x-enum-descriptions": ["It is a repeat."]},
    },
    "Content-Disposition": {
        "description": "The name to save the file under.",
        "schema": {"type": "string", "examples": ['attachment; filename="results.csv"']},
    },
    "Accept": {
        "description": "The media type that this address takes.",
        "schema": {"type": "string", "const": "application/json"},
    },
    "Cache-Control": {
        "description": "How long the answer may be kept. Nothing but this description may be.",
        "schema": {"type": "string", "examples": ["public, max-age=300"]},
    },
}
"""The headers of answers, by name."""


def refer_to_headers(*names: str) -> Json:
    """Refer to headers of an answer; every answer has its request's number."""
    return {
        name: {"$ref": f"#/components/headers/{name}"} for name in (*names, "X-Request-Id") if name
    }


def if_match() -> Json:
    """Describe the header that says which version a change is a change of."""
    return {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": "The version that you change: the `ETag` (or `version`) of what you read. "
        "Without it: 428. When somebody changed it meanwhile: 412, and nothing is done.",
        "schema": {"type": "string", "pattern": IF_MATCH, "examples": ['"3"']},
    }


def idempotency_key() -> Json:
    """Describe the header that makes a change safe to send again."""
    return {
        "name": HEADER,
        "in": "header",
        "required": False,
        "description": "Makes the request safe to send again: see the description of this API. "
        "A new UUID for each new request, for example.",
        "schema": {
            "type": "string",
            "pattern": f"^{KEY}$",
            "examples": ["4f0c8e52-7d1b-4a3e-9b6f-0c2d1e3f4a5b"],
        },
    }


def if_none_match() -> Json:
    """Describe the header that asks only for what is new."""
    return {
        "name": "If-None-Match",
        "in": "header",
        "required": False,
        "description": "The `ETag` of the copy that you have. When it is still the same: 304, "
        "without a body.",
        "schema": {"type": "string", "examples": ['"0f1e2d3c4b5a69788796a5b4c3d2e1f0"']},
    }
