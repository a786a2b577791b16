"""The table takes no writes for a minute, or few: everybody gets it once, and nothing fails."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from functools import partial

import pytest

from chalicelib.storage.calls import RESERVE
from chalicelib.storage.table import TRANSACTION
from simulator.faults import Fault
from tests.exactly_once import invariants
from tests.exactly_once import throttled_district as throttled
from tests.exactly_once.district import a_district
from tests.exactly_once.driver import survives
from tests.exactly_once.stack import Stack
from tests.exactly_once.throttled_district import PatientStack, read_counts

SEEDS = 40


def list_waiting(stack: Stack) -> list[dict[str, object]]:
    waiting = stack.cloud.queues.queues["deliveries"].messages.values()
    return [json.loads(message.body) for message in waiting]


def test_a_table_that_takes_nothing_for_a_minute_delivers_to_everybody_once() -> None:
    district = a_district()
    stack = PatientStack(throttled.closed(district, 60))
    begun = stack.now
    stack.receive("deliveries")
    assert stack.now - begun == throttled.LIMIT - timedelta(seconds=RESERVE)
    assert read_counts(stack) == ("delivering", {"total": 4, "pending": 4})
    assert not list_waiting(stack), "the clock comes back to it"
    stack.settle()
    assert stack.now - begun < timedelta(minutes=4)
    invariants.everybody_got_it_once(stack, district)
    invariants.everybody_was_told_once(stack, invariants.people_of(district.matching))


def test_an_hour_without_a_write_makes_no_failure_and_no_crowd_of_messages() -> None:
    district = a_district()
    stack = PatientStack(throttled.closed(district, 3600))
    begun = stack.now
    while stack.now < begun + timedelta(minutes=50):
        stack.work()
        assert read_counts(stack) == ("delivering", {"total": 4, "pending": 4})
        assert len(list_waiting(stack)) <= 1
        stack.cloud.clock.reach(stack.next_minute())
        stack.tick()
    stack.settle()
    invariants.everybody_got_it_once(stack, district)


def test_a_page_out_of_time_hands_its_rest_over() -> None:
    district = throttled.a_slow_district()
    stack = PatientStack(throttled.slow(district))
    (first,) = list_waiting(stack)
    stack.receive("deliveries")
    assert list_waiting(stack) == [{**first, "again": True}]
    assert read_counts(stack) == ("delivering", {"total": 100, "delivered": 99, "pending": 1})
    stack.settle()
    invariants.everybody_got_it_once(stack, district)


def test_the_rest_does_not_touch_what_is_delivered() -> None:
    stack = PatientStack(throttled.slow(throttled.a_slow_district()))
    before = stack.cloud.table.ledger.write_units
    stack.settle()
    whole = [
        sending.params["TransactItems"]
        for sending in stack.line.sendings
        if sending.operation == "transact_write_items"
        if len(sending.params["TransactItems"]) == TRANSACTION
    ]
    assert len(whole) > 20, "tried until the units were there"
    assert stack.cloud.table.ledger.write_units - before < throttled.CHUNK_UNITS + 40


@pytest.mark.parametrize("fault", Fault)
def test_a_page_killed_anywhere_around_its_handing_over_goes_on(fault: Fault) -> None:
    assert survives(throttled.a_handed_over_page(), fault)


@pytest.mark.parametrize("fault", Fault)
def test_a_closed_table_survives(fault: Fault) -> None:
    assert survives(throttled.a_closed_table(), fault)


def test_two_workers_at_one_page_deliver_it_once() -> None:
    district = throttled.a_slow_district()
    for seed in range(SEEDS):
        stack = PatientStack(throttled.throttled(district, 60, 0, burst=5, notify=False))
        stack.cloud.clock.advance(seconds=31)
        stack.tick()
        assert len(list_waiting(stack)) == 2
        stack.at_once(seed, *[partial(stack.receive, "deliveries")] * 2)
        stack.settle()
        invariants.everybody_got_it_once(stack, district)


def test_any_order_of_workers_and_ticks_on_a_slow_table_delivers_once() -> None:
    district = a_district(6, teachers=3)
    cloud = throttled.throttled(district, 1, -40, burst=40)
    for seed in range(SEEDS):
        order = random.Random(seed)
        stack = PatientStack(cloud.copy(seed=seed))
        for _ in range(200):
            if stack.quiet:
                break
            works = [partial(stack.receive, name) for name in ("deliveries",) * 3 + ("mail",)]
            stack.at_once(order.randrange(2**32), *works, stack.report_any, stack.tick_if_due)
            stack.cloud.clock.advance(seconds=order.randint(1, 60))
        stack.settle()
        invariants.everybody_got_it_once(stack, district)
        invariants.everybody_was_told_once(stack, invariants.people_of(district.matching))
