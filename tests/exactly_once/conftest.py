"""Each test here brings its own cloud; afterwards the process forgets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chalicelib import wiring
from simulator import identifiers


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    wiring.use(None)
    identifiers.forget()
