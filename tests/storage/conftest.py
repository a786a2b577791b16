"""What is written is read back from moto: the simulator is ours, and could err as we do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.clouds import WorldCloud
from tests.support.moto_cloud import standing_moto


@pytest.fixture
def cloud() -> Iterator[WorldCloud]:
    """Give moto's cloud."""
    with standing_moto() as standing:
        yield standing
