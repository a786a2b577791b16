"""Writing an assessment: draft, properties, items, badge, copy."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.acts import Role
from tests.support import builders
from tests.support.world import Reply, World, WorldPerson

AN_ITEM = {
    "kind": "single_choice",
    "prompt": "Which sentence tells how many?",
    "choices": ["4 + 7", "4 x 7"],
    "key": ["B"],
    "points": "1.5",
    "standards": ["3.NB.2"],
}


@pytest.fixture
def tess(world: World) -> WorldPerson:
    builders.a_set(world)
    builders.a_person(world, "tess")
    builders.a_person(world, "theo")
    builders.a_person(world, "sonia", school="south")
    return world.teacher("tess")


def begin(author: WorldPerson, **changes: Any) -> Reply:
    reply = author.post(
        "/v1/assessments",
        {"title": "Equal groups", "standards_set_id": builders.SET, "level_count": 3, **changes},
    )
    assert reply.status == 201, reply.body
    return reply


def set_items(author: WorldPerson, draft: Reply, *items: dict[str, Any], **changes: Any) -> Reply:
    path = f"/v1/assessments/{draft.body['id']}/items"
    return author.put(path, {"items": items or [AN_ITEM], **changes}, etag=draft.etag)


def create_finished(author: WorldPerson, **changes: Any) -> Reply:
    draft = begin(author, **changes)
    assert set_items(author, draft).status == 200
    return author.get(f"/v1/assessments/{draft.body['id']}")


def test_a_draft_says_what_it_lacks(tess: WorldPerson) -> None:
    draft = begin(tess)
    assert (draft.body["ready"], draft.body["not_ready_reasons"]) == (False, ["items"])
    assert draft.body["visibility"] == "private"
    assert draft.headers["Location"] == f"/v1/assessments/{draft.body['id']}"
    assert begin(tess, kind="document", standards_set_id="").body["not_ready_reasons"] == [
        "standards_set",
        "items",
        "document",
    ]


def test_a_new_assessment_has_the_districts_number_of_levels(
    world: World, tess: WorldPerson
) -> None:
    world.admin().patch("/v1/district", {"mastery_level_count": 4}, etag='"0"')
    assert begin(tess, level_count=None).body["level_count"] == 4


def test_items_give_it_points_and_standards(tess: WorldPerson) -> None:
    draft = begin(tess)
    hand = {"kind": "points", "prompt": "Explain.", "points": 4, "standards": ["id-3.FR.1"]}
    saved = set_items(tess, draft, AN_ITEM, hand)
    assert saved.status == 200, saved.body
    assert (saved.body["points"], saved.body["standards"]) == ("5.5", ["3.NB.2", "3.FR.1"])
    assert saved.etag == '"2"'
    read = tess.get(f"/v1/assessments/{draft.body['id']}")
    assert (read.body["ready"], read.body["item_count"], read.body["points"]) == (True, 2, "5.5")
    assert read.body["created_by_name"] == "Tess Example"
    assert tess.get(f"/v1/assessments/{draft.body['id']}/items").body == saved.body


def test_an_item_keeps_its_id_when_it_comes_back_changed(tess: WorldPerson) -> None:
    draft = begin(tess)
    first = set_items(tess, draft)
    (item,) = first.body["items"]
    again = set_items(tess, Reply(200, draft.body, first.headers), {**item, "points": "2"})
    assert [each["id"] for each in again.body["items"]] == [item["id"]]


def test_unknown_standards_are_named_with_item_and_place(tess: WorldPerson) -> None:
    wrong = {**AN_ITEM, "standards": ["3.NB.1", "9.XX.9"]}
    refused = set_items(tess, begin(tess), AN_ITEM, wrong)
    assert (refused.status, refused.code) == (422, "standards_not_in_set")
    assert [e["pointer"] for e in refused.body["errors"]] == ["/items/1/standards/1"]


def test_items_need_a_standards_set_that_exists(tess: WorldPerson) -> None:
    assert set_items(tess, begin(tess, standards_set_id="")).code == "standards_set_missing"
    assert set_items(tess, begin(tess, standards_set_id="no")).code == "standards_set_unknown"


def test_a_document_with_an_answer_key_is_enough(tess: WorldPerson) -> None:
    draft = begin(tess, kind="document")
    key_only = {k: v for k, v in AN_ITEM.items() if k != "prompt"}
    saved = set_items(tess, draft, key_only, document={"name": "School garden.pdf"})
    assert saved.body["document"] == {"name": "School garden.pdf", "description": ""}
    assert tess.get(f"/v1/assessments/{draft.body['id']}").body["ready"]


def test_an_assessment_made_of_items_has_no_document(tess: WorldPerson) -> None:
    refused = set_items(tess, begin(tess), document={"name": "x"})
    assert refused.code == "not_document_based"


def test_two_windows_never_overwrite_each_other(tess: WorldPerson) -> None:
    draft = begin(tess)
    assert set_items(tess, draft).status == 200
    late = tess.patch(f"/v1/assessments/{draft.body['id']}", {"title": "Late"}, etag=draft.etag)
    assert (late.status, late.body["version"]) == (412, 2)
    assert set_items(tess, draft).status == 412


def test_the_same_post_twice_makes_one_draft(tess: WorldPerson) -> None:
    body = {"title": "Once", "level_count": 3}
    first = tess.post("/v1/assessments", body, key="k1")
    again = tess.post("/v1/assessments", body, key="k1")
    assert again.body == first.body
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(tess.get("/v1/assessments").body["items"]) == 1


def test_only_its_creator_changes_it(world: World, tess: WorldPerson) -> None:
    shared = create_finished(tess, visibility="district")
    path = f"/v1/assessments/{shared.body['id']}"
    for other in (world.teacher("theo"), world.admin()):
        refused = other.patch(path, {"title": "Mine"}, etag=shared.etag)
        assert (refused.status, refused.code) == (403, "not_your_assessment")
        assert other.delete(path, etag=shared.etag).status == 403
        assert other.put(f"{path}/items", {"items": []}, etag=shared.etag).status == 403


@pytest.mark.parametrize(
    ("visibility", "seen_by"),
    [
        ("private", set()),
        ("school", {"theo", "dana", "paul"}),
        ("district", {"theo", "sonia", "dana", "paul"}),
        ("community", {"theo", "sonia", "dana", "paul"}),
    ],
)
def test_each_role_sees_its_own_assessments(
    world: World, tess: WorldPerson, visibility: str, seen_by: set[str]
) -> None:
    made = create_finished(tess, visibility=visibility)
    people = {
        "theo": world.teacher("theo"),
        "sonia": world.teacher("sonia"),
        "dana": world.admin(),
        "paul": world.person("paul", Role.SCHOOL_ADMIN, schools=("north",)),
    }
    path = f"/v1/assessments/{made.body['id']}"
    for name, person in people.items():
        expected = 200 if name in seen_by else 404
        assert person.get(path).status == expected, name
        assert person.get(f"{path}/items").status == expected, name
        listed = [each["id"] for each in person.get("/v1/assessments").body["items"]]
        assert (made.body["id"] in listed) == (name in seen_by), name


def test_a_person_without_a_school_cannot_share_with_schools(world: World) -> None:
    refused = world.teacher("nomad").post(
        "/v1/assessments", {"title": "x", "level_count": 3, "visibility": "school"}
    )
    assert (refused.status, refused.code) == (422, "no_school")


# -- the badge ------------------------------------------------------------------------------------


def test_an_approved_assessment_is_nobody_elses_to_edit_or_copy(
    world: World, tess: WorldPerson
) -> None:
    made = create_finished(tess, visibility="district")
    path = f"/v1/assessments/{made.body['id']}"
    dana, theo = world.admin(), world.teacher("theo")
    badge = dana.put(f"{path}/approval", etag=made.etag)
    assert badge.body["approval"]["approved_by_id"] == "dana"
    assert "copy" not in theo.get(path).body["allowed"]
    assert theo.post(f"{path}/copies", {}).code == "approved_by_district"
    refused = theo.patch(path, {"title": "Mine"}, etag=badge.etag)
    assert refused.code == "approved_by_district"
    renamed = tess.patch(path, {"title": "Equal groups, fall"}, etag=badge.etag)
    assert renamed.body["approval"] == badge.body["approval"]
    assert tess.patch(path, {"visibility": "private"}, etag=renamed.etag).status == 409
    removed = dana.delete(f"{path}/approval", etag=renamed.etag)
    assert removed.body["approval"] is None
    assert theo.post(f"{path}/copies", {}).status == 201


def test_a_school_administrator_who_writes_nothing_is_offered_nothing(
    world: World, tess: WorldPerson
) -> None:
    path = f"/v1/assessments/{begin(tess, visibility='district').body['id']}"
    sam = world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    assert sam.get(path).body["allowed"] == []
    assert sam.post(f"{path}/copies", {}).status == 403


def test_only_what_the_district_sees_can_be_approved_and_only_by_its_admin(
    world: World, tess: WorldPerson
) -> None:
    made = create_finished(tess, visibility="school")
    path = f"/v1/assessments/{made.body['id']}/approval"
    assert tess.put(path, etag=made.etag).status == 403
    assert world.admin().put(path, etag=made.etag).code == "approval_needs_district"


# -- copies ---------------------------------------------------------------------------------------


def test_a_copy_is_a_draft_of_ones_own_with_the_same_items(world: World, tess: WorldPerson) -> None:
    made = create_finished(tess, visibility="district")
    theo = world.teacher("theo")
    copied = theo.post(f"/v1/assessments/{made.body['id']}/copies", {})
    assert copied.status == 201
    assert copied.body["title"] == "Equal groups (copy)"
    assert (copied.body["created_by_id"], copied.body["created_by_name"]) == (
        "theo",
        "Theo Example",
    )
    assert (copied.body["visibility"], copied.body["copied_from_id"]) == (
        "private",
        made.body["id"],
    )
    there = tess.get(f"/v1/assessments/{made.body['id']}/items").body
    here = theo.get(f"/v1/assessments/{copied.body['id']}/items").body
    assert here["items"] == there["items"]
    named = theo.post(f"/v1/assessments/{made.body['id']}/copies", {"title": "Mine"})
    assert named.body["title"] == "Mine"


# -- in use ---------------------------------------------------------------------------------------


def test_a_draft_that_nobody_uses_can_be_deleted(tess: WorldPerson) -> None:
    made = create_finished(tess)
    path = f"/v1/assessments/{made.body['id']}"
    assert tess.delete(path, etag='"1"').status == 412
    assert tess.delete(path, etag=made.etag).status == 204
    assert tess.get(path).status == 404
    assert tess.get(f"{path}/items").status == 404


def test_a_distributed_assessment_keeps_its_standards_and_cannot_be_deleted(
    world: World, tess: WorldPerson
) -> None:
    made = create_finished(tess)
    path = f"/v1/assessments/{made.body['id']}"
    tracker = builders.a_tracker(world)
    added = tess.post(f"/v1/trackers/{tracker.id}/assessments", {"assessment_id": made.body["id"]})
    assert added.status == 201, added.body
    assert tess.delete(path, etag=made.etag).code == "assessment_in_use"
    other = {**AN_ITEM, "standards": ["3.NB.1"]}
    assert set_items(tess, made, other).code == "assessment_in_use"
    assert tess.patch(path, {"level_count": 5}, etag=made.etag).code == "assessment_in_use"
    reworded = set_items(tess, made, {**AN_ITEM, "prompt": "How many in all?"})
    assert reworded.status == 200
    assert tess.patch(path, {"title": "Fall"}, etag=reworded.etag).status == 200


def test_use_that_begins_between_reading_and_saving_still_protects(
    world: World, tess: WorldPerson
) -> None:
    made = create_finished(tess)
    service = world.services.assessments
    read = service.header(tess.act().caller, made.body["id"])
    world.services.table.commit(service.use(tess.act().district, read, as_it_is=True))
    assert read.in_use is False
    after = service.header(tess.act().caller, made.body["id"])
    assert (after.in_use, after.version) == (True, read.version)
    assert tess.delete(f"/v1/assessments/{read.id}", etag=made.etag).status == 409


def test_the_set_cannot_change_under_aligned_items(tess: WorldPerson) -> None:
    made = create_finished(tess)
    refused = tess.patch(
        f"/v1/assessments/{made.body['id']}", {"standards_set_id": "jf.math.4"}, etag=made.etag
    )
    assert refused.code == "items_aligned_to_other_set"
    draft = begin(tess)
    refused = tess.patch(
        f"/v1/assessments/{draft.body['id']}", {"standards_set_id": "no"}, etag=draft.etag
    )
    assert refused.code == "standards_set_unknown"


def test_beginning_an_assessment_is_one_call(world: World, tess: WorldPerson) -> None:
    calls: list[str] = []
    world.clients.dynamodb.meta.events.register(
        "before-call.dynamodb", lambda model, **_: calls.append(model.name), unique_id="count"
    )
    try:
        world.services.assessments.create(tess.act(), {"title": "Draft", "levels": 3})
    finally:
        world.clients.dynamodb.meta.events.unregister("before-call.dynamodb", unique_id="count")
    assert calls == ["TransactWriteItems"]


@pytest.mark.parametrize("letter", ["a", "é", "漢"])
def test_the_largest_items_can_be_set_under_a_key_and_are_answered_alike(
    tess: WorldPerson, letter: str
) -> None:
    """The record of the key holds the answer, which is longer than the items themselves."""
    draft = begin(tess)
    prompt = letter * (9_900 // len(letter.encode()))
    body = {"items": [{**AN_ITEM, "prompt": prompt} for _ in range(37)]}
    raw = json.dumps(body, ensure_ascii=False).encode()
    headers = {"If-Match": draft.etag, "Idempotency-Key": "k1"}
    path = f"/v1/assessments/{draft.body['id']}/items"
    first, again = (tess.send("PUT", path, raw, headers) for _ in range(2))
    assert (first.status, again.status) == (200, 200)
    assert again.body == first.body
    assert again.headers["Idempotent-Replayed"] == "true"


def test_a_distributed_assessment_can_be_shown_to_more_but_never_to_fewer(world: World) -> None:
    builders.a_set(world)
    dana = world.admin("dana")
    assessment = builders.an_assessment(world)
    builders.a_tracker(world)
    body = {"assessment_id": assessment.id, "selection": {"whole_district": True}}
    assert dana.post("/v1/distributions", body).status == 202
    path = f"/v1/assessments/{assessment.id}"
    hidden = dana.patch(path, {"visibility": "private"}, etag=dana.get(path).etag)
    assert (hidden.status, hidden.code) == (409, "assessment_in_use")
    wider = dana.patch(path, {"visibility": "community"}, etag=dana.get(path).etag)
    assert wider.status == 200
