"""New identifiers."""

from __future__ import annotations

import re

from ulid import ULID

_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")


def new_id() -> str:
    """Return a ULID: 26 characters, unique, sorting by the millisecond of its making."""
    return str(ULID())


def is_id(text: str) -> bool:
    """Tell whether this has the shape of an identifier of ours."""
    return _ID.fullmatch(text) is not None
