"""Entering responses from a file: the look, the corrected mapping, and the sheet afterwards."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

import pytest

from chalicelib.rosters.model import Person as RosterPerson
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support import sheets
from tests.support.sheets import entering, student
from tests.support.workbooks import by_openpyxl
from tests.support.world import DISTRICT, Reply, World, WorldPerson

SHEET = "/v1/trackers/BOARD/sheets/TEST"
FILES = f"{SHEET}/response-files"
FORM_B = [("three", ("2",)), ("two", ("C", "D")), ("one", ("C",)), ("four", ())]


@pytest.fixture
def tess(world: World) -> WorldPerson:
    """Return the teacher of a class of three, whose tracker holds a test of four items."""
    world.services.table.commit(
        [
            *sheets.a_class(DISTRICT),
            *sheets.a_test(DISTRICT, sheets.a_header(), forms={"B": FORM_B}),
            *sheets.a_tracker(DISTRICT, "TEST"),
        ]
    )
    return world.teacher("tess", "north")


def send(person: WorldPerson, text: str, version: int = 0, **changes: Any) -> Reply:
    return person.post(FILES, {"csv": text, **changes}, etag=f'"{version}"')


def seats(person: WorldPerson) -> dict[str, Any]:
    return {seat["student_id"]: seat for seat in person.get(SHEET).body["students"]}


def codes(reply: Reply) -> list[tuple[int, str, str]]:
    return [(each["row"], each["column"], each["code"]) for each in reply.body["problems"]]


WIDE = "Student,Q1,Q2,Q3,Q4\nada,A,AB,2,4\nbob,b,A,3,1.5\ncy,ABS,,,\n"


def test_a_look_shows_columns_mapping_and_first_students_and_changes_nothing(
    tess: WorldPerson,
) -> None:
    looked = send(tess, WIDE)
    assert (looked.status, looked.etag, looked.body["applied"]) == (200, '"0"', False)
    assert (looked.body["fits"], looked.body["student_count"], looked.body["row_count"]) == (
        True,
        3,
        4,
    )
    mapping = looked.body["mapping"]
    assert (mapping["layout"], mapping["header"], mapping["student_by"]) == ("wide", 1, "id")
    assert [(each["role"], each["number"]) for each in mapping["columns"]] == [
        ("student", None),
        ("response", 1),
        ("response", 2),
        ("response", 3),
        ("points", 4),
    ]
    assert looked.body["columns"][0] == {
        "column": 1,
        "name": "Student",
        "role": "student",
        "number": None,
        "part": None,
        "samples": ["ada", "bob", "cy"],
        "reason": "Its name, Student, stands for the student.",
        "consequence": "Every row would be entered for the student with another id.",
    }
    ada = looked.body["preview"][0]
    assert (ada["family_name"], ada["rows"], ada["status"]) == ("Ada", [2], "present")
    assert ada["cells"] == [
        {"response": "A"},
        {"response": "AB"},
        {"response": "2"},
        {"points": "4"},
    ]
    assert tess.get(SHEET).body["version"] == 0


def test_a_file_and_a_person_enter_the_same(tess: WorldPerson, world: World) -> None:
    entered = send(tess, WIDE, apply=True)
    assert (entered.status, entered.etag, entered.body["applied"]) == (200, '"1"', True)
    by_file = tess.get(SHEET).body
    world.reset()
    world.services.table.commit(
        [
            *sheets.a_class(DISTRICT),
            *sheets.a_test(DISTRICT, sheets.a_header(), forms={"B": FORM_B}),
            *sheets.a_tracker(DISTRICT, "TEST"),
        ]
    )
    again = world.teacher("tess", "north")
    by_hand = entering(
        student("ada", one="A", two="AB", three="2", four={"points": 4}),
        student("bob", one="B", two="A", three="3", four={"points": "1.5"}),
        student("cy", status="absent"),
    )
    assert again.patch(SHEET, by_hand, etag='"0"').status == 200
    assert again.get(SHEET).body == by_file


def test_a_mapping_is_corrected_and_sent_back(tess: WorldPerson) -> None:
    text = "Nr,Pupil,Color,Numbers\n1,ada,B,A\n"
    looked = send(tess, text)
    assert [code for _, _, code in codes(looked)] == ["question_columns_missing"]
    mapping = looked.body["mapping"]
    mapping["columns"] += [
        {"column": 3, "role": "response", "number": 2},
        {"column": 4, "role": "response", "number": 1},
    ]
    assert send(tess, text, mapping=mapping, apply=True).status == 200
    cells = seats(tess)["ada"]["cells"]
    assert cells == [{"response": "A"}, {"response": "B"}, None, None]


def test_forms_are_scored_by_their_own_key_and_kept_with_the_row(tess: WorldPerson) -> None:
    text = "Student,Form,1,2,3,4\nada,B,2,CD,C,4\nbob,A,A,AB,2,4\n"
    assert send(tess, text, apply=True).status == 200
    ada, bob = seats(tess)["ada"], seats(tess)["bob"]
    assert (ada["version"], ada["earned"], bob["version"], bob["earned"]) == ("B", "8", "A", "8")
    assert ada["cells"][0] == {"response": "C"}


def test_later_additions_go_to_the_same_sheet(tess: WorldPerson) -> None:
    send(tess, WIDE, apply=True)
    more = send(tess, "Student,Q1,Q2,Q3,Q4\ncy,A,AB,2,0\n", version=1, apply=True)
    assert (more.status, more.etag) == (200, '"2"')
    now = seats(tess)
    assert (now["cy"]["status"], now["cy"]["earned"], now["ada"]["earned"]) == ("present", "4", "8")


def test_the_same_file_again_changes_nothing(tess: WorldPerson) -> None:
    send(tess, WIDE, apply=True)
    again = send(tess, WIDE, version=1, apply=True)
    assert (again.status, again.etag) == (200, '"1"')


BAD = "Student,Q1,Q2\nada,A,Z\neve,A,B\nbob,B,C\n"


def test_with_problems_nothing_is_saved_and_each_one_is_listed(tess: WorldPerson) -> None:
    assert codes(send(tess, BAD)) == [
        (2, "Q2", "response_not_possible"),
        (3, "Student", "student_unknown"),
    ]
    refused = send(tess, BAD, apply=True)
    assert (refused.status, refused.code) == (422, "response_file_incomplete")
    assert [each["code"] for each in refused.body["errors"]] == [
        "response_not_possible",
        "student_unknown",
    ]
    assert tess.get(SHEET).body["version"] == 0


def test_a_person_who_accepts_the_problems_enters_the_usable_rest(tess: WorldPerson) -> None:
    entered = send(tess, BAD, apply=True, accept_problems=True)
    assert (entered.status, len(entered.body["problems"])) == (200, 2)
    now = seats(tess)
    assert now["ada"]["cells"][:2] == [{"response": "A"}, None]
    assert now["bob"]["cells"][:2] == [{"response": "B"}, {"response": "C"}]


def test_a_file_of_another_class_is_refused_even_if_its_problems_are_accepted(
    tess: WorldPerson,
) -> None:
    refused = send(tess, "Student,Q1\neve,A\n", apply=True, accept_problems=True)
    assert (refused.status, refused.code) == (422, "response_file_incomplete")


def test_a_colleagues_later_entry_is_not_overwritten(tess: WorldPerson, world: World) -> None:
    send(tess, WIDE, apply=True)
    cole = world.teacher("cole", "north")
    cole.patch(SHEET, entering(student("bob", one="C")), etag='"1"')
    refused = send(tess, WIDE.replace("bob,b", "bob,a"), version=1, apply=True)
    assert (refused.status, refused.code) == (409, "scores_changed_meanwhile")
    assert seats(tess)["bob"]["cells"][0] == {"response": "C"}


def test_students_may_be_known_by_their_sign_in_name(tess: WorldPerson, world: World) -> None:
    for one in ("ada", "bob"):
        made = RosterPerson(id=one, username=f"{one}.x@example.org", given="Sam", family=one)
        item = {"doc": made.model_dump_json()}
        world.services.table.commit([Put(keys.person(DISTRICT, one), item)])
    looked = send(tess, "Email,Q1\nada.x@example.org,A\nBob.X,B\n")
    assert (looked.body["mapping"]["student_by"], looked.body["student_count"]) == ("username", 2)


def test_a_person_may_give_the_date_of_the_test(tess: WorldPerson) -> None:
    assert send(tess, WIDE, apply=True, given_date="2026-09-14").status == 200
    assert tess.get(SHEET).body["given_date"] == "2026-09-14"


def test_bytes_of_any_encoding_come_in_base64(tess: WorldPerson) -> None:
    packed = base64.b64encode(WIDE.encode("utf-16")).decode()
    looked = tess.post(FILES, {"file": packed}, etag='"0"')
    assert (looked.body["encoding"], looked.body["fits"]) == ("UTF-16", True)


@pytest.mark.parametrize(("field", "pointer"), [("csv", "/csv"), ("file", "/file")])
def test_an_error_in_a_file_points_to_its_field(
    tess: WorldPerson, field: str, pointer: str
) -> None:
    sent = BAD if field == "csv" else base64.b64encode(BAD.encode()).decode()
    refused = tess.post(FILES, {field: sent, "apply": True}, etag='"0"')
    assert {each["pointer"] for each in refused.body["errors"]} == {pointer}


def test_a_repeat_is_answered_as_the_first_time(tess: WorldPerson) -> None:
    body = {"csv": WIDE, "apply": True}
    first = tess.post(FILES, body, key="k", etag='"0"')
    again = tess.post(FILES, body, key="k", etag='"0"')
    assert (first.status, again.body, again.etag) == (200, first.body, '"1"')


def test_only_who_enters_results_may_send_a_file(tess: WorldPerson, world: World) -> None:
    olga = world.teacher("olga", "south")
    assert send(olga, WIDE).status == 404
    assert send(world.admin(), WIDE).status == 403
    assert send(world.teacher("cole", "north"), WIDE).status == 200
    assert tess.post(FILES, {"csv": WIDE}).status == 428


def test_a_file_that_holds_the_answer_key_alone_is_refused(tess: WorldPerson) -> None:
    key_alone = "Student,Q1,Q2,Q3,Q4\nKEY,A,AB,2,\n"
    assert send(tess, key_alone).body["fits"] is False
    refused = send(tess, key_alone, apply=True)
    assert (refused.status, refused.code) == (422, "response_file_empty")


def test_nothing_is_read_into_the_sheet_of_an_archived_tracker(
    world: World, tess: WorldPerson
) -> None:
    world.services.table.commit([*sheets.a_tracker(DISTRICT, "TEST", archived=True)])
    refused = send(tess, WIDE)
    assert (refused.status, refused.code) == (403, "cannot_enter_results")


def test_a_workbook_is_entered_as_the_same_rows_of_text_are(tess: WorldPerson) -> None:
    rows: list[list[Any]] = [
        ["Student", "Q1", "Q2", "Q3", "Q4"],
        ["ada", "A", "AB", 2, 4],
        ["bob", "b", "A", 3, 1.5],
    ]
    sent = {"file": base64.b64encode(by_openpyxl(rows)).decode()}
    looked = tess.post(FILES, sent, etag='"0"')
    assert (looked.body["fits"], looked.body["encoding"], looked.body["separator"]) == (
        True,
        "Excel workbook",
        "",
    )
    applied = tess.post(FILES, {**sent, "apply": True}, etag='"0"')
    assert applied.status == 200
    by_book = {name: seat["cells"] for name, seat in seats(tess).items()}
    text = "\n".join(",".join(map(str, row)) for row in rows)
    assert send(tess, text).body["preview"][0]["cells"] == by_book["ada"]


def test_hidden_cells_and_dates_of_a_workbook_are_reported_before_anything_is_entered(
    tess: WorldPerson,
) -> None:
    def change(book: Any) -> None:
        sheet = book.active
        sheet.row_dimensions[3].hidden = True
        sheet["E2"].number_format = "d-mmm"
        sheet["E3"] = 0.5
        sheet["E3"].number_format = "0%"

    rows: list[list[Any]] = [
        ["Student", "Q1", "Q2", "Q3", "Q4"],
        ["ada", "A", "AB", 2, datetime(2026, 1, 2)],  # noqa: DTZ001 - a cell's
        ["bob", "B", "A", 3, None],
    ]
    book = base64.b64encode(by_openpyxl(rows, change)).decode()
    looked = tess.post(FILES, {"file": book}, etag='"0"')
    assert codes(looked) == [
        (0, "", "rows_hidden"),
        (2, "Q4", "date_cell"),
        (3, "Q4", "points_not_possible"),
    ]
    assert [each["value"] for each in looked.body["problems"]] == ["", "2-Jan", "50%"]
    refused = tess.post(FILES, {"file": book, "apply": True}, etag='"0"')
    assert (refused.status, refused.body["code"]) == (422, "response_file_incomplete")


def test_a_locked_workbook_is_refused_by_name(tess: WorldPerson) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    looked = tess.post(FILES, {"file": base64.b64encode(locked).decode()}, etag='"0"')
    assert codes(looked) == [(0, "", "workbook_locked")]


FOREIGN = (
    "Page,Version,LastName,FirstName,StudentID,Score,Percent,Q1,Q2,Q3\n"
    "KEY,A,KEY,KEY,KEY,,,A,B,2\n"
    "1-2,1,,,ada,1,33,A,AB,2\n"
)


def test_a_look_recognizes_a_products_file_and_says_why_of_each_column(tess: WorldPerson) -> None:
    looked = send(tess, FOREIGN)
    assert looked.body["recognized_as"] == "results of MarkShark"
    told = {each["name"]: each for each in looked.body["columns"]}
    assert (told["Q2"]["number"], told["Q2"]["role"]) == (2, "response")
    assert told["Q2"]["reason"] == "Its name says question 2."
    assert told["Q2"]["consequence"].startswith("Answers of something else would be entered")
    assert told["Score"]["consequence"] is None
    assert "a score of the whole test" in told["Score"]["reason"]
    assert {row for row, _, _ in codes(looked)} >= {2}
    again = send(tess, FOREIGN, mapping=looked.body["mapping"])
    assert again.body["preview"] == looked.body["preview"]
    assert {each["reason"] for each in again.body["columns"]} == {
        "The mapping that was sent says so."
    }
