"""The data teams."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Teams


class TeamsWiring(DomainWiring):
    @cached_property
    def teams(self) -> Teams:
        from .repository import TeamRepository
        from .service import Teams

        return Teams(
            TeamRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.team_work,
        )
