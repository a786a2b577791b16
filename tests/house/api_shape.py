"""The shape of the API, and what a change of it breaks for a client.

`python -m tests.house.api_shape` keeps the present shape in `released_api.json`: a release does so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RELEASED = Path(__file__).with_name("released_api.json")

Shape = dict[str, dict[str, Any]]


class Break(NamedTuple):
    """Something that clients of the last release may stumble over; `word` is what it is about."""

    word: str
    sentence: str


def shape_of(document: Mapping[str, Any]) -> Shape:
    """Return what clients depend on: operations and schemas, without sentences."""
    operations = {
        f"{method.upper()} {path}": _operation(declared, _pages(document["components"]["schemas"]))
        for path, methods in document["paths"].items()
        for method, declared in methods.items()
    }
    schemas = {
        name: _join_variants(each, document["components"]["schemas"])
        for name, each in document["components"]["schemas"].items()
    }
    return {
        "operations": operations,
        "schemas": {name: _schema(each) for name, each in sorted(schemas.items())},
    }


def _join_variants(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return several schemas that a field distinguishes as one with all their fields.

    On the wire they are one: what one of them may hold, the whole may hold.
    """
    if "discriminator" not in schema:
        return schema
    told_by = schema["discriminator"]["propertyName"]
    parts = [schemas[each["$ref"].rpartition("/")[2]] for each in schema["oneOf"]]
    values = {part["properties"][told_by]["const"] for part in parts}
    named = (n for n, each in schemas.items() if set(each.get("enum", ())) == values)
    kind = next(({"$ref": f"#/{name}"} for name in named), {"type": "string"})
    needed = set.intersection(*(set(part.get("required", ())) for part in parts))
    fields = {name: each for part in parts for name, each in part["properties"].items()}
    return {"properties": {**fields, told_by: kind}, "required": sorted(needed)}


def _operation(declared: Mapping[str, Any], pages: Mapping[str, str]) -> dict[str, Any]:
    good = {
        code: _media_type(answer.get("content", {}), pages)
        for code, answer in declared["responses"].items()
        if code.startswith("2")
    }
    return {
        "name": declared["operationId"],
        "parameters": {
            f"{each['in']}:{each['name']}": _field(each["schema"], required=each["required"])
            for each in declared["parameters"]
        },
        "body": _media_type(declared.get("requestBody", {}).get("content", {}), pages),
        "answers": good,
    }


def _media_type(content: Mapping[str, Any], pages: Mapping[str, str]) -> str:
    said = {kind: _type(each["schema"]) for kind, each in content.items()}
    return " or ".join(f"{kind} {pages.get(each, each)}".strip() for kind, each in said.items())


def _pages(schemas: Mapping[str, Any]) -> dict[str, str]:
    """Return what each page is a page of, by its name."""
    return {
        name: f"page of {_type(each['properties']['items']['items'])}"
        for name, each in schemas.items()
        if {"items", "next"} <= each.get("properties", {}).keys()
    }


def _schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    if "properties" not in schema:
        return _field(schema, required=False)
    needed = schema.get("required", ())
    return {
        "fields": {
            name: _field(each, required=name in needed)
            for name, each in schema["properties"].items()
        }
    }


def _field(schema: Mapping[str, Any], *, required: bool) -> dict[str, Any]:
    values = sorted({str(each) for each in _values(schema)})
    return {
        "type": _type(schema),
        **({"values": values} if values else {}),
        **({"required": True} if required else {}),
    }


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return " or ".join(sorted({_type(each) for each in schema[union]}))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    extra = schema.get("additionalProperties")
    for each in [extra, *schema.get("patternProperties", {}).values()]:
        if isinstance(each, Mapping):
            return f"object of {_type(each)}"
    kinds = schema.get("type", "")
    return " or ".join(sorted(kinds)) if isinstance(kinds, list) else str(kinds)


def _values(schema: Mapping[str, Any]) -> Iterator[Any]:
    yield from schema.get("enum", ())
    if "const" in schema:
        yield schema["const"]
    for union in ("anyOf", "oneOf", "allOf"):
        for each in schema.get(union, ()):
            yield from _values(each)


def find_breaks(before: Shape, after: Shape) -> list[Break]:
    """Compare two shapes: whatever is gone, has another type, or is newly needed."""
    return [*_in_operations(before, after), *_in_schemas(before, after)]


def _in_operations(before: Shape, after: Shape) -> Iterator[Break]:
    for path, was in before["operations"].items():
        now = after["operations"].get(path)
        if now is None:
            yield Break(path.split()[1], f"{path} is gone")
            continue
        if now["name"] != was["name"]:
            yield Break(was["name"], f"{path} is no longer named {was['name']}")
        for part in ("body", "answers"):
            if not _only_says_more(was[part], now[part]):
                yield Break(path.split()[1], f"{path} has another {part}: {now[part]}")
        bases = _bases(after)
        yield from _in_fields(path, was["parameters"], now["parameters"], bases, sent=True)


