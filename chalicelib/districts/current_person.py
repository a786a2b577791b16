"""Who is signed in, as the person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .rights import Right, rights_of

if TYPE_CHECKING:
    from .model import District, SignIn


@dataclass(frozen=True, slots=True)
class TeamOfMine:
    """A data team that somebody belongs to."""

    id: str
    name: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Myself:
    """Who is signed in: as what, where, in which teams, and what they may do."""

    sign_in: SignIn
    district: District
    today: str
    teams: tuple[TeamOfMine, ...] = ()

    @property
    def rights(self) -> tuple[Right, ...]:
        """What they may do."""
        return rights_of(self.sign_in.roles, leads=any(team.leads for team in self.teams))
