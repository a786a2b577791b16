"""Names beside ids, as a client gets them: of schools, people, sets, courses and standards."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.directory.service import MOST_NAMES
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put
from tests.api.scene import Scene
from tests.support import builders
from tests.support.world import DISTRICT, World


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


def test_a_tracker_names_its_school_set_colleagues_and_the_source_of_each_test(
    scene: Scene,
) -> None:
    tess = scene.people["owning teacher"]
    path = f"/v1/trackers/{scene.tracker.id}"
    given = scene.given
    shown = tess.get(path).body
    assert shown["school_name"] == "North Elementary"
    assert shown["standards_set_name"] == "Juniper Flats: Mathematics, grade 3"
    assert shown["collaborators"] == [{"id": "cole", "name": "Cole Example"}]
    (held,) = [each for each in shown["assessments"] if each["assessment_id"] == given]
    assert held["added_by_name"] == "Tess Example"
    row = tess.get("/v1/trackers").body["items"][0]
    assert (row["school_name"], row["collaborators"][0]["name"]) == (
        "North Elementary",
        "Cole Example",
    )


def test_standards_say_what_they_are_about_where_one_thing_is_read(scene: Scene) -> None:
    dana, path = scene.people["district admin"], f"/v1/assessments/{scene.assessment.id}"
    one = dana.get(path).body
    assert [each["code"] for each in one["described_standards"]] == list(one["standards"])
    listed = dana.get("/v1/assessments").body["items"]
    assert [each["described_standards"] for each in listed] == [[]] * len(listed)


def test_a_name_that_nobody_knows_is_null_and_no_answer_fails_for_it(scene: Scene) -> None:
    gone = keys.person(DISTRICT, "cole")
    scene.world.services.table.commit([Delete(gone)])
    shown = scene.people["owning teacher"].get(f"/v1/trackers/{scene.tracker.id}").body
    assert shown["collaborators"] == [{"id": "cole", "name": None}]


def test_no_student_is_named_from_the_directory(world: World) -> None:
    builders.a_person(world, "stu1", roles=())
    found = world.services.directory.names(DISTRICT, {"person": {"stu1"}})
    assert found == {}


def test_a_process_with_too_many_names_starts_over_without_losing_one(world: World) -> None:
    for person in ("tess", "cole"):
        builders.a_person(world, person)
    directory = world.services.directory
    directory.names(DISTRICT, {"person": {"tess"}})
    directory.names(DISTRICT, {"school": {f"s{number}" for number in range(MOST_NAMES)}})
    found = directory.names(DISTRICT, {"person": {"tess", "cole"}})
    assert found == {("person", "tess"): "Tess Example", ("person", "cole"): "Cole Example"}


def test_a_finished_act_is_answered_although_names_cannot_be_read(scene: Scene) -> None:
    """The act is over: an error would have the client do it again."""
    tess, path = scene.people["owning teacher"], f"/v1/trackers/{scene.tracker.id}"
    etag = tess.get(path).etag
    broken = Put(keys.person(DISTRICT, "cole"), {"doc": "no JSON"})
    scene.world.services.table.commit([broken])
    scene.world.clock.forward(minutes=6)  # names are read again
    changed = tess.patch(path, {"title": "Period 2"}, etag=etag)
    assert (changed.status, changed.body["title"]) == (200, "Period 2")
    assert tess.get(path).status == 500, "a viewer gets the failure"


def test_a_repeat_under_a_key_has_names_too(scene: Scene) -> None:
    tess = scene.people["owning teacher"]
    body: dict[str, Any] = {"class_id": "c1", "standards_set_id": builders.SET, "level_count": 3}
    first, again = (tess.post("/v1/trackers", body, key="once") for _ in range(2))
    assert first.body == again.body
    assert again.body["school_name"] == "North Elementary"
    assert again.headers["Idempotent-Replayed"] == "true"
