"""A student's mastery with what it is made of: in one tracker, and in all of a teacher's."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.results.model import StudentPresence
from tests.api.test_mastery import ADA, BEN, MasteryRoom
from tests.support import builders, classrooms
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.world import World


@pytest.fixture
def room(world: World) -> MasteryRoom:
    return world.scene(MasteryRoom)


def test_a_cell_is_opened_to_the_tests_that_it_is_made_of(room: MasteryRoom) -> None:
    room.holds("a1", "a2", "a3")
    thirds = {"worths": ("3", "1")}
    a_sheet(room.world, "a1", a_row("ada", "2", "1"), scored=thirds)
    a_sheet(room.world, "a2", a_row("ada", "0", "1"), given="2026-09-01", scored=thirds)
    a_sheet(
        room.world, "a3", a_row("ada", "", "", status=StudentPresence.ABSENT), given="2026-10-02"
    )
    reply = room.tess.get(f"{room.path}/ada?standard=3.NB.1")
    assert reply.status == 200
    (standard,) = reply.body["standards"]
    assert (standard["standard"], standard["level"], standard["percent"]) == ("3.NB.1", 2, 66.7)
    assert standard["identifier"] == "id-3.NB.1"
    absent, latest, earlier = standard["results"]
    assert latest == {
        "assessment_id": "a1",
        "title": "Test a1",
        "given_date": "2026-10-01",
        "status": "counted",
        "earned": "2",
        "possible": "3",
        "percent": 66.7,
        "level": 2,
        "level_name": "Near Mastery",
    }
    assert (earlier["assessment_id"], earlier["status"], earlier["level"]) == (
        "a2",
        "not_counted",
        1,
    )
    assert (absent["status"], absent["earned"], absent["level_name"]) == ("absent", None, None)


def test_it_says_whose_and_in_which_tracker(room: MasteryRoom) -> None:
    body = room.tess.get(f"{room.path}/ada").body
    assert (body["student_id"], body["family_name"], body["given_name"]) == ("ada", "Zimmer", "Ada")
    assert (body["tracker_id"], body["class_id"], body["past"]) == (room.tracker.id, "c1", False)
    assert [each["standard"] for each in body["standards"]] == list(builders.CODES)
    assert [each["name"] for each in body["levels"]] == ["Remediation", "Near Mastery", "Mastery"]
    assert "most recent result counts" in body["calculation_rule"]
    assert body["links"]["grid"].endswith(room.path)


@pytest.mark.parametrize(
    ("where", "status", "code"),
    [
        ("/nobody", 404, "student_not_found"),
        ("/ada?standard=9.Z", 422, "standard_not_tracked"),
        ("/ada?standard=", 422, "invalid_fields"),
    ],
)
def test_a_missing_student_or_standard_is_refused(
    room: MasteryRoom, where: str, status: int, code: str
) -> None:
    reply = room.tess.get(f"{room.path}{where}")
    assert (reply.status, reply.body["code"]) == (status, code)


# -- in all of a teacher's trackers ----------------------------------------------------------------


def everywhere(room: MasteryRoom, student: str = "ada", query: str = "") -> dict[str, Any]:
    reply = room.tess.get(f"/v1/students/{student}/mastery{query}")
    assert reply.status == 200, reply.body
    body: dict[str, Any] = reply.body
    return body


def test_a_student_is_seen_in_every_tracker_of_the_teachers_classes(room: MasteryRoom) -> None:
    classrooms.a_class(room.world, "c2", "tess", students=(ADA,))
    classrooms.a_class(room.world, "c3", "tess", students=(BEN,))
    for name in ("c2", "c3"):
        builders.a_tracker(room.world, "tess", class_id=name)
    builders.a_tracker(room.world, "olga", class_id="c2")
    found = everywhere(room)["items"]
    assert [each["class_id"] for each in found] == ["c1", "c2"]
    assert {each["student_id"] for each in found} == {"ada"}


def test_the_list_is_paged(room: MasteryRoom) -> None:
    builders.a_tracker(room.world, "tess", title="Second")
    first = everywhere(room, query="?limit=1")
    (one,) = first["items"]
    (other,) = everywhere(room, query=f"?limit=1&cursor={first['next']}")["items"]
    assert {one["tracker_id"], other["tracker_id"]} > {room.tracker.id}


def test_an_archived_tracker_is_left_out(room: MasteryRoom) -> None:
    builders.a_tracker(room.world, "tess", title="Second")
    assert room.setting(archived=True).status == 200
    assert [each["title"] for each in everywhere(room)["items"]] == ["Second"]


def test_a_student_of_no_tracker_is_not_found(room: MasteryRoom) -> None:
    assert room.tess.get("/v1/students/nobody/mastery").status == 404
    assert room.world.teacher("olga").get("/v1/students/ada/mastery").status == 404


def test_a_student_who_left_the_class_is_not_found(room: MasteryRoom) -> None:
    room.roster(BEN)
    assert room.tess.get("/v1/students/ada/mastery").status == 404
    assert room.tess.get(f"{room.path}/ada").status == 404


@pytest.mark.parametrize("path", ["{room}/ada", "/v1/students/ada/mastery"])
def test_reading_leaves_an_audit_line_without_names(
    room: MasteryRoom, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "plumbline"):
        assert room.tess.get(path.format(room=room.path)).status == 200
    (line,) = [record for record in caplog.records if record.message == "read_of_students"]
    said = vars(line)
    assert (said["what"], said["subject"]) == ("mastery", room.tracker.id)
    assert "Zimmer" not in str(said)


# -- the grid, sorted ------------------------------------------------------------------------------


def test_the_grid_is_sorted_by_a_standard_and_students_without_it_come_last(
    room: MasteryRoom,
) -> None:
    eve = ADA.model_copy(update={"id": "eve", "given": "Eve"})
    room.roster(BEN, ADA, eve)
    room.holds("a1")
    a_sheet(room.world, "a1", a_row("ada", "1"), a_row("ben", "0.5"))
    for query, expected in {
        "?sort=3.NB.1": "ben ada eve",
        "?sort=id-3.NB.1&order=desc": "ada ben eve",
        "?sort=name": "ben ada eve",
        "?sort=name&order=desc": "eve ada ben",
    }.items():
        assert [each["id"] for each in room.grid(query)["students"]] == expected.split()


def test_a_standard_that_is_not_tracked_sorts_nothing(room: MasteryRoom) -> None:
    reply = room.tess.get(f"{room.path}?sort=9.Z")
    assert (reply.status, reply.body["errors"][0]["pointer"]) == (422, "query:sort")
