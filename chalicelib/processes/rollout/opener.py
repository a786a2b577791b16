"""Opens a process in one data team, and gives its pre-test to one class, in a district's name.

Each may be done twice, late and side by side. The id of the process follows from distribution and
team. A class that already has the test keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Caller, Role
from chalicelib.errors import Refusal, Stale, Unavailable
from chalicelib.processes import refusals
from chalicelib.processes.attached_tests.rules import begin_with_test, choose_test
from chalicelib.processes.model import Process, is_full
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.scores import ProcessTest
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.teams.model import Team

from .model import DISCARDED, FULL, RETIRED, UNKNOWN, OpenedClass, TeamOpening, process_id

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.distribution.model import Distribution
    from chalicelib.processes.activation.service import Activations
    from chalicelib.processes.creation.service import ProcessCreation
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.teams.service import Teams


@dataclass(eq=False, repr=False)
class Opener:
    """Begins processes, and activates their pre-tests."""

    _items: ProcessRepository
    _creation: ProcessCreation
    _activations: Activations
    _assessments: Assessments
    _teams: Callable[[], Teams]

    def in_team(self, act: Act, made: Distribution, each: TeamOpening) -> TeamOpening:
        """Return a team's opening with the process that it works in, or with why there is none.

        Takes a process of the team that has the assessment as its pre-test, or begins one.
        Raises `Unavailable`.
        """
        if self._there(act.district, each.process):
            return each
        own = process_id(made.id, each.team)
        known = self._items.head(act.district, own)
        if known is not None:
            gone = known.state == ProcessState.DISCARDED
            return each.skip(DISCARDED) if gone else each.with_process(own, found=False)

        def attempt() -> TeamOpening:
            try:
                return self._begin_in_team(act, made, each, own)
            except Stale as overtaken:  # somebody changed the team meanwhile
                raise Overtaken from overtaken

        return retry(attempt, refusals.TEAM_BUSY_OPENING)

    def in_class(self, act: Act, process: str, one: OpenedClass) -> OpenedClass:
        """Activate the pre-test for a class in its teacher's name, and return the outcome.

        Raises `Unavailable`.
        """
        roles = frozenset({Role.TEACHER})
        teacher = Caller(act.district, one.teacher, roles=roles, today=act.caller.today)
        step = replace(act, verb="create_activation")
        try:
            self._activations.activate(
                step, process, ProcessTest.PRE, one.class_id, one.tracker, teacher=teacher
            )
        except Unavailable:
            raise
        except Refusal as refused:
            return one.skip(refused.code)
        return one.active()

    # -- steps ------------------------------------------------------------------------------------

    def _there(self, district: str, process: str) -> bool:
        """Return whether a process is there that nobody discarded."""
        head = self._items.head(district, process) if process else None
        return head is not None and head.state != ProcessState.DISCARDED

    def _begin_in_team(
        self, act: Act, made: Distribution, each: TeamOpening, own: str
    ) -> TeamOpening:
        """Take the team's own process with this pre-test, or begin one. Raises `Stale`."""
        team = next(iter(self._teams().several(act.district, [each.team])), None)
        if team is None or team.retired:
            return each.skip(RETIRED if team else UNKNOWN)
        heads = self._items.open_heads(act.district, team.id)
        found = [head for head in heads if _has(head, made.assessment)]
        if found:
            return each.with_process(found[-1].id, found=True)
        if is_full(heads):
            return each.skip(FULL)
        self._create(act, made, team, own)
        return each.with_process(own, found=False)

    def _create(self, act: Act, made: Distribution, team: Team, own: str) -> None:
        assert made.opens_process is not None, "else nobody asks"
        test, use = choose_test(self._assessments, act.district, made.assessment)
        new = self._creation.build_process(act.caller, team, made.opens_process.name, act.at)
        own_one = new.model_copy(update={"id": own, "distribution": made.id})
        process, also = begin_with_test(act.district, own_one, test, use)
        self._items.create(act, process, also, team)


def _has(head: Process, assessment: str) -> bool:
    return head.pre is not None and head.pre.assessment == assessment
