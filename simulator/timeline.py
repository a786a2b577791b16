"""Many processes at once on simulated time: each moves on when its wait is over."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from greenlet import getcurrent, greenlet

from simulator.clock import SimulatedClock


class ProcessKilled(BaseException):
    """The platform ended the process. Not for `except Exception`."""


@dataclass(eq=False)
class SimulatedProcess:
    """A strand of work; `resume` is called whenever it gets the baton."""

    strand: greenlet
    resume: Callable[[], None]
    ends: datetime | None = None
    """When the platform ends it."""


class Timeline:
    """Runs processes one at a time, in the order of their waits; the clock follows them."""

    def __init__(self, clock: SimulatedClock) -> None:
        self.clock = clock
        self._waiting: list[tuple[datetime, int, SimulatedProcess]] = []
        self._numbers = itertools.count()
        self._scheduler = getcurrent()
        self._processes: dict[greenlet, SimulatedProcess] = {}

    def start(
        self,
        work: Callable[[], Any],
        *,
        resume: Callable[[], None] = lambda: None,
        after: float = 0,
        lasts: float | None = None,
    ) -> None:
        """Have a process begin `after` so many seconds; it is ended when it `lasts` too long."""
        begins = self.clock.now() + timedelta(seconds=after)
        ends = None if lasts is None else begins + timedelta(seconds=lasts)
        process = SimulatedProcess(greenlet(work, self._scheduler), resume, ends)
        self._processes[process.strand] = process
        self._wake(process, begins)

    def wait(self, seconds: float) -> None:
        """Have the present process wait. Raises `ProcessKilled` where its time ends first."""
        process = self._processes[getcurrent()]
        wakes = self.clock.now() + timedelta(seconds=seconds)
        over = process.ends is not None and wakes > process.ends
        self._wake(process, process.ends if over and process.ends else wakes)
        self._scheduler.switch()
        process.resume()
        if over:
            raise ProcessKilled

    def run(self) -> None:
        """Go on until no process waits any more."""
        while self._waiting:
            moment, _, process = heapq.heappop(self._waiting)
            self.clock.reach(moment)
            process.strand.switch()
            if process.strand.dead:
                del self._processes[process.strand]

    def _wake(self, process: SimulatedProcess, moment: datetime) -> None:
        heapq.heappush(self._waiting, (moment, next(self._numbers), process))
