"""Catches the emails that the local cloud sends, keeps them as files, and shows them on a page."""

from __future__ import annotations

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller
from jinja2 import Environment, FileSystemLoader, select_autoescape

from plumb.local.places import HOST

PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=select_autoescape(default=True),
)
LOCKED = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:"
"""The content that a page may load: nothing but itself."""


@dataclass(frozen=True)
class LocalMail:
    """One email, read from its file."""

    id: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        """Its subject."""
        return str(self.message["Subject"] or "(no subject)")

    @property
    def to(self) -> str:
        """Its recipient."""
        return str(self.message["To"] or "")

    @property
    def sender(self) -> str:
        """Its sender."""
        return str(self.message["From"] or "")

    @property
    def caught(self) -> str:
        """When it came, UTC."""
        stamp = datetime.strptime(self.id.partition(".")[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        return f"{stamp:%Y-%m-%d %H:%M:%S} UTC"

    def body(self, kind: str) -> str:
        """Return the `plain` or `html` part, if there is one."""
        part = self.message.get_body((kind,))
        return str(part.get_content()) if part else ""

    def render_html(self) -> str:
        """Return the `html` part with the pictures that came along in their places."""
        html = self.body("html")
        for part in self.message.walk():
            name = str(part["Content-ID"] or "").strip("<>")
            if name and part.get_content_maintype() == "image":
                content = b64encode(part.get_content()).decode()
                html = html.replace(
                    f"cid:{name}", f"data:{part.get_content_type()};base64,{content}"
                )
        return html

    def as_dict(self) -> dict[str, str]:
        """Return it for programs."""
        return {
            "id": self.id,
            "to": self.to,
            "from": self.sender,
            "subject": self.subject,
            "text": self.body("plain"),
            "html": self.body("html"),
        }


class LocalOutbox:
    """A folder of `.eml` files, the newest first."""

    def __init__(self, folder: Path) -> None:
        """Use this folder."""
        self._folder = folder
        self._count = count(1)

    def keep(self, content: bytes) -> None:
        """Add an email; a reader never sees half of one."""
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        path = self._folder / f"{now}-{next(self._count):05}.eml"
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(content)
        unfinished.rename(path)

    def mails(self) -> Iterator[LocalMail]:
        """Read all."""
        for path in sorted(self._folder.glob("*.eml"), reverse=True):
            yield _read(path)

    def mail(self, identifier: str) -> LocalMail | None:
        """Read one."""
        known = {path.stem: path for path in self._folder.glob("*.eml")}
        return _read(known[identifier]) if identifier in known else None

    def count(self) -> int:
        """Count without reading."""
        return sum(1 for _ in self._folder.glob("*.eml"))


def _read(path: Path) -> LocalMail:
    parsed = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(path.read_bytes())
    return LocalMail(path.stem, parsed)


class Catcher:
    """The SMTP server and the page, both in threads that end with this process."""

    def __init__(self, outbox: LocalOutbox, smtp_port: int, page_port: int) -> None:
        """Nothing is started yet."""
        self._smtp = Controller(_Handler(outbox), hostname=HOST, port=smtp_port)
        page = type("OutboxPage", (_Page,), {"outbox": outbox})
        self._pages = ThreadingHTTPServer((HOST, page_port), page)
        self._thread = threading.Thread(target=self._pages.serve_forever, daemon=True)

    def start(self) -> None:
        """Start both."""
        self._smtp.start()
        self._thread.start()

    def stop(self) -> None:
        """Stop both."""
        self._smtp.stop()
        self._pages.shutdown()
        self._pages.server_close()
        self._thread.join()


class _Handler:
    def __init__(self, outbox: LocalOutbox) -> None:
        self._outbox = outbox

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self._outbox.keep(envelope.content)
        return "250 Kept"


class _Page(BaseHTTPRequestHandler):
    """`/` lists, `/<id>` shows one, `/<id>/html` is what its frame shows, `/mails.json` has all."""

    outbox: LocalOutbox

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.strip("/")
        if path == "":
            self._page("list.html", mails=list(self.outbox.mails()))
        elif path == "mails.json":
            mails = [mail.as_dict() for mail in self.outbox.mails()]
            self._send(HTTPStatus.OK, json.dumps(mails), "application/json")
        else:
            self._mail(*path.partition("/")[::2])

    def _mail(self, identifier: str, part: str) -> None:
        mail = self.outbox.mail(identifier)
        if mail is None:
            self._page("missing.html", HTTPStatus.NOT_FOUND)
        elif part == "html":
            self._send(HTTPStatus.OK, mail.render_html(), "text/html; charset=utf-8")
        else:
            self._page("mail.html", mail=mail)

    def _page(self, name: str, status: HTTPStatus = HTTPStatus.OK, **facts: Any) -> None:
        self._send(status, PAGES.get_template(name).render(facts), "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, text: str, kind: str) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", LOCKED)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Print nothing: the terminal is for events in the district."""
