"""The actions of district admins and of the clock, and how they must end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from tests.exactly_once import invariants
from tests.exactly_once.district import ASSESSMENT, WorkloadDistrict, a_district, fill
from tests.exactly_once.driver import Workload
from tests.exactly_once.stack import Cloud, Stack

START = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
SCHEDULE = {"option": "schedule", "start_date": "2026-03-02", "start_time": "09:30"}
LATER = {"option": "schedule", "start_date": "2026-03-02", "start_time": "10:30"}


def distribute(stack: Stack, *, start: Any = None, notify: bool = True) -> dict[str, Any]:
    body = {"assessment_id": ASSESSMENT, "selection": {"whole_district": True}, "notify": notify}
    reply = stack.ask(
        "POST", "/v1/distributions", body | ({"start": start} if start else {}), key="k1"
    )
    assert reply.status == 202, reply
    made: dict[str, Any] = reply.body
    return made


def all_told(stack: Stack, district: WorkloadDistrict) -> None:
    invariants.everybody_got_it_once(stack, district)
    invariants.everybody_was_told_once(stack, invariants.people_of(district.matching))


# distribute now


@cache
def distribute_now() -> Workload:
    district = a_district()
    return Workload(
        "distribute now",
        district.in_a_cloud,
        lambda stack: _ignore(distribute(stack)),
        lambda stack: all_told(stack, district),
    )


@cache
def two_pages() -> Workload:
    """Trackers with so many long-named collaborators that one chunk fills a page of the plan."""
    district = WorkloadDistrict()
    crowd = [f"{'x' * 290}{number}" for number in range(20)]
    for _ in range(101):
        district.tracker("teacher0", *crowd)
    return Workload(
        "distribute in two pages",
        cache(district.in_a_cloud),
        lambda stack: _ignore(distribute(stack, notify=False)),
        lambda stack: invariants.everybody_got_it_once(stack, district),
    )


# on schedule


@cache
def a_schedule() -> Workload:
    district = a_district()

    def act(stack: Stack) -> None:
        distribute(stack, start=SCHEDULE)
        stack.work()
        stack.cloud.clock.reach(START - timedelta(minutes=1))
        stack.tick()  # sees it coming
        stack.receive("deliveries")
        invariants.nobody_was_told(stack)
        stack.cloud.clock.reach(START)
        stack.receive("deliveries")
        stack.tick()

    return Workload(
        "distribute on schedule", district.in_a_cloud, act, lambda stack: all_told(stack, district)
    )


def a_scheduled_cloud(district: WorkloadDistrict) -> Cloud:
    stack = Stack(district.in_a_cloud())
    distribute(stack, start=SCHEDULE)
    stack.work()
    return stack.cloud


@cache
def a_cancellation() -> Workload:
    district = a_district()

    def act(stack: Stack) -> None:
        made = invariants.the_distribution(stack)
        path = f"/v1/distributions/{made['id']}/cancellation"
        reply = stack.ask("POST", path, key="k2", version=1)
        assert reply.status == 200, reply
        assert reply.body["state"] == "canceled"
        stack.cloud.clock.reach(START)
        stack.tick()

    def check(stack: Stack) -> None:
        assert invariants.the_distribution(stack)["state"] == "canceled"
        invariants.nobody_got_it(stack, district)

    return Workload("cancel", lambda: a_scheduled_cloud(district), act, check)


@cache
def a_change() -> Workload:
    """An hour later, and only one school."""
    district = a_district()

    def act(stack: Stack) -> None:
        made = invariants.the_distribution(stack)
        body = {"start": LATER, "selection": {"school_ids": ["north"]}}
        reply = stack.ask("PATCH", f"/v1/distributions/{made['id']}", body, key="k2", version=1)
        assert reply.status == 200, reply
        stack.cloud.clock.reach(START)
        stack.tick()
        stack.work()
        invariants.nobody_was_told(stack)

    def check(stack: Stack) -> None:
        north = [tracker for tracker in district.matching if tracker.school == "north"]
        invariants.everybody_got_it_once(stack, district, trackers=north)
        invariants.everybody_was_told_once(stack, invariants.people_of(north))

    return Workload("change", lambda: a_scheduled_cloud(district), act, check)


# what failed, again


def _with_one_full_tracker(district: WorkloadDistrict, *, notices: bool) -> Cloud:
    """Delivered but for one tracker that had no room; it has now."""
    cloud = district.in_a_cloud()
    fill(cloud, district.matching[0], full=True)
    stack = Stack(cloud)
    distribute(stack)
    if notices:
        stack.settle()
    else:
        assert stack.receive("deliveries")
        stack.cloud.queues.queues["deliveries"].messages.clear()  # the word to tell people is lost
    shown = invariants.the_distribution(stack)
    assert shown["counts"]["failed"] == 1, shown["counts"]
    fill(cloud, district.matching[0], full=False)
    return cloud


@cache
def a_retry(*, notices: bool = True) -> Workload:
    """With `notices`, people got notices of the first delivery before; else it comes sooner."""
    district = a_district()

    def act(stack: Stack) -> None:
        made = invariants.the_distribution(stack)
        path = f"/v1/distributions/{made['id']}/retry"
        reply = stack.ask("POST", path, key="k2", version=made["version"])
        assert reply.status == 202, reply

    return Workload(
        "retry" if notices else "retry before anybody was told",
        lambda: _with_one_full_tracker(district, notices=notices),
        act,
        lambda stack: all_told(stack, district),
    )


def _ignore(_: Any) -> None:
    """A workload's act answers nothing."""
