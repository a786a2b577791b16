"""Fixtures of several screens."""

from __future__ import annotations

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support.world import World


@pytest.fixture
def finished(world: World) -> FinishedTeam:
    """Return a data team whose Mastery Process is finished."""
    return world.scene(FinishedTeam)


@pytest.fixture
def sheet(team: TeamAtWork) -> str:
    """Activate the pre-test for Mia's class, and give the sheet's path in the API."""
    reply = team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"})
    return str(expect_ok(reply).body["links"]["sheet"])
