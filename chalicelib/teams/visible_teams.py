"""A team as one person sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.acts import Caller

from .model import Team, TeamRole, list_allowed_acts, standing


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """A team as one person sees it. `notes` say what else a change means, in words."""

    team: Team
    role: TeamRole
    allowed: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.team.id

    @property
    def version(self) -> int:
        return self.team.version


def show_team(caller: Caller, team: Team, role: TeamRole, notes: Sequence[str] = ()) -> ShownTeam:
    """Return a team as somebody sees it; `role` is for a person who has just left it."""
    now = standing(caller, team)
    return ShownTeam(team, now or role, _may(caller, team, now) if now else (), tuple(notes))


def list_visible_teams(caller: Caller, teams: Sequence[Team]) -> Iterator[ShownTeam]:
    """Yield those teams that somebody may see, as they see them."""
    for team in teams:
        role = standing(caller, team)
        if role is not None:
            yield ShownTeam(team, role, _may(caller, team, role))


def _may(caller: Caller, team: Team, role: TeamRole) -> tuple[str, ...]:
    """Name the acts that somebody may do with the team now."""
    pointless = {"retire", "start_process"} if team.retired else {"bring_back"}
    if len(team.leaders) == 1 and role == TeamRole.LEADER:
        pointless.add("leave")
    return tuple(act for act in list_allowed_acts(caller, team, role) if act not in pointless)
