"""The stack of the end-to-end tests, for programs that know no more of it than its description."""

from __future__ import annotations

from tests.e2e.conftest import deployed, folder

__all__ = ["deployed", "folder"]
