"""A stack whose sheets an earlier release stored, in the laboratory, and how it must end.

The second question is given up. Ada skipped it, and cy came after the last save: the earlier
release counted ada as partly entered and did not count cy. In every third class nobody skipped and
nobody came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from chalicelib.assessments.items import Scoring
from chalicelib.processes.class_rows.totals import pack_roll, pack_scores, read_row, scores_of
from chalicelib.results.model import Roll, Scored, Sheet, StudentResults
from chalicelib.results.renewal.model import EVERY
from chalicelib.results.renewal.repository import KIND, RenewalRepository
from chalicelib.results.repository import read_sheet, sheet_put
from chalicelib.results.summary import summary_of
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Delete, Update
from chalicelib.wiring import services
from tests.exactly_once.data_team import (
    OTHER,
    a_data_team,
    activate,
    begin_locking,
    count_audited,
    seal_at_last,
    there,
)
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support import sheets
from tests.support.builders import mask_of
from tests.support.corrected import a_class_with_tracker
from tests.support.stored_sheets import summaries

ITEMS = tuple(
    item.model_copy(update={"scoring": Scoring.ANY_ANSWER} if item.id == "two" else {})
    for item in sheets.ITEMS
)
SCORED = Scored(
    tuple(item.points for item in ITEMS),
    tuple(mask_of(*item.standards) for item in ITEMS),
    ("50", "80"),
    1,
)
SKIPPED = StudentResults("ada", changed=1, cells=("A", "", "2", "=4"), earned=("1", "", "2", "4"))
COUNTED = replace(SKIPPED, earned=("1", "0", "2", "4"))
WHOLE = StudentResults("bob", changed=1, cells=("A", "A", "2", "=1"), earned=("1", "1", "2", "1"))
SEALED = "c2"
"""A class that feeds a process which is finished; the first feeds one that is open."""
MESSAGE = {"kind": KIND, "id": EVERY}


class InSmallSteps(Stack):
    """Each message does one chunk."""

    def services(self) -> Any:
        made = super().services()
        made.renewal_work = replace(made.renewal_work, _at_once=1)
        return made


@cache
def of_an_earlier_release(many: int) -> Cloud:
    """So many classes; a process is open with the first, another is locked with the second."""
    names = [f"c{number}" for number in range(2, many + 1)]
    cloud = a_data_team(names)
    stack, table = Stack(cloud), our_table(cloud)
    assert activate(stack, "tess").status == 201
    if SEALED in names:
        assert activate(stack, "tess", SEALED, OTHER).status == 201
    header = sheets.a_header(items=ITEMS, cuts=("50", "80"), revision=1, version=2)
    table.commit(sheets.a_test(DISTRICT, header, ITEMS))
    known = Update(keys.assessment_header(DISTRICT, "TEST"), {"scored": True, "used": True})
    table.commit([known])
    for name in ("c1", *names):
        _store(stack, name)
    if SEALED in names:
        begin_locking(stack, OTHER)
        seal_at_last(stack, OTHER)
    table.commit([Delete(keys.renewal(DISTRICT))])
    return cloud


@cache
def about_to_begin(many: int) -> Cloud:
    """The minute has come: a message is sent."""
    stack = Stack(of_an_earlier_release(many).copy())
    stack.tick()
    stack.cloud.clock.advance(minutes=10)
    stack.tick()
    return stack.cloud


def update(stack: Stack) -> None:
    """The first minutes of this release: what failed in one tick begins in the next."""
    for _ in range(2):
        stack.tick()
        stack.cloud.clock.advance(seconds=60)


def go_on() -> None:
    """The effects of a message."""
    services().renewal_work.run(MESSAGE)


def is_wrong(name: str) -> bool:
    return int(name[1:]) % 3 > 0


def _store(stack: Stack, name: str) -> None:
    """Put the class's sheet, and its row in processes, as the earlier release left them."""
    table, before = our_table(stack.cloud), sheet_of(stack, name)
    rows = (SKIPPED if is_wrong(name) else COUNTED, WHOLE)
    made = Sheet(
        name, "TEST", "north", "tess", name, "", "2026-03-02",
        2 if is_wrong(name) else 3, SCORED, rows, 1, feeds=before.feeds if before else (),
    )  # fmt: skip
    put = replace(sheet_put(DISTRICT, made), condition=None)
    roll = Roll({one: (one.title(), "Sam") for one in ("ada", "bob")})
    totals = {"pre": pack_scores(scores_of(made)), "who": pack_roll(roll)}
    for feed in made.feeds:
        row = keys.process_class(DISTRICT, keys.parts(feed)[0], name)
        table.commit([Update(row, totals)])
    table.commit([put])
    if name == "c1":
        table.commit(sheets.a_class(DISTRICT, ("ada", "bob", "cy"), ("tess", "cole")))
    else:
        table.commit(a_class_with_tracker(DISTRICT, name, students=("ada", "bob", "cy"))[:1])


# -- what is there ---------------------------------------------------------------------------------


def sheet_of(stack: Stack, name: str) -> Sheet | None:
    row = stack.cloud.table.store.get(keys.sheet(DISTRICT, name, "TEST"))
    return read_sheet(decode_item(row.item)) if row else None


def every_sheet(stack: Stack) -> Sequence[Sheet]:
    items = stack.cloud.table.items()
    return [read_sheet(decode_item(each)) for each in items if each["sk"]["S"] == "SHEET#TEST"]


def all_renewed(stack: Stack) -> None:
    """Each sheet follows the rules, written once where it did not; the rows with them; noted."""
    found = every_sheet(stack)
    for sheet in found:
        assert sheet.rows == (COUNTED, WHOLE), sheet.school_class
        assert (sheet.enrolled, sheet.scored.revision) == (3, 1), sheet.school_class
        written = {"c1": 2, SEALED: 3}.get(sheet.school_class, 2)  # sealing is a version too
        assert sheet.version == (written if is_wrong(sheet.school_class) else 1)
    assert summaries(our_table(stack.cloud), DISTRICT, "TEST") == {
        sheet.school_class: summary_of(sheet) for sheet in found
    }
    known = RenewalRepository(our_table(stack.cloud)).get(DISTRICT)
    assert known is not None
    assert known.finished
    wrong = sum(1 for sheet in found if is_wrong(sheet.school_class))
    assert (known.seen, known.renewed, known.percent) == (len(found), wrong, 100)
    assert count_audited(stack, "renew_sheets") == 1
    feeds_as_it_is(stack)
    check_sealed_unchanged(stack)


def feeds_as_it_is(stack: Stack) -> None:
    """The open process has the totals of the sheet, and awaits who is in the class."""
    found = there(stack)
    assert found.agree
    assert {"ada", "bob", "cy"} == set(read_row(found.row).scores.names)


def check_sealed_unchanged(stack: Stack) -> None:
    before = of_an_earlier_release(len(every_sheet(stack))).table.store
    for key in (keys.process_class(DISTRICT, OTHER, SEALED), keys.process(DISTRICT, OTHER)):
        was, now = before.get(key), stack.cloud.table.store.get(key)
        assert (was and was.item) == (now and now.item), "to the byte"
