"""From a mail and its recipient to the message as it travels (RFC 5322).

`multipart/alternative` of text and HTML; pictures lie with the HTML that shows them
(`multipart/related`, RFC 2387), and a file beside it all (`multipart/mixed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email import policy
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache, lru_cache
from typing import Any

from chalicelib.rendering import RenderedEmail, letter, one_line

from .destinations import find_line_screen, find_screen
from .enclosures import NOTHING, Enclosed
from .model import (
    KINDS,
    AssessmentDelivered,
    BeginReminder,
    Contact,
    Facts,
    Mail,
    ProcessFinished,
    ReminderLine,
    TrackerLine,
)


class _Verbatim(UnstructuredHeader, BaseHeader):
    """A header that is one address: never folded, never encoded as if it were words."""

    def fold(self, *, policy: policy.Policy[Any]) -> str:
        """Write it on one line, however long."""
        return f"{self.name}: {self}{policy.linesep}"


class _Headers(HeaderRegistry):
    """Makes headers, and knows those that mail after mail has: they take most of what it costs.

    The email package makes a class for every header, and parses its text anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._class = cache(super().__getitem__)
        self._read = lru_cache(maxsize=256)(super().__call__)

    def __getitem__(self, name: str) -> type[BaseHeader]:
        """Give the class of the headers of a name."""
        return self._class(name.lower())

    def __call__(self, name: str, value: Any) -> BaseHeader:
        """Give a header; one that was read from a text is never changed."""
        return self._read(name, value) if type(value) is str else super().__call__(name, value)


_HEADERS = _Headers()
_HEADERS.map_to_type("list-unsubscribe", _Verbatim)
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit", header_factory=_HEADERS)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who the mails come from: the district's name and the address that people may write to.

    `today` is the day by the district's calendar, `address` where people reach the stack, up to and
    without `/console`; empty while nobody knows.
    """

    district: str
    sender: str
    today: str = ""
    address: str = ""


Compose = Callable[[Mail, Contact, Origin, datetime, Enclosed], bytes]
"""Makes the message of a mail: `message`, or what remembers its answers."""


def message(
    mail: Mail, recipient: Contact, origin: Origin, at: datetime, along: Enclosed = NOTHING
) -> bytes:
    """The finished message. Raises `ValueError` for an address that cannot stand in a header.

    The same mail always has the same Message-ID: a mail program that gets it twice shows it once.
    """
    pictures = {each.name: _content_id(each.name, mail, origin) for each in along.pictures}
    parts = render_mail(mail, recipient, origin, pictures, attached=along.file is not None)
    built = EmailMessage(policy=_SEVEN_BIT)
    for name, value in _headers(mail, recipient, origin, parts.subject, at):
        built[name] = value
    built.set_content(parts.text)
    built.add_alternative(parts.html, subtype="html")
    _enclose(built, along, pictures)
    built["Content-Language"] = "en"  # last: setting content drops headers of this family
    return built.as_bytes()


def _enclose(built: EmailMessage, along: Enclosed, pictures: Mapping[str, str]) -> None:
    """Put the pictures with the HTML, and the file beside everything."""
    html: Any = built.get_body(("html",))
    for picture in along.pictures:
        html.add_related(
            picture.content,
            "image",
            "png",
            cid=f"<{pictures[picture.name]}>",
            disposition="inline",
            filename=f"{picture.name}.png",
        )
    if along.file is not None:
        name = _FORBIDDEN.sub("-", one_line(along.file.name))
        built.add_attachment(along.file.content, "application", "pdf", filename=name)


def _content_id(name: str, mail: Mail, origin: Origin) -> str:
    return f"{name}.{mail.reference}@{Address(addr_spec=origin.sender).domain}"


MOST_LINKS = 50
"""Trackers of a mail that are links of their own; with more, mail programs would cut it off."""


def facts_of(mail: Mail) -> Facts:
    """Read what a mail says."""
    return KINDS[mail.kind].model_validate_json(mail.facts)


def current(mail: Mail, day: str) -> Mail | None:
    """Give a mail with what of it still matters on a day; None where nothing does."""
    facts = facts_of(mail)
    left = facts.on(day)
    if left is None:
        return None
    return mail if left is facts else replace(mail, facts=left.model_dump_json())


def render_mail(
    mail: Mail,
    recipient: Contact,
    origin: Origin,
    pictures: Mapping[str, str] | None = None,
    *,
    attached: bool = False,
) -> RenderedEmail:
    """Subject and both bodies.

    `pictures` are the content ids of those that come along; `attached`: so does a file.
    """
    facts = facts_of(mail)
    own = _CONTEXTS[mail.kind](facts)
    common = {
        "link": find_screen(mail, facts, origin.address),
        "link_of": lambda line: (
            find_line_screen(mail, facts, line, origin.address)
            if 1 < own["count"] <= MOST_LINKS
            else ""
        ),
        "name": recipient.name,
        "district": origin.district,
        "contact": origin.sender,
        "pictures": dict(pictures or {}),
        "attached": attached,
    }
    return letter(mail.kind, {**own, **common})


_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
"""What a file's name cannot have on some computers; and without ? it is no encoded word either."""

