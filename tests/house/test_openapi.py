"""The OpenAPI document teaches: whatever a client meets in it is described there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from openapi.explanations import Explanation, read_explanation
from openapi.files import described

SCHEMAS: dict[str, Any] = described()["components"]["schemas"]


def inner(schema: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every schema in a schema, with where it stands."""
    if isinstance(schema, dict):
        yield name, schema
        for key, each in schema.get("properties", {}).items():
            yield from inner(each, f"{name}.{key}")
        for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
            for each in schema.get(key, ()):
                yield from inner(each, name)
        for key in ("items", "additionalProperties"):
            yield from inner(schema.get(key), name)


EVERY = [found for name, schema in SCHEMAS.items() for found in inner(schema, name)]


def test_every_schema_and_every_field_is_described() -> None:
    missing = [name for name, schema in SCHEMAS.items() if not schema.get("description")]
    missing += [
        f"{where}.{name}"
        for where, schema in EVERY
        for name, field in schema.get("properties", {}).items()
        if not field.get("description")
    ]
    assert not missing


def test_every_value_of_an_enum_is_described() -> None:
    missing = [
        f"{where}: {value}"
        for where, schema in EVERY
        if "enum" in schema
        for value, text in zip(
            schema["enum"],
            schema.get("x-enum-descriptions", [""] * len(schema["enum"])),
            strict=True,
        )
        if not text
    ]
    assert not missing


def test_every_example_is_one() -> None:
    wrong = [
        (where, example)
        for where, schema in EVERY
        for example in schema.get("examples", ())
        if not validator(schema).is_valid(example)
    ]
    assert not wrong


def validator(schema: Any) -> Any:
    referring = "$ref" in json.dumps(schema)
    whole = {"components": described()["components"], **schema} if referring else schema
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def test_a_text_below_a_field_is_taken_apart() -> None:
    said = """How far it is.

    - `open`: Somebody may still
      write.
    - `done`: Nobody may.

    Examples: `open`, `done`.
    """
    assert read_explanation(said) == Explanation(
        "How far it is.",
        ("open", "done"),
        (("open", "Somebody may still write."), ("done", "Nobody may.")),
    )
