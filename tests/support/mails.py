"""E-mails as the worker makes them: what is stored is read, then written out."""

from __future__ import annotations

from datetime import datetime

from chalicelib.distribution.delivery_email import AssessmentDelivered
from chalicelib.mail import messages
from chalicelib.mail.enclosures import NOTHING, Enclosed
from chalicelib.mail.kinds import MailKinds
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact, Mail
from chalicelib.mail.payload import MailPayload
from chalicelib.mail.reminders.reminder_email import BeginReminder
from chalicelib.processes.reporting.finished_email import ProcessFinished
from chalicelib.rendering import RenderedEmail

KINDS = MailKinds([AssessmentDelivered, BeginReminder, ProcessFinished])
"""`tests/house/test_mail_kinds.py` compares these with those that are wired."""


def store(payload: MailPayload, batch: str = "01J", person: str = "usr-1") -> Mail:
    """Give a mail as it is stored."""
    return Mail(batch, "ABC", payload.kind, person, payload.model_dump_json(), None)


def read_on(mail: Mail, day: str) -> MailPayload | None:
    """Give what of a stored mail still matters on a day."""
    return KINDS.read(mail).on(day)


def compose(
    mail: Mail, recipient: Contact, origin: Origin, at: datetime, along: Enclosed = NOTHING
) -> bytes:
    """Write the message of a stored mail."""
    return messages.message(mail, KINDS.read(mail), recipient, origin, at, along)


def render(mail: Mail, recipient: Contact, origin: Origin) -> RenderedEmail:
    """Write the subject and both bodies of a stored mail."""
    return messages.render_mail(KINDS.read(mail), mail.about, recipient, origin)
