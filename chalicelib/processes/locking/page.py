"""The page that e-mails lead to: sign in, and the report's link is fetched with the token.

It is the same for every process and holds nothing of any: whether there is one, and for whom, is
told to who signed in.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cached_property

from chalicelib.acts import Answer
from chalicelib.rendering import page

_KEYS = "/.well-known/jwks.json"


class ReportPage:
    """The page of one stack."""

    def __init__(self, keys_url: str, pool: str, client: str) -> None:
        """Sign in at the user pool whose public keys are there, as this client."""
        self._endpoint = keys_url.removesuffix(f"/{pool}{_KEYS}") + "/"
        self._client = client

    def answer(self) -> Answer:
        """Give the page. Its own script and style alone may run, and talk to us and the pool."""
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "public, max-age=300",
            "Content-Security-Policy": self._policy,
            "Referrer-Policy": "no-referrer",
        }
        return Answer(200, self._html, headers)

    @cached_property
    def _html(self) -> str:
        return page("pages/report.html", {"pool": self._endpoint, "client": self._client})

    @cached_property
    def _policy(self) -> str:
        style, script = (_digest(tag, self._html) for tag in ("style", "script"))
        return (
            f"default-src 'none'; img-src data:; style-src {style}; script-src {script}; "
            f"connect-src 'self' {self._endpoint.rstrip('/')}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )


def _digest(tag: str, html: str) -> str:
    """Give the one style or script of a page as a policy names it."""
    (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