_ENCODED_WORD = re.compile(r"=\?(?=\S)")


def _words(text: str) -> str:
    """Text for a header that is not mistaken for an encoded word.

    The email package decodes `=?utf-8?q?=0D=0ABcc:...?=` and would write the line break out.
    """
    return _ENCODED_WORD.sub("= ?", text)


def _headers(
    mail: Mail, recipient: Contact, origin: Origin, subject: str, at: datetime
) -> list[tuple[str, Any]]:
    sender = Address(_words(one_line(origin.district)), addr_spec=origin.sender)
    return [
        ("From", sender),
        ("To", Address(addr_spec=recipient.address)),
        ("Subject", _words(subject)),
        ("Date", format_datetime(at)),
        ("Message-ID", f"<{mail.reference}@{sender.domain}>"),
        ("X-Plumbline-Mail", mail.reference),  # SES puts its own Message-ID in place of ours
        ("List-Unsubscribe", f"<mailto:{origin.sender}?subject={_NO_MORE[mail.kind]}>"),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
    ]


def _assessment_delivered(facts: AssessmentDelivered) -> dict[str, Any]:
    schools: dict[str, list[TrackerLine]] = {}
    for tracker in facts.trackers:
        schools.setdefault(tracker.school, []).append(tracker)
    return {
        "assessment": one_line(facts.assessment),
        "distributed_by": facts.distributed_by,
        "delivered_at": facts.delivered_at,
        "give_until": facts.give_until,
        "schools": [{"name": name, "trackers": lines} for name, lines in schools.items()],
        "count": len(facts.trackers) + facts.more,
        "more": facts.more,
    }


def _reminder(facts: BeginReminder) -> dict[str, Any]:
    schools: dict[str, list[ReminderLine]] = {}
    for line in facts.classes:
        schools.setdefault(line.school, []).append(line)
    days = {(line.give_until, line.over) for line in facts.classes}
    (day, over), *several = sorted(days) or [("", False)]
    return {
        "assessment": one_line(facts.assessment),
        "reminded_by": facts.reminded_by,
        "process": one_line(facts.process),
        "team": one_line(facts.team),
        "schools": [{"name": name, "classes": lines} for name, lines in schools.items()],
        "count": len(facts.classes) + facts.more,
        "more": facts.more,
        "to_activate": facts.to_activate,
        "give_until": "" if several else day,
        "over": over and not several,
        "several_days": bool(several),
    }


def _process_finished(facts: ProcessFinished) -> dict[str, Any]:
    return {
        **{name: getattr(facts, name) for name in type(facts).model_fields},
        "process": one_line(facts.process),
        "size": _megabytes(facts.report.size) if facts.report else "",
    }


def _megabytes(size: int) -> str:
    """Say how large a file is: 0.1 MB at least, as people read it."""
    return f"{max(size / 1_000_000, 0.1):.1f} MB"


_CONTEXTS: dict[str, Any] = {
    "assessment_delivered": _assessment_delivered,
    "process_finished": _process_finished,
    "reminder": _reminder,
}
_NO_MORE = {
    "assessment_delivered": "No%20more%20delivery%20e-mails",
    "process_finished": "No%20more%20report%20e-mails",
    "reminder": "No%20more%20reminder%20e-mails",
}
"""What somebody writes who wants no more of a kind."""
