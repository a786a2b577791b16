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
    """The services, each made at its first use."""

    def build_framing(self) -> ReportContexts:
        """The facts of papers from outside the process."""
        from .report_context import ReportContexts

        return ReportContexts(
            self.services.districts,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.assessments,
        )

    def build_papers(self) -> Papers:
        """The services of processes' papers."""
        from .service import Papers

        return Papers(
            self.services.process_items,
            self.services.processes,
            self.services.framing,
            lambda: self.services.rosters,
            self.services.clock,
            lambda: self.services.districts,
        )

    def list_process_mails(self) -> tuple[type[MailPayload], ...]:
        """Emails of data teams."""
        from .finished_email import ProcessFinished

        return (ProcessFinished,)

    def build_process_reports(self) -> ReportBuilder:
        """The builder that makes the reports of locked processes and emails administrators."""
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

    def list_process_report_jobs(self) -> tuple[JobKind, ...]:
        """Reports of locked processes; the report function carries them on."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "process-report",
                due=lambda: self.services.reports,
                queue=self.services.report_queue,
            ),
        )

    def list_process_builders(self) -> DocumentBuilders:
        """The builder for reports of locked processes."""
        return {"process-report": lambda: self.services.process_reports}

    framing = cached_property(build_framing)
    papers = cached_property(build_papers)
    process_mails = cached_property(list_process_mails)
    process_reports = cached_property(build_process_reports)
    process_report_jobs = cached_property(list_process_report_jobs)
    process_builders = cached_property(list_process_builders)
