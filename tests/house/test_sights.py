"""Every screen of the console is visited by a browser: none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.console import (
    assessment_page,
    distribution_acts,
    distribution_page,
    mastery_grid,
    process_acts,
    process_tabs,
    roster_import,
    standards_imports,
    team_page,
    tracker_page,
)
from chalicelib.console.request_pipeline import every_screen
from tests.browser.sights import NO_SCREEN, NOT_ON_THE_STAGE, SIGHTS
from tests.house.sources import ROOT

TEMPLATES = ROOT / "templates" / "console"
PARTS = {
    "/console/assessments/{assessment_id}": ("?tab=", assessment_page.TABS),
    "/console/distributions/{distribution_id}": ("?tab=", distribution_page.TABS),
    "/console/distributions/{distribution_id}/acts/{act}": ("", distribution_acts.ACTS),
    "/console/processes/{process_id}": ("?tab=", process_tabs.TABS),
    "/console/processes/{process_id}/acts/{act}": ("", process_acts.ACTS),
    "/console/teams/{team_id}": ("?tab=", team_page.TABS),
    "/console/trackers/{tracker_id}": ("?tab=", tracker_page.TABS),
    "/console/mastery/{tracker_id}": ("?tab=", mastery_grid.TABS),
    "/console/roster/{import_id}": ("?tab=", roster_import.TABS),
    "/console/standards-imports/{import_id}": ("?tab=", standards_imports.TABS),
}
"""Addresses with several screens: what tells them apart, and where the code has them."""


def routes() -> Iterator[str]:
    for screen in every_screen():
        if screen.method != "GET" or screen.path in NO_SCREEN:
            continue
        mark, names = PARTS.get(screen.path, ("", ()))
        yield from (f"{screen.path.removesuffix('{act}')}{mark}{name}" for name in names)
        if not names:
            yield screen.path


def test_every_address_that_shows_something_is_visited() -> None:
    visited = {sight.route for sight in SIGHTS}
    assert set(routes()) <= visited, "add it to tests/browser/sights.py"
    assert visited - {""} <= set(routes()), "no such screen is left"
    assert set(NO_SCREEN) <= {screen.path for screen in every_screen()}


def test_every_page_has_its_visit_also_what_only_a_form_shows() -> None:
    pages = {}
    for path in TEMPLATES.rglob("*.html"):
        parent = re.search(r'{% extends "console/([^"]+)" %}', path.read_text())
        if parent:
            pages[path.relative_to(TEMPLATES).as_posix()] = parent[1]
    leaves = set(pages) - set(pages.values())
    visited = {sight.template for sight in SIGHTS}
    assert leaves == visited | set(NOT_ON_THE_STAGE)
    assert not visited & set(NOT_ON_THE_STAGE)


def test_every_search_field_takes_no_more_than_the_api() -> None:
    fields = [
        (path.name, field)
        for path in TEMPLATES.rglob("*.html")
        for field in re.findall(r'<input type="search"[^>]*', path.read_text())
    ]
    assert fields
    assert [each for each in fields if "maxlength=" not in each[1]] == []
