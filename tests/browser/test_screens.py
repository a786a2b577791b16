"""Every screen: accessible in both colors and widths, inside its budget of bytes and requests."""

from __future__ import annotations

import gzip
from functools import partial
from typing import TYPE_CHECKING

import pytest
from httpx import Client

from plumb.client import Loopback
from tests.browser.axe import find_faults
from tests.browser.conftest import Opens, sign_in
from tests.browser.sight import Reader, Sight, go
from tests.browser.sights import SIGHTS
from tests.browser.stage import BrowserStage, set_stage
from tests.browser.team_stage import give_principal_account

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

    from tests.e2e.conftest import LoadedStack

FIRST_VISIT, FURTHER = 30_000, 15_000
"""Bytes, gzipped: of all files of a first visit, and of any further page."""
PART = 20
"""Screens of one test: it ends well within the time that a test has."""


@pytest.fixture(scope="module")
def stage(deployed: LoadedStack) -> BrowserStage:
    return set_stage(deployed)


@pytest.fixture
def readers(opens: Opens, deployed: LoadedStack) -> dict[Reader, Page]:
    """Everybody who looks at screens, each in a browser of their own."""
    names: dict[Reader, str] = {
        "admin": "",
        "leader": deployed.loader.team()[0].person.username,
        "principal": give_principal_account(deployed),
    }
    pages = {}
    for reader, name in names.items():
        pages[reader] = opens()
        sign_in(pages[reader], deployed, name)
    return pages


def test_a_first_visit_and_any_further_page_keep_their_budgets(
    readers: dict[Reader, Page], stage: BrowserStage
) -> None:
    answers: list[Response] = []
    for page in readers.values():
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a list's own is no function
    weights, asked = {}, {}
    for number, sight in enumerate(SIGHTS, 1):
        if sight.path and sight.needs_sign_in:
            answers.clear()
            sight.come(readers[sight.who], stage)
            pages = [each for each in answers if "/static/" not in each.url]
            weights[_name(number, sight)] = len(gzip.compress(pages[0].body()))
            asked[_name(number, sight)] = len(pages)
    assert {name: many for name, many in asked.items() if many != 1} == {}
    assert {name: size for name, size in weights.items() if size > FURTHER} == {}
    page = readers["admin"]
    go(page, "/console/home", stage)
    files = page.eval_on_selector_all(
        "link[rel=stylesheet], script[src]", "all => all.map(one => one.href || one.src)"
    )
    with Client(transport=Loopback()) as http:
        sent = [http.get(each).raise_for_status() for each in files]
    assert all("immutable" in each.headers["Cache-Control"] for each in sent)
    sizes = [len(gzip.compress(each.content)) for each in sent]
    home = next(size for name, size in weights.items() if "home.html" in name)
    assert sum(sizes) + home <= FIRST_VISIT


@pytest.mark.parametrize("first", range(0, len(SIGHTS), PART))
def test_every_screen_is_accessible_in_both_widths_and_both_color_schemes(
    readers: dict[Reader, Page], stage: BrowserStage, note: list[str], first: int
) -> None:
    from playwright.sync_api import Error

    statuses: list[int] = []
    for page in readers.values():
        page.set_default_timeout(20_000)
        page.on("response", partial(_keep, statuses, page))
    faults, wrong = {}, {}
    part = SIGHTS[first : first + PART]
    for number, sight in enumerate(part, first + 1):
        page = readers[sight.who]
        if not sight.needs_sign_in:
            page.context.clear_cookies()
        try:
            sight.come(page, stage)
        except Error as lost:
            wrong[_name(number, sight)] = (0, str(lost))
            continue
        if statuses[-1] != sight.status:
            wrong[_name(number, sight)] = (statuses[-1], page.locator("main").inner_text())
        elif found := find_faults(page):
            faults[_name(number, sight)] = found
    assert (wrong, faults) == ({}, {})
    note.append(f"{len(part)} screens without a fault")


def _keep(statuses: list[int], page: Page, answer: Response) -> None:
    request = answer.request
    if (
        request.is_navigation_request()
        and request.frame == page.main_frame
        and answer.status != 303
    ):
        statuses.append(answer.status)


def _name(number: int, sight: Sight) -> str:
    return f"{number} {sight.template} {sight.route}"
