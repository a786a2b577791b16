"""Every screen: accessible in both colors and widths, inside its budget of bytes and requests."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest
from httpx import Client

from plumb.client import Loopback
from tests.browser.conftest import WIDTHS, Opens, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import Deployed

FIRST_VISIT, FURTHER = 30_000, 15_000
"""Bytes, gzipped: of all files of a first visit, and of any further page."""


def screens(deployed: Deployed) -> list[str]:
    """The addresses of every screen that the demonstration district has something for."""
    admin = deployed.admin
    assessment = deployed.loader.ledger["assessment-0"]
    base = f"/console/assessments/{assessment}"
    distribution = f"/console/distributions/{deployed.now}"
    assert admin.get(f"/v1/assessments/{assessment}")["id"] == assessment
    return [
        "/console/home",
        "/console/assessments",
        "/console/assessments?text=nothing-has-this-name",
        *(f"{base}?tab={tab}" for tab in ("items", "attachments", "settings", "results")),
        f"{base}/distribute",
        "/console/new-assessment",
        "/console/distributions",
        *(
            f"{distribution}?tab={tab}"
            for tab in ("progress", "receipts", "results", "analysis", "settings")
        ),
        "/console/assessments/none",
        "/console/teams",
        "/console/new-team",
        "/console/processes",
        "/console/library",
        "/console/no-such-screen",
        "/console/parts",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_screen(
    opens: Opens, deployed: Deployed, width: int, scheme: str
) -> None:
    page = opens(width, color_scheme=scheme)
    found: dict[str, Any] = {"/console": violations(page)}
    sign_in(page, deployed)
    for path in screens(deployed):
        page.goto(f"{deployed.up.stack.url}{path}")
        found[path] = violations(page)
    assert not {path: each for path, each in found.items() if each}


def violations(page: Page) -> list[str]:
    """What axe says is wrong with a page, and where."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes']][:3]}"
        for each in found
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_screen_is_wider_than_its_window(opens: Opens, deployed: Deployed, width: int) -> None:
    page = opens(width)
    sign_in(page, deployed)
    wide = []
    for path in screens(deployed):
        page.goto(f"{deployed.up.stack.url}{path}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert not wide


def test_a_first_visit_and_any_further_page_keep_their_budgets(
    opens: Opens, deployed: Deployed
) -> None:
    page = opens()
    sign_in(page, deployed)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    weights = {}
    for path in screens(deployed):
        asked.clear()
        answer = page.goto(f"{deployed.up.stack.url}{path}")
        assert answer
        weights[path] = len(gzip.compress(answer.body()))
        assert [url for url in asked if "/static/" not in url] == [answer.url], path
    assert {path: size for path, size in weights.items() if size > FURTHER} == {}
    files = page.eval_on_selector_all(
        "link[rel=stylesheet], script[src]", "all => all.map(one => one.href || one.src)"
    )
    with Client(transport=Loopback()) as http:
        sent = [http.get(each).raise_for_status() for each in files]
    assert all("immutable" in each.headers["Cache-Control"] for each in sent)
    sizes = [len(gzip.compress(each.content)) for each in sent]
    assert sum(sizes) + weights["/console/home"] <= FIRST_VISIT
