"""A student with answers is present: their answers count, by hand and from files (T9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.repository import sheet_put
from tests.support import sheets
from tests.support.builders import mask_of
from tests.support.sheets import entering, student
from tests.support.world import DISTRICT, Reply, World, WorldPerson

SHEET = "/v1/trackers/BOARD/sheets/TEST"
WHOLE: dict[str, Any] = {"one": "A", "two": "AB", "three": "2", "four": {"points": 4}}


def prepare_tess(world: World) -> WorldPerson:
    world.services.table.commit(
        [
            *sheets.a_set(DISTRICT),
            *sheets.a_class(DISTRICT),
            *sheets.a_test(DISTRICT, sheets.a_header()),
            *sheets.a_tracker(DISTRICT, "TEST"),
        ]
    )
    return world.teacher("tess", "north")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


def enter(person: WorldPerson, *students: dict[str, Any], version: int, **more: Any) -> Reply:
    return person.patch(SHEET, entering(*students, **more), etag=f'"{version}"')


def seat(reply: Reply, name: str = "ada") -> dict[str, Any]:
    assert reply.status == 200, reply.body
    found: dict[str, Any] = next(
        each for each in reply.body["students"] if each["student_id"] == name
    )
    return found


def send_file(person: WorldPerson, text: str, *, version: int, apply: bool) -> Reply:
    return person.post(
        f"{SHEET}/response-files", {"csv": text, "apply": apply}, etag=f'"{version}"'
    )


def results_in_grid(person: WorldPerson, name: str = "ada") -> list[int]:
    lines = person.get("/v1/trackers/BOARD/mastery").body["students"]
    (line,) = (each for each in lines if each["id"] == name)
    return [cell["assessment_count"] for cell in line["mastery"][:3]]


# -- by hand -------------------------------------------------------------------------------------


@pytest.mark.parametrize("away", ["absent", "exempt"])
def test_answers_make_an_absent_student_present_and_count(tess: WorldPerson, away: str) -> None:
    enter(tess, student("ada", status=away), student("bob", status=away), version=0)
    reply = enter(tess, student("ada", **WHOLE), version=1)
    ada = seat(reply)
    assert (ada["status"], ada["earned"], ada["level"], ada["uncounted_cell_count"]) == (
        "present",
        "8",
        3,
        0,
    )
    assert reply.body["made_present_student_ids"] == ["ada"]
    assert (reply.body["counts"]["complete"], reply.body["counts"][away]) == (1, 1)
    assert results_in_grid(tess) == [1, 1, 1]
    assert tess.get(SHEET).body["made_present_student_ids"] == [], (
        "only the save that did it says so"
    )


@pytest.mark.parametrize("given", [{"response": "A"}, {"points": 1}, {"omitted": True}])
def test_one_answer_is_enough(tess: WorldPerson, given: dict[str, Any]) -> None:
    enter(tess, student("ada", status="absent"), version=0)
    reply = enter(tess, student("ada", one=given), version=1)
    assert (seat(reply)["status"], reply.body["made_present_student_ids"]) == ("present", ["ada"])


def test_taking_an_answer_out_makes_nobody_present(tess: WorldPerson) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    enter(tess, student("ada", status="absent"), version=1)
    reply = enter(tess, student("ada", one={"clear": True}), version=2)
    assert (seat(reply)["status"], seat(reply)["uncounted_cell_count"]) == ("absent", 3)
    assert reply.body["made_present_student_ids"] == []


@pytest.mark.parametrize("away", ["absent", "exempt"])
def test_absent_and_an_answer_at_once_is_refused_with_the_way_out(
    tess: WorldPerson, away: str
) -> None:
    reply = enter(tess, student("bob", one="A"), student("ada", status=away, one="A"), version=0)
    assert (reply.status, reply.code) == (422, "scores_invalid")
    (error,) = reply.body["errors"]
    assert (error["pointer"], error["code"]) == ("/students/1/status", "status_contradicts")
    assert "Mark the student present, or clear the answers and points." in error["message"]
    assert tess.get(SHEET).body["version"] == 0
    left_out = enter(
        tess, student("ada", status=away), version=0, left_out={"student_ids": ["ada"]}
    )
    (error,) = left_out.body["errors"]
    assert (error["pointer"], error["code"]) == ("/left_out/student_ids/0", "status_contradicts")


def test_absent_and_an_answer_taken_out_say_the_same(tess: WorldPerson) -> None:
    enter(tess, student("ada", one="A"), version=0)
    reply = enter(tess, student("ada", status="absent", one={"clear": True}), version=1)
    assert (seat(reply)["status"], seat(reply)["uncounted_cell_count"]) == ("absent", 0)


def test_a_colleague_who_says_absent_meanwhile_is_a_conflict(
    world: World, tess: WorldPerson
) -> None:
    cole = world.teacher("cole", "north")
    enter(cole, student("ada", status="absent"), version=0)
    refused = enter(tess, student("ada", **WHOLE), version=0)
    assert (refused.status, refused.code) == (409, "scores_changed_meanwhile")
    assert refused.body["conflicts"] == [
        {
            "field": "student",
            "student_id": "ada",
            "status": "absent",
            "version": "A",
            "changed_by_you": False,
        }
    ]
    assert seat(enter(tess, student("ada", **WHOLE), version=1))["level"] == 3


# -- from a file ---------------------------------------------------------------------------------


def test_a_file_marks_students_present_and_names_them_before_and_after(tess: WorldPerson) -> None:
    enter(tess, student("ada", status="absent"), student("bob", status="exempt"), version=0)
    text = "Student ID,Q1,Q2,Q3,Q4\nada,A,AB,2,4\nbob,ABS\ncy,A,AB,2,1\n"
    looked = send_file(tess, text, version=1, apply=False).body
    assert (looked["applied"], looked["made_present_student_ids"]) == (False, ["ada"])
    assert seat(tess.get(SHEET))["status"] == "absent"
    saved = send_file(tess, text, version=1, apply=True).body
    assert (saved["applied"], saved["made_present_student_ids"]) == (True, ["ada"])
    after = tess.get(SHEET)
    assert (seat(after)["level"], seat(after, "bob")["status"]) == (3, "absent")
    again = send_file(tess, text, version=2, apply=True).body
    assert again["made_present_student_ids"] == []


def test_a_row_of_a_file_that_says_both_is_refused(tess: WorldPerson) -> None:
    text = "Student ID,Status,Q1,Q2,Q3,Q4\nada,absent,A,AB,2,4\n"
    reply = send_file(tess, text, version=0, apply=True)
    assert (reply.status, reply.code) == (422, "response_file_incomplete")
    assert "but has answers" in reply.body["detail"]


# -- what release 0.3.0 stored -------------------------------------------------------------------


def an_old_sheet(world: World, cells: Sequence[str] = ("A", "AB", "2", "=4")) -> None:
    """Ada is absent and has answers, as entering them left it until 0.3.0."""
    ada = StudentResults(
        "ada", StudentPresence.ABSENT, 1, "", tuple(cells), ("1", "1", "2", "4"), 1
    )
    items = sheets.ITEMS
    masks = tuple(mask_of(*item.standards) for item in items)
    scored = Scored(tuple(item.points for item in items), masks, ("50", "80"))
    sheet = Sheet(
        "c1", "TEST", "north", "tess", "BOARD", given="2026-09-01", enrolled=3, scored=scored,
        rows=(ada,), version=1,
    )  # fmt: skip
    world.services.table.commit([sheet_put(DISTRICT, sheet)])


def test_an_old_contradiction_is_shown_as_it_is_until_somebody_decides(
    world: World, tess: WorldPerson
) -> None:
    an_old_sheet(world)
    ada = seat(tess.get(SHEET))
    assert (ada["status"], ada["uncounted_cell_count"], ada["earned"], ada["level"]) == (
        "absent", 4, None, None,
    )  # fmt: skip
    assert ada["cells"][0] == {"response": "A"}
    assert results_in_grid(tess) == [0, 0, 0]
    other = enter(tess, student("bob", one="A"), version=1)
    assert (seat(other)["status"], other.body["made_present_student_ids"]) == ("absent", [])
    assert seat(other)["uncounted_cell_count"] == 4


def test_answers_count_once_a_person_marks_the_student_present(
    world: World, tess: WorldPerson
) -> None:
    an_old_sheet(world)
    reply = enter(tess, student("ada", status="present"), version=1)
    assert (seat(reply)["earned"], seat(reply)["uncounted_cell_count"]) == ("8", 0)
    assert reply.body["made_present_student_ids"] == ["ada"]
    assert results_in_grid(tess) == [1, 1, 1]


def test_another_answer_by_hand_decides_the_presence(world: World, tess: WorldPerson) -> None:
    an_old_sheet(world)
    reply = enter(tess, student("ada", four=3), version=1)
    assert (seat(reply)["earned"], reply.body["made_present_student_ids"]) == ("7", ["ada"])
