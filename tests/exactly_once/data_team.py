"""A data team in the laboratory: two teachers of a class, two processes with one pre-test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.processes.class_rows.totals import feed, pack_scores, read_row, scores_of
from chalicelib.processes.model import Attached, Process, begin_process
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import creation, head_put, read_process
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.results.model import Sheet
from chalicelib.results.repository import read_sheet
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item, decode_item
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation as creation_of_team
from chalicelib.wiring import services
from simulator.faults import Crash, Sending
from tests.exactly_once.classroom import ask, ask_once
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support import sheets
from tests.support.builders import SET
from tests.support.corrected import a_class_with_tracker

UNIT, OTHER = "UNIT", "OTHER"
"""The two processes."""
TESS, COLE = Colleague(id="tess", name="Tess"), Colleague(id="cole", name="Cole")
TEAM = Team(id="TEAM", name="Grade 3", leaders=(TESS,), members=(COLE,), created=sheets.WHEN)
SOUTH = "south1"
"""A class of tess's at another school."""
TESSES, COLES = "BOARD", "OTHERBOARD"
"""Their trackers of the class; none holds the test."""


def a_data_team(classes: Sequence[str] = (), bare: str = "") -> Cloud:
    """Class c1 with two teachers and a tracker each, and further classes of tess's.

    `bare` is one without a tracker.
    """
    cloud = Cloud()
    table = our_table(cloud)
    table.commit(
        [
            *sheets.a_set(DISTRICT),
            *sheets.a_class(DISTRICT, teachers=("tess", "cole")),
            *sheets.a_test(DISTRICT, sheets.a_header(cuts=("50", "80"))),
            *sheets.a_test(DISTRICT, sheets.a_header("OTHERTEST")),
            *sheets.a_tracker(DISTRICT, tracker=TESSES, collaborators=()),
            *sheets.a_tracker(DISTRICT, tracker=COLES, owner="cole", collaborators=()),
        ]
    )
    for name in classes:
        school = "south" if name == SOUTH else "north"
        table.commit(a_class_with_tracker(DISTRICT, name, school=school))
    table.commit(creation_of_team(DISTRICT, TEAM))
    if bare:
        table.commit(a_class_with_tracker(DISTRICT, bare)[:1])
    for name in (UNIT, OTHER):
        table.commit(creation(DISTRICT, a_process(name), (), TEAM)[:2])
    return cloud


def a_process(name: str) -> Process:
    """Return a process with a pre-test."""
    test = Attached(assessment="TEST", title="Fractions check", set_id=SET)
    made = begin_process(TEAM, name, name.title(), TESS, sheets.WHEN, "2026-2027")
    return made.model_copy(update={"state": ProcessState.PRE_TEST, "pre": test})


# -- what people and the machinery do --------------------------------------------------------------


def activate(
    stack: Stack, person: str, class_id: str = "c1", process: str = UNIT, key: str = ""
) -> Reply:
    """As a teacher with patience."""
    body = {"test": "pre", "class_id": class_id}
    return ask(stack, person, "POST", f"/v1/processes/{process}/activations", body, key=key)


def activate_once(stack: Stack, person: str, process: str = UNIT) -> Reply:
    """Activate where nothing is broken: the first answer counts."""
    body = {"test": "pre", "class_id": "c1"}
    reply = ask_once(stack, person, "POST", f"/v1/processes/{process}/activations", body)
    assert reply is not None
    return reply


def enter(
    stack: Stack, body: Any, version: int, board: str = TESSES, person: str = "tess"
) -> Reply:
    """Save results, seen at a version; nobody enters anything different, so it must succeed."""
    path = f"/v1/trackers/{board}/sheets/TEST"
    reply = ask(stack, person, "PATCH", path, body, version=version)
    assert reply.status == 200, reply
    return reply


def rename(stack: Stack, process: str = UNIT) -> bool:
    """Write the whole head anew, as its leader does; false when it was written meanwhile."""
    return _moved_on(stack, process, name="Renamed")


def begin_locking(stack: Stack, process: str = UNIT) -> bool:
    """Close a process's doors, as its leader's lock does; false when it was written meanwhile."""
    return _moved_on(stack, process, state=ProcessState.LOCKING)


