"""Standards and their imports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.uploads.ports import Receivers

    from .imports.service import StandardsImports
    from .service import Standards


class StandardsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_standards(self) -> Standards:
        """The district's standards, as its staff read them."""
        from .repository import StandardsRepository
        from .service import Standards

        return Standards(StandardsRepository(self.services.table, self.services.clock))

    def build_standards_imports(self) -> StandardsImports:
        """Standards on their way in."""
        from .imports.service import StandardsImports
        from .repository import StandardsImportRepository, StandardsRepository

        return StandardsImports(
            StandardsImportRepository(self.services.table),
            StandardsRepository(self.services.table, self.services.clock),
            self.services.files,
            self.services.findings_files,
            lambda: self.services.jobs,
            lambda: self.services.districts,
            self.services.clock,
            self.services.settings.district,
        )

    def list_standards_jobs(self) -> tuple[JobKind, ...]:
        """Long work on standards."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "standards-import",
                progress=lambda: self.services.standards_imports,
                run=lambda: self.services.standards_imports,
                due=lambda: self.services.standards_imports,
            ),
        )

    def list_standards_uploads(self) -> Receivers:
        """The receivers of files with standards."""
        return {"standards-import": lambda: self.services.standards_imports}

    standards = cached_property(build_standards)
    standards_imports = cached_property(build_standards_imports)
    standards_jobs = cached_property(list_standards_jobs)
    standards_uploads = cached_property(list_standards_uploads)
