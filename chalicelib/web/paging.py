"""Lists: a limit, an opaque cursor, and where the next page is."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.errors import Malformed
from chalicelib.paging import Page

DEFAULT_LIMIT = 50
MAXIMUM_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Window:
    """What part of a list is asked for: `after` is where the former page ended, if any."""

    limit: int
    after: list[Any] | None


def window(limit: str | None, cursor: str | None, scope: str) -> Window:
    """Read `limit` and `cursor`. Raises `Malformed` for a foreign one."""
    return Window(_limit(limit), _opened(cursor, scope) if cursor else None)


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MAXIMUM_LIMIT:
        return int(text)
    raise Malformed(
        "limit_out_of_range",
        f"A page holds 1 to {MAXIMUM_LIMIT} entries. Ask for that many and follow `next` for more.",
        pointer="query:limit",
    )


def sealed(after: Sequence[Any], scope: str) -> str:
    """Write a cursor: opaque to clients, good only for the list (path and filters) it came from."""
    text = json.dumps([scope, *after], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _opened(cursor: str, scope: str) -> list[Any]:
    try:
        read = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        read = None
    if isinstance(read, list) and len(read) > 1 and read[0] == scope and _plain(read):
        return read[1:]
    raise unknown_cursor()


def unknown_cursor() -> Malformed:
    """Say that this list never gave such a cursor."""
    return Malformed(
        "cursor_unknown",
        "This cursor is not one of this list. Start again without a cursor.",
        pointer="query:cursor",
    )


def _plain(values: list[Any]) -> bool:
    return all(isinstance(value, str | int) and not isinstance(value, bool) for value in values)


def listed(page: Page[Any], item: Callable[[Any], Any], scope: str) -> dict[str, Any]:
    """Render a page as `{items, next}`."""
    return {
        "items": [item(each) for each in page.items],
        "next": sealed(page.after, scope) if page.after is not None else None,
        **page.facts,
    }
