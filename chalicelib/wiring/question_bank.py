"""Items that come from elsewhere, and the documents beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.assessments.authoring.service import Building
    from chalicelib.attachments.service import Attachments
    from chalicelib.attachments.unused_files import UnusedFiles
    from chalicelib.item_imports.service import ItemImports
    from chalicelib.jobs.ports import JobKind
    from chalicelib.uploads.ports import Receivers

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


def item_import_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on items that come from elsewhere."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "item-import",
            progress=lambda: services.item_imports,
            run=lambda: services.item_imports,
            due=lambda: services.item_imports,
        ),
    )


def item_import_uploads(services: Services) -> Receivers:
    """Who looks at files with items."""
    return {"item-import": lambda: services.item_imports}


def attachment_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on attached documents."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind("attachment", run=lambda: services.attachments, due=lambda: services.attachments),
        JobKind("attachment-file", due=lambda: services.unused_files),
    )


def attachment_uploads(services: Services) -> Receivers:
    """Who looks at documents that people attach."""
    return {"attachment": lambda: services.attachments}
