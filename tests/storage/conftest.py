"""The storage reads from moto what it wrote: the simulator is ours, and could have our errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.clouds import WorldCloud
from tests.support.moto_cloud import standing_moto


@pytest.fixture
def cloud() -> Iterator[WorldCloud]:
    """Return moto's cloud."""
    with standing_moto() as standing:
        yield standing
