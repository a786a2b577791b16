"""The record of a run without faults, for reuse without running it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.faults import Sending
    from tests.exactly_once.stack import Cloud, Stack


@dataclass(frozen=True)
class PastRun:
    """A function that was run to its end: on which cloud, by which calls, and what it left."""

    door: Callable[..., Any]
    event: Any
    before: Cloud
    begun: int
    """How many calls the run had made by then."""
    calls: tuple[Sending, ...]
    after: Cloud
    answer: Any = None
    error: Exception | None = None

    @classmethod
    def by(cls, stack: Stack, door: Callable[..., Any], event: Any) -> PastRun:
        """Run it."""
        before, begun = stack.cloud.copy(), len(stack.line.sendings)
        answer, error = None, None
        try:
            answer = stack.run(door, event)
        except Exception as raised:  # noqa: BLE001 - whoever asks for it gets it
            error = raised
        made = tuple(stack.line.sendings[begun:])
        return cls(door, event, before, begun, made, stack.cloud.copy(), answer, error)

    def replay(self) -> Any:
        """Answer as it did."""
        if self.error is not None:
            raise self.error
        return self.answer

    def again(self, stack: Stack, event: Any) -> Any:
        """Have it done on another stack, on which the same was done before."""
        assert event == self.event, "something else was done here"
        stack.cloud.clock.reach(self.after.clock.now())
        stack.cloud.take_over(self.after)
        stack.line.sendings[self.begun :] = self.calls
        return self.replay()

    def in_a_new_process(self, stack: Stack) -> dict[int, int]:
        """Return which call of a new process is which of these calls; empty where it differs.

        A new process may also read again what the former one had read before. `stack` is a new one
        on the cloud as it was before.
        """
        new = PastRun.by(stack, self.door, self.event)
        if new._end() != self._end():
            return {}
        found: dict[int, int] = {}
        made = iter(enumerate(map(describe_call, new.calls)))
        for number, call in enumerate(map(describe_call, self.calls)):
            place = next((place for place, other in made if other == call), None)
            if place is None:
                return {}
            found[number] = place
        return found

    def _end(self) -> Any:
        return self.after.fingerprint(), repr(self.answer), repr(self.error)


def describe_call(call: Sending) -> Any:
    """Return the request of a call, without the token that is new each time."""
    return str(call), {**call.params, "ClientRequestToken": ""}
