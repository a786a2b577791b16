"""Each screen of the two documents opens with at most two calls, and these bring what it shows."""

from __future__ import annotations

import re
from typing import Any

import pytest

import app  # noqa: F401 - its doors are what is knocked at
from chalicelib.web.lazy_routes import every_domain
from docs.screens import MOST_CALLS, SCREENS, DocumentedScreen
from tests.api.scene import Scene
from tests.support.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


def about(scene: Scene, screen: DocumentedScreen) -> dict[str, str]:
    """Return the values for names in paths; values that a screen does not name are not made."""
    known = {
        "assessment": scene.assessment.id,
        "class": "c1",
        "distribution": scene.distribution,
        "person": "tess",
        "school": "north",
        "tracker": scene.tracker.id,
    }
    asked = " ".join(screen.opens)
    if "{given}" in asked:
        known["given"] = scene.given
    if "{team}" in asked or "teams" in asked or screen.name == "Home":
        known["team"] = scene.team.id
    if "processes" in asked:
        scene.aside  # noqa: B018 - somebody has written on a page of it
        known["process"] = scene.tested_process
    return known


def find(body: Any, place: str) -> bool:
    """Return whether an answer has something at a place, be it null or empty."""
    for step in place.split("."):
        if isinstance(body, list):
            if not step.isdigit() or int(step) >= len(body):
                return False
            body = body[int(step)]
        elif isinstance(body, dict) and step in body:
            body = body[step]
        else:
            return False
    return True


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen.name}, {screen.who}")
def test_a_screen_opens_with_two_calls_at_most(scene: Scene, screen: DocumentedScreen) -> None:
    assert 1 <= len(screen.opens) <= MOST_CALLS
    known, person = about(scene, screen), scene.people[screen.who]
    bodies = []
    for path in screen.opens:
        reply = person.get(path.format_map(known))
        assert reply.status == 200, (path, reply.body)
        bodies.append(reply.body)
    missing = [each for each in screen.shows if not any(find(body, each) for body in bodies)]
    assert not missing


def test_each_thing_that_is_done_on_a_screen_is_one_operation() -> None:
    declared = {
        (route.method, re.sub(r"{\w+}", "{}", route.path))
        for room in every_domain()
        for route in room.routes
    }
    fixed = {"/pages/analyze", "/pages/goals", "/pages/strategies", "/pages/reflect"}

    def name_operation(act: str) -> tuple[str, str]:
        method, path = act.split(" ")
        for end in fixed:
            path = path.removesuffix(end) + "/pages/{}" if path.endswith(end) else path
        return method, re.sub(r"{\w+}", "{}", path)

    assert not {
        act for screen in SCREENS for act in screen.acts if name_operation(act) not in declared
    }
