"""A person's browser on the sign-in pages, as far as it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from plumb.sign_in import PATH, PORTS

VERIFIER = "plumbline-" + "v" * 40
CALLBACK = f"http://localhost:{PORTS[0]}{PATH}"


def build_sign_in_request(pages: Mapping[str, str], callback: str = CALLBACK) -> dict[str, str]:
    """Return an app's request to the sign-in pages."""
    return {
        "client_id": pages["client_id"],
        "response_type": "code",
        "redirect_uri": callback,
        "scope": pages["scope"],
        "state": "from-here",
        "code_challenge": create_s256_code_challenge(VERIFIER),
        "code_challenge_method": "S256",
    }


@dataclass(frozen=True)
class Visitor:
    """Somebody with a password."""

    http: httpx.Client
    username: str
    password: str

    def type_in(self, page: str, *, follow: bool = False) -> str:
        """Fill in the sign-in form, and return where it leads."""
        shown = self.http.get(page)
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', shown.text)
        action = re.search(r'<form[^>]*action="([^"]*)"', shown.text)
        assert action, shown.text
        form = {**dict(hidden), "username": self.username, "password": self.password}
        answer = self.http.post(urljoin(page, action[1]), data=form)
        assert answer.status_code == 302, answer.text
        leads_to = answer.headers["Location"]
        if follow:
            assert self.http.get(leads_to).status_code == 200
        return leads_to

    def bring_code(self, pages: Mapping[str, str], callback: str = CALLBACK) -> str:
        """Sign in, and return the code that the app gets."""
        page = f"{pages['authorization_url']}?{urlencode(build_sign_in_request(pages, callback))}"
        leads_to = self.type_in(page)
        assert leads_to.startswith(callback)
        given = parse_qs(urlsplit(leads_to).query)
        assert given["state"] == ["from-here"]
        return given["code"][0]

    def exchange(
        self, pages: Mapping[str, str], right: str, /, **wrong: str | None
    ) -> httpx.Response:
        """Ask for a token, as the app does; `wrong` replaces what it sends, or leaves it out."""
        form = {
            "grant_type": "authorization_code",
            "client_id": pages["client_id"],
            "code": right,
            "redirect_uri": CALLBACK,
            "code_verifier": VERIFIER,
            **wrong,
        }
        sent = {name: value for name, value in form.items() if value is not None}
        return self.http.post(pages["token_url"], data=sent)
