"""The OpenAPI document teaches: whatever a client meets in it is described there."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs

import app  # noqa: F401 - its doors are what is described
from chalicelib.errors import names_in
from chalicelib.web import problems
from chalicelib.web.lazy_routes import every_domain
from docs import catalog
from infra import gateway, preflight
from openapi.explanations import Explanation, read_explanation
from openapi.files import build_document
from openapi.shapes import sample
from openapi.tags import TAGS
from tests.house.sources import product_nodes

SCHEMAS: dict[str, Any] = build_document()["components"]["schemas"]


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


def test_an_example_made_of_examples_is_valid() -> None:
    """Bodies are shown in the document, answers on the page."""
    shown = [
        (name, sent["schema"], sent["example"])
        for name, operation in OPERATIONS.items()
        for sent in operation.get("requestBody", {}).get("content", {}).values()
    ]
    shown += [
        (name, given["schema"], sample(given["schema"], SCHEMAS))
        for name, operation in OPERATIONS.items()
        for answer in operation["responses"].values()
        for kind, given in answer.get("content", {}).items()
        if kind == "application/json"
    ]
    assert len(shown) > 150
    assert not [name for name, schema, one in shown if not validator(schema).is_valid(one)]


def test_refusals_of_the_gateway_have_the_shape_of_every_problem() -> None:
    for declared in gateway.ANSWERS.values():
        written = json.dumps(gateway.problem_of(declared))
        problem = json.loads(written.replace("${PublicAddress}", "https://example.org"))
        assert validator(SCHEMAS["Problem"]).is_valid(problem), problem
        assert problem["code"] in SCHEMAS["ProblemCode"]["enum"]


def validator(schema: Any) -> Any:
    referring = "$ref" in json.dumps(schema)
    whole = {"components": build_document()["components"], **schema} if referring else schema
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def test_schemas_with_a_discriminator_name_its_value() -> None:
    for name, schema in SCHEMAS.items():
        if "discriminator" in schema:
            told_by, mapping = schema["discriminator"].values()
            assert {each["$ref"] for each in schema["oneOf"]} == set(mapping.values()), name
            for value, reference in mapping.items():
                assert resolve({"$ref": reference})["properties"][told_by]["const"] == value


# -- operations -----------------------------------------------------------------------------------

OPERATIONS: dict[str, Any] = {
    operation["operationId"]: operation
    for methods in build_document()["paths"].values()
    for operation in methods.values()
}
ROUTES = {
    route.name: route for routes in every_domain() for route in routes.routes if not route.hidden
}


def test_every_parameter_is_described_and_none_is_null() -> None:
    for name, operation in OPERATIONS.items():
        for each in operation["parameters"]:
            assert each["description"], (name, each["name"])
            assert '"null"' not in json.dumps(each["schema"]), (name, each["name"])


def test_the_headers_that_a_request_carries_have_patterns() -> None:
    patterns = {
        (each["name"], each["schema"].get("pattern"))
        for operation in OPERATIONS.values()
        for each in operation["parameters"]
        if each["in"] == "header" and each["name"] != "If-None-Match"
    }
    assert {name for name, _ in patterns} == {"If-Match", "Idempotency-Key"}
    given = {name: re.compile(pattern or "nothing") for name, pattern in patterns}
    assert given["If-Match"].search('"3"')
    assert not given["If-Match"].search("*")
    assert not given["Idempotency-Key"].search("a b")


def test_a_page_may_send_every_header_that_a_request_can_carry() -> None:
    parameters = (each for operation in OPERATIONS.values() for each in operation["parameters"])
    found = {each["name"] for each in parameters if each["in"] == "header"}
    assert found < set(preflight.HEADERS), "Authorization is no parameter"
    assert len(found) == 3


def test_every_answer_and_header_and_tag_is_described() -> None:
    components = build_document()["components"]
    for name, operation in OPERATIONS.items():
        assert operation["description"], name
        for status, answer in ((s, resolve(a)) for s, a in operation["responses"].items()):
            assert answer["description"], (name, status)
            assert "X-Request-Id" in answer["headers"], (name, status)
            for header in answer["headers"].values():
                assert resolve(header)["description"], (name, status)
    assert all(each["description"] for each in components["headers"].values())
    tags = {tag["name"]: tag["description"] for tag in build_document()["tags"]}
    assert all(tags.values())
    assert {tag for each in OPERATIONS.values() for tag in each["tags"]} == set(tags) == set(TAGS)


def resolve(found: Any) -> Any:
    place: Any = build_document() if "$ref" in found else found
    for step in found.get("$ref", "#/").removeprefix("#/").split("/"):
        place = place[step] if step else place
    return place


def test_public_operations_are_marked_and_all_others_name_the_sign_in() -> None:
    for name, operation in OPERATIONS.items():
        expected = [] if ROUTES[name].policy.public else [{"sign_in": ["openid"]}]
        assert operation["security"] == expected, name


def test_every_list_is_a_named_page() -> None:
    for name, route in ROUTES.items():
        if route.listed:
            schema = OPERATIONS[name]["responses"]["200"]["content"]["application/json"]["schema"]
            assert schema["$ref"].endswith("Page"), name
            page = SCHEMAS[schema["$ref"].rpartition("/")[2]]
            assert {"items", "next"} <= set(page["required"])


def test_statuses_are_declared_where_they_happen() -> None:
    for name, route in ROUTES.items():
        declared = set(OPERATIONS[name]["responses"])
        assert {"400", "429", "500", "503", "504"} <= declared, name
        assert ({"401", "403"} <= declared) != route.policy.public, name
        assert not route.body or {"413", "415", "422"} <= declared, name
        assert not route.conditional or {"412", "428"} <= declared, name
        assert route.method == "GET" or "409" in declared, name


def test_every_fact_of_a_refusal_is_a_member_of_a_problem() -> None:
    """Facts that a sentence names are written into it; all others a client gets as members."""
    declared = {each.name: each.declared for each in catalog.problems()}
    found = {
        keyword.arg
        for _, call in product_nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
        for named in [declared.get(call.func.attr)]
        if named is not None
        for keyword in call.keywords
        if keyword.arg and keyword.arg not in names_in(named.text) | {"details", "pointer"}
    }
    told = {problems._FACTS.get(name, name) for name in found}
    variants = {"who", "most", "wrong", "set_name", "thing", "what"}
    assert {"version", "conflicts", "running_correction_id"} <= told
    assert told - variants <= set(SCHEMAS["Problem"]["properties"])


def test_the_document_is_valid() -> None:
    names = list(SCHEMAS)
    assert len(names) == len({name.casefold() for name in names})
    assert all(schema["title"] == name for name, schema in SCHEMAS.items())
    text = json.dumps(build_document())
    for reference in set(re.findall(r'"#/components/([^"]+)"', text)):
        assert resolve({"$ref": f"#/components/{reference}"}), reference


# -- texts ----------------------------------------------------------------------------------------


def test_a_text_below_a_field_is_taken_apart() -> None:
    text = """How far it is.

    - `open`: Somebody may still
      write.
    - `done`: Nobody may.

    Examples: `open`, `done`.
    """
    assert read_explanation(text) == Explanation(
        "How far it is.",
        ("open", "done"),
        (("open", "Somebody may still write."), ("done", "Nobody may.")),
    )
