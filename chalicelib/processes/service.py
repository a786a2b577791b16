"""Mastery Processes as a whole, for team leaders, members and administrators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.acts import Role as Person
from chalicelib.clock import day_in
from chalicelib.errors import NotFound, stale
from chalicelib.paging import Page, cut
from chalicelib.processes import refusals
from chalicelib.request_cache import read_once
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import (
    TeamRole,
    administers,
    standing,
)

from .model import Process, ProcessSnapshot
from .moves import ProcessMove
from .search import EVERY, ClassSchools, ProcessFilter, walk
from .visible_process import VisibleProcess

if TYPE_CHECKING:
    from chalicelib.districts.service import Districts
    from chalicelib.storage.conditions import Write
    from chalicelib.teams.service import Teams

    from .repository import ProcessRepository

Changed = tuple[Process, Sequence["Write"]]
"""A process as a change leaves it, and the writes that go with it."""


@dataclass(frozen=True, slots=True)
class ShownProcess:
    """A process as one person sees it: with everything in it, and with what they may do.

    `schools`, where it is not None: with the classes of these schools alone, and no page.
    """

    opened: ProcessSnapshot
    role: TeamRole
    reader: Caller
    schools: frozenset[str] | None = None

    @property
    def id(self) -> str:
        return self.opened.id

    @property
    def version(self) -> int:
        return self.opened.version


@dataclass(frozen=True, slots=True)
class ListedProcess:
    """A process in a list, as one person sees it."""

    process: Process
    role: TeamRole


@dataclass(eq=False, repr=False)
class Processes:
    """The Mastery Processes of a district. Teams are asked only where they matter."""

    _repository: ProcessRepository
    _teams: Callable[[], Teams]
    _districts: Districts

    # -- reading ----------------------------------------------------------------------------------

    def load(self, caller: Caller, process: str) -> tuple[ProcessSnapshot, TeamRole]:
        """Read a whole process, and this person's role in it.

        The one way in for every room that shows or changes all of it. One query; for a finished
        one, also its team. Raises `NotFound`; `Forbidden` for people who see only their school's
        part.
        """
        seen = self.load_visible(caller, process)
        if seen.schools is not None:
            raise refusals.SCHOOL_PART_ONLY()
        return seen.opened, seen.role

    def load_visible(self, caller: Caller, process: str) -> VisibleProcess:
        """Read a process as far as this person may see it (P16). Raises `NotFound`.

        The way in for rooms that can show a part of it.
        """
        found = self._repository.open(caller.district, process, caller.today)
        if found is None:
            raise refusals.PROCESS_NOT_FOUND()
        try:
            return VisibleProcess(found, self._role(caller, found.process))
        except NotFound:
            own = frozenset(filter(caller.administers, found.schools))
            if not own:
                raise
            return VisibleProcess(found, TeamRole.SCHOOL_ADMINISTRATOR, own)

    def head(self, caller: Caller, process: str) -> tuple[Process, TeamRole]:
        """Read a process without its parts, and this person's role in it.

        Raises `NotFound`; `Forbidden` for people who see only their school's part.
        """
        found = self._repository.head(caller.district, process)
        if found is None:
            raise refusals.PROCESS_NOT_FOUND()
        try:
            return found, self._role(caller, found)
        except NotFound:
            if self._has_class_of(caller, found):
                raise refusals.SCHOOL_PART_ONLY() from None
            raise

    def open(self, caller: Caller, process: str) -> ShownProcess:
        """Read a process, to be shown as far as this person may see it. Raises `NotFound`."""
        seen = self.load_visible(caller, process)
        return ShownProcess(seen.opened, seen.role, caller, seen.schools)

    def of_team(
        self, caller: Caller, team: str, limit: int, after: Sequence[Any] | None
    ) -> Page[ListedProcess]:
        """List a team's processes, the newest first. Raises `NotFound`."""
        _, role = self._teams().for_reader(caller, team)
        pointers = self._repository.pointers(caller.district, team)
        page = cut(pointers, limit, after, lambda each: (_backwards(each),))
        heads = self._repository.heads(caller.district, page.items)
        return Page([ListedProcess(each, role) for each in heads], page.after)

    def every(
        self, caller: Caller, wanted: ProcessFilter, limit: int, after: Sequence[Any] | None
    ) -> Page[ListedProcess]:
        """List the processes that an administrator looks for; the newest first in each state.

        Those of teams of their schools, and those with a class of their schools. Eventually
        consistent. A page may hold fewer than asked for, and not be the last.
        """
        known = ClassSchools(self._repository, caller.district)

        def sought(process: Process) -> bool:
            ours = administers(caller, process) or any(map(caller.administers, known.of(process)))
            return ours and wanted.admits(process, known.of)

        read = partial(self._repository.in_state, caller.district)
        page = walk(read, wanted.states, sought, limit, after, lambda: known.tired)
        return Page(
            [ListedProcess(each, _role_in_list(caller, each)) for each in page.items], page.after
        )

    def mine(
        self, caller: Caller, wanted: ProcessFilter, limit: int, after: Sequence[Any] | None
    ) -> Page[ListedProcess]:
        """List the processes of the caller's data teams, the newest first in each state.

        A Query for the teams, one for each of them, and then teams and heads, a hundred a call.
        """
        found = [each for each in self.of_person(caller) if wanted.admits_own(each.process)]
        return cut(found, limit, after, _own_place)

    def of_person(self, caller: Caller) -> list[ListedProcess]:
        """Read the heads of all processes of the caller's data teams, with their role today."""
        teams = self._teams().belonging(caller)
        roles = {team.id: team.role_of(caller) for team in teams}
        each = (self._repository.pointers(caller.district, team.id) for team in teams)
        wanted = [one for some in each for one in some]
        heads = self._repository.heads(caller.district, wanted) if wanted else []
        return [ListedProcess(head, roles[head.team]) for head in heads]

    def day(self, by: Caller, at: datetime) -> date:
        """Return which day it is in the district at an instant."""
        zone = by.zone or self._districts.read(by.district).time_zone
        return date.fromisoformat(day_in(zone, at))

    # -- writing ----------------------------------------------------------------------------------

    def rename(self, act: Act, process: str, version: int, name: str) -> ShownProcess:
        """Rename a process. For leaders, while it is open."""

        def change_name(before: Process, role: TeamRole) -> Changed:
            return before.apply_move(ProcessMove.RENAME, role, name=name), ()

        return self.change(act, process, version, change_name)

    def change(
        self, act: Act, process: str, version: int, decide: Callable[[Process, TeamRole], Changed]
    ) -> ShownProcess:
        """Write a process, and what goes with it, as `decide` returns them.

        Raises the refusals of `decide`, `NotFound`, `Stale`.
        """

        def attempt() -> ShownProcess:
            found, role = self.load(act.caller, process)
            if found.version != version:
                raise stale("process", found.version)
            after, also = decide(found.process, role)
            if _unchanged(found.process, after):
                return ShownProcess(found, role, act.caller)
            shown = ShownProcess(replace(found, process=after), role, act.caller)
            try:
                written = self._repository.change(act, after, also, shown)
            except ConditionFailed as failed:
                raise refusals.TEST_CHANGED_MEANWHILE() from failed
            if not written:
                raise Overtaken
            return shown

        return retry(attempt, refusals.PROCESS_BUSY)

    # -- steps ------------------------------------------------------------------------------------

    def _role(self, caller: Caller, process: Process) -> TeamRole:
        """Return a person's role in a process; today's team decides who sees a finished one."""
        if not process.is_finished:
            return process.role_of(caller)
        try:
            read = partial(self._teams().for_reader, caller, process.team)
            return read_once(("team", caller.district, process.team, caller.person), read)[1]
        except NotFound:
            raise refusals.PROCESS_NOT_FOUND() from None

    def _has_class_of(self, caller: Caller, process: Process) -> bool:
        if Person.SCHOOL_ADMIN not in caller.roles:
            return False
        schools = ClassSchools(self._repository, caller.district).of(process)
        return any(map(caller.administers, schools))


def _own_place(listed: ListedProcess) -> tuple[int, str]:
    return EVERY.index(listed.process.state), _backwards(listed.process.id)


def _role_in_list(caller: Caller, process: Process) -> TeamRole:
    """Return the role of an administrator who may belong to the team as well."""
    return standing(caller, process) or TeamRole.SCHOOL_ADMINISTRATOR


def _unchanged(before: Process, after: Process) -> bool:
    return after.model_copy(update={"version": before.version}) == before


def _backwards(ulid: str) -> str:
    """Return a text that sorts the other way round (ULIDs: digits and capitals)."""
    return "".join(chr(0x7F - ord(each)) for each in ulid)
