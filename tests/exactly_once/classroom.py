"""A class with its teachers in the laboratory: who asks for what, and what must be true after."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import app
from chalicelib.results.model import Sheet, StudentResults
from chalicelib.results.repository import SheetRepository, read_sheet
from chalicelib.results.summary import summary_of
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from simulator.faults import Crash, FaultLine, Sending
from simulator.orders import LeadsNowhereNew, Orders
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack, http_event
from tests.support import sheets
from tests.support.stored_sheets import summaries

SHEET = "/v1/trackers/BOARD/sheets/TEST"


def a_classroom(students: Sequence[str] = ("ada", "bob", "cy")) -> Cloud:
    """Return a class, two teachers' tracker, and a test that nobody has results on."""
    cloud = Cloud()
    writes = [
        *sheets.a_set(DISTRICT),
        *sheets.a_class(DISTRICT, students),
        *sheets.a_test(DISTRICT, sheets.a_header()),
        *sheets.a_tracker(DISTRICT, "TEST"),
    ]
    our_table(cloud).commit(writes)
    return cloud


# -- asking ------------------------------------------------------------------------------------


ADMINS = {
    "saul": {"roles": "school_admin", "schools": "south"},
    "dana": {"roles": "district_admin"},
}


def ask(
    stack: Stack, person: str, method: str, path: str, body: Any = None, *, key: str = "",
    version: int | None = None,
) -> Reply:  # fmt: skip
    """As a teacher with patience: the same request until there is an answer."""
    return stack.insist(
        lambda: ask_once(stack, person, method, path, body, key=key, version=version)
    )


def ask_once(
    stack: Stack, person: str, method: str, path: str, body: Any = None, *, key: str = "",
    version: int | None = None,
) -> Reply | None:  # fmt: skip
    """One request of a teacher's, or of an administrator; None when the process died."""
    event = http_event(method, path, body, key, version)
    who = ADMINS.get(person, {"roles": "teacher"})
    event["requestContext"]["authorizer"] |= {"person": person, **who}
    try:
        answer = stack.invoke(app.app, event)
    except Crash:
        return None
    return Reply(answer["statusCode"], json.loads(answer["body"] or "null"), answer["headers"])


def enter(stack: Stack, person: str, body: Any, *, version: int, key: str = "") -> Reply:
    """Save results, seen at a version."""
    return ask(stack, person, "PATCH", SHEET, body, version=version, key=key)


def enter_once(stack: Stack, person: str, body: Any, *, version: int) -> Reply:
    """Save results where nothing is broken: the first answer counts."""
    reply = ask_once(stack, person, "PATCH", SHEET, body, version=version)
    assert reply is not None
    return reply


# -- what is there -----------------------------------------------------------------------------


def the_sheet(stack: Stack) -> Sheet | None:
    row = stack.cloud.table.store.get(keys.sheet(DISTRICT, "c1", "TEST"))
    return read_sheet(decode_item(row.item)) if row else None


def row_of(stack: Stack, student: str) -> StudentResults:
    sheet = the_sheet(stack)
    assert sheet is not None
    return sheet.by_student[student]


def saves(stack: Stack) -> list[int]:
    """Return the versions that the sheet's history says were saved."""
    return sorted(record["version"] for record in _records(stack, "HISTORY"))


def _records(stack: Stack, kind: str) -> list[dict[str, Any]]:
    """Return the audit records of saves that are of a sheet (`HISTORY`), or of a day (`AUDIT`)."""
    records = [decode_item(item) for item in stack.cloud.table.items()]
    return [
        record
        for record in records
        if record.get("verb") == "change_sheet" and keys.parts(record["pk"])[1] == kind
    ]


def _savers(records: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Return who saved in which quarter of an hour."""
    return [(each["person"], each["sk"][:13], int(each["sk"][14:16]) // 15) for each in records]


def is_sound(stack: Stack) -> None:
    """Each save counted once and audited once; the summary is the sheet's; the header knows.

    The audit of the day has each person once in a quarter of an hour.
    """
    sheet = the_sheet(stack)
    assert saves(stack) == list(range(1, 1 + (sheet.version if sheet else 0))), "saves and audit"
    of_day = _savers(_records(stack, "AUDIT"))
    assert sorted(of_day) == sorted(set(_savers(_records(stack, "HISTORY")))), "the day's audit"
    header = stack.cloud.table.store.get(keys.assessment_header(DISTRICT, "TEST"))
    assert header is not None
    assert ("scored" in header.item) == (sheet is not None), "scored with the first results"
    if sheet is not None:
        table = our_table(stack.cloud)
        ((line,),) = SheetRepository(table).lines(DISTRICT, "TEST")
        assert line.revision == sheet.scored.revision
        assert list(summaries(table, DISTRICT, "TEST").values()) == [summary_of(sheet)]


# -- several at once, in every order ------------------------------------------------------------


class Crossing(FaultLine):
    """A line on which workers can be overtaken only where it matters: at these items."""

    def __init__(self, matters: Callable[[Sending], bool]) -> None:
        super().__init__()
        self.matters = matters

    def send(self, sending: Sending) -> Any:
        turn, self.turn = self.turn, self.turn if self.matters(sending) else None
        if self.turn is not None:
            self.turn()
        self.turn = None
        try:
            return super().send(sending)
        finally:
            self.turn = turn


def in_every_order(
    cloud: Cloud,
    works: Callable[[Stack], Sequence[Callable[[], Any]]],
    matters: Callable[[Sending], bool],
    orders: Orders | None = None,
) -> Iterator[tuple[Stack, list[Any]]]:
    """Run works at once in every order in which their calls that matter can follow each other.

    Each time on its own copy of the cloud; return the stack after it, and what each came to. Of
    orders that must end alike (`simulator/orders.py`), and of those that did, it gives one.
    Raises `AssertionError` where they did not cross.
    """
    orders, ends = orders or Orders(), set[Any]()
    more = True
    while more:
        stack = Stack(cloud.copy())
        stack.line = Crossing(matters)
        with suppress(LeadsNowhereNew):
            outcomes = _run(stack, works(stack), orders)
            end = (stack.cloud.fingerprint(), repr(outcomes))
            if end not in ends:
                ends.add(end)
                yield stack, outcomes
        more = orders.next()
    assert orders.met, "they did not cross"


def _run(stack: Stack, works: Sequence[Callable[[], Any]], orders: Orders) -> list[Any]:
    workers = stack.in_order(orders, *works)
    stack.start_process()
    for worker in workers:
        if worker.error is not None:
            raise worker.error
    return [worker.outcome for worker in workers]


def saving(sending: Sending) -> bool:
    """Only saves: what comes before, the reads, is done in one go when a worker's turn comes."""
    return sending.operation == "transact_write_items"
