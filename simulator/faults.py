"""The line between the code under test and the cloud, and everything that can go wrong on it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from botocore.exceptions import EndpointConnectionError, ReadTimeoutError

from simulator.client import Params, StandIn, operation_names
from simulator.refusals import refusal


class Crash(BaseException):
    """The process died: out of memory, out of time, pulled plug. Not for `except Exception`."""


class Fault(StrEnum):
    """The fault of one call."""

    CRASH_BEFORE = "the process dies before the call"
    CRASH_AFTER = "the process dies after the call took effect"
    SENT_TWICE = "the answer is lost, and the SDK sends the call again"
    ANSWER_LOST = "the answer is lost for good"
    NOT_REACHED = "the service is not reached"
    THROTTLED = "the service refuses once"
    STORM = "the service refuses everything until the process ends"
    CONFLICT = "another transaction is at work on the same item"
    PARTIAL = "part of the batch is not done"


BATCHES = frozenset(
    ("batch_get_item", "batch_write_item", "send_message_batch", "delete_message_batch")
)
WRITES = frozenset(("put_item", "update_item", "delete_item"))
TRANSACTIONS = frozenset(("transact_write_items",))
LOCAL = ("generate_", "exceptions", "meta", "close")
THROTTLES = {
    "cognito-idp": ("TooManyRequestsException", "Rate exceeded"),
    "dynamodb": ("ThrottlingException", "Throughput exceeds the current capacity of your table"),
    "sqs": ("ThrottlingException", "Rate exceeded"),
    "ses": ("Throttling", "Maximum sending rate exceeded."),
    "s3": ("SlowDown", "Please reduce your request rate."),
}
ENDPOINT = "https://aws.example"


@dataclass(frozen=True, slots=True)
class Sending:
    """One call on its way."""

    client: Any
    operation: str
    params: Params

    @property
    def service(self) -> str:
        return str(self.client.service)

    def __str__(self) -> str:
        return f"{self.service}.{self.operation}"

    def go(self) -> Any:
        return getattr(self.client, self.operation)(**self.params)

    def refusal(self, code: str, message: str, **extra: Any) -> Exception:
        name = operation_names(self.service)[self.operation]
        return refusal(self.service, name, code, message, **extra)


def possible(sending: Sending) -> Iterator[Fault]:
    """Return the faults that this call can meet."""
    yield from (Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.ANSWER_LOST, Fault.NOT_REACHED)
    yield from (Fault.THROTTLED, Fault.STORM)
    if sending.service != "ses":  # its client must be made without the SDK's retries
        yield Fault.SENT_TWICE
    if sending.operation in TRANSACTIONS | WRITES:
        yield Fault.CONFLICT
    if sending.operation in BATCHES:
        yield Fault.PARTIAL


def _crash_before(sending: Sending, line: FaultLine) -> Any:
    raise Crash(str(sending))


def _crash_after(sending: Sending, line: FaultLine) -> Any:
    _effect(sending)
    raise Crash(str(sending))


def _effect(sending: Sending) -> None:
    """The call is carried out, and nobody hears of it."""
    with suppress(Exception):  # a refusal is an answer too, and answers are lost
        sending.go()


def _send_twice(sending: Sending, line: FaultLine) -> Any:
    _effect(sending)
    return sending.go()


def _answer_lost(sending: Sending, line: FaultLine) -> Any:
    _effect(sending)
    raise ReadTimeoutError(endpoint_url=ENDPOINT)


def _not_reached(sending: Sending, line: FaultLine) -> Any:
    raise EndpointConnectionError(endpoint_url=ENDPOINT)


def _throttle(sending: Sending, line: FaultLine) -> Any:
    raise sending.refusal(*THROTTLES[sending.service])


def _storm(sending: Sending, line: FaultLine) -> Any:
    line.stormy = sending.service
    return _throttle(sending, line)


def _conflict(sending: Sending, line: FaultLine) -> Any:
    message = "Transaction is ongoing for the item"
    if sending.operation in WRITES:
        raise sending.refusal("TransactionConflictException", message)
    reasons = [{"Code": "None"} for _ in sending.params["TransactItems"]]
    reasons[-1] = {"Code": "TransactionConflict", "Message": message}
    raise sending.refusal(
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons",
        CancellationReasons=reasons,
    )


def _partial(sending: Sending, line: FaultLine) -> Any:
    return PARTIAL[sending.operation](sending)


def _half(entries: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return the batch in two halves: the done part, and the part that is not done."""
    middle = len(entries) // 2
    return entries[:middle], entries[middle:]


