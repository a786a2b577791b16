"""One queue of dead letters, and the queue that they came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from chalicelib.jobs.queue import BATCH

from .model import DeadLetter, DeadLetterQueue, DeadLetters, read_subject

HELD = 60
"""Seconds that messages are kept from others while they are sent back."""
Taken = dict[str, Any]


class DeadLetterBox:
    """One SQS queue of dead letters; the client is made when somebody looks."""

    def __init__(
        self, client: Callable[[], Any], queue: DeadLetterQueue, url: str, source: str = ""
    ) -> None:
        """Look into the queue at this address; its messages came from `source`."""
        self.queue = queue
        self._client = client
        self._url = url
        self._source = source

    def look(self) -> DeadLetters:
        """Count the messages, and look at some of them: two calls, one where nothing is there.

        SQS counts approximately, and shows a sample. Nothing is hidden from others by it.
        """
        count = self._count()
        letters = tuple(map(self._read, self._take(hidden=0))) if count else ()
        return DeadLetters(self.queue, max(count, len(letters)), letters)

    def give_back(self, most: int) -> tuple[int, int]:
        """Send messages back to where they came from; how many went, and how many are not ours.

        Each is sent before it is removed: one that is sent twice does no harm, one that is lost
        costs until the clock comes by.
        """
        returned = left = 0
        while returned + left < most and (taken := self._take(hidden=HELD)):
            ours = [each for each in taken if read_subject(self.queue, each["Body"])]
            left += len(taken) - len(ours)
            returned += self._send_back(ours) if ours else 0
        return returned, left

    def _count(self) -> int:
        name = "ApproximateNumberOfMessages"
        answer = self._client().get_queue_attributes(QueueUrl=self._url, AttributeNames=[name])
        return int(answer["Attributes"][name])

    def _take(self, hidden: int) -> list[Taken]:
        answer = self._client().receive_message(
            QueueUrl=self._url,
            MaxNumberOfMessages=BATCH,
            VisibilityTimeout=hidden,
            MessageSystemAttributeNames=["SentTimestamp"],
        )
        return list(answer.get("Messages", ()))

    def _send_back(self, taken: list[Taken]) -> int:
        named = {str(n): each for n, each in enumerate(taken)}
        entries = [{"Id": name, "MessageBody": each["Body"]} for name, each in named.items()]
        answer = self._client().send_message_batch(QueueUrl=self._source, Entries=entries)
        gone = [named[each["Id"]] for each in answer.get("Successful", ())]
        for each in gone:  # the local cloud lets nobody delete ten who may delete one
            self._client().delete_message(QueueUrl=self._url, ReceiptHandle=each["ReceiptHandle"])
        return len(gone)

    def _read(self, taken: Taken) -> DeadLetter:
        milliseconds = int(taken["Attributes"]["SentTimestamp"])
        sent = datetime.fromtimestamp(milliseconds / 1000, UTC)
        return DeadLetter(sent, read_subject(self.queue, taken["Body"]))
