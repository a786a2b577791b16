"""A tracker for every class of a course at once: begun by an admin, done in the background."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.trackers.batches.repository import BatchRepository
from chalicelib.trackers.batches.service import PATIENCE, TrackerBatches
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson


def prepare_dana(world: World) -> WorldPerson:
    builders.a_set(world)
    classrooms.a_course(world)
    classrooms.a_class(world, "c1", "tess", "cole")
    classrooms.a_class(world, "c2", "theo", school="south")
    classrooms.a_class(world, "c3")
    return world.admin()


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


def begin(dana: WorldPerson, **changes: Any) -> Reply:
    body = {"course_ids": ["math-3"], "standards_set_id": builders.SET, "level_count": 3, **changes}
    reply = dana.post("/v1/tracker-batches", body)
    assert reply.status == 202, reply.body
    return reply


def one_transaction_at_a_time(world: World) -> TrackerBatches:
    made = world.services
    return TrackerBatches(
        BatchRepository(made.table),
        made.trackers,
        made.districts,
        lambda: made.rosters,
        lambda: made.standards,
        lambda: made.jobs,
        made.clock,
        DISTRICT,
        lambda: made.openings,
        1,
    )


def report(dana: WorldPerson, batch: Reply) -> dict[str, tuple[str, str | None]]:
    reply = dana.get(f"/v1/tracker-batches/{batch.body['id']}/classes")
    return {each["class_id"]: (each["outcome"], each["reason"]) for each in reply.body["items"]}


def trackers(world: World) -> dict[str, tuple[str, tuple[str, ...], str]]:
    return {
        row.class_id: (row.owner, row.collaborators, row.owner_name)
        for page in world.services.trackers.rows(DISTRICT)
        for row in page
    }


def test_every_class_with_a_teacher_gets_a_tracker(world: World, dana: WorldPerson) -> None:
    batch = begin(dana, standards=["3.NB.1", "3.NB.2"])
    job = batch.headers["Location"]
    assert job == f"/v1/jobs/tracker-batch.{batch.body['id']}"
    assert dana.get(job).body["state"] == "queued"
    Machinery(world).run()
    assert trackers(world) == {
        "c1": ("tess", ("cole",), "Tess Example"),
        "c2": ("theo", (), "Theo Example"),
    }
    assert report(dana, batch) == {
        "c1": ("created", None),
        "c2": ("created", None),
        "c3": ("skipped", "no_teacher"),
    }
    done = dana.get(job).body
    assert (done["state"], done["percent"]) == ("done", 100)
    assert done["counts"] == {"created": 2, "skipped": 1, "total": 3}
    read = dana.get(f"/v1/tracker-batches/{batch.body['id']}").body
    assert (read["done"], read["created_count"], read["skipped_count"]) == (True, 2, 1)


def test_a_batchs_tracker_is_like_one_that_the_teacher_made(
    world: World, dana: WorldPerson
) -> None:
    begin(dana, standards=["3.NB.1"])
    Machinery(world).run()
    for person in (world.teacher("tess"), world.teacher("cole")):
        (row,) = person.get("/v1/trackers").body["items"]
        opened = person.get(f"/v1/trackers/{row['id']}").body
        assert opened["title"] == "Math 3 (c1): Mathematics"
        assert (opened["standards"], opened["owner_id"]) == (["3.NB.1"], "tess")
    tess = world.teacher("tess")
    made = tess.get(f"/v1/trackers/{row['id']}")
    assert tess.patch(f"/v1/trackers/{row['id']}", {"title": "Mine"}, etag=made.etag).status == 200


def test_a_class_that_has_such_a_tracker_is_skipped_unless_it_is_archived(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess", class_id="c1")
    builders.a_tracker(world, "theo", class_id="c2", school="south", archived=True)
    batch = begin(dana)
    Machinery(world).run()
    assert report(dana, batch)["c1"] == ("skipped", "has_tracker")
    assert report(dana, batch)["c2"] == ("created", None)


def test_the_same_message_again_changes_nothing(world: World, dana: WorldPerson) -> None:
    batch = begin(dana)
    message = {"kind": "tracker-batch", "id": batch.body["id"]}
    world.services.jobs.run(message)
    before = trackers(world)
    world.services.jobs.run(message)
    Machinery(world).run()
    assert trackers(world) == before


def test_a_lost_message_costs_a_minute_or_two(world: World, dana: WorldPerson) -> None:
    batch = begin(dana)
    world.messages("jobs")  # lost
    world.clock.forward(seconds=PATIENCE.total_seconds())
    Machinery(world).run()
    assert dana.get(batch.headers["Location"]).body["state"] == "done"
    assert not [item for item in world.items() if item["pk"]["S"].endswith("#DUE")]


def test_a_large_course_takes_several_transactions_and_messages(
    world: World, dana: WorldPerson
) -> None:
    world.services.tracker_batches = one_transaction_at_a_time(world)
    for number in range(60):
        classrooms.a_class(world, f"m{number:02}", "tess")
    batch = begin(dana)
    Machinery(world).run()
    read = dana.get(f"/v1/tracker-batches/{batch.body['id']}").body
    assert (read["class_count"], read["created_count"], read["skipped_count"]) == (63, 62, 1)
    first = dana.get(f"/v1/tracker-batches/{batch.body['id']}/classes?limit=50").body
    cursor = first["next"]
    rest = dana.get(f"/v1/tracker-batches/{batch.body['id']}/classes?limit=50&cursor={cursor}")
    assert len(first["items"]) + len(rest.body["items"]) == 63


def test_a_batch_of_unknown_courses_or_standards_is_refused(
    world: World, dana: WorldPerson
) -> None:
    said = {"course_ids": ["math-3", "nowhere"], "standards_set_id": builders.SET}
    refused = dana.post("/v1/tracker-batches", said)
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (422, "/course_ids/1")
    assert dana.post("/v1/tracker-batches", {**said, "course_ids": []}).status == 422
    wrong = {"course_ids": ["math-3"], "standards_set_id": builders.SET, "standards": ["9.X"]}
    assert dana.post("/v1/tracker-batches", wrong).code == "standards_not_in_set"


def test_only_district_admins_make_batches(world: World, dana: WorldPerson) -> None:
    batch = begin(dana)
    tess = world.teacher("tess")
    assert tess.post("/v1/tracker-batches", {}).status == 403
    assert tess.get(f"/v1/tracker-batches/{batch.body['id']}").status == 403
    assert tess.get(batch.headers["Location"]).status == 404  # as if there were no such job
    assert dana.get("/v1/tracker-batches/unknown").status == 404
    assert dana.get("/v1/tracker-batches/unknown/classes").status == 404
