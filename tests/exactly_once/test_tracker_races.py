"""A teacher makes a tracker while an import changes its class.

Exhaustive: every order in which their transactions can follow each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.storage.attributes import decode_item
from chalicelib.trackers.model import Tracker
from chalicelib.wiring import services
from tests.exactly_once.classroom import ask_once, in_every_order, saving
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.exactly_once.test_roster_crashes import RosterStack
from tests.support import sheets
from tests.support.builders import SET
from tests.support.packages import Pack, a_district, enroll

BODY = {"class_id": "k1", "standards_set_id": SET, "level_count": 3}


def with_a_class_that_ends_early() -> Pack:
    return a_district().change("academicSessions", "fall", endDate="2026-10-30")


def with_a_teacher_replaced() -> Pack:
    """Theo takes k1 over from tess, in the middle of the term."""
    pack = a_district()
    for row in pack.rows["enrollments"]:
        if (row["userSourcedId"], row["classSourcedId"]) == ("tess", "k1"):
            row["endDate"] = "2026-11-19"
    enroll(pack, "theo", "k1", "teacher")
    return pack


def without_the_teacher() -> Pack:
    pack = a_district().remove("users", "tess").remove("roles", "r-tess")
    return pack.remove("enrollments", "tess-k1")


def without_the_class() -> Pack:
    pack = a_district().remove("classes", "k1")
    for row in list(pack.rows["enrollments"]):
        if row["classSourcedId"] == "k1":
            pack.remove("enrollments", row["sourcedId"])
    return pack


PACKS = (
    with_a_class_that_ends_early, with_a_teacher_replaced, without_the_teacher, without_the_class,
)  # fmt: skip


@cache
def a_loaded_cloud() -> Cloud:
    stack = RosterStack(Cloud())
    our_table(stack.cloud).commit(sheets.a_set(DISTRICT))
    assert stack.import_roster(a_district(), "first").body["state"] == "applied"
    return stack.cloud


def make_tracker(stack: Stack) -> Reply:
    reply = ask_once(stack, "tess", "POST", "/v1/trackers", BODY)
    assert reply is not None
    return reply


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.__name__)
def test_a_new_tracker_and_an_import_of_its_class_in_every_order(pack: Callable[[], Pack]) -> None:
    """The tracker is in step with its class in the end, or its teacher was refused."""
    begun = RosterStack(a_loaded_cloud().copy())
    path = begun.begin_applying(pack(), "second")
    message = {"kind": "roster-import", "id": path.rpartition("/")[2], "tries": 1}

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(make_tracker, stack), lambda: services().jobs.run(message)]

    seen = set()
    for stack, (made, _) in in_every_order(begun.cloud, works, saving):
        stack.settle()
        assert stack.ask("GET", path).body["state"] == "applied"
        seen.add(made.body.get("code", "made"))
        found = trackers_of(stack)
        assert len(found) == (made.status == 201)
        assert all(in_step(each) for each in found)
    assert "made" in seen
    assert seen <= {"made", "class_not_taught"}, seen
    assert ("class_not_taught" in seen) == (pack in (without_the_teacher, without_the_class))


def trackers_of(stack: Stack) -> list[Tracker]:
    """Read every tracker there is, and see that its rows say the same."""
    every = [decode_item(item) for item in stack.cloud.table.items()]
    found = [Tracker.model_validate_json(i["doc"]) for i in every if i["sk"] == "TRACKER"]
    for tracker in found:
        rows = [each["r"] for each in every if "r" in each and each["sk"].endswith(tracker.id)]
        assert rows
        assert set(rows) == {tracker.row().serialize()}
    return found


def in_step(tracker: Tracker) -> bool:
    """Return whether a tracker agrees with its class; a deleted one counts as agreeing."""
    known = services().rosters.classes_as_kept(DISTRICT, ["k1"])
    return "k1" not in known or tracker.follow(known["k1"]) is tracker
