"""Counts what arrived, independently of what the distributions say of themselves."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from email.utils import getaddresses
from typing import Any

from plumb.client import Client
from plumb.local.outbox import LocalOutbox

PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Proof:
    """The deliveries that are there, and those that were promised but are missing."""

    trackers: int
    """Deliveries found in trackers."""
    mails: int
    """Emails found in the outbox."""
    lost: int
    """Trackers without their assessment, people without their email."""
    doubled: int
    """Assessments twice in a tracker, emails twice to a person."""

    @property
    def good(self) -> bool:
        """Whether everything is there, once."""
        return self.lost == 0 and self.doubled == 0 and self.trackers > 0

    def sentence(self) -> str:
        """Return it in the demonstration's last line."""
        text = f"demonstration: {self.trackers} trackers delivered, {self.mails} emails, "
        return f"{text}{self.lost} lost" + (f", {self.doubled} doubled" if self.doubled else "")

    def as_dict(self) -> dict[str, Any]:
        """Return it for programs."""
        return {**asdict(self), "good": self.good}


def prove(
    client: Client, distributions: Iterable[str], address: Mapping[str, str], outbox: LocalOutbox
) -> Proof:
    """Open every tracker of the distributions, and every email in the outbox."""
    arrived: Counter[tuple[str, str]] = Counter()
    due: set[tuple[str, str]] = set()
    mails_due: set[tuple[str, str]] = set()
    for distribution in distributions:
        title = client.get(f"/v1/distributions/{distribution}")["title"]
        for receipt in client.items(f"/v1/distributions/{distribution}/receipts"):
            tracker = client.get(f"/v1/trackers/{receipt['tracker_id']}")
            due.add((distribution, tracker["id"]))
            arrived[distribution, tracker["id"]] += _count_held(tracker, distribution)
            people = (tracker["owner_id"], *tracker["collaborator_ids"])
            mails_due |= {(title, address[person]) for person in people}
    sent = _count_mails(outbox, {title for title, _ in mails_due})
    lost = [one for one in due if not arrived[one]] + [one for one in mails_due if not sent[one]]
    doubled = sum(many - 1 for many in [*arrived.values(), *sent.values()] if many > 1)
    return Proof(sum(arrived.values()), sum(sent.values()), len(lost), doubled)


def wait_for_proof(
    client: Client, distributions: Iterable[str], address: Mapping[str, str], outbox: LocalOutbox
) -> Proof:
    """Prove until all is there or a minute has passed: what is lost then is lost."""
    ids, give_up = tuple(distributions), time.monotonic() + PATIENCE_SECONDS
    while True:
        proof = prove(client, ids, address, outbox)
        if proof.good or time.monotonic() > give_up:
            return proof
        client.pause(2)


def _count_held(tracker: Mapping[str, Any], distribution: str) -> int:
    return sum(held["distribution_id"] == distribution for held in tracker["assessments"])


def _count_mails(outbox: LocalOutbox, titles: set[str]) -> Counter[tuple[str, str]]:
    """Count the emails by the assessment they tell of and the address they went to."""
    found: Counter[tuple[str, str]] = Counter()
    for mail in outbox.mails():
        text = mail.body("plain")
        for title in titles:
            if f'"{title}"' in text:
                found.update((title, address) for _, address in getaddresses([mail.to]))
    return found
