"""The console on the simulator's cloud, served to a browser: requests and units are counted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from chalice.test import Client

from app import app
from chalicelib.console.sessions import NotSignedIn, SignInTokens
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support import builders, classrooms
from tests.support.world import CONSOLE, token

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from chalicelib.rosters.model import Student
    from tests.support.world import World

WHO = "x-person"
"""A header that says who is signed in in a browser: the cookie is put in here."""
LEFT_OUT = ("set-cookie", "strict-transport-security", "content-length")
STANDARD = "3.NB.1"
KINDS: dict[str, dict[str, Any]] = {
    "single_choice": {"choices": ["1/2", "1/3", "1/4", "2"], "key": ["B"], "points": "1"},
    "true_false": {"key": ["true"], "points": "1"},
    "numeric": {"key": ["2"], "points": "1"},
    "multiple_choice": {"choices": ["1", "2", "3", "4"], "key": ["A", "B"], "points": "1"},
    "points": {"points": "4"},
    "short_text": {"key": ["half"], "points": "1"},
}


@dataclass(frozen=True)
class Save:
    """One save: what was sent, the answer's status, and the units that it wrote."""

    body: str
    status: int
    table: float
    index: float


@dataclass
class Served:
    """A stack that a browser reaches at `url`."""

    world: World
    url: str = ""
    asked: list[str] = field(default_factory=list)
    saves: list[Save] = field(default_factory=list)
    expired: set[str] = field(default_factory=set)
    """Whose access token has expired; to renew it helps, as long as they are not `gone`."""
    gone: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Any:
        """Answer a request, one at a time, and count what it cost."""
        who = headers.get(WHO, "")
        with self.lock, Client(app, stage_name="test", project_dir=".") as client:
            self.asked.append(f"{method} {path}")
            headers["cookie"] = self._cookie(who)
            ledger: Any = self.world.cloud.simulated.table.ledger  # type: ignore[attr-defined]
            before = ledger.write_units, ledger.index_write_units
            reply = client.http.request(method, path, headers=headers, body=body)
            if "__Host-plumbline=" in str(reply.headers.get("Set-Cookie", "")):
                self.expired.discard(who)
            if method == "POST" and "/sheets/" in path and "refresh" not in path:
                spent = ledger.write_units - before[0], ledger.index_write_units - before[1]
                self.saves.append(Save(body.decode(), reply.status_code, *spent))
            return reply

    def _cookie(self, who: str) -> str:
        if not who or who in self.gone:
            return ""
        name = f"{who}@example.org"
        if who in self.expired:
            past = int(time.time()) - 60
            old = token(name, client_id=CONSOLE, exp=past)
            return f"__Host-plumbline={old}; __Secure-plumbline-refresh={who}"
        return f"__Host-plumbline={token(name, client_id=CONSOLE)}"

    def ask(self, **asked: str) -> SignInTokens:
        """Return a new token for an old one, as the sign-in pages would."""
        who = asked.get("refresh_token", "")
        if not who or who in self.gone:
            raise NotSignedIn
        return SignInTokens(token(f"{who}@example.org", client_id=CONSOLE))

    def open(self, chromium: Browser, path: str, who: str = "mia", **options: Any) -> Page:
        """Open an address in a browser of its own, signed in as somebody."""
        size = {"width": 1280, "height": 900}
        context = chromium.new_context(
            **{"viewport": size, "extra_http_headers": {WHO: who}, **options}
        )
        page = context.new_page()
        page.goto(self.url + path)
        return page


@contextmanager
def serve(world: World) -> Iterator[Served]:
    """Serve a world's console to browsers of this machine."""
    served = Served(world)
    world.services.token_endpoint = served  # type: ignore[assignment]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(length) if length else b""
            headers = {name.lower(): text for name, text in self.headers.items()}
            reply = served.answer(self.command, self.path, headers, body)
            sent = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
            self.send_response(reply.status_code)
            for name, text in reply.headers.items():
                if name.lower() not in LEFT_OUT:
                    plain = (
                        text.replace("https://127", "http://127") if name == "Location" else text
                    )
                    self.send_header(name, plain)
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = _do  # noqa: N815 - the names of http.server

        def log_message(self, *_: Any) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def give_test(
    team: TeamAtWork, kinds: list[str], students: tuple[Student, ...], forms: bool = False
) -> str:
    """Put a test with items of these kinds on a tracker of Mia's; return its sheet in the API.

    `forms`: there is a printed form B, in the order of A.
    """
    name = f"class{len(kinds)}x{len(students)}"
    classrooms.a_class(
        team.world, name, "mia", "noah", title="Mathematics 3, period 2", students=students
    )
    tracker = builders.a_tracker(team.world, "mia", class_id=name, title="Mathematics 3")
    test = team.a_test(f"Unit {len(kinds)}", creator=team.mia, visibility="school")
    items = [
        {"kind": kind, "prompt": f"A {kind}", "standards": [STANDARD], **KINDS[kind]}
        for kind in kinds
    ]
    path = f"/v1/assessments/{test}/items"
    made = expect_ok(team.mia.put(path, {"items": items}, etag=expect_ok(team.mia.get(path)).etag))
    if forms:
        printed = [{"item_id": each["id"], "key": each["key"]} for each in made.body["items"]]
        body = {"items": made.body["items"], "versions": {"B": printed}}
        expect_ok(team.mia.put(path, body, etag=made.etag))
    at = f"/v1/trackers/{tracker.id}"
    expect_ok(team.mia.post(f"{at}/assessments", {"assessment_id": test}))
    return f"{at}/sheets/{test}"


def share_test(team: TeamAtWork, sheet: str) -> str:
    """Add the test to Noah's tracker of the class; return the sheet's path from there."""
    *_, test = sheet.split("/")
    taught = expect_ok(team.mia.get(sheet)).body["class_id"]
    tracker = builders.a_tracker(team.world, "noah", class_id=taught, title="Mathematics 3, again")
    at = f"/v1/trackers/{tracker.id}"
    expect_ok(team.noah.post(f"{at}/assessments", {"assessment_id": test}))
    return f"{at}/sheets/{test}"


def screen_of(sheet: str) -> str:
    """Return the screen of a sheet of the API."""
    *_, tracker, _, given = sheet.split("/")
    return f"/console/sheets/{tracker}/{given}"
