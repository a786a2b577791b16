"""Processes that are finished."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.processes.reporting.report_builder import ReportDesk
    from chalicelib.reports.ports import Desks

    from .service import Locks
    from .work import LockWork


class LockingWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_locking(self) -> Locks:
        """What leaders finish."""
        from .repository import LockRepository
        from .service import Locks

        return Locks(
            lambda: self.services.processes,
            self.services.process_items,
            LockRepository(self.services.table),
            self.services.files,
            lambda: self.services.jobs,
        )

    def build_lock_work(self) -> LockWork:
        """What closes classes and locks."""
        from chalicelib.processes.reporting.final_tests import GivenTests

        from .repository import LockRepository
        from .work import LockWork

        return LockWork(
            LockRepository(self.services.table),
            self.services.process_items,
            lambda: self.services.sealing,
            self.services.framing,
            GivenTests(lambda: self.services.assessments),
            lambda: self.services.process_library,
            lambda: self.services.jobs,
            clock=self.services.clock,
            district=self.services.settings.district,
        )

    def list_locking_jobs(self) -> tuple[JobKind, ...]:
        """The lock, and the report, which the report function carries on."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-report",
                due=lambda: self.services.reports,
                queue=self.services.report_queue,
            ),
            JobKind(
                "process-lock",
                own=lambda: self.services.locking,
                run=lambda: self.services.lock_work,
                due=lambda: self.services.lock_work,
            ),
        )

    def build_process_reports(self) -> ReportDesk:
        """What makes the reports of locked processes, and tells administrators."""
        from chalicelib.processes.reporting.report_builder import ReportDesk

        from .repository import LockRepository

        return ReportDesk(
            LockRepository(self.services.table),
            self.services.process_items,
            lambda: self.services.typesetter,
            self.services.files,
            lambda: self.services.mails,
            lambda: self.services.rosters,
            lambda: self.services.districts,
            clock=self.services.clock,
            district=self.services.settings.district,
        )

    def list_process_desks(self) -> Desks:
        """Who makes reports of locked processes."""
        return {"process-report": lambda: self.services.process_reports}

    locking = cached_property(build_locking)
    lock_work = cached_property(build_lock_work)
    locking_jobs = cached_property(list_locking_jobs)
    process_reports = cached_property(build_process_reports)
    process_desks = cached_property(list_process_desks)
