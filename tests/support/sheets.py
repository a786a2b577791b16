"""A class, a tracker of theirs, and a test with answers, for tests of result sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.assessments.items import Item, points_possible
from chalicelib.assessments.model import AssessmentHeader, Contents, VersionItem, Visibility
from chalicelib.rosters.model import SchoolClass, Student, Teacher
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Write
from chalicelib.trackers.model import AssessmentSource, Tracker, TrackerEntry
from chalicelib.trackers.repository import creation
from tests.support.builders import CODES, SET, mask_of

WHEN = "2026-09-01T12:00:00.000Z"

ITEMS = (
    Item(
        id="one", kind="single_choice", prompt="A half?", choices=("1/2", "1/3", "2"), key=("A",),
        points="1", standards=(CODES[0],),
    ),
    Item(
        id="two", kind="multiple_choice", prompt="All that are whole?", scoring="partial",
        choices=("1", "2", "1/3", "1/4"), key=("A", "B"), points="1",
        standards=(CODES[0], CODES[1]),
    ),
    Item(
        id="three", kind="numeric", prompt="0.5 + 1.5?", key=("2",), tolerance="0.1", points="2",
        standards=(CODES[1],),
    ),
    Item(id="four", kind="points", prompt="Explain.", points="4", standards=(CODES[2],)),
)  # fmt: skip
"""Eight points: right are A, AB, 2, and what a person gives for the last."""


def a_header(assessment: str = "TEST", items: Sequence[Item] = ITEMS, **changed: Any) -> Any:
    """Return the header of a finished test of the district's."""
    known: dict[str, Any] = {
        "id": assessment,
        "title": "Fractions check",
        "set_id": SET,
        "mask": mask_of(*{code for item in items for code in item.standards}),
        "standards": tuple(dict.fromkeys(code for item in items for code in item.standards)),
        "levels": 3,
        "visibility": Visibility.DISTRICT,
        "creator": "dana",
        "creator_name": "Dana Example",
        "created": WHEN,
        "changed": WHEN,
        "items": len(items),
        "points": points_possible(items),
    }
    return AssessmentHeader(**known | changed)


def a_test(
    district: str,
    header: AssessmentHeader,
    items: Sequence[Item] = ITEMS,
    forms: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]] | None = None,
) -> list[Write]:
    """Write a test with its answers; `forms` are key versions: item and key, as printed."""
    versions = {
        form: tuple(VersionItem(item=item, key=key) for item, key in printed)
        for form, printed in (forms or {}).items()
    }
    contents = Contents(
        items=tuple(items),
        masks=tuple(mask_of(*item.standards) for item in items),
        versions=versions,
    )
    doc = header.model_dump_json(exclude_defaults=True)
    return [
        Put(keys.assessment_header(district, header.id), {"version": header.version, "doc": doc}),
        Put(
            keys.assessment_content(district, header.id),
            {"version": header.version, "doc": contents.model_dump_json(exclude_defaults=True)},
        ),
    ]


def a_class(
    district: str,
    students: Sequence[str] = ("ada", "bob", "cy"),
    teachers: Sequence[str] = ("tess",),
) -> list[Write]:
    """Write the class c1; a student's family name is their id, so they stand in this order."""
    made = SchoolClass(
        id="c1",
        title="Math 3",
        school="north",
        course="k1",
        teachers=tuple(Teacher(id=each, name=each.title()) for each in teachers),
        students=tuple(Student(id=each, given="Sam", family=each.title()) for each in students),
    )
    return [Put(keys.school_class(district, "c1"), {"doc": made.model_dump_json()})]


def a_tracker(
    district: str, *assessments: str, tracker: str = "BOARD", distribution: str = "", **changed: Any
) -> list[Write]:
    """Write a tracker for c1 that holds these assessments."""
    known: dict[str, Any] = {
        "id": tracker,
        "title": "Math 3, period 1",
        "school": "north",
        "class_id": "c1",
        "class_title": "Math 3",
        "set_id": SET,
        "mask": mask_of(),
        "levels": 3,
        "owner": "tess",
        "owner_name": "Tess Example",
        "collaborators": ("cole",),
        "created": WHEN,
    }
    source = AssessmentSource.DISTRICT if distribution else AssessmentSource.TEACHER
    held = {
        each: TrackerEntry(each, WHEN, source, "dana", "Fractions check", distribution).serialize()
        for each in assessments
    }
    board, *rows = creation(district, Tracker(**known | changed))
    return [Put(board.key, {**board.item, "assessments": held}), *rows]


def scores(**given: Any) -> list[dict[str, Any]]:
    """Return the entries: a response by item's id, or a pair."""
    return [
        {"item_id": item, **(said if isinstance(said, dict) else {"response": said})}
        for item, said in given.items()
    ]


def entering(*students: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a request's body."""
    return {"students": list(students), **more}


def student(name: str, *, status: str | None = None, version: str | None = None,
            **given: Any) -> dict[str, Any]:  # fmt: skip
    """Return what is entered for one student."""
    said: dict[str, Any] = {"student_id": name}
    said |= {"status": status} if status else {}
    said |= {"version": version} if version else {}
    return said | ({"scores": scores(**given)} if given else {})


def a_set(district: str) -> list[Write]:
    """Write the standards set that everything here is about."""
    places = tuple(StandardPlace(f"id-{code}", code) for code in CODES)
    made = StandardsSet(SET, "jf", "Juniper Flats", "Mathematics", Band(("03",)), places, version=1)
    item = {"version": 1, "doc": documents.index(made, 0)}
    return [Put(keys.standards_set(district, SET), item)]
