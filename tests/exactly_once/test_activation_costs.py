"""The cost of activating a test, and of sealing a process of 500 classes: calls and units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.results.repository import sheet_put
from tests.exactly_once.corrected_classes import a_sheet
from tests.exactly_once.data_team import UNIT, a_data_team, activate, begin_locking, is_sealed, seal
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support.process_rows import a_class, a_row

CLASSES = 500


@cache
def five_hundred() -> Cloud:
    """A process of 500 classes, each with a sheet of eight students."""
    cloud = a_data_team()
    table = our_table(cloud)
    for number in range(CLASSES):
        name = f"c{number:03}"
        sheet = a_sheet(name, feeds=(feed(UNIT, WhichTest.PRE),))
        row = a_row(DISTRICT, UNIT, a_class(name, "tess", {f"s{n}": n for n in range(7)}))
        table.commit([sheet_put(DISTRICT, sheet), row])
    begin_locking(Stack(cloud))
    return cloud


def measure_cost(stack: Stack, what: Callable[[], Any]) -> tuple[Counter[str], float]:
    """Count calls and write units, those of the indexes included."""
    ledger = stack.cloud.table.ledger
    calls, units = ledger.calls.copy(), ledger.write_units + ledger.index_write_units
    what()
    made = Counter({name.partition(".")[2]: n for name, n in (ledger.calls - calls).items()})
    return made, ledger.write_units + ledger.index_write_units - units


def test_an_activation_is_two_transactions_and_the_second_time_none() -> None:
    stack = Stack(a_data_team())
    calls, units = measure_cost(stack, lambda: activate(stack, "tess"))
    assert calls == {"Query": 2, "GetItem": 4, "BatchGetItem": 1, "TransactWriteItems": 2}
    assert units <= 20
    calls, units = measure_cost(stack, lambda: activate(stack, "tess"))
    assert (calls["TransactWriteItems"], units) == (0, 0)


def test_five_hundred_classes_are_sealed_sixteen_times_thirty_two() -> None:
    stack = Stack(five_hundred().copy())
    calls, units = measure_cost(stack, seal)
    assert calls["TransactWriteItems"] == 16
    assert calls["BatchGetItem"] == 16 * 2, "sheets and rows"
    assert calls.total() < 70
    assert units / CLASSES < 7.1
    for name in ("c000", "c255", "c499"):
        is_sealed(stack, name)
