"""A local stack beside the demonstration's: empty at first, and its roster may be changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infra.people import set_password
from plumb.client import Client, sign_in
from plumb.imports import ROSTER, bring_in
from plumb.local.places import LocalPlaces
from plumb.local.session import LocalSession, session
from plumb.local.stack import ADMIN, create_accounts
from tests.browser.conftest import sign_in_as

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opens


@dataclass(frozen=True)
class NewDistrict:
    """An empty stack, and the operator who is its first administrator."""

    up: LocalSession

    @property
    def url(self) -> str:
        """Its address."""
        return self.up.stack.url

    @property
    def admin(self) -> Client:
        """The operator over the API."""
        return self.client(ADMIN)

    def client(self, username: str) -> Client:
        """Sign somebody in, over the API."""
        stack = self.up.stack
        return Client(stack.url, sign_in(stack.client, username, stack.password))

    def give_accounts(self, *names: str) -> None:
        """Create accounts for people: their sign-in names are their addresses."""
        create_accounts(self.up.stack, {name: name for name in names})

    def put_in_force(self, package: bytes) -> str:
        """Bring a roster into force, whatever it removes; return the import's id."""
        done = bring_in(self.admin, ROSTER, "roster.zip", package, confirm_drops=True)
        return str(done["id"])

    def set_password(self, username: str, password: str) -> None:
        """Set the password of an account, as if its holder had chosen it."""
        set_password(self.up.stack.outputs, username, password)

    def open(
        self, opens: Opens, path: str = "/console/home", who: str = ADMIN, password: str = ""
    ) -> Page:
        """Open a page in a browser of its own, signed in as somebody."""
        page = opens()
        sign_in_as(page, who, password or self.up.stack.password)
        page.goto(f"{self.url}{path}")
        return page


@contextmanager
def deploy_new_district(folder: Path) -> Iterator[NewDistrict]:
    """Deploy an empty stack; meanwhile the SDK of this process speaks to it alone."""
    before = dict(os.environ)
    try:
        with session(LocalPlaces(folder), lambda _: None) as up:
            yield NewDistrict(up)
    finally:
        os.environ.clear()
        os.environ.update(before)
