"""The console in the system's Chromium, on the stack of the end-to-end tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from infra.people import stack_of
from plumb.local.stack import create_accounts
from tests.browser.axe import HEIGHT, WIDTHS, read_axe_version
from tests.e2e.conftest import deployed, folder
from tests.house.sources import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from plumb.demo.district import DemoPerson
    from tests.e2e.conftest import LoadedStack

__all__ = ["WIDTHS", "deployed", "folder"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
)
"""Nothing but the tests' own pages is asked for, and pictures look alike on every machine."""

ACCESS, REFRESH = "__Host-plumbline", "__Secure-plumbline-refresh"
TRIED = pytest.StashKey[list[str]]()
Opens = Callable[..., "Page"]
Moves = Callable[[timedelta], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--take-pictures`: `make pictures` has it."""
    parser.addoption("--take-pictures", action="store_true", help="write the guides' pictures")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to note what was tried."""
    config.stash[TRIED] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have pictures come first: they show the demonstration district as nobody changed it yet."""
    items.sort(key=lambda item: "browser/test_pictures.py" not in item.nodeid)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print at the end what was tried in which browser."""
    for line in config.stash[TRIED]:
        terminalreporter.write_line(f"browser: {line}")


@pytest.fixture(scope="session")
def note(pytestconfig: pytest.Config) -> list[str]:
    """Return the lines that stand below the run."""
    return pytestconfig.stash[TRIED]


FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>
"""


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Name the fonts of this machine, and ours for names that few machines have letters for."""
    place = tmp_path_factory.mktemp("fonts")
    for name in ("DroidSansFallback.ttf", "NotoSansGurmukhi-Regular.ttf"):
        (place / name).symlink_to(ROOT / "templates/reports/fonts" / name)
    named = place / "fonts.conf"
    named.write_text(FONTS.format(place))
    return str(named)


@pytest.fixture(scope="session")
def chromium(note: list[str], fonts: str) -> Iterator[Browser]:
    """Start the system's Chromium."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, f"none of {NAMES} is installed: `make browser` says how"
    with sync_playwright() as playwright:
        names: dict[str, str | float | bool] = {**os.environ, "FONTCONFIG_FILE": fonts}
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET], env=names)
        note.append(f"Chromium {browser.version}, axe-core {read_axe_version()}")
        yield browser
        browser.close()


@pytest.fixture
def opens(chromium: Browser, deployed: LoadedStack) -> Iterator[Opens]:
    """Open the console's entry in a browser of its own, of some width."""
    with browsers_at(chromium, deployed.up.stack.console) as opens:
        yield opens


@contextmanager
def browsers_at(chromium: Browser, console: str) -> Iterator[Opens]:
    """Open a console's entry, each time in a browser of its own; close them all at the end."""
    contexts = []

    def open_page(width: int = 1280, **options: Any) -> Page:
        size = {"width": width, "height": HEIGHT}
        context = chromium.new_context(**{"viewport": size, **options})
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(console)
        return page

    try:
        yield open_page
    finally:
        for context in contexts:
            context.close()


@pytest.fixture(scope="session")
def colleague(deployed: LoadedStack) -> DemoPerson:
    """Let the district's other administrator in."""
    _, person = deployed.loader.district.of_role("districtAdministrator")
    create_accounts(deployed.up.stack, {person.username: person.email})
    return person


@pytest.fixture(scope="session")
def move_clock(deployed: LoadedStack) -> Moves:
    """Do what is due in the demonstration's stack by a moment to come."""

    def move(ahead: timedelta) -> None:
        look_ahead(deployed.up.stack.outputs, ahead)

    return move


def look_ahead(outputs: Mapping[str, str], ahead: timedelta) -> None:
    """Do what is due by a moment to come: a stack's own tick, by a clock that is ahead.

    It runs in this process, as a function of the stack. All that it sets going, the deployed
    functions do.
    """
    from chalicelib.wiring import Services

    services = Services(stack_of(outputs).settings, clock=_Ahead(ahead))
    services.jobs.tick(services.clock.now())


def read_function(name: str) -> dict[str, Any]:
    """Read how a function of the stack is set up, by what the template calls it."""
    import boto3

    pages = boto3.client("lambda").get_paginator("list_functions").paginate()
    every = [each for page in pages for each in page["Functions"]]
    return next(dict(each) for each in every if f"-{name}-" in each["FunctionName"])


class _Ahead:
    """A clock that is ahead."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


def sign_in(page: Page, deployed: LoadedStack, username: str = "", password: str = "") -> None:
    """Sign somebody in on the sign-in pages: the district admin, unless another is named."""
    name = username or deployed.loader.cast.admin.username
    sign_in_as(page, name, password or deployed.up.stack.password)


def sign_in_as(page: Page, username: str, password: str) -> None:
    """Sign somebody in on the sign-in pages."""
    page.get_by_role("link", name="Sign in").click()
    type_in(page, username, password)
    page.wait_for_url("**/console/home")


def type_in(page: Page, username: str, password: str) -> None:
    """Fill in the form of the sign-in pages, and send it."""
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("button").first.click()
