"""The documentation page: the OpenAPI document, turned into what a page shows.

Works on any OpenAPI 3.1 document of this API's style; the page fetches nothing.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .models import VALUES
from .problems import CODES
from .shapes import Piece, Schema, last_step, limits, phrase, resolve, sample

_MEDIA = ("application/json", "application/problem+json")


class Field(NamedTuple):
    """One parameter, or one field of a schema."""

    name: str
    where: str
    required: bool
    shape: list[Piece]
    limits: str
    about: str


class DocumentedAnswer(NamedTuple):
    """One thing that an operation may answer with."""

    status: str
    about: str
    shape: list[Piece]


class Code(NamedTuple):
    """One code of a refusal, with what is wrong and what to do."""

    name: str
    about: str


class DocumentedStatus(NamedTuple):
    """One status that refuses, with its codes."""

    status: str
    about: str
    codes: list[Code]


class DocumentedOperation(NamedTuple):
    """One operation, as the page shows it."""

    id: str
    method: str
    path: str
    summary: str
    about: str
    signed_in: bool
    parameters: list[Field]
    body: list[Piece]
    body_fields: list[Field]
    answers: list[DocumentedAnswer]
    problems: list[DocumentedAnswer]
    request: str
    sample: str


class Model(NamedTuple):
    """One schema, as the page shows it."""

    name: str
    about: str
    fields: list[Field]
    shape: list[Piece]
    limits: str
    values: list[Code]


def docs_page(openapi: Mapping[str, Any]) -> str:
    """Return the page for people: every operation by resource, every schema, how errors look."""
    components = openapi.get("components", {})
    schemas: Mapping[str, Schema] = components.get("schemas", {})
    groups = _groups(openapi, schemas)
    return _template().render(
        {
            "title": openapi["info"]["title"],
            "version": openapi["info"]["version"],
            "about": openapi["info"].get("description", ""),
            "groups": groups,
            "count": sum(len(operations) for operations in groups.values()),
            "models": [_model(name, schemas[name]) for name in sorted(schemas)],
            "statuses": _statuses(components),
            "tags": {tag["name"]: tag.get("description", "") for tag in openapi.get("tags", ())},
        },
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


def _groups(
    openapi: Mapping[str, Any], schemas: Mapping[str, Schema]
) -> dict[str, list[DocumentedOperation]]:
    groups: dict[str, list[DocumentedOperation]] = {
        tag["name"]: [] for tag in openapi.get("tags", ())
    }
    responses = openapi.get("components", {}).get("responses", {})
    for path, methods in openapi["paths"].items():
        for method, declared in methods.items():
            tag = (declared.get("tags") or ["Other"])[0]
            made = _operation(method.upper(), path, declared, schemas, responses)
            groups.setdefault(tag, []).append(made)
    return {tag: operations for tag, operations in groups.items() if operations}


def _operation(
    method: str,
    path: str,
    declared: Mapping[str, Any],
    schemas: Mapping[str, Schema],
    responses: Mapping[str, Any],
) -> DocumentedOperation:
    body = _content(declared.get("requestBody", {}))
    answers = _answers(declared.get("responses", {}), responses)
    good = [each for each in declared.get("responses", {}).values() if "$ref" not in each]
    answer = _content(good[0]) if good else None
    return DocumentedOperation(
        id=declared.get("operationId", f"{method}-{path}"),
        method=method,
        path=path,
        summary=declared.get("summary", ""),
        about=declared.get("description", ""),
        signed_in=bool(declared.get("security")),
        parameters=[_parameter(each) for each in declared.get("parameters", ())],
        body=phrase(body) if body else [],
        body_fields=_fields(resolve(body, schemas)) if body else [],
        answers=[each for each in answers if each.status < "4"],
        problems=[each for each in answers if each.status >= "4"],
        request=curl(method, path, declared, sample(body, schemas) if body else None),
        sample=_json(sample(answer, schemas)) if answer else "",
    )


def _content(holder: Mapping[str, Any]) -> Schema | None:
    content = holder.get("content", {})
    return next((content[kind]["schema"] for kind in _MEDIA if kind in content), None)


def _answers(declared: Mapping[str, Any], shared: Mapping[str, Any]) -> list[DocumentedAnswer]:
    found = []
    for status, answer in sorted(declared.items()):
        known = shared.get(last_step(answer["$ref"]), {}) if "$ref" in answer else answer
        schema = _content(known)
        found.append(
            DocumentedAnswer(status, known.get("description", ""), phrase(schema) if schema else [])
        )
    return found


def _statuses(components: Mapping[str, Any]) -> list[DocumentedStatus]:
    """Return every status that refuses, with the text of each of its codes."""
    known = components.get("schemas", {}).get("ProblemCode", {})
    texts = dict(zip(known.get("enum", ()), known.get(VALUES, ()), strict=True))
    found = []
    for each in components.get("responses", {}).values():
        codes = each.get(CODES, ())
        status = next(iter(each["content"].values()))["example"]["status"]
        about = each["description"].partition(" Codes: ")[0]
        found.append(
            DocumentedStatus(str(status), about, [Code(code, texts[code]) for code in codes])
        )
    return sorted(found)


def _parameter(declared: Mapping[str, Any]) -> Field:
    schema = declared.get("schema", {})
    about = (declared.get("description") or "").replace("\n- `", " `")
    return Field(
        declared["name"],
        declared["in"],
        bool(declared.get("required")),
        phrase(schema),
        limits(schema),
        about,
    )


def _model(name: str, schema: Schema) -> Model:
    texts = schema.get(VALUES) or [""] * len(schema.get("enum", ()))
    pairs = zip(schema.get("enum", ()), texts, strict=True)
    values = [Code(str(value), text) for value, text in pairs]
    about = schema.get("description", "").partition("- `")[0]
    return Model(name, about, _fields(schema), phrase(schema), limits(schema), values)


def _fields(schema: Schema) -> list[Field]:
    needed = schema.get("required", ())
    return [
        Field(name, "", name in needed, phrase(shape), limits(shape), _about(shape))
        for name, shape in schema.get("properties", {}).items()
    ]


def _about(shape: Schema) -> str:
    """Return a field's text; values and keys with a text of their own stand in it, too."""
    listed = {
        name: each.get("description", "") for name, each in shape.get("properties", {}).items()
    }
    lines = [f"`{name}`: {text}" for name, text in listed.items()]
    return " ".join([shape.get("description", "").replace("\n- `", " `"), *lines]).strip()


def curl(method: str, path: str, declared: Mapping[str, Any], body: Any) -> str:
    """Return the operation as a command: `$API` and `$TOKEN` are the reader's."""
    lines = [f'curl -X {method} "$API{path}{_write_query(declared)}"']
    if declared.get("security"):
        lines.append('-H "Authorization: Bearer $TOKEN"')
    names = [each["name"] for each in declared.get("parameters", ()) if each["in"] == "header"]
    lines += [_HEADERS.get(name, f"-H '{name}: ...'") for name in names]
    if body is not None:
        lines += ["-H 'Content-Type: application/json'", f"-d {shlex.quote(_json(body))}"]
    return " \\\n  ".join(lines)


_HEADERS = {
    "If-Match": "-H 'If-Match: \"1\"'",
    "Idempotency-Key": '-H "Idempotency-Key: $(uuidgen)"',
}


def _write_query(declared: Mapping[str, Any]) -> str:
    """Return the query's required parameters."""
    needed = [
        each["name"]
        for each in declared.get("parameters", ())
        if each["in"] == "query" and each.get("required")
    ]
    return "?" + "&".join(f"{name}=..." for name in needed) if needed else ""


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
