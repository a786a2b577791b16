"""The OpenAPI 3.1 document, made from the routes and their models."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from chalicelib.web.idempotency import HEADER, KEY, REPLAYED, promises
from chalicelib.web.paging import DEFAULT_LIMIT, MAXIMUM_LIMIT
from chalicelib.web.problems import MEDIA_TYPE, TITLES
from chalicelib.web.routes import Route, Routes

from .codes import codes_by_status
from .schemas import Shapes


def document(declared: Iterable[Routes], version: str) -> dict[str, Any]:
    """Describe every route."""
    routes = [route for each in declared for route in each.routes]
    shapes, codes = _shapes(routes), codes_by_status()
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, shapes)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Plumbline",
            "version": version,
            "description": "\n\n".join((_ABOUT, *promises())),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(route.tag for route in routes)],
        "paths": paths,
        "components": {
            "schemas": {**shapes.shown(), "Problem": _PROBLEM},
            "securitySchemes": {
                "sign_in": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
            "responses": {
                str(status): {
                    "description": _with_codes(title, codes.get(status, [])),
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
                for status, title in TITLES.items()
            },
        },
    }


def _with_codes(title: str, codes: list[str]) -> str:
    listed = ", ".join(f"`{code}`" for code in codes)
    return f"{title}. Codes: {listed}." if codes else title


def _shapes(routes: list[Route]) -> Shapes:
    return Shapes(
        bodies=[route.body for route in routes if route.body],
        answers=[route.answer for route in routes if route.answer],
        queries=[route.query for route in routes if route.query],
    )


def _operation(route: Route, shapes: Shapes) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "tags": [route.tag],
        "description": f"For: {route.policy.name.replace('_', ' ')}.",
        "parameters": _parameters(route, shapes),
        "responses": _responses(route, shapes),
    }
    if not route.policy.public:
        operation["security"] = [{"sign_in": []}]
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": shapes.taken(route.body)}},
        }
    return operation


_NAMED = (
    "Percent-encoded, the slash too. Addresses in answers write what is no letter, digit, `.`, `_` "
    "or `-` in another way (`~` in front, `~2F` for a slash), which passes every gateway."
)


def _parameters(route: Route, shapes: Shapes) -> list[dict[str, Any]]:
    path = [
        _parameter(name, "path", {"type": "string"}, required=True) | {"description": _NAMED}
        for name in route.parameters
    ]
    return [*path, *_query(route, shapes), *_headers(route)]


def _query(route: Route, shapes: Shapes) -> list[dict[str, Any]]:
    found = []
    if route.query is not None:
        schema = shapes.query(route.query)
        needed = schema.get("required", [])
        for name, shape in schema["properties"].items():
            found.append(_parameter(name, "query", shape, required=name in needed))
    if route.listed:
        sizes = {"minimum": 1, "maximum": MAXIMUM_LIMIT, "default": DEFAULT_LIMIT}
        found.append(_parameter("limit", "query", {"type": "integer", **sizes}))
        found.append(_parameter("cursor", "query", {"type": "string"}))
    return found


def _headers(route: Route) -> list[dict[str, Any]]:
    found = []
    if route.conditional:
        found.append(_parameter("If-Match", "header", {"type": "string"}, required=True))
    if route.changes:
        key = _parameter(HEADER, "header", {"type": "string", "pattern": f"^{KEY}$"})
        found.append(key | {"description": _REPEATABLE})
    return found


def _parameter(
    name: str, where: str, schema: dict[str, Any], *, required: bool = False
) -> dict[str, Any]:
    return {"name": name, "in": where, "required": required, "schema": schema}


def _responses(route: Route, shapes: Shapes) -> dict[str, Any]:
    good: dict[str, Any] = {"description": route.summary}
    if route.media:
        good["content"] = {route.media: {"schema": {}}}
    elif route.answer is not None:
        good["content"] = {"application/json": {"schema": _answer(route, route.answer, shapes)}}
    if route.changes:
        good["headers"] = {REPLAYED: _REPLAYED}
    return {str(_status(route)): good} | {
        str(code): {"$ref": f"#/components/responses/{code}"} for code in _refusals(route)
    }


def _status(route: Route) -> int:
    says_nothing = route.answer is None and not route.media
    return 204 if says_nothing and route.status == 200 else route.status  # noqa: PLR2004


def _answer(route: Route, answer: type[BaseModel], shapes: Shapes) -> dict[str, Any]:
    one = shapes.given(answer)
    if not route.listed:
        return one
    return {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": one},
            "next": {"type": ["string", "null"], "description": "Cursor of the next page"},
        },
    }


def _refusals(route: Route) -> list[int]:
    codes = {400, 429, 500, 503, 504}
    codes |= set() if route.policy.public else {401, 403}
    codes |= {404} if route.parameters else set()
    codes |= {409, 422} if route.method != "GET" else set()
    codes |= {413, 415} if route.body else set()
    codes |= {412, 428} if route.conditional else set()
    return sorted(codes)


_ABOUT = (
    "A school district hands common assessments to its teachers, and data teams learn from the "
    "results."
)
_REPEATABLE = "Makes the request safe to send again: see the description of this API."
_REPLAYED = {
    "description": "On the answer to a repeat, which changed nothing",
    "schema": {"type": "string", "enum": ["true"]},
}

_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457: why the request was not carried out, and what to do.",
    "required": ["type", "title", "status", "code", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable; for programs"},
        "detail": {"type": "string", "description": "For people"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "message"],
                "properties": {
                    "pointer": {"type": "string"},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            },
        },
    },
}
