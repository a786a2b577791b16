"""A queue of JSON messages, and how a batch of them is worked off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from chalicelib.jobs import refusals
from chalicelib.observability import complain

BATCH = 10
"""Messages that one call sends."""


class Queue:
    """One SQS queue; the client is made when something is sent."""

    def __init__(self, client: Callable[[], Any], url: str) -> None:
        """Use this queue."""
        self._client = client
        self._url = url

    def send_all(self, messages: Iterable[dict[str, Any]]) -> None:
        """Send messages, ten a call. Raises `Unavailable` when the queue turned some away."""
        waiting = iter(messages)
        while batch := list(islice(waiting, BATCH)):
            entries = [{"Id": str(n), "MessageBody": _serialize(m)} for n, m in enumerate(batch)]
            answer = self._client().send_message_batch(QueueUrl=self._url, Entries=entries)
            if answer.get("Failed"):
                raise refusals.QUEUE_BUSY()

    def send_later(self, message: dict[str, Any], seconds: int) -> None:
        """Send one message that arrives in `seconds` seconds (at most 900)."""
        self._client().send_message(
            QueueUrl=self._url, MessageBody=_serialize(message), DelaySeconds=seconds
        )

    def offer(self, messages: Iterable[dict[str, Any]]) -> bool:
        """Send messages that only save time, as each has a due entry; return whether they went."""
        try:
            self.send_all(messages)
        except Exception:  # noqa: BLE001 - whatever the queue's trouble is, the clock comes back to it
            complain("queue", self._url)
            return False
        return True


def _serialize(message: dict[str, Any]) -> str:
    return json.dumps(message, separators=(",", ":"))


def work_off(
    event: dict[str, Any], handle: Callable[[dict[str, Any]], None], where: str
) -> dict[str, Any]:
    """Handle each message of an SQS event; answer with those that must come again.

    One that fails is logged and never holds up the others. The answer is what SQS calls a partial
    batch response. Powertools' own reads it with models of every AWS event, a fiftieth of the
    package, which every worker would load.
    """
    failed = []
    for record in event["Records"]:
        try:
            tries = int(record["attributes"]["ApproximateReceiveCount"])
            handle({**json.loads(record["body"]), "tries": tries})
        except Exception:  # noqa: BLE001 - whatever it is, this message comes again, the others not
            complain(where, record["messageId"])
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}