def exchange_pre_test(stack: Stack) -> bool:
    """Attach another test, as the leader does; false when a class has been given the first."""
    other = Attached(assessment="OTHERTEST", title="Another", set_id=SET)
    return not head(stack).begun and _moved_on(stack, UNIT, pre=other)


def _moved_on(stack: Stack, process: str, **changes: Any) -> bool:
    before = head(stack, process)
    after = before.model_copy(update={**changes, "version": before.version + 1})
    try:
        services().table.commit([head_put(DISTRICT, after)])
    except ConditionFailed:
        return False
    return True


def seal(process: str = UNIT) -> bool:
    """Close the classes of a process that is being locked."""
    opened = services().process_items.open(DISTRICT, process)
    assert opened is not None
    return services().sealing.seal(DISTRICT, opened.process, opened.rows)


def seal_at_last(stack: Stack, process: str = UNIT) -> None:
    """As a job that comes again until it is done."""
    for _ in range(8):
        try:
            if stack.invoke(lambda _, __: seal(process), None):
                return
        except (Exception, Crash):  # noqa: BLE001, S112 - the clock comes again whatever it was
            continue
    raise AssertionError("not sealed")


def where_they_meet(sending: Sending) -> bool:
    """Every write, and reads of the sheet and of the process."""
    said = str(sending.params)
    return sending.operation == "transact_write_items" or "SHEET#" in said or "#PROCESS#" in said


# -- what is there ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class There:
    """A class in a process as it is kept, and the class's sheet."""

    row: Item
    sheet: Sheet

    @property
    def agree(self) -> bool:
        """Return whether the row has the totals of the sheet."""
        return bool(self.row["pre"] == pack_scores(scores_of(self.sheet)))

    @property
    def sealed(self) -> bool:
        return bool(self.row.get("sealed"))


def there(stack: Stack, class_id: str = "c1", process: str = UNIT) -> There:
    """Look at a class that is in a process."""
    found = row_item_of(stack, class_id, process)
    assert found is not None, "it is in the process"
    sheet = _item(stack, keys.sheet(DISTRICT, class_id, "TEST"))
    assert sheet is not None
    return There(found, read_sheet(sheet))


def row_item_of(stack: Stack, class_id: str = "c1", process: str = UNIT) -> Item | None:
    return _item(stack, keys.process_class(DISTRICT, process, class_id))


def is_in(stack: Stack, student: str, class_id: str = "c1", process: str = UNIT) -> bool:
    """Return whether a student has a result in a process."""
    row = row_item_of(stack, class_id, process)
    assert row is not None
    scores = read_row(row).scores.pre or ()
    return any(each.student == student and each.possible for each in scores)


def is_active(stack: Stack, class_id: str = "c1", process: str = UNIT) -> None:
    """A class is in a process, its sheet feeds it once, and both agree; the test is fixed."""
    found = there(stack, class_id, process)
    assert found.sheet.feeds.count(feed(process, WhichTest.PRE)) == 1
    assert not found.sealed
    assert found.agree
    assert head(stack, process).begun == {"pre"}
    assert "north" in (head(stack, process).schools or ()), "its administrators find it"


def is_sealed(stack: Stack, class_id: str = "c1", process: str = UNIT) -> None:
    """A class is closed for good, and its sheet feeds the process no more."""
    found = there(stack, class_id, process)
    assert found.sealed
    assert feed(process, WhichTest.PRE) not in found.sheet.feeds


def head(stack: Stack, process: str = UNIT) -> Process:
    item = _item(stack, keys.process(DISTRICT, process))
    assert item is not None
    return read_process(item)


def list_held(stack: Stack, tracker: str) -> list[str]:
    item = _item(stack, keys.tracker(DISTRICT, tracker))
    assert item is not None
    return list(item["assessments"])


def count_audited(stack: Stack, verb: str) -> int:
    """Count the records of an act in the audit of its day."""
    items = (decode_item(item) for item in stack.cloud.table.items())
    found = (item for item in items if item.get("verb") == verb)
    return sum(1 for item in found if keys.parts(item["pk"])[1] == "AUDIT")


def _item(stack: Stack, key: keys.Key) -> Item | None:
    row = stack.cloud.table.store.get(key)
    return decode_item(row.item) if row else None
