"""What waits for a person."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import WorkLists


class WorkListsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_work_lists(self) -> WorkLists:
        """What waits for whom."""
        from chalicelib.distribution.overview import DistributionOverview
        from chalicelib.processes.open_work import OpenWorkRepository
        from chalicelib.results.progress import SheetStandings
        from chalicelib.trackers.boards import BoardList
        from chalicelib.trackers.repository import TrackerRepository

        from .administration import AdministrationWork
        from .service import WorkLists
        from .teaching import TeachingWork
        from .teamwork import TeamWork

        return WorkLists(
            BoardList(TrackerRepository(self.services.table)),
            TeachingWork(
                SheetStandings(self.services.table),
                lambda: self.services.recall_marks,
                lambda: self.services.assessments,
            ),
            TeamWork(lambda: self.services.processes, OpenWorkRepository(self.services.table)),
            AdministrationWork(
                lambda: self.services.roster_imports,
                lambda: self.services.standards_imports,
                lambda: self.services.jobs,
                DistributionOverview(self.services.table, self.services.distribution_items),
            ),
        )

    work_lists = cached_property(build_work_lists)
