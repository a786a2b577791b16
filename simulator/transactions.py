"""TransactWriteItems and TransactGetItems: all or nothing, with reasons, repeatable by token."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from simulator import requests as checks
from simulator.client import Params
from simulator.clock import SimulatedClock
from simulator.requests import BadRequest
from simulator.store import StoredRow
from simulator.throttle import MESSAGE
from simulator.writes import SimulatedConditionFailed, Write, prepare_write

if TYPE_CHECKING:
    from simulator.table import SimulatedTable

ACTIONS = 100
TOTAL_SIZE = 4 * 1024 * 1024
TOKEN_LIFE = timedelta(minutes=10)
FINE = {"Code": "None"}
MEMBERS = "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: "


@dataclass(frozen=True, slots=True)
class CommittedTransaction:
    """A committed transaction, remembered by its token."""

    fingerprint: str
    at: datetime


class Transactions:
    """The transactional operations of one table."""

    def __init__(self, table: SimulatedTable, clock: SimulatedClock) -> None:
        self.table = table
        self.clock = clock
        self.done: dict[str, CommittedTransaction] = {}

    def get(self, params: Params) -> dict[str, Any]:
        requests = [action["Get"] for action in params["TransactItems"]]
        for request in requests:
            self.table.expect_table(request["TableName"])
            checks.placeholders(request, ProjectionExpression=checks.PROJECTION)
        keys = [self.table.row_key(request["Key"]) for request in requests]
        _refuse_shape(keys)
        items = [self.table.read(r["Key"], r, consistent=True, factor=2) for r in requests]
        return {"Responses": [{} if item is None else {"Item": item} for item in items]}

    def write(self, params: Params) -> dict[str, Any]:
        token = params.get("ClientRequestToken")
        fingerprint = _fingerprint(params["TransactItems"]) if token else ""
        if token and self._repeats(token, fingerprint):
            return {}
        writes = [self._prepare(action) for action in params["TransactItems"]]
        _refuse_shape([write.key for write in writes])
        self._refuse_beyond_capacity(writes)
        afters = self._all_or_nothing(writes)
        for write, after in zip(writes, afters, strict=True):
            write.apply(after, factor=2)
        if token:
            self.done[token] = CommittedTransaction(fingerprint, self.clock.now())
        return {}

    def _prepare(self, action: Params) -> Write:
        if len(action) != 1:
            raise BadRequest("TransactItems can only contain one of Check, Put, Update or Delete")
        ((kind, params),) = action.items()
        return prepare_write(self.table, kind, params)

    def _repeats(self, token: str, fingerprint: str) -> bool:
        done = self.done.get(token)
        if done is None or self.clock.now() - done.at > TOKEN_LIFE:
            return False
        if done.fingerprint != fingerprint:
            self.table.refuse(
                "IdempotentParameterMismatchException",
                "Request with the same client token but different parameters",
            )
        return True

    def _refuse_beyond_capacity(self, writes: list[Write]) -> None:
        """Cancel what the table has no units for. The SDK does not try a canceled one again."""
        if self.table.throttle is None or self.table.admits(sum(2 * w.units for w in writes)):
            return
        left, reasons = self.table.throttle.level, []
        for write in writes:
            left -= 2 * write.units
            throttled = {"Code": "ThrottlingError", "Message": MESSAGE}
            reasons.append(throttled if left < 0 else FINE)
        self._cancel(reasons)

    def _cancel(self, reasons: list[dict[str, Any]]) -> None:
        codes = ", ".join(reason["Code"] for reason in reasons)
        self.table.refuse(
            "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
            f" [{codes}]",
            CancellationReasons=reasons,
        )

    def _all_or_nothing(self, writes: list[Write]) -> list[StoredRow | None]:
        outcomes = [_outcome(write) for write in writes]
        reasons = [reason for reason, _ in outcomes]
        if any(reason != FINE for reason in reasons):
            for write in writes:
                self.table.pay_write(write.old_size, 0, factor=2)
            self._cancel(reasons)
        afters = [after for _, after in outcomes]
        if sum(after.size for after in afters if after) > TOTAL_SIZE:
            raise BadRequest("Transaction request cannot exceed 4 MB")
        return afters


def _outcome(write: Write) -> tuple[dict[str, Any], StoredRow | None]:
    try:
        write.check()
        after = write.after()
        write.refuse_bad(after)
    except SimulatedConditionFailed:
        message = "The conditional request failed"
        reason = {"Code": "ConditionalCheckFailed", "Message": message, **write.describe_failure()}
        return reason, None
    except BadRequest as bad:
        return {"Code": "ValidationError", "Message": str(bad)}, None
    return FINE, after


def _refuse_shape(keys: list[Any]) -> None:
    if not 1 <= len(keys) <= ACTIONS:
        bound = "greater than or equal to 1" if not keys else f"less than or equal to {ACTIONS}"
        raise BadRequest(f"{MEMBERS}Member must have length {bound}")
    if len(set(keys)) != len(keys):
        raise BadRequest("Transaction request cannot include multiple operations on one item")


def _fingerprint(actions: Any) -> str:
    return hashlib.sha256(repr(actions).encode()).hexdigest()
