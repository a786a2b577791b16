"""Optimistic writes: read, decide, write on condition that nobody else wrote; else once more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from chalicelib.errors import Refusal

TRIES = 12
"""The most tries of any change.

Each loser has a winner: of people who save one thing at the same moment, one gets through in every
round, so the last of twelve does too. More than twelve never work on one class or one team within a
second. A try takes a few calls of about 10 ms. All tries end long before API Gateway ends a request
(29 s), and no worker guesses how often the clock moves its entry.
"""

T = TypeVar("T")


class Overtaken(Exception):
    """Another writer was first, so the decision rests on data that is gone."""


def retry(attempt: Callable[[], T], busy: Callable[[], Refusal] | None = None) -> T:
    """Attempt a change until nobody overtakes it; each attempt reads again what it decides on.

    After `TRIES` it raises the refusal that `busy` returns; without one, the last `Overtaken`.
    """
    for _ in range(TRIES - 1):
        try:
            return attempt()
        except Overtaken:
            continue
    try:
        return attempt()
    except Overtaken as overtaken:
        if busy is None:
            raise
        raise busy() from overtaken
