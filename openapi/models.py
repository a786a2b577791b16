"""The JSON schema of each model, with what the source says below its fields and values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from .bags import BAGS
from .explanations import Explanation, explain, explain_class

Json = dict[str, Any]

FORMATS = {"_at": "date-time", "_date": "date", "_url": "uri-reference"}
"""The meaning of the last part of a field's name: the law of names (ADR 51)."""

TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"

VALUES = "x-enum-descriptions"
"""Texts of an enum's values, in their order, as generators of clients read them."""

BAG = "x-bag"
"""Stands for a reference to a bag until all schemas are made: pydantic knows only its own."""


class DescribedSchema(GenerateJsonSchema):
    """Makes schemas that teach: no titles made of names, but texts, examples and formats."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat a field's name."""
        del schema
        return False

    def model_schema(self, schema: Any) -> Json:
        """Describe a model and each of its fields."""
        made = super().model_schema(schema)
        cls: type[BaseModel] = schema["cls"]
        made["description"] = explain_class(cls)
        claimed = {alias for field in cls.model_fields.values() for alias in _aliases(field)}
        for own, field in cls.model_fields.items():
            names = {*_aliases(field), *({own} - claimed)}
            for name in names & made.get("properties", {}).keys():
                explanation = _list_values(field, explain(cls, own) or Explanation(""))
                shape = made["properties"][name]
                bag = next(_bags(field.annotation, field.metadata), "")
                made["properties"][name] = describe(name, _fill_bag(shape, bag), explanation)
        return made

    def dict_schema(self, schema: Any) -> Json:
        """Describe keys of one form explicitly: few generators read `patternProperties`."""
        made = super().dict_schema(schema)
        if len(forms := made.pop("patternProperties", {})) == 1:
            [(form, value)] = forms.items()
            made |= {"propertyNames": {"pattern": form}, "additionalProperties": value}
        return made

    def time_schema(self, schema: Any) -> Json:
        """Describe a time of day: JSON Schema's own format wants an offset, ours has none."""
        del schema
        return {"type": "string", "pattern": TIME}

    def enum_schema(self, schema: Any) -> Json:
        """Describe an enum and each of its values."""
        made = super().enum_schema(schema)
        cls: type[Enum] = schema["cls"]
        body = {member.value: explain(cls, member.name) for member in cls}
        listed = tuple((value, text.text) for value, text in body.items() if text)
        return describe_values(made, listed)


def _list_values(field: FieldInfo, explanation: Explanation) -> Explanation:
    """Add the texts of an enum to a field of its values, `Annotated[str, Kind]`."""
    kinds = [each for each in field.metadata if isinstance(each, type) and issubclass(each, Enum)]
    listed = tuple(
        (member.value, text.text)
        for kind in kinds
        for member in kind
        if (text := explain(kind, member.name))
    )
    return explanation._replace(listed=listed) if listed else explanation


def _bags(annotation: Any, metadata: Iterable[Any] = ()) -> Iterator[str]:
    """Find the name of the bag that a field holds, however deep."""
    yield from (each for each in metadata if isinstance(each, str) and each in BAGS)
    for each in get_args(annotation):
        yield from _bags(each, getattr(each, "__metadata__", ()))


def _fill_bag(schema: Any, bag: str) -> Any:
    """Put a bag's schema where a model says no more than that there is an object."""
    if not bag:
        return schema
    if schema in ({}, True) or schema == {"type": "object", "additionalProperties": True}:
        return {BAG: bag}
    if isinstance(schema, dict):
        return {name: _fill_bag(each, bag) for name, each in schema.items()}
    return [_fill_bag(each, bag) for each in schema] if isinstance(schema, list) else schema


def _aliases(field: FieldInfo) -> Iterator[str]:
    for alias in (field.alias, field.validation_alias, field.serialization_alias):
        if isinstance(alias, str):
            yield alias


def describe(name: str, schema: Json, explanation: Explanation) -> Json:
    """Add to a field's schema what its name and its text say."""
    schema = _format_texts(name, schema)
    if explanation.text:
        schema = {**schema, "description": explanation.text}
    if explanation.listed:
        schema = _describe_lines(schema, explanation.listed)
    if explanation.examples:
        schema = {
            **schema,
            "examples": [read_example(each, schema) for each in explanation.examples],
        }
    return schema


def describe_values(schema: Json, listed: tuple[tuple[str, str], ...]) -> Json:
    """Put a text for each value beside the values."""
    texts = dict(listed)
    return {**schema, VALUES: [texts.get(str(value), "") for value in schema["enum"]]}


def show_values(schema: Any) -> Any:
    """Write what values mean into the descriptions, too: not every reader knows of `VALUES`."""
    if isinstance(schema, list):
        return [show_values(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if BAG in schema:
        schema = {**schema, "$ref": f"#/components/schemas/{schema[BAG]}"}
        del schema[BAG]
    shown = {name: show_values(each) for name, each in schema.items()}
    if VALUES in shown:
        texts = zip(shown["enum"], shown[VALUES], strict=True)
        lines = "\n".join(f"- `{value}`: {text}" for value, text in texts if text)
        reply = shown.get("description", "")
        shown["description"] = "\n\n".join(each for each in (reply, lines) if each)
    return shown


def _describe_lines(schema: Json, listed: tuple[tuple[str, str], ...]) -> Json:
    """Take the lines of a field's text for its values, or for the keys of an object."""
    if "enum" in schema:
        return describe_values(schema, listed)
    if schema.get("type") == "string":
        return describe_values({**schema, "enum": [value for value, _ in listed]}, listed)
    if schema.get("type") == "object" and "properties" not in schema:
        value = schema.get("additionalProperties", {})
        value = value if isinstance(value, dict) else {}
        keys = {key: {**value, "description": text} for key, text in listed}
        return {**schema, "properties": keys}
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return {**schema, union: [_describe_lines(each, listed) for each in schema[union]]}
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        return {**schema, "items": _describe_lines(schema["items"], listed)}
    return schema


def _format_texts(name: str, schema: Json) -> Json:
    """Set the format of the texts in a field, as its name promises."""
    form = next((form for end, form in FORMATS.items() if name.endswith(end)), None)
    if form is None:
        return schema
    if schema.get("type") == "string" and "format" not in schema and "enum" not in schema:
        return {**schema, "format": form}
    if "anyOf" in schema:
        return {**schema, "anyOf": [_format_texts(name, each) for each in schema["anyOf"]]}
    return schema


def read_example(text: str, schema: Mapping[str, Any]) -> Any:
    """Read an example as the schema's type has it: JSON, but text where text is due.

    >>> read_example("3", {"type": "integer"}), read_example("3", {"type": "string"})
    (3, '3')
    """
    kinds = set(_kinds(schema))
    if kinds <= {"string", "null"} and text != "null":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _kinds(schema: Mapping[str, Any]) -> Iterator[str]:
    kind = schema.get("type")
    if isinstance(kind, str):
        yield kind
    elif isinstance(kind, list):
        yield from kind
    for union in ("anyOf", "oneOf"):
        for each in schema.get(union, ()):
            yield from _kinds(each)
    if "$ref" in schema:
        yield "string"
