"""New tracker: a class, a standards set, a title; and the tracker is there."""

from __future__ import annotations

import pytest

from chalicelib.acts import Role
from chalicelib.console.new_tracker import begin_tracker
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support import builders, classrooms
from tests.support.browser import Browser, list_calls_as, teacher_of
from tests.support.world import DISTRICT, World

LONG = "Wednesday " * 30


def a_class_of(world: World, teacher: str, name: str, **changed: str) -> None:
    """Put a class into the roster, and into its teacher's list."""
    made = classrooms.a_class(world, name, teacher, **changed)
    place = keys.class_of_teacher(DISTRICT, teacher, name)
    world.services.table.commit([Put(place, {"doc": made.row().model_dump_json()})])


@pytest.fixture
def tess(world: World) -> Browser:
    builders.statements(world)
    builders.list_set(world)
    builders.a_school(world, "north")
    a_class_of(world, "tess", "c1", title="Period 1")
    a_class_of(world, "tess", "c2", title="Period 2")
    return teacher_of(world, "tess", "north")


def options(browser: Browser, name: str) -> list[str]:
    found = browser.open("/console/new-tracker").page.select(f"[name={name}] option[value]")
    return [each.get_text(" ", strip=True) for each in found if each["value"]]


def test_one_chooses_among_own_classes_and_the_districts_sets(tess: Browser) -> None:
    assert options(tess, "class_id") == [
        "Period 1 (North Elementary)",
        "Period 2 (North Elementary)",
    ]
    assert options(tess, "standards_set_id") == ["Juniper Flats: Mathematics, grade 3"]


def test_a_tracker_is_made_with_all_standards_and_opened(tess: Browser) -> None:
    form = tess.open("/console/new-tracker?class_id=c2")
    assert form.page.select("option[value=c2][selected]")
    made = tess.press(form, "Make the tracker", fill={"standards_set_id": builders.SET})
    assert "The tracker is made." in made.words(".note.good")
    assert made.heading == "Period 2: Mathematics"
    assert "3 mastery levels" in made.words()
    assert "This tracker has no assessments yet." in made.words()
    standards = tess.open(f"{made.address.partition('?')[0]}?tab=standards")
    assert "8 standards are tracked" in standards.words("caption")


def test_sent_twice_there_is_one_tracker(tess: Browser) -> None:
    form = tess.open("/console/new-tracker")
    typed = {"class_id": "c1", "standards_set_id": builders.SET, "title": "Mine"}
    first = tess.press(form, "Make the tracker", fill=typed)
    second = tess.press(form, "Make the tracker", fill=typed)
    assert second.address == first.address
    assert len(tess.open("/console/trackers").rows()) == 1


def test_a_missing_or_too_long_value_is_refused_at_its_field(tess: Browser) -> None:
    form = tess.open("/console/new-tracker")
    refused = tess.press(form, "Make the tracker", fill={"title": LONG})
    assert refused.status == 422
    for name in ("class_id", "standards_set_id", "title"):
        assert refused.page.select(f"#{name}-error"), name
    assert refused.one("#title")["value"] == LONG.strip()
    assert tess.open("/console/trackers").rows() == []


def test_a_class_of_a_colleague_is_refused_at_its_field(world: World, tess: Browser) -> None:
    a_class_of(world, "theo", "c3")
    form = tess.open("/console/new-tracker")
    typed = {"class_id": "c3", "standards_set_id": builders.SET, "title": "Typed"}
    refused = tess.press(form, "Make the tracker", fill=typed)
    assert refused.status == 422
    assert "Choose one of your own classes." in refused.words("#class_id-error")
    assert refused.one("#title")["value"] == "Typed"


def test_a_person_without_a_class_or_a_set_reads_who_can_help(world: World) -> None:
    nora = teacher_of(world, "nora", "north")
    assert "You have no classes now." in nora.open("/console/new-tracker").words()
    a_class_of(world, "nora", "c4")
    assert "There are no standards sets yet." in nora.open("/console/new-tracker").words()


def test_the_screen_asks_the_api_twice(world: World, tess: Browser) -> None:
    asked = list_calls_as(world, "tess", Role.TEACHER, begin_tracker, {})
    assert asked == ["GET /v1/classes", "GET /v1/standards-sets"]
