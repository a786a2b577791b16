"""Time that moves only when a test says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


class SimulatedClock:
    """A clock for the code under test and for the cloud alike."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def advance(self, **by: float) -> datetime:
        """`advance(seconds=30)`"""
        self._now += timedelta(**by)
        return self._now

    def reach(self, moment: datetime) -> None:
        """Forward to `moment`; never back."""
        self._now = max(self._now, moment)
