"""A leader's steps with the tests of a process; discarding the process detaches both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.processes.attached_tests.rules import (
    MOVE,
    build_attached_test,
    check_may_attach,
    check_untouched,
    choose_test,
    each_once,
    is_attached,
    pre_test_of,
    refresh_tests,
    sharing,
    unsharing,
)
from chalicelib.processes.model import Attached, Process, TestOrigin
from chalicelib.processes.moves import ProcessMove
from chalicelib.processes.scores import ProcessTest
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Write

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.assessments.service import Assessments
    from chalicelib.processes.service import Changed, Processes, ShownProcess
    from chalicelib.teams.model import TeamRole


class Attaching:
    """The tests of a district's Mastery Processes."""

    def __init__(self, processes: Processes, assessments: Callable[[], Assessments]) -> None:
        """Use these."""
        self._processes = processes
        self._assessments = assessments

    def attach(
        self, act: Act, process: str, version: int, test: ProcessTest, assessment: str
    ) -> ShownProcess:
        """Attach an assessment that the leader sees, in place of the former one.

        The pre-test attached as the post-test is given a second time. Raises `NotFound`, `Invalid`,
        `Conflict`, `Forbidden`, `Stale`.
        """

        def exchange(before: Process, role: TeamRole) -> Changed:
            check_may_attach(before, test, role)
            if test == ProcessTest.POST and before.pre and before.pre.assessment == assessment:
                return self._same(act, before, role)
            if is_attached(before, test, assessment):
                return self._again(act, before, test, role), ()
            new, also = choose_test(self._assessments(), act.caller, assessment)
            return self._exchange_test(act, before, test, new, role, also)

        return self._processes.change(act, process, version, exchange)

    def attach_same(self, act: Act, process: str, version: int) -> ShownProcess:
        """Attach the pre-test a second time, as the post-test. Raises as `attach`."""

        def exchange(before: Process, role: TeamRole) -> Changed:
            check_may_attach(before, ProcessTest.POST, role)
            return self._same(act, before, role)

        return self._processes.change(act, process, version, exchange)

    def attach_copy(self, act: Act, process: str, version: int, title: str) -> ShownProcess:
        """Attach a copy of the pre-test, which the leader can still edit, as the post-test."""

        def exchange(before: Process, role: TeamRole) -> Changed:
            check_may_attach(before, ProcessTest.POST, role)
            original = pre_test_of(before).assessment
            header, also = self._assessments().copying(act, original, title, in_use=True)
            copy = build_attached_test(header, TestOrigin.COPY)
            return self._exchange_test(act, before, ProcessTest.POST, copy, role, also)

        return self._processes.change(act, process, version, exchange)

    def discard(self, act: Act, process: str, version: int) -> ShownProcess:
        """Take back a process begun by mistake, before any class was given a test. For leaders."""

        def discard_process(before: Process, role: TeamRole) -> Changed:
            after = before.apply_move(ProcessMove.DISCARD, role)
            check_untouched(before)
            district = act.district
            gone = [each for each in (before.pre, before.post) if each]
            writes: list[Write] = [Delete(keys.team_process(district, before.team, before.id))]
            for each in gone:
                writes += self._build_detach_writes(act, before, each)
            return after, writes

        return self._processes.change(act, process, version, discard_process)

    # -- steps ------------------------------------------------------------------------------------

    def _again(self, act: Act, before: Process, test: ProcessTest, role: TeamRole) -> Process:
        """Return a process with a test that it has already, as the test is now."""
        known = before.test(test)
        header = self._assessments().header(act.district, known.assessment) if known else None
        return refresh_tests(
            before.apply_move(MOVE[test], role), {header.id: header} if header else {}
        )

    def _same(self, act: Act, before: Process, role: TeamRole) -> Changed:
        if before.post and before.post.how == TestOrigin.SAME:
            return self._again(act, before, ProcessTest.POST, role), ()
        original = pre_test_of(before).assessment
        header, also = self._assessments().second_sitting(act, original)
        return self._exchange_test(
            act, before, ProcessTest.POST, build_attached_test(header, TestOrigin.SAME), role, also
        )

    def _exchange_test(
        self,
        act: Act,
        before: Process,
        test: ProcessTest,
        new: Attached,
        role: TeamRole,
        also: Sequence[Write],
    ) -> Changed:
        """Return a process with another test, which is shared from now on instead of the former."""
        dated = new.model_copy(update={"at": instant(act.at)})
        after = before.apply_move(MOVE[test], role, **{test.value: dated})
        former = before.test(test)
        gone = self._build_detach_writes(act, before, former) if former else []
        return after, each_once([*also, *gone, sharing(act.district, after, new)])

    def _build_detach_writes(self, act: Act, before: Process, test: Attached) -> list[Write]:
        """Return the writes by which a test leaves a process: a second sitting goes with it."""
        unmade = (
            self._assessments().build_sitting_removal(act, test.assessment)
            if test.how == TestOrigin.SAME
            else []
        )
        return [unsharing(act.district, before, test), *unmade]
