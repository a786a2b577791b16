"""A request-scoped cache: what one screen asks for several times is read once.

The console asks the API several things for one page, and each reads the same process. While it
reads, what was read is given again; a change forgets it (`web.inner`). Without a console nothing is
kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Known = dict[Hashable, Any]
"""Values that were read, by the question that they answer."""

Found = TypeVar("Found")

_present: ContextVar[Known | None] = ContextVar("request_cache", default=None)


@contextmanager
def remember(known: Known | None) -> Iterator[None]:
    """Keep values that are read meanwhile in `known`, and reuse them; None keeps nothing."""
    token = _present.set(known)
    try:
        yield
    finally:
        _present.reset(token)


def read_once(asked: Hashable, read: Callable[[], Found]) -> Found:
    """Return the value read before for the same page, or read it. Nobody may change the result."""
    known = _present.get()
    if known is None:
        return read()
    if asked not in known:
        known[asked] = read()
    found: Found = known[asked]
    return found
