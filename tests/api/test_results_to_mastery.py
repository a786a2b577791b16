"""The way of results: assessment, tracker, sheet, grid; every step as a teacher takes it."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.rosters.model import Student
from tests.support import builders, classrooms
from tests.support.world import Reply, World, WorldPerson

NUMBERS, FRACTIONS = "3.NB.1", "3.FR.1"
ITEMS: list[dict[str, Any]] = [
    {"kind": "single_choice", "choices": ["1", "2", "3"], "key": ["B"], "standards": [NUMBERS]},
    {
        "kind": "multiple_choice",
        "choices": ["1", "2", "3", "4"],
        "key": ["A", "B", "D"],
        "scoring": "partial",
        "standards": [NUMBERS, FRACTIONS],
    },
    {"kind": "true_false", "key": ["true"], "standards": [NUMBERS]},
    {"kind": "numeric", "key": ["0.75"], "tolerance": "0.01", "standards": [FRACTIONS]},
    {"kind": "short_text", "key": ["three quarters"], "standards": [FRACTIONS]},
    {"kind": "points", "points": "2", "standards": [FRACTIONS]},
]
STUDENTS = tuple(Student(id=name, given=name.title(), family="Example") for name in ("ada", "ben"))


class Lesson:
    """A teacher with a class, a tracker, and one assessment of every kind of item in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        builders.a_set(world)
        builders.a_person(world, "tess")
        classrooms.a_class(world, "c1", "tess", students=STUDENTS)
        self.tess = world.teacher("tess")
        body = {"class_id": "c1", "standards_set_id": builders.SET, "level_count": 3}
        self.tracker = (
            f"/v1/trackers/{self.expect_ok(self.tess.post('/v1/trackers', body)).body['id']}"
        )

    def expect_ok(self, reply: Reply) -> Reply:
        assert reply.status < 300, reply.body
        return reply

    def assessment(self, *items: dict[str, Any], **changes: Any) -> str:
        """Write an assessment and put it into the tracker."""
        begun = {"title": "Check", "standards_set_id": builders.SET, "level_count": 3, **changes}
        draft = self.expect_ok(self.tess.post("/v1/assessments", begun))
        asked = [{"prompt": "How many?", "points": "1", **item} for item in items]
        path = f"/v1/assessments/{draft.body['id']}/items"
        self.expect_ok(self.tess.put(path, {"items": asked}, etag=draft.etag))
        added = {"assessment_id": draft.body["id"]}
        self.expect_ok(self.tess.post(f"{self.tracker}/assessments", added))
        return str(draft.body["id"])

    def enter(self, assessment: str, day: str, **students: Any) -> None:
        """Enter what each student gave: a list of responses, or a status."""
        path = f"{self.tracker}/sheets/{assessment}"
        sent = [
            {"student_id": name, "status": given}
            if isinstance(given, str)
            else {
                "student_id": name,
                "scores": [_write_score(n, each) for n, each in enumerate(given, 1)],
            }
            for name, given in students.items()
        ]
        etag = self.tess.get(path).etag
        self.expect_ok(self.tess.patch(path, {"given_date": day, "students": sent}, etag=etag))

    def cells(self, student: str, person: WorldPerson | None = None) -> dict[str, tuple[Any, ...]]:
        """Return level, exact share and number of assessments by standard, where there are any."""
        grid = self.expect_ok((person or self.tess).get(f"{self.tracker}/mastery")).body
        (line,) = (each for each in grid["students"] if each["id"] == student)
        return {
            cell["standard"]: (cell["level"], cell["share"], cell["assessment_count"])
            for cell in line["mastery"]
            if cell["assessment_count"]
        }


def _write_score(item: int, given: Any) -> dict[str, Any]:
    known = {"item_id": item}
    return {**known, **given} if isinstance(given, dict) else {**known, "response": given}


@pytest.fixture
def lesson(world: World) -> Lesson:
    return world.scene(Lesson)


def test_every_kind_of_item_counts_for_its_standards(lesson: Lesson) -> None:
    check = lesson.assessment(*ITEMS)
    lesson.enter(
        check,
        "2026-08-10",
        ada=["B", "AB", True, "3/4", " Three  QUARTERS ", {"points": "1.5"}],
        ben=["C", "ABC", {"omitted": True}, "0.7", "a half", {"points": 0}],
    )
    assert lesson.cells("ada") == {
        NUMBERS: (3, "8/9", 1),  # 1 + 2/3 + 1 of 3
        FRACTIONS: (3, "5/6", 1),  # 2/3 + 1 + 1 + 1.5 of 5
    }
    assert lesson.cells("ben") == {
        NUMBERS: (1, "1/9", 1),  # two right less one wrong, of three
        FRACTIONS: (1, "1/15", 1),
    }


def test_later_additions_go_to_the_same_sheet_and_count_when_all_is_there(lesson: Lesson) -> None:
    check = lesson.assessment(ITEMS[0], ITEMS[2])
    lesson.enter(check, "2026-08-10", ada=["B"])
    assert lesson.cells("ada") == {}  # so far: one of two questions about the standard
    assert lesson.cells("ben") == {}
    lesson.enter(check, "2026-08-10", ada=["B", False], ben="absent")
    assert lesson.cells("ada") == {NUMBERS: (2, "1/2", 1)}
    assert lesson.cells("ben") == {}


def test_the_most_recent_is_by_the_day_of_the_test(lesson: Lesson) -> None:
    first, second = lesson.assessment(ITEMS[0]), lesson.assessment(ITEMS[0])
    lesson.enter(second, "2026-08-20", ada=["B"])
    lesson.enter(first, "2026-08-10", ada=["C"], ben=["B"])
    assert lesson.cells("ada") == {NUMBERS: (3, "1", 2)}
    assert lesson.cells("ben") == {NUMBERS: (3, "1", 1)}
    lesson.enter(second, "2026-08-01", ben="absent")
    assert lesson.cells("ada") == {NUMBERS: (1, "0", 2)}
    assert lesson.cells("ben") == {NUMBERS: (3, "1", 1)}


def test_an_assessments_own_cut_scores_decide_its_level(lesson: Lesson) -> None:
    strict = lesson.assessment(ITEMS[0], ITEMS[2], cuts=["60", "100"])
    lesson.enter(strict, "2026-08-10", ada=["B", True], ben=["B", False])
    assert lesson.cells("ada")[NUMBERS][0] == 3
    assert lesson.cells("ben")[NUMBERS][0] == 1


def test_cut_scores_of_the_district_hold_for_every_class_from_the_first_results_on(
    lesson: Lesson,
) -> None:
    check = lesson.assessment(ITEMS[0], ITEMS[2])
    lesson.enter(check, "2026-08-10", ada=["B", False])
    milder = {"names": ["Low", "Middle", "High"], "cuts": ["20", "40"], "meets": 3}
    admin = lesson.world.admin()
    lesson.expect_ok(admin.patch("/v1/district", {"mastery_scales": {"3": milder}}, etag='"0"'))
    lesson.enter(check, "2026-08-10", ben=["B", False])
    assert lesson.cells("ada") == lesson.cells("ben") == {NUMBERS: (2, "1/2", 1)}
    read = lesson.tess.get(f"/v1/assessments/{check}").body
    assert (read["cuts"], read["version"]) == (["50", "80"], 2)
    later = lesson.assessment(ITEMS[0], ITEMS[2])
    lesson.enter(later, "2026-08-11", ada=["B", False])
    assert lesson.cells("ada") == {NUMBERS: (3, "1/2", 2)}
