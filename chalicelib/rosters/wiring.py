"""Schools, people, courses and classes, and their imports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.uploads.ports import Receivers

    from .findings.service import RosterFindings
    from .imports.repository import RosterImportRepository
    from .imports.service import RosterImports
    from .imports.worker import RosterWorker
    from .service import Rosters


class RostersWiring(DomainWiring):
    @cached_property
    def rosters(self) -> Rosters:
        from .repository import RosterRepository
        from .service import Rosters

        return Rosters(RosterRepository(self.services.table))

    @cached_property
    def roster_import_items(self) -> RosterImportRepository:
        from .imports.repository import RosterImportRepository

        return RosterImportRepository(self.services.table)

    @cached_property
    def roster_imports(self) -> RosterImports:
        from .imports.service import RosterImports

        return RosterImports(
            self.services.roster_import_items, self.services.files, lambda: self.services.jobs
        )

    @cached_property
    def roster_findings(self) -> RosterFindings:
        from .findings.service import RosterFindings

        return RosterFindings(
            self.services.roster_imports, self.services.findings_files, self.services.files
        )

    @cached_property
    def roster_worker(self) -> RosterWorker:
        from .imports.worker import RosterWorker

        return RosterWorker(
            self.services.roster_import_items,
            self.services.roster_imports,
            self.services.files,
            self.services.districts,
            self.services.accounts,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            lambda: (self.services.tracker_following, self.services.row_following),
            lambda: self.services.renewal_work,
            lambda: self.services.sheets,
        )

    @cached_property
    def roster_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "roster-import",
                progress=lambda: self.services.roster_imports,
                work=lambda: self.services.roster_worker,
                begin=lambda: self.services.roster_worker,
            ),
        )

    @cached_property
    def roster_uploads(self) -> Receivers:
        return {"roster-import": lambda: self.services.roster_imports}
