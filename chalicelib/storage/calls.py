"""One call to DynamoDB, retried while the table is busy; other failures have names."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chalicelib.errors import Unavailable
from chalicelib.storage import refusals

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.client import DynamoDBClient

TRIES = 6
"""The most requests for work that the table left undone."""

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


class Calls:
    """The client of one table."""

    def __init__(
        self, client: DynamoDBClient, name: str, pause: Callable[[float], None] = time.sleep
    ) -> None:
        """Use a low-level client; `pause` is how to wait between tries."""
        self.client = client
        self.name = name
        self.pause = pause

    def call(self, operation: str, **request: Any) -> Any:
        """Make one call, again while the table is busy; name failures that a retry cannot fix."""
        from botocore.exceptions import BotoCoreError, ClientError

        for attempt in range(2):  # after the SDK's own tries: more would outlast the function
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
                raise busy() from error
            self.pause(backoff(attempt))
        raise busy()


class ConditionalWriteFailed(Exception):
    """The condition of a single write was false."""


class Cancelled(Exception):
    """A transaction was turned down; `reasons` has one for each of its writes."""

    def __init__(self, reasons: list[dict[str, Any]]) -> None:
        """Keep why."""
        super().__init__(str([reason.get("Code") for reason in reasons]))
        self.reasons = reasons


def backoff(attempt: int) -> float:
    """Wait 20 ms, then twice as long each time, up to about a third of a second."""
    return min(0.02 * float(2**attempt), 0.32)


def busy() -> Unavailable:
    return refusals.BUSY()
