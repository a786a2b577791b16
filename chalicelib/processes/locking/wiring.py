"""Processes that are finished."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .service import Locks
    from .work import LockWork


class LockingWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_locking(self) -> Locks:
        """The finishing of processes by their leaders."""
        from chalicelib.processes.reporting.repository import ReportRepository

        from .service import Locks

        return Locks(
            lambda: self.services.processes,
            self.services.process_items,
            ReportRepository(self.services.table),
            self.services.files,
            lambda: self.services.jobs,
        )

    def build_lock_work(self) -> LockWork:
        """The work that closes classes and locks processes."""
        from .repository import LockRepository
        from .work import LockWork

        return LockWork(
            LockRepository(self.services.table),
            self.services.process_items,
            lambda: self.services.sealing,
            self.services.framing,
            lambda: self.services.process_library,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def list_locking_jobs(self) -> tuple[JobKind, ...]:
        """The closing of classes."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-lock",
                own=lambda: self.services.locking,
                run=lambda: self.services.lock_work,
                due=lambda: self.services.lock_work,
            ),
        )

    locking = cached_property(build_locking)
    lock_work = cached_property(build_lock_work)
    locking_jobs = cached_property(list_locking_jobs)
