"""The stack's template, packaged once for all tests that read it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from infra.package import package


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Package the template (no zip, so no network)."""
    made = package(tmp_path_factory.mktemp("package"), template_only=True)
    read: dict[str, Any] = json.loads(made.template.read_text())
    return read
