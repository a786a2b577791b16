"""Addresses that no screen has, and refusals of the gateway itself: pages, not JSON."""

from __future__ import annotations

import re
from typing import Any

import pytest

from chalicelib.console.other_addresses import REFUSED_BY_THE_GATEWAY
from chalicelib.rendering import TEMPLATES
from infra.gateway import ANSWERS, PAGE, WITH_A_PAGE
from tests.support.browser import Browser, admin_of
from tests.support.world import World

SENTENCES = {
    "body_too_large": "This was too large",
    "too_many_requests": "Plumbline is very busy",
    "took_too_long": "This took too long",
    "request_not_accepted": "This could not be read",
    "unavailable": "Plumbline was not responding",
}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_that_no_screen_has_is_a_page_that_says_so(world: World, method: str) -> None:
    body: Any = b"a=b" if method == "POST" else b""
    for browser in (Browser(), admin_of(world)):
        shown = browser.send(method, "/console/no-such-screen", body)
        assert (shown.status, shown.heading) == (404, "This page does not exist")
        assert shown.link("Go to Home") == "/console/home"


def test_signed_in_people_keep_their_navigation(world: World) -> None:
    shown = admin_of(world).open("/console/no-such-screen")
    assert "Distributions" in shown.words("nav")
    assert shown.page.find("button", string="Sign out")
    assert not Browser().open("/console/no-such-screen").page.select("nav")


def test_every_refusal_that_a_browser_is_led_from_has_a_page(world: World) -> None:
    assert {ANSWERS[name].code for name in WITH_A_PAGE} == REFUSED_BY_THE_GATEWAY
    assert set(SENTENCES) == REFUSED_BY_THE_GATEWAY
    for code, sentence in SENTENCES.items():
        shown = Browser().open(f"{PAGE}?code={code}")
        assert (shown.status, shown.heading) == (200, sentence)
        assert shown.link("Go to Home") == "/console/home"


@pytest.mark.parametrize("code", ["", "our_mistake", "<script>"])
def test_no_other_page_is_had_by_an_address(world: World, code: str) -> None:
    assert Browser().open(f"{PAGE}?code={code}").status == 404


def test_a_part_that_failed_to_load_has_a_message_in_its_place(world: World) -> None:
    """The script waits for an event of htmx; another version of htmx may use another name."""
    shown = admin_of(world).open("/console/assessments")
    place = shown.one("#not-loaded")
    assert place["role"] == "status"
    assert str(place["data-text"]).startswith("This could not be loaded.")
    assert not place.get_text()
    folder = TEMPLATES / "console" / "static"
    script = (folder / "console.js").read_text(encoding="utf-8")
    names = set(re.findall(r'"(htmx:[\w:]+)"', script))
    assert len(names) == 3
    htmx = (folder / "htmx.min.js").read_text(encoding="utf-8")
    assert {name for name in names if f'"{name}"' not in htmx} == set()
    assert len(script.encode()) <= 3_000
