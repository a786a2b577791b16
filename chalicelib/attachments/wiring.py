"""Documents attached to assessments."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.uploads.ports import Receivers

    from .service import Attachments
    from .unused_files import UnusedFiles


class AttachmentsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_attachments(self) -> Attachments:
        """Documents attached to assessments."""
        from .repository import AttachmentRepository
        from .service import Attachments

        return Attachments(
            AttachmentRepository(self.services.table),
            lambda: self.services.assessments,
            lambda: self.services.trackers,
            self.services.files,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def build_unused_files(self) -> UnusedFiles:
        """Build the service that removes files that no attachment refers to."""
        from .repository import AttachmentRepository
        from .unused_files import UnusedFiles

        return UnusedFiles(
            AttachmentRepository(self.services.table),
            self.services.files,
            lambda: self.services.jobs,
            self.services.settings.district,
        )

    def list_attachment_jobs(self) -> tuple[JobKind, ...]:
        """List the kinds of long work on attached documents."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "attachment",
                run=lambda: self.services.attachments,
                due=lambda: self.services.attachments,
            ),
            JobKind("attachment-file", due=lambda: self.services.unused_files),
        )

    def list_attachment_uploads(self) -> Receivers:
        """Return the receiver of the documents that people attach."""
        return {"attachment": lambda: self.services.attachments}

    attachments = cached_property(build_attachments)
    unused_files = cached_property(build_unused_files)
    attachment_jobs = cached_property(list_attachment_jobs)
    attachment_uploads = cached_property(list_attachment_uploads)
