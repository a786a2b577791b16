"""The frozen plan: which trackers, in pages of chunks.

A chunk is what one transaction delivers: 99 trackers and its marker. A page is what one message
carries and one item holds: up to 40 chunks, cut early when it would not fit an item. Pages are
whole chunks, so N trackers are never more than ceil(N / 99) transactions.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from chalicelib.trackers import staffing
from chalicelib.trackers.staffing import Teachers

CHUNK = 99
"""Trackers per transaction; the hundredth action is the chunk's marker."""

PAGE = 40 * CHUNK
"""Trackers per page at most."""

_PAGE_BYTES = 600_000
"""Of packed text before compression, which leaves less than the 400 KB an item may have."""


@dataclass(frozen=True, slots=True)
class Target:
    """One tracker of the plan: its place, its recipients, and its `fit` when it was last seen.

    `class_id` is empty in plans that were saved before classes were kept.
    """

    id: str
    school: str
    fit: str
    owner: str
    collaborators: tuple[str, ...]
    title: str
    class_id: str = ""
    ends: str = ""
    """The last day of its class; blank where it is not known."""
    teachers: Teachers = None

    def replace_fit(self, fit: str) -> Target:
        """Return the same target with another fit."""
        return replace(self, fit=fit)


def split_into_pages(targets: Iterable[Target]) -> Iterator[list[Target]]:
    """Cut targets into pages of whole chunks (the last one may be ragged)."""
    waiting = iter(targets)
    page: list[Target] = []
    size = 0
    while chunk := list(islice(waiting, CHUNK)):
        page += chunk
        size += sum(_weight(target) for target in chunk)
        if len(page) >= PAGE or size >= _PAGE_BYTES:
            yield page
            page, size = [], 0
    if page:
        yield page


def chunks(page: Sequence[Target]) -> Iterator[tuple[int, Sequence[Target]]]:
    """Number the chunks of a page."""
    for number, start in enumerate(range(0, len(page), CHUNK)):
        yield number, page[start : start + CHUNK]


def pack_page(page: Sequence[Target]) -> bytes:
    """Write a page as compressed JSON."""
    rows = [
        [
            t.id, t.school, t.fit, t.owner, t.collaborators, t.title, t.class_id, t.ends,
            staffing.pack_teachers(t.teachers, t.owner, ""),
        ]
        for t in page
    ]  # fmt: skip
    text = json.dumps(rows, separators=(",", ":"), ensure_ascii=False)
    return zlib.compress(text.encode(), 1)


def unpack_page(data: bytes) -> list[Target]:
    """Read a page back."""
    rows = json.loads(zlib.decompress(data))
    return [_target(*row) for row in rows]


def _target(
    name: str, school: str, fit: str, owner: str, others: list[str], title: str, *later: Any
) -> Target:
    """Read a row; earlier releases wrote shorter ones."""
    since = dict(zip(("class_id", "ends", "teachers"), later, strict=False))
    if "teachers" in since:
        since["teachers"] = staffing.unpack_teachers(since["teachers"], owner, "")
    return Target(name, school, fit, owner, tuple(others), title, **since)


def _weight(target: Target) -> int:
    people = sum(len(person) + 3 for person in target.collaborators)
    names = len(target.class_id) + len(target.school) + len(target.owner)
    teachers = 30 * len(target.teachers or ())
    return 80 + teachers + names + people + 2 * len(target.title)
