"""The cost of correcting a thousand classes: the rows of docs/access-patterns.md, counted."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from typing import Any

from chalicelib.assessments.items import Item
from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.exactly_once.corrected_classes import CORRECTIONS, masks, score_cells, the_correction
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support import sheets
from tests.support.builders import CODES
from tests.support.corrected import correction

SHEETS, STUDENTS, QUESTIONS = 1000, 30, 20
CHUNK = 25
CUTS = ("50", "80")
ITEMS = tuple(
    Item(
        id=f"q{n:02}", kind="single_choice", prompt="Which?", choices=tuple("1234"), key=("A",),
        points="1", standards=(CODES[n % 4],),
    )
    for n in range(QUESTIONS)
)  # fmt: skip


def a_full_sheet() -> Sheet:
    chance = random.Random(7)
    rows = []
    for n in range(STUDENTS):
        cells = tuple(chance.choice("AAABCD") for _ in ITEMS)
        name = f"{chance.getrandbits(64):016x}"
        rows.append(
            StudentResults(f"{name}-{n}", changed=1, cells=cells, earned=score_cells(ITEMS, cells))
        )
    scored = Scored(tuple(item.points for item in ITEMS), masks(ITEMS), CUTS, 0)
    return Sheet(
        "c", "TEST", "north", "tess", "board", "", "2026-03-02", STUDENTS, scored, tuple(rows), 1
    )


@cache
def a_thousand_classes() -> Cloud:
    cloud = Cloud()
    table = our_table(cloud)
    header = sheets.a_header(items=ITEMS, cuts=CUTS)
    table.commit([*sheets.a_set(DISTRICT), *sheets.a_test(DISTRICT, header, ITEMS)])
    known = Update(keys.assessment_header(DISTRICT, "TEST"), {"scored": True, "used": True})
    table.commit([known])
    put = sheet_put(DISTRICT, a_full_sheet())
    places = [keys.sheet(DISTRICT, f"class-{n:04}", "TEST") for n in range(SHEETS)]
    table.put_all(replace(put, key=place, condition=None) for place in places)
    return cloud


def count_calls(stack: Stack, before: Any) -> dict[str, int]:
    return dict(stack.cloud.table.ledger.calls - before)


def test_a_thousand_sheets_are_forty_transactions() -> None:
    stack = Stack(a_thousand_classes().copy())
    wanted = correction({"id": "q03", "key": ["B"]})
    reply = stack.ask("POST", CORRECTIONS, wanted, key="k1", version=1)
    assert reply.status == 202, reply
    ledger = stack.cloud.table.ledger
    before, units = ledger.calls.copy(), ledger.write_units + ledger.index_write_units
    stack.receive("jobs")
    chunks = SHEETS // CHUNK
    spent = ledger.write_units + ledger.index_write_units - units
    assert count_calls(stack, before)["dynamodb.TransactWriteItems"] == chunks
    assert count_calls(stack, before)["dynamodb.BatchGetItem"] == chunks + 1
    assert sum(count_calls(stack, before).values()) <= 2 * chunks + 6
    assert spent / SHEETS < 5.01
    stack.settle()
    shown = the_correction(stack)
    assert shown["sheet_counts"] == {"done": SHEETS, "total": SHEETS}
    assert sum(shown["students"].values()) == SHEETS * STUDENTS
