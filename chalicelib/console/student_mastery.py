"""One student's mastery, and the tests that it is made of: in a tracker, or in all of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .grade_names import format_grade
from .mastery_grid import ADDRESS, path_of
from .screens import EVERYBODY, TEACHERS, ScreenPage, Screens, Visit
from .student_names import name_students

screens = Screens()

TRACKERS_SHOWN = "10"


@screens.show(ADDRESS + "/students/{student_id}", roles=EVERYBODY)
def show_student(visit: Visit, tracker_id: str, student_id: str) -> ScreenPage:
    """Show a student in a tracker: each standard with every test on it."""
    board = visit.api.read(f"{path_of(tracker_id)}/{write_segment(student_id)}")
    return ScreenPage(
        "mastery/student.html",
        {
            "board": board,
            "name": _name(board),
            "part": _split(board),
            "grade": format_grade(board["grade"]),
        },
    )


@screens.show("/console/students/{student_id}", roles=TEACHERS)
def show_student_everywhere(visit: Visit, student_id: str) -> ScreenPage:
    """Show a student in all trackers that the person owns or works on."""
    cursor = visit.query.get("cursor", "")
    query = {"limit": TRACKERS_SHOWN, **({"cursor": cursor} if cursor else {})}
    try:
        page = visit.api.read(f"/v1/students/{write_segment(student_id)}/mastery", query)
    except ApiRefused as refused:
        if refused.problem["code"] != "student_not_found":
            raise
        return ScreenPage("mastery/nowhere.html", {}, refused.status)
    boards = [(each, _split(each)) for each in page["items"]]
    return ScreenPage(
        "mastery/everywhere.html",
        {
            "page": page,
            "boards": boards,
            "name": _name(page["items"][0]),
            "student_id": student_id,
        },
    )


def _name(board: Mapping[str, Any]) -> str:
    return name_students([board])[board["student_id"]]


def _split(board: Mapping[str, Any]) -> Mapping[str, list[Any]]:
    """Part the standards that were tested from those that were not."""
    tested = [each for each in board["standards"] if each["results"]]
    return {
        "tested": tested,
        "untested": [each for each in board["standards"] if each not in tested],
    }
