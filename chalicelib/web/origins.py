"""Which pages in a browser may read the API's answers (CORS): those of the origins that are listed.

Nothing is ever allowed with a cookie: a request brings its token in `Authorization`, and a page of
another origin has none. What a browser may send, the gateway says itself (`infra/preflight.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

EXPOSED = (
    "ETag",
    "Location",
    "Link",
    "Retry-After",
    "X-Request-Id",
    "Idempotent-Replayed",
    "Content-Disposition",
)
"""Headers that a page may read, beyond those that every page may."""


def share_with(origin: str | None, listed: str) -> Mapping[str, str]:
    """Return the headers that let a page of this origin read an answer; none for one not listed.

    >>> share_with("https://app.example.org", "https://app.example.org")["Vary"]
    'Origin'
    >>> share_with("https://elsewhere.example", "https://app.example.org")
    {'Vary': 'Origin'}
    """
    if not listed:
        return {}
    if origin is None or origin not in listed.split(","):
        return {"Vary": "Origin"}
    return {
        "Vary": "Origin",
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Expose-Headers": ", ".join(EXPOSED),
    }
