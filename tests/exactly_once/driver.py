"""The fault driver: breaks every call of a workload in turn, in every way it can break.

The part before the broken call is shared. An undisturbed run keeps the cloud before and after every
function. Each case runs the function whose call it breaks, and then the rest. The part after it is
shared, too: a case ends where its cloud equals that of a case that ended well. The same cloud leads
to the same end, because identifiers depend on what is done and when (`simulator/identifiers.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from simulator.faults import Fault, Sending, possible
from tests.exactly_once.past import PastRun
from tests.exactly_once.stack import Cloud, Stack, no_look

AT_REST = -1
DEADLY = {Fault.CRASH_BEFORE, Fault.CRASH_AFTER}


@dataclass(frozen=True)
class Workload:
    """The actions, their objects, and the rules that hold when everything has come to rest."""

    name: str
    prepare: Callable[[], Cloud]
    act: Callable[[Any], None]
    check: Callable[[Any], None]
    stack: Callable[..., Stack] = Stack
    """Makes a stack on a cloud, with the faults it meets."""
    brought_back: bool = True
    """Somebody brings dead letters back; else the check finds them."""


@dataclass(frozen=True)
class FaultCase:
    """One call of the workload, and what happens to it."""

    number: int
    call: str
    fault: Fault

    def __str__(self) -> str:
        return f"call {self.number} {self.call}: {self.fault}"


@dataclass(frozen=True)
class Checkpoint:
    """The cloud of an undisturbed run while no process is at work, and what was done before."""

    cloud: Cloud
    done: int = 0
    calls: int = 0
    end: datetime | None = None
    """When the patience ends with which it settles; `None` before anybody did anything."""
    failed_reports: tuple[Any, ...] = ()


class EndsWell(BaseException):
    """The cloud is as in a run that was checked to its end. Not for `except Exception`."""


@dataclass
class Witness:
    """Looks at the cloud whenever no process is at work, once the fault has happened.

    It knows the clouds from which everything came to a good end, and collects those of this run.
    Where the process still lives that met the fault, the run goes on at the first look whatever
    is known.
    """

    stack: Stack
    known: set[int]
    seen: list[int] = field(default_factory=list)

    def look(self, end: datetime | None) -> None:
        """Raise `EndsWell` where this cloud is known, and the same follows."""
        if not self.stack.line.broken:
            return
        cloud = fingerprint(self.stack, end)
        if cloud in self.known and (self.seen or self._died):
            raise EndsWell
        self.seen.append(cloud)

    @property
    def _died(self) -> bool:
        """The process died of the fault, and another one works."""
        return not DEADLY.isdisjoint(self.stack.line.faults.values())


def fingerprint(stack: Stack, end: datetime | None) -> int:
    """All state that decides what follows, when no process is at work and no fault is left.

    That is the cloud, the answers that people got in this act, and how long they wait.
    """
    failed = tuple((report.id, tries) for report, tries in stack.failed_reports)
    return hash((stack.cloud.fingerprint(), stack.said, end, failed))


@dataclass(frozen=True)
class DriverStart:
    """Where a case sets in: at a checkpoint; from there on this need not be done again."""

    checkpoint: Checkpoint
    past: tuple[PastRun, ...]
    number: int
    """Which call is broken, of the process that begins there."""


@dataclass(frozen=True)
class DriverCourse:
    """An undisturbed run: its calls, what was done, and the clouds that end well."""

    calls: tuple[Sending, ...]
    checkpoints: tuple[Checkpoint, ...]
    chronicle: tuple[PastRun, ...] = ()
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """In which function a call was made, and which it is where a new process runs that function."""
    known: set[int] | None = None
    """None where a stack holds more than its cloud."""

    def before(self, number: int) -> DriverStart:
        """Return the last place before a call where a case can set in."""
        if number not in self.places:
            return DriverStart(self.checkpoints[0], (), number)
        done, broken = self.places[number]
        checkpoint = [each for each in self.checkpoints if each.done <= done][-1]
        return DriverStart(checkpoint, self.chronicle[checkpoint.done : done], broken)

    def cases(self, fault: Fault) -> list[FaultCase]:
        """Every call that can meet this fault; the late ones first, which begin at a checkpoint.

        A repeat from the beginning may leave its own traces in the workload.
        """
        met = [
            FaultCase(number, str(sending), fault)
            for number, sending in enumerate(self.calls)
            if fault in possible(sending)
        ]
        return met[::-1]


def run_undisturbed(workload: Workload, cloud: Cloud) -> DriverCourse:
    """Run it without any fault, and check it.

    Every function is run a second time, in a new process: who sets in there will have one.
    """
    stack = workload.stack(cloud.copy())
    begin = Checkpoint(cloud)
    if type(stack).__init__ is not Stack.__init__:  # what it holds itself is in no cloud
        come_to_rest(workload, stack)
        workload.check(stack)
        return DriverCourse(tuple(stack.line.sendings), (begin,))
    done = stack.chronicle = []
    marked, known = [begin], set[int]()

    def mark(end: datetime | None) -> None:
        known.add(fingerprint(stack, end))
        if stack.said == AT_REST and end is not None:
            made, failed = len(stack.line.sendings), tuple(stack.failed_reports)
            marked.append(Checkpoint(stack.cloud.copy(), len(done), made, end, failed))

    come_to_rest(workload, stack, mark)
    calls, stack.chronicle = tuple(stack.line.sendings), None
    workload.check(stack)
    return DriverCourse(calls, tuple(marked), tuple(done), _places(workload, done), known)


def _places(workload: Workload, chronicle: Sequence[PastRun]) -> dict[int, tuple[int, int]]:
    places: dict[int, tuple[int, int]] = {}
    for index, done in enumerate(chronicle):
        new = done.in_a_new_process(workload.stack(done.before.copy()))
        places |= {done.begun + was: (index, done.begun + now) for was, now in new.items()}
    return places


def come_to_rest(
    workload: Workload, stack: Stack, look: Callable[[datetime | None], None] | None = None
) -> None:
    """To the end, and further: what became a dead letter is brought back once the cause is gone."""
    stack.look = look or no_look
    workload.act(stack)
    _rest(workload, stack)


def _rest(workload: Workload, stack: Stack, end: datetime | None = None) -> None:
    """Nothing depends on people's answers any more."""
    stack.said = AT_REST
    stack.settle(end)
    _bring_back(workload, stack)
    stack.look = no_look