def _in_schemas(before: Shape, after: Shape) -> Iterator[Break]:
    sent, bases = _list_sent(after), _bases(after)
    for name, was in before["schemas"].items():
        now = after["schemas"].get(name)
        if now is None:
            yield Break(name, f"the schema {name} is gone")
        elif "fields" in was and "fields" in now:
            yield from _in_fields(name, was["fields"], now["fields"], bases, sent=name in sent)
        else:
            yield from _in_field(name, name, was, now, bases)


def _only_says_more(was: Any, now: Any) -> bool:
    """Return whether nothing changed but that a file, or a further good status, is described."""
    if isinstance(was, str) or isinstance(now, str):
        return bool(was == now)
    return all(code in now and _is_same(media, now[code]) for code, media in was.items())


def _is_same(was: str, now: str) -> bool:
    """Return whether who asks as before gets as before; a further media type is for who names it.

    >>> _is_same("text/csv string", "text/csv string or image/png string")
    True
    >>> _is_same("text/csv string", "image/png string"), _is_same("", "text/csv string")
    (False, False)
    """
    first = now.partition(" or ")[0]
    return was in (now, first) or (" " not in was and first in (f"{was} string", f"{was} object"))


def _bases(shape: Shape) -> dict[str, str]:
    """Return what each schema is in JSON."""
    return {
        name: "object" if "fields" in each else each.get("type", "")
        for name, each in shape["schemas"].items()
    }


def _is_closer(was: str, now: str, bases: Mapping[str, str]) -> bool:
    """Return whether a type is the same, only named: `string` that is `JobState`, and the like.

    >>> _is_closer("list of object", "list of Place", {"Place": "object"})
    True
    >>> _is_closer("integer", "string", {}), _is_closer("A", "B", {"B": "object"})
    (False, False)
    """
    if was.startswith("list of ") and now.startswith("list of "):
        return _is_closer(was[8:], now[8:], bases)
    known = {
        each.partition(" of ")[0] if each.startswith("object") else each
        for each in was.split(" or ")
    }
    return all(
        each in known or each.partition(" of ")[0] in known or bases.get(each) in known
        for each in now.split(" or ")
    ) and ("null" in known) <= ("null" in now)


def _list_sent(shape: Shape) -> set[str]:
    """Name the schemas that a client sends, with those inside of them."""
    found: set[str] = set()
    waiting = [each["body"] for each in shape["operations"].values()]
    while waiting:
        for name in re.findall(r"\w+", waiting.pop()):
            if name in shape["schemas"] and name not in found:
                found.add(name)
                fields = shape["schemas"][name].get("fields", {})
                waiting += [each["type"] for each in fields.values()]
    return found


def _in_fields(
    where: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    bases: Mapping[str, str],
    *,
    sent: bool,
) -> Iterator[Break]:
    for name, was in before.items():
        word = name.rpartition(":")[2]
        if name not in after:
            yield Break(word, f"{where} has no {name} any more")
        else:
            yield from _in_field(word, f"{where}: {name}", was, after[name], bases)
            if not sent and was.get("required") and not after[name].get("required"):
                yield Break(word, f"{where}: {name} may be missing now")
    for name, now in after.items():
        is_new = not before.get(name, {}).get("required")
        if sent and now.get("required") and is_new:
            yield Break(name.rpartition(":")[2], f"{where} needs {name} now")


def _in_field(
    word: str,
    where: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    bases: Mapping[str, str],
) -> Iterator[Break]:
    types = [each.get("type", "") for each in (was, now)]
    if "query:" in where:  # a parameter that is not sent was called null
        types = [" or ".join(t for t in each.split(" or ") if t != "null") for each in types]
    if not _is_closer(types[0], types[1], bases):
        yield Break(word, f"{where} was {types[0]} and is {types[1]}")
    if "values" not in now and "values" in was:
        return
    for value in was.get("values", ()):
        if value not in now["values"]:
            yield Break(value, f"{where} no longer has the value {value}")


def find_unnamed(breaks: list[Break], changelog: str) -> list[str]:
    """Return the names that no entry of the changelog's unreleased changes has in backticks.

    Tables do not count: that of the words of 0.4 names nearly every word there is.
    """
    section = changelog.partition("\n## Unreleased")[2].partition("\n## ")[0]
    section = "\n".join(line for line in section.splitlines() if not line.startswith("|"))
    named = set(re.findall(r"`([^`\n]+)`", section))
    words = named | {each.partition("?")[0].split()[-1] for each in named if each.split()}
    return sorted(each.sentence for each in breaks if each.word not in words)


def present_shape() -> Shape:
    """Return the shape of the API as it is."""
    from openapi.files import build_document

    return shape_of(build_document())


def main() -> None:
    """Keep the present shape as the released one, a line for each operation and schema."""
    shape = present_shape()
    lines = [
        f'"{part}": {{\n'
        + ",\n".join(f"{json.dumps(name)}: {json.dumps(each)}" for name, each in found.items())
        + "\n}"
        for part, found in shape.items()
    ]
    RELEASED.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
