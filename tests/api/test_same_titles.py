"""Wherever two classes with the same title stand together, their titles carry the school."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.rosters.model import School
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from tests.api.finishing import FinishedTeam
from tests.support import builders, classrooms
from tests.support.world import DISTRICT, World

NORTH, SOUTH = "Math 3 (North Elementary)", "Math 3 (South Elementary)"


def rewrite_class(world: World, process: str, school_class: str, **changes: Any) -> None:
    """Set another title of a class in a process, as its activation would have."""
    key = keys.process_class(DISTRICT, process, school_class)
    item = world.services.table.get(key)
    assert item is not None
    doc = json.dumps({**json.loads(item["doc"]), **changes}, separators=(",", ":"))
    world.services.table.commit([Update(key, {"doc": doc})])


def prepare_team(world: World) -> FinishedTeam:
    """Return a team with two classes that are called alike, at two schools."""
    made = world.scene(FinishedTeam)
    builders.a_school(world, "north")
    builders.a_school(world, "south")
    rewrite_class(world, made.process, "c1", title="Math 3", school="north")
    rewrite_class(world, made.process, "c2", title="Math 3", school="south")
    return made


@pytest.fixture
def team(world: World) -> FinishedTeam:
    return world.scene(prepare_team)


def titles(team: FinishedTeam) -> dict[str, list[str]]:
    """Return the titles of the classes on every screen of the process."""

    def look(what: str) -> Any:
        reply = team.lena.get(f"{team.path}{what}")
        assert reply.status == 200, reply.body
        return reply.body

    lists = {
        "process": look("")["classes"],
        "collection": look("/collection")["classes"],
        "comparison": look("/comparison")["classes"],
    }
    found = {name: sorted(each["title"] for each in rows) for name, rows in lists.items()}
    students = look("/comparison/students?limit=100")["items"]
    found["students"] = sorted({each["class_title"] for each in students})
    csv = look("/comparison/students.csv")
    found["csv"] = [each for each in (NORTH, SOUTH) if each in csv]
    found["goals"] = sorted(look(f"/goals/{each}")["title"] for each in ("c1", "c2"))
    return found


def test_every_screen_of_a_process_tells_them_apart(team: FinishedTeam) -> None:
    found = titles(team)
    assert all(each == [NORTH, SOUTH] for each in found.values()), found


def test_an_open_process_keeps_only_the_title_of_a_class(team: FinishedTeam) -> None:
    titles(team)
    item = team.world.services.table.get(keys.process_class(DISTRICT, team.process, "c1"))
    assert item is not None
    assert json.loads(item["doc"])["title"] == "Math 3"


def test_a_locked_process_keeps_what_they_were_called(team: FinishedTeam) -> None:
    before = titles(team)
    team.lock()
    team.machinery.run()
    assert titles(team) == before
    renamed = School(id="south", name="Another name", kind="school")
    key = keys.school(DISTRICT, "south")
    team.world.services.table.commit([Update(key, {"doc": renamed.model_dump_json()})])
    assert titles(team) == before


def test_a_teacher_at_two_schools_tells_own_classes_and_trackers_apart(world: World) -> None:
    builders.a_set(world)
    for name, school in (("c2", "south"), ("c1", "north"), ("c3", "north")):
        builders.a_school(world, school)
        title = "Math 4" if name == "c3" else "Math 3"
        made = classrooms.a_class(world, name, "tess", school=school, title=title)
        row = Put(
            keys.class_of_teacher(DISTRICT, "tess", name), {"doc": made.row().model_dump_json()}
        )
        world.services.table.commit([row])
        for subject in ("Algebra", "Zero"):
            builders.a_tracker(
                world, "tess", school=school, class_id=name, class_title=title, title=subject
            )
    tess = world.teacher("tess", "north", "south")
    assert [each["title"] for each in tess.get("/v1/classes").body["items"]] == [
        NORTH, SOUTH, "Math 4",
    ]  # fmt: skip
    trackers = tess.get("/v1/trackers").body["items"]
    assert [(each["class_title"], each["title"]) for each in trackers] == [
        (NORTH, "Algebra"), (NORTH, "Zero"), (SOUTH, "Algebra"), (SOUTH, "Zero"),
        ("Math 4", "Algebra"), ("Math 4", "Zero"),
    ]  # fmt: skip
