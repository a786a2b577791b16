"""The tab Compare of a Mastery Process: the team, its teachers, classes and students."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .list_order import ListOrder
from .row_pages import cut_rows
from .student_names import name_students

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

LISTS = ("team", "teachers", "classes", "students")
"""The groups to compare, in the order of the tabs."""
STUDENTS_SHOWN = "50"
MOST_CLASSES_OFFERED = 60
"""With more classes, those of a teacher are offered once the teacher is chosen."""
WORDS = ("name", "teacher", "class")
"""Columns that are sorted from A to Z at first, all others from the highest."""
ROW_COLUMNS = (
    "name", "teacher", "pre", "pre_student_count", "post", "post_student_count", "change",
    "relative", "matched_pre", "matched_post", "matched_change", "matched_relative",
    "matched_student_count",
)  # fmt: skip
"""The columns that teachers and classes can be sorted by, in the API's words."""
STUDENT_COLUMNS = ("name", "class", "teacher", "pre", "post", "change", "relative")
"""The columns that students can be sorted by."""


def _read_order(query: Mapping[str, str], columns: Sequence[str]) -> ListOrder:
    first = {column: "asc" if column in WORDS else "desc" for column in columns}
    return ListOrder.read(query, first)


def read_comparison(opened: OpenProcess) -> Facts:
    """Return the data of the tab Compare: the team, or the list in the address."""
    asked = opened.visit.query.get("by", "")
    by = asked if asked in LISTS else LISTS[0]
    if by == "students":
        return {"by": by, **_read_students(opened)}
    if by == "team":
        return {
            "by": by,
            "compared": opened.read("/comparison"),
            "growth": opened.read("/growth"),
        }
    return {"by": by, **_read_rows(opened, by)}


def _read_rows(opened: OpenProcess, by: str) -> Facts:
    """Return a page of teachers or classes, each with its growth."""
    query = opened.visit.query
    sorting = _read_order(query, ROW_COLUMNS)
    compared = opened.read("/comparison", **sorting.query())
    named = "teacher_id" if by == "teachers" else "class_id"
    grown = {each[named]: each for each in opened.read("/growth")[by]}
    return {
        "compared": compared,
        "sorting": sorting,
        "page": cut_rows(compared[by], query),
        "named": named,
        "grown": grown,
    }


def _read_students(opened: OpenProcess) -> Facts:
    """Return a page of students, and whose students can be chosen."""
    query, classes = opened.visit.query, opened.process["classes"]
    asked = _choose_students(query, classes)
    sorting = _read_order(query, STUDENT_COLUMNS)
    cursor = query.get("cursor", "")
    page = opened.read(
        "/comparison/students", **asked, **sorting.query(), limit=STUDENTS_SHOWN, cursor=cursor
    )
    return {
        "asked": asked,
        "sorting": sorting,
        "page": page,
        "is_first": not cursor,
        "teachers": _once((each["teacher_id"], each["teacher_name"]) for each in classes),
        "classes": _offer_classes(classes, asked),
        "names": name_students(page["items"]),
    }


def _choose_students(query: Mapping[str, str], classes: Any) -> dict[str, str]:
    """Return the teacher and class that are asked for; a class of another teacher is left out."""
    asked = {name: query[name] for name in ("teacher_id", "class_id") if query.get(name)}
    if len(asked) > 1 and not any(asked.items() <= each.items() for each in classes):
        del asked["class_id"]
    return asked


def _offer_classes(classes: Any, asked: Mapping[str, str]) -> list[tuple[str, str]]:
    """Get the classes to choose from: those of the chosen teacher, or all unless they are many."""
    teacher, chosen = asked.get("teacher_id"), asked.get("class_id")
    if teacher:
        offered = [each for each in classes if each["teacher_id"] == teacher]
    elif len(classes) > MOST_CLASSES_OFFERED:
        offered = [each for each in classes if each["class_id"] == chosen]
    else:
        offered = classes
    return [(each["class_id"], each["title"]) for each in offered]


def _once(named: Any) -> list[tuple[str, str]]:
    return list(dict.fromkeys(named))
