"""Processes that a distribution opens in data teams."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .opener import Opener
    from .service import ProcessOpenings
    from .work import OpeningWork


class OpeningWiring(DomainWiring):
    @cached_property
    def process_openings(self) -> ProcessOpenings:
        from .repository import OpeningRepository
        from .service import ProcessOpenings

        return ProcessOpenings(
            OpeningRepository(self.services.table),
            self.services.distribution_items,
            lambda: self.services.teams,
        )

    @cached_property
    def opening_work(self) -> OpeningWork:
        from .repository import OpeningRepository
        from .work import OpeningWork

        return OpeningWork(
            OpeningRepository(self.services.table),
            lambda: self.services.process_opener,
            self.services.distribution_items,
            lambda: self.services.distributions,
            lambda: self.services.teams,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            lambda: self.services.districts,
        )

    @cached_property
    def process_opener(self) -> Opener:
        from .opener import Opener

        return Opener(
            self.services.process_items,
            self.services.process_creation,
            self.services.activations,
            self.services.assessments,
            lambda: self.services.teams,
        )

    @cached_property
    def opening_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-opening",
                progress=lambda: self.services.process_openings,
                work=lambda: self.services.opening_work,
            ),
        )
