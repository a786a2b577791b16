"""Identifiers that come out the same when the same is done at the same time."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

import ulid

from simulator.clock import SimulatedClock


@dataclass
class Identifiers:
    """Where a cloud's processes get their ULIDs: never the same twice."""

    clock: SimulatedClock
    given: set[bytes] = field(default_factory=set)
    _occasion: str = ""
    _number: int = 0

    def begin(self, occasion: str) -> None:
        """From here on they are made for this; of two clouds, the same for the same."""
        self._occasion, self._number = occasion, 0

    def use(self) -> None:
        """Make `ulid.ULID()` of this process give them. `forget` undoes it."""
        ulid.default_generator = ulid.ULIDGenerator(
            clock=lambda: int(self.clock.now().timestamp() * 1000),
            randomness=self._randomness,
            policy=ulid.PureRandomPolicy(),
        )

    def _randomness(self, timestamp: int) -> bytes:
        while True:
            self._number += 1
            text = f"{timestamp} {self._occasion} {self._number}"
            made = blake2b(text.encode(), digest_size=10).digest()
            if made not in self.given:
                self.given.add(made)
                return made


def forget() -> None:
    """Give random ones again."""
    ulid.default_generator = ulid.ULIDGenerator()
