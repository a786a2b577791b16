"""A district in the laboratory in which whole cycles happen, and what people ask of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import app
from chalicelib.acts import Role
from chalicelib.assessments.items import Item
from chalicelib.rosters.model import Person, RoleAt, SchoolClass, Student, Teacher
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Put, Write
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack, http_event
from tests.support import sheets
from tests.support.builders import CODES

TEAM = "TEAM"
TESTS = ("TEST", "OTHERTEST")
LENA, MIA, NOAH, OLGA = "lena", "mia", "noah", "olga"
TEACHERS = (LENA, MIA, NOAH, OLGA)
ADMINISTRATORS = {"dana": "district_admin", "sam": "school_admin", "saul": "school_admin"}
"""Saul's school is another than the team's."""
EVERYBODY = (*TEACHERS, *ADMINISTRATORS)
SCHOOLS = {"c1": "north", "c2": "north", "c3": "north", "c4": "north", "c5": "south"}
TAUGHT = {"c1": (LENA,), "c2": (MIA,), "c3": (NOAH, MIA), "c4": (LENA,), "c5": (OLGA,)}
CLASSES = {
    "c1": ["s01", "s02", "s03", "s04", "s05", "s16", "s17", "s18"],
    "c2": ["s05", "s06", "s07", "s08", "s09"],
    "c3": ["s01", "s06", "s10", "s11", "s12"],
    "c4": ["s02", "s13", "s14"],
    "c5": ["s15"],
}
"""Students s01, s02, s05 and s06 are in two classes; s02 in two of one teacher's."""
ITEMS = (
    Item(
        id="one", kind="single_choice", prompt="A half?", choices=("1/2", "1/3", "2"), key=("A",),
        points="1", standards=(CODES[0],),
    ),
    Item(
        id="several", kind="multiple_choice", prompt="All that are whole?", scoring="partial",
        choices=("1", "2", "3", "1/4"), key=("A", "B", "C"), points="1",
        standards=(CODES[0], CODES[1]),
    ),
    Item(
        id="number", kind="numeric", prompt="0.5 + 1.5?", key=("2",), tolerance="0.1", points="2",
        standards=(CODES[1],),
    ),
    Item(id="hand", kind="points", prompt="Explain.", points="4", standards=(CODES[2],)),
)  # fmt: skip
"""Eight points; the second question gives thirds."""


def board(teacher: str, class_id: str) -> str:
    """Name a teacher's tracker of a class."""
    return f"BOARD-{teacher}-{class_id}"


@cache
def a_district() -> Cloud:
    """Teachers with classes and trackers, administrators, two tests, and a team; no process."""
    cloud = Cloud()
    table = our_table(cloud)
    table.put_all([*map(_staff, EVERYBODY), *map(class_put, CLASSES, CLASSES.values())])
    table.put_all(map(_student, sorted({each for some in CLASSES.values() for each in some})))
    writes: list[Write] = [*sheets.a_set(DISTRICT)]
    for test in TESTS:
        writes += sheets.a_test(DISTRICT, sheets.a_header(test, ITEMS, cuts=("50", "80")), ITEMS)
    table.commit(writes)
    for class_id, teachers in TAUGHT.items():
        for teacher in teachers:
            table.commit(_tracker(teacher, class_id))
    table.commit(creation(DISTRICT, _team()))
    return cloud


def _team() -> Team:
    lena, *others = (Colleague(id=each, name=each.title()) for each in (LENA, MIA, NOAH))
    return Team(
        id=TEAM,
        name="Grade 3",
        school="north",
        leaders=(lena,),
        members=tuple(others),
        created=sheets.WHEN,
    )


def class_put(class_id: str, students: Sequence[str]) -> Put:
    """Return a class as the roster has it."""
    made = SchoolClass(
        id=class_id,
        title=f"Math {class_id}",
        school=SCHOOLS[class_id],
        course="k1",
        teachers=tuple(Teacher(id=each, name=each.title()) for each in TAUGHT[class_id]),
        students=tuple(Student(id=each, given="Sam", family=each.title()) for each in students),
    )
    return Put(keys.school_class(DISTRICT, class_id), {"doc": made.model_dump_json()})


def _tracker(teacher: str, class_id: str) -> list[Write]:
    """Mia's of the class c2 holds a test already: somebody gave it before there was a process."""
    held = ("TEST",) if (teacher, class_id) == (MIA, "c2") else ()
    return sheets.a_tracker(
        DISTRICT, *held, tracker=board(teacher, class_id), class_id=class_id, owner=teacher,
        school=SCHOOLS[class_id], collaborators=(),
    )  # fmt: skip


def _staff(name: str) -> Put:
    role, school = Role(ADMINISTRATORS.get(name, "teacher")), _school_of(name)
    made = Person(
        id=name,
        username=f"{name}@example.org",
        given=name.title(),
        family="Example",
        email=f"{name}@example.org",
        roles=(RoleAt(role=role, school=school),),
    )
    listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
    return Put(keys.person(DISTRICT, name), {"doc": made.model_dump_json(), **listed})


def _school_of(name: str) -> str:
    return "south" if name in (OLGA, "saul") else "north"


def _student(name: str) -> Put:
    known = Person(id=name, username=name, given="Sam", family=name.title(), roles=())
    return Put(keys.person(DISTRICT, name), {"doc": known.model_dump_json()})


# -- asking ----------------------------------------------------------------------------------------


def ask(
    stack: Stack, who: str, method: str, path: str, body: Any = None, version: int | None = None
) -> Reply:
    """One request of somebody's."""
    path, _, query = path.partition("?")
    event = http_event(method, path, body, "", version)
    asked = [each.partition("=") for each in query.split("&") if each]
    event["multiValueQueryStringParameters"] = {name: [value] for name, _, value in asked}
    role = ADMINISTRATORS.get(who, "teacher")
    schools = _school_of(who) if role == "school_admin" else ""
    known = {"person": who, "roles": role, "schools": schools, "name": who.title()}
    event["requestContext"]["authorizer"] |= known
    answer = stack.invoke(app.app, event)
    text = answer["body"]
    return Reply(answer["statusCode"], json.loads(text) if text else None, answer["headers"])


def version_of(reply: Reply) -> int:
    """Read the version out of an answer."""
    return int(reply.headers["ETag"].strip('"'))


# -- looking ---------------------------------------------------------------------------------------


def read_stored_item(stack: Stack, key: keys.Key) -> dict[str, Any] | None:
    """Read an item past every door."""
    row = stack.cloud.table.store.get(key)
    return decode_item(row.item) if row else None


def bytes_of(stack: Stack, process: str) -> dict[str, Any]:
    """Everything that a process is: its partition, and its files."""
    pk = keys.process(DISTRICT, process).pk
    items = {i["sk"]["S"]: i for i in stack.cloud.table.items() if i["pk"]["S"] == pk}
    files = {
        name: stored.body
        for (_, name), stored in stack.cloud.files.objects.items()
        if name.startswith(f"reports/{process}/")
    }
    return {**items, **files}
