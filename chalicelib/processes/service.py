"""What a team leader, a member and an administrator say of a Mastery Process as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Caller
from chalicelib.clock import instant
from chalicelib.errors import Conflict, NotFound, not_found, stale
from chalicelib.ids import new_id
from chalicelib.paging import Page, cut
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import MOST_OPEN_PROCESSES, Colleague, Role, Team

from .attaching import MOVE, attached, sharing, unsharing
from .model import Attached, Opened, Process, begun, school_year
from .moves import Move
from .scores import Test

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.storage.conditions import Write

    from .repository import ProcessRepository

TeamOf = Callable[[Caller, str], tuple[Team, Role]]
"""Reads a team for who may see it, and what it is to them. Raises `NotFound`."""
Today = Callable[[datetime, str], date]
"""Says which day it is at an instant in a time zone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A process as one person sees it: with everything in it, and with what they may do."""

    opened: Opened
    role: Role

    @property
    def id(self) -> str:
        """The process's id."""
        return self.opened.id

    @property
    def version(self) -> int:
        """The process's version."""
        return self.opened.version


@dataclass(frozen=True, slots=True)
class Listed:
    """A process in a list, as one person sees it."""

    process: Process
    role: Role


class Processes:
    """The Mastery Processes of a district."""

    def __init__(
        self,
        repository: ProcessRepository,
        team_of: TeamOf,
        districts: Districts,
        assessments: Callable[[], Assessments],
        today: Today,
    ) -> None:
        """Use these; the neighbours are asked only where they matter."""
        self._repository = repository
        self._team_of = team_of
        self._districts = districts
        self._assessments = assessments
        self._today = today

    # -- reading ----------------------------------------------------------------------------------

    def opened(self, caller: Caller, process: str) -> tuple[Opened, Role]:
        """Read a whole process, and what it is to this person. Raises `NotFound`.

        The one way in for every room. One query; of a finished one, its team besides.
        """
        found = self._repository.open(caller.district, process)
        if found is None:
            raise not_found("process")
        return found, self._role(caller, found.process)

    def head(self, caller: Caller, process: str) -> tuple[Process, Role]:
        """Read a process without what is in it, and what it is to this person."""
        found = self._repository.head(caller.district, process)
        if found is None:
            raise not_found("process")
        return found, self._role(caller, found)

    def open(self, caller: Caller, process: str) -> Shown:
        """Read a whole process, to be shown. Raises `NotFound`."""
        return Shown(*self.opened(caller, process))

    def of_team(
        self, caller: Caller, team: str, limit: int, after: Sequence[Any] | None
    ) -> Page[Listed]:
        """List a team's processes, the newest first. Raises `NotFound`."""
        _, role = self._team_of(caller, team)
        pointers = self._repository.pointers(caller.district, team)
        page = cut(pointers, limit, after, lambda each: (_backwards(each),))
        heads = self._repository.heads(caller.district, page.items)
        return Page([Listed(each, role) for each in heads], page.after)

    # -- writing ----------------------------------------------------------------------------------

    def create(self, act: Act, team: str, name: str, pre_test: str = "") -> Shown:
        """Begin a process of a team, with its pre-test or without. For leaders."""
        found, _ = self._team_of(act.caller, team)
        found.check_may(act.caller, "start_process")
        self._check_may_start(act.district, found)
        process = self.begun(act.caller, found, name, act.at)
        also: list[Write] = []
        if pre_test:
            test, also = self._chosen(act.caller, pre_test)
            process = attach(process, Test.PRE, test, Role.LEADER, version=process.version)
            also.append(sharing(act.district, process, test))
        shown = Shown(Opened(process), Role.LEADER)
        try:
            self._repository.create(act, process, also, found, shown)
        except ConditionFailed as failed:
            raise _test_changed() from failed
        return shown

    def begun(self, by: Caller, team: Team, name: str, at: datetime) -> Process:
        """Give a new process of a team, not written yet."""
        zone = by.zone or self._districts.read(by.district).time_zone
        year = school_year(self._today(at, zone))
        creator = Colleague(id=by.person, name=by.name)
        return begun(team, new_id(), name, creator, instant(at), year)

    def rename(self, act: Act, process: str, version: int, name: str) -> Shown:
        """Give a process another name. For leaders, while it is open."""
        found, role = self._at_version(act.caller, process, version)
        after = found.process.moved(Move.RENAME, role, name=name)
        if name == found.process.name:
            return Shown(found, role)
        return self._saved(act, found, after, role)

    def attach(self, act: Act, process: str, version: int, test: Test, assessment: str) -> Shown:
        """Attach an assessment that the leader sees, in place of what was attached."""
        found, role = self._at_version(act.caller, process, version)
        before = found.process.test(test)
        chosen, also = self._chosen(act.caller, assessment)
        after = attach(found.process, test, chosen, role)
        if before and before.assessment == assessment:
            return Shown(found, role)
        return self._exchanged(act, found, after, test, also, role)

    # -- steps ------------------------------------------------------------------------------------

    def _role(self, caller: Caller, process: Process) -> Role:
        """Say what a process is to a person; who may see a finished one, its team says today."""
        if not process.is_finished:
            return process.role_of(caller)
        try:
            return self._team_of(caller, process.team)[1]
        except NotFound:
            raise not_found("process") from None

    def _at_version(self, caller: Caller, process: str, version: int) -> tuple[Opened, Role]:
        found, role = self.opened(caller, process)
        if found.version != version:
            raise stale("process", found.version)
        return found, role

    def _check_may_start(self, district: str, team: Team) -> None:
        team.check_starts()
        pointers = self._repository.pointers(district, team.id)
        heads = self._repository.heads(district, pointers)
        if sum(each.is_open for each in heads) >= MOST_OPEN_PROCESSES:
            raise Conflict(
                "too_many_open_processes",
                f"A data team works on at most {MOST_OPEN_PROCESSES} Mastery Processes at a time. "
                "Finish or discard one first.",
            )

    def _chosen(self, caller: Caller, assessment: str) -> tuple[Attached, list[Write]]:
        """Give an assessment that was there as a test, and the writes that go with giving it."""
        header = self._assessments().header(caller, assessment)
        use = self._assessments().use(caller.district, header, as_it_is=False)
        return attached(header), use

    def _exchanged(
        self,
        act: Act,
        found: Opened,
        after: Process,
        test: Test,
        also: Sequence[Write],
        role: Role,
    ) -> Shown:
        """Write a process with another test, which is shared now instead of the former."""
        before, now = found.process.test(test), after.test(test)
        writes = [*also]
        if now is not None:
            writes.append(sharing(act.district, after, now))
        if before is not None:
            writes.append(unsharing(act.district, found.process, before))
        return self._saved(act, found, after, role, writes)

    def _saved(
        self, act: Act, found: Opened, after: Process, role: Role, also: Sequence[Write] = ()
    ) -> Shown:
        from dataclasses import replace

        shown = Shown(replace(found, process=after), role)
        try:
            self._repository.change(act, after, also, shown)
        except ConditionFailed as failed:
            raise _test_changed() from failed
        return shown


def attach(
    process: Process, test: Test, chosen: Attached, role: Role, version: int | None = None
) -> Process:
    """Give a process with this test. Raises `Conflict` or `Forbidden`."""
    after = process.moved(MOVE[test], role, **{test.value: chosen})
    process.check_free(test)
    return after if version is None else after.model_copy(update={"version": version})


def _test_changed() -> Conflict:
    return Conflict(
        "test_changed_meanwhile",
        "The assessment was changed at this very moment, so nothing was done. Look at it, and try "
        "again.",
    )


def _backwards(ulid: str) -> str:
    """Give a text that sorts the other way round (ULIDs: digits and capitals)."""
    return "".join(chr(0x7F - ord(each)) for each in ulid)
