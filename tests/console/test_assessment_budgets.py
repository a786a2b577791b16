"""The screens about assessments: what they weigh, and where colleagues are led."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest

from chalicelib.acts import Role
from tests.console.test_assessments import write_assessment
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of
from tests.support.world import World

LARGEST = 15_000
"""Bytes of a page, compressed as the gateway does."""


def prepare_people(world: World) -> str:
    made = write_assessment(world)
    world.teacher("tess")
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    return made


def size(shown: ShownPage) -> int:
    return len(gzip.compress(shown.text.encode()))


@pytest.mark.parametrize("form", ["item", "bank", "key-file", "attachments", "correction"])
def test_a_colleague_is_led_from_forms_to_the_assessment(world: World, form: str) -> None:
    made = world.scene(prepare_people)
    led = Browser().sign_in_as("tess").open(f"/console/assessments/{made}/{form}")
    assert led.heading == "Check"
    assert urlsplit(led.address).path == f"/console/assessments/{made}"


def test_a_full_list_with_many_values_stays_small(world: World) -> None:
    builders.a_set(world)
    for number in range(70):
        codes = tuple(f"{number % 9}.NF.{each}.{number}" for each in "ABCDEFGH")
        builders.an_assessment(
            world,
            title=f"Unit {number}: {'Fractions and decimals ' * 4}",
            standards=codes,
            creator=f"t{number}",
            creator_name=f"Teacher {number} Featherstonehaugh",
        )
    shown = admin_of(world).open("/console/assessments")
    assert len(shown.rows("#found table")) == 50
    assert size(shown) <= LARGEST


def test_more_standards_than_a_list_can_show_are_typed(world: World) -> None:
    for number in range(70):
        codes = tuple(f"{number}.NF.{each}" for each in range(10))
        builders.an_assessment(world, standards=codes)
    browser = admin_of(world)
    shown = browser.open("/console/assessments")
    assert shown.one("#standard").name == "input"
    assert size(shown) <= LARGEST
    found = browser.press(shown, "Search", fill={"standard": "7.NF.3"})
    assert len(found.rows("#found table")) == 1
    assert found.one("#standard")["value"] == "7.NF.3"


def test_a_long_test_stays_usable(world: World) -> None:
    builders.statements(world)
    dana = world.admin()
    begun = dana.post("/v1/assessments", {"title": "Long", "standards_set_id": builders.SET})
    items = [
        {
            "kind": "single_choice",
            "prompt": f"How many beans are in {number} rows of 7?",
            "choices": [str(number * 7 + more) for more in range(4)],
            "key": ["A"],
            "points": "1",
            "standards": ["3.NB.1"],
        }
        for number in range(60)
    ]
    path = f"/v1/assessments/{begun.body['id']}/items"
    assert dana.put(path, {"items": items}, begun.etag).status == 200
    shown = admin_of(world).open(f"/console/assessments/{begun.body['id']}")
    assert len(shown.page.select(".items > li")) == 60
    assert size(shown) <= LARGEST
    assert len(shown.text) <= 200_000
