"""Two data teams in the laboratory, whose classes get a test that opens a process in each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.model import Process
from chalicelib.processes.repository import read_process
from chalicelib.processes.rollout.model import ProcessOpeningState, TeamOpening, process_id
from chalicelib.processes.rollout.repository import OpeningRepository
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.results.repository import SheetRepository
from chalicelib.rosters.model import School, SchoolClass, Student, Teacher
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Put, Write
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation
from chalicelib.wiring import Services
from tests.exactly_once import data_team, invariants
from tests.exactly_once.afterwards import do
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support import sheets

UNIT = "Unit 4"
TESS, COLE, OLGA = (Colleague(id=each, name=each.title()) for each in ("tess", "cole", "olga"))
TEAMS = (
    Team(id="BOTH", name="Grade 3", leaders=(TESS,), members=(COLE,), created=sheets.WHEN),
    Team(id="COLES", name="Cole's", leaders=(COLE,), created=sheets.WHEN),
    Team(id="NOBODY", name="Nobody's", leaders=(OLGA,), created=sheets.WHEN),
)
"""Cole belongs to two of them; nobody of the last one has a tracker."""
CLASSES = {"c1": "tess", "c2": "tess", "c3": "cole"}
LATE = "c3"
"""In some workloads it comes with an addition."""
IN = {"BOTH": ("c1", "c2", "c3"), "COLES": ("c3",)}


class SmallSteps(Stack):
    """A stack that opens in steps of two classes or teams a message."""

    def services(self) -> Services:
        made = super().services()
        made.opening_work = replace(made.opening_work, _step=2)
        return made


def a_district() -> Cloud:
    """Teams, classes with a tracker each, named like them, and a test of the administrator's."""
    cloud = Cloud()
    table = our_table(cloud)
    table.commit([*sheets.a_set(DISTRICT), *sheets.a_test(DISTRICT, sheets.a_header())])
    table.commit([*_places(), *(write for team in TEAMS for write in creation(DISTRICT, team))])
    for name, teacher in CLASSES.items():
        table.commit([*_class(name, teacher), *_tracker(name, teacher)])
    return cloud


def _places() -> Iterator[Write]:
    known = School(id="north", name="North", kind="school")
    yield Put(keys.school(DISTRICT, "north"), {"doc": known.model_dump_json()})


def _class(name: str, teacher: str) -> Iterator[Write]:
    made = SchoolClass(
        id=name,
        title=f"Math {name}",
        school="north",
        course="k1",
        teachers=(Teacher(id=teacher, name=teacher.title()),),
        students=tuple(Student(id=each, given="Sam", family="S") for each in ("ada", "bob")),
    )
    yield Put(keys.school_class(DISTRICT, name), {"doc": made.model_dump_json()})


def _tracker(name: str, teacher: str) -> list[Write]:
    return sheets.a_tracker(DISTRICT, tracker=name, class_id=name, owner=teacher, collaborators=())


# -- what people do --------------------------------------------------------------------------------


def hand_out(stack: Stack, trackers: Sequence[str] = ()) -> Reply:
    """Distribute to these trackers, or to all."""
    body = {
        "assessment_id": "TEST",
        "selection": {"tracker_ids": list(trackers)} if trackers else {"whole_district": True},
        "opens_process": {"name": UNIT},
    }
    reply = stack.ask("POST", "/v1/distributions", body, key="k1")
    assert reply.status == 202, reply
    return reply


def add_the_late_one(stack: Stack) -> None:
    reply = do(stack, "additions", {"selection": {"whole_district": True}})
    assert reply.status == 202, reply


def message_again(stack: Stack, times: int = 2) -> None:
    """The queue brings what it brought already."""
    name = invariants.the_distribution(stack)["id"]
    body = json.dumps({"kind": "process-opening", "id": name})
    for _ in range(times):
        queue, entry = stack.cloud.urls["jobs"], {"Id": "0", "MessageBody": body}
        stack.cloud.queues.send_message_batch(QueueUrl=queue, Entries=[entry])


# -- what must be there ----------------------------------------------------------------------------


def openings(stack: Stack) -> dict[str, TeamOpening]:
    """Return the kept record of every team."""
    name = invariants.the_distribution(stack)["id"]
    kept = OpeningRepository(our_table(stack.cloud)).teams(DISTRICT, name)
    return {each.team: each for each in kept}


def heads(stack: Stack) -> list[Process]:
    """Every process there is."""
    items = [decode_item(item) for item in stack.cloud.table.items()]
    found = [each for each in items if "#PROCESS#" in each["pk"] and each["sk"] == "HEAD"]
    return [read_process(each) for each in found]


def everything_is_open(stack: Stack) -> None:
    """Each team has one process, with each class once; sheets feed just these; all got notices."""
    made, kept = invariants.the_distribution(stack), openings(stack)
    found = {head.team: head for head in heads(stack)}
    assert len(found) == len(heads(stack)) == len(IN), "one process for each team"
    for team, classes in IN.items():
        head = found[team]
        assert (head.id, head.name) == (process_id(made["id"], team), UNIT)
        assert (head.state, head.distribution) == ("pre_test", made["id"])
        assert (kept[team].state, kept[team].process) == (ProcessOpeningState.OPENED, head.id)
        assert {each.class_id for each in kept[team].classes} == set(classes)
        for name in classes:
            data_team.is_active(stack, name, head.id)
    nobody = kept["NOBODY"]
    assert (nobody.state, nobody.reason) == (ProcessOpeningState.SKIPPED, "nobody_received_it")
    _feeds(stack, found)
    assert data_team.count_audited(stack, "open_process") == len(IN)
    assert data_team.count_audited(stack, "create_activation") == sum(map(len, IN.values()))
    invariants.nothing_is_left(stack)


def _feeds(stack: Stack, found: dict[str, Any]) -> None:
    kept = SheetRepository(our_table(stack.cloud))
    for name in CLASSES:
        sheet = kept.get(DISTRICT, name, "TEST")
        assert sheet is not None
        meant = {feed(found[team].id, WhichTest.PRE) for team in IN if name in IN[team]}
        assert sorted(sheet.feeds) == sorted(meant)
        assert sheet.version == len(meant), "activated once for each"
