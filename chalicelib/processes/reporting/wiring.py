"""What processes say on paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.mail.payload import MailPayload

    from .report_context import Framing
    from .service import Papers


class ReportingWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_framing(self) -> Framing:
        """What papers say besides what lies in the process."""
        from .report_context import Framing

        return Framing(
            self.services.districts,
            lambda: self.services.rosters,
            lambda: self.services.standards,
        )

    def build_papers(self) -> Papers:
        """What processes say on paper."""
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
        """E-mails of data teams."""
        from .finished_email import ProcessFinished

        return (ProcessFinished,)

    framing = cached_property(build_framing)
    papers = cached_property(build_papers)
    process_mails = cached_property(list_process_mails)
