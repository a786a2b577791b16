"""SQS: at least once, in any order, with visibility, receive counts and dead letters."""

from __future__ import annotations

import copy
import hashlib
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from simulator.client import CostLedger, Params, StandIn, operation
from simulator.clock import SimulatedClock

BATCH = 10
BATCH_BYTES = 1024 * 1024
VISIBILITY = timedelta(minutes=3)
MAX_RECEIVES = 5


@dataclass(slots=True)
class Message:
    """A message that was not deleted yet."""

    id: str
    body: str
    sent: datetime
    visible: datetime
    received: int = 0
    receipt: str = ""
    comes_again: str = ""  # the receipt whose deletion gets lost
    attributes: dict[str, Any] = field(default_factory=dict)

    def describe(self, asked: Sequence[str] = ()) -> dict[str, Any]:
        """As ReceiveMessage gives it, with the attributes that are asked for."""
        known = {
            "ApproximateReceiveCount": str(self.received),
            "SentTimestamp": str(int(self.sent.timestamp() * 1000)),
        }
        wanted = known if "All" in asked else {name: known[name] for name in asked}
        return {
            "MessageId": self.id,
            "ReceiptHandle": self.receipt,
            "MD5OfBody": md5(self.body),
            "Body": self.body,
            **({"Attributes": wanted} if wanted else {}),
        }

    def record(self, queue: str) -> dict[str, Any]:
        """As Lambda hands it to a function."""
        return {
            "messageId": self.id,
            "receiptHandle": self.receipt,
            "body": self.body,
            "attributes": {
                "ApproximateReceiveCount": str(self.received),
                "SentTimestamp": str(int(self.sent.timestamp() * 1000)),
            },
            "messageAttributes": {},
            "md5OfBody": md5(self.body),
            "eventSource": "aws:sqs",
            "eventSourceARN": f"arn:aws:sqs:us-east-1:000000000000:{queue}",
            "awsRegion": "us-east-1",
        }


@dataclass(slots=True)
class SimulatedQueue:
    """Messages waiting, and where they go after too many tries."""

    name: str
    dead_letters: str | None = None
    max_receives: int = MAX_RECEIVES
    visibility: timedelta = VISIBILITY
    messages: dict[str, Message] = field(default_factory=dict)

    def copy(self) -> SimulatedQueue:
        """Return the same messages, from here on independent."""
        return replace(self, messages={name: replace(each) for name, each in self.messages.items()})

    def fingerprint(self) -> int:
        return hash(
            tuple(
                (each.body, each.sent, each.visible, each.received, bool(each.comes_again))
                for each in self.messages.values()
            )
        )


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


