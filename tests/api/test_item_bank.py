"""Items are found by standard and text, and an assessment is built from them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests import builders
from tests.world import Person, World

ROWS = {
    "prompt": "How many beans are in 4 rows of 7?",
    "kind": "numeric",
    "key": ["28"],
    "points": "1",
    "standards": ["3.NB.1"],
}
PARTS = {
    "prompt": "Which part is the longest?",
    "kind": "single_choice",
    "choices": ["a half", "a third of the beans"],
    "key": ["A"],
    "points": "2",
    "standards": ["3.FR.1", "3.NB.1"],
}


def an_assessment(author: Person, title: str, *items: dict[str, Any], **said: Any) -> str:
    body = {"title": title, "set_id": builders.SET, "levels": 3, "visibility": "district", **said}
    made = author.post("/v1/assessments", body)
    path = f"/v1/assessments/{made.body['id']}"
    assert author.put(f"{path}/items", {"items": items}, etag=made.etag).status == 200
    return str(made.body["id"])


@pytest.fixture
def tess(world: World) -> Person:
    builders.a_set(world)
    return world.teacher("tess")


@pytest.fixture
def theo(world: World, tess: Person) -> Person:
    an_assessment(tess, "Groups", ROWS, PARTS)
    an_assessment(tess, "Parts", PARTS)
    an_assessment(tess, "Secret", ROWS, visibility="private")
    return world.teacher("theo")


def found(person: Person, **asked: str) -> list[tuple[str, str]]:
    reply = person.get(f"/v1/items?{urlencode(asked)}")
    assert reply.status == 200, reply.body
    return [(each["title"], each["item"]["prompt"][:9]) for each in reply.body["items"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [("Parts", "Which par"), ("Groups", "How many "), ("Groups", "Which par")]),
        ({"standard": "3.fr.1"}, [("Parts", "Which par"), ("Groups", "Which par")]),
        ({"text": "BEANS rows"}, [("Groups", "How many ")]),
        ({"text": "third beans"}, [("Parts", "Which par"), ("Groups", "Which par")]),
        ({"kind": "numeric", "standard": "3.NB.1"}, [("Groups", "How many ")]),
        ({"set": "jf.math.4"}, []),
    ],
)
def test_items_are_found_the_newest_assessment_first(
    theo: Person, asked: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert found(theo, **asked) == expected


def test_what_one_may_not_see_or_copy_is_not_in_the_bank(
    world: World, tess: Person, theo: Person
) -> None:
    assert ("Secret", "How many ") not in found(theo)
    assert ("Secret", "How many ") in found(tess)
    (parts,) = tess.get("/v1/assessments?text=parts").body["items"]
    path = f"/v1/assessments/{parts['id']}"
    assert world.admin().put(f"{path}/approval", etag=tess.get(path).etag).status == 200
    assert "Parts" not in dict(found(theo))
    assert "Parts" in dict(found(tess))


def test_pages_of_items_join_up(theo: Person) -> None:
    seen, path = [], "/v1/items?limit=1"
    while path:
        reply = theo.get(path).body
        seen += [(each["title"], each["item"]["prompt"][:9]) for each in reply["items"]]
        path = f"/v1/items?limit=1&cursor={reply['next']}" if reply["next"] else ""
    assert seen == found(theo)


def test_an_assessment_is_built_from_found_items(theo: Person) -> None:
    items = [each["item"] for each in theo.get("/v1/items?standard=3.FR.1").body["items"]]
    mine = an_assessment(theo, "Mine", {**items[0], "id": ""}, {**items[1], "points": "5"})
    assert theo.get(f"/v1/assessments/{mine}").body["points"] == "7"


def test_a_page_of_long_items_ends_before_it_is_too_large_to_answer(tess: Person) -> None:
    long = {**PARTS, "kind": "points", "choices": [], "key": [], "prompt": "\u6f22" * 6000}
    for n in range(9):
        draft = tess.post("/v1/assessments", {"title": f"Long {n}", "set_id": builders.SET})
        raw = json.dumps({"items": [long] * 20}, ensure_ascii=False).encode()
        path = f"/v1/assessments/{draft.body['id']}/items"
        assert tess.send("PUT", path, raw, {"If-Match": draft.etag}).status == 200
    page = tess.get("/v1/items?limit=200").body
    seen = len(page["items"])
    assert len(json.dumps(page, ensure_ascii=False).encode()) < 4_000_000
    while page["next"]:
        page = tess.get(f"/v1/items?limit=200&cursor={page['next']}").body
        seen += len(page["items"])
    assert seen == 180
