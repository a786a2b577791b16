"""The write units that a table takes a second: a token bucket, as DynamoDB has one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from simulator.clock import SimulatedClock

MESSAGE = "Throughput exceeds the current capacity of your table or index."


@dataclass
class Throttle:
    """A bucket that fills at `rate` units a second and holds those of `burst` seconds.

    Each write is paid from it, down to a debt. A request that it cannot pay is refused, and costs
    nothing. With a debt at the start, a table takes nothing for a while.
    """

    clock: SimulatedClock
    rate: float
    burst: float = 1.0
    level: float = 0.0
    at: datetime = field(init=False)
    refused: int = 0
    """Requests that it turned down."""

    def __post_init__(self) -> None:
        self.at = self.clock.now()

    def fill(self) -> float:
        """Return the units that are there by now."""
        now = self.clock.now()
        gained = (now - self.at).total_seconds() * self.rate
        self.level = min(self.level + gained, self.rate * self.burst)
        self.at = now
        return self.level

    def admits(self, units: float) -> bool:
        """Return whether a request of so many units is taken."""
        taken = self.fill() >= units
        self.refused += not taken
        return taken

    def pay(self, units: float) -> None:
        self.level -= units

    def copy(self, clock: SimulatedClock) -> Throttle:
        """Return a bucket as full, on another clock."""
        new = replace(self, clock=clock)
        new.at = self.at
        return new

    def fingerprint(self) -> int:
        return hash((self.rate, self.burst, self.fill()))
