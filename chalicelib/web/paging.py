"""Lists: a limit, an opaque signed cursor, and where the next page is."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from chalicelib.errors import Malformed
from chalicelib.paging import Page
from chalicelib.web import refusals

DEFAULT_LIMIT = 50
MAXIMUM_LIMIT = 200


class Window(NamedTuple):
    """The part of a list that a client asks for; `after` is the end of the page before, if any."""

    limit: int
    after: list[Any] | None


class CursorSigner:
    """Writes and reads the cursors of one list.

    A cursor is the position in the list, after a signature over position and scope. Only this stack
    can write one, so what a position holds needs no second check (ADR 49).
    """

    def __init__(self, secret: str, scope: str) -> None:
        """Sign with the stack's secret; `scope` names the list and the person who reads it."""
        self._secret = secret.encode()
        self._scope = scope.encode()

    def write(self, after: Sequence[Any]) -> str:
        """Write the cursor of the page behind this position."""
        position = _encode(json.dumps(list(after), separators=(",", ":")).encode())
        return self._sign(position) + position

    def read(self, cursor: str) -> list[Any]:
        """Read the position. Raises `Malformed` for a cursor that this list never gave."""
        signature, position = cursor[:_SIGNATURE], cursor[_SIGNATURE:]
        if not cursor.isascii() or not hmac.compare_digest(signature, self._sign(position)):
            raise _unknown_cursor()
        padded = position + "=" * (-len(position) % 4)
        after: list[Any] = json.loads(base64.urlsafe_b64decode(padded))
        return after

    def _sign(self, position: str) -> str:
        content = b"\n".join((b"cursor", self._scope, position.encode()))
        return _encode(hmac.digest(self._secret, content, "sha256"))[:_SIGNATURE]


_SIGNATURE = 22
"""Characters of a signature: 128 bits and more."""


def _encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def window(limit: str | None, cursor: str | None, cursors: Callable[[], CursorSigner]) -> Window:
    """Read `limit` and `cursor`. Raises `Malformed` for a cursor that the list never gave."""
    return Window(_limit(limit), cursors().read(cursor) if cursor else None)


_LONGEST_LIMIT = 6
"""Digits that are read."""


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    short = len(text) <= _LONGEST_LIMIT and text.isascii() and text.isdigit()
    if short and 1 <= int(text) <= MAXIMUM_LIMIT:
        return int(text)
    raise refusals.LIMIT_OUT_OF_RANGE(pointer="query:limit", most=MAXIMUM_LIMIT)


def _unknown_cursor() -> Malformed:
    return refusals.CURSOR_UNKNOWN("query:cursor")


def render_page(
    page: Page[Any], item: Callable[[Any], Any], cursors: Callable[[], CursorSigner]
) -> dict[str, Any]:
    """Render a page as `{items, next}`."""
    return {
        "items": [item(each) for each in page.items],
        "next": cursors().write(page.after) if page.after is not None else None,
        **page.facts,
    }
