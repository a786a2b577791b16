"""HTTP for messages that failed too often."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.jobs.waiting.model import find_thing
from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import DeadLetter, DeadLetterQueue, DeadLetters, ReturnedLetters

if TYPE_CHECKING:
    from chalicelib.jobs.wiring import JobsWiring

routes = Routes("Jobs")

MEANINGS: Mapping[DeadLetterQueue, str] = MappingProxyType(
    {
        DeadLetterQueue.DELIVERIES: "Parts of distributions failed five times. Plumbline continues "
        "each distribution automatically.",
        DeadLetterQueue.EMAILS: "Emails failed five times before they were sent. Plumbline checks "
        "each again automatically.",
        DeadLetterQueue.JOBS: "Long work failed five times. Plumbline continues it automatically.",
        DeadLetterQueue.REPORTS: "Reports or printouts failed five times. Plumbline tries them "
        "again automatically.",
        DeadLetterQueue.EVENTS: "Uploaded files, or reports on emails, could not be processed. "
        "Plumbline looks for the files automatically. Tell your IT staff about the reports.",
    }
)


class LetterView(Representation):
    """A message that failed too often."""

    kind: str | None
    """Its subject, such as `roster_import`, `distribution`, `email`, `upload` or `email_report`;
    null for a message that is not Plumbline's.
    """
    reference: str | None
    """The id of that thing; null if it has none."""
    sent_at: str
    """When it was sent first. Example: `2026-09-14T17:00:00.000Z`"""
    links: dict[str, str]
    """Where to go on.

    - `thing`: Its subject; left out where that has no address.
    """

    @classmethod
    def of(cls, subject: DeadLetter) -> LetterView:
        """Render a message."""
        kind, reference = subject.subject or ("", "")
        thing = find_thing(kind, reference)
        return cls(
            kind=kind.replace("-", "_") or None,
            reference=reference or None,
            sent_at=instant(subject.sent),
            links={"thing": thing} if thing else {},
        )


class DeadLettersView(Representation):
    """The messages in one queue that failed too often."""

    queue: DeadLetterQueue
    """The queue."""
    message: str
    """The meaning of messages in this queue, in sentences."""
    count: int
    """The approximate number of messages in it. Example: `3`"""
    oldest_sent_at: str | None
    """The time when the oldest of `letters` was first sent; null if there is none."""
    returnable: bool
    """Whether they can be sent back to where they came from."""
    letters: list[LetterView]
    """Some of them, ten at most."""

    @classmethod
    def of(cls, subject: DeadLetters) -> DeadLettersView:
        """Render a queue."""
        return cls(
            queue=subject.queue,
            message=MEANINGS[subject.queue],
            count=subject.count,
            oldest_sent_at=instant(subject.oldest) if subject.oldest else None,
            returnable=subject.can_return,
            letters=[LetterView.of(each) for each in subject.letters],
        )


class ReturnedLettersView(Representation):
    """How many messages went back."""

    queue: DeadLetterQueue
    """The queue that they lay in."""
    returned: int
    """How many went back to where they came from: 200 at most in one request."""
    left: int
    """How many were left, because they are none of Plumbline's."""


@routes.get(
    "/v1/dead-letters",
    policy=DISTRICT_ADMINS,
    answer=DeadLettersView,
    listed=True,
    summary="See what failed too often, by queue",
)
def list_dead_letters(request: Request[JobsWiring]) -> Page[DeadLetters]:
    """Look into each queue of messages that failed too often.

    No data is lost with such a message: the clock continues its work.
    """
    return Page(request.services.dead_letters.listing())


@routes.post(
    "/v1/dead-letters/{queue_id}/redelivery",
    policy=DISTRICT_ADMINS,
    answer=ReturnedLettersView,
    status=202,
    summary="Send messages that failed too often back to their queue",
)
def return_dead_letters(request: Request[JobsWiring], queue_id: str) -> ReturnedLetters:
    """Send them back to where they came from. Do so after the cause is fixed.

    A message that comes twice does no harm. One that fails again comes back here.
    """
    return request.services.dead_letters.give_back(request.act, queue_id)
