"""The work in a person's data teams: tests to activate, conflicting texts, processes to finish.

It reads the person's teams and each team's processes. For each open process it makes one Query for
its texts and classes, for at most ten processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from chalicelib.acts import Caller
from chalicelib.acts import Role as Person
from chalicelib.processes.model import PageName, Process
from chalicelib.processes.moves import ProcessMove
from chalicelib.processes.open_work import OpenWork
from chalicelib.processes.scores import ProcessTest

from .model import ConflictWork, Section, Teamwork, TestWork

if TYPE_CHECKING:
    from chalicelib.processes.service import ListedProcess, Processes
    from chalicelib.trackers.boards import Boards, OpenBoard

    from .ports import OpenWorkLookup

MOST_PROCESSES = 10
"""Open processes that are looked into, the newest."""
_MOVES = {ProcessTest.PRE: ProcessMove.ACTIVATE_PRE, ProcessTest.POST: ProcessMove.ACTIVATE_POST}
_NOTHING = OpenWork()


class TeamWork:
    """Finds the work that waits for members of data teams."""

    def __init__(self, processes: Callable[[], Processes], inside: OpenWorkLookup) -> None:
        """Use these."""
        self._processes = processes
        self._inside = inside

    def of(self, caller: Caller, boards: Boards, limit: int) -> Teamwork:
        """Return the work that waits in the processes of the caller's teams."""
        found = [each for each in self._processes().of_person(caller) if each.process.is_open]
        newest = sorted(found, key=lambda each: each.process.id, reverse=True)
        looked_into = newest[:MOST_PROCESSES]
        exact = len(newest) <= MOST_PROCESSES
        tests: list[TestWork] = []
        conflicts: list[ConflictWork] = []
        for each in looked_into:
            inside = self._read(caller.district, each.process)
            tests += _tests(caller, each, boards.boards, inside)
            conflicts += _conflicts(each.process, inside)
        finish = [each.process for each in newest if _is_to_be_finished(each)]
        return Teamwork(
            Section.of(tests, limit, exact=exact and boards.every),
            Section.of(conflicts, limit, exact=exact),
            Section.of(finish, limit),
        )

    def _read(self, district: str, process: Process) -> OpenWork:
        """Read a process that has a test or a page with content; of another there is nothing."""
        if process.pre is None and not process.begun:
            return _NOTHING
        return self._inside.read(district, process.id)


def _tests(
    caller: Caller, listed: ListedProcess, boards: Sequence[OpenBoard], inside: OpenWork
) -> Iterator[TestWork]:
    """Yield the tests that classes of the caller's can be given, and were not.

    Where none of their trackers takes a test, and none of their classes has it, there is one entry
    without a class: they need a tracker first.
    """
    process = listed.process
    moves = process.list_allowed(listed.role)
    own = [b for b in boards if b.teaches and process.school in ("", b.row.school)]
    for test in ProcessTest:
        attached = process.test(test)
        if attached is None or _MOVES[test] not in moves or Person.TEACHER not in caller.roles:
            continue
        has = {name for name, tests in inside.activated.items() if test in tests}
        suits = [b for b in own if b.takes(attached.assessment, attached.set_id)]
        by_class = {b.row.class_id: b.row for b in suits}
        waiting = [row for name, row in by_class.items() if name not in has]
        yield from (TestWork(process, test, attached, row) for row in waiting)
        if not by_class and has.isdisjoint(b.row.class_id for b in boards):
            yield TestWork(process, test, attached, None)


def _conflicts(process: Process, inside: OpenWork) -> Iterator[ConflictWork]:
    for page in PageName:
        if inside.asides.get(page):
            yield ConflictWork(process, page, inside.asides[page])


def _is_to_be_finished(listed: ListedProcess) -> bool:
    """Return whether a leader can finish a process, and its post-test was given."""
    process = listed.process
    return ProcessTest.POST in process.begun and ProcessMove.LOCK in process.list_allowed(
        listed.role
    )
