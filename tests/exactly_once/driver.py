"""The fault driver: breaks every call of a workload in turn, in every way it can break.

What comes before the broken call is shared: the cloud is kept between the processes of an
undisturbed run, and each case sets in at the last such checkpoint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulator.faults import Fault, Sending, possible
from tests.exactly_once.stack import Cloud, Stack


@dataclass(frozen=True)
class Workload:
    """What is done, on what, and what must be true when everything has come to rest."""

    name: str
    prepare: Callable[[], Cloud]
    act: Callable[[Stack], None]
    check: Callable[[Stack], None]
    stack: Callable[..., Stack] = Stack
    """Makes a stack on a cloud, with the faults it meets."""


@dataclass(frozen=True)
class Case:
    """One call of the workload, and what happens to it."""

    number: int
    call: str
    fault: Fault

    def __str__(self) -> str:
        return f"call {self.number} {self.call}: {self.fault}"


@dataclass(frozen=True)
class Checkpoint:
    """The cloud between two processes of an undisturbed run, and the calls that were before."""

    cloud: Cloud
    calls: int = 0
    end: datetime | None = None
    """When the patience ends with which it settles; `None` before anybody did anything."""
    failed_reports: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Course:
    """An undisturbed run: its calls, and where one can set in."""

    calls: tuple[Sending, ...]
    checkpoints: tuple[Checkpoint, ...]

    def before(self, number: int) -> Checkpoint:
        """Give the last checkpoint before a call."""
        return [each for each in self.checkpoints if each.calls <= number][-1]

    def cases(self, fault: Fault) -> list[Case]:
        """Every call that can meet this fault; the late ones first, which begin at a checkpoint.

        What is done anew from the beginning may leave its own traces in the workload.
        """
        met = [
            Case(number, str(sending), fault)
            for number, sending in enumerate(self.calls)
            if fault in possible(sending)
        ]
        return met[::-1]


def undisturbed(workload: Workload, cloud: Cloud) -> Course:
    """Run it without any fault, and check it.

    The run that sets checkpoints has a new process at each of them, as whoever sets in there will.
    It makes the very calls of a run without them; where it does not, there are none.
    """
    plain = workload.stack(cloud.copied())
    come_to_rest(workload, plain)
    calls = tuple(plain.line.sendings)
    workload.check(plain)
    begin = Checkpoint(cloud)
    marked = [begin]
    stack = workload.stack(cloud.copied())

    def mark(end: datetime) -> None:
        stack.start_process()
        made = len(stack.line.sendings)
        marked.append(Checkpoint(stack.cloud.copied(), made, end, tuple(stack.failed_reports)))

    come_to_rest(workload, stack, mark)
    same = list(map(str, stack.line.sendings)) == list(map(str, calls))
    own_state = type(stack).__init__ is not Stack.__init__
    return Course(calls, (begin,) if own_state or not same else tuple(marked))


def come_to_rest(
    workload: Workload, stack: Stack, mark: Callable[[datetime], None] | None = None
) -> None:
    """To the end, and further: what became a dead letter is brought back once the cause is gone."""
    workload.act(stack)
    if mark is None:
        stack.settle()
    else:
        stack.settle(between=mark)
    _bring_back(stack)


def _bring_back(stack: Stack) -> None:
    for queue in ("deliveries", "mail", "jobs", "reports"):
        if stack.cloud.queues.dead(queue):
            stack.cloud.queues.redrive(queue)
            stack.settle()


def disturbed(workload: Workload, course: Course, case: Case) -> Stack:
    """Let one call meet its fault, and come to rest; what is before its checkpoint is not done."""
    since = course.before(case.number)
    stack = workload.stack(since.cloud.copied(), {case.number - since.calls: case.fault})
    stack.failed_reports = list(since.failed_reports)
    if since.end is None:
        come_to_rest(workload, stack)
    else:
        stack.settle(since.end)
        _bring_back(stack)
    return stack


def survives(workload: Workload, fault: Fault, *, fate: str | None = None) -> int:
    """Let the fault happen to every call in turn; gives how many there were.

    Raises `AssertionError` naming every call that was not survived.
    """
    course = undisturbed(workload, workload.prepare().copied(fate=fate))
    cases, lost = course.cases(fault), []
    for case in cases:
        try:
            stack = disturbed(workload, course, case)
            assert stack.line.broken, "the fault did not happen"
            stack.line.faults.clear()
            workload.check(stack)
        except AssertionError as error:
            lost.append(f"{case}\n    {error}")
    if lost:
        lines = "\n".join(reversed(lost))
        raise AssertionError(f"{workload.name}: {len(lost)} of {len(cases)} lost\n{lines}")
    return len(cases)
