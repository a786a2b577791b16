"""Several workers at once, stepped call by call in an order that a seed or somebody decides."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from greenlet import GreenletExit, getcurrent, greenlet

Choose = Callable[[Sequence["Worker"]], "Worker"]


@dataclass(eq=False)
class Worker:
    """A strand of work that moves only while it holds the baton."""

    work: Callable[[], Any]
    finished: bool = False
    outcome: Any = None
    error: BaseException | None = None

    def live(self) -> None:
        """Work to the end; a crash ends this worker, not the run."""
        try:
            self.outcome = self.work()
        except BaseException as error:  # noqa: BLE001 - whoever ran the workers looks at it
            self.error = error
        finally:
            self.finished = True


class Interleaving:
    """Runs workers so that exactly one moves at a time: repeatable by seed, races included.

    Put `turn` where workers can be interrupted (`Line.turn`): it gives the baton back.
    The workers are greenlets. A switch costs a hundredth of what one costs between threads.
    """

    def __init__(
        self,
        seed: int = 0,
        switched: Callable[[], None] | None = None,
        choose: Choose | None = None,
    ) -> None:
        """Take the callbacks: each worker calls `switched` when it gets the baton back.

        `choose` returns which of the waiting workers moves next, in place of the seed. Its error
        ends the run, and with it every worker.
        """
        self._switched = switched
        self._choose = choose or random.Random(seed).choice
        self._strands: set[greenlet] = set()

    def turn(self) -> None:
        """Return the baton, if a worker of this run has it."""
        strand = getcurrent()
        if strand in self._strands and strand.parent is not None:
            strand.parent.switch()
            if self._switched is not None:
                self._switched()

    def run(self, works: Sequence[Callable[[], Any]]) -> list[Worker]:
        """Every worker to its end; what it answered or raised stands in it."""
        workers = [Worker(work) for work in works]
        strands = {worker: greenlet(worker.live) for worker in workers}
        self._strands.update(strands.values())
        try:
            while waiting := [worker for worker in workers if not worker.finished]:
                strands[self._choose(waiting)].switch()
        finally:
            self._strands.difference_update(strands.values())
            for strand in strands.values():
                strand.throw(GreenletExit)  # does nothing to one that came to its end
        return workers
