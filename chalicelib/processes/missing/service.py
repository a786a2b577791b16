"""The people in all processes in view who have not activated, for administrators to remind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.acts import Role as Person
from chalicelib.errors import NotFound, Refusal
from chalicelib.mail.reminders.model import ReminderSubject, test_subject
from chalicelib.paging import Page
from chalicelib.processes import refusals
from chalicelib.processes.moves import ProcessMove, ProcessState, after
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.search import MOST_READ, ClassSchools, ProcessFilter, walk
from chalicelib.teams.model import TeamRole, standing

from .model import AskedReminder, AskedReminders, MissingActivation, find_missing, test_at

if TYPE_CHECKING:
    from chalicelib.mail.reminders.service import Reminders
    from chalicelib.processes.model import Process
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.rosters.service import Rosters

WITH_TESTS = (ProcessState.PRE_TEST, ProcessState.POST_TEST)
"""States in which a team has a test to activate, in the order of lists."""


@dataclass(eq=False, repr=False)
class MissingActivations:
    """Tests that people of a district's data teams have not activated.

    Rosters say who teaches at all.
    """

    _repository: ProcessRepository
    _reminders: Reminders
    _rosters: Callable[[], Rosters]

    def every(
        self, caller: Caller, wanted: ProcessFilter, limit: int, position: Sequence[Any] | None
    ) -> Page[MissingActivation]:
        """List the tests that somebody has not activated, in the order of lists of processes.

        Of teams that the caller administers, or belongs to: who sees a part of a process cannot
        know who has begun elsewhere. Eventually consistent. A page may hold fewer than asked for,
        and not be the last.
        """
        known = _Known(self._repository, caller.district)

        def sought(process: Process) -> bool:
            ours = standing(caller, process) is not None
            return ours and wanted.admits(process, known.schools.of) and bool(known.of(process))

        read = partial(self._repository.in_state, caller.district)
        states = tuple(state for state in WITH_TESTS if state in wanted.states)
        if not states:
            return Page([])
        page = walk(read, states, sought, limit, position, lambda: known.tired)
        found = [self._missing(caller, each, known) for each in page.items]
        return Page(self._complete(caller, found), page.after)

    def remind(self, act: Act, tests: Sequence[tuple[str, ProcessTest]]) -> AskedReminders:
        """Remind people who have not begun with these tests, as for each test alone.

        A test is listed as left out if its process is over or the caller cannot steer it.
        """
        wanted = list(dict.fromkeys(tests))
        names = dict.fromkeys(process for process, _ in wanted)
        heads = {each.id: each for each in self._repository.heads(act.district, names)}
        asked = [_look(act.caller, heads, process, test) for process, test in wanted]
        subjects = [test_subject(one.process, one.test) for one in asked if not one.refused]

        def add_reminders(reminders: Mapping[str, Any]) -> AskedReminders:
            return AskedReminders(
                tuple(
                    replace(one, reminder=reminders.get(test_subject(one.process, one.test)))
                    for one in asked
                )
            )

        return self._reminders.ask_all(act, ReminderSubject.TEST, subjects, add_reminders)

    def _missing(self, caller: Caller, process: Process, known: _Known) -> MissingActivation:
        role, test = standing(caller, process), test_at(process)
        attached = process.test(test) if test else None
        if role is None or test is None or attached is None:
            raise LookupError(process.id)  # it would not have been found
        return MissingActivation(process, role, test, attached, known.of(process))

    def _complete(
        self, caller: Caller, found: Sequence[MissingActivation]
    ) -> list[MissingActivation]:
        """Leave out people who teach nothing, and add today's reminders."""
        ids = {one.id for each in found for one in each.people}
        if not ids:
            return []
        known = self._rosters().people_today(caller, sorted(ids))
        idle = {id_ for id_, one in known.items() if Person.TEACHER not in one.staff_roles}
        subjects = [test_subject(each.process.id, each.test) for each in found]
        asked = self._reminders.of_day(caller.district, subjects, caller.today)
        rows = (
            replace(
                each,
                people=tuple(one for one in each.people if one.id not in idle),
                reminder=asked.get(test_subject(each.process.id, each.test)),
            )
            for each in found
        )
        return [each for each in rows if each.people]


class _Known:
    """The people who have not activated, for one request; before 0.4, from processes' rows."""

    def __init__(self, repository: ProcessRepository, district: str) -> None:
        self.schools = ClassSchools(repository, district)
        self._repository = repository
        self._district = district
        self._found: dict[str, Mapping[ProcessTest, frozenset[str]]] = {}

    @property
    def tired(self) -> bool:
        """Return whether so many rows were read that the next page has to go on."""
        return self.schools.tired or len(self._found) >= MOST_READ

    def of(self, process: Process) -> tuple[Any, ...]:
        """Return the people who have not activated the current test of a process."""
        test = test_at(process)
        return find_missing(process, test, self._activators(process)) if test else ()

    def _activators(self, process: Process) -> Mapping[ProcessTest, frozenset[str]]:
        if process.activators is not None:
            return process.activators
        if not process.begun & set(ProcessTest):
            return {}
        if process.id not in self._found:
            found = self._repository.activators_of(self._district, process.id)
            self._found[process.id] = found
        return self._found[process.id]


def _look(
    caller: Caller, heads: Mapping[str, Process], process: str, test: ProcessTest
) -> AskedReminder:
    """Return whether these can be reminded, as for a single process."""
    asked = AskedReminder(process, test)
    try:
        if process not in heads:
            raise refusals.PROCESS_NOT_FOUND()
        head = heads[process]
        role = _role_in(caller, head)
        asked = replace(asked, name=head.name)
        after(head.state, ProcessMove.REMIND, role)
        if head.test(test) is None:
            raise refusals.NO_POST_TEST(state=head.state.value)
    except Refusal as refused:
        return replace(asked, refused=refused)
    return asked


def _role_in(caller: Caller, process: Process) -> TeamRole:
    try:
        return process.role_of(caller)
    except NotFound:
        if any(map(caller.administers, process.schools or ())):
            raise refusals.SCHOOL_PART_ONLY() from None
        raise
