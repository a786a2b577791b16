"""Does a printout come out once, with its file, when anything fails at any call?

Of a process's template, and of a test for a class.
"""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.processes.repository import creation
from chalicelib.storage.table import Table as OurTable
from simulator.cloud import TABLE
from simulator.faults import Fault
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import ADMIN, DISTRICT, Cloud, Stack
from tests.support import sheets
from tests.support.printing import a_team, process_of


def prepare() -> Cloud:
    """A process, and nothing else."""
    cloud = Cloud()
    client: Any = cloud.table
    team = a_team(ADMIN)
    head, pointer, *_ = creation(DISTRICT, process_of(team), (), team)
    OurTable(client, TABLE).commit([head, pointer])
    return cloud


def print_it(stack: Stack) -> None:
    asked = stack.ask("POST", "/v1/processes/01PROCESS/printouts", key="once")
    assert asked.status == 202, asked.body


def printouts(stack: Stack) -> list[str]:
    items = stack.cloud.table.items()
    return [i["pk"]["S"].split("#")[-1] for i in items if i["sk"]["S"] == "PRINTOUT"]


def check_printed(stack: Stack) -> None:
    (name,) = printouts(stack)
    view = stack.ask("GET", f"/v1/printouts/{name}").body
    assert view["state"] == "ready", view
    (place,) = [key for _, key in stack.cloud.files.objects if key.startswith("printouts/")]
    assert place == f"printouts/{name}.pdf"
    assert not stack.cloud.queues.dead("reports")
    assert not [i for i in stack.cloud.table.items() if i["pk"]["S"].endswith("#DUE")]


def prepare_class() -> Cloud:
    """Return a class of three with a tracker that holds a test, and nothing else."""
    cloud = Cloud()
    client: Any = cloud.table
    class_with_test = (
        *sheets.a_class(DISTRICT),
        *sheets.a_test(DISTRICT, sheets.a_header()),
        *sheets.a_tracker(DISTRICT, "TEST"),
    )
    OurTable(client, TABLE).commit(class_with_test)
    return cloud


def print_test(stack: Stack) -> None:
    wanted = {"parts": ["test", "answer_key", "answer_sheets"], "tracker_id": "BOARD"}
    asked = stack.ask("POST", "/v1/assessments/TEST/printouts", wanted, key="once")
    assert asked.status == 202, asked.body


PRINTED = Workload("print", prepare, print_it, check_printed)
PRINTED_TEST = Workload("print a test", prepare_class, print_test, check_printed)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_printout_comes_out(fault: Fault) -> None:
    assert survives(PRINTED, fault) > 0


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_test_on_paper_comes_out(fault: Fault) -> None:
    assert survives(PRINTED_TEST, fault) > 0


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("workload", [PRINTED, PRINTED_TEST], ids=lambda each: each.name)
def test_two_messages_and_the_clock_at_once_leave_one_printout(
    workload: Workload, seed: int
) -> None:
    stack = Stack(workload.prepare())
    workload.act(stack)
    (name,) = printouts(stack)
    services = stack.services()
    services.jobs.offer("printout", name)
    stack.cloud.clock.advance(minutes=4)
    works = [lambda: stack.receive("reports")] * 2
    stack.at_once(seed, *works, stack.tick)
    stack.settle()
    check_printed(stack)
