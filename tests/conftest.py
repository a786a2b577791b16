"""The world most tests live in: a cloud, a clock that stands still, and people with tokens."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
os.environ.setdefault("AWS_ACCESS_KEY_ID", "testing")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "testing")
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "Plumbline")
os.environ.pop("AWS_ENDPOINT_URL", None)  # moto would go to the network

from chalicelib import wiring
from simulator import identifiers
from tests.support.clouds import WorldCloud
from tests.support.moto_cloud import ASKED, standing_moto
from tests.support.simulated_cloud import FaultlessCloud
from tests.support.world import World

if TYPE_CHECKING:
    from tests.api.process_scene import TeamAtWork
    from tests.api.results_scene import Results

gc.disable()  # until every test is collected: most of what is imported stays to the end

# a slow machine is no failure: timings are never assertions
settings.register_profile("timeless", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("timeless")


DEPLOYED = ("tests/browser/", "tests/e2e/", "tests/strangers/")
"""Folders that run on the deployed stack; `make test` leaves them out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in the folders of `make browser`, `make e2e` and `make clients`."""
    for item in items:
        if item.nodeid.startswith(DEPLOYED):
            item.add_marker(pytest.mark.e2e)


def pytest_collection_finish() -> None:
    """Collect garbage from now on, and never look again at what was imported and collected.

    Tests make much that lives long: to look for garbage thirty times as often finds hardly more.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20)
    gc.enable()


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Nothing of another test, or of what was looked at while tests were collected."""
    identifiers.forget()
    yield
    wiring.use(None)


@pytest.fixture
def cloud(request: pytest.FixtureRequest) -> Iterator[WorldCloud]:
    """Return the simulator's cloud, five times as fast as moto's, or moto's if marked so.

    `test_two_clouds.py` holds the two against each other for every route, and `make conformance`
    has the tests stand on moto and on other engines.
    """
    if ASKED is None and request.node.get_closest_marker("moto") is None:
        yield FaultlessCloud()
        return
    with standing_moto() as standing:
        yield standing


@pytest.fixture
def world(cloud: WorldCloud) -> World:
    """Return a fresh stack of one district."""
    made = World(cloud)
    wiring.use(made.services)
    return made


@pytest.fixture
def team(world: World) -> TeamAtWork:
    """Return a data team at work on a Mastery Process."""
    from tests.api.process_scene import TeamAtWork

    return world.scene(TeamAtWork)


@pytest.fixture
def results(world: World) -> Results:
    """Return a distribution that was delivered, and entered by its teachers."""
    from tests.api.results_scene import Results

    return world.scene(Results)
