"""The page that e-mails lead to: sign in, and the report's link is fetched with the token.

It is the same for every process and holds nothing of any: only who signed in learns whether there
is one, and for whom. People sign in on the user pool's own pages (authorization code with PKCE);
these lead back to the same page, under the name `signed-in`.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import lru_cache

from chalicelib.acts import Answer
from chalicelib.rendering import page

CALLBACK = "/v1/reports/signed-in"
"""Where the sign-in pages lead back to; the template's `ConsoleClient` names it as well."""


class ReportPage:
    """The page of one stack."""

    def __init__(self, sign_in_url: str, client: str) -> None:
        """Sign people in on the user pool's pages there, as this client."""
        self._sign_in_url = sign_in_url
        self._client = client

    def answer(self, address: str) -> Answer:
        """Give the page of the API at an address.

        Its own script and style alone may run, and talk to us and the sign-in pages.
        """
        html, policy = _written(self._sign_in_url, self._client, address)
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "public, max-age=300",
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
        }
        return Answer(200, html, headers)


@lru_cache(4)
def _written(sign_in_url: str, client: str, address: str) -> tuple[str, str]:
    facts = {"sign_in": sign_in_url, "client": client, "callback": f"{address}{CALLBACK}"}
    html = page("pages/report.html", facts)
    style, script = (_digest(tag, html) for tag in ("style", "script"))
    policy = (
        f"default-src 'none'; img-src data:; style-src {style}; script-src {script}; "
        f"connect-src 'self' {sign_in_url}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return html, policy


def _digest(tag: str, html: str) -> str:
    """Give the one style or script of a page as a policy names it."""
    (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
