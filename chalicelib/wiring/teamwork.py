"""Data teams and their Mastery Processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.processes.repository import ProcessRepository

    from . import Services


def process_items(services: Services) -> ProcessRepository:
    """Where processes are kept."""
    from chalicelib.processes.repository import ProcessRepository

    return ProcessRepository(services.table)
