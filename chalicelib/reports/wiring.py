"""PDFs: the domains that have some made are listed here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.jobs.queue import Queue

    from .ports import DocumentBuilders
    from .printouts import Printouts
    from .service import Reports
    from .typesetter import TypstSetter


class ReportsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_report_queue(self) -> Queue:
        """The queue of the report function, for documents that only it can build."""
        from chalicelib.jobs.queue import Queue

        return Queue(lambda: self.services.clients.sqs, self.services.settings.reports_queue)

    def build_reports(self) -> Reports:
        """The documents that the report function builds; each builder at its first work."""
        from .service import Reports

        return Reports(
            lambda: self.services.jobs,
            self.services.clock,
            {**self.services.printout_builders, **self.services.process_builders},
        )

    def build_printouts(self) -> Printouts:
        """Printed templates of processes, and tests on paper."""
        from .printouts import Printouts
        from .repository import PrintoutRepository

        return Printouts(
            PrintoutRepository(self.services.table),
            lambda: self.services.papers,
            lambda: self.services.printed_tests,
            lambda: self.services.typesetter,
            self.services.files,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def build_typesetter(self) -> TypstSetter:
        """The typesetter of reports and charts; only the report function carries Typst."""
        from .typesetter import TypstSetter

        return TypstSetter()

    def list_printout_jobs(self) -> tuple[JobKind, ...]:
        """Printouts; the report function carries them on."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "printout",
                own=lambda: self.services.printouts,
                due=lambda: self.services.reports,
                queue=self.services.report_queue,
            ),
        )

    def list_printout_builders(self) -> DocumentBuilders:
        """The builder that makes printouts."""
        return {"printout": lambda: self.services.printouts}

    report_queue = cached_property(build_report_queue)
    reports = cached_property(build_reports)
    printouts = cached_property(build_printouts)
    typesetter = cached_property(build_typesetter)
    printout_jobs = cached_property(list_printout_jobs)
    printout_builders = cached_property(list_printout_builders)
