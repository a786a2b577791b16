"""Results from a file: what each column means is seen and corrected before anything is saved."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.api.process_scene import TeamAtWork, expect_ok
from tests.console.test_plain_sheets import HOSTILE, cells, screen_of
from tests.support.browser import Browser, ShownPage
from tests.support.workbooks import by_openpyxl

ROWS = "Student,1,2,3\nc2s0,B,T,2\nc2s1,A,F,0.5\n"


def look(sheet: str, rows: str, **fill: Any) -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as("mia")
    form = browser.open(f"{screen_of(sheet)}/file")
    return browser, browser.press(form, "Check the file", fill={"csv": rows, **fill})


def test_a_file_is_looked_at_and_then_entered(team: TeamAtWork, sheet: str) -> None:
    browser, seen = look(sheet, ROWS)
    assert "Answers of 2 students can be entered. Nothing is saved yet." in seen.words()
    assert cells(team, sheet) == [None, None, None]
    first = seen.rows(".sheet")[0]
    assert first == ["Zimmer c2s0, Ada", "Present", "B", "T", "2"]
    saved = browser.press(seen, "Enter the results", fill={"given": "2026-09-10"})
    assert "The results are saved." in saved.words(".note.good")
    assert saved.address.split("?")[0].endswith(screen_of(sheet))
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, {"points": "2"}]
    assert expect_ok(team.mia.get(sheet)).body["given_date"] == "2026-09-10"


def test_the_preview_explains_each_column_and_the_result_of_another_choice(sheet: str) -> None:
    _, seen = look(sheet, ROWS)
    said = {row[0]: row[-1] for row in seen.rows(".fold table")}
    assert said["Student"].startswith("Its name, Student, stands for the student. If not so:")
    assert said["1"].startswith("Its name says question 1. If not so: Answers of something else")
    assert seen.page.select("details.fold[open]"), "it is seen before anything is entered"


def test_the_meaning_of_columns_is_corrected_before_anything_is_saved(
    team: TeamAtWork, sheet: str
) -> None:
    browser, seen = look(sheet, "who,x,y\nc2s0,B,T\nc2s1,A,F\n")
    fill = {"role1": "student", "header": "1", "by": "id"}
    fill |= {"role2": "response", "number2": "1", "role3": "response", "number3": "2"}
    again = browser.press(seen, "Check again with these columns", fill=fill)
    assert "Answers of 2 students can be entered" in again.words(), again.words()
    assert str(again.one("[name=number3]")["value"]) == "2"
    browser.press(again, "Enter the results")
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, None]


def test_another_file_does_not_keep_the_columns_of_the_first(team: TeamAtWork, sheet: str) -> None:
    browser, seen = look(sheet, ROWS)
    fill = {"csv": "Student,3\nc2s0,1\n", "number2": "1"}
    other = browser.press(seen, "Check the file", fill=fill)
    assert [str(each["value"]) for each in other.page.select("[name^=number]")] == ["", "3"]
    browser.press(other, "Enter the results")
    assert cells(team, sheet) == [None, None, {"points": "1"}]


def test_unusable_rows_are_listed_and_left_out_only_on_request(
    team: TeamAtWork, sheet: str
) -> None:
    hostile = HOSTILE.replace('"', '""')
    browser, seen = look(sheet, f'{ROWS}nobody,B,T,1\nc2s2,Z,T,"{hostile}"\n')
    assert not seen.page.select("main script")
    assert "Error" in seen.words("table")
    refused = browser.press(seen, "Enter the results")
    assert refused.status == 422
    assert "Nothing was saved" in refused.words("[role=alert]")
    assert refused.page.select("[name=role1]"), "the choices for the columns stay"
    assert cells(team, sheet) == [None, None, None]
    browser.press(refused, "Enter the results", fill={"accept": "on"})
    assert cells(team, sheet)[0] == {"response": "B"}
    assert cells(team, sheet, 2)[1] == {"response": "true"}


def test_a_file_does_not_overwrite_a_colleagues_entry_unseen(team: TeamAtWork, sheet: str) -> None:
    browser, seen = look(sheet, ROWS)
    entered = {"students": [{"student_id": "c2s0", "scores": [{"item_id": 1, "response": "C"}]}]}
    expect_ok(team.mia.patch(sheet, entered, etag=expect_ok(team.mia.get(sheet)).etag))
    met = browser.press(seen, "Enter the results")
    assert met.status == 409
    assert "changed" in met.words("[role=alert]")
    assert cells(team, sheet) == [{"response": "C"}, None, None]
    (said,) = (" ".join(each.get_text().split()) for each in met.page.select(".note.wait li"))
    assert said == "Zimmer c2s0, Ada, item 1: C"
    browser.press(met, "Enter the results")
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, {"points": "2"}]


def test_every_answer_that_was_entered_meanwhile_is_listed_with_its_student(
    team: TeamAtWork, sheet: str
) -> None:
    browser, seen = look(sheet, ROWS)
    entered: dict[str, Any] = {
        "students": [
            {"student_id": "c2s0", "scores": [{"item_id": 3, "points": "1"}]},
            {"student_id": "c2s1", "status": "absent", "scores": []},
        ]
    }
    expect_ok(team.mia.patch(sheet, entered, etag=expect_ok(team.mia.get(sheet)).etag))
    met = browser.press(seen, "Enter the results")
    listed = [" ".join(each.get_text().split()) for each in met.page.select(".note.wait li")]
    assert listed[0] == "Zimmer c2s0, Ada, item 3: 1"
    assert listed[1] == "Zimmer c2s1, Ada: Absent"


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        (b"PK\x03\x04", "This workbook is damaged or is not whole."),
        (b"\xd0\xcf\x11\xe0", "This is a workbook in the old format (.xls)."),
        (b"%PDF-1.7", "It is a PDF or a picture."),
    ],
)
def test_a_file_that_only_has_the_name_of_a_csv_file_is_named(
    sheet: str, begins: bytes, said: str
) -> None:
    file = base64.b64encode(begins + bytes(500)).decode()
    _, seen = look(sheet, "", file=file)
    assert said in seen.words()
    assert not seen.page.select("button[value=apply]")


def test_a_workbook_is_looked_at_and_then_entered(team: TeamAtWork, sheet: str) -> None:
    def hide(book: Any) -> None:
        book.active.row_dimensions[3].hidden = True

    rows: list[list[Any]] = [
        ["Student", 1, 2, 3],
        ["c2s0", "B", True, 2],
        ["c2s1", "A", False, 0.5],
    ]
    browser, seen = look(sheet, "", file=base64.b64encode(by_openpyxl(rows, hide)).decode())
    assert "Answers of 2 students can be entered. Nothing is saved yet." in seen.words()
    assert "The spreadsheet hides rows. They are read like the others: 3." in seen.words()
    browser.press(seen, "Enter the results")
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, {"points": "2"}]


def test_an_empty_or_unreadable_file_says_so(sheet: str) -> None:
    for rows in ("", "\n", "a,b\n", HOSTILE):
        _, seen = look(sheet, rows)
        assert seen.status in (200, 422)
        assert not seen.page.select("button[value=apply]")
        assert not seen.page.select("main script")
    _, seen = look(sheet, "Student,1,2,3\n")
    assert "The file has no answers of students of this class." in seen.words()


@pytest.mark.parametrize("name", ["sam", "dana"])
def test_people_who_may_not_enter_have_no_file_either(
    team: TeamAtWork, sheet: str, name: str
) -> None:
    browser = Browser().sign_in_as(name)
    assert browser.open(f"{screen_of(sheet)}/file").address.endswith(screen_of(sheet))
    assert "Results from a file" not in browser.open(screen_of(sheet)).words()
    sent = browser.send("POST", f"{screen_of(sheet)}/file", b"act=apply&csv=Student,1")
    assert sent.status == 403
