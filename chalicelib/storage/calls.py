"""One call to DynamoDB, retried while the table is busy; other failures have names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from random import random
from time import sleep
from typing import TYPE_CHECKING, Any, Protocol

from chalicelib.clock import Clock, SystemClock
from chalicelib.storage import refusals

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.client import DynamoDBClient

BUSY = frozenset(
    {
        "TransactionConflict",
        "TransactionConflictException",
        "TransactionInProgressException",
        "ThrottlingError",
        "ThrottlingException",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "InternalServerError",
        "ServiceUnavailable",
    }
)
"""Errors that pass."""

FIRST, LONGEST = 0.02, 2.0
"""Seconds that the first wait takes at most, and any; each may be twice as long as the last."""

A_MOMENT = 3.0
"""Seconds that an operation waits where somebody waits for the answer."""

RESERVE = 8.0
"""Seconds at a function's end in which it begins nothing: its last call ends, the rest is sent."""


class Timed(Protocol):
    """The context of a function that runs."""

    def get_remaining_time_in_millis(self) -> int:
        """Return how long it may still run."""


class Patience:
    """How long calls wait while the table is busy: with full jitter, as long as there is time."""

    def __init__(
        self,
        clock: Clock | None = None,
        pause: Callable[[float], None] = sleep,
        chance: Callable[[], float] = random,
    ) -> None:
        """`pause` is how to wait; `chance` returns a number from 0 to 1."""
        self._clock = clock or SystemClock()
        self._pause = pause
        self._chance = chance
        self._work: _TimeLeft | None = None

    def keep_time_of(self, function: Timed | None) -> None:
        """Begin work that may take as long as its function; without one, operations have a moment.

        A worker keeps the time of each event, a function that answers people never.
        """
        seconds = function.get_remaining_time_in_millis() / 1000 - RESERVE if function else 0
        self._work = self._allow(seconds) if function else None

    @property
    def is_over(self) -> bool:
        """Return whether the work has no more time."""
        return self._work is not None and self._count_seconds(self._work) <= 0

    def check(self) -> None:
        """Raise `Unavailable` where the work has no more time."""
        if self.is_over:
            raise refusals.BUSY()

    def begin(self) -> Callable[[], None]:
        """Return how an operation waits before it tries again: longer each time, by chance.

        It raises `Unavailable` when the time is over.
        """
        left = self._work or self._allow(A_MOMENT)
        tries = count()

        def wait() -> None:
            seconds = self._count_seconds(left)
            if seconds <= 0:
                raise refusals.BUSY()
            most = min(FIRST * 2 ** min(next(tries), 10), LONGEST)
            seconds = min(self._chance() * most, seconds)
            left.waits -= seconds
            self._pause(seconds)

        return wait

    def _allow(self, seconds: float) -> _TimeLeft:
        return _TimeLeft(self._clock.now() + timedelta(seconds=seconds), seconds)

    def _count_seconds(self, left: _TimeLeft) -> float:
        return min((left.ends - self._clock.now()).total_seconds(), left.waits)


class _TimeLeft:
    """`waits` has the seconds that waits may add up to: a test's clock may stand still in them."""

    def __init__(self, ends: datetime, waits: float) -> None:
        self.ends = ends
        self.waits = waits


class Calls:
    """The client of one table."""

    def __init__(self, client: DynamoDBClient, name: str, patience: Patience | None = None) -> None:
        """Use a low-level client; `patience` says how long to wait between tries."""
        self.client = client
        self.name = name
        self.patience = patience or Patience()

    def call(self, operation: str, **request: Any) -> Any:
        """Make one call, again while the table is busy; name failures that a retry cannot fix."""
        from botocore.exceptions import BotoCoreError, ClientError

        wait = self.patience.begin()
        while True:
            try:
                return getattr(self.client, operation)(**request)
            except ClientError as error:
                code = error.response["Error"]["Code"]
                if code == "TransactionCanceledException":
                    reasons: Any = error.response.get("CancellationReasons", [])
                    raise Cancelled(reasons) from error
                if code == "ConditionalCheckFailedException":
                    raise ConditionalWriteFailed from error
                if code not in BUSY:
                    raise
            except BotoCoreError as error:
                raise refusals.BUSY() from error
            wait()


class ConditionalWriteFailed(Exception):
    """The condition of a single write was false."""


class Cancelled(Exception):
    """A transaction was turned down; `reasons` has one for each of its writes."""

    def __init__(self, reasons: list[dict[str, Any]]) -> None:
        """Keep why."""
        super().__init__(str([reason.get("Code") for reason in reasons]))
        self.reasons = reasons
