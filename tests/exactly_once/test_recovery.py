"""Does what a person waits for go on within 90 seconds, whichever call its worker is lost at?

Queues bring a lost message again only after many minutes, as the template says; so it is the clock
that has the work go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest

import app
from chalicelib.storage.attributes import decode_item
from simulator.faults import Crash, Fault
from tests.exactly_once.data_team import UNIT
from tests.exactly_once.locked_process import a_team_at_its_end, lock
from tests.exactly_once.stack import Cloud, Stack
from tests.exactly_once.test_item_bank_crashes import (
    EVENT,
    PACKAGE,
    PDF,
    SET,
    first_assessment,
    prepare,
    upload,
    with_assessment,
)

LONGEST = timedelta(seconds=90)
SECONDS_OF_WORK = timedelta(seconds=8)
"""The laboratory's clock moves on a second with each round of messages."""
LATEST = timedelta(minutes=10)


@dataclass(frozen=True)
class Waited:
    """A wait of somebody: how it begins, and when it ends."""

    name: str
    prepare: Callable[[], Cloud]
    begin: Callable[[Stack], None]
    is_there: Callable[[Stack], bool]


def _state_of(sk: str, pk: str = "") -> Callable[[Stack], str]:
    def state(stack: Stack) -> str:
        every = map(decode_item, stack.cloud.table.items())
        (found,) = [i for i in every if i["sk"].startswith(sk) and pk in i["pk"]]
        return str(found)

    return state


def _report_is_there(stack: Stack) -> bool:
    every = map(decode_item, stack.cloud.table.items())
    reports = [item for item in every if item["sk"] == "REPORT" and UNIT in item["pk"]]
    return [item["state"] for item in reports] == ["ready"]


def _send_package(stack: Stack) -> None:
    body: dict[str, Any] = {
        "title": "From the publisher",
        "standards_set_id": SET,
        "standards": ["A"],
    }
    body |= {"file_name": "q.zip", "size": len(PACKAGE)}
    begun = stack.ask("POST", "/v1/item-imports", body, key="once")
    _send(stack, begun.body["upload"], PACKAGE)


def _send_document(stack: Stack) -> None:
    path = f"/v1/assessments/{first_assessment(stack)}/attachments"
    body = {"name": "Test.pdf", "type": "application/pdf", "size": len(PDF)}
    begun = stack.ask("POST", path, body, key="attach")
    _send(stack, begun.body["upload"], PDF)


def _send(stack: Stack, form: dict[str, Any], content: bytes) -> None:
    """S3 sends one event; the function that gets it may fail."""
    while True:
        with suppress(Exception):
            upload(stack, form, content, told=0)
            break
    with suppress(Exception, Crash):
        detail = {"object": {"key": form["fields"]["key"]}}
        stack.invoke(app.file_uploaded, {**EVENT, "detail": detail})


WAITED = (
    Waited("lock and report", cache(a_team_at_its_end), lock, _report_is_there),
    Waited(
        "package of questions",
        cache(prepare),
        _send_package,
        lambda stack: '"state":"imported"' in _state_of("IMPORT")(stack),
    ),
    Waited(
        "document",
        with_assessment,
        _send_document,
        lambda stack: '"state":"ready"' in _state_of("ATTACHMENT#")(stack),
    ),
)


def time_until(stack: Stack, is_there: Callable[[Stack], bool]) -> timedelta:
    """Let time pass until it is there, a tick each minute on the minute."""
    begun = stack.now
    while stack.now < begun + LATEST:
        stack.work()
        if is_there(stack):
            return stack.now - begun
        stack.cloud.clock.reach(_next_minute(stack.now))
        stack.tick()
    raise AssertionError(f"not there after {LATEST}: {stack.what_is_left()}")


def _next_minute(now: datetime) -> datetime:
    return (now + timedelta(minutes=1)).replace(second=0, microsecond=0)


def _calls(waited: Waited) -> Iterator[int]:
    """Number the calls until it is there."""
    stack = Stack(waited.prepare().copy())
    waited.begin(stack)
    time_until(stack, waited.is_there)
    yield from range(len(stack.line.sendings))


@pytest.mark.parametrize("second", [0, 29, 59])
@pytest.mark.parametrize("fault", [Fault.CRASH_BEFORE, Fault.CRASH_AFTER])
@pytest.mark.parametrize("waited", WAITED, ids=lambda waited: waited.name)
def test_a_lost_worker_costs_ninety_seconds_at_most(
    waited: Waited, fault: Fault, second: int
) -> None:
    late = {}
    for number in _calls(waited):
        stack = Stack(waited.prepare().copy(fate="on time"), {number: fault})
        stack.cloud.clock.reach(_next_minute(stack.now) + timedelta(seconds=second))
        waited.begin(stack)
        took = time_until(stack, waited.is_there)
        if took > LONGEST + SECONDS_OF_WORK:
            late[f"call {number} {stack.line.sendings[number]}"] = took
    assert not late