class Queues(StandIn):
    """An SQS client, and the service's side: what a Lambda poller would receive."""

    service: ClassVar[str] = "sqs"

    def __init__(
        self, clock: SimulatedClock, ledger: CostLedger | None = None, seed: int | None = None
    ) -> None:
        """With a `seed`, messages are reordered, and about one in four comes twice."""
        super().__init__(ledger)
        self.clock = clock
        self.queues: dict[str, SimulatedQueue] = {}
        self.random = None if seed is None else random.Random(seed)
        self._numbers = itertools.count(1)

    def create(self, name: str, **options: Any) -> str:
        """Create a queue with its dead-letter queue; return its URL."""
        dead = f"{name}-dead"
        self.create_dead(dead)
        self.queues[name] = SimulatedQueue(name, dead_letters=dead, **options)
        return f"https://sqs.us-east-1.amazonaws.com/000000000000/{name}"

    def create_dead(self, name: str) -> None:
        """A queue that nobody's queue has yet, or ever."""
        self.queues[name] = SimulatedQueue(name)

    def take_over(self, other: Queues) -> None:
        """Hold what the other holds, and go on counting where it is; each for itself from now."""
        self.queues = {name: queue.copy() for name, queue in other.queues.items()}
        self._numbers = copy.copy(other._numbers)

    def fingerprint(self) -> int:
        """Return a number that queues have in common that hold the same, whatever its ids are."""
        return hash(tuple((name, queue.fingerprint()) for name, queue in self.queues.items()))

    # the client

    @operation
    def send_message(self, params: Params) -> dict[str, Any]:
        message = self._add(self._queue(params), params)
        return {"MessageId": message.id, "MD5OfMessageBody": md5(message.body)}

    @operation
    def send_message_batch(self, params: Params) -> dict[str, Any]:
        queue, entries = self._queue(params), params["Entries"]
        self._refuse_bad_batch(entries)
        sent = [(entry["Id"], self._add(queue, entry)) for entry in entries]
        successful = [
            {"Id": name, "MessageId": m.id, "MD5OfMessageBody": md5(m.body)} for name, m in sent
        ]
        return {"Successful": successful, "Failed": []}

    @operation
    def receive_message(self, params: Params) -> dict[str, Any]:
        queue = self._queue(params)
        messages = self.receive(queue.name, params.get("MaxNumberOfMessages", 1))
        if "VisibilityTimeout" in params:
            hidden = timedelta(seconds=params["VisibilityTimeout"])
            for message in messages:
                message.visible = min(message.visible, self.clock.now() + hidden)
        asked = params.get("MessageSystemAttributeNames", ())
        return {"Messages": [message.describe(asked) for message in messages]}

    @operation
    def delete_message(self, params: Params) -> dict[str, Any]:
        self._settle(self._queue(params), params["ReceiptHandle"])
        return {}

    @operation
    def delete_message_batch(self, params: Params) -> dict[str, Any]:
        queue = self._queue(params)
        for entry in params["Entries"]:
            self._settle(queue, entry["ReceiptHandle"])
        return {"Successful": [{"Id": e["Id"]} for e in params["Entries"]], "Failed": []}

    @operation
    def get_queue_attributes(self, params: Params) -> dict[str, Any]:
        now, messages = self.clock.now(), self._queue(params).messages.values()
        waiting = sum(m.visible <= now for m in messages)
        hidden = len(messages) - waiting
        return {
            "Attributes": {
                "ApproximateNumberOfMessages": str(waiting),
                "ApproximateNumberOfMessagesNotVisible": str(hidden),
            }
        }

    # the service's side

    def receive(self, name: str, most: int = BATCH) -> list[Message]:
        """Return messages for a poller. A message with too many receives becomes a dead letter."""
        self.note_use()
        queue, now = self.queues[name], self.clock.now()
        ready = [m for m in list(queue.messages.values()) if m.visible <= now]
        if self.random:
            self.random.shuffle(ready)
        taken = []
        for message in ready:
            if self._is_dead(queue, message):
                continue
            self._hand_out(queue, message)
            taken.append(message)
            if len(taken) == most:
                break
        return taken

    def _is_dead(self, queue: SimulatedQueue, message: Message) -> bool:
        if queue.dead_letters is None or message.received < queue.max_receives:
            return False
        del queue.messages[message.id]
        self.queues[queue.dead_letters].messages[message.id] = message
        return True

    def _hand_out(self, queue: SimulatedQueue, message: Message) -> None:
        message.received += 1
        message.receipt = f"{message.id}.{message.received}"
        message.visible = self.clock.now() + queue.visibility
        if self.random and message.received == 1 and self.random.random() < 1 / 4:
            message.comes_again, message.visible = message.receipt, self.clock.now()

    def settle(self, name: str, message: Message) -> None:
        """Delete the messages, as the poller does after success."""
        self.note_use()
        self._settle(self.queues[name], message.receipt)

    def release(self, name: str, message: Message) -> None:
        """Keep the failed messages, as the poller does when the function reports a failure."""
        self.note_use()
        message.visible = min(message.visible, self.clock.now() + self.queues[name].visibility)

    def waiting(self, name: str) -> int:
        self.note_use()
        return len(self.queues[name].messages)

    def dead(self, name: str) -> list[Message]:
        self.note_use()
        return list(self.queues[f"{name}-dead"].messages.values())

    def redrive(self, name: str) -> None:
        """Move dead letters back, as an operator does once the cause is gone."""
        for message in self.dead(name):
            message.received, message.visible = 0, self.clock.now()
            self.queues[name].messages[message.id] = message
        self.queues[f"{name}-dead"].messages.clear()

    def next_visible(self) -> datetime | None:
        """When something hidden becomes visible again."""
        moments = [m.visible for q in self._live() for m in q.messages.values()]
        return min(moments, default=None)

    def _live(self) -> list[SimulatedQueue]:
        return [queue for queue in self.queues.values() if queue.dead_letters]

    def _settle(self, queue: SimulatedQueue, receipt: str) -> None:
        message = queue.messages.get(receipt.rpartition(".")[0])
        if message and message.comes_again != receipt:
            del queue.messages[message.id]

    def _queue(self, params: Params) -> SimulatedQueue:
        name = params["QueueUrl"].rsplit("/", 1)[-1]
        if name not in self.queues:
            self.refuse("QueueDoesNotExist", "The specified queue does not exist.")
        return self.queues[name]

    def _add(self, queue: SimulatedQueue, entry: Params) -> Message:
        if len(entry["MessageBody"].encode()) > BATCH_BYTES:
            self.refuse("InvalidParameterValue", "Message must be shorter than 1048576 bytes.")
        now = self.clock.now()
        visible = now + timedelta(seconds=entry.get("DelaySeconds", 0))
        message = Message(f"m-{next(self._numbers)}", entry["MessageBody"], now, visible)
        queue.messages[message.id] = message
        return message

    def _refuse_bad_batch(self, entries: list[Params]) -> None:
        if not 1 <= len(entries) <= BATCH:
            self.refuse(
                "TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10."
            )
        if len({entry["Id"] for entry in entries}) != len(entries):
            self.refuse("BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.")
        if sum(len(entry["MessageBody"].encode()) for entry in entries) > BATCH_BYTES:
            self.refuse(
                "BatchRequestTooLong", "Batch requests cannot be longer than 1048576 bytes."
            )
