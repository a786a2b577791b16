"""Keys of the records that every act leaves, and of work due at or after a time."""

from __future__ import annotations

from .shape import Key, join, part


def idempotency_record(district: str, person: str, key: str) -> Key:
    """Return the record of an act done under an idempotency key.

    >>> idempotency_record("gb", "usr-1", "k1")
    Key(pk='gb#DONE#usr-1', sk='KEY#k1')
    """
    return Key(join(district, "DONE", person), join("KEY", key))


def audit(district: str, day: str, at: str, entry: str) -> Key:
    """Return an audit record, by day.

    >>> audit("gb", "2026-08-17", "2026-08-17T13:05:00.000Z", "01J")
    Key(pk='gb#AUDIT#2026-08-17', sk='2026-08-17T13:05:00.000Z#01J')
    """
    return Key(join(district, "AUDIT", day), join(at, entry))


def history(district: str, thing: str) -> str:
    """Return the partition of the audit records of one thing, by when.

    >>> history("gb", "cls-1.01J")
    'gb#HISTORY#cls-1.01J'
    """
    return join(district, "HISTORY", thing)


def history_act(district: str, thing: str, at: str, version: int, entry: str) -> Key:
    """Return an audit record in the history of one thing.

    >>> history_act("gb", "cls-1.01J", "2026-08-17T13:05:00.000Z", 4, "01J")
    Key(pk='gb#HISTORY#cls-1.01J', sk='2026-08-17T13:05:00.000Z#000004#01J')
    """
    return Key(history(district, thing), join(at, f"{version:06}", entry))


def due(district: str, at: str, kind: str, reference: str) -> Key:
    """Return a due entry; the minute tick reads the partition up to now.

    >>> due("gb", "2026-08-17T13:05:00.000Z", "distribution", "01J")
    Key(pk='gb#DUE', sk='2026-08-17T13:05:00.000Z#distribution#01J')
    """
    return Key(join(district, "DUE"), join(at, kind, reference))


def due_until(at: str) -> str:
    """Return the end of the range of sort keys that are due at this instant.

    >>> due_until("2026-08-17T13:05:00.000Z")
    '2026-08-17T13:05:00.000Z#~'
    """
    return f"{part(at)}#~"
