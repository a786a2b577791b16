"""Each screen's page is measured against its API calls (`python -m bench --only console`)."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from bench.console_pages import APART, MeasuredPage, find_screen, pages_of
from chalicelib.console.request_pipeline import every_screen
from tests.console.every_screen import EveryScreen
from tests.house.test_access_patterns import BATCH, COUNTED, GET, QUERY, RECEIVE, watching
from tests.support.browser import Browser
from tests.support.world import World


@pytest.fixture
def pages(world: World) -> dict[str, MeasuredPage]:
    scene = world.scene(EveryScreen)
    return pages_of(scene, scene.distribution)


def test_each_screen_is_measured_or_has_a_reason(pages: dict[str, MeasuredPage]) -> None:
    shown = [screen for screen in every_screen() if screen.method == "GET"]
    opened = {find_screen(page.address, shown).path for page in pages.values()}
    missing = {each.path for each in shown if "/files/" not in each.path} - opened
    assert missing == APART.keys() - {"/console/parts"}


def test_each_page_opens_and_each_form_only_looks(
    world: World, pages: dict[str, MeasuredPage]
) -> None:
    """Each is asked for some forty times."""
    people = {page.person: Browser().sign_in_as(page.person) for page in pages.values()}
    refused = {}
    with watching(world) as watch:
        for name, page in pages.items():
            body = urlencode(page.form or {}).encode()
            method = "POST" if page.form else "GET"
            shown = people[page.person].send(method, page.address, body, follow=False)
            if shown.status != 200:
                refused[name] = (shown.status, shown.address)
    assert not refused, "say in bench/console_pages.py how to open it, or why it is not measured"
    assert set(watch.calls) <= {GET, QUERY, BATCH, COUNTED, RECEIVE}
