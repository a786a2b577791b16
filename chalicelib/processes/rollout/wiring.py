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
    """The services, each made at its first use."""

    def build_process_openings(self) -> ProcessOpenings:
        """The processes that distributions open in data teams."""
        from .repository import OpeningRepository
        from .service import ProcessOpenings

        return ProcessOpenings(
            OpeningRepository(self.services.table),
            self.services.distribution_items,
            lambda: self.services.teams,
        )

    def build_opening_work(self, *step: int) -> OpeningWork:
        """The opener of processes; `step` is how many teams and classes a message is about."""
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
            *step,
        )

    def build_process_opener(self) -> Opener:
        """The opener, which begins processes and activates their pre-tests."""
        from .opener import Opener

        return Opener(
            self.services.process_items,
            self.services.process_creation,
            self.services.activations,
            self.services.assessments,
            lambda: self.services.teams,
        )

    def list_opening_jobs(self) -> tuple[JobKind, ...]:
        """Long work of opening processes."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-opening",
                progress=lambda: self.services.process_openings,
                run=lambda: self.services.opening_work,
                due=lambda: self.services.opening_work,
            ),
        )

    process_openings = cached_property(build_process_openings)
    opening_work = cached_property(build_opening_work)
    process_opener = cached_property(build_process_opener)
    opening_jobs = cached_property(list_opening_jobs)
