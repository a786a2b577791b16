"""Things that are valid by default; say only what matters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chalicelib.acts import Role
from chalicelib.assessments.model import AssessmentHeader, SetAbout, Visibility
from chalicelib.attachments.model import Attachment, AttachmentState
from chalicelib.ids import new_id
from chalicelib.rosters.model import Person, RoleAt, School
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet, TreeRow
from chalicelib.standards.records import SetSummary
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.repository import creation
from tests.support.world import DISTRICT, World

SET = "jf.math.3"
CODES = ("3.NB.1", "3.NB.2", "3.NB.3", "3.FR.1", "3.FR.2", "3.ME.1", "3.ME.2", "3.GE.1")


def mask_of(*codes: str) -> int:
    """Select standards of the set by code; all of them if none is named."""
    return sum(1 << CODES.index(code) for code in codes or CODES)


def a_set(world: World, set_id: str = SET) -> StandardsSet:
    """Put a standards set of eight standards into the district."""
    places = tuple(StandardPlace(f"id-{code}", code) for code in CODES)
    made = StandardsSet(
        set_id, "jf", "Juniper Flats", "Mathematics", Band(("03",)), places, version=1
    )
    item = {"version": 1, "doc": documents.index(made, 0)}
    world.services.table.commit([Put(keys.standards_set(DISTRICT, set_id), item)])
    return made


def statements(world: World, set_id: str = SET) -> None:
    """Add its lines to a standards set: a heading, and what each standard says."""
    heading = TreeRow("id-heading", "", "Numbers and fractions", "Cluster", None, 0)
    rows = [
        TreeRow(f"id-{code}", code, f"Students can do {code}.", "Standard", "id-heading", 1, place)
        for place, code in enumerate(CODES)
    ]
    made = replace(a_set(world, set_id), rows=(heading, *rows))
    (piece,) = documents.parts(made.rows)
    index = {"version": 1, "doc": documents.index(made, 1)}
    world.services.table.commit(
        [
            Put(keys.standards_set(DISTRICT, set_id), index),
            Put(keys.standards_rows(DISTRICT, set_id, 0), {"doc": piece}),
        ]
    )


def list_set(world: World) -> None:
    """Have a standards set stand in the list to choose from, as an import puts it there."""
    made = SetSummary(
        id=SET,
        framework="jf",
        framework_title="Juniper Flats",
        subject="Mathematics",
        grades=("03",),
        standards=len(CODES),
        retired=0,
        version=1,
    )
    item = {"doc": made.model_dump_json(), "parts": 1}
    world.services.table.commit([Put(keys.standards_summary(DISTRICT, SET), item)])


def a_school(world: World, school: str, name: str = "", kind: str = "school") -> School:
    """Put a school into the district."""
    made = School(id=school, name=name or f"{school.title()} Elementary", kind=kind)
    item = {"doc": made.model_dump_json()}
    world.services.table.commit([Put(keys.school(DISTRICT, school), item)])
    return made


def a_person(world: World, person: str, school: str = "north", **changed: Any) -> Person:
    """Put a teacher into the roster (without a sign-in)."""
    known = {
        "id": person,
        "username": f"{person}@example.org",
        "given": person.title(),
        "family": "Example",
        "email": f"{person}@example.org",
        "roles": (RoleAt(role=Role.TEACHER, school=school),),
    }
    made = Person(**known | changed)
    item = {"doc": made.model_dump_json()}
    world.services.table.commit([Put(keys.person(DISTRICT, person), item)])
    return made


def a_tracker(world: World, owner: str = "tess", *, missing: str = "", **changed: Any) -> Tracker:
    """Put a tracker into the district that matches `an_assessment`, unless changed."""
    mask = mask_of() & ~(mask_of(missing) if missing else 0)
    known: dict[str, Any] = {
        "id": new_id(),
        "title": "Math 3, period 1",
        "school": "north",
        "class_id": "c1",
        "class_title": "Math 3",
        "set_id": SET,
        "mask": mask,
        "levels": 3,
        "owner": owner,
        "owner_name": f"{owner.title()} Example",
        "created": "2026-09-01T12:00:00.000Z",
    }
    made = Tracker(**known | changed)
    world.services.table.commit(creation(DISTRICT, made))
    return made


def an_attachment_item(assessment: str, **changed: Any) -> tuple[Attachment, dict[str, Any]]:
    """Return a document that is ready (its file is another matter), and its item."""
    name = new_id()
    known: dict[str, Any] = {
        "id": name,
        "assessment": assessment,
        "name": "Test.pdf",
        "type": "application/pdf",
        "size": 9,
        "state": AttachmentState.READY,
        "file": name,
        "added_by": "dana",
        "added_at": "2026-09-01T12:00:00.000Z",
    }
    made = Attachment(**known | changed)
    return made, {"version": made.version, "doc": made.model_dump_json()}


def an_attachment(world: World, assessment: str, **changed: Any) -> Attachment:
    """Attach a document that is ready."""
    made, item = an_attachment_item(assessment, **changed)
    world.services.table.commit(
        [
            Put(keys.attachment(DISTRICT, assessment, made.id), item),
            Put(keys.attachment_file(DISTRICT, made.file), {"uses": 1}),
        ]
    )
    return made


def an_assessment(world: World, creator: str = "dana", **changed: Any) -> AssessmentHeader:
    """Put a finished district assessment on four standards into the district."""
    known: dict[str, Any] = {
        "id": new_id(),
        "title": "Fractions check",
        "set_id": SET,
        "of_set": SetAbout(subject="Mathematics", grades=("03",)),
        "mask": mask_of(*CODES[:4]),
        "standards": CODES[:4],
        "levels": 3,
        "visibility": Visibility.DISTRICT,
        "creator": creator,
        "creator_name": f"{creator.title()} Example",
        "created": "2026-09-01T12:00:00.000Z",
        "changed": "2026-09-01T12:00:00.000Z",
        "items": 4,
        "points": "4",
    }
    made = AssessmentHeader(**known | changed)
    item = {"version": made.version, "doc": made.model_dump_json(exclude_defaults=True)}
    world.services.table.commit([Put(keys.assessment_header(DISTRICT, made.id), item)])
    return made
