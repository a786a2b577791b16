"""QTI packages become drafts of the importer's own, and each question says what became of it."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.item_imports import package
from tests.support import builders
from tests.support.questions import a_choice, a_package, an_item, write_labels
from tests.support.world import DISTRICT, Reply, World, WorldPerson


@pytest.fixture
def tess(world: World) -> WorldPerson:
    builders.a_set(world)
    return world.teacher("tess")


def begin_import(person: WorldPerson, content: bytes, **changes: Any) -> Reply:
    body = {
        "title": "From the publisher",
        "standards_set_id": builders.SET,
        "standards": ["3.FR.1"],
    }
    return person.post(
        "/v1/item-imports", body | {"file_name": "unit-4.zip", "size": len(content)} | changes
    )


def upload(world: World, begun: Reply, content: bytes) -> None:
    """Put the file there as the form has it."""
    form = begun.body["upload"]["fields"]
    world.clients.s3.put_object(
        Bucket=world.settings.files_bucket, Key=form["key"], Body=content,
        ContentType=form["Content-Type"],
    )  # fmt: skip


def report_upload(world: World, begun: Reply) -> None:
    key = begun.body["upload"]["fields"]["key"]
    world.services.uploads.handle_event({"detail": {"object": {"key": key}}})


def import_items(world: World, person: WorldPerson, content: bytes, **changes: Any) -> Any:
    made = begin_import(person, content, **changes)
    assert made.status == 201, made.body
    upload(world, made, content)
    report_upload(world, made)
    return person.get(f"/v1/item-imports/{made.body['id']}").body


def test_a_package_becomes_a_draft_of_ones_own(world: World, tess: WorldPerson) -> None:
    package = a_package(
        a_choice(name="Q1"), an_item("<p>Hm.</p>", name="Q2"), a_choice(name="Q3", title="Last"),
        metadata={3: write_labels("id-3.NB.2")},
    )  # fmt: skip
    view = import_items(world, tess, package, subject="Mathematics", grades=["03"])
    assert (view["state"], view["counts"]) == (
        "imported", {"imported": 2, "unsupported": 1, "refused": 0},
    )  # fmt: skip
    found = tess.get(f"/v1/assessments/{view['assessment_id']}").body
    assert (found["title"], found["created_by_id"], found["visibility"], found["item_count"]) == (
        "From the publisher", "tess", "private", 2,
    )  # fmt: skip
    assert (found["subject"], found["standards"]) == ("Mathematics", ["3.NB.2", "3.FR.1"])
    items = tess.get(f"/v1/assessments/{view['assessment_id']}/items").body["items"]
    assert [item["standards"] for item in items] == [["3.FR.1"], ["3.NB.2"]]
    assert [line["item_id"] for line in view["lines"]] == [items[0]["id"], "", items[1]["id"]]
    assert view["lines"][1]["message"]
    assert view["lines"][2]["standards"] == ["3.NB.2"]


def test_imported_items_are_in_the_item_bank_and_can_be_changed(
    world: World, tess: WorldPerson
) -> None:
    view = import_items(world, tess, a_package(a_choice()))
    (found,) = tess.get("/v1/items?text=longest").body["items"]
    assert (found["assessment_id"], found["allowed"]) == (view["assessment_id"], ["copy"])
    path = f"/v1/assessments/{view['assessment_id']}"
    changed = tess.patch(path, {"title": "Mine"}, etag=tess.get(path).etag)
    assert changed.status == 200


def test_a_single_question_is_uploaded_as_xml(world: World, tess: WorldPerson) -> None:
    content = a_choice().encode()
    made = begin_import(tess, content, file_name="one.XML")
    form = made.body["upload"]["fields"]
    assert form["Content-Type"] == "application/xml"
    assert form["key"].endswith(".xml")
    upload(world, made, content)
    report_upload(world, made)
    assert tess.get(f"/v1/item-imports/{made.body['id']}").body["state"] == "imported"


def test_the_upload_form_takes_exactly_the_announced_size(tess: WorldPerson) -> None:
    import base64
    import json

    fields = begin_import(tess, b"x" * 1234).body["upload"]["fields"]
    policy = json.loads(base64.b64decode(fields["policy"]))
    assert ["content-length-range", 1234, 1234] in policy["conditions"]
    assert {"key": fields["key"]} in policy["conditions"]
    assert {"Content-Type": "application/zip"} in policy["conditions"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not a zip", "not_a_package"),
        (a_package(an_item("<p>Hm.</p>")), "nothing_imported"),
        (a_package(a_choice(), files={"../x": b"x"}), "zip_path_traversal"),
    ],
)
def test_a_package_that_cannot_be_imported_makes_no_draft(
    world: World, tess: WorldPerson, content: bytes, code: str
) -> None:
    view = import_items(world, tess, content)
    assert (view["state"], view["code"], view["assessment_id"]) == ("refused", code, "")
    assert view["message"]
    assert tess.get("/v1/assessments").body["items"] == []
    assert due(world) == []


@pytest.mark.parametrize(
    ("said", "pointer", "code"),
    [
        ({"standards_set_id": "nowhere"}, "/standards_set_id", "standards_set_unknown"),
        ({"standards": ["9.ZZ.9"]}, "/standards/0", "standard_unknown"),
        ({"file_name": "unit.docx"}, "/file_name", "file_type_unknown"),
        ({"size": package.LARGEST + 1}, "/size", "file_too_large"),
        ({"size": 5_000_000, "file_name": "q.xml"}, "/size", "file_too_large"),
    ],
)
def test_an_impossible_upload_is_refused_at_once(
    tess: WorldPerson, said: dict[str, Any], pointer: str, code: str
) -> None:
    refused = begin_import(tess, b"x", **said)
    assert refused.status in (413, 422)
    assert (refused.body["errors"][0]["pointer"], refused.body["errors"][0]["code"]) == (
        pointer, code,
    )  # fmt: skip


def test_only_who_began_it_and_district_admins_see_an_import(
    world: World, tess: WorldPerson
) -> None:
    made = begin_import(tess, b"x")
    path = f"/v1/item-imports/{made.body['id']}"
    assert tess.get(path).status == 200
    assert world.admin().get(path).status == 200
    assert world.teacher("theo").get(path).status == 404


def test_the_same_request_again_begins_one_import(world: World, tess: WorldPerson) -> None:
    body = {"title": "T", "standards_set_id": builders.SET, "file_name": "a.zip", "size": 9}
    first, again = (tess.post("/v1/item-imports", body, key="once") for _ in range(2))
    assert first.body == again.body
    assert sum(item["sk"]["S"] == "IMPORT" for item in world.items()) == 1


# -- what gets lost, doubled or late --------------------------------------------------------------


def due(world: World) -> list[str]:
    return [i["sk"]["S"] for i in world.items() if i["pk"]["S"] == f"{DISTRICT}#DUE"]


def minutes_pass(world: World, minutes: int) -> None:
    world.clock.forward(minutes=minutes)
    world.services.jobs.tick(world.clock.now())
    while records := world.messages("jobs"):
        world.services.jobs.run_batch({"Records": records})


def test_a_doubled_event_makes_one_draft(world: World, tess: WorldPerson) -> None:
    content = a_package(a_choice())
    made = begin_import(tess, content)
    upload(world, made, content)
    for _ in range(3):
        report_upload(world, made)
    assert len(tess.get("/v1/assessments").body["items"]) == 1


def test_the_clock_finds_a_file_without_an_event(world: World, tess: WorldPerson) -> None:
    content = a_package(a_choice())
    made = begin_import(tess, content)
    upload(world, made, content)
    minutes_pass(world, 21)
    assert tess.get(f"/v1/item-imports/{made.body['id']}").body["state"] == "imported"
    assert due(world) == []


def test_without_a_file_an_import_expires(world: World, tess: WorldPerson) -> None:
    made = begin_import(tess, b"x")
    minutes_pass(world, 19)
    assert tess.get(f"/v1/item-imports/{made.body['id']}").body["state"] == "awaiting_upload"
    minutes_pass(world, 2)
    view = tess.get(f"/v1/item-imports/{made.body['id']}").body
    assert (view["state"], view["code"]) == ("expired", "not_uploaded")
    assert due(world) == []


def test_a_file_that_is_never_read_to_its_end_is_given_up(world: World, tess: WorldPerson) -> None:
    content = a_package(a_choice())
    made = begin_import(tess, content)
    upload(world, made, content)
    for _ in range(90):
        world.clock.forward(minutes=1)
        world.services.jobs.tick(world.clock.now())
        world.messages("jobs")  # taken, and lost with who took it
    view = tess.get(f"/v1/item-imports/{made.body['id']}").body
    assert (view["state"], view["code"]) == ("refused", "not_read")
    assert due(world) == []


def test_an_admin_sees_it_as_a_job(world: World, tess: WorldPerson) -> None:
    view = import_items(world, tess, a_package(a_choice()))
    job = world.admin().get(view["links"]["job"].removeprefix("")).body
    assert (job["state"], job["percent"], job["counts"]["imported"]) == ("done", 100, 1)


def test_standards_that_left_the_framework_meanwhile_are_listed(
    world: World, tess: WorldPerson
) -> None:
    from dataclasses import replace

    from chalicelib.standards import documents
    from chalicelib.storage import keys
    from chalicelib.storage.conditions import Put

    content = a_package(a_choice())
    made = begin_import(tess, content)
    old = builders.a_set(world)
    retired = replace(old, places=tuple(replace(place, retired=True) for place in old.places))
    item = {"version": 2, "doc": documents.index(retired, 0)}
    world.services.table.commit([Put(keys.standards_set(DISTRICT, builders.SET), item)])
    upload(world, made, content)
    report_upload(world, made)
    view = tess.get(f"/v1/item-imports/{made.body['id']}").body
    assert (view["state"], view["code"]) == ("refused", "standards_not_in_set")
