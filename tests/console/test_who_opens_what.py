"""Every screen and every form, every kind of person: who gets in. An unclassified one fails."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from chalicelib.console.screens import Screen
from tests.console.every_screen import PEOPLE, SCREENS, EveryScreen
from tests.support.browser import Browser, ShownPage
from tests.support.world import World

CELLS: dict[str, tuple[int | str, ...]] = {
    # who made it, another district admin, school admin, one without a class in it, leader,
    # teacher of another school, not on the roster, nobody
    "GET /static/*": (200, 200, 200, 200, 200, 200, 200, 200),
    "GET /sign-in": ("in", "in", "in", "in", "in", "in", "in", "in"),
    "GET /signed-in": (400, 400, 400, 400, 400, 400, 400, 400),
    "GET /refresh": ("in", "in", "in", "in", "in", "in", "in", "in"),
    "POST /refresh": (401, 401, 401, 401, 401, 401, 401, 401),
    "POST /sign-out": (303, 303, 303, 303, 303, 303, 303, 303),
    "GET /": (200, 200, 200, 200, 200, 200, 403, 200),
    "GET /home": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /reports": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /reports/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /assessments": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /assessments/*": (200, 200, 200, 200, 200, 200, 403, "in"),
    "POST /assessments/*": (400, 400, 400, 400, 400, 400, 403, 401),
    "GET /new-assessment": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /new-assessment": (422, 422, 403, 403, 422, 422, 403, 401),
    "GET /assessments/*/properties": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/properties": (428, 428, 403, 403, 428, 428, 403, 401),
    "GET /assessments/*/item": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/item": (422, 422, 403, 403, 422, 422, 403, 401),
    "GET /assessments/*/items": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/items": (400, 400, 403, 403, 400, 400, 403, 401),
    "GET /assessments/*/attachments": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/attachments": (422, 422, 403, 403, 422, 422, 403, 401),
    "GET /assessments/*/attachments/*": (302, 302, 302, 302, 302, 302, 403, "in"),
    "POST /assessments/*/attachments/*": (428, 428, 403, 403, 428, 428, 403, 401),
    "GET /assessments/*/correction": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/correction": (200, 200, 403, 403, 200, 200, 403, 401),
    "GET /corrections/*": (200, 200, 403, 403, 404, 404, 403, "in"),
    "GET /assessments/*/bank": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/bank": (422, 422, 403, 403, 422, 422, 403, 401),
    "GET /item-imports": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /item-imports": (422, 422, 403, 403, 422, 422, 403, 401),
    "GET /item-imports/*": (200, 200, 403, 403, 404, 404, 403, "in"),
    "GET /assessments/*/key-file": (200, 200, 403, 403, 200, 200, 403, "in"),
    "POST /assessments/*/key-file": (428, 428, 403, 403, 428, 428, 403, 401),
    "GET /assessments/*/distribute": (200, 403, 403, 403, 403, 403, 403, "in"),
    "POST /assessments/*/distribute": (200, 403, 403, 403, 403, 403, 403, 401),
    "GET /distributions": (200, 200, 200, 200, 403, 403, 403, "in"),
    "GET /distributions/*": (200, 200, 200, 404, 403, 403, 403, "in"),
    "GET /distributions/*/files/*": (200, 200, 200, 404, 403, 403, 403, "in"),
    "GET /distributions/*/acts/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /distributions/*/acts/*": (428, 428, 403, 403, 403, 403, 403, 401),
    "GET /processes/*/acts/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /processes/*/acts/*": (422, 422, 422, 404, 422, 404, 403, 401),
    "GET /assessments/*/print": (200, 200, 200, 200, 200, 200, 403, "in"),
    "POST /assessments/*/print": (422, 422, 422, 422, 422, 422, 403, 401),
    "GET /printouts/*": (200, 404, 404, 404, 404, 404, 403, "in"),
    "GET /sheets/*/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /sheets/*/*": (200, 200, 200, 404, 200, 404, 403, 401),
    "GET /sheets/*/*/file": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /sheets/*/*/file": (403, 403, 403, 404, 200, 404, 403, 401),
    "GET /sheets/*/*/history": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /sheets/*/*/analysis": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /sheets/*/*/files/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /mastery/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /mastery/*/files/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /mastery/*/students/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /students/*": (403, 403, 403, 403, 200, 404, 403, "in"),
    "GET /processes/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /processes/*/pages/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /processes/*/pages/*": (200, 200, 200, 404, 200, 404, 403, 401),
    "GET /trackers": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /trackers/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /trackers/*": (403, 403, 403, 403, 400, 400, 403, 401),
    "GET /trackers/*/add-assessment": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /trackers/*/add-assessment": (403, 403, 403, 403, 422, 404, 403, 401),
    "GET /new-tracker": (403, 403, 403, 403, 200, 200, 403, "in"),
    "POST /new-tracker": (403, 403, 403, 403, 422, 422, 403, 401),
    "GET /teams": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /teams/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /teams/*": (400, 400, 400, 400, 400, 400, 403, 401),
    "GET /new-team": (200, 200, 200, 200, 403, 403, 403, "in"),
    "POST /new-team": (200, 200, 200, 200, 403, 403, 403, 401),
    "GET /new-process": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /new-process": (422, 422, 422, 404, 422, 404, 403, 401),
    "GET /not-activated": (200, 200, 200, 200, 403, 403, 403, "in"),
    "POST /not-activated": (400, 400, 400, 400, 403, 403, 403, 401),
    "GET /processes": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /library": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /library/*": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /schools": (200, 200, 200, 200, 403, 403, 403, "in"),
    "GET /schools/*": (200, 200, 200, 200, 403, 403, 403, "in"),
    "GET /classes/*": (200, 200, 200, 404, 403, 403, 403, "in"),
    "GET /people": (200, 200, 200, 200, 403, 403, 403, "in"),
    "GET /people/*": (200, 200, 200, 200, 403, 403, 403, "in"),
    "POST /people/*": (400, 400, 400, 400, 403, 403, 403, 401),
    "GET /courses": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /courses": (422, 422, 403, 403, 403, 403, 403, 401),
    "GET /history": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /status": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /status": (400, 400, 403, 403, 403, 403, 403, 401),
    "GET /settings": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /settings": (400, 400, 403, 403, 403, 403, 403, 401),
    "GET /tracker-batches/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /account": (200, 200, 200, 200, 200, 200, 403, "in"),
    "POST /account": (400, 400, 400, 400, 400, 400, 403, 401),
    "GET /processes/*/classes/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "POST /processes/*/classes/*": (403, 403, 403, 404, 200, 404, 403, 401),
    "GET /processes/*/files/*": (200, 200, 200, 404, 200, 404, 403, "in"),
    "GET /roster": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /new-roster-import": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /new-roster-import": (200, 200, 403, 403, 403, 403, 403, 401),
    "GET /roster/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /roster/*": (400, 400, 403, 403, 403, 403, 403, 401),
    "GET /roster/*/files/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /standards": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /standards/*": (200, 200, 200, 200, 200, 200, 403, "in"),
    "GET /standards-imports": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /new-standards-import": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /new-standards-import": (200, 200, 403, 403, 403, 403, 403, 401),
    "GET /standards-imports/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "GET /standards-imports/*/files/*": (200, 200, 403, 403, 403, 403, 403, "in"),
    "POST /standards-imports/*": (400, 400, 403, 403, 403, 403, 403, 401),
    "GET /*": (404, 404, 404, 404, 404, 404, 404, 404),
    "POST /*": (404, 404, 404, 404, 404, 404, 404, 404),
}
"""By method and path below `/console`; `*` is any name. `in`: led to signing in. A form has
nothing in it."""


def name_screen(screen: Screen) -> str:
    """Name a screen as the table does."""
    below = re.sub(r"{[^}]+}", "*", screen.path.removeprefix("/console"))
    return f"{screen.method} {below or '/'}"


def outcome(shown: ShownPage) -> int | str:
    """Where a request ended."""
    if urlsplit(shown.address).path == "/oauth2/authorize":
        return "in"
    return shown.status


def test_every_screen_is_classified_for_everybody() -> None:
    assert {len(cells) for cells in CELLS.values()} == {len(PEOPLE)}


@pytest.mark.parametrize("person", PEOPLE, ids=PEOPLE.values())
def test_each_person_gets_in_where_they_belong(world: World, person: str) -> None:
    scene = world.scene(EveryScreen)
    if person == "stranger":
        world.sign_in("stranger@example.org", "stranger")
    found = {}
    for screen in SCREENS:
        browser = Browser().sign_in_as(person) if person else Browser()
        body = b"nothing=" if screen.method == "POST" else b""
        found[name_screen(screen)] = outcome(browser.send(screen.method, scene.fill(screen), body))
    at = list(PEOPLE).index(person)
    assert found == {name: cells[at] for name, cells in CELLS.items()}
