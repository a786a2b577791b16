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
    """The services, each made at its first use."""

    def build_rosters(self) -> Rosters:
        """Schools, people, courses and classes."""
        from .repository import RosterRepository
        from .service import Rosters

        return Rosters(RosterRepository(self.services.table))

    def build_roster_import_items(self) -> RosterImportRepository:
        """Where roster imports are kept."""
        from .imports.repository import RosterImportRepository

        return RosterImportRepository(self.services.table)

    def build_roster_imports(self) -> RosterImports:
        """Imports of the roster."""
        from .imports.service import RosterImports

        return RosterImports(
            self.services.roster_import_items, self.services.files, lambda: self.services.jobs
        )

    def build_roster_findings(self) -> RosterFindings:
        """The findings of checks of rosters."""
        from .findings.service import RosterFindings

        return RosterFindings(
            self.services.roster_imports, self.services.findings_files, self.services.files
        )

    def build_roster_worker(self) -> RosterWorker:
        """The worker that continues imports of the roster."""
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

    def list_roster_jobs(self) -> tuple[JobKind, ...]:
        """Long work on the roster."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "roster-import",
                progress=lambda: self.services.roster_imports,
                run=lambda: self.services.roster_worker,
                due=lambda: self.services.roster_worker,
                begin=lambda: self.services.roster_worker,
            ),
        )

    def list_roster_uploads(self) -> Receivers:
        """The receivers of packages with a roster."""
        return {"roster-import": lambda: self.services.roster_imports}

    rosters = cached_property(build_rosters)
    roster_import_items = cached_property(build_roster_import_items)
    roster_imports = cached_property(build_roster_imports)
    roster_findings = cached_property(build_roster_findings)
    roster_worker = cached_property(build_roster_worker)
    roster_jobs = cached_property(list_roster_jobs)
    roster_uploads = cached_property(list_roster_uploads)
