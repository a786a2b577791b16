"""The console in the system's Chromium, on the stack of the end-to-end tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.conftest import deployed, folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.e2e.conftest import Deployed

__all__ = ["deployed", "folder"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Nothing but the tests' own pages is asked for."""

WIDTHS = (360, 1280)

Opens = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, f"none of {NAMES} is installed: `make browser` says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture
def opens(chromium: Browser, deployed: Deployed) -> Iterator[Opens]:
    """Open the console's entry in a browser of its own, of some width."""
    contexts = []

    def open_page(width: int = 1280, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(deployed.up.stack.console)
        return page

    yield open_page
    for context in contexts:
        context.close()


def sign_in(page: Page, deployed: Deployed, username: str = "") -> None:
    """Sign somebody in on the sign-in pages: the district admin, unless another is named."""
    page.get_by_role("link", name="Sign in").click()
    page.locator("input[name=username]").fill(username or deployed.loader.cast.admin.username)
    page.locator("input[name=password]").fill(deployed.up.stack.password)
    page.locator("button").first.click()
    page.wait_for_url("**/console/home")
