"""Looking through the processes of a district, state by state (P15), and by school (P16).

A head lists the schools of its classes, from the first class on. Heads of before 0.4 do not. Those
that are locked stay as they are to the byte. When a list first meets such a process, it reads the
schools from the rows and writes them down beside the head. The schools in a head take precedence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page
from chalicelib.processes.model import Process, ProcessStep
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.scores import ProcessTest

if TYPE_CHECKING:
    from chalicelib.processes.repository import ProcessRepository

EVERY = (
    ProcessState.NAMED,
    ProcessState.PRE_TEST,
    ProcessState.POST_TEST,
    ProcessState.LOCKING,
    ProcessState.LOCKED,
)
"""The order of states in lists; discarded processes are in none."""
AT_MOST = 2_000
"""Processes that are looked at for one page: then it ends, and the next one goes on."""

MOST_READ = 20
"""Processes of before 0.4 whose rows are read for one page of a list: then the page ends."""

ReadState = Callable[[ProcessState, Sequence[str] | None], Iterator[Process]]
"""Reads the processes of a state, the newest first, behind (created, id)."""


SchoolsOf = Callable[[Process], Collection[str]]
"""Returns the schools of a process's classes."""


@dataclass(frozen=True, slots=True)
class ProcessFilter:
    """The filters of an administrator's list; empty: anything."""

    states: tuple[ProcessState, ...] = EVERY
    step: ProcessStep | None = None
    team: str = ""
    school: str = ""

    def admits(self, process: Process, schools: SchoolsOf = lambda _: ()) -> bool:
        """Return whether a process, whose state is one of these, is looked for."""
        return (
            self.step in (None, process.step)
            and self.team in ("", process.team)
            and (self.school in ("", process.school) or self.school in schools(process))
        )

    def admits_own(self, process: Process) -> bool:
        """Return whether a process of one's own is looked for; a discarded one never is."""
        schools = process.schools or frozenset()
        return process.state in self.states and self.admits(process, lambda _: schools)


def walk(
    read: ReadState,
    states: Sequence[ProcessState],
    sought: Callable[[Process], bool],
    limit: int,
    after: Sequence[Any] | None,
    tired: Callable[[], bool] = lambda: False,
) -> Page[Process]:
    """Return a page of the processes sought, by state, and where the next page begins.

    The page ends early when looking has become `tired`.
    """
    found: list[Process] = []
    looked: Process | None = None
    waiting = _from(read, states, after)
    for process in islice(waiting, AT_MOST):
        if sought(process):
            if len(found) == limit:
                return Page(found, _position(found[-1]))
            found.append(process)
        looked = process
        if tired():
            break
    more = next(waiting, None) is not None
    return Page(found, _position(looked) if more and looked else None)


def _from(
    read: ReadState, states: Sequence[ProcessState], after: Sequence[Any] | None
) -> Iterator[Process]:
    begin, behind = states[0], None
    if after is not None:
        begin, behind = ProcessState(after[0]), after[1:]
    for state in states[states.index(begin) :]:
        yield from read(state, behind if state == begin else None)


def _position(process: Process) -> Sequence[str]:
    return (process.state.value, process.created, process.id)


class ClassSchools:
    """The schools of processes' classes, for one request."""

    def __init__(self, repository: ProcessRepository, district: str) -> None:
        """Look at the processes of a district."""
        self._repository = repository
        self._district = district
        self._kept: dict[str, frozenset[str]] | None = None
        self._read = 0

    @property
    def tired(self) -> bool:
        """Return whether so many rows were read that the next page has to go on."""
        return self._read >= MOST_READ

    def of(self, process: Process) -> frozenset[str]:
        """Return the schools of a process's classes."""
        if process.schools is not None:
            return process.schools
        if not process.begun & set(ProcessTest):
            return frozenset()
        if process.school:
            return frozenset({process.school})
        if self._kept is None:
            self._kept = self._repository.read_kept_schools(self._district)
        if process.id not in self._kept:
            self._kept[process.id] = self._find_schools(process.id)
        return self._kept[process.id]

    def _find_schools(self, process: str) -> frozenset[str]:
        self._read += 1
        schools = self._repository.schools_of(self._district, process)
        self._repository.keep_schools(self._district, process, schools)
        return schools
