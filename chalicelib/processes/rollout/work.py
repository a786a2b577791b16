"""The work of the clock and the queue on openings: plan the steps in each team, and take them.

Every step may stop anywhere, come twice and run side by side. A worker moves the due entry ahead,
so the clock begins again only when the worker was lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Caller, Role
from chalicelib.distribution.model import DistributionState as Distributed
from chalicelib.jobs.due_work import DueWork
from chalicelib.observability import facts

from .model import KIND, ProcessOpeningState, Received, TeamOpening, by_owner, plan_team, unknown

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.distribution.model import Distribution
    from chalicelib.distribution.service import Distributions
    from chalicelib.districts.service import Districts
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.processes.ports import RequestingDistributions
    from chalicelib.teams.model import Team
    from chalicelib.teams.service import Teams

    from .opener import Opener
    from .repository import OpeningProgress, OpeningRepository

STEP = 150
"""Classes and teams that one message is about: about ten seconds."""


@dataclass(eq=False, repr=False)
class OpeningWork(DueWork["OpeningProgress"]):
    """The openings of a district on their way.

    Districts say which day it is, for who teaches a class and who is in it.
    """

    _repository: OpeningRepository
    _opener: Callable[[], Opener]
    _requests: RequestingDistributions
    _distributions: Callable[[], Distributions]
    _teams: Callable[[], Teams]
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _districts: Callable[[], Districts]
    _step: int = STEP

    def find_due(self, entry: DueEntry) -> OpeningProgress | None:
        """Read the state of a distribution's openings."""
        return self._repository.standing(self._district, entry.id)

    def look_after(self, entry: DueEntry, found: OpeningProgress) -> bool:
        """Send the work off again; look at it again later."""
        now = self._clock.now()
        return self._repository.postpone(self._district, entry.id, found, now) is not None

    def run(self, message: Message) -> None:
        """Go on with a distribution's openings for a while. Raises `Unavailable` to come again."""
        made = self._requests.get(self._district, message["id"])
        was = self._repository.standing(self._district, message["id"])
        if made is None or was is None or not was.due:
            return
        standing = self._repository.postpone(self._district, made.id, was, self._clock.now())
        if standing is None:
            return
        if made.state == Distributed.RECALLED:  # restoring it asks again
            self._repository.settle(self._district, made.id, standing)
        elif standing.planned == standing.asked or self._plan(made, standing):
            self._go_on(made, standing)

    # -- planning ---------------------------------------------------------------------------------

    def _plan(self, made: Distribution, standing: OpeningProgress) -> bool:
        """Write the work to do in each team; false when somebody else is at it."""
        before = {each.team: each for each in self._repository.teams(self._district, made.id)}
        owned = by_owner(self._find_received(made))
        plan = (
            plan_team(team, owned, before.get(name), standing.asked)
            if team
            else unknown(name, before.get(name), standing.asked)
            for name, team in self._find_teams(made, before)
            if name not in before or before[name].asked != standing.asked
        )
        return self._repository.plan(self._district, made.id, standing, plan)

    def _find_received(self, made: Distribution) -> Iterator[Received]:
        """Yield the trackers that have a distribution now."""
        known = self._distributions()
        progress = known.read(Caller(self._district, made.creator), made.id)
        for each in known.list_delivered_receipts(self._district, progress):
            yield Received(each.tracker, each.class_id, each.owner, each.school)

    def _find_teams(
        self, made: Distribution, before: Iterable[str]
    ) -> Iterator[tuple[str, Team | None]]:
        """Return the teams that were named, or all that are not retired."""
        named = made.opens_process.teams if made.opens_process else ()
        if named is not None:
            found = {team.id: team for team in self._teams().several(self._district, named)}
            return ((name, found.get(name)) for name in named)
        known = set(before)
        every = self._teams().all(self._district)
        return ((team.id, team) for team in every if not team.retired or team.id in known)

    # -- doing ------------------------------------------------------------------------------------

    def _go_on(self, made: Distribution, standing: OpeningProgress) -> None:
        """Do the open work in the teams, as much as one message may; then settle, or go on."""
        act, left = self._act(made), self._step
        for each in self._repository.teams(self._district, made.id):
            if each.state != ProcessOpeningState.PENDING:
                continue
            if left > 0:
                after = self._open_in_team(act, made, each, left)
                left -= 1 + len(each.pending) - len(after.pending)
                if not self._repository.save(self._district, made.id, after):
                    return  # somebody else is at it
            if left <= 0 or after.state == ProcessOpeningState.PENDING:
                self._jobs().offer(KIND, made.id)
                return
        if self._repository.settle(self._district, made.id, standing):
            facts(what="processes opened", of=made.id)

    def _open_in_team(
        self, act: Act, made: Distribution, each: TeamOpening, most: int
    ) -> TeamOpening:
        """Open the process in a team, and give its pre-test to at most so many of its classes."""
        opener = self._opener()
        there = opener.in_team(act, made, each)
        if there.reason:
            return there
        some = there.pending[:most]
        return there.record_classes([opener.in_class(act, there.process, one) for one in some])

    def _act(self, made: Distribution) -> Act:
        """Act for the administrator who distributes."""
        caller = Caller(
            self._district,
            made.creator,
            roles=frozenset({Role.DISTRICT_ADMIN}),
            name=made.creator_name,
            today=self._districts().today(self._district),
        )
        return Act(caller, "open_process", self._clock.now())
