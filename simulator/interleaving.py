"""Several workers at once, stepped call by call in an order that a seed decides."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Worker:
    """A thread that runs only while it holds the baton."""

    work: Callable[[], Any]
    go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    finished: bool = False
    outcome: Any = None
    error: BaseException | None = None


class Interleaving:
    """Runs workers so that exactly one moves at a time: repeatable by seed, races included.

    Put `turn` where workers shall be interrupted (`Line.turn`): it gives the baton back.
    """

    def __init__(self, seed: int, switched: Callable[[], None] | None = None) -> None:
        """`switched` is called by each worker when it gets the baton back."""
        self._switched = switched
        self._random = random.Random(seed)
        self._back = threading.Semaphore(0)
        self._mine = threading.local()

    def turn(self) -> None:
        worker: Worker | None = getattr(self._mine, "worker", None)
        if worker is not None:
            self._back.release()
            worker.go.acquire()
            if self._switched is not None:
                self._switched()

    def run(self, works: Sequence[Callable[[], Any]]) -> list[Worker]:
        """Every worker to its end; what it answered or raised stands in it."""
        workers = [Worker(work) for work in works]
        threads = [threading.Thread(target=self._life, args=(w,), daemon=True) for w in workers]
        for thread in threads:
            thread.start()
        while waiting := [worker for worker in workers if not worker.finished]:
            self._random.choice(waiting).go.release()
            self._back.acquire()
        for thread in threads:
            thread.join()
        return workers

    def _life(self, worker: Worker) -> None:
        self._mine.worker = worker
        worker.go.acquire()
        try:
            worker.outcome = worker.work()
        except BaseException as error:  # noqa: BLE001 - a crash ends one worker, not the run
            worker.error = error
        finally:
            worker.finished = True
            self._back.release()
