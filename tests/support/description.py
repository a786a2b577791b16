"""The API's own description, compared with the API's answers.

Every reply in a test is checked: its status is declared for the operation, its body has the
declared shape with nothing beyond it, and its headers are declared. So a test that sees an answer
for the first time is a test of the document as well.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from chalicelib.web.documentation import FOLDER
from openapi import files

_EVERYWHERE = {
    "access-control-allow-origin",
    "access-control-expose-headers",
    "cache-control",
    "content-length",
    "content-security-policy",
    "content-type",
    "referrer-policy",
    "strict-transport-security",
    "vary",
    "x-content-type-options",
}
"""Headers that HTTP or browsers give a meaning, whatever the API says."""


@cache
def write_description() -> None:
    """Write the files that a packaged stack serves; tests run from the sources."""
    files.write(FOLDER)


def check(method: str, path: str, reply: Any) -> None:
    """Fail for what an answer has and the document does not say.

    `PLUMBLINE_UNDECLARED` names a file that gets it all instead, to see it at once.
    """
    found = list(find_undeclared(method, path, reply))
    if named := os.environ.get("PLUMBLINE_UNDECLARED"):
        with Path(named).open("a", encoding="utf-8") as file:
            file.writelines(f"{each}\n" for each in found)
    else:
        assert not found, found


def find_undeclared(method: str, path: str, reply: Any) -> Iterator[str]:
    """Return the parts of an answer that the document does not describe."""
    operation = _operation(method, path.partition("?")[0])
    if operation is None:
        return
    answer = _resolve(operation["responses"].get(str(reply.status)))
    if answer is None:
        yield f"{reply.status} is not declared for {operation['operationId']}: {reply.body!r}"
        return
    declared = {name.lower() for name in answer.get("headers", {})} | _EVERYWHERE
    for name in reply.headers:
        if name.lower() not in declared and not name.startswith("x-amzn-"):
            yield f"the header {name} is not declared for {operation['operationId']}"
    for name, header in answer.get("headers", {}).items():
        if _resolve(header).get("required") and name not in reply.headers:
            yield f"the header {name} is missing from {operation['operationId']}"
    yield from _wrong(operation, str(reply.status), reply)


def _wrong(operation: Any, status: str, reply: Any) -> Iterator[str]:
    kind = reply.headers.get("Content-Type", "").partition(";")[0]
    validator = _validator(operation["operationId"], status, kind)
    if validator is None:
        return
    if isinstance(reply.body, bytes):  # JSON has none, so no schema says more of them
        return
    for error in validator.iter_errors(reply.body):
        where = "/".join(map(str, error.instance_path))
        yield f"{operation['operationId']} {status} /{where}: {error.message[:400]}"


@cache
def _validator(name: str, status: str, kind: str) -> Any:
    answer = _resolve(_name_operations()[name]["responses"][status])
    schema = answer.get("content", {}).get(kind, {}).get("schema")
    if schema is None:
        return None
    known = _close_schemas()
    reached = {name: known[name] for name in _find_reached(schema, known)}
    whole = {"components": {"schemas": reached}, **_close(schema)}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


@cache
def _close_schemas() -> dict[str, Any]:
    closed: dict[str, Any] = _close(files.build_document()["components"]["schemas"])
    return closed


def _find_reached(schema: Any, known: dict[str, Any]) -> set[str]:
    """Name the schemas that one leads to: a validator of them all takes megabytes."""
    reached: set[str] = set()
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in known and name not in reached:
                reached.add(name)
                waiting.append(known[name])
            waiting += part.values()
    return reached


def _close(schema: Any) -> Any:
    """Let no object have what its schema does not name: an undeclared field is a fault of ours."""
    if isinstance(schema, list):
        return [_close(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _close(each) for name, each in schema.items()}
    if isinstance(closed.get("properties"), dict) and closed.get("type") == "object":
        closed["additionalProperties"] = closed.get("additionalProperties") is True
    return closed


def _resolve(answer: Any) -> Any:
    if answer is None or "$ref" not in answer:
        return answer
    place: Any = files.build_document()
    for step in answer["$ref"].removeprefix("#/").split("/"):
        place = place[step]
    return place


@cache
def _paths() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    """Return each path as a pattern; those without names first, as the gateway looks for them."""
    paths = files.build_document()["paths"]
    ordered = sorted(paths, key=lambda path: [step.startswith("{") for step in path.split("/")])
    return [
        (re.compile(re.sub(r"{\w+}", "[^/]+", path.replace(".", r"\."))), paths[path])
        for path in ordered
    ]


@cache
def _name_operations() -> dict[str, Any]:
    return {
        operation["operationId"]: operation
        for _, methods in _paths()
        for operation in methods.values()
    }


@cache
def _paths_as_deep(steps: int) -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    """Return the paths of so many steps: no name in a path stands for two."""
    return [each for each in _paths() if each[0].pattern.replace("[^/]+", "").count("/") == steps]


def _operation(method: str, path: str) -> Any:
    for pattern, methods in _paths_as_deep(path.count("/")):
        if pattern.fullmatch(path):
            return methods.get(method.lower())
    return None
