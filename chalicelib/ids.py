"""New identifiers."""

from __future__ import annotations

from datetime import datetime

_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
"""From the letters of base 32 to those of a ULID."""


def new_id() -> str:
    """Return a ULID: 26 characters, unique, sorting by the millisecond of its making."""
    from ulid import ULID

    return str(ULID())


def derive_id(earlier: str, about: str) -> str:
    """Return an id of the moment of an earlier one: always the same for what it is about.

    >>> derive_id("01J8Z3K4M5N6P7Q8R9S0T1V2W3", "c1")[:10]
    '01J8Z3K4M5'
    """
    import base64
    import hashlib

    digest = hashlib.sha256(f"{earlier}|{about}".encode()).digest()[:10]
    return earlier[:10] + base64.b32encode(digest).decode().translate(_CROCKFORD)


def find_moment(text: str) -> datetime | None:
    """Return when an identifier was made, to the millisecond; nothing for one that is none of ours.

    >>> find_moment("01J7Z5T0QK3W8V6M2N4P9R1S0A").date(), find_moment("every")
    (datetime.date(2024, 9, 17), None)
    """
    from ulid import ULID

    try:
        return ULID.from_str(text).datetime
    except ValueError:
        return None


def new_mark() -> str:
    """Return 16 random characters: tells apart what already sorts by time."""
    return new_id()[-16:]
