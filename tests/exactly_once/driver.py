"""The fault driver: breaks every call of a workload in turn, in every way it can break.

What comes before the broken call is shared: the cloud is kept between the processes of an
undisturbed run, and each case sets in at the last such checkpoint. What comes after it is shared
too: a case ends where its cloud is what the cloud of a case was that ended well. From the same
cloud the same follows; identifiers are made of what is done and when (`simulator/identifiers.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
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


class EndsWell(Exception):
    """The cloud is as in a run that was checked to its end."""


@dataclass
class Witness:
    """Looks at the cloud whenever no process is at work, once the fault has happened.

    It knows the clouds from which everything came to a good end, and collects those of this run.
    At the first look after the fault the run goes on whatever is known, because the process still
    lives that met the fault.
    """

    stack: Stack
    known: set[int]
    seen: list[int] = field(default_factory=list)

    def look(self, end: datetime) -> None:
        """Raise `EndsWell` where this cloud is known."""
        if not self.stack.line.broken:
            return
        cloud = fingerprint(self.stack, end)
        if self.seen and cloud in self.known:
            raise EndsWell
        self.seen.append(cloud)


def fingerprint(stack: Stack, end: datetime) -> int:
    """All on which depends what follows, when no process is at work and no fault is left."""
    failed = tuple((report.id, tries) for report, tries in stack.failed_reports)
    return hash((stack.cloud.fingerprint(), end, failed))


@dataclass(frozen=True)
class Course:
    """An undisturbed run: its calls, where one can set in, and the clouds that end well."""

    calls: tuple[Sending, ...]
    checkpoints: tuple[Checkpoint, ...]
    known: set[int] | None = None
    """None where a stack holds more than its cloud."""

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
    known: set[int] = set()
    come_to_rest(workload, plain, lambda end: known.add(fingerprint(plain, end)))
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
    if type(stack).__init__ is not Stack.__init__:  # what it holds itself is in no cloud
        return Course(calls, (begin,))
    return Course(calls, tuple(marked) if same else (begin,), known)


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


def disturbed(workload: Workload, course: Course, case: Case) -> Stack | None:
    """Let one call meet its fault, and come to rest; what is before its checkpoint is not done.

    Gives the stack as it came to rest and stood the check; None where a known end was reached.
    """
    since = course.before(case.number)
    stack = workload.stack(since.cloud.copied(), {case.number - since.calls: case.fault})
    stack.failed_reports = list(since.failed_reports)
    witness = Witness(stack, set() if course.known is None else course.known)
    try:
        if since.end is None:
            come_to_rest(workload, stack, witness.look)
        else:
            stack.settle(since.end, witness.look)
            _bring_back(stack)
    except EndsWell:
        witness.known.update(witness.seen)
        return None
    assert stack.line.broken, "the fault did not happen"
    stack.line.faults.clear()
    workload.check(stack)
    witness.known.update(witness.seen)
    return stack


def survives(workload: Workload, fault: Fault, *, fate: str | None = None) -> int:
    """Let the fault happen to every call in turn; gives how many there were.

    Raises `AssertionError` naming every call that was not survived.
    """
    course = _course(workload, fate)
    cases, lost = course.cases(fault), []
    for case in cases:
        try:
            disturbed(workload, course, case)
        except AssertionError as error:
            lost.append(f"{case}\n    {error}")
    if lost:
        lines = "\n".join(reversed(lost))
        raise AssertionError(f"{workload.name}: {len(lost)} of {len(cases)} lost\n{lines}")
    return len(cases)


@lru_cache(maxsize=4)
def _course(workload: Workload, fate: str | None) -> Course:
    """All faults of a workload share its course; few are kept, because clouds are large."""
    return undisturbed(workload, workload.prepare().copied(fate=fate))
