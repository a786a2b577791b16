"""Several workers at once, stepped call by call in an order that a seed decides."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from greenlet import getcurrent, greenlet


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

    Put `turn` where workers shall be interrupted (`Line.turn`): it gives the baton back.
    The workers are greenlets. A switch costs a hundredth of what one costs between threads.
    """

    def __init__(self, seed: int, switched: Callable[[], None] | None = None) -> None:
        """`switched` is called by each worker when it gets the baton back."""
        self._switched = switched
        self._random = random.Random(seed)
        self._strands: set[greenlet] = set()

    def turn(self) -> None:
        """Give the baton back, if a worker of this run has it."""
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
        while waiting := [worker for worker in workers if not worker.finished]:
            strands[self._random.choice(waiting)].switch()
        self._strands.difference_update(strands.values())
        return workers
