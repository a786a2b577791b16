"""The stack of the end-to-end tests, for programs that know no more of it than its description."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import deployed, folder

__all__ = ["deployed", "folder"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder: `make clients` runs it, and `make test` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)
