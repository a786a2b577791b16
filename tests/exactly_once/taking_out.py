"""An assessment is taken out of a tracker in the laboratory, and what must be true after."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.storage import keys
from chalicelib.storage.attributes import Item, decode_item
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import AssessmentSource, Tracker, TrackerEntry
from tests.exactly_once.classroom import ask, ask_once
from tests.exactly_once.district import ASSESSMENT, a_district, our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack

MINE = TrackerEntry(
    ASSESSMENT, "2026-02-01T12:00:00.000Z", AssessmentSource.TEACHER, "teacher0", "Fractions check"
)
HIDDEN = MINE.take_out("2026-02-02T12:00:00.000Z", "teacher0")


def put_in(cloud: Cloud, trackers: Sequence[Tracker], entry: TrackerEntry) -> Cloud:
    """Have trackers hold an assessment."""
    path = f"assessments.{entry.assessment}"
    for each in trackers:
        update = Update(keys.tracker(DISTRICT, each.id), {path: entry.serialize()})
        our_table(cloud).commit([update])
    return cloud


def a_district_of_teachers_tests(entry: TrackerEntry, *, many: int = 2) -> Cloud:
    """Trackers of which the first ones hold the assessment already, by their teachers."""
    district = a_district()
    return put_in(district.in_a_cloud(), district.matching[:many], entry)


def remove(
    stack: Stack, person: str, tracker: str, assessment: str, *, version: int = 1, key: str = ""
) -> Reply:
    """As a teacher with patience."""
    path = f"/v1/trackers/{tracker}/assessments/{assessment}"
    return ask(stack, person, "DELETE", path, version=version, key=key)


def remove_once(
    stack: Stack, person: str, tracker: str, assessment: str, *, version: int = 1
) -> Reply:
    """Take it out where nothing is broken: the first answer counts."""
    path = f"/v1/trackers/{tracker}/assessments/{assessment}"
    reply = ask_once(stack, person, "DELETE", path, version=version)
    assert reply is not None
    return reply


def restore_once(
    stack: Stack, person: str, tracker: str, assessment: str, *, version: int = 1
) -> Reply:
    """Bring it back where nothing is broken."""
    path = f"/v1/trackers/{tracker}/assessments/{assessment}/restoration"
    reply = ask_once(stack, person, "POST", path, version=version)
    assert reply is not None
    return reply


def board_item(stack: Stack, tracker: str) -> Item:
    """Read a tracker as it is kept."""
    row = stack.cloud.table.store.get(keys.tracker(DISTRICT, tracker))
    assert row is not None
    return decode_item(row.item)


def entry_in(stack: Stack, tracker: str, assessment: str) -> TrackerEntry | None:
    """Return what a tracker holds of an assessment, shown or not."""
    held = board_item(stack, tracker)["assessments"].get(assessment)
    return TrackerEntry.read(assessment, held) if held else None


def count_audited(stack: Stack, verb: str) -> int:
    """Count the audit records of an act."""
    items = (decode_item(item) for item in stack.cloud.table.items())
    return sum(1 for item in items if item.get("verb") == verb)
