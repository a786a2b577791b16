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
    @cached_property
    def corrections(self) -> Corrections:
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

    @cached_property
    def correction_work(self) -> CorrectionWork:
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

    @cached_property
    def correction_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "correction",
                progress=lambda: self.services.corrections,
                work=lambda: self.services.correction_work,
                soon=lambda: self.services.correction_work,
            ),
        )
