"""A mail office on a cloud's table and queue, with people and an SES that follows a script."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ReadTimeoutError

from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.jobs.queue import Queue
from chalicelib.mail.feedback import Feedback
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact
from chalicelib.mail.outbox import Outbox
from chalicelib.mail.sender import Sender
from chalicelib.mail.service import MailQueue, Mails
from chalicelib.mail.worker import Postman
from chalicelib.storage.keys import Key
from tests.support.world import DISTRICT, World

SAID = AssessmentDelivered(
    assessment="Fractions check",
    distributed_by="Dana Example",
    delivered_at="Monday, September 14, 2026 at 12:00 PM CDT",
    trackers=(TrackerLine(school="Washington", name="Period 1"),),
)
NO_ANSWER = ReadTimeoutError(endpoint_url="https://email")


@dataclass
class MailPeople:
    """Everybody has an address by default."""

    known: dict[str, Contact | None] = field(default_factory=dict)

    def contact(self, person: str) -> Contact | None:
        return self.known.get(person, Contact(f"{person}@example.org", person.title()))


@dataclass
class PostOfficeSes:
    """Takes mails; `failures` are raised in turn, `after` the mail went out or before."""

    failures: list[Exception] = field(default_factory=list)
    takes_it_first: bool = False
    sent: list[dict[str, Any]] = field(default_factory=list)

    def get_send_quota(self) -> dict[str, Any]:
        return {"MaxSendRate": 1000.0}

    def send_raw_email(self, **request: Any) -> dict[str, Any]:
        failure = self.failures.pop(0) if self.failures else None
        if failure is None or self.takes_it_first:
            self.sent.append(request)
        if failure:
            raise failure
        return {"MessageId": f"ses-{len(self.sent)}"}

    @property
    def recipients(self) -> list[str]:
        return [address for request in self.sent for address in request["Destinations"]]


class PostOffice:
    """All of mail, wired as in the stack but for people and SES."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = world.clock
        self.people = MailPeople()
        self.ses = PostOfficeSes()
        self.table = world.services.table
        self.outbox = Outbox(self.table, DISTRICT)
        self.queue = MailQueue(Queue(lambda: world.clients.sqs, world.settings.mail_queue))
        self.mails = Mails(self.outbox, self.queue, self.clock, DISTRICT)
        self.postman = Postman(
            self.outbox,
            world.services.mail_kinds,
            self.people,
            Sender(lambda: self.ses, "plumbline", self.clock, lambda _: None),
            self.queue,
            self.clock,
            lambda: Origin("Green Bluff ISD", "plumbline@district.example.org"),
        )
        self.feedback = Feedback(self.outbox, self.clock)

    def queue_notices(self, *people: str, distribution: str = "01J") -> list[Key]:
        """Write notices as a delivery does; their keys."""
        puts = self.mails.prepare(distribution, [(person, SAID) for person in people])
        self.table.commit(puts)
        return [put.key for put in puts]

    def reference(self, person: str, distribution: str = "01J") -> str:
        (put,) = self.mails.prepare(distribution, [(person, SAID)])
        return put.key.sk.removeprefix("MAIL#")

    def send_waiting(self) -> dict[str, Any]:
        """Have the worker take what is in the queue."""
        return self.postman.send_batch({"Records": self.world.messages("mail")})

    def states(self, distribution: str = "01J") -> dict[str, int]:
        """Receipts, without the states that nothing is in."""
        counts = self.mails.receipts(distribution)
        return {state: n for state, n in counts.items() if n}


def report(kind: str, reference: str, number: str = "event-1", **details: Any) -> dict[str, Any]:
    """Return an event of SES as EventBridge brings it."""
    return {
        "id": number,
        "source": "aws.ses",
        "detail-type": f"Email {kind}",
        "detail": {
            "eventType": kind,
            "mail": {"messageId": "ses-1", "tags": {"mail": [reference]}},
            kind.lower(): details,
        },
    }


def hard_bounce(reference: str, address: str, number: str = "event-b") -> dict[str, Any]:
    return report(
        "Bounce",
        reference,
        number,
        bounceType="Permanent",
        bouncedRecipients=[{"emailAddress": address}],
    )
