"""A data team (P1): who belongs to it, who leads it, and what each may do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Protocol

from pydantic import Field

from chalicelib.acts import Caller
from chalicelib.errors import Forbidden
from chalicelib.frozen_models import FrozenModel
from chalicelib.teams import refusals

from .levels import DEFAULT, Levels

MOST_PEOPLE = 100
MOST_OPEN_PROCESSES = 40
"""Of one team: a change of the team writes to all of them in one transaction."""

TeamName = Annotated[str, Field(min_length=1, max_length=100)]


class TeamRole(StrEnum):
    """A person's role in a team."""

    LEADER = "leader"
    """You lead the team."""
    MEMBER = "member"
    """You are in the team."""
    ADMINISTRATOR = "administrator"
    """You administer the team's school or the district: you see it, and say who leads it."""
    SCHOOL_ADMINISTRATOR = "school_administrator"
    """You administer another school with a class in one of the team's processes: you see the team
    as a whole and your school's part.
    """


class Colleague(FrozenModel):
    """Somebody of a team, by the name they had when they came."""

    id: str
    name: str
    legal: str = Field(default="", exclude_if=lambda name: not name)
    """The legal name where another one is shown: for searching, never to be shown."""


class Peopled(Protocol):
    """A holder of a team's people and school: the team, or a process with copies of them."""

    @property
    def school(self) -> str:
        """Its school; empty for the whole district's."""

    @property
    def leaders(self) -> tuple[Colleague, ...]:
        """Its leaders."""

    @property
    def members(self) -> tuple[Colleague, ...]:
        """Its members who do not lead."""


class Team(FrozenModel):
    """Teachers who work together. `members` are those who do not lead."""

    id: str
    name: TeamName
    school: str = ""
    """The school whose classes it works with; empty for a team of the whole district."""
    leaders: tuple[Colleague, ...]
    members: tuple[Colleague, ...] = ()
    levels: Levels = DEFAULT
    retired: bool = False
    """It starts no process any more; its earlier work stays."""
    created: str
    version: int = 1
    started: int = Field(default=0, exclude=True)
    """How many processes it ever began. An attribute of its own, which a new process raises without
    changing the version."""

    @property
    def people(self) -> tuple[Colleague, ...]:
        """Leaders and members."""
        return (*self.leaders, *self.members)

    def is_led_by(self, person: str) -> bool:
        """Return whether this person leads it."""
        return any(each.id == person for each in self.leaders)

    def role_of(self, caller: Caller) -> TeamRole:
        """Return this person's role in the team. Raises `NotFound` when it is none of theirs.

        An administrator who leads or belongs to the team has that role, not the administrator's.
        """
        role = standing(caller, self)
        if role is None:
            raise refusals.TEAM_NOT_FOUND()
        return role

    def check_starts(self) -> None:
        """Refuse to start something new in a retired team."""
        if self.retired:
            raise refusals.TEAM_RETIRED()

    def check_may(self, caller: Caller, what: str) -> None:
        """Refuse what this person, who sees the team, may not do; `what` is of `ALLOWED`."""
        role = self.role_of(caller)
        if what not in list_allowed_acts(caller, self, role):
            raise not_for(role)


def standing(caller: Caller, of: Peopled) -> TeamRole | None:
    """Return a person's role in a team; nothing if it is none of theirs."""
    if any(each.id == caller.person for each in of.leaders):
        return TeamRole.LEADER
    if any(each.id == caller.person for each in of.members):
        return TeamRole.MEMBER
    return TeamRole.ADMINISTRATOR if administers(caller, of) else None


def administers(caller: Caller, of: Peopled) -> bool:
    """Return whether a team is of this administrator's school, or they are the district's."""
    return caller.is_district_admin or (bool(of.school) and caller.administers(of.school))


ALLOWED: Mapping[TeamRole, tuple[str, ...]] = MappingProxyType(
    {
        TeamRole.LEADER: ("rename", "change_members", "change_levels", "start_process", "leave"),
        TeamRole.MEMBER: ("leave",),
        TeamRole.ADMINISTRATOR: (
            "rename",
            "change_members",
            "change_leaders",
            "change_levels",
            "retire",
            "bring_back",
        ),
        TeamRole.SCHOOL_ADMINISTRATOR: (),
    }
)
"""The acts of each role with a team that they see."""


def list_allowed_acts(caller: Caller, team: Team, role: TeamRole) -> tuple[str, ...]:
    """Name the actions of a person: by their role in the team, and as an administrator."""
    own = ALLOWED[role]
    if role == TeamRole.ADMINISTRATOR or not administers(caller, team):
        return own
    return tuple(dict.fromkeys((*own, *ALLOWED[TeamRole.ADMINISTRATOR])))


def not_for(role: TeamRole) -> Forbidden:
    """Name the person to ask, for somebody of this role."""
    if role == TeamRole.LEADER:
        return refusals.NOT_FOR_TEAM_LEADERS()
    if role == TeamRole.MEMBER:
        return refusals.NOT_FOR_TEAM_MEMBERS()
    return refusals.NOT_FOR_TEAM_ADMINISTRATORS()
