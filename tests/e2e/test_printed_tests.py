"""A test for a class of thirty, printed by the report function, fetched, and read by a scanner."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx
import pypdf
import pytest

from plumb.client import ApiProblem, Client
from plumb.demo.district import DemoClass, DemoPerson
from plumb.imports import ROSTER, bring_in
from plumb.local.stack import ADMIN, create_accounts
from tests.e2e.conftest import LoadedStack
from tests.e2e.test_item_bank import wait_out
from tests.support.packages import Pack
from tests.support.printed_tests import read_codes

COURSE, SET = "jf-c-math-05", "Mathematics 5"
"""Nothing else here is about this course."""
THIRTY = 30
PARTS = ["test", "answer_key", "answer_sheets"]
VERSIONS = ["A", "B"]


@dataclass(frozen=True)
class PrintRoom:
    """A class of thirty, its teacher, and the sheet of a test in two versions."""

    teacher: Client
    tracker: str
    assessment: str
    students: dict[str, str]
    """Each student's name by id."""

    def ask(self, **what: Any) -> dict[str, Any]:
        """Have something printed, and wait for it."""
        path = f"/v1/assessments/{self.assessment}/printouts"
        asked = self.teacher.post(path, {"tracker_id": self.tracker, **what}).body
        return wait_out(self.teacher, f"/v1/printouts/{asked['id']}", "pending")


def class_of(deployed: LoadedStack) -> tuple[DemoClass, DemoPerson]:
    """Return a class of the course, and its teacher."""
    found = next(each for each in deployed.loader.district.classes if each.course.id == COURSE)
    people = {each.id: each for each in deployed.loader.district.people}
    return found, people[found.teachers[0]]


def fill(deployed: LoadedStack, school_class: DemoClass) -> None:
    """Bring more students of its school into a class, by a delta of the roster."""
    others = (
        student
        for each in deployed.loader.district.classes
        if each.school == school_class.school
        for student in each.students
        if student not in school_class.students
    )
    more = list(dict.fromkeys(others))[: THIRTY - len(school_class.students)]
    delta = Pack().only("delta", "enrollments")
    for student in more:
        delta.add(
            "enrollments",
            f"{school_class.id}-{student}",
            status="active",
            dateLastModified="2026-09-01T00:00:00Z",
            classSourcedId=school_class.id,
            schoolSourcedId=school_class.school,
            userSourcedId=student,
            role="student",
        )
    bring_in(deployed.loader.client(ADMIN), ROSTER, "new-students.zip", delta.write_zip())


def write_test(teacher: Client, set_id: str) -> str:
    """Have a teacher write a test with every kind of item, in two versions."""
    tree = teacher.get(f"/v1/standards-sets/{set_id}")["tree"]
    code = next(row["code"] for row in tree if row["selectable"] and row["code"])
    known: dict[str, Any] = {"points": "1", "standards": [code]}
    choices = {"prompt": "Which is a half?", "choices": ["2/4", "2/3", "3/4", "1"]}
    items = [
        known | {"kind": "single_choice", "key": ["A"]} | choices,
        known | {"kind": "true_false", "prompt": "½ > ⅓", "key": ["true"]},
        known | {"kind": "numeric", "prompt": "7 + 0.75?", "key": ["7.75"]},
        known | {"kind": "short_text", "prompt": "Its name?", "key": ["quotient"]},
        known | {"kind": "points", "prompt": "Show how.", "points": "4"},
    ]
    draft = {"title": "Unit 3: Brüche", "kind": "item", "standards_set_id": set_id}
    made = str(teacher.post("/v1/assessments", draft).body["id"])
    path = f"/v1/assessments/{made}/items"
    teacher.change("PUT", path, {"items": items})
    kept = teacher.get(path)["items"]
    keys = [["C"], *(each["key"] for each in kept[1:])]
    turned = [{"item_id": each["id"], "key": key} for each, key in zip(kept, keys, strict=True)]
    teacher.change("PUT", path, {"items": kept, "versions": {"B": turned[::-1]}})
    return made


def is_named(student: str, text: str) -> bool:
    """Return whether a page names a student.

    Letters made of two glyphs are twice in the text (`tests/rules/test_text_layer.py`), so only
    names in ASCII are looked for.
    """
    return not student.isascii() or student in " ".join(text.split())


@pytest.fixture(scope="module")
def room(deployed: LoadedStack) -> PrintRoom:
    """Fill a class, and have its teacher put a test into its tracker."""
    school_class, person = class_of(deployed)
    fill(deployed, school_class)
    create_accounts(deployed.up.stack, {person.username: person.email})
    teacher = deployed.loader.client(person.username)
    trackers = teacher.items("/v1/trackers")
    tracker = next(str(each["id"]) for each in trackers if each["class_id"] == school_class.id)
    assessment = write_test(teacher, deployed.loader.ledger["sets"][SET])
    teacher.post(f"/v1/trackers/{tracker}/assessments", {"assessment_id": assessment})
    students = {
        each["id"]: f"{each['family_name']}, {each['given_name']}"
        for each in teacher.items(f"/v1/trackers/{tracker}/students")
    }
    assert len(students) == THIRTY
    return PrintRoom(teacher, tracker, assessment, students)


def test_the_fetched_file_has_a_readable_code_for_each_student_of_thirty(room: PrintRoom) -> None:
    view = room.ask(parts=PARTS)
    assert view["state"] == "ready", view
    fetched = httpx.get(view["url"])
    assert fetched.status_code == 200, fetched.text
    assert fetched.headers["Content-Type"] == "application/pdf"
    assert len(fetched.content) == view["size"]
    pages = pypdf.PdfReader(io.BytesIO(fetched.content)).pages
    texts = [" ".join(page.extract_text().split()) for page in pages]
    pairs = list(zip(read_codes(fetched.content, 150), texts, strict=True))
    sheets = [(code, text) for (code,), text in ((codes, text) for codes, text in pairs if codes)]
    given = Counter[str]()
    for code, text in sheets:
        name, tracker, assessment, version, number, student = code.split(":")
        assert (name, tracker, assessment) == ("PL1", room.tracker, room.assessment)
        assert number == "1"
        assert f"Version {version}" in text
        assert is_named(room.students[student], text)
        given[version] += 1
    assert sorted(code.rpartition(":")[2] for code, _ in sheets) == sorted(room.students)
    assert given == {"A": 15, "B": 15}
    others = [text for codes, text in pairs if not codes]
    assert any("Show how." in text for text in others)
    assert any("Answer key" in text for text in others)


def test_one_student_s_sheet_is_printed_alone(room: PrintRoom) -> None:
    student, name = max(room.students.items())
    view = room.ask(parts=["answer_sheets"], student_ids=[student], versions=["B"])
    (page,) = pypdf.PdfReader(io.BytesIO(httpx.get(view["url"]).content)).pages
    assert is_named(name, page.extract_text())


def test_the_file_is_for_its_teacher_alone(deployed: LoadedStack, room: PrintRoom) -> None:
    view = room.ask(parts=["test"])
    with pytest.raises(ApiProblem) as refused:
        deployed.admin.get(f"/v1/printouts/{view['id']}")
    assert refused.value.code == "printout_not_found"
