"""Sending the mails in the outbox: claim, send once, settle.

The promise: no mail is lost, and none is sent twice unless two things go wrong. First, the process
dies (or an answer is lost) between the start of the one call to SES and the note that it was made.
Second, SES's report is lost too. Then the sweep sends it again when the lease has run out, with the
same Message-ID.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib import observability
from chalicelib.clock import Clock
from chalicelib.jobs.queue import work_off

from . import messages
from .enclosures import fetch_enclosures
from .messages import Compose, Origin
from .model import LEASE, MAX_TRIES, Contact, Event, Mail
from .outbox import Outbox
from .sender import HELD_UP, UNANSWERED, AnswerLost, Post, Sender, SendingFailed, Stop
from .service import MailQueue
from .skip_reasons import Skip, reason_to_skip

if TYPE_CHECKING:
    from chalicelib.storage.files import Files

    from .kinds import MailKinds
    from .ports import MailRecipients

SWEPT = 800
"""Mails that one sweep brings back: about what an account at 14 a second sends in a minute."""


GIVEN_UP = frozenset({"not_renderable", "no_answer"})
"""Reasons to give up a mail for which its recipient is not to blame."""

FAILURES = {"mail_held_up": HELD_UP, "mail_unanswered": UNANSWERED, "mail_given_up": GIVEN_UP}
"""Metrics that ring an alarm, with the reasons that each adds up."""


def count_failures(outcomes: Mapping[str, int]) -> dict[str, int]:
    """Add outcomes up to the metrics that ring an alarm; those at zero are left out."""
    sums = {
        metric: sum(number for word, number in outcomes.items() if word in reasons)
        for metric, reasons in FAILURES.items()
    }
    return {metric: number for metric, number in sums.items() if number}


@dataclass(eq=False, repr=False)
class Postman:
    """The sending worker.

    `_origin` gives the district's present name, `_files` what comes along with a mail.
    """

    _outbox: Outbox
    _kinds: MailKinds
    _people: MailRecipients
    _sender: Sender
    _queue: MailQueue
    _clock: Clock
    _origin: Callable[[], Origin]
    _files: Callable[[], Files] | None = None
    _compose: Compose = messages.message

    def _fetch(self, place: str, most: int) -> bytes | None:
        return self._files().read(place, 0, most) if self._files else None

    def send_batch(self, event: dict[str, Any]) -> dict[str, Any]:
        """Send the mails of one SQS event. A message that fails comes back alone."""
        body: Counter[str] = Counter()

        def send(message: dict[str, Any]) -> None:
            body[self.send(message["mail"])] += 1

        answer = work_off(event, send, "mail")
        if body:
            observability.count(**{f"mail_{word}": number for word, number in body.items()})
        if failures := count_failures(body):
            observability.count(**failures)
        return answer

    def sweep(self, now: datetime) -> int:
        """Queue mails again that should have gone by `now`: lost messages, ended leases, delays."""
        return self._queue.send(self._outbox.stuck(now, SWEPT))

    def send(self, reference: str) -> str:
        """Send one mail if it is due. Return its outcome as a word."""
        mail = self._outbox.read(reference)
        if mail is None:
            return "unknown"
        if not mail.may_be_claimed(self._clock.now()):
            return "nothing_to_do"
        if mail.tries >= MAX_TRIES:
            return self._finish(mail, Event.REFUSE, "no_answer")
        recipient = self._people.contact(mail.person)
        skip, recalled = self._hindrances(mail, recipient)
        if skip or recipient is None:
            return self._finish(mail, Event.SKIP, skip or Skip.NO_SUCH_PERSON)
        if recalled:  # nobody looks for it until what it is about is restored
            event = Event.SKIP if mail.day else Event.HOLD
            return self._finish(mail, event, Skip.RECALLED)
        return self._send_to(mail, recipient)

    def _hindrances(self, mail: Mail, recipient: Contact | None) -> tuple[Skip | None, bool]:
        if recipient is None or not recipient.address:
            return reason_to_skip(recipient, wanted=True, blocked=False), False
        unwanted, blocked, recalled = self._outbox.hindrances(mail, recipient.address)
        return reason_to_skip(recipient, wanted=not unwanted, blocked=blocked), recalled

    def _send_to(self, mail: Mail, recipient: Contact) -> str:
        """Everything that can fail locally is done before the claim; after it, only the call."""
        post = self._post(mail, recipient)
        if post is None:
            return self._finish(mail, Event.REFUSE, "not_renderable")
        if isinstance(post, Skip):
            return self._finish(mail, Event.SKIP, post)
        return self._hand_over(mail, post)

    def _hand_over(self, mail: Mail, post: Post) -> str:
        self._sender.keep_the_pace()
        claimed = self._move(mail, Event.CLAIM, due=self._clock.now() + LEASE)
        if claimed is None:
            return "taken_by_another"
        try:
            self._sender.send(post)
        except AnswerLost as lost:
            return lost.reason
        except Stop as stop:
            return self._finish(claimed, Event.REFUSE, stop.reason)
        except SendingFailed as later:
            return self._release(claimed, later)
        return self._settle_as_sent(claimed)

    def _post(self, mail: Mail, recipient: Contact) -> Post | Skip | None:
        """Return the message, or why it is not sent; None where it cannot be rendered."""
        from jinja2 import TemplateError

        origin, kind = self._origin(), self._kinds.find(mail.kind)
        if mail.day and mail.day < origin.today:
            return Skip.DAY_OVER
        try:
            current = kind.read(mail).on(origin.today)
            if current is None:
                return Skip.CLASSES_OVER
            along = fetch_enclosures(current, self._fetch)
            raw = self._compose(mail, current, recipient, origin, self._clock.now(), along)
        except (TemplateError, ValueError):
            observability.complain("mail.render", mail.reference)
            return None
        return Post(origin.sender, recipient.address, mail.reference, raw)

    def _release(self, claimed: Mail, later: SendingFailed) -> str:
        self._move(claimed, Event.RELEASE, due=self._clock.now() + later.wait, reason=later.reason)
        return later.reason

    def _finish(self, mail: Mail, event: Event, reason: str) -> str:
        self._move(mail, event, reason=reason)
        return reason

    def _settle_as_sent(self, mail: Mail) -> str:
        """SES took it. Its report may have been faster than we are: then nothing is left to do."""
        present: Mail | None = mail
        while present is not None:
            if self._move(present, Event.ACCEPT) or present.apply_event(Event.ACCEPT) is None:
                break
            present = self._outbox.read(mail.reference)
        return "sent"

    def _move(
        self, mail: Mail, event: Event, *, due: datetime | None = None, reason: str = ""
    ) -> Mail | None:
        moved = mail.apply_event(event, due=due, reason=reason)
        there = moved and self._outbox.move(mail, moved, self._clock.now())
        return moved if there else None
