"""A screen for its visitors: its template, its route, who comes to it, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

Come = Callable[["Page", "BrowserStage"], None]
"""Comes to a screen; the page stands at some screen of the stack."""
Reader = Literal["admin", "leader", "principal"]
"""The district's administrator, a data team's leader, the administrator of the leader's school."""


@dataclass(frozen=True)
class Sight:
    """A screen, and how to come to it."""

    template: str
    """Below `templates/console/`."""
    route: str
    """As the table of screens has it, with the tab or the act; of what a form shows, its own."""
    come: Come
    status: int = 200
    needs_sign_in: bool = True
    path: str = ""
    """The address by which one comes to it; blank where something is done first."""
    who: Reader = "admin"


def go(page: Page, path: str, stage: BrowserStage) -> None:
    """Open an address of the stack; what stands in braces is an id of the stage."""
    origin = page.url.partition("/console")[0]
    known = vars(stage) | vars(stage.teams) | vars(stage.setup)
    page.goto(origin + path.format_map(known))


def at(template: str, route: str, path: str, **changes: bool | int | str) -> Sight:
    """Come by an address."""
    come = partial(_open, path)
    return Sight(template, route, come, path=path, **changes)  # type: ignore[arg-type]


def _open(path: str, page: Page, stage: BrowserStage) -> None:
    go(page, path, stage)


def press(path: str, button: str = "button.main", **fill: str) -> Come:
    """Come by a form's button on a page; `fill` are its fields by id."""

    def come(page: Page, stage: BrowserStage) -> None:
        go(page, path, stage)
        for name, text in fill.items():
            page.locator(f"#{name}").fill(text)
        page.locator(f"main form[method=post] {button}").last.click()
        page.wait_for_load_state()

    return come