def _bring_back(workload: Workload, stack: Stack) -> None:
    if not workload.brought_back:
        return
    for queue in ("deliveries", "mail", "jobs", "reports"):
        if stack.cloud.queues.dead(queue):
            stack.cloud.queues.redrive(queue)
            stack.settle()


def run_disturbed(workload: Workload, course: DriverCourse, case: FaultCase) -> Stack | None:
    """Let one call meet its fault, and come to rest; what is before its checkpoint is not done.

    Gives the stack as it came to rest and stood the check; None where a known end was reached.
    """
    start = course.before(case.number)
    since = start.checkpoint
    stack = workload.stack(since.cloud.copy(), {start.number: case.fault})
    stack.line.sendings += course.calls[: since.calls]
    stack.failed_reports = list(since.failed_reports)
    stack.past = list(start.past)
    witness = Witness(stack, set() if course.known is None else course.known)
    try:
        if since.end is None:
            come_to_rest(workload, stack, witness.look)
        else:
            stack.look = witness.look
            _rest(workload, stack, since.end)
    except EndsWell:
        _was_broken(stack, case)
        witness.known.update(witness.seen)
        return None
    _was_broken(stack, case)
    stack.line.faults.clear()
    workload.check(stack)
    witness.known.update(witness.seen)
    return stack


def _was_broken(stack: Stack, case: FaultCase) -> None:
    assert stack.line.broken, "the fault did not happen"
    assert f" {case.call}: " in stack.line.broken[0], "it happened to another call"


def survives(workload: Workload, fault: Fault, *, fate: str | None = None) -> int:
    """Let the fault happen to every call in turn; return how many there were.

    Raises `AssertionError` naming every call that was not survived.
    """
    course = _course(workload, fate)
    cases, lost = course.cases(fault), []
    for case in cases:
        try:
            run_disturbed(workload, course, case)
        except AssertionError as error:
            lost.append(f"{case}\n    {error}")
    if lost:
        lines = "\n".join(reversed(lost))
        raise AssertionError(f"{workload.name}: {len(lost)} of {len(cases)} lost\n{lines}")
    return len(cases)


@lru_cache(maxsize=32)
def _course(workload: Workload, fate: str | None) -> DriverCourse:
    """All faults of a workload share its course; few more are kept than a process needs at once."""
    return run_undisturbed(workload, workload.prepare().copy(fate=fate))
