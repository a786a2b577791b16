"""The services of work lists, from those of all domains."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import WorkLists


class WorkListsWiring(DomainWiring):
    @cached_property
    def work_lists(self) -> WorkLists:
        from .administration import AdministrationWork
        from .service import WorkLists
        from .teaching import TeachingWork
        from .teamwork import TeamWork

        return WorkLists(
            self.services.board_list,
            TeachingWork(
                self.services.sheet_standings,
                lambda: self.services.recall_marks,
                lambda: self.services.assessments,
            ),
            TeamWork(lambda: self.services.processes, self.services.open_work),
            AdministrationWork(
                lambda: self.services.roster_imports,
                lambda: self.services.standards_imports,
                lambda: self.services.jobs,
                self.services.distribution_overview,
            ),
        )
