"""What people say of data teams: make one, change who belongs to it, its name and its levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.errors import Forbidden, Unavailable, not_found, stale
from chalicelib.ids import new_id
from chalicelib.paging import Page, cut

from . import membership
from .levels import DEFAULT, Levels
from .model import Role, Team, allowed, standing
from .neighbours import NoWork, Work

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.rosters.service import Rosters

    from .repository import TeamRepository

_TRIES = 8
"""How often a change is tried when processes of the team change at the same moment."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A team as one person sees it. `notes` say what else a change means, in words."""

    team: Team
    role: Role
    allowed: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The team's id."""
        return self.team.id

    @property
    def version(self) -> int:
        """The team's version."""
        return self.team.version


class Teams:
    """The data teams of a district."""

    def __init__(
        self,
        repository: TeamRepository,
        rosters: Callable[[], Rosters],
        work: Callable[[], Work] = NoWork,
    ) -> None:
        """Use these; the neighbours are asked only where they matter."""
        self._repository = repository
        self._rosters = rosters
        self._work = work

    # -- for other domains -------------------------------------------------------------------------

    def of_person(self, district: str, person: str) -> list[str]:
        """Name the teams that a person belongs to: one Query."""
        return self._repository.of_person(district, person)

    def shares(self, caller: Caller, assessment: str) -> bool:
        """Tell whether a team of the caller's has an assessment attached: a Query per team."""
        teams = self.of_person(caller.district, caller.person)
        return any(self._repository.attached(caller.district, t, assessment) for t in teams)

    def for_reader(self, caller: Caller, team: str) -> tuple[Team, Role]:
        """Read a team for who may see it: its people and its administrators. Raises `NotFound`."""
        found = self._repository.get(caller.district, team)
        if found is None:
            raise not_found("team")
        return found, found.role_of(caller)

    def for_member(self, caller: Caller, team: str) -> tuple[Team, Role]:
        """Read a team for who belongs to it.

        Raises `NotFound`, and `Forbidden` for administrators, who may only look at it.
        """
        found, role = self.for_reader(caller, team)
        if role == Role.ADMINISTRATOR:
            raise Forbidden(
                "not_for_administrators",
                "This is for the team itself: administrators can look at it. Ask one of its "
                "leaders.",
            )
        return found, role

    def all(self, district: str) -> Iterator[Team]:
        """Give every team of a district, by name. Eventually consistent."""
        return (team for team, _ in self._repository.listed(district))

    # -- reading -----------------------------------------------------------------------------------

    def read(self, caller: Caller, team: str) -> Shown:
        """Read a team. Raises `NotFound`."""
        return shown_to(caller, *self.for_reader(caller, team))

    def mine(
        self,
        caller: Caller,
        wanted: Callable[[Team], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[Shown]:
        """Page through the teams that the caller belongs to, by name."""
        ids = self.of_person(caller.district, caller.person)
        found = [team for team in self._repository.several(caller.district, ids) if wanted(team)]
        page = cut(found, limit, after, lambda team: (team.name.casefold(), team.id))
        return Page(list(_seen(caller, page.items)), page.after)

    def every(
        self,
        caller: Caller,
        wanted: Callable[[Team], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[Shown]:
        """Page through all teams that the caller may see, by name: for administrators."""
        found: list[Team] = []
        last: Sequence[Any] | None = None
        for team, position in self._repository.listed(caller.district, after):
            if not wanted(team) or not list(_seen(caller, [team])):
                continue
            if len(found) == limit:
                return Page(list(_seen(caller, found)), last)
            found.append(team)
            last = position
        return Page(list(_seen(caller, found)))

    # -- writing -----------------------------------------------------------------------------------

    def create(
        self,
        act: Act,
        name: str,
        school: str,
        leaders: Sequence[str],
        members: Sequence[str] = (),
        levels: Levels = DEFAULT,
    ) -> Shown:
        """Make a team, for who administers its school; without a school, for the district's."""
        rosters = self._rosters()
        membership.check_school(act.caller, school, rosters.school_names(act.district))
        chosen = membership.chosen(
            rosters.people(act.district, {*leaders, *members}), leaders, members
        )
        team = Team(
            id=new_id(),
            name=name,
            school=school,
            leaders=chosen.leaders,
            members=chosen.members,
            levels=levels,
            created=instant(act.at),
        )
        shown = shown_to(act.caller, team, team.role_of(act.caller))
        self._repository.create(act, team, shown)
        return shown

    def _change(
        self,
        act: Act,
        team: str,
        version: int,
        decide: Callable[[Team], tuple[Team, Sequence[str]]],
    ) -> Shown:
        """Write a team as `decide` has it, and with it all its open processes.

        Raises what `decide` refuses, `NotFound`, `Stale`.
        """
        for _ in range(_TRIES):
            before, role = self.for_reader(act.caller, team)
            if before.version != version:
                raise stale("team", before.version)
            decided, notes = decide(before)
            if decided == before:
                return shown_to(act.caller, before, role, notes)
            after = decided.model_copy(update={"version": version + 1})
            shown = shown_to(act.caller, after, role, notes)
            if self._repository.change(act, before, after, self._heads(act, before, after), shown):
                return shown
        raise _busy()

    def _heads(self, act: Act, before: Team, after: Team) -> list[Any]:
        """Give what a change writes to open processes: nothing when they show none of it."""
        work = self._work()
        heads = work.running(act.district, before.id).open
        return work.rewritten(act.district, after, heads)


def shown_to(caller: Caller, team: Team, role: Role, notes: Sequence[str] = ()) -> Shown:
    """Give a team as somebody sees it; who has just left it may do nothing any more."""
    ids = [frozenset(each.id for each in people) for people in (team.leaders, team.members)]
    now = standing(caller, team.school, *ids)
    may = _as_it_is(team, allowed(caller, team.school, now)) if now else ()
    return Shown(team, now or role, may, tuple(notes))


def _as_it_is(team: Team, acts: Sequence[str]) -> tuple[str, ...]:
    gone = {"retire", "start_process"} if team.retired else {"bring_back"}
    return tuple(act for act in acts if act not in gone)


def _seen(caller: Caller, teams: Sequence[Team]) -> Iterator[Shown]:
    for team in teams:
        shown = shown_to(caller, team, Role.MEMBER)
        if shown.allowed:
            yield shown


def _busy() -> Unavailable:
    return Unavailable(
        "team_busy",
        "The team's Mastery Processes are being changed at this very moment. Nothing was saved: "
        "please try again.",
    )
