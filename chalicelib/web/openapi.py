"""The OpenAPI 3.1 document, made from the routes and their models."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from .problems import MEDIA_TYPE, TITLES
from .routes import Route, Routes

References = dict[Any, dict[str, Any]]
"""A model and its direction -> the reference to its schema."""

_TEMPLATE = "#/components/schemas/{model}"


def document(declared: Iterable[Routes], version: str) -> dict[str, Any]:
    """Describe every route."""
    routes = [route for each in declared for route in each.routes]
    references, schemas = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, references)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Plumbline",
            "version": version,
            "description": "Hands formative assessments to a district; runs Mastery Processes.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(route.tag for route in routes)],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": _PROBLEM},
            "securitySchemes": {
                "sign_in": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
            "responses": {
                str(status): {
                    "description": title,
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
                for status, title in TITLES.items()
            },
        },
    }


def _schemas(routes: list[Route]) -> tuple[References, dict[str, Any]]:
    """How each model is referred to (two of one name get longer ones), and every schema."""
    models: list[tuple[type[BaseModel], Any]] = []
    for route in routes:
        for model, mode in ((route.body, "validation"), (route.answer, "serialization")):
            if model is not None and (model, mode) not in models:
                models.append((model, mode))
    references, schema = models_json_schema(models, ref_template=_TEMPLATE)
    found: dict[str, Any] = schema.get("$defs", {})
    for query in filter(None, {route.query for route in routes}):
        found |= query.model_json_schema(ref_template=_TEMPLATE).get("$defs", {})
    return references, found


def _operation(route: Route, references: References) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "tags": [route.tag],
        "description": f"For: {route.policy.name.replace('_', ' ')}.",
        "parameters": _parameters(route),
        "responses": _responses(route, references),
    }
    if not route.policy.public:
        operation["security"] = [{"sign_in": []}]
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": references[route.body, "validation"]}},
        }
    return operation


def _parameters(route: Route) -> list[dict[str, Any]]:
    path = [
        _parameter(name, "path", {"type": "string"}, required=True) for name in route.parameters
    ]
    return [*path, *_query(route), *_headers(route)]


def _query(route: Route) -> list[dict[str, Any]]:
    found = []
    if route.query is not None:
        schema = route.query.model_json_schema(ref_template=_TEMPLATE)
        needed = schema.get("required", [])
        for name, shape in schema["properties"].items():
            found.append(_parameter(name, "query", shape, required=name in needed))
    if route.listed:
        limit = {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}
        found.append(_parameter("limit", "query", limit))
        found.append(_parameter("cursor", "query", {"type": "string"}))
    return found


def _headers(route: Route) -> list[dict[str, Any]]:
    found = []
    if route.conditional:
        found.append(_parameter("If-Match", "header", {"type": "string"}, required=True))
    if route.method == "POST":
        found.append(_parameter("Idempotency-Key", "header", {"type": "string", "maxLength": 200}))
    return found


def _parameter(
    name: str, where: str, schema: dict[str, Any], *, required: bool = False
) -> dict[str, Any]:
    return {"name": name, "in": where, "required": required, "schema": schema}


def _responses(route: Route, references: References) -> dict[str, Any]:
    status = 204 if route.answer is None and route.status == 200 else route.status  # noqa: PLR2004
    good: dict[str, Any] = {"description": route.summary}
    if route.answer is not None:
        good["content"] = {"application/json": {"schema": _shape(route, route.answer, references)}}
    return {str(status): good} | {
        str(code): {"$ref": f"#/components/responses/{code}"} for code in _refusals(route)
    }


def _shape(route: Route, answer: type[BaseModel], references: References) -> dict[str, Any]:
    one = references[answer, "serialization"]
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
    codes = {400, 500, 503}
    codes |= set() if route.policy.public else {401, 403}
    codes |= {404} if route.parameters else set()
    codes |= {409, 422} if route.method != "GET" else set()
    codes |= {412, 428} if route.conditional else set()
    return sorted(codes)


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
