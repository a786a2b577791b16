"""Classes and courses of the roster, valid by default."""

from __future__ import annotations

from typing import Any

from chalicelib.rosters.model import Course, SchoolClass, Student, Teacher
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support.world import DISTRICT, World


def a_course(world: World, course: str = "math-3", **changed: Any) -> Course:
    """Put a course of all schools into the roster."""
    made = Course(**{"id": course, "title": "Mathematics 3", "school": "office"} | changed)
    place = keys.join(made.school, made.title.casefold(), made.id)
    listed = {"list_pk": keys.courses(DISTRICT), "list_sk": place}
    _put(world, keys.course(DISTRICT, course), made.model_dump_json(), **listed)
    return made


def a_class(
    world: World, class_id: str = "c1", *teachers: str, course: str = "math-3", **changed: Any
) -> SchoolClass:
    """Put a class with two students into the roster, and into its course's list."""
    known: dict[str, Any] = {
        "id": class_id,
        "title": f"Math 3 ({class_id})",
        "school": "north",
        "course": course,
        "teachers": tuple(Teacher(id=each, name=f"{each.title()} Example") for each in teachers),
        "students": tuple(Student(id=f"s{n}", given="Sam", family=f"No{n}") for n in range(2)),
    }
    made = SchoolClass(**known | changed)
    _put(world, keys.school_class(DISTRICT, class_id), made.model_dump_json())
    offered = keys.class_of_course(DISTRICT, course, class_id)
    _put(world, offered, made.row().model_dump_json())
    return made


def _put(world: World, key: keys.Key, doc: str, **listed: str) -> None:
    world.services.table.commit([Put(key, {"doc": doc, **listed})])
