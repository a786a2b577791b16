"""The stack, deployed to a local cloud of its own and loaded; everything here goes over HTTP."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from plumb.client import Client, Loopback
from plumb.local.places import LocalPlaces
from plumb.local.session import LocalSession, session
from plumb.tour.give import give
from plumb.tour.ledger import TourLedger
from plumb.tour.load import Loader
from tests.e2e.visitor import Visitor


@dataclass(frozen=True)
class LoadedStack:
    """A loaded stack with two distributions: one made at once, one a minute or two ahead."""

    up: LocalSession
    loader: Loader
    admin: Client
    now: str
    scheduled: str

    def as_teacher(self) -> Client:
        """Sign a third-grade teacher in."""
        return self.loader.client(self.loader.cast.teachers[0].username)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a local cloud that nobody used before."""
    return tmp_path_factory.mktemp("local")


@pytest.fixture(scope="session")
def deployed(folder: Path) -> Iterator[LoadedStack]:
    """Start, deploy, load, and begin both distributions."""
    before = dict(os.environ)
    with session(LocalPlaces(folder), lambda _: None) as up:
        ledger = TourLedger(folder / "tour.json")
        loader = Loader(up.stack, ledger, lambda *_: None)
        admin = loader.load()
        now, scheduled = give(admin, ledger)
        yield LoadedStack(up, loader, admin, now, scheduled)
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def admin(deployed: LoadedStack) -> Client:
    """Return the district admin who made the assessments."""
    return deployed.admin


@pytest.fixture
def teacher(deployed: LoadedStack) -> Client:
    """Return a third-grade teacher."""
    return deployed.as_teacher()


@pytest.fixture(scope="session")
def pages(deployed: LoadedStack) -> dict[str, str]:
    """Return what the API says about signing in."""
    found: dict[str, str] = Client(deployed.up.stack.url).get("/v1/sign-in")
    return found


@pytest.fixture(scope="session")
def visitor(deployed: LoadedStack) -> Iterator[Visitor]:
    """Return the district admin in a browser."""
    with httpx.Client(timeout=30, transport=Loopback()) as http:
        name = deployed.loader.cast.admin.username
        yield Visitor(http, name, deployed.up.stack.password)


@pytest.fixture(scope="session", autouse=True)
def early_code(visitor: Visitor, pages: dict[str, str]) -> tuple[str, float]:
    """Return a code that nobody has used, and when it came: before all tests."""
    return visitor.bring_code(pages), time.monotonic()
