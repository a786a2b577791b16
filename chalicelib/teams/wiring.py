"""The data teams."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Teams


class TeamsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_teams(self) -> Teams:
        """The data teams."""
        from .repository import TeamRepository
        from .service import Teams

        return Teams(
            TeamRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.team_work,
        )

    teams = cached_property(build_teams)
