"""The item bank (A5): items of the assessments one may copy, found by standard and text.

It has no store of its own: headers say which assessments can hold what is looked for, and only the
contents of those are read, the newest first, a bounded number for each page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.paging import Page
from chalicelib.searching import has_words

from .items import Item, ItemKind
from .model import AssessmentHeader, Contents
from .search import Word, among

AT_ONCE = 20
"""Contents that one read fetches (each up to 400 KB)."""

AT_MOST = 200
"""Contents that one page looks through; the next page goes on from there."""

PAGE_BYTES = 2_500_000
"""Bytes of text after which a page ends: Lambda answers with six megabytes at most."""

_BEHIND_ALL = 1_000_000

ReadContents = Callable[[Sequence[str]], dict[str, Contents]]


class ItemFilter(BaseModel):
    """What is looked for; all must hold."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        frozen=True,
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    text: Word | None = None
    """Only items that have every word of this in the question or in a choice.

    Example: `fraction`
    """
    standard: Word | None = None
    """Only items of this standard, by its code. Example: `3.NF.A.1`"""
    set: Word | None = Field(default=None, validation_alias="standards_set_id")
    """Only items of assessments of this standards set, by its id. Example: `f1-math-3`"""
    kind: ItemKind | None = None
    """Only items of this kind."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item and the assessment it is in."""

    header: AssessmentHeader
    item: Item
    number: int
    """Its place in the assessment, from 0."""


def may_hold(header: AssessmentHeader, wanted: ItemFilter) -> bool:
    """Tell whether an assessment can have what is looked for, by its header alone."""
    of_set = wanted.set is None or header.set_id == wanted.set
    aligned = wanted.standard is None or among(header.standards, wanted.standard)
    return bool(header.items) and of_set and aligned


def look_through(
    headers: Sequence[AssessmentHeader],
    wanted: ItemFilter,
    read: ReadContents,
    limit: int,
    after: Sequence[int | str] | None,
) -> Page[Found]:
    """Give a page of items; `headers` are those that may be looked through."""
    last, behind = (str(after[0]), int(after[1])) if after else ("~", -1)
    waiting = sorted((h for h in headers if h.id <= last), key=lambda h: h.id, reverse=True)
    looked = waiting[:AT_MOST]
    found = (
        each
        for each in _items(looked, wanted, read)
        if each.header.id != last or each.number > behind
    )
    shown: list[Found] = []
    size = 0
    for each in found:
        if len(shown) == limit or size > PAGE_BYTES:
            return Page(shown, [shown[-1].header.id, shown[-1].number])
        shown.append(each)
        size += _size(each.item)
    return Page(shown, [looked[-1].id, _BEHIND_ALL] if len(waiting) > len(looked) else None)


def _items(
    headers: Sequence[AssessmentHeader], wanted: ItemFilter, read: ReadContents
) -> Iterator[Found]:
    for start in range(0, len(headers), AT_ONCE):
        some = headers[start : start + AT_ONCE]
        contents = read([header.id for header in some])
        for header in some:
            for number, item in enumerate(contents.get(header.id, Contents()).items):
                if _matches(item, wanted):
                    yield Found(header, item, number)


def _size(item: Item) -> int:
    return len("".join((item.prompt, *item.choices, *item.key, *item.standards)).encode())


def _matches(item: Item, wanted: ItemFilter) -> bool:
    if wanted.kind is not None and item.kind != wanted.kind:
        return False
    if wanted.standard is not None and not among(item.standards, wanted.standard):
        return False
    said = " ".join((item.prompt, *item.choices))
    return wanted.text is None or has_words(said, wanted.text)
