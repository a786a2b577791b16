"""The API's tests stand on the simulator's cloud, which is five times as quick as moto's.

`test_two_clouds.py` holds the two against each other for every route, and `make conformance` has
all of these tests stand on moto and on other engines.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.clouds import Cloud
from tests.support.moto_cloud import ASKED, standing_moto
from tests.support.simulated_cloud import FaultlessCloud


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    """Give a cloud in memory."""
    if ASKED is None:
        yield FaultlessCloud()
        return
    with standing_moto() as standing:
        yield standing
