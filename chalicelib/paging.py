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


def cut(
    things: Iterable[T],
    limit: int,
    after: Sequence[Any] | None,
    position: Callable[[T], Sequence[Any]],
    *,
    descending: bool = False,
) -> Page[T]:
    """Page a list that is in memory, in the order of `position` (unique per thing)."""
    ordered = sorted(things, key=lambda thing: list(position(thing)), reverse=descending)
    last = None if after is None else list(after)
    behind = [t for t in ordered if last is None or _is_behind(position(t), last, descending)]
    shown = behind[:limit]
    return Page(shown, position(shown[-1]) if len(behind) > limit else None)


def _is_behind(place: Sequence[Any], last: list[Any], descending: bool) -> bool:  # noqa: FBT001
    return list(place) < last if descending else list(place) > last
