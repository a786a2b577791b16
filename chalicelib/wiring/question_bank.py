"""Items that come from elsewhere, and the documents beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.building.service import Building
    from chalicelib.attachments.service import Attachments
    from chalicelib.item_imports.service import ItemImports

    from . import Services

_TRACKERS = 200
"""Trackers of one person that are looked through for an assessment."""


def building(services: Services) -> Building:
    """Assessments built from items that are there already."""
    from chalicelib.assessments.building.service import Building
    from chalicelib.assessments.repository import AssessmentRepository

    return Building(
        AssessmentRepository(services.table),
        services.assessments,
        services.districts,
        lambda: services.standards,
    )


def item_imports(services: Services) -> ItemImports:
    """Items on their way in."""
    from chalicelib.item_imports.repository import ItemImportRepository
    from chalicelib.item_imports.service import ItemImports

    return ItemImports(
        ItemImportRepository(services.table),
        lambda: services.building,
        lambda: services.standards,
        services.files,
        services.jobs,
        services.clock,
        services.settings.district,
    )


def attachments(services: Services) -> Attachments:
    """Documents attached to assessments."""
    from chalicelib.attachments.repository import AttachmentRepository
    from chalicelib.attachments.service import Attachments

    def holds(caller: Caller, assessment: str) -> bool:
        """Look through the person's trackers, as they are shown to them."""
        rows = services.trackers.mine(caller, _TRACKERS, None, archived=False).items
        boards = (services.trackers.open(caller, row.id) for row in rows)
        return any(held.entry.assessment == assessment for each in boards for held in each.held)

    return Attachments(
        AttachmentRepository(services.table),
        lambda: services.assessments,
        holds,
        services.files,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )
