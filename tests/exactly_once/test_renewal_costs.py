"""The cost of renewing a thousand sheets: the rows of docs/access-patterns.md, counted."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.assessments.items import Scoring
from chalicelib.results.repository import sheet_put
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.exactly_once.test_correction_costs import (
    CHUNK,
    CUTS,
    ITEMS,
    SHEETS,
    a_full_sheet,
    a_thousand_classes,
    count_calls,
)
from tests.support import sheets


def upgrade(cloud: Cloud) -> tuple[Stack, dict[str, int], float]:
    """Run it; return the calls and the write units of its one message."""
    our_table(cloud).commit([Delete(keys.renewal(DISTRICT))])
    stack = Stack(cloud)
    stack.tick()
    stack.cloud.clock.advance(minutes=10)
    stack.tick()
    ledger = cloud.table.ledger
    before, units = ledger.calls.copy(), ledger.write_units + ledger.index_write_units
    stack.receive("jobs")
    spent = ledger.write_units + ledger.index_write_units - units
    return stack, count_calls(stack, before), spent


def test_a_thousand_sheets_that_follow_the_rules_are_only_read() -> None:
    stack, calls, spent = upgrade(a_thousand_classes().copy())
    chunks = SHEETS // CHUNK
    assert calls["dynamodb.TransactWriteItems"] == chunks + 1
    assert calls["dynamodb.BatchGetItem"] == 2 * chunks + 1
    assert sum(calls.values()) <= 3 * chunks + 12
    assert spent <= 2 * chunks + 6
    assert stack.quiet


def with_a_question_given_up() -> Cloud:
    """The first student of each class skipped it; the earlier release waited for them."""
    cloud = a_thousand_classes().copy()
    table = our_table(cloud)
    items = (ITEMS[0].model_copy(update={"scoring": Scoring.ANY_ANSWER}), *ITEMS[1:])
    table.commit(sheets.a_test(DISTRICT, sheets.a_header(items=items, cuts=CUTS), items)[1:])
    sheet = a_full_sheet()
    first, *others = sheet.rows
    skipped = replace(first, cells=("", *first.cells[1:]), earned=("", *first.earned[1:]))
    put = sheet_put(DISTRICT, replace(sheet, rows=(skipped, *others)))
    places = [keys.sheet(DISTRICT, f"class-{n:04}", "TEST") for n in range(SHEETS)]
    table.put_all(replace(put, key=place, condition=None) for place in places)
    return cloud


def test_a_thousand_sheets_that_do_not_are_forty_transactions() -> None:
    stack, calls, spent = upgrade(with_a_question_given_up())
    chunks = SHEETS // CHUNK
    assert calls["dynamodb.TransactWriteItems"] == chunks + 1
    assert sum(calls.values()) <= 3 * chunks + 12
    assert 3 < spent / SHEETS < 3.1
    assert stack.quiet
    known = stack.ask("GET", "/v1/jobs/sheets.every").body
    assert known["counts"] == {"done": SHEETS, "renewed": SHEETS}
