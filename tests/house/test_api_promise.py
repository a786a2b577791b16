"""From a release on, a breaking change of the API fails unless the changelog names it."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest

from openapi.bags import BAGS
from tests.house.api_shape import (
    RELEASED,
    ROOT,
    Shape,
    find_breaks,
    find_unnamed,
    present_shape,
)


def test_whatever_breaks_a_client_of_the_last_release_is_named_in_the_changelog() -> None:
    released: Shape = json.loads(RELEASED.read_text())
    unnamed = find_unnamed(
        find_breaks(released, present_shape()), (ROOT / "CHANGELOG.md").read_text()
    )
    assert not unnamed, "name these in backticks under `## Unreleased`, or keep them"


OLD: Shape = {
    "operations": {
        "GET /v1/things": {
            "name": "list_things",
            "parameters": {"query:text": {"type": "string"}},
            "body": "",
            "answers": {"200": "application/json page of ThingView"},
        },
        "POST /v1/things": {
            "name": "create_thing",
            "parameters": {},
            "body": "application/json NewThing",
            "answers": {"201": "application/json ThingView"},
        },
    },
    "schemas": {
        "NewThing": {"fields": {"name": {"type": "string", "required": True}}},
        "ThingView": {
            "fields": {
                "name": {"type": "string", "required": True},
                "state": {"type": "string", "values": ["done", "open"], "required": True},
            }
        },
        "Color": {"type": "string", "values": ["blue", "red"]},
    },
}


def change_shape(*path: str, to: Any = None) -> Shape:
    """Return the old shape with one thing changed or removed."""
    new = copy.deepcopy(OLD)
    place: Any = new
    for step in path[:-1]:
        place = place[step]
    if to is None:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return new


BREAKING: list[tuple[Shape, str]] = [
    (change_shape("operations", "GET /v1/things"), "/v1/things"),
    (change_shape("operations", "GET /v1/things", "name", to="find_things"), "list_things"),
    (change_shape("operations", "GET /v1/things", "parameters", "query:text"), "text"),
    (
        change_shape(
            "operations",
            "GET /v1/things",
            "parameters",
            "query:school",
            to={"type": "string", "required": True},
        ),
        "school",
    ),
    (change_shape("operations", "POST /v1/things", "answers", to={"200": ""}), "/v1/things"),
    (change_shape("schemas", "Color"), "Color"),
    (change_shape("schemas", "Color", "values", to=["blue"]), "red"),
    (change_shape("schemas", "ThingView", "fields", "name"), "name"),
    (change_shape("schemas", "ThingView", "fields", "name", to={"type": "string"}), "name"),
    (change_shape("schemas", "ThingView", "fields", "name", "type", to="integer"), "name"),
    (change_shape("schemas", "ThingView", "fields", "state", "values", to=["done"]), "open"),
    (
        change_shape(
            "schemas", "NewThing", "fields", "size", to={"type": "integer", "required": True}
        ),
        "size",
    ),
]


@pytest.mark.parametrize(("new", "word"), BREAKING)
def test_a_removed_or_newly_required_part_breaks(new: Shape, word: str) -> None:
    assert [each.word for each in find_breaks(OLD, new)] == [word]


ALLOWED: list[Shape] = [
    change_shape("operations", "GET /v1/more", to=OLD["operations"]["GET /v1/things"]),
    change_shape(
        "operations", "GET /v1/things", "parameters", "query:size", to={"type": "integer"},
    ),
    change_shape(
        "schemas", "ThingView", "fields", "size", to={"type": "integer", "required": True},
    ),
    change_shape("schemas", "NewThing", "fields", "size", to={"type": "integer"}),
    change_shape("schemas", "Color", "values", to=["blue", "green", "red"]),
    change_shape(
        "operations", "POST /v1/things", "answers",
        to={"201": "application/json ThingView or text/csv string"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("new", ALLOWED)
def test_an_addition_breaks_nothing(new: Shape) -> None:
    assert not find_breaks(OLD, new)


def test_only_the_section_of_unreleased_changes_names_a_break() -> None:
    breaks = find_breaks(OLD, change_shape("operations", "GET /v1/things"))
    text = "# Changelog\n\n## Unreleased\n\n- `GET /v1/things` is gone.\n\n## 0.3.0\n"
    late = "# Changelog\n\n## Unreleased\n\n## 0.3.0\n\n- `GET /v1/things` is gone.\n"
    assert find_unnamed(breaks, text) == []
    table = "# Changelog\n\n## Unreleased\n\n| `/v1/things` | `/v1/matters` |\n\n## 0.3.0\n"
    assert find_unnamed(breaks, late) == ["GET /v1/things is gone"]
    assert find_unnamed(breaks, table) == ["GET /v1/things is gone"]


# -- words: the names of the API keep to one law ---------------------------------------------------

SNAKE, KEBAB = re.compile(r"[a-z][a-z0-9_]*"), re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
GET = ("list_", "read_", "download_")
VERBS = {"PATCH": ("change_",), "PUT": ("set_", "put_"), "DELETE": ("delete_", "remove_")}
NAMES_OF_IDS = frozenset(
    [
        "assessment",
        "student",
        "teacher",
        "tracker",
        "person",
        "owner",
        "creator",
        "distribution",
        "course",
        "team",
        "framework",
        "office",
        "school",
        "process",
        "set",
        "by",
        "set_by",
        "created_by",
    ]
)
NO_WORDS = frozenset(
    [
        "colour",  # typos: ignore
        "said",
        "whom",
        "meant",
        "begun",
        "awaited",
        "has",
        "having",
        "lacks",
        "which",
        "how",
        "wanted",
        "standing",
        "given",
        "family",
        "n",
        "d",
        "q",
        "why",
        "explanation",
        "cancelled",
        "created",
        "changed",
        "started",
        "finished",
        "begins",
        "ends",
    ]
)
OBJECTS = {"framework"}
"""Names of things that are objects in an answer, not ids."""


def test_operations_are_a_verb_and_a_noun() -> None:
    wrong = []
    for path, each in present_shape()["operations"].items():
        method, name = path.split()[0], each["name"]
        verbs = GET if method == "GET" else VERBS.get(method, ())
        back = method == "DELETE" and path.endswith("/retirement")  # takes back what POST did
        if (verbs and not name.startswith(verbs) and not back) or (
            method == "POST" and name.startswith(GET)
        ):
            wrong.append(f"{path}: {name}")
    assert not wrong


def test_paths_are_in_kebab_case_and_parameters_say_whose_id_they_are() -> None:
    steps = {step for path in present_shape()["operations"] for step in path.split()[1].split("/")}
    plain = {step for step in steps if step and not step.startswith("{")}
    assert not {step for step in plain if not KEBAB.fullmatch(step)}
    named = {step.strip("{}") for step in steps if step.startswith("{")}
    assert {step for step in named if not step.endswith("_id")} == {"page"}


def test_fields_and_values_are_in_snake_case_and_in_words_of_the_law() -> None:
    shape = present_shape()
    fields = {
        (where, name, each["type"])
        for where, schema in shape["schemas"].items()
        if where not in BAGS  # stored and shown as they are, in the domain's words
        for name, each in schema.get("fields", {}).items()
    } | {
        (path, name.removeprefix("query:"), each["type"])
        for path, operation in shape["operations"].items()
        for name, each in operation["parameters"].items()
        if name.startswith("query:")
    }
    assert not [each for each in fields if not SNAKE.fullmatch(each[1])]
    assert not [each for each in fields if each[1] in NO_WORDS]
    ids = [each for each in fields if each[1] in NAMES_OF_IDS and "string" in each[2]]
    assert not [each for each in ids if each[1] not in OBJECTS]
    values = {
        value
        for schema in shape["schemas"].values()
        for each in (schema, *schema.get("fields", {}).values())
        for value in each.get("values", ())
    }
    assert not {each for each in values if each and not SNAKE.fullmatch(each) and each != "True"}


def test_schemas_have_one_name_each_that_is_their_title() -> None:
    import app  # noqa: F401 - its routes are what is described
    from chalicelib.web.lazy_routes import every_domain
    from openapi.document import document

    schemas = document(every_domain(), "")["components"]["schemas"]
    assert {name for name, each in schemas.items() if each.get("title") != name} == set()
    assert not [name for name in schemas if "_" in name]
