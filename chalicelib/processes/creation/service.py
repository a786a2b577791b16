"""How a leader, or a distribution, begins a Mastery Process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.ids import new_id
from chalicelib.processes import refusals
from chalicelib.processes.attached_tests.rules import begin_with_test, choose_test, may_attach
from chalicelib.processes.model import (
    Process,
    ProcessSnapshot,
    begin_process,
    is_full,
    school_year,
)
from chalicelib.processes.service import Processes, ShownProcess
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import MOST_OPEN_PROCESSES, Colleague, Team, TeamRole

from .starting_texts import start_from

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.service import Assessments
    from chalicelib.processes.ports import ProcessLibrary
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.storage.conditions import Write
    from chalicelib.teams.service import Teams

_PRE_TEST = "/pre_test/assessment_id"
"""Where who begins a process names its pre-test."""


@dataclass(eq=False, repr=False)
class ProcessCreation:
    """Begins the Mastery Processes of a district.

    The neighbors are asked only where they matter.
    """

    _repository: ProcessRepository
    _processes: Processes
    _teams: Callable[[], Teams]
    _assessments: Callable[[], Assessments]
    _library: Callable[[], ProcessLibrary]

    def create(
        self, act: Act, team: str, name: str, pre_test: str = "", from_: str = ""
    ) -> ShownProcess:
        """Begin a process of a team, with its pre-test or without. For leaders.

        `from_` is a locked process whose goals' and strategies' texts it begins with, and whose
        tests are suggested (P14).
        """
        found, _ = self._teams().for_reader(act.caller, team)
        found.check_may(act.caller, "start_process")
        self._check_may_start(act.district, found)
        process = self.build_process(act.caller, found, name, act.at)
        also: list[Write] = []
        if pre_test:
            test, use = choose_test(self._assessments(), act.caller, pre_test, _PRE_TEST)
            process, also = begin_with_test(act.district, process, test, use)
        opened = ProcessSnapshot(process)
        if from_:
            source = self._library().source(act.district, from_)
            there = partial(may_attach, self._assessments(), act.caller)
            opened, texts = start_from(source, process, act, there)
            also += texts
        shown = ShownProcess(opened, TeamRole.LEADER, act.caller)
        try:
            self._repository.create(act, opened.process, also, found, shown)
        except ConditionFailed as failed:
            raise refusals.TEST_CHANGED_MEANWHILE() from failed
        return shown

    def build_process(self, by: Caller, team: Team, name: str, at: datetime) -> Process:
        """Return a new process of a team, not written yet."""
        year = school_year(self._processes.day(by, at))
        creator = Colleague(id=by.person, name=by.name)
        return begin_process(team, new_id(), name, creator, instant(at), year)

    def _check_may_start(self, district: str, team: Team) -> None:
        team.check_starts()
        if is_full(self._repository.open_heads(district, team.id)):
            raise refusals.TOO_MANY_OPEN_PROCESSES(most=MOST_OPEN_PROCESSES)
