"""Items that come from elsewhere, and the documents beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.assessments.authoring.service import Building
    from chalicelib.attachments.service import Attachments
    from chalicelib.attachments.unused_files import UnusedFiles
    from chalicelib.item_imports.service import ItemImports

    from . import Services


def building(services: Services) -> Building:
    """Assessments built from items that are there already."""
    from chalicelib.assessments.authoring.service import Building
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
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def attachments(services: Services) -> Attachments:
    """Documents attached to assessments."""
    from chalicelib.attachments.repository import AttachmentRepository
    from chalicelib.attachments.service import Attachments

    return Attachments(
        AttachmentRepository(services.table),
        lambda: services.assessments,
        lambda: services.trackers,
        services.files,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def build_unused_files(services: Services) -> UnusedFiles:
    """What removes files that no attachment refers to."""
    from chalicelib.attachments.repository import AttachmentRepository
    from chalicelib.attachments.unused_files import UnusedFiles

    return UnusedFiles(
        AttachmentRepository(services.table),
        services.files,
        lambda: services.jobs,
        services.settings.district,
    )