def _partial_table_batch(
    field_name: str, entries: Callable[[Any], list[Any]]
) -> Callable[..., Any]:
    def partial(sending: Sending) -> Any:
        ((table, wanted),) = sending.params["RequestItems"].items()
        done, left = _half(entries(wanted))
        rest = {**wanted, "Keys": left} if isinstance(wanted, dict) else left
        answer: dict[str, Any] = {"Responses": {table: []}, field_name: {}}
        if done:
            now = {**wanted, "Keys": done} if isinstance(wanted, dict) else done
            request = {**sending.params, "RequestItems": {table: now}}
            answer = getattr(sending.client, sending.operation)(**request)
        return {**answer, field_name: {table: rest}}

    return partial


def _partial_queue_batch(sending: Sending) -> Any:
    done, left = _half(sending.params["Entries"])
    answer: dict[str, Any] = {"Successful": []}
    if done:
        answer = getattr(sending.client, sending.operation)(**{**sending.params, "Entries": done})
    failed = [
        {"Id": entry["Id"], "SenderFault": False, "Code": "InternalError", "Message": "busy"}
        for entry in left
    ]
    return {**answer, "Failed": failed}


PARTIAL: dict[str, Callable[[Sending], Any]] = {
    "batch_get_item": _partial_table_batch("UnprocessedKeys", lambda wanted: wanted["Keys"]),
    "batch_write_item": _partial_table_batch("UnprocessedItems", lambda wanted: wanted),
    "send_message_batch": _partial_queue_batch,
    "delete_message_batch": _partial_queue_batch,
}
HAPPENS: dict[Fault, Callable[[Sending, FaultLine], Any]] = {
    Fault.CRASH_BEFORE: _crash_before,
    Fault.CRASH_AFTER: _crash_after,
    Fault.SENT_TWICE: _send_twice,
    Fault.ANSWER_LOST: _answer_lost,
    Fault.NOT_REACHED: _not_reached,
    Fault.THROTTLED: _throttle,
    Fault.STORM: _storm,
    Fault.CONFLICT: _conflict,
    Fault.PARTIAL: _partial,
}


@dataclass
class FaultLine:
    """Every call goes through here: counted, perhaps held up by a scheduler, perhaps broken.

    `faults` says which call (from 0, in order) meets which fault.
    """

    faults: dict[int, Fault] = field(default_factory=dict)
    sendings: list[Sending] = field(default_factory=list)
    stormy: str | None = None
    turn: Callable[[], None] | None = None
    broken: list[str] = field(default_factory=list)
    """Faults that came to pass, for failure messages."""

    def send(self, sending: Sending) -> Any:
        if self.turn is not None:
            self.turn()
        number = len(self.sendings)
        self.sendings.append(sending)
        if self.stormy == sending.service:
            return _throttle(sending, self)
        fault = self.faults.get(number)
        if fault is None or fault not in possible(sending):
            return sending.go()
        self.broken.append(f"call {number} {sending}: {fault}")
        return HAPPENS[fault](sending, self)

    def calm(self) -> None:
        """The process has ended, and with it the storm."""
        self.stormy = None


class OnTheLine:
    """A client as the code under test gets it: every call goes over the line."""

    def __init__(self, client: StandIn, line: FaultLine) -> None:
        self._client = client
        self._line = line

    def __getattr__(self, name: str) -> Any:
        there = getattr(self._client, name)
        if name.startswith(LOCAL) or not callable(there):
            return there
        if name not in operation_names(self._client.service):
            return there

        def call(**params: Any) -> Any:
            return self._line.send(Sending(self._client, name, _with_token(name, params)))

        return call


def _with_token(name: str, params: Params) -> Params:
    """Boto3 makes up a client token once per call, so its own retries carry the same one."""
    if name in TRANSACTIONS:
        return {"ClientRequestToken": uuid.uuid4().hex, **params}
    return params
