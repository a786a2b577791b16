"""A mail office in the laboratory: table, queue, SES, and processes that can die at any call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.errors import Unavailable
from chalicelib.jobs.queue import Queue
from chalicelib.mail.feedback import Feedback
from chalicelib.mail.kinds import MailKinds
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact
from chalicelib.mail.outbox import Outbox, reference_of
from chalicelib.mail.sender import Sender
from chalicelib.mail.service import MailQueue, Mails
from chalicelib.mail.worker import Postman
from chalicelib.storage.calls import Patience
from chalicelib.storage.table import ConditionFailed
from chalicelib.storage.table import Table as OurTable
from simulator.clock import SimulatedClock
from simulator.faults import Crash, Fault, FaultLine, OnTheLine
from simulator.queues import Message, Queues
from simulator.ses import SesReport, SimulatedSes
from simulator.table import SimulatedTable
from tests.exactly_once.stack import compose_once

SAID = AssessmentDelivered(
    assessment="Fractions check",
    distributed_by="Dana Example",
    delivered_at="Monday, March 2, 2026 at 8:00 AM CST",
    trackers=(TrackerLine(school="Washington", name="Period 1"),),
)
DIED = (Crash, BotoCoreError, ClientError, Unavailable)
LONG = timedelta(hours=2)
"""By then every lease and delay has run out; what is still open was lost."""


class Everybody:
    """Everybody has an address."""

    def contact(self, person: str) -> Contact | None:
        return Contact(f"{person}@example.org", person.title())


class MailDistrict:
    """Teachers who must each get one notice, whatever breaks."""

    def __init__(
        self,
        *teachers: str,
        faults: Mapping[int, Fault] | None = None,
        seed: int | None = None,
        fate: str | None = None,
        ends: str = "",
    ) -> None:
        """`ends`: the last day of everybody's class."""
        self.teachers = teachers
        lines = tuple(line.model_copy(update={"ends": ends}) for line in SAID.trackers)
        self.payload = SAID.model_copy(update={"trackers": lines})
        self.clock = SimulatedClock()
        self.line = FaultLine(dict(faults or {}))
        self.table = SimulatedTable(
            "plumbline", indexes={"lists": ("list_pk", "list_sk")}, clock=self.clock
        )
        self.queues = Queues(self.clock, seed=seed)
        self.ses = SimulatedSes(self.clock, seed=seed, fate=(lambda _: fate) if fate else None)
        self._url = self.queues.create("mail")
        self._reports: list[SesReport] = []
        self._to_write = True

    def run(self) -> MailDistrict:
        """Write the notices, then let time pass until nothing can happen any more."""
        end = self.clock.now() + LONG
        while self.clock.now() < end and self._something_is_left():
            if self._to_write:
                self._process(self._write)
            self._process(lambda: self._postman().sweep(self.clock.now()))
            self._work_off_queue()
            self.clock.advance(seconds=2)
            self._bring_reports()
            self.clock.advance(seconds=58)
        return self

    def write(self, teacher: str) -> str:
        """Write one teacher's notice; its reference."""
        (put,) = self._mails().prepare("01J", [(teacher, self.payload)])
        self._our_table().commit([put])
        return reference_of(put.key)

    def send(self, reference: str) -> str:
        """Have a worker of its own send a mail."""
        return self._postman().send(reference)

    @property
    def told(self) -> Counter[str]:
        """How many mails each teacher got."""
        return Counter(address for mail in self.ses.sent for address in mail.recipients)

    @property
    def states(self) -> dict[str, int]:
        self.line.faults.clear()
        return {state: n for state, n in self._mails().receipts("01J").items() if n}

    def _something_is_left(self) -> bool:
        open_mails = any("list_pk" in item for item in self.table.items())
        under_way = self.queues.waiting("mail") or self._reports or self.ses.pending
        return bool(self._to_write or open_mails or under_way)

    # -- processes: each has fresh objects, as a new Lambda instance would ---------------------

    def _write(self) -> None:
        """Do what a delivery does; a repeat accepts what is there already."""
        mails = self._mails()
        for teacher in self.teachers:
            (put,) = mails.prepare("01J", [(teacher, self.payload)])
            try:
                self._our_table().commit([put])
            except ConditionFailed:
                continue
            mails.enqueue([put.key])
        self._to_write = False

    def _work_off_queue(self) -> None:
        while messages := self.queues.receive("mail"):
            self._process(partial(self._take, messages))

    def _take(self, messages: list[Message]) -> None:
        """One run of the worker, and what the queue's poller does when it comes to its end."""
        event = {"Records": [message.record("mail") for message in messages]}
        answer = self._postman().send_batch(event)
        failed = {each["itemIdentifier"] for each in answer["batchItemFailures"]}
        for message in messages:
            outcome = self.queues.release if message.id in failed else self.queues.settle
            outcome("mail", message)

    def _bring_reports(self) -> None:
        """EventBridge brings a report again when the function that takes it dies."""
        waiting, self._reports = [*self._reports, *self.ses.due()], []
        for report in waiting:
            if not self._process(partial(self._feedback().mail_event, report.event())):
                self._reports.append(report)

    def _process(self, work: Callable[[], Any]) -> bool:
        """Run one process to its end; false when it died."""
        try:
            work()
        except DIED:
            return False
        finally:
            self.line.calm()
        return True

    def _our_table(self) -> OurTable:
        client: Any = OnTheLine(self.table, self.line)
        return OurTable(client, "plumbline", Patience(pause=lambda _: None))

    def _outbox(self) -> Outbox:
        return Outbox(self._our_table(), "gb")

    def _queue(self) -> MailQueue:
        return MailQueue(Queue(lambda: OnTheLine(self.queues, self.line), self._url))

    def _mails(self) -> Mails:
        return Mails(self._outbox(), self._queue(), self.clock, "gb")

    def _postman(self) -> Postman:
        client = OnTheLine(self.ses, self.line)
        return Postman(
            self._outbox(),
            MailKinds([AssessmentDelivered]),
            Everybody(),
            Sender(lambda: client, "events", self.clock, lambda _: None),
            self._queue(),
            self.clock,
            lambda: Origin("Green Bluff ISD", "plumbline@district.example.org", self._today),
            None,
            compose_once,
        )

    @property
    def _today(self) -> str:
        return self.clock.now().date().isoformat()

    def _feedback(self) -> Feedback:
        return Feedback(self._outbox(), self.clock)
