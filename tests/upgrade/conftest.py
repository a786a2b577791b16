"""A stack of an earlier release, in the first minute of this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib import wiring
from tests.support.world import standing_aws
from tests.upgrade.stack import EarlierStack


@pytest.fixture
def clients() -> Iterator[Any]:
    with standing_aws() as made:
        yield made
        wiring.use(None)


@pytest.fixture
def stack(clients: Any) -> EarlierStack:
    made = EarlierStack(clients, "0.3.0")
    wiring.use(made.world.services)
    made.update()
    return made
