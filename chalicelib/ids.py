"""New identifiers."""

from __future__ import annotations


def new_id() -> str:
    """Return a ULID: 26 characters, unique, sorting by the millisecond of its making."""
    from ulid import ULID

    return str(ULID())


def new_mark() -> str:
    """Return 16 random characters: tells apart what already sorts by time."""
    return new_id()[-16:]
