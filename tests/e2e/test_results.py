"""The results of an assessment, on the deployed stack: from sheets to the correction of a key.

Two classes keep one assessment for good. A second one has a mistake in its key. It is corrected
while everything else is asked, because a correction ends a minute and a half after it begins.
"""

from __future__ import annotations

import base64
import csv
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from chalicelib.web.table_files import WORKBOOK
from plumb.client import ApiProblem, Client
from plumb.tour.give import watch
from tests.e2e.conftest import LoadedStack
from tests.support.workbooks import by_openpyxl, read_by_calamine

SECONDS = 180
"""More than anything here takes: a correction, 90 seconds, or until the tick after them."""
MOST = {"points": 2}


@dataclass(frozen=True)
class TrackerClass:
    """A class with the tracker that it has of the third grade's mathematics, as its teacher."""

    teacher: Client
    tracker: str

    @property
    def students(self) -> list[str]:
        """Return its students' ids."""
        path = f"/v1/trackers/{self.tracker}/students"
        return [each["id"] for each in self.teacher.items(path)]

    def sheet(self, assessment: str, tracker: str = "") -> str:
        """Return the address of its result sheet."""
        return f"/v1/trackers/{tracker or self.tracker}/sheets/{assessment}"

    def grid(self, *standards: str) -> dict[str, Any]:
        """Return the students' level and percent in each standard."""
        grid = self.teacher.get(f"/v1/trackers/{self.tracker}/mastery")
        places = [n for n, each in enumerate(grid["standards"]) if each["code"] in standards]
        return {
            student["id"]: [
                (student["mastery"][n]["level"], student["mastery"][n]["percent"]) for n in places
            ]
            for student in grid["students"]
        }


@dataclass(frozen=True)
class DeliveredAssessment:
    """An assessment that two classes hold by a distribution."""

    assessment: str
    distribution: str
    first: TrackerClass
    second: TrackerClass


def an_assessment(deployed: LoadedStack, title: str, *items: dict[str, Any]) -> str:
    """Have the admin write a test for grade 3."""
    set_id = deployed.loader.ledger["sets"]["Mathematics 3"]
    draft = {"title": title, "kind": "item", "standards_set_id": set_id, "visibility": "district"}
    made = deployed.admin.post("/v1/assessments", draft).body["id"]
    deployed.admin.change("PUT", f"/v1/assessments/{made}/items", {"items": list(items)})
    return str(made)


def hand_out(deployed: LoadedStack, assessment: str, **more: Any) -> DeliveredAssessment:
    """Distribute it to the schools of two teachers, and find their trackers in the receipts."""
    admin, cast = deployed.admin, deployed.loader.cast
    schools = sorted({one.school for one in _list_taught(deployed)})
    body = {"assessment_id": assessment, "selection": {"school_ids": schools}, **more}
    made = admin.post("/v1/distributions", body).body["id"]
    assert watch(admin, made, lambda _: None)["state"] == "delivered"
    receipts = list(admin.items(f"/v1/distributions/{made}/receipts", state="delivered"))
    tracker = {each["owner_id"]: each["tracker_id"] for each in receipts}
    first, second = (
        TrackerClass(deployed.loader.client(each.username), tracker[each.id])
        for each in cast.teachers
    )
    return DeliveredAssessment(assessment, made, first, second)


def _list_taught(deployed: LoadedStack) -> list[Any]:
    teachers = {each.id for each in deployed.loader.cast.teachers}
    return [one for one in deployed.loader.district.classes if teachers & set(one.teachers)]


def choice(key: str, standard: str) -> dict[str, Any]:
    """Write a question with four choices."""
    return {
        "kind": "single_choice", "prompt": "Which?", "choices": ["a", "b", "c", "d"],
        "key": [key], "points": "1", "standards": [standard],
    }  # fmt: skip


BY_HAND = {"kind": "points", "prompt": "Show how.", "points": "2", "standards": ["M.3.GR.2"]}


def answers(*given: Any) -> list[dict[str, Any]]:
    """Write what a student gave, question by question."""
    said = [each if isinstance(each, dict) else {"response": each} for each in given]
    return [{"item_id": n, **each} for n, each in enumerate(said, 1)]


def wait_until(look: Callable[[], Any], *, until: Callable[[Any], bool]) -> Any:
    """Look until it is as it should be."""
    end = time.monotonic() + SECONDS
    while not until(seen := look()):
        assert time.monotonic() < end, seen
        time.sleep(0.5)
    return seen


