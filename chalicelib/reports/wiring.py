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
    @cached_property
    def report_queue(self) -> Queue:
        """The queue of the report function, for documents that only it can build."""
        from chalicelib.jobs.queue import Queue

        return Queue(lambda: self.services.clients.sqs, self.services.settings.reports_queue)

    @cached_property
    def reports(self) -> Reports:
        """The documents that the report function builds; each builder at its first work."""
        from .service import Reports

        return Reports(
            lambda: self.services.jobs,
            self.services.clock,
            {**self.services.printout_builders, **self.services.process_builders},
        )

    @cached_property
    def printouts(self) -> Printouts:
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

    @cached_property
    def typesetter(self) -> TypstSetter:
        """The typesetter of reports and charts; only the report function carries Typst."""
        from .typesetter import TypstSetter

        return TypstSetter()

    @cached_property
    def printout_jobs(self) -> tuple[JobKind, ...]:
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

    @cached_property
    def printout_builders(self) -> DocumentBuilders:
        return {"printout": lambda: self.services.printouts}
