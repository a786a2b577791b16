"""The signed-in person, as they see themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .rights import Right, rights_of

if TYPE_CHECKING:
    from .model import District
    from .sign_in_entry import SignIn


@dataclass(frozen=True, slots=True)
class TeamOfMine:
    """A data team that somebody belongs to."""

    id: str
    name: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Myself:
    """The signed-in person: their roles, schools, teams and rights."""

    sign_in: SignIn
    district: District
    today: str
    teams: tuple[TeamOfMine, ...] = ()

    @property
    def rights(self) -> tuple[Right, ...]:
        """Their rights."""
        return rights_of(self.sign_in.roles, leads=any(team.leads for team in self.teams))
