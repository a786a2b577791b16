"""A standards set as it is kept: an index of its places, and its rows in parts.

The index alone answers what trackers and tests ask (which position, which code); only the screen
that shows a set reads the rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from .grades import Band
from .model import StandardPlace, StandardsSet, TreeRow

LARGEST_ITEM = 350_000
"""Bytes of one document; the table takes 400 KB with everything around it."""

LARGEST_SET = 3_000_000
"""Bytes of all documents of a set: they are written in one transaction of at most 4 MB."""


def index(one: StandardsSet, parts: int) -> str:
    """Write a set without its rows; `parts` is how many documents those take."""
    return _json(
        {
            "id": one.id,
            "framework": one.framework,
            "title": one.framework_title,
            "subject": one.subject,
            "grades": one.band.grades,
            "parts": parts,
            "places": [_place(place) for place in one.places],
        }
    )


def read_index(document: str, version: int) -> tuple[StandardsSet, int]:
    """Read what `index` wrote: the set, and how many parts its rows have."""
    kept = json.loads(document)
    places = tuple(
        StandardPlace(name, code, bool(gone), *ends[:1])
        for name, code, gone, *ends in kept["places"]
    )
    band = Band(tuple(kept["grades"]))
    known = (kept["id"], kept["framework"], kept["title"], kept["subject"])
    return StandardsSet(*known, band, places, version=version), kept["parts"]


def parts(rows: Iterable[TreeRow]) -> Iterator[str]:
    """Write rows as documents of a size that the table takes."""
    piece: list[str] = []
    size = 0
    for row in rows:
        written = _json(_row(row))
        needed = len(written.encode()) + 1
        if piece and size + needed > LARGEST_ITEM:
            yield f"[{','.join(piece)}]"
            piece, size = [], 0
        piece.append(written)
        size += needed
    if piece:
        yield f"[{','.join(piece)}]"


def with_rows(one: StandardsSet, documents: Iterable[str]) -> StandardsSet:
    """Add the rows to a set."""
    rows = tuple(TreeRow(*row[:7]) for document in documents for row in json.loads(document))
    return replace(one, rows=rows)


def fits(one: StandardsSet) -> bool:
    """Return whether a set can be kept."""
    size = len(index(one, 0).encode())
    return size <= LARGEST_ITEM and size + sum(len(p.encode()) for p in parts(one.rows)) <= (
        LARGEST_SET
    )


def _place(place: StandardPlace) -> list[Any]:
    known = [place.identifier, place.code, int(place.retired)]
    return [*known, place.ends] if place.ends else known


def _row(row: TreeRow) -> list[Any]:
    return [
        row.identifier,
        row.code,
        row.statement,
        row.kind,
        row.parent,
        row.level,
        row.position,
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
