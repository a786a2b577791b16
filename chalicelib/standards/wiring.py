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
    @cached_property
    def standards(self) -> Standards:
        from .repository import StandardsRepository
        from .service import Standards

        return Standards(StandardsRepository(self.services.table, self.services.clock))

    @cached_property
    def standards_imports(self) -> StandardsImports:
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

    @cached_property
    def standards_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "standards-import",
                progress=lambda: self.services.standards_imports,
                work=lambda: self.services.standards_imports,
            ),
        )

    @cached_property
    def standards_uploads(self) -> Receivers:
        return {"standards-import": lambda: self.services.standards_imports}
