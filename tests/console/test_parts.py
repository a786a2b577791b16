"""The parts of the screens, shown together on the local stack only."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from chalicelib.rendering import TEMPLATES
from tests.console.test_every_screen import CHECKS
from tests.support.browser import Browser, admin_of
from tests.support.world import World

MACROS = re.findall(
    r"{% macro (\w+)\(", (TEMPLATES / "console" / "macros.html").read_text(encoding="utf-8")
)


def on_the_local_stack(world: World) -> Browser:
    known = replace(world.services.settings, sign_in_url="http://127.0.0.1:4566")
    world.services.settings = known
    return Browser()


def test_every_macro_is_shown_with_something_in_it(world: World) -> None:
    shown = on_the_local_stack(world).open("/console/parts")
    assert (shown.status, shown.heading) == (200, "Parts of screens")
    parts = {str(each["id"]): each for each in shown.page.select("section[id^=part-]")}
    assert set(parts) == {f"part-{name}" for name in MACROS}
    assert len(MACROS) >= 20
    source = (TEMPLATES / "console" / "parts.html").read_text(encoding="utf-8")
    for name in MACROS:
        assert len(parts[f"part-{name}"].find_all(True)) > 2, name
        assert re.search(rf"\b(call )?{name}\((?!caller)", source), name


@pytest.mark.parametrize("look", CHECKS)
def test_the_parts_keep_what_every_page_keeps(world: World, look: str) -> None:
    assert list(CHECKS[look](on_the_local_stack(world).open("/console/parts"))) == []


def test_a_stack_on_aws_shows_no_parts(world: World) -> None:
    for browser in (Browser(), admin_of(world)):
        shown = browser.open("/console/parts")
        assert (shown.status, shown.heading) == (404, "This page does not exist")
        assert "level-bar" not in shown.text
