"""District > Schools: the list, a school with its classes, and a class with who is in it."""

from __future__ import annotations

from typing import Any

from chalicelib.web.addresses import write_segment

from .grade_names import format_grade, format_grades
from .screens import ADMINS, ScreenPage, Screens, Visit

screens = Screens()

PAGE_SIZE = "100"
TABS = ("classes", "past")
"""A school's classes: those that are held now or later, and those whose terms are over."""


@screens.show("/console/schools", roles=ADMINS)
def list_schools(visit: Visit) -> ScreenPage:
    """List the schools and offices with a text in their names."""
    text = visit.query.get("text", "")
    asked = visit.read_query("text", "cursor")
    page = visit.api.read("/v1/schools", {**asked, "limit": PAGE_SIZE})
    caller = visit.person.caller
    facts: dict[str, Any] = {
        "page": page,
        "text": text,
        "own": {each["id"] for each in page["items"] if caller.administers(each["id"])},
    }
    return ScreenPage("district/schools.html", facts)


@screens.show("/console/schools/{school_id}", roles=ADMINS)
def show_school(visit: Visit, school_id: str) -> ScreenPage:
    """Show a school, with its classes for its administrators."""
    school = visit.api.read(f"/v1/schools/{write_segment(school_id)}")
    tab = visit.query.get("tab", "")
    tab = tab if tab in TABS else TABS[0]
    facts = {
        "school": school,
        "tab": tab,
        "page": _read_classes(visit, school_id, past=tab == "past"),
        "say_grades": format_grades,
    }
    return ScreenPage("district/school.html", facts)


def _read_classes(visit: Visit, school_id: str, *, past: bool) -> Any:
    """Read a page of a school's classes; nothing of a school that one does not administer."""
    caller = visit.person.caller
    if not (caller.is_district_admin or caller.administers(school_id)):
        return None
    asked = {"school_id": school_id, "limit": PAGE_SIZE, **({"past": "true"} if past else {})}
    cursor = visit.read_query("cursor")
    return visit.api.read("/v1/classes", {**asked, **cursor})


@screens.show("/console/classes/{class_id}", roles=ADMINS)
def show_class(visit: Visit, class_id: str) -> ScreenPage:
    """Show a class with its terms, its teachers and its students."""
    found = visit.api.read(f"/v1/classes/{write_segment(class_id)}")
    students = found["students"]
    facts = {
        "found": found,
        "dated": any(each["start_date"] or each["end_date"] for each in students),
        "graded": any(each["grade"] for each in students),
        "say_grade": format_grade,
        "say_grades": format_grades,
    }
    return ScreenPage("district/class.html", facts)
