"""Items by their kind: the kind decides what a key holds, and what else an item may have.

The models have one class for all kinds. The document has a schema for each kind, with `kind` as
the discriminator, so that a client's compiler distinguishes them, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.assessments.items import ItemKind
from chalicelib.assessments.kinds import KINDS

from .explanations import explain

Json = dict[str, Any]

KEYS: Mapping[ItemKind, tuple[str, list[str]]] = {
    ItemKind.SINGLE_CHOICE: ("The letter of the right choice, or several that are right.", ["B"]),
    ItemKind.MULTIPLE_CHOICE: (
        "The letters of the right choices; with the scoring `listed`, responses with points.",
        ["A", "C"],
    ),
    ItemKind.TRUE_FALSE: ("`true` or `false`.", ["true"]),
    ItemKind.NUMERIC: ("The right number, as a decimal or a fraction.", ["0.5"]),
    ItemKind.SHORT_TEXT: ("Every text that is right.", ["one half", "1/2"]),
    ItemKind.POINTS: ("Always empty: the points are given by hand.", []),
}
"""The meaning of a key, with an example."""


def schemas_by_kind(schemas: Mapping[str, Json]) -> Json:
    """Return the schemas of items anew: one for each kind, and one that says which is which."""
    found: Json = {}
    for name in ("Item", "ItemView"):
        if name in schemas:
            found |= dict(_split(name, schemas[name]))
    return found


def _split(name: str, schema: Json) -> Iterator[tuple[str, Json]]:
    own = {kind: f"{_title(kind)}{name}" for kind in KINDS}
    yield from ((own[kind], _of_kind(own[kind], kind, schema)) for kind in KINDS)
    references = {kind.value: f"#/components/schemas/{own[kind]}" for kind in KINDS}
    yield (
        name,
        {
            "title": name,
            "description": schema["description"],
            "oneOf": [{"$ref": each} for each in references.values()],
            "discriminator": {"propertyName": "kind", "mapping": references},
        },
    )


def _title(kind: ItemKind) -> str:
    return kind.value.title().replace("_", "")


def _of_kind(title: str, kind: ItemKind, schema: Json) -> Json:
    fields: Json = dict(schema["properties"])
    about, example = KEYS[kind]
    fields["kind"] = {"type": "string", "const": kind.value, "description": f"Always `{kind}`."}
    fields["key"] = {**fields["key"], "description": about, "examples": [example]}
    for name, plain in _PLAIN.items():
        if name not in KINDS[kind].fields:
            fields[name] = {"description": "Always empty for this kind.", **plain}
    explanation = explain(ItemKind, kind.name)
    about = explanation.text if explanation else ""
    return {**schema, "title": title, "description": about, "properties": fields}


_PLAIN: Mapping[str, Json] = {
    "choices": {"type": "array", "items": {"type": "string"}, "maxItems": 0, "default": []},
    "tolerance": {"type": "string", "maxLength": 0, "default": ""},
}
