"""Word to a domain that a file it waits for has arrived.

A file is uploaded to `uploads/<kind>/<reference>.<ending>`. The bucket forgets what lies under
`uploads/` after two weeks, so a domain keeps what it took elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from chalicelib.observability import count

PREFIX = "uploads"

Arrived = Callable[[str], None]
"""Looks at the file of this reference; must bear being told twice, and that there is none."""


class Uploads:
    """The kinds of files that are waited for, registered by `wiring`."""

    def __init__(self) -> None:
        """Start without any kind."""
        self._kinds: dict[str, Arrived] = {}

    def register(self, kind: str, arrived: Arrived) -> None:
        """Say who looks at files of a kind."""
        self._kinds[kind] = arrived

    def arrived(self, event: dict[str, Any]) -> None:
        """Take an S3 "Object Created" event. Files of no known kind are counted and left alone."""
        kind, reference = split(unquote_plus(event["detail"]["object"]["key"]))
        known = self._kinds.get(kind)
        if known is None:
            count(uploads_of_no_kind=1)
            return
        known(reference)


def split(key: str) -> tuple[str, str]:
    """Take an upload's key apart; two empty texts for any other key.

    >>> split("uploads/standards-import/01J.json"), split("reports/01J")
    (('standards-import', '01J'), ('', ''))
    """
    prefix, _, rest = key.partition("/")
    kind, _, name = rest.partition("/")
    reference = name.partition(".")[0]
    return (kind, reference) if prefix == PREFIX and kind and reference else ("", "")
