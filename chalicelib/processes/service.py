"""What a team leader, a member and an administrator say of a Mastery Process as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Caller
from chalicelib.clock import instant
from chalicelib.errors import Conflict, NotFound, Refusal, Unavailable, not_found, stale
from chalicelib.ids import new_id
from chalicelib.paging import Page, cut, expected
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Write
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import MOST_OPEN_PROCESSES, Colleague, Role, Team, administers, standing

from .attaching import (
    MOVE,
    attached,
    check_may_attach,
    check_untouched,
    each_once,
    is_attached,
    only_shared,
    pre_test_of,
    refreshed,
    sharing,
    unsharing,
)
from .library.starting import started_from
from .listing.model import Wanted, walk
from .model import Attached, How, Opened, Process, begun, school_year
from .moves import Move, after
from .scores import Test

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts

    from .repository import ProcessRepository

TeamOf = Callable[[Caller, str], tuple[Team, Role]]
"""Reads a team for who may see it, and what it is to them. Raises `NotFound`."""
SourceOf = Callable[[str, str], Opened]
"""Reads the locked process of a district that a new one starts from. Raises `Invalid`."""
Changed = tuple[Process, Sequence[Write]]
"""A process as a change leaves it, and what is written with it."""
Today = Callable[[datetime, str], date]
"""Says which day it is at an instant in a time zone."""

_TRIES = 8
"""How often a change is tried when colleagues begin pages or classes at the same moment."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A process as one person sees it: with everything in it, and with what they may do."""

    opened: Opened
    role: Role
    reader: Caller

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
        source: SourceOf,
    ) -> None:
        """Use these; the neighbours are asked only where they matter."""
        self._source = source
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
        return Shown(*self.opened(caller, process), caller)

    def of_team(
        self, caller: Caller, team: str, limit: int, after: Sequence[Any] | None
    ) -> Page[Listed]:
        """List a team's processes, the newest first. Raises `NotFound`."""
        _, role = self._team_of(caller, team)
        pointers = self._repository.pointers(caller.district, team)
        page = cut(pointers, limit, expected(after, str), lambda each: (_backwards(each),))
        heads = self._repository.heads(caller.district, page.items)
        return Page([Listed(each, role) for each in heads], page.after)

    def every(
        self, caller: Caller, wanted: Wanted, limit: int, after: Sequence[Any] | None
    ) -> Page[Listed]:
        """List the processes that an administrator looks for; the newest first in each state.

        Eventually consistent. A page may hold fewer than asked for, and not be the last.
        """

        def sought(process: Process) -> bool:
            return administers(caller, process) and wanted.admits(process)

        read = partial(self._repository.in_state, caller.district)
        page = walk(read, wanted.states, sought, limit, after)
        return Page([Listed(each, _role_in_list(caller, each)) for each in page.items], page.after)

    # -- writing ----------------------------------------------------------------------------------

    def create(self, act: Act, team: str, name: str, pre_test: str = "", from_: str = "") -> Shown:
        """Begin a process of a team, with its pre-test or without. For leaders.

        `from_` is a locked process whose goals' and strategies' texts it begins with, and whose
        tests are suggested (P14).
        """
        found, _ = self._team_of(act.caller, team)
        found.check_may(act.caller, "start_process")
        self._check_may_start(act.district, found)
        process = self.begun(act.caller, found, name, act.at)
        also: list[Write] = []
        if pre_test:
            test, also = self._chosen(act.caller, pre_test)
            changes = {"state": after(process.state, Move.ATTACH_PRE), "pre": test}
            process = process.model_copy(update=changes)
            also.append(sharing(act.district, process, test))
        opened = Opened(process)
        if from_:
            source = self._source(act.district, from_)
            opened, texts = started_from(source, process, act, self._may_attach(act.caller))
            also += texts
        shown = Shown(opened, Role.LEADER, act.caller)
        try:
            self._repository.create(act, opened.process, also, found, shown)
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

        def renamed(before: Process, role: Role) -> Changed:
            return before.moved(Move.RENAME, role, name=name), ()

        return self._change(act, process, version, renamed)

    def attach(self, act: Act, process: str, version: int, test: Test, assessment: str) -> Shown:
        """Attach an assessment that the leader sees, in place of what was attached.

        The pre-test attached as the post-test is given a second time. Raises `NotFound`, `Invalid`,
        `Conflict`, `Forbidden`, `Stale`.
        """

        def exchanged(before: Process, role: Role) -> Changed:
            check_may_attach(before, test, role)
            if test == Test.POST and before.pre and before.pre.assessment == assessment:
                return self._same(act, before, role)
            if is_attached(before, test, assessment):
                return self._again(act, before, test, role), ()
            chosen, also = self._chosen(act.caller, assessment)
            return self._exchanged(act, before, test, chosen, role, also)

        return self._change(act, process, version, exchanged)

    def attach_same(self, act: Act, process: str, version: int) -> Shown:
        """Give the pre-test a second time, as the post-test. Raises as `attach`."""

        def exchanged(before: Process, role: Role) -> Changed:
            check_may_attach(before, Test.POST, role)
            return self._same(act, before, role)

        return self._change(act, process, version, exchanged)

    def attach_copy(self, act: Act, process: str, version: int, title: str) -> Shown:
        """Attach a copy of the pre-test, which the leader can still edit, as the post-test."""

        def exchanged(before: Process, role: Role) -> Changed:
            check_may_attach(before, Test.POST, role)
            original = pre_test_of(before).assessment
            header, also = self._assessments().copying(act, original, title, in_use=True)
            chosen = attached(header, How.COPY)
            return self._exchanged(act, before, Test.POST, chosen, role, also)

        return self._change(act, process, version, exchanged)

    def discard(self, act: Act, process: str, version: int) -> Shown:
        """Take back a process begun by mistake, before any class was given a test. For leaders."""

        def discarded(before: Process, role: Role) -> Changed:
            after = before.moved(Move.DISCARD, role)
            check_untouched(before)
            district = act.district
            gone = [each for each in (before.pre, before.post) if each]
            writes: list[Write] = [Delete(keys.team_process(district, before.team, before.id))]
            for each in gone:
                writes += self._detached(act, before, each)
            return after, writes

        return self._change(act, process, version, discarded)

    # -- steps ------------------------------------------------------------------------------------

    def _role(self, caller: Caller, process: Process) -> Role:
        """Say what a process is to a person; who may see a finished one, its team says today."""
        if not process.is_finished:
            return process.role_of(caller)
        try:
            return self._team_of(caller, process.team)[1]
        except NotFound:
            raise not_found("process") from None

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
        if not self._assessments().seen_alone(caller, header):
            raise only_shared()
        use = self._assessments().use(caller.district, header, as_it_is=False)
        return attached(header), use

    def _may_attach(self, caller: Caller) -> Callable[[str], bool]:
        def there(assessment: str) -> bool:
            try:
                self._chosen(caller, assessment)
            except Refusal:
                return False
            return True

        return there

    def _again(self, act: Act, before: Process, test: Test, role: Role) -> Process:
        """Give a process with a test that it has already, as the test is now."""
        known = before.test(test)
        header = self._assessments().header(act.district, known.assessment) if known else None
        return refreshed(before.moved(MOVE[test], role), {header.id: header} if header else {})

    def _same(self, act: Act, before: Process, role: Role) -> Changed:
        if before.post and before.post.how == How.SAME:
            return self._again(act, before, Test.POST, role), ()
        original = pre_test_of(before).assessment
        header, also = self._assessments().second_sitting(act, original)
        return self._exchanged(act, before, Test.POST, attached(header, How.SAME), role, also)

    def _exchanged(
        self,
        act: Act,
        before: Process,
        test: Test,
        chosen: Attached,
        role: Role,
        also: Sequence[Write],
    ) -> Changed:
        """Give a process with another test, which is shared from now on instead of the former."""
        after = before.moved(MOVE[test], role, **{test.value: chosen})
        former = before.test(test)
        gone = self._detached(act, before, former) if former else []
        return after, each_once([*also, *gone, sharing(act.district, after, chosen)])

    def _detached(self, act: Act, before: Process, test: Attached) -> list[Write]:
        """Give the writes by which a test leaves a process: a second sitting goes with it."""
        unmade = (
            self._assessments().unmade_sitting(act, test.assessment) if test.how == How.SAME else []
        )
        return [unsharing(act.district, before, test), *unmade]

    def _change(
        self,
        act: Act,
        process: str,
        version: int,
        decide: Callable[[Process, Role], Changed],
    ) -> Shown:
        """Write a process as `decide` has it. Raises what that refuses, `NotFound`, `Stale`."""
        for _ in range(_TRIES):
            found, role = self.opened(act.caller, process)
            if found.version != version:
                raise stale("process", found.version)
            after, also = decide(found.process, role)
            if _unchanged(found.process, after):
                return Shown(found, role, act.caller)
            shown = Shown(replace(found, process=after), role, act.caller)
            try:
                if self._repository.change(act, after, also, shown):
                    return shown
            except ConditionFailed as failed:
                raise _test_changed() from failed
        raise _busy()


def _role_in_list(caller: Caller, process: Process) -> Role:
    """Say what a process is to an administrator who may belong to the team as well."""
    return standing(caller, process) or Role.ADMINISTRATOR


def _unchanged(before: Process, after: Process) -> bool:
    return after.model_copy(update={"version": before.version}) == before


def _busy() -> Unavailable:
    return Unavailable(
        "process_busy",
        "The team is at work in this Mastery Process at this very moment. Nothing was saved: "
        "please try again.",
    )


def _test_changed() -> Conflict:
    return Conflict(
        "test_changed_meanwhile",
        "The assessment was changed at this very moment, so nothing was done. Look at it, and try "
        "again.",
    )


def _backwards(ulid: str) -> str:
    """Give a text that sorts the other way round (ULIDs: digits and capitals)."""
    return "".join(chr(0x7F - ord(each)) for each in ulid)
