"""The matching algebra: a selection of standards of one set is a whole number.

Bit `p` stands for position `p` of the set. Positions of a set are never given to another standard,
so a selection keeps its meaning over re-imports. Matching 100,000 trackers is 100,000 times one
`&` and one comparison; in the table a selection is its hexadecimal text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

NONE = 0
"""The selection of no standard."""


def select(positions: Iterable[int]) -> int:
    """Return the selection of these positions.

    >>> select([0, 1, 4])
    19
    """
    mask = 0
    for position in positions:
        mask |= 1 << position
    return mask


def positions(mask: int) -> list[int]:
    """Return the positions in a selection, ascending.

    >>> positions(19)
    [0, 1, 4]
    """
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def missing(tracker: int, assessment: int) -> int:
    """Get the assessment's standards that the tracker lacks (D3); with none it covers it (D2)."""
    return assessment & ~tracker


def to_text(mask: int) -> str:
    """Write a selection for the table: lower-case hexadecimal.

    >>> to_text(19)
    '13'
    """
    return f"{mask:x}"


def from_text(text: str) -> int:
    """Read what `to_text` wrote. Raises `ValueError` for anything else.

    >>> from_text("13")
    19
    """
    mask = int(text, 16)
    if mask < 0 or to_text(mask) != text:
        msg = f"not a selection: {text[:40]!r}"
        raise ValueError(msg)
    return mask


def _read(given: object) -> object:
    return from_text(given) if isinstance(given, str) else given


Mask = Annotated[int, BeforeValidator(_read), PlainSerializer(to_text)]
"""A selection as the field of a model: a number here, text in the table."""
