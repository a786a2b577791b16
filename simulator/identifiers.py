"""Identifiers that come out the same when the same is done at the same time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from weakref import WeakKeyDictionary

import ulid
from greenlet import getcurrent, greenlet

from simulator.clock import SimulatedClock


@dataclass
class Occasion:
    """The current step of a worker, and the number of identifiers made in it."""

    worker: str = ""
    what: str = ""
    number: int = 0


@dataclass
class Identifiers:
    """Where a cloud's processes get their ULIDs: never the same twice."""

    clock: SimulatedClock
    given: set[bytes] = field(default_factory=set)
    _occasions: WeakKeyDictionary[greenlet, Occasion] = field(default_factory=WeakKeyDictionary)

    @property
    def _occasion(self) -> Occasion:
        return self._occasions.setdefault(getcurrent(), Occasion())

    def name(self, worker: str) -> None:
        """Of several at once, this one gets its own, whoever is first."""
        self._occasions[getcurrent()] = Occasion(worker)

    def begin(self, what: str) -> None:
        """From here on they are made for this; of two clouds, the same for the same."""
        occasion = self._occasion
        occasion.what, occasion.number = what, 0

    def use(self) -> None:
        """Make `ulid.ULID()` of this process give them. `forget` undoes it."""
        ulid.default_generator = self._generator

    @cached_property
    def _generator(self) -> ulid.ULIDGenerator:
        return ulid.ULIDGenerator(
            clock=lambda: int(self.clock.now().timestamp() * 1000),
            randomness=self._randomness,
            policy=ulid.PureRandomPolicy(),
        )

    def _randomness(self, timestamp: int) -> bytes:
        occasion = self._occasion
        while True:
            occasion.number += 1
            text = f"{timestamp} {occasion.worker}{occasion.what} {occasion.number}"
            made = blake2b(text.encode(), digest_size=10).digest()
            if made not in self.given:
                self.given.add(made)
                return made


def forget() -> None:
    """Make random ones again."""
    ulid.default_generator = ulid.ULIDGenerator()
