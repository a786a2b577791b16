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
    @cached_property
    def attachments(self) -> Attachments:
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

    @cached_property
    def unused_files(self) -> UnusedFiles:
        from .repository import AttachmentRepository
        from .unused_files import UnusedFiles

        return UnusedFiles(
            AttachmentRepository(self.services.table),
            self.services.files,
            lambda: self.services.jobs,
            self.services.settings.district,
        )

    @cached_property
    def attachment_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind("attachment", work=lambda: self.services.attachments),
            JobKind("attachment-file", due=lambda: self.services.unused_files),
        )

    @cached_property
    def attachment_uploads(self) -> Receivers:
        return {"attachment": lambda: self.services.attachments}
