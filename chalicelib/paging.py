"""A page of a list, as services give it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list; `after` (texts and numbers) is where the next page starts behind, if any."""

    items: Sequence[T]
    after: Sequence[Any] | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    """Further facts about the whole list, such as totals."""


class ForeignPosition(ValueError):
    """A position that nobody was given: the cursor is made up."""


_LONGEST_KEY = 1_000
"""Bytes of a text in a position: what fits a key."""


def expected(after: Sequence[Any] | None, *kinds: type[str | int]) -> Sequence[Any] | None:
    """Give a position if it is made of texts that fit keys and of numbers from 0, as in `kinds`.

    Raises `ForeignPosition`.

    >>> expected(["01J", 5], str, int), expected(None, str)
    (['01J', 5], None)
    """
    if after is None:
        return None
    fits = len(after) == len(kinds) and all(map(_fits, after, kinds))
    if not fits:
        raise ForeignPosition
    return after


def _fits(value: Any, kind: type[str | int]) -> bool:
    if not isinstance(value, kind):
        return False
    if isinstance(value, int):
        return value >= 0
    return 0 < len(str(value).encode(errors="surrogatepass")) <= _LONGEST_KEY and not _torn(value)


def _torn(text: str) -> bool:
    """Tell whether there are halves of characters in it, which no key can hold."""
    return any("\ud800" <= each <= "\udfff" for each in text)


def cut(
    things: Iterable[T],
    limit: int,
    after: Sequence[Any] | None,
    position: Callable[[T], Sequence[Any]],
) -> Page[T]:
    """Page a list that is in memory, in the order of `position` (unique per thing)."""
    ordered = sorted(things, key=lambda thing: list(position(thing)))
    behind = [t for t in ordered if after is None or list(position(t)) > list(after)]
    shown = behind[:limit]
    return Page(shown, position(shown[-1]) if len(behind) > limit else None)
