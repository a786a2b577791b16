"""A small district: an assessment, its trackers and their people, and what must become of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from chalicelib.acts import Role
from chalicelib.assessments.model import AssessmentHeader, Visibility
from chalicelib.rosters.model import Person, RoleAt, School
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.storage.table import Table as OurTable
from chalicelib.trackers.model import Tracker, TrackerEntry
from chalicelib.trackers.repository import creation
from simulator.cloud import TABLE
from simulator.requests import ITEM_LIMIT
from simulator.values import Item
from tests.exactly_once.stack import ADMIN, DISTRICT, Cloud

ASSESSMENT = "ASSESSMENT-1"
SET = "math.3"
WANTED = 0b0110
ENOUGH = 0b1110
TOO_FEW = 0b0010
SCHOOLS = ("north", "south")


@dataclass
class WorkloadDistrict:
    """The content of the table before anything happens."""

    trackers: list[Tracker] = field(default_factory=list)
    people: set[str] = field(default_factory=set)

    def tracker(self, owner: str, *collaborators: str, mask: int = ENOUGH, **other: Any) -> Tracker:
        """One more tracker; by default it matches."""
        number = len(self.trackers)
        made = Tracker(
            id=f"TRACKER-{number:04}",
            title=f"Period {number}",
            school=SCHOOLS[number % 2],
            class_id=f"class-{number}",
            class_title=f"Class {number}",
            set_id=SET,
            mask=mask,
            levels=3,
            owner=owner,
            owner_name=owner.title(),
            collaborators=collaborators,
            created="2026-01-01T00:00:00.000Z",
        )
        made = made.model_copy(update=other)
        self.trackers.append(made)
        self.people |= {owner, *collaborators}
        return made

    @property
    def matching(self) -> list[Tracker]:
        return [t for t in self.trackers if t.mask & WANTED == WANTED and not t.archived]

    def in_a_cloud(self) -> Cloud:
        cloud = Cloud()
        table = our_table(cloud)
        table.put_all(self._documents())
        for tracker in self.trackers:
            table.commit(creation(DISTRICT, tracker))
        return cloud

    def _documents(self) -> Iterable[Put]:
        header = AssessmentHeader(
            id=ASSESSMENT,
            title="Fractions check",
            set_id=SET,
            mask=WANTED,
            visibility=Visibility.DISTRICT,
            creator=ADMIN,
            creator_name="Dana Example",
            created="2026-01-01T00:00:00.000Z",
            changed="2026-01-01T00:00:00.000Z",
            items=10,
            points="10",
        )
        doc = header.model_dump_json(exclude_defaults=True)
        yield Put(keys.assessment_header(DISTRICT, ASSESSMENT), {"version": 1, "doc": doc})
        for school in SCHOOLS:
            known = School(id=school, name=school.title(), kind="school")
            yield Put(keys.school(DISTRICT, school), {"doc": known.model_dump_json()})
        for person in self.people:
            yield Put(keys.person(DISTRICT, person), {"doc": _person(person).model_dump_json()})


def _person(name: str) -> Person:
    return Person(
        id=name,
        username=address(name),
        given=name.title(),
        family="Example",
        email=address(name),
        roles=(RoleAt(role=Role.TEACHER, school=SCHOOLS[0]),),
    )


def address(person: str) -> str:
    return f"{person}@example.org"


def a_district(trackers: int = 4, *, teachers: int = 2) -> WorkloadDistrict:
    """Trackers in two schools with shared teachers; one does not match, one is archived."""
    made = WorkloadDistrict()
    for number in range(trackers):
        owner = f"teacher{number % teachers}"
        helper = [f"teacher{(number + 1) % teachers}"] if number % 2 else []
        made.tracker(owner, *helper)
    made.tracker("bystander", mask=TOO_FEW)
    made.tracker("bystander", archived=True)
    return made


def our_table(cloud: Cloud) -> OurTable:
    """Our own table on this cloud, past the line."""
    client: Any = cloud.table
    return OurTable(client, TABLE)


def fill(cloud: Cloud, tracker: Tracker, *, full: bool) -> None:
    """Fill a tracker so that no assessment fits any more, or make room again."""
    key = keys.tracker(DISTRICT, tracker.id)
    row = cloud.table.store.get(key)
    assert row is not None
    notes = "x" * (ITEM_LIMIT - row.size - 50) if full else ""
    our_table(cloud).commit([Update(key, {"notes": notes})])


def _read_entries(item: Item) -> list[TrackerEntry]:
    held = item.get("assessments", {}).get("M", {})
    return [TrackerEntry.read(name, stored["S"]) for name, stored in held.items()]


def list_delivered(cloud: Cloud, tracker: Tracker) -> list[TrackerEntry]:
    """Return this tracker's holding of the assessment."""
    row = cloud.table.store.get(keys.tracker(DISTRICT, tracker.id))
    assert row is not None
    return [entry for entry in _read_entries(row.item) if entry.assessment == ASSESSMENT]
