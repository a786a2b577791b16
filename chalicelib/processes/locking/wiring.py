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
    @cached_property
    def locking(self) -> Locks:
        from chalicelib.processes.reporting.repository import ReportRepository

        from .service import Locks

        return Locks(
            lambda: self.services.processes,
            self.services.process_items,
            ReportRepository(self.services.table),
            self.services.files,
            lambda: self.services.jobs,
        )

    @cached_property
    def lock_work(self) -> LockWork:
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

    @cached_property
    def locking_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-lock",
                own=lambda: self.services.locking,
                work=lambda: self.services.lock_work,
            ),
        )