@pytest.fixture(scope="module")
def slip(deployed: LoadedStack) -> tuple[DeliveredAssessment, str]:
    """Return a test whose key says A where B is right, with results, and its correction."""
    made = an_assessment(deployed, "With a slip in its key", choice("A", "M.3.GR.3"))
    handed = hand_out(deployed, made)
    entered = [{"student_id": each, "scores": answers("B")} for each in handed.first.students]
    handed.first.teacher.change("PATCH", handed.first.sheet(made), {"students": entered})
    assert set(_levels(handed.first)) == {1}
    path = f"/v1/assessments/{made}"
    item = deployed.admin.get(f"{path}/items")["items"][0]["id"]
    fixed = {"items": [{"id": item, "key": ["B"]}], "comment": "B is right."}
    return handed, deployed.admin.act(f"{path}/corrections", path, fixed).location


def _levels(one: TrackerClass) -> list[int | None]:
    return [level for ((level, _),) in one.grid("M.3.GR.3").values()]


@pytest.fixture(scope="module")
def handed(deployed: LoadedStack, slip: object) -> DeliveredAssessment:
    """Return a test that a class has by hand, in two halves at once, and another from a file."""
    items = (choice("A", "M.3.GR.1"), choice("B", "M.3.GR.1"), BY_HAND)
    last = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    made = an_assessment(deployed, "Two questions and a sketch", *items)
    handed = hand_out(deployed, made, automatic_end_date=last)
    _enter_by_hand(handed.first, made)
    _enter_from_a_file(handed.second, made)
    return handed


def _enter_by_hand(one: TrackerClass, assessment: str) -> None:
    """The first half is right, the others miss the second question; the last was absent."""
    *there, away = one.students
    good = [{"student_id": each, "scores": answers("A", "B", MOST)} for each in there[::2]]
    others = [{"student_id": each, "scores": answers("A", "C", MOST)} for each in there[1::2]]
    for part in (good, [*others, {"student_id": away, "status": "absent"}]):
        one.teacher.change("PATCH", one.sheet(assessment), {"students": part}, etag='"0"')


def _enter_from_a_file(one: TrackerClass, assessment: str) -> None:
    sheet, lines = one.sheet(assessment), [f"{each},A,B,2" for each in one.students]
    sent = {"csv": "\n".join(["Student ID,Q1,Q2,Points3", *lines]), "apply": True}
    found = one.teacher.act(f"{sheet}/response-files", sheet, sent).body
    assert (found["applied"], found["problems"], found["student_count"]) == (True, [], len(lines))


def test_two_halves_entered_at_once_are_one_sheet(handed: DeliveredAssessment) -> None:
    sheet = handed.first.teacher.get(handed.first.sheet(handed.assessment))
    many = len(sheet["students"])
    assert sheet["version"] == 2
    assert (sheet["counts"]["complete"], sheet["counts"]["absent"]) == (many - 1, 1)
    assert {seat["earned"] for seat in sheet["students"]} == {"4", "3", None}


def test_a_file_of_responses_is_a_sheet_like_any_other(handed: DeliveredAssessment) -> None:
    sheet = handed.second.teacher.get(handed.second.sheet(handed.assessment))
    assert {seat["earned"] for seat in sheet["students"]} == {"4"}
    assert sheet["state"] == "complete"


def test_the_grid_shows_what_each_student_has_mastered(handed: DeliveredAssessment) -> None:
    grid = handed.first.grid("M.3.GR.1", "M.3.GR.2")
    *there, away = handed.first.students
    assert [grid[each] for each in there[:2]] == [[(3, 100), (3, 100)], [(2, 50), (3, 100)]]
    assert grid[away] == [(None, None), (None, None)]


def test_the_grid_is_a_table_that_a_spreadsheet_opens(handed: DeliveredAssessment) -> None:
    rows = _csv(handed.first.teacher, f"/v1/trackers/{handed.first.tracker}/mastery.csv")
    assert len(rows) > len(handed.first.students)


def test_the_items_are_analyzed(deployed: LoadedStack, handed: DeliveredAssessment) -> None:
    sheet = handed.first.sheet(handed.assessment)
    found = handed.first.teacher.get(f"{sheet}/analysis")
    there = len(handed.first.students) - 1
    right = (there + 1) // 2
    assert (found["shown"], found["student_count"]) == (True, there)
    assert found["items"][1]["facility"] == pytest.approx(right / there, abs=1e-6)
    chosen = {
        each["choice"]: each["student_count"] for each in found["items"][1]["answers"][0]["choices"]
    }
    assert (chosen["B"], chosen["C"]) == (right, there - right)
    everywhere = deployed.admin.get(f"/v1/distributions/{handed.distribution}/analysis")
    assert everywhere["student_count"] == there + len(handed.second.students)


