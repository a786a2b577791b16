"""HTTP for emails that wait, and those that did not arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.clock import instant
from chalicelib.mail.model import MailState
from chalicelib.mail.payload import MailTopic
from chalicelib.mail.skip_reasons import explain
from chalicelib.paging import Page
from chalicelib.web.addresses import write_segment
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation, TextOrNull
from chalicelib.web.routes import Request, Routes

from .model import Remedy, Standing, UndeliveredMail

if TYPE_CHECKING:
    from chalicelib.mail.wiring import MailWiring

routes = Routes("E-mail")


class HoldUpView(Representation):
    """Why some emails wait."""

    reason: str
    """The reason, in a word. Example: `daily_quota`"""
    message: str
    """The same in a sentence."""
    count: int
    """How many wait for it. Example: `12`"""


class EmailStateView(Representation):
    """How email stands in the district."""

    waiting_count: int
    """How many are waiting to be sent. Example: `12`"""
    sending_count: int
    """How many are being sent, or were sent without an answer of the mail service yet."""
    waiting_exact: bool
    """Whether all are counted: at most about 1,000 are."""
    oldest_written_at: str | None
    """When the longest waiting one was written; null if none waits."""
    hold_ups: list[HoldUpView]
    """Why some of them wait longer than for their turn."""
    bounced_count: int
    """How many came back since `since_at`."""
    complained_count: int
    """How many people complained about since `since_at`."""
    failed_count: int
    """How many could not be sent since `since_at`."""
    suppressed_count: int
    """How many were not sent since `since_at`, because the address is missing or blocked."""
    undelivered_exact: bool
    """Whether all of these are counted: at most 1,000 are."""
    since_at: str
    """From when on they are counted: for two weeks."""
    sent_last_day_count: int | None
    """How many emails the mail service took in the last 24 hours from the whole account, other
    senders included; null if it does not answer."""
    sent_day_limit: int | None
    """How many it takes in 24 hours; null if it does not answer or has no limit."""

    @classmethod
    def of(cls, subject: Standing) -> EmailStateView:
        """Render how email stands."""
        lost, allowance = subject.undelivered, subject.allowance
        return cls(
            waiting_count=subject.waiting,
            sending_count=subject.sending,
            waiting_exact=subject.exact,
            oldest_written_at=instant(subject.oldest) if subject.oldest else None,
            hold_ups=[
                HoldUpView(reason=word, message=explain(MailState.QUEUED, word), count=many)
                for word, many in sorted(subject.reasons.items(), key=lambda each: -each[1])
            ],
            bounced_count=lost.get(MailState.BOUNCED, 0),
            complained_count=lost.get(MailState.COMPLAINED, 0),
            failed_count=lost.get(MailState.FAILED, 0),
            suppressed_count=lost.get(MailState.SKIPPED, 0),
            undelivered_exact=subject.undelivered_exact,
            since_at=instant(subject.since),
            sent_last_day_count=allowance.sent if allowance else None,
            sent_day_limit=allowance.most if allowance else None,
        )


class UndeliveredEmailView(Representation):
    """An email that did not arrive, and what can be done about it."""

    id: str
    """The email's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A-MZXW6YTBOI`"""
    version: int
    """The version: it counts the changes. Send it as `If-Match`, in quotes, to send it again."""
    kind: str
    """The kind of email.

    - `assessment_delivered`: A district assessment has arrived.
    - `process_finished`: A data team has finished a Mastery Process.
    - `reminder`: Somebody is reminded to begin.
    """
    person: str = Field(serialization_alias="person_id")
    """The recipient's id. Example: `T-311`"""
    name: str = Field(serialization_alias="person_name")
    """Their name; empty once they are gone."""
    about: MailTopic = Field(serialization_alias="thing_kind")
    """The kind of thing that it is about."""
    thing: str = Field(serialization_alias="thing_id")
    """The id of what it is about. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str = Field(serialization_alias="thing_title")
    """The name of that thing: the assessment, or the process with its data team; empty if the
    email cannot be read.
    """
    state: MailState
    """Where the email stands; `queued` once it is sent again."""
    reason: str
    """Why it did not arrive, in a word. Example: `hard_bounce`"""
    message: str
    """The same in a sentence."""
    ended_at: TextOrNull
    """When that was known; null once it is sent again. Example: `2026-09-14T17:00:00.000Z`"""
    remedy: Remedy
    """The possible remedy."""
    advice: str
    """The same in a sentence."""
    address_blocked_at: TextOrNull
    """Since when the person's address is blocked; null if it is not."""
    links: dict[str, str]
    """Where to go on.

    - `thing`: Its subject.
    - `email_preference`: Whether the person gets email; to lift the block.
    """

    @classmethod
    def of(cls, subject: UndeliveredMail) -> UndeliveredEmailView:
        mail = subject.mail
        below = "processes" if subject.about == MailTopic.PROCESS else "distributions"
        person = write_segment(mail.person)
        return cls.take(
            subject,
            kind=mail.kind,
            person=mail.person,
            thing=mail.about,
            state=mail.state,
            reason=mail.reason,
            message=explain(mail.state, mail.reason),
            ended_at=instant(mail.ended) if mail.ended else None,
            remedy=subject.outlook.remedy,
            advice=subject.outlook.advice,
            address_blocked_at=subject.blocked_since,
            links={
                "thing": f"/v1/{below}/{mail.about}",
                "email_preference": f"/v1/people/{person}/email-preference",
            },
        )


@routes.get(
    "/v1/email-state",
    policy=DISTRICT_ADMINS,
    answer=EmailStateView,
    summary="See how many emails wait, and how many did not arrive",
)
def read_email_state(request: Request[MailWiring]) -> Standing:
    """Count emails: those that wait, and those of the last two weeks that did not arrive."""
    return request.services.undelivered_mails.standing(request.now)


@routes.get(
    "/v1/undelivered-emails",
    policy=DISTRICT_ADMINS,
    answer=UndeliveredEmailView,
    listed=True,
    summary="List emails that did not arrive, the latest first",
)
def list_undelivered_emails(request: Request[MailWiring]) -> Page[UndeliveredMail]:
    """List emails that came back, were complained about, or could not be sent.

    One whose person has no usable address, or a blocked one, is among them. One that a person does
    not want, or that is worth nothing any more, is not. They are kept for 400 days.
    """
    return request.services.undelivered_mails.listing(request.caller, *request.window)


@routes.post(
    "/v1/undelivered-emails/{email_id}/retry",
    policy=DISTRICT_ADMINS,
    answer=UndeliveredEmailView,
    status=202,
    conditional=True,
    summary="Send an email again that did not arrive",
)
def retry_email(request: Request[MailWiring], email_id: str) -> UndeliveredMail:
    """Send it again, to the address that the roster has now.

    Only one that certainly did not arrive is sent again (`remedy` is `send_again`).
    """
    return request.services.undelivered_mails.send_again(request.act, email_id, request.version)
