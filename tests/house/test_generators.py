"""The constructs in a valid OpenAPI document that other people's generators fail on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openapi.files import build_document


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema that names properties, at any depth."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema["properties"]
        for each in schema.values():
            yield from objects(each)
    if isinstance(schema, list):
        for each in schema:
            yield from objects(each)


def test_no_schema_has_a_property_of_its_own_name() -> None:
    """openapi-python-client gives both one variable, and its client no longer compiles."""
    schemas = build_document()["components"]["schemas"]
    named = {name: re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in schemas}
    assert not [name for name, own in named.items() if own in schemas[name].get("properties", ())]


def test_no_property_is_called_as_a_variable_of_generated_code() -> None:
    """openapi-python-client reads every object into a variable `d`, whatever its properties are."""
    named = {name.lower() for properties in objects(build_document()) for name in properties}
    assert not named & {"d", "cls", "src_dict", "field_dict"}


def test_keys_of_one_form_are_described_in_the_way_that_generators_read() -> None:
    assert "patternProperties" not in str(build_document())
