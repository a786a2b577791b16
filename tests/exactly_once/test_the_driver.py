"""Does the driver that shares what follows find what the driver that runs everything finds?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from chalicelib.storage.conditions import Put
from chalicelib.storage.keys import Key
from chalicelib.wiring import services
from simulator.faults import Crash, Fault
from tests.exactly_once import afterwards
from tests.exactly_once.driver import (
    DriverCourse,
    FaultCase,
    Workload,
    come_to_rest,
    fingerprint,
    run_disturbed,
    run_undisturbed,
)
from tests.exactly_once.stack import DISTRICT, Cloud, Stack

ONE, OTHER = (Key(f"{DISTRICT}#PAIR", name) for name in ("ONE", "OTHER"))


def write_a_pair(stack: Stack) -> None:
    """Two writes that belong together, as nobody should write them: the second may be lost."""
    for key in (ONE, OTHER):
        put = Put(key, {"at": "1"})
        stack.invoke(lambda _, __, put=put: services().table.commit([put]), None)


def write_in_two_messages(stack: Stack) -> None:
    """The same by a client that gives up when no answer comes, and goes home."""
    try:
        write_a_pair(stack)
    except (Exception, Crash):  # noqa: BLE001 - whatever it was
        return


def is_whole(stack: Stack) -> None:
    """Both, or none."""
    rows = stack.cloud.table.store.partitions.get(ONE.pk)
    assert rows is None or len(rows.order) != 1, "half a pair"


PAIR = Workload("a pair", cache(Cloud), write_in_two_messages, is_whole)


def find_lost(workload: Workload, course: DriverCourse, fault: Fault) -> list[FaultCase]:
    """Return the cases that do not end well."""
    found = []
    for case in course.cases(fault):
        try:
            run_disturbed(workload, course, case)
        except AssertionError:
            found.append(case)
    return found


@pytest.mark.parametrize("fault", [Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.ANSWER_LOST])
def test_half_a_pair_is_found_with_and_without_sharing(fault: Fault) -> None:
    course = run_undisturbed(PAIR, Cloud())
    whole = find_lost(PAIR, replace(course, known=None, places={}), fault)
    assert whole, "the pair can be torn"
    assert find_lost(PAIR, replace(course, known=None), fault) == whole
    assert find_lost(PAIR, course, fault) == whole


def test_knowledge_of_one_fault_hides_no_other() -> None:
    course = run_undisturbed(PAIR, Cloud())
    each = {fault: find_lost(PAIR, course, fault) for fault in Fault}
    alone = {fault: find_lost(PAIR, run_undisturbed(PAIR, Cloud()), fault) for fault in Fault}
    assert each == alone


def read_and_write(stack: Stack) -> None:
    """Somebody reads, and then the pair is written."""
    assert stack.ask("GET", "/v1/district").status == 200
    write_in_two_messages(stack)


def test_every_call_of_the_act_is_broken_where_it_was_made() -> None:
    """A case sets in behind what was done, and meets the call that the whole run had there."""
    work = Workload("read and write", cache(Cloud), read_and_write, is_whole)
    course = run_undisturbed(work, Cloud())
    starts = [course.before(number) for number in range(len(course.calls))]
    assert [len(start.past) for start in starts] == sorted(len(start.past) for start in starts)
    assert len(starts[-1].past) >= 2, "the last sets in behind the first write"
    for fault in (Fault.CRASH_BEFORE, Fault.NOT_REACHED):
        whole = find_lost(work, replace(course, known=None, places={}), fault)
        assert find_lost(work, course, fault) == whole


def trail(workload: Workload, cloud: Cloud) -> list[int]:
    """Return the clouds of a run, whenever no process is at work."""
    stack, seen = workload.stack(cloud.copy(fate="on time")), list[int]()
    come_to_rest(workload, stack, lambda end: seen.append(fingerprint(stack, end)))
    return seen


def test_the_same_done_at_the_same_time_leaves_the_same_cloud() -> None:
    """Identifiers included: without that no run would ever meet another."""
    workload = afterwards.addition()
    cloud = workload.prepare()
    first = trail(workload, cloud)
    assert first == trail(workload, cloud)
    assert len(set(first)) > 2


def test_a_cloud_that_differs_in_one_letter_is_another() -> None:
    cloud = Cloud()
    stack = Stack(cloud)
    before = cloud.fingerprint()
    other = cloud.copy()
    assert other.fingerprint() == before
    services().table.commit([Put(ONE, {"at": "1"})])
    first = stack.cloud.fingerprint()
    Stack(other)
    services().table.commit([Put(ONE, {"at": "2"})])
    assert len({before, first, other.fingerprint()}) == 3


def test_most_cases_meet_a_run_that_ended_well() -> None:
    """Else the sharing saves nothing, and something in the cloud differs by chance."""
    workload = afterwards.addition()
    course = run_undisturbed(workload, workload.prepare().copy(fate="on time"))
    cases = [
        case for fault in (Fault.CRASH_AFTER, Fault.SENT_TWICE) for case in course.cases(fault)
    ]
    met = sum(run_disturbed(workload, course, case) is None for case in cases)
    assert met > len(cases) / 2, f"{met} of {len(cases)}"
