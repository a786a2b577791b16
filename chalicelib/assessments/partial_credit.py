"""Keys that list whole responses, each with its own points (`Scoring.LISTED`).

An entry is a response with everything marked in it. `BC` earns the item's points, and `B=1` says
how many it earns. The entry `*=0.5` is any response that is not listed. A scanner's key with
several accepted or partly right responses is kept exactly so; every other response earns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from chalicelib.assessments import refusals
from chalicelib.errors import Detail

ANY_OTHER = "*"

_ENTRY = re.compile(r"([A-Z]{1,26}|\*)(?:=(\d{1,4}(?:\.\d{1,3})?|\d{1,4}/[1-9]\d{0,2}))?", re.ASCII)

Key = tuple[str, ...]


@lru_cache(maxsize=1024)
def credits_of(key: Key, worth: Fraction) -> Mapping[str, Fraction]:
    """Return what each listed response earns, by its letters in order; unreadable entries are none.

    >>> credits_of(("CB", "B=1", "*=0.5"), Fraction(2))["BC"]
    Fraction(2, 1)
    """
    read = filter(None, (read_entry(each, worth) for each in key))
    return dict(read)


def read_entry(entry: str, worth: Fraction) -> tuple[str, Fraction] | None:
    """Read one entry: the response's letters in order and what it earns; None if it is none."""
    found = _ENTRY.fullmatch(entry)
    if not found or len(set(found[1])) < len(found[1]):
        return None
    response = "".join(sorted(found[1]))
    return response, Fraction(found[2]) if found[2] else worth


def entry(response: str, points: str | None) -> str:
    """Write an entry; without points it earns what the item is worth."""
    return response if points is None else f"{response}={points}"


def credit(key: Key, worth: Fraction, response: str) -> Fraction:
    """Return what a response (letters in order) earns by a listed key."""
    earned = credits_of(key, worth)
    return min(worth, earned.get(response, earned.get(ANY_OTHER, Fraction(0))))


def fully_right(key: Key, worth: Fraction) -> frozenset[str]:
    """Return the letters that are in some response which earns everything."""
    full = (text for text, earned in credits_of(key, worth).items() if earned == worth)
    return frozenset(letter for said in full if said != ANY_OTHER for letter in said)


def wrong_entries(key: Key, worth: Fraction, known: Iterable[str]) -> Iterator[Detail]:
    """Find the first thing that is wrong with a listed key."""
    letters = frozenset(known)
    read = [read_entry(each, worth) for each in key]
    if any(each is None for each in read):
        yield refusals.KEY_NOT_LISTED("key")
        return
    entries = [each for each in read if each is not None]
    if len({response for response, _ in entries}) < len(entries):
        yield refusals.LISTED_TWICE("key")
    elif any(not letters.issuperset(r) for r, _ in entries if r != ANY_OTHER):
        yield refusals.LISTED_UNKNOWN("key", last=max(letters))
    elif any(earned > worth for _, earned in entries):
        yield refusals.LISTED_TOO_MUCH("key")
    elif not any(earned == worth for response, earned in entries if response != ANY_OTHER):
        yield refusals.LISTED_TOO_LITTLE("key")
