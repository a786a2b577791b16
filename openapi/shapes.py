"""JSON schemas in words, and values made up from them, for the documentation page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Schema = Mapping[str, Any]

_DEEPEST = 9
"""Levels that an example goes into before it stops, so that a schema may contain itself."""

_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "array": "list",
    "null": "null",
}
_FORMATS = {"date": "date", "date-time": "instant", "time": "time", "uuid": "UUID", "uri": "URL"}

_LIMITS = (
    ("minLength", "minimum length {}"),
    ("maxLength", "maximum length {}"),
    ("minimum", "{} or more"),
    ("maximum", "{} or less"),
    ("exclusiveMinimum", "more than {}"),
    ("exclusiveMaximum", "less than {}"),
    ("minItems", "at least {} entries"),
    ("maxItems", "at most {} entries"),
    ("pattern", "matching {}"),
    ("const", "always {}"),
)

_SAMPLES = {
    "string": "text",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "null": None,
    "date": "2026-08-17",
    "date-time": "2026-08-17T13:05:00Z",
    "time": "08:05",
    "uuid": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
    "uri": "https://example.org/",
}


class Piece(NamedTuple):
    """Part of a phrase; with `schema`, the name of one, which the page links to."""

    text: str
    schema: str = ""


def phrase(schema: Schema) -> list[Piece]:
    """Return the type of a value in words: `list of`, a link, `or null`."""
    if "$ref" in schema:
        name = last_step(schema["$ref"])
        return [Piece(name, name)]
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return _join([phrase(each) for each in schema[union]])
    if "enum" in schema:
        return [Piece("one of: " + ", ".join(str(value) for value in schema["enum"]))]
    many, inner = _container(schema)
    return [Piece(many), *phrase(inner)] if inner is not None else [Piece(_word(schema))]


def _container(schema: Schema) -> tuple[str, Schema | None]:
    """Return the kind of collection and of its members, if the value is a collection."""
    if schema.get("type") == "array":
        return "list of ", schema.get("items", {})
    extra = schema.get("additionalProperties")
    return "object of ", extra if isinstance(extra, Mapping) else None


def _word(schema: Schema) -> str:
    kinds = schema.get("type", ())
    if isinstance(kinds, str):
        return _FORMATS.get(schema.get("format", ""), _WORDS.get(kinds, kinds))
    return " or ".join(_WORDS.get(kind, kind) for kind in kinds) or "anything"


def _join(phrases: Sequence[list[Piece]]) -> list[Piece]:
    pieces: list[Piece] = []
    for each in phrases:
        pieces += [Piece(" or "), *each] if pieces else each
    return pieces


def limits(schema: Schema) -> str:
    """Return the limits of a value, in words."""
    entries = [words.format(schema[name]) for name, words in _LIMITS if name in schema]
    for each in schema.get("anyOf", ()):
        entries += [limits(each)] if limits(each) else []
    if schema.get("default") is not None:
        entries.append(f"default {json.dumps(schema['default'], ensure_ascii=False)}")
    return "; ".join(entries)


def sample(schema: Schema, schemas: Mapping[str, Schema], depth: int = 0) -> Any:
    """Return a value of this shape, made up from the schema alone."""
    schema = resolve(schema, schemas)
    for given in ("example", "default", "const"):
        if schema.get(given) is not None:
            return schema[given]
    if schema.get("examples"):
        return schema["examples"][0]
    if "enum" in schema:
        return schema["enum"][0]
    union = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if union:
        return sample(union[0], schemas, depth)
    return _plain_sample(schema, schemas, depth)


def _plain_sample(schema: Schema, schemas: Mapping[str, Schema], depth: int) -> Any:
    kind = schema.get("type", "object")
    kind = kind if isinstance(kind, str) else kind[0]
    if kind == "array":
        return [sample(schema.get("items", {}), schemas, depth + 1)] if depth < _DEEPEST else []
    if kind == "object":
        fields = schema.get("properties", {}) if depth < _DEEPEST else {}
        return {name: sample(shape, schemas, depth + 1) for name, shape in fields.items()}
    if kind == "integer":
        return schema.get("minimum", _SAMPLES[kind])
    return _SAMPLES.get(schema.get("format", ""), _SAMPLES.get(kind))


def resolve(schema: Schema, schemas: Mapping[str, Schema]) -> Schema:
    """Return the schema that a reference names, or the schema itself."""
    return schemas.get(last_step(schema["$ref"]), {}) if "$ref" in schema else schema


def last_step(reference: str) -> str:
    """Return the last step of a reference: a schema's or a response's name."""
    return reference.rpartition("/")[2]