def test_the_district_sees_progress_and_results(
    deployed: LoadedStack, handed: DeliveredAssessment
) -> None:
    path = f"/v1/distributions/{handed.distribution}/results"
    results = deployed.admin.get(path)
    assert (results["class_counts"]["complete"], results["student_counts"]["absent"]) == (2, 1)
    assert (
        sum(each["student_count"] for each in results["levels"])
        == results["average"]["student_count"]
    )
    for name in ("schools", "teachers", "classes", "items", "standards"):
        listed = list(deployed.admin.items(f"{path}/{name}"))
        assert len(_csv(deployed.admin, f"{path}/{name}.csv")) == len(listed) + 1


def test_a_table_comes_as_a_workbook_and_a_workbook_of_responses_is_read(
    deployed: LoadedStack, handed: DeliveredAssessment
) -> None:
    """The libraries are in the function's layer, and the gateway hands bytes through."""
    path = f"/v1/distributions/{handed.distribution}/results/classes.csv"
    book = _get(deployed.admin, path, Accept=WORKBOOK)
    assert book.headers["Content-Type"] == WORKBOOK
    assert len(read_by_calamine(book.content)) == len(_csv(deployed.admin, path))
    one = handed.first
    rows = [["Student", "Q1"], *([each, "B"] for each in one.students)]
    sent = {"file": base64.b64encode(by_openpyxl(rows)).decode()}
    sheet = one.sheet(handed.assessment)
    looked = one.teacher.act(f"{sheet}/response-files", sheet, sent).body
    assert (looked["encoding"], looked["applied"]) == ("Excel workbook", False)
    assert looked["student_count"] == len(one.students)


def _csv(client: Client, path: str) -> list[list[str]]:
    """Fetch a table as a browser does: its type, its mark, its lines."""
    answer = _get(client, path)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in answer.content
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def _get(client: Client, path: str, **headers: str) -> httpx.Response:
    answer = client.http.get(
        f"{client.url}{path}", headers={"Authorization": f"Bearer {client.token}", **headers}
    )
    assert answer.status_code == 200, answer.text
    return answer


def test_recalled_it_is_nowhere_and_restored_it_is_as_it_was(
    deployed: LoadedStack, handed: DeliveredAssessment
) -> None:
    admin, one, made = deployed.admin, handed.first, f"/v1/distributions/{handed.distribution}"
    sheet, grid = one.teacher.get(one.sheet(handed.assessment)), one.grid("M.3.GR.1")
    admin.act(f"{made}/recall", made, {"comment": "Page 2 is missing."})
    assert {level for ((level, _),) in one.grid("M.3.GR.1").values()} == {None}
    with pytest.raises(ApiProblem):
        one.teacher.get(one.sheet(handed.assessment))
    assert admin.get(made)["state"] == "recalled"
    admin.act(f"{made}/restoration", made)
    assert one.teacher.get(one.sheet(handed.assessment)) == sheet
    assert one.grid("M.3.GR.1") == grid


def test_a_new_tracker_receives_it_automatically_and_has_the_sheet_of_the_class(
    deployed: LoadedStack, handed: DeliveredAssessment
) -> None:
    one, set_id = handed.first, deployed.loader.ledger["sets"]["Mathematics 3"]
    asked = {
        "class_id": one.teacher.get(f"/v1/trackers/{one.tracker}")["class_id"],
        "standards_set_id": set_id,
    }
    made = one.teacher.post("/v1/trackers", {**asked, "title": "Made later"}).body["id"]
    held = wait_until(
        lambda: one.teacher.get(f"/v1/trackers/{made}")["assessments"],
        until=bool,
    )
    assert [each["assessment_id"] for each in held] == [handed.assessment]
    theirs = one.teacher.get(one.sheet(handed.assessment))
    later = one.teacher.get(one.sheet(handed.assessment, made))
    assert later["students"] == theirs["students"]


def test_a_corrected_key_moves_every_student_and_says_so(
    deployed: LoadedStack, slip: tuple[DeliveredAssessment, str]
) -> None:
    handed, correction = slip
    many = len(handed.first.students)
    wait_until(lambda: _levels(handed.first), until=lambda levels: set(levels) == {3})
    view = wait_until(
        lambda: deployed.admin.get(correction), until=lambda seen: seen["state"] == "done"
    )
    assert view["students"] == {"up": many, "down": 0, "unchanged": 0}
    assert view["sheet_counts"] == {"done": 1, "total": 1}
    assert deployed.admin.get(view["links"]["job"])["state"] == "done"
    assert not deployed.admin.get(f"/v1/assessments/{handed.assessment}")["running_correction_id"]
