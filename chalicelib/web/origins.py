"""Permission for pages of the listed origins to read the API's answers in a browser (CORS).

No cookie is ever allowed: a request brings its token in `Authorization`, and a page of another
origin has none. The gateway itself states what a browser may send (`infra/preflight.py`).
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
    """Return the headers that let a page of a listed origin read an answer; else none.

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
