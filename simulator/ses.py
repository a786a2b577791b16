"""SES: takes mails, keeps them, and reports on them late, twice or never."""

from __future__ import annotations

import copy
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import lru_cache
from typing import Any, ClassVar

from simulator.client import CostLedger, Params, StandIn, operation
from simulator.clock import SimulatedClock

RATE = 14.0
FATES = ("on time", "late", "twice", "never")
LATE = timedelta(minutes=4)


@lru_cache(maxsize=512)
def _parse(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


@dataclass(frozen=True, slots=True)
class AcceptedMail:
    """An email that SES accepted. It has gone out, whatever answer the caller got."""

    id: str
    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    tags: dict[str, str]
    configuration_set: str
    at: datetime

    def fingerprint(self) -> int:
        return hash((self.id, self.recipients, self.raw, tuple(self.tags.items()), self.at))

    @property
    def message(self) -> EmailMessage:
        """To be read, not to be changed: the same mail is parsed once."""
        return _parse(self.raw)


@dataclass(frozen=True, slots=True)
class SesReport:
    """An event that will reach the stack at `due`."""

    id: str
    due: datetime
    mail: AcceptedMail
    kind: str

    def event(self, account: str = "000000000000") -> dict[str, Any]:
        """As EventBridge hands it to a function."""
        return {
            "version": "0",
            "id": self.id,
            "source": "aws.ses",
            "detail-type": f"Email {KINDS[self.kind]}",
            "account": account,
            "region": "us-east-1",
            "time": self.due.isoformat(),
            "resources": [],
            "detail": {
                "eventType": self.kind,
                "mail": {
                    "messageId": self.mail.id,
                    "timestamp": self.mail.at.isoformat(),
                    "source": self.mail.sender,
                    "destination": list(self.mail.recipients),
                    "tags": {name: [value] for name, value in self.mail.tags.items()},
                },
                self.kind.lower(): {},
            },
        }


KINDS = {"Send": "Sent", "Delivery": "Delivered", "Bounce": "Bounced", "Complaint": "Complaint"}


class SimulatedSes(StandIn):
    """An SES v1 client, and the postman's side of it."""

    service: ClassVar[str] = "ses"

    def __init__(
        self,
        clock: SimulatedClock,
        ledger: CostLedger | None = None,
        *,
        seed: int | None = None,
        fate: Callable[[AcceptedMail], str] | None = None,
    ) -> None:
        """`fate` says for each mail how its events come, one of FATES; else the seed chooses."""
        super().__init__(ledger)
        self.clock = clock
        self.fate = fate
        self.sent: list[AcceptedMail] = []
        self.pending: list[SesReport] = []
        self.unreported: set[str] = set()
        """Ids of mails of which nobody will ever hear."""
        self._random = None if seed is None else random.Random(seed)
        self._numbers = itertools.count(1)

    def take_over(self, other: SimulatedSes) -> None:
        """Have sent what the other sent, and go on counting where it is."""
        self.sent, self.pending = list(other.sent), list(other.pending)
        self.unreported = set(other.unreported)
        self._numbers = copy.copy(other._numbers)

    def fingerprint(self) -> int:
        """Return a number that services with the same mails and the same future reports share."""
        sent = tuple(each.fingerprint() for each in self.sent)
        pending = tuple((each.due, each.mail.fingerprint(), each.kind) for each in self.pending)
        return hash((sent, pending, frozenset(self.unreported)))

    @operation
    def send_raw_email(self, params: Params) -> dict[str, Any]:
        tags = {tag["Name"]: tag["Value"] for tag in params.get("Tags", [])}
        raw = bytes(params["RawMessage"]["Data"])
        mail = AcceptedMail(
            id=f"ses-{next(self._numbers)}",
            sender=params.get("Source", ""),
            recipients=tuple(params.get("Destinations", [])),
            raw=raw,
            tags=tags,
            configuration_set=params.get("ConfigurationSetName", ""),
            at=self.clock.now(),
        )
        self.sent.append(mail)
        self._schedule_reports(mail)
        return {"MessageId": mail.id}

    @operation
    def get_send_quota(self, _params: Params) -> dict[str, Any]:
        return {"Max24HourSend": 200.0, "MaxSendRate": RATE, "SentLast24Hours": len(self.sent)}

    def _schedule_reports(self, mail: AcceptedMail) -> None:
        fate = self._fate(mail)
        if fate == "never" or not mail.configuration_set:
            self.unreported.add(mail.id)
            return
        delay = LATE if fate == "late" else timedelta(seconds=1)
        for kind in ("Send", "Delivery"):
            report = SesReport(f"event-{next(self._numbers)}", mail.at + delay, mail, kind)
            self.pending += [report, report] if fate == "twice" else [report]

    def _fate(self, mail: AcceptedMail) -> str:
        if self.fate is not None:
            return self.fate(mail)
        return self._random.choice(FATES) if self._random else "on time"

    def due(self) -> list[SesReport]:
        """Reports that reach the stack by now; with a seed, in any order."""
        now = self.clock.now()
        ready = [report for report in self.pending if report.due <= now]
        self.pending = [report for report in self.pending if report.due > now]
        if self._random:
            self._random.shuffle(ready)
        return ready

    def next_report(self) -> datetime | None:
        return min((report.due for report in self.pending), default=None)
