"""Corrections of keys, points and cut scores."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .service import Corrections
    from .worker import CorrectionWork


class CorrectionsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_corrections(self) -> Corrections:
        """Return the corrections that authors make."""
        from .repository import CorrectionRepository
        from .service import Corrections

        return Corrections(
            CorrectionRepository(self.services.table),
            lambda: self.services.assessments,
            self.services.assessment_items,
            lambda: self.services.rosters,
            lambda: self.services.jobs,
            self.services.sheet_items,
        )

    def build_correction_work(self) -> CorrectionWork:
        """Return the work that scores every sheet again."""
        from .repository import CorrectionRepository
        from .worker import CorrectionWork

        return CorrectionWork(
            CorrectionRepository(self.services.table),
            lambda: self.services.assessments,
            self.services.assessment_items,
            self.services.sheet_items,
            self.services.process_feed,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def list_correction_jobs(self) -> tuple[JobKind, ...]:
        """Long work on corrections."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "correction",
                progress=lambda: self.services.corrections,
                run=lambda: self.services.correction_work,
                due=lambda: self.services.correction_work,
                soon=lambda: self.services.correction_work,
            ),
        )

    corrections = cached_property(build_corrections)
    correction_work = cached_property(build_correction_work)
    correction_jobs = cached_property(list_correction_jobs)
