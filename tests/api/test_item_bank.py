"""Items are found by standard and text, and an assessment is built from them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.assessments.items import MOST_ITEMS
from chalicelib.standards import documents
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support import builders
from tests.support.world import DISTRICT, Reply, World, WorldPerson

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


def an_assessment(author: WorldPerson, title: str, *items: dict[str, Any], **changes: Any) -> str:
    body = {
        "title": title,
        "standards_set_id": builders.SET,
        "level_count": 3,
        "visibility": "district",
        **changes,
    }
    made = author.post("/v1/assessments", body)
    path = f"/v1/assessments/{made.body['id']}"
    assert author.put(f"{path}/items", {"items": items}, etag=made.etag).status == 200
    return str(made.body["id"])


def prepare_tess(world: World) -> WorldPerson:
    builders.a_set(world)
    return world.teacher("tess")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


@pytest.fixture
def theo(world: World, tess: WorldPerson) -> WorldPerson:
    an_assessment(tess, "Groups", ROWS, PARTS)
    an_assessment(tess, "Parts", PARTS)
    an_assessment(tess, "Secret", ROWS, visibility="private")
    return world.teacher("theo")


def find_items(person: WorldPerson, **asked: str) -> list[tuple[str, str]]:
    reply = person.get(f"/v1/items?{urlencode(asked)}")
    assert reply.status == 200, reply.body
    return [(each["assessment_title"], each["item"]["prompt"][:9]) for each in reply.body["items"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [("Parts", "Which par"), ("Groups", "How many "), ("Groups", "Which par")]),
        ({"standard": "3.fr.1"}, [("Parts", "Which par"), ("Groups", "Which par")]),
        ({"text": "BEANS rows"}, [("Groups", "How many ")]),
        ({"text": "third beans"}, [("Parts", "Which par"), ("Groups", "Which par")]),
        ({"kind": "numeric", "standard": "3.NB.1"}, [("Groups", "How many ")]),
        ({"standards_set_id": "jf.math.4"}, []),
    ],
)
def test_items_are_found_the_newest_assessment_first(
    theo: WorldPerson, asked: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert find_items(theo, **asked) == expected


def test_the_bank_leaves_out_items_that_a_person_may_not_see_or_copy(
    world: World, tess: WorldPerson, theo: WorldPerson
) -> None:
    assert ("Secret", "How many ") not in find_items(theo)
    assert ("Secret", "How many ") in find_items(tess)
    (parts,) = tess.get("/v1/assessments?text=parts").body["items"]
    path = f"/v1/assessments/{parts['id']}"
    assert world.admin().put(f"{path}/approval", etag=tess.get(path).etag).status == 200
    assert "Parts" not in dict(find_items(theo))
    assert "Parts" in dict(find_items(tess))


def test_pages_of_items_join_up(theo: WorldPerson) -> None:
    seen, path = [], "/v1/items?limit=1"
    while path:
        reply = theo.get(path).body
        seen += [(each["assessment_title"], each["item"]["prompt"][:9]) for each in reply["items"]]
        path = f"/v1/items?limit=1&cursor={reply['next']}" if reply["next"] else ""
    assert seen == find_items(theo)


def test_an_assessment_is_built_from_found_items(theo: WorldPerson) -> None:
    items = [each["item"] for each in theo.get("/v1/items?standard=3.FR.1").body["items"]]
    mine = an_assessment(theo, "Mine", {**items[0], "id": ""}, {**items[1], "points": "5"})
    assert theo.get(f"/v1/assessments/{mine}").body["points"] == "7"


def test_a_page_of_long_items_ends_before_it_is_too_large_to_answer(tess: WorldPerson) -> None:
    long = {**PARTS, "kind": "points", "choices": [], "key": [], "prompt": "\u6f22" * 6000}
    for n in range(9):
        draft = tess.post(
            "/v1/assessments", {"title": f"Long {n}", "standards_set_id": builders.SET}
        )
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


# -- assembling -----------------------------------------------------------------------------------


def create_draft(person: WorldPerson, *items: dict[str, Any], **changes: Any) -> str:
    body = {"title": "Mine", "standards_set_id": builders.SET, "level_count": 3, **changes}
    made = person.post("/v1/assessments", body)
    path = f"/v1/assessments/{made.body['id']}"
    if items:
        assert person.put(f"{path}/items", {"items": items}, etag=made.etag).status == 200
    return path


def picks(person: WorldPerson, **asked: str) -> list[dict[str, str]]:
    found = person.get(f"/v1/items?{urlencode(asked)}").body["items"]
    return [{"assessment_id": e["assessment_id"], "item_id": e["item"]["id"]} for e in found]


def append(
    person: WorldPerson, path: str, items: list[dict[str, str]], key: str | None = None
) -> Reply:
    etag = person.get(path).etag
    return person.post(f"{path}/bank-items", {"items": items}, key=key, etag=etag)


def test_found_items_are_appended_as_copies_in_their_order(theo: WorldPerson) -> None:
    chosen = picks(theo)[::-1]
    path = create_draft(theo, ROWS)
    reply = append(theo, path, chosen)
    assert reply.status == 200, reply.body
    prompts = [item["prompt"][:9] for item in reply.body["items"]]
    assert prompts == ["How many ", "Which par", "How many ", "Which par"]
    ids = [item["id"] for item in reply.body["items"]]
    assert len(set(ids)) == 4
    assert not {each["item_id"] for each in chosen} & set(ids)
    assert reply.body["points"] == "6"
    assert reply.body["items"][1]["standards"] == ["3.NB.1", "3.FR.1"]
    assert theo.get(path).body["standards"] == ["3.NB.1", "3.FR.1"]


def test_one_item_can_be_appended_twice(theo: WorldPerson) -> None:
    path = create_draft(theo)
    (one, *_) = picks(theo)
    assert len(append(theo, path, [one, one]).body["items"]) == 2


def test_appending_needs_the_version_and_can_be_repeated_under_a_key(theo: WorldPerson) -> None:
    path = create_draft(theo)
    (one, *_) = picks(theo)
    assert theo.post(f"{path}/bank-items", {"items": [one]}).status == 428
    assert theo.post(f"{path}/bank-items", {"items": [one]}, etag='"7"').status == 412
    etag = theo.get(path).etag
    first, again = (
        theo.post(f"{path}/bank-items", {"items": [one]}, key="once", etag=etag) for _ in range(2)
    )
    assert first.body == again.body
    assert len(theo.get(f"{path}/items").body["items"]) == 1


def test_every_item_that_cannot_be_copied_says_why_and_nothing_is(
    world: World, tess: WorldPerson, theo: WorldPerson
) -> None:
    builders.a_set(world, "jf.math.4")
    other = create_draft(theo, {**ROWS, "prompt": "Other"}, standards_set_id="jf.math.4")
    silent = create_draft(theo, {**ROWS, "prompt": ""}, kind="document")
    path = create_draft(theo, ROWS)
    (secret,) = tess.get("/v1/assessments?text=secret").body["items"]
    (parts,) = tess.get("/v1/assessments?text=parts").body["items"]
    approved = f"/v1/assessments/{parts['id']}"
    assert world.admin().put(f"{approved}/approval", etag=tess.get(approved).etag).status == 200

    def first_of(person: WorldPerson, there: str) -> dict[str, str]:
        items = person.get(f"{there}/items").body
        return {"assessment_id": items["id"], "item_id": items["items"][0]["id"]}

    chosen = [
        first_of(tess, f"/v1/assessments/{secret['id']}"),
        first_of(tess, approved),
        first_of(theo, other),
        first_of(theo, silent),
        {"assessment_id": "nowhere", "item_id": "none"},
        picks(theo, text="rows")[-1],
    ]
    refused = append(theo, path, chosen)
    assert (refused.status, refused.code) == (422, "items_not_copied")
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [
        ("/items/0", "item_not_found"), ("/items/1", "approved_by_district"),
        ("/items/2", "other_standards_set"), ("/items/3", "item_needs_document"),
        ("/items/4", "item_not_found"),
    ]  # fmt: skip
    assert len(theo.get(f"{path}/items").body["items"]) == 1


def test_an_assessment_of_others_is_not_appended_to(tess: WorldPerson, theo: WorldPerson) -> None:
    (parts,) = tess.get("/v1/assessments?text=parts").body["items"]
    refused = append(theo, f"/v1/assessments/{parts['id']}", picks(theo)[:1])
    assert (refused.status, refused.code) == (403, "not_your_assessment")


def test_an_assessment_holds_only_so_many(theo: WorldPerson) -> None:
    path = create_draft(theo, *[ROWS] * (MOST_ITEMS - 1))
    assert append(theo, path, picks(theo, text="rows")[:1] * 2).code == "too_many_items"
    assert append(theo, path, picks(theo, text="rows")[:1]).status == 200


def test_without_a_standards_set_nothing_can_be_appended(theo: WorldPerson) -> None:
    refused = append(theo, create_draft(theo, standards_set_id=""), picks(theo)[:1])
    assert refused.body["errors"][0]["code"] == "other_standards_set"


def test_codes_that_were_renamed_since_follow(world: World, theo: WorldPerson) -> None:
    chosen = picks(theo, text="rows")[-1:]
    path = create_draft(theo)
    old = builders.a_set(world)
    places = (replace(old.places[0], code="NEW.1"), *old.places[1:])
    item = {"version": 2, "doc": documents.index(replace(old, places=places), 0)}
    world.services.table.commit([Put(keys.standards_set(DISTRICT, builders.SET), item)])
    assert append(theo, path, chosen).body["items"][0]["standards"] == ["NEW.1"]
