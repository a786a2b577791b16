"""E-mails as the worker makes them: what is stored is read, then written out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from chalicelib.mail import messages
from chalicelib.mail.enclosures import NOTHING, Enclosed
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact, Mail
from chalicelib.mail.payload import MailPayload
from chalicelib.rendering import RenderedEmail
from chalicelib.wiring import Services

if TYPE_CHECKING:
    from chalicelib.mail.kinds import MailKinds
    from chalicelib.settings import Settings

KINDS: MailKinds = Services(cast("Settings", None)).mail_kinds
"""The kinds as domains declare them, which needs no settings."""


def store(payload: MailPayload, batch: str = "01J", person: str = "usr-1") -> Mail:
    """Return a mail as it is stored."""
    return Mail(batch, "ABC", payload.kind, person, payload.model_dump_json(), None)


def read_on(mail: Mail, day: str) -> MailPayload | None:
    """Return what of a stored mail still matters on a day."""
    return KINDS.read(mail).on(day)


def compose(
    mail: Mail, recipient: Contact, origin: Origin, at: datetime, along: Enclosed = NOTHING
) -> bytes:
    """Write the message of a stored mail."""
    return messages.message(mail, KINDS.read(mail), recipient, origin, at, along)


def render(mail: Mail, recipient: Contact, origin: Origin) -> RenderedEmail:
    """Write the subject and both bodies of a stored mail."""
    return messages.render_mail(KINDS.read(mail), mail.about, recipient, origin)
