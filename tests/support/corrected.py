"""Classes whose results rest on a key that turns out to be wrong, for tests of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chalicelib.rosters.model import SchoolClass, Student, Teacher
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Write
from tests.support import sheets

STUDENTS = ("ada", "bob", "cy")


def a_class_with_tracker(
    district: str,
    name: str,
    *,
    school: str = "north",
    teacher: str = "tess",
    students: Sequence[str] = STUDENTS,
) -> list[Write]:
    """Write a class, and its teacher's tracker (of the class's name) that holds the test."""
    made = SchoolClass(
        id=name,
        title=f"Math {name}",
        school=school,
        course="k1",
        teachers=(Teacher(id=teacher, name=teacher.title()),),
        students=tuple(Student(id=each, given="Sam", family=each.title()) for each in students),
    )
    of_class: Write = Put(keys.school_class(district, name), {"doc": made.model_dump_json()})
    return [
        of_class,
        *sheets.a_tracker(
            district, "TEST", tracker=name, class_id=name, school=school, owner=teacher
        ),
    ]


def correction(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a request's body."""
    return {"items": list(items), **more}
