"""The stack's own doing in a test: the minute tick and every queue, until all is quiet."""

from __future__ import annotations

import email
import email.policy
from typing import Any

import app
from tests.support.world import World

_DOORS = {
    "deliveries": app.deliver,
    "jobs": app.run_job,
    "reports": app.build_report,
    "mail": app.send_mail,
}
_TICK = {
    "version": "0",
    "account": "123456789012",
    "region": "us-east-1",
    "detail": {},
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "time": "2026-09-14T17:00:00Z",
    "id": "tick",
    "resources": [],
}


class _Context:
    aws_request_id = "test"
    function_name = "test"
    memory_limit_in_mb = 128
    invoked_function_arn = "arn:aws:lambda:us-east-1:123456789012:function:test"

    def get_remaining_time_in_millis(self) -> int:
        return 60_000


class Machinery:
    """Runs what the cloud would run."""

    def __init__(self, world: World) -> None:
        self._world = world

    def run(self, rounds: int = 20) -> None:
        """Tick, then work every queue off, until nothing is left."""
        self.tick()
        self.work(rounds)

    def work(self, rounds: int = 20) -> None:
        """Work every queue off, until nothing is left."""
        for _ in range(rounds):
            if not self._step():
                return
        raise AssertionError("the machinery does not come to rest")

    def tick(self) -> None:
        """Let the minute rule fire once."""
        app.tick(_TICK, _Context())

    def take(self, queue: str, record: dict[str, Any]) -> None:
        """Hand one message to its function."""
        answer = _DOORS[queue]({"Records": [record]}, _Context())
        assert answer == {"batchItemFailures": []}, record["body"]

    def _step(self) -> bool:
        worked = False
        for queue in _DOORS:
            records = self._world.messages(queue)
            for record in records:
                self.take(queue, record)
            worked = worked or bool(records)
        return worked

    def holding(self, assessment: str) -> set[str]:
        """Name the trackers that have an assessment."""
        return {
            item["pk"]["S"].split("#")[-1]
            for item in self._world.items()
            if item["sk"]["S"] == "TRACKER" and assessment in item["assessments"]["M"]
        }

    def mails(self) -> list[str]:
        """Name who got a mail, one entry per mail."""
        return sorted(address for mail in self._world.cloud.mails() for address in mail.recipients)

    def texts(self) -> list[Any]:
        """Read the mails that went out."""
        return [
            email.message_from_bytes(mail.raw, policy=email.policy.default)
            for mail in self._world.cloud.mails()
        ]
