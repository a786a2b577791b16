"""`plumb sign-in`: a person signs in on the stack's own pages, in a browser, and `plumb` is let in.

OAuth 2, authorization code with PKCE (RFC 7636): no password passes through here. The pages lead
back to this machine (RFC 8252, section 7.3), on one of the ports that the stack's client knows.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import typer

from plumb.client import ApiProblem, Client, Unreachable

PORTS = (8361, 8362, 8363)
"""Of the callbacks in `infra/resources.yaml`; Cognito takes `http` for `localhost` alone."""
PATH = "/signed-in"
PATIENCE = 300
"""Seconds that a person has for signing in."""
EARLY = 60
"""Seconds before its end from which on a token is renewed."""

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Plumbline</title>
<h1>{title}</h1><p>{text}</p></html>"""


class SignInFailed(Exception):
    """Nobody was signed in; the message says why."""


class SignInEnded(SignInFailed):
    """An earlier sign-in has ended: a person must sign in again."""


@dataclass
class SignInSession:
    """A session that signs in again without a person, until it ends or somebody ends it."""

    token_url: str
    client_id: str
    access_token: str
    refresh_token: str
    expires_at: float

    def is_fresh(self) -> bool:
        """Return whether the access token still serves for a while."""
        return time.time() < self.expires_at - EARLY


