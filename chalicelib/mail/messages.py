"""From a mail and its recipient to the message as it travels (RFC 5322).

`multipart/alternative` of text and HTML; pictures lie with the HTML that shows them
(`multipart/related`, RFC 2387), and a file beside it all (`multipart/mixed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote

from chalicelib.rendering import RenderedEmail, letter, one_line

from .enclosures import NOTHING, Enclosed
from .model import Contact, Mail
from .payload import MailPayload, TrackedLine


class _Verbatim(UnstructuredHeader, BaseHeader):
    """A header that is one address: never folded, never encoded as if it were words."""

    def fold(self, *, policy: policy.Policy[Any]) -> str:
        """Write it on one line, however long."""
        return f"{self.name}: {self}{policy.linesep}"


class _Headers(HeaderRegistry):
    """Makes headers, and knows those that mail after mail has: they take most of what it costs.

    The email package makes a class for every header, and parses its text again.
    """

    def __init__(self) -> None:
        super().__init__()
        self._class = cache(super().__getitem__)
        self._read = lru_cache(maxsize=256)(super().__call__)

    def __getitem__(self, name: str) -> type[BaseHeader]:
        """Return the class of the headers of a name."""
        return self._class(name.lower())

    def __call__(self, name: str, value: Any) -> BaseHeader:
        """Return a header; one that was read from a text is never changed."""
        return self._read(name, value) if type(value) is str else super().__call__(name, value)


_HEADERS = _Headers()
_HEADERS.map_to_type("list-unsubscribe", _Verbatim)
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit", header_factory=_HEADERS)


@dataclass(frozen=True, slots=True)
class Origin:
    """The sender of the mails: the district's name and the address that people may write to.

    `today` is the day by the district's calendar. The `address` is where people reach the stack, up
    to and without `/console`; it is empty while nobody knows it.
    """

    district: str
    sender: str
    today: str = ""
    address: str = ""


Compose = Callable[[Mail, MailPayload, Contact, Origin, datetime, Enclosed], bytes]
"""Makes the message of a mail: `message`, or a function that remembers its answers."""


def message(
    mail: Mail,
    payload: MailPayload,
    recipient: Contact,
    origin: Origin,
    at: datetime,
    along: Enclosed = NOTHING,
) -> bytes:
    """Return the finished message. Raises `ValueError` for an address unfit for a header.

    The same mail always has the same Message-ID: a mail program that gets it twice shows it once.
    """
    pictures = {each.name: _content_id(each.name, mail, origin) for each in along.pictures}
    attached = along.file is not None
    parts = render_mail(payload, mail.about, recipient, origin, pictures, attached=attached)
    built = EmailMessage(policy=_SEVEN_BIT)
    for name, value in _headers(mail, payload, recipient, origin, parts.subject, at):
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


def render_mail(
    payload: MailPayload,
    about: str,
    recipient: Contact,
    origin: Origin,
    pictures: Mapping[str, str] | None = None,
    *,
    attached: bool = False,
) -> RenderedEmail:
    """Subject and both bodies.

    `about`: the id of what it is about. `pictures` are the content ids of those that come along;
    `attached`: so does a file. Where the stack does not know its `address`, a mail leads only where
    its payload itself says so.
    """
    own = payload.build_context()
    has_links = bool(origin.address) and 1 < own.get("count", 0) <= MOST_LINKS

    def find_line_link(line: TrackedLine) -> str:
        return origin.address + payload.find_line_path(line) if has_links and line.tracker else ""

    screen = origin.address + payload.find_path(about) if origin.address else ""
    common = {
        "link": screen or own.get("link", ""),
        "link_of": find_line_link,
        "name": recipient.name,
        "district": origin.district,
        "contact": origin.sender,
        "pictures": dict(pictures or {}),
        "attached": attached,
    }
    return letter(payload.kind, {**own, **common})


_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
"""What a file's name cannot have on some computers; and without ? it is no encoded word either."""

_ENCODED_WORD = re.compile(r"=\?(?=\S)")


def _words(text: str) -> str:
    """Text for a header that is not mistaken for an encoded word.

    The email package decodes `=?utf-8?q?=0D=0ABcc:...?=` and would write the line break out.
    """
    return _ENCODED_WORD.sub("= ?", text)


def _headers(
    mail: Mail,
    payload: MailPayload,
    recipient: Contact,
    origin: Origin,
    subject: str,
    at: datetime,
) -> list[tuple[str, Any]]:
    sender = Address(_words(one_line(origin.district)), addr_spec=origin.sender)
    return [
        ("From", sender),
        ("To", Address(addr_spec=recipient.address)),
        ("Subject", _words(subject)),
        ("Date", format_datetime(at)),
        ("Message-ID", f"<{mail.reference}@{sender.domain}>"),
        ("X-Plumbline-Mail", mail.reference),  # SES puts its own Message-ID in place of ours
        ("List-Unsubscribe", f"<mailto:{origin.sender}?subject={quote(payload.unsubscribe)}>"),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
    ]
