"""The fault driver: breaks every call of a workload in turn, in every way it can break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.faults import Fault, possible
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


def cases(workload: Workload, cloud: Cloud, fault: Fault) -> Iterator[Case]:
    """Every call of the workload that can meet this fault."""
    stack = workload.stack(cloud.copied())
    come_to_rest(workload, stack)
    calls = list(stack.line.sendings)
    workload.check(stack)
    for number, sending in enumerate(calls):
        if fault in possible(sending):
            yield Case(number, str(sending), fault)


def come_to_rest(workload: Workload, stack: Stack) -> None:
    """To the end, and further: what became a dead letter is brought back once the cause is gone."""
    workload.act(stack)
    stack.settle()
    for queue in ("deliveries", "mail", "jobs", "reports"):
        if stack.cloud.queues.dead(queue):
            stack.cloud.queues.redrive(queue)
            stack.settle()


def survives(workload: Workload, fault: Fault, *, fate: str | None = None) -> int:
    """Let the fault happen to every call in turn; gives how many there were.

    Raises `AssertionError` naming every call that was not survived.
    """
    cloud = workload.prepare()
    tried, lost = 0, []
    for case in cases(workload, cloud, fault):
        tried += 1
        stack = workload.stack(cloud.copied(fate=fate), {case.number: fault})
        try:
            come_to_rest(workload, stack)
            assert stack.line.broken, "the fault did not happen"
            stack.line.faults.clear()
            workload.check(stack)
        except AssertionError as error:
            lost.append(f"{case}\n    {error}")
    if lost:
        raise AssertionError(f"{workload.name}: {len(lost)} of {tried} lost\n" + "\n".join(lost))
    return tried
