"""A stack of an earlier release, in the first minute of this one."""

from __future__ import annotations

import pytest

from chalicelib import wiring
from tests.support.clouds import WorldCloud
from tests.upgrade.stack import EarlierStack


@pytest.fixture
def stack(cloud: WorldCloud) -> EarlierStack:
    made = EarlierStack(cloud, "0.3.0")
    wiring.use(made.world.services)
    made.update()
    return made
