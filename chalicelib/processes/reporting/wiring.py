"""The services of processes' papers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload
    from chalicelib.reports.ports import DocumentBuilders

    from .report_builder import ReportBuilder
    from .report_context import ReportContexts
    from .service import Papers


class ReportingWiring(DomainWiring):
    @cached_property
    def framing(self) -> ReportContexts:
        from .report_context import ReportContexts

        return ReportContexts(
            self.services.districts,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.assessments,
        )

    @cached_property
    def papers(self) -> Papers:
        from .service import Papers

        return Papers(
            self.services.process_items,
            self.services.processes,
            self.services.framing,
            lambda: self.services.rosters,
            self.services.clock,
            lambda: self.services.districts,
        )

    @cached_property
    def process_mails(self) -> tuple[type[MailPayload], ...]:
        from .finished_email import ProcessFinished

        return (ProcessFinished,)

    @cached_property
    def process_reports(self) -> ReportBuilder:
        from .report_builder import ReportBuilder
        from .repository import ReportRepository

        return ReportBuilder(
            ReportRepository(self.services.table),
            self.services.process_items,
            lambda: self.services.typesetter,
            self.services.files,
            lambda: self.services.mails,
            lambda: self.services.rosters,
            lambda: self.services.districts,
            self.services.clock,
            self.services.settings.district,
        )

    @cached_property
    def process_report_jobs(self) -> tuple[JobKind, ...]:
        """Reports of locked processes; the report function carries them on."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-report",
                due=lambda: self.services.reports,
                queue=self.services.report_queue,
            ),
        )

    @cached_property
    def process_builders(self) -> DocumentBuilders:
        return {"process-report": lambda: self.services.process_reports}
