"""People's acts on data teams: make one, change its people, its name and its levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.errors import stale
from chalicelib.ids import new_id
from chalicelib.paging import Page, cut
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.teams import refusals

from . import membership
from .levels import DEFAULT, Levels
from .model import Team, TeamRole
from .ports import TeamProcesses
from .preview import Preview, effect
from .visible_teams import ShownTeam, list_visible_teams, show_team

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write

    from .repository import TeamRepository

"""How often a change is tried when processes of the team change at the same moment."""


@dataclass(eq=False, repr=False)
class Teams:
    """The data teams of a district. The neighbors are asked only where they matter."""

    _repository: TeamRepository
    _rosters: Callable[[], Rosters]
    _work: Callable[[], TeamProcesses]

    # -- for other domains -------------------------------------------------------------------------

    def of_person(self, district: str, person: str) -> list[str]:
        """Name the teams that a person belongs to: one Query."""
        return self._repository.of_person(district, person)

    def belonging(self, caller: Caller) -> list[Team]:
        """Return the teams that the caller belongs to, by name; also those that are retired."""
        ids = self.of_person(caller.district, caller.person)
        found = self._repository.several(caller.district, ids) if ids else []
        return sorted(found, key=lambda team: (team.name.casefold(), team.id))

    def shares(self, caller: Caller, assessment: str) -> bool:
        """Return whether a team of the caller's has an assessment attached: a Query per team."""
        teams = self.of_person(caller.district, caller.person)
        return any(self._repository.attached(caller.district, t, assessment) for t in teams)

    def name_people(self, caller: Caller, team: str) -> frozenset[str]:
        """Name the leaders and members of a team of the caller's. Raises `NotFound`."""
        found, _ = self.for_reader(caller, team)
        return frozenset(each.id for each in (*found.leaders, *found.members))

    def for_reader(self, caller: Caller, team: str) -> tuple[Team, TeamRole]:
        """Read a team's people and administrators, for people who can see it. Raises `NotFound`."""
        found = self._repository.get(caller.district, team)
        if found is None:
            raise refusals.TEAM_NOT_FOUND()
        return found, found.role_of(caller)

    def several(self, district: str, teams: Iterable[str]) -> list[Team]:
        """Read these teams, those that there are."""
        return self._repository.several(district, teams)

    def all(self, district: str) -> Iterator[Team]:
        """Return every team of a district, by name. Eventually consistent."""
        return (team for team, _ in self._repository.list_by_name(district))

    # -- reading -----------------------------------------------------------------------------------

    def read(self, caller: Caller, team: str) -> ShownTeam:
        """Read a team. Raises `NotFound`."""
        return show_team(caller, *self.for_reader(caller, team))

    def mine(
        self,
        caller: Caller,
        wanted: Callable[[Team], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[ShownTeam]:
        """Page through the teams that the caller belongs to, by name."""
        ids = self.of_person(caller.district, caller.person)
        found = [team for team in self._repository.several(caller.district, ids) if wanted(team)]
        page = cut(found, limit, after, lambda team: (team.name.casefold(), team.id))
        return Page(list(list_visible_teams(caller, page.items)), page.after)

    def every(
        self,
        caller: Caller,
        wanted: Callable[[Team], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[ShownTeam]:
        """Page through all teams that the caller may see, by name: for administrators."""
        found: list[Team] = []
        last: Sequence[Any] | None = None
        for team, position in self._repository.list_by_name(caller.district, after):
            if not wanted(team) or not list(list_visible_teams(caller, [team])):
                continue
            if len(found) == limit:
                return Page(list(list_visible_teams(caller, found)), last)
            found.append(team)
            last = position
        return Page(list(list_visible_teams(caller, found)))

    # -- writing -----------------------------------------------------------------------------------

    def create(
        self,
        act: Act,
        name: str,
        school: str,
        leaders: Sequence[str],
        members: Sequence[str] = (),
        levels: Levels = DEFAULT,
    ) -> ShownTeam:
        """Make a team, for administrators of its school; without a school, for the district's."""
        rosters = self._rosters()
        membership.check_school(act.caller, school, rosters.school_names(act.district))
        chosen = membership.choose_people(
            rosters.people_today(act.caller, {*leaders, *members}), leaders, members
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
        shown = show_team(act.caller, team, team.role_of(act.caller))
        self._repository.create(act, team, shown)
        return shown

    def rename(self, act: Act, team: str, version: int, name: str) -> ShownTeam:
        return self._update(act, team, version, "rename", {"name": name})

    def set_levels(self, act: Act, team: str, version: int, levels: Levels) -> ShownTeam:
        """Have a team speak of other levels; its open processes follow, locked ones stay (P2)."""
        return self._update(act, team, version, "change_levels", {"levels": levels})

    def preview(self, caller: Caller, team: str, levels: Levels) -> Preview:
        """Return what other levels would do to each open process; nothing is changed."""
        before, role = self.for_reader(caller, team)
        before.check_may(caller, "change_levels")
        work = self._work()
        running = work.running(caller.district, team)
        effects = (
            effect(
                head,
                work.measure(caller.district, head.id, levels),
                before.levels,
                levels,
                lambda goal: role == TeamRole.LEADER or caller.administers(goal.school),
            )
            for head in running.open
        )
        return Preview(before, levels, tuple(effects), running.locked)

    def retire(self, act: Act, team: str, version: int) -> ShownTeam:
        """Let a team start nothing new; its open processes go on."""
        return self._update(act, team, version, "retire", {"retired": True})

    def bring_back(self, act: Act, team: str, version: int) -> ShownTeam:
        """Let a retired team work again."""
        return self._update(act, team, version, "bring_back", {"retired": False})

    def put_person(
        self, act: Act, team: str, version: int, person: str, *, leader: bool
    ) -> ShownTeam:
        """Have somebody in a team, as one of its leaders or not."""

        def decide(before: Team) -> tuple[Team, Sequence[str]]:
            before.check_may(
                act.caller, membership.find_needed_right(before, person, leader=leader)
            )
            found = self._rosters().people_today(act.caller, [person]).get(person)
            return membership.with_person(before, person, found, leader=leader), ()

        return self._change(act, team, version, decide)

    def remove_person(self, act: Act, team: str, version: int, person: str) -> ShownTeam:
        """Take somebody off a team, or oneself; the classes they brought stay in its processes."""

        def decide(before: Team) -> tuple[Team, Sequence[str]]:
            leaving = person == act.caller.person
            leads = membership.find_needed_right(before, person, leader=False)
            before.check_may(act.caller, "leave" if leaving else leads)
            after = membership.without_person(before, person)
            return after, self._list_kept_classes(act.district, team, person)

        return self._change(act, team, version, decide)

    # -- steps -------------------------------------------------------------------------------------

    def _update(
        self, act: Act, team: str, version: int, what: str, to: dict[str, Any]
    ) -> ShownTeam:
        def decide(before: Team) -> tuple[Team, Sequence[str]]:
            before.check_may(act.caller, what)
            return before.model_copy(update=to), ()

        return self._change(act, team, version, decide)

    def _list_kept_classes(self, district: str, team: str, person: str) -> list[str]:
        """Return which classes of somebody stay in open processes."""
        work = self._work()
        heads = work.running(district, team).open
        entries = (membership.classes_kept(person, h, work.measure(district, h.id)) for h in heads)
        return [each for each in entries if each]

    def _change(
        self,
        act: Act,
        team: str,
        version: int,
        decide: Callable[[Team], tuple[Team, Sequence[str]]],
    ) -> ShownTeam:
        """Write a team as `decide` has it, and with it all its open processes.

        Raises what `decide` refuses, `NotFound`, `Stale`.
        """

        def attempt() -> ShownTeam:
            before, role = self.for_reader(act.caller, team)
            if before.version != version:
                raise stale("team", before.version)
            decided, notes = decide(before)
            if decided == before:
                return show_team(act.caller, before, role, notes)
            after = decided.model_copy(update={"version": version + 1})
            shown = show_team(act.caller, after, role, notes)
            heads = self._heads(act, before, after)
            if not self._repository.change(act, before, after, heads, shown):
                raise Overtaken
            return shown

        return retry(attempt, refusals.TEAM_BUSY)

    def _heads(self, act: Act, before: Team, after: Team) -> list[Write]:
        """Return what a change writes to open processes: nothing when they show none of it."""
        if _list_copied_fields(before) == _list_copied_fields(after):
            return []
        work = self._work()
        heads = work.running(act.district, before.id).open
        return work.build_copy_updates(act.district, after, heads)


def _list_copied_fields(team: Team) -> tuple[object, ...]:
    """Return what processes carry copies of."""
    return team.name, team.leaders, team.members, team.levels
