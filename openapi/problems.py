"""Problem documents (RFC 9457): their schemas, and the answers that bring them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from chalicelib.errors import ProblemType, join
from chalicelib.web.documentation import ADDRESS
from chalicelib.web.problems import (
    MEDIA_TYPE,
    STATUSES,
    TITLES,
    build_explanation_address,
    our_mistake,
)
from docs import catalog

from .facts import FACTS, PARTS
from .headers import refer_to_headers

Json = dict[str, Any]

UNFORESEEN = "internal_error"

CODES = "x-problem-codes"
"""Which codes an answer may have, for programs."""

NAMES = {
    304: "NotModified",
    400: "BadRequest",
    401: "NotSignedIn",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    412: "Stale",
    413: "TooLarge",
    415: "NotJson",
    422: "Invalid",
    428: "VersionRequired",
    429: "TooManyRequests",
    500: "InternalError",
    503: "Unavailable",
    504: "TimedOut",
}
"""The names of the answers with problems."""

WHEN = {
    400: "The request cannot be read: a parameter, a header, or a body that is not JSON.",
    401: "Nobody is signed in, or the sign-in has ended. Sign in again.",
    403: "You may know of it but may not do this. The sentence says who may.",
    404: "There is no such thing, or you have no access to it: the two look alike.",
    409: "It is in a state that does not allow this now, or somebody wrote something else.",
    412: "Somebody changed it after you read it. Nothing was done.",
    413: "More than one request or one answer can hold.",
    415: "The body is not sent as `application/json`.",
    422: "The request can be read, and its content breaks a rule. `errors` names the places.",
    428: "A change must say which version it changes: send `If-Match`.",
    429: "Too many requests arrived at once. Wait and send it again.",
    500: "A mistake of ours. It was logged under the number in `instance`.",
    503: "A service that this API needs did not answer. Send the same request again.",
    504: "The answer took longer than 29 seconds. Send the same request again.",
}
"""When an answer comes, by its status."""


_BRINGS = {
    409: "ETag",
    412: "ETag",
    415: "Accept",
    429: "Retry-After",
    503: "Retry-After",
}
"""The header that a problem of a status brings."""


@cache
def codes() -> Mapping[str, tuple[int, str]]:
    """Return status and text of every code; where it has several texts, the usual one."""
    found: dict[str, tuple[int, str]] = {}
    for each in sorted(catalog.problems(), key=lambda one: one.declared.is_variant):
        declared: ProblemType[Any] = each.declared
        text = join(declared.sentence, declared.way_out)
        found.setdefault(declared.code, (STATUSES[declared.kind], text))
    found[UNFORESEEN] = (500, str(our_mistake("{request}").body["detail"]))
    return dict(sorted(found.items()))


def responses() -> Json:
    """Return the answers that bring problems, by name."""
    return {NAMES[status]: _response(status, title) for status, title in TITLES.items()}


def _response(status: int, title: str) -> Json:
    own = [code for code, (known, _) in codes().items() if known == status]
    listed = ", ".join(f"`{code}`" for code in own)
    extra = _BRINGS.get(status, "")
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": f"{title}. {WHEN[status]} Codes: {listed}.",
        "headers": refer_to_headers(extra),
        CODES: own,
        "content": {MEDIA_TYPE: {"schema": schema, "example": _example(status, title, own[0])}},
    }


def _example(status: int, title: str, code: str) -> Json:
    return {
        "type": build_explanation_address(code, ADDRESS),
        "title": title,
        "status": status,
        "code": code,
        "detail": codes()[code][1],
        "instance": "urn:request:5b1f2d3c-8a0e-4f6b-9c7d-2e1a0b9c8d7e",
    }


def schemas() -> Json:
    """Return the schemas of problems and their parts."""
    texts = [text for _, text in codes().values()]
    return {
        "Problem": {**_PROBLEM, "properties": _PROBLEM["properties"] | FACTS},
        "ProblemCode": {**_CODE, "enum": list(codes()), "x-enum-descriptions": texts},
        "ProblemPlace": _PLACE,
        **PARTS,
    }


_CODE: Json = {
    "title": "ProblemCode",
    "type": "string",
    "description": "The refusal's code, for programs. A code never changes its meaning. A later "
    "release may have more. The page `/v1/docs` has each of them with its sentence.",
}

_PROBLEM: Json = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457: why the request was not carried out, and what to do. Members beyond "
    "the first seven stand in problems of some codes only; each says of which.",
    "required": ["type", "title", "status", "code", "detail", "instance"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "The address of the page that explains the code.",
            "examples": [build_explanation_address("changed_meanwhile", ADDRESS)],
        },
        "title": {
            "type": "string",
            "description": "The status in words. It is the same for all problems of a status.",
            "examples": ["Changed meanwhile"],
        },
        "status": {
            "type": "integer",
            "description": "The HTTP status of this answer.",
            "minimum": 400,
            "maximum": 599,
            "examples": [412],
        },
        "code": {
            "anyOf": [{"$ref": "#/components/schemas/ProblemCode"}, {"type": "string"}],
            "description": "The refusal's code, for programs. Later releases can add codes.",
            "examples": ["changed_meanwhile"],
        },
        "detail": {
            "type": "string",
            "description": "The problem and the way out, in plain English. Show it to the person.",
            "examples": ["You are not signed in. Sign in and try again."],
        },
        "instance": {
            "type": "string",
            "format": "uri",
            "description": "The number of this request, for the district's IT staff.",
            "examples": ["urn:request:5b1f2d3c-8a0e-4f6b-9c7d-2e1a0b9c8d7e"],
        },
        "errors": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/ProblemPlace"},
            "description": "Each wrong place in the request. Missing where no place is to blame.",
        },
    },
}

_PLACE: Json = {
    "type": "object",
    "title": "ProblemPlace",
    "description": "One wrong place in a request.",
    "required": ["pointer", "code", "message"],
    "properties": {
        "pointer": {
            "type": "string",
            "description": "Where: a JSON pointer (RFC 6901) into the body, `query:` and a "
            "parameter, or `header:` and a header. Blank for the request as a whole.",
            "examples": ["/levels/0/color", "query:limit", "header:If-Match"],
        },
        "code": {
            "type": "string",
            "description": "The code for the place, for programs: the problem's own code, or a "
            "closer one. `docs/errors.md` lists them.",
            "examples": ["missing"],
        },
        "message": {
            "type": "string",
            "description": "The problem at this place, in a sentence. Show it beside the field.",
            "examples": ["This field is required."],
        },
    },
}
