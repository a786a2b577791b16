"""Every key of the table, and nowhere else.

Each function gives the key of one kind of item and shows one rendered in its docstring. Every
partition key begins with the district. Parts that come from outside (OneRoster and CASE
identifiers) are escaped, so that none can forge a separator.
"""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Partition key and sort key of one item."""

    pk: str
    sk: str


def part(text: str) -> str:
    """Escape one part of a key.

    >>> part("sch#1 100%")
    'sch%231 100%25'
    """
    return text.replace("%", "%25").replace("#", "%23")


def join(*parts: str) -> str:
    """Escape and join parts with `#`."""
    return "#".join(part(each) for each in parts)


# -- acts ---------------------------------------------------------------------------------------


def done(district: str, person: str, key: str) -> Key:
    """Give the record of an act done under an idempotency key.

    >>> done("gb", "usr-1", "k1")
    Key(pk='gb#DONE#usr-1', sk='KEY#k1')
    """
    return Key(join(district, "DONE", person), join("KEY", key))


def audit(district: str, day: str, at: str, entry: str) -> Key:
    """Give an audit record, by day.

    >>> audit("gb", "2026-08-17", "2026-08-17T13:05:00.000Z", "01J")
    Key(pk='gb#AUDIT#2026-08-17', sk='2026-08-17T13:05:00.000Z#01J')
    """
    return Key(join(district, "AUDIT", day), join(at, entry))


# -- what must happen at or after a time ----------------------------------------------------------


def due(district: str, at: str, kind: str, reference: str) -> Key:
    """Give a due entry; the minute tick reads the partition up to now.

    >>> due("gb", "2026-08-17T13:05:00.000Z", "distribution", "01J")
    Key(pk='gb#DUE', sk='2026-08-17T13:05:00.000Z#distribution#01J')
    """
    return Key(join(district, "DUE"), join(at, kind, reference))


# -- districts --------------------------------------------------------------------------------


def district(district: str) -> Key:
    """Give the district's settings.

    >>> district("gb")
    Key(pk='gb#DISTRICT', sk='DISTRICT')
    """
    return Key(join(district, "DISTRICT"), "DISTRICT")


def sign_in(district: str, username: str) -> Key:
    """Give the link from a sign-in name to a person.

    >>> sign_in("gb", "Ada@example.org")
    Key(pk='gb#SIGNIN#ada@example.org', sk='SIGNIN')
    """
    return Key(join(district, "SIGNIN", username.casefold()), "SIGNIN")


def operator(district: str, username: str) -> Key:
    """Give the operators' own entry for a sign-in name.

    >>> operator("gb", "it@example.org")
    Key(pk='gb#OPERATOR#it@example.org', sk='OPERATOR')
    """
    return Key(join(district, "OPERATOR", username.casefold()), "OPERATOR")