class Sessions:
    """The sessions of each address, in a file that nobody else can read."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use the person's own folder for `plumb`, unless another is named."""
        self._file = (folder or Path(typer.get_app_dir("plumb"))) / "sessions.json"

    def find(self, url: str) -> SignInSession | None:
        """Return the session at an address."""
        found = self._read().get(url)
        return SignInSession(**found) if found else None

    def keep(self, url: str, session: SignInSession | None) -> None:
        """Keep a session, or with None forget the one there is."""
        known = self._read()
        known.pop(url, None)
        if session:
            known[url] = asdict(session)
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._file.with_suffix(".new")
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(known, file)
        beside.replace(self._file)

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            known: dict[str, dict[str, Any]] = json.loads(self._file.read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return known


def sign_in(url: str, sessions: Sessions, show: Callable[[str], None]) -> SignInSession:
    """Have a person sign in at the stack of this address; `show` gets the page to open.

    Raises `SignInFailed`.
    """
    pages = _pages(url)
    with _listening() as listener:
        callback = f"http://localhost:{listener.server_port}{PATH}"
        client = _oauth(pages["client_id"], pages["scope"], callback)
        verifier = _verifier()
        page, state = client.create_authorization_url(
            pages["authorization_url"], code_verifier=verifier
        )
        show(page)
        answer = listener.wait()
    given = parse_qs(urlsplit(answer).query)
    if given.get("state") != [state]:
        raise SignInFailed("The answer does not belong to this sign-in. Try again.")
    if "code" not in given:
        reason = (given.get("error_description") or given.get("error") or ["no code came"])[0]
        raise SignInFailed(f"The sign-in pages refused: {reason}.")
    token = _ask(
        lambda: client.fetch_token(
            pages["token_url"], code=given["code"][0], state=state, code_verifier=verifier
        )
    )
    session = _session(pages["token_url"], pages["client_id"], token)
    sessions.keep(url, session)
    return session


def access_token(url: str, sessions: Sessions) -> str:
    """Get a token for an address, a renewed one where the old one ends. Raises `SignInFailed`."""
    session = sessions.find(url)
    if session is None:
        raise SignInFailed(f"Nobody is signed in at {url}. Run: plumb sign-in --url {url}")
    if not session.is_fresh():
        try:
            session = _renew(session)
        except SignInEnded as refused:
            sessions.keep(url, None)
            reason = f"The sign-in at {url} has ended. Run: plumb sign-in --url {url}"
            raise SignInFailed(reason) from refused
        sessions.keep(url, session)
    return session.access_token


def _renew(session: SignInSession) -> SignInSession:
    client, old = _oauth(session.client_id, "", ""), session.refresh_token
    token = _ask(lambda: client.refresh_token(session.token_url, refresh_token=old))
    return _session(session.token_url, session.client_id, {"refresh_token": old, **token})


def sign_out(url: str, sessions: Sessions) -> None:
    """End the session at an address, there as here. Raises `SignInFailed` where there is none."""
    session = sessions.find(url)
    if session is None:
        raise SignInFailed(f"Nobody is signed in at {url}.")
    sessions.keep(url, None)
    _revoke(session)


def _revoke(session: SignInSession) -> None:
    import boto3
    from botocore import UNSIGNED
    from botocore.config import Config
    from botocore.exceptions import ClientError

    cognito = boto3.client(
        "cognito-idp", region_name=_region(session), config=Config(signature_version=UNSIGNED)
    )
    with suppress(ClientError):  # it may have ended already
        cognito.revoke_token(Token=session.refresh_token, ClientId=session.client_id)


def _region(session: SignInSession) -> str | None:
    """Read the region from Cognito's own address; elsewhere the SDK's configuration has it."""
    host = urlsplit(session.token_url).hostname or ""
    found = re.fullmatch(r"[a-z0-9-]+\.auth\.([a-z0-9-]+)\.amazoncognito\.com", host)
    return found[1] if found else None


def _pages(url: str) -> Mapping[str, str]:
    try:
        pages: Mapping[str, str] = Client(url).get("/v1/sign-in")
    except (ApiProblem, Unreachable) as refused:
        raise SignInFailed(str(refused)) from refused
    return pages


def _oauth(client_id: str, scope: str, callback: str) -> Any:
    from authlib.integrations.requests_client import OAuth2Session

    return OAuth2Session(
        client_id,
        token_endpoint_auth_method="none",  # noqa: S106 - a method's name
        scope=scope,
        redirect_uri=callback,
        code_challenge_method="S256",
        default_timeout=30,
    )


def _verifier() -> str:
    from authlib.common.security import generate_token

    verifier: str = generate_token(64)
    return verifier


def _ask(ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    import requests
    from authlib.integrations.base_client import OAuthError

    try:
        return ask()
    except OAuthError as refused:
        kind = SignInEnded if refused.error == "invalid_grant" else SignInFailed
        reason = refused.description or refused.error
        raise kind(f"The sign-in was refused: {reason}.") from refused
    except requests.RequestException as lost:
        raise SignInFailed(f"The sign-in pages do not answer: {lost}.") from lost


def _session(token_url: str, client_id: str, token: Mapping[str, Any]) -> SignInSession:
    return SignInSession(
        token_url,
        client_id,
        token["access_token"],
        token["refresh_token"],
        time.time() + float(token["expires_in"]),
    )


# -- the way back ---------------------------------------------------------------------------------


class _Listener(ThreadingHTTPServer):
    """Waits for the browser to come back, once; a connection that says nothing holds up nobody."""

    daemon_threads = False
    timeout = 0.5
    answer = ""

    def wait(self) -> str:
        """Return the address that the browser was led to. Raises `SignInFailed` after a while."""
        until = time.monotonic() + PATIENCE
        while not self.answer:
            if time.monotonic() > until:
                raise SignInFailed("Nobody signed in for five minutes. Try again.")
            self.handle_request()
        return self.answer


class _Callback(BaseHTTPRequestHandler):
    server: _Listener
    timeout = 5

    def do_GET(self) -> None:
        known = urlsplit(self.path).path == PATH
        if known:
            self.server.answer = self.path
        title = "You can close this window" if known else "There is nothing here"
        text = "Go back to where you typed plumb sign-in." if known else ""
        body = _PAGE.format(title=title, text=text).encode()
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Referrer-Policy", "no-referrer")  # the address has the code
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent: the address has the code."""


def _listening() -> _Listener:
    for port in PORTS:
        with suppress(OSError):
            return _Listener(("127.0.0.1", port), _Callback)
    ports = ", ".join(map(str, PORTS))
    raise SignInFailed(f"All of the ports {ports} are in use on this machine. Free one of them.")
