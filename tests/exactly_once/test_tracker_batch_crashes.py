"""Does every class of a batch get one tracker and one outcome, when anything fails at any call?"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from chalicelib.rosters.model import Course, SchoolClass, Teacher
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.storage.table import Table as OurTable
from chalicelib.trackers.model import TrackerRow
from simulator.cloud import TABLE
from simulator.faults import Fault
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Stack

SET = "math.3"
CLASSES = 40
"""More than one transaction's worth."""
WITHOUT_TEACHER = {"c07", "c31"}
BODY = {"course_ids": ["math"], "standards_set_id": SET, "standards": ["A", "B"], "level_count": 3}


def prepare() -> Cloud:
    """A standards set, a course and its classes at two schools."""
    cloud = Cloud()
    client: Any = cloud.table
    table = OurTable(client, TABLE)
    places = tuple(StandardPlace(f"id-{code}", code) for code in "ABC")
    chosen = StandardsSet(SET, "jf", "Juniper Flats", "Mathematics", Band(("03",)), places)
    course = Course(id="math", title="Mathematics 3", school="office")
    puts = [
        Put(keys.standards_set(DISTRICT, SET), {"version": 1, "doc": documents.index(chosen, 0)}),
        Put(keys.course(DISTRICT, course.id), {"doc": course.model_dump_json()}),
    ]
    for number in range(CLASSES):
        row = _class(f"c{number:02}", number).row()
        place = keys.class_of_course(DISTRICT, course.id, row.id)
        puts.append(Put(place, {"doc": row.model_dump_json()}))
    table.put_all(puts)
    return cloud


def _class(name: str, number: int) -> SchoolClass:
    teachers = (Teacher(id=f"t{number % 7}", name="Tess"), Teacher(id="co", name="Cole"))
    return SchoolClass(
        id=name,
        title=f"Math {name}",
        school="north" if number % 2 else "south",
        course="math",
        teachers=() if name in WITHOUT_TEACHER else teachers,
    )


def act(stack: Stack) -> None:
    begun = stack.ask("POST", "/v1/tracker-batches", BODY, key="once")
    assert begun.status == 202, begun.body


def check(stack: Stack) -> None:
    items = stack.cloud.table.items()
    taught = {f"c{number:02}" for number in range(CLASSES)} - WITHOUT_TEACHER
    found = [TrackerRow.read(i["sk"]["S"], i["r"]["S"]) for i in _in(items, "TRACKERS")]
    rows = Counter(row.class_id for row in found)
    assert rows == Counter(taught), "each class taught has one tracker in the district's list"
    trackers = [item for item in items if item["sk"]["S"] == "TRACKER"]
    assert len(trackers) == len(taught), "each row has its tracker"
    mine = [item for item in items if item["pk"]["S"].endswith("#TRACKERS") and "row" in item]
    assert len(mine) == 2 * len(taught), "each teacher has each of their trackers once"
    (batch,) = [item for item in items if item["sk"]["S"] == "BATCH"]
    outcomes = [i for i in items if i["pk"] == batch["pk"] and i["sk"]["S"].startswith("CLASS#")]
    assert Counter(item["outcome"]["S"] for item in outcomes) == {
        "created": len(taught),
        "skipped": len(WITHOUT_TEACHER),
    }
    assert batch["finished"]["S"], "the batch is closed"
    assert not stack.cloud.queues.dead("jobs")


def _in(items: list[dict[str, Any]], partition: str) -> list[dict[str, Any]]:
    return [item for item in items if item["pk"]["S"] == f"{DISTRICT}#{partition}"]


BATCH = Workload("a batch of trackers", prepare, act, check)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_batch_survives(fault: Fault) -> None:
    survives(BATCH, fault)
