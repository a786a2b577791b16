"""The item bank (A5): items of the assessments one may copy, found by standard and text.

It has no store of its own: headers say which assessments can hold matching items. Only the contents
of those are read, the newest first, a bounded number for each page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, partial
from typing import Annotated

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.searching import ListFilter, has_words

from .items import Facility, Item, ItemKind
from .model import AssessmentHeader, Contents
from .search import Word, among

AT_ONCE = 20
"""Contents that one read fetches (each up to 400 KB)."""

AT_MOST = 200
"""Contents that one page looks through; the next page goes on from there."""

RATED_AT_MOST = 25
"""Assessments with results whose items one page asks how hard they were: a query each."""

PAGE_BYTES = 2_500_000
"""Bytes of text after which a page ends: Lambda answers with six megabytes at most."""

_BEHIND_ALL = 1_000_000

Rate = Callable[[str], Sequence[Facility]]
"""Says of each item of an assessment how hard it was, in their order."""

ReadContents = Callable[[Sequence[str]], dict[str, Contents]]


class ItemFilter(ListFilter):
    """The criteria of a search for items; all must hold."""

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
    with_facility: bool = False
    """Whether items say how hard they were (`facility`). A page then ends after 25 assessments with
    results, and may be shorter than asked.
    """
    facility_min: Annotated[float, Field(ge=0, le=1)] | None = None
    """Only items that were this easy or easier, from 0 to 1; those without results are left out.

    Example: `0.4`
    """
    facility_max: Annotated[float, Field(ge=0, le=1)] | None = None
    """Only items that were this hard or harder, from 0 to 1; those without results are left out.

    Example: `0.7`
    """

    @property
    def by_facility(self) -> bool:
        """Return whether only items with results are looked for."""
        return self.facility_min is not None or self.facility_max is not None

    @property
    def asks_facility(self) -> bool:
        """Return whether it matters how hard items were."""
        return self.with_facility or self.by_facility

    def takes(self, facility: Facility | None) -> bool:
        """Return whether an item was as hard as is looked for."""
        if not self.by_facility:
            return True
        value = facility.value if facility else None
        return (
            value is not None
            and (self.facility_min is None or value >= Fraction(str(self.facility_min)))
            and (self.facility_max is None or value <= Fraction(str(self.facility_max)))
        )


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item and the assessment it is in."""

    header: AssessmentHeader
    item: Item
    number: int
    """Its place in the assessment, from 0."""
    facility: Facility | None = None
    """How hard it was; None where nobody asked or nobody has results on it."""


def may_hold(header: AssessmentHeader, wanted: ItemFilter) -> bool:
    """Return whether an assessment can have matching items, by its header alone."""
    of_set = wanted.set is None or header.set_id == wanted.set
    aligned = wanted.standard is None or among(header.standards, wanted.standard)
    return bool(header.items) and of_set and aligned


def look_through(
    headers: Sequence[AssessmentHeader],
    wanted: ItemFilter,
    read: ReadContents,
    limit: int,
    after: Sequence[int | str] | None,
    rate: Rate,
) -> Page[FoundItem]:
    """Return a page of items; `headers` are those that may be looked through.

    `rate` says how hard the items of an assessment were.
    """
    last, behind = (str(after[0]), int(after[1])) if after else ("~", -1)
    waiting = sorted((h for h in headers if h.id <= last), key=lambda h: h.id, reverse=True)
    if wanted.by_facility:
        waiting = [header for header in waiting if header.scored]
    looked = _limit_search(waiting, wanted)
    known = cache(rate)
    found = (
        rated
        for each in _items(looked, partial(_matches, wanted=wanted), read)
        if each.header.id != last or each.number > behind
        if wanted.takes((rated := _add_facility(each, wanted, known)).facility)
    )
    shown: list[FoundItem] = []
    size = 0
    for each in found:
        if len(shown) == limit or size > PAGE_BYTES:
            return Page(shown, [shown[-1].header.id, shown[-1].number])
        shown.append(each)
        size += _size(each.item)
    return Page(shown, [looked[-1].id, _BEHIND_ALL] if len(waiting) > len(looked) else None)


def look_for_uses(
    headers: Sequence[AssessmentHeader],
    item: Item,
    read: ReadContents,
    limit: int,
    after: Sequence[int | str] | None,
) -> Page[FoundItem]:
    """Return a page of the items that ask the same as one, the newest assessments first."""
    last, behind = (str(after[0]), int(after[1])) if after else ("~", -1)
    waiting = sorted((h for h in headers if h.id <= last), key=lambda h: h.id, reverse=True)
    looked = waiting[:AT_MOST]
    shown: list[FoundItem] = []
    for each in _items(looked, partial(_asks_the_same, other=item), read):
        if each.header.id == last and each.number <= behind:
            continue
        if len(shown) == limit:
            return Page(shown, [shown[-1].header.id, shown[-1].number])
        shown.append(each)
    return Page(shown, [looked[-1].id, _BEHIND_ALL] if len(waiting) > len(looked) else None)


def _limit_search(
    waiting: Sequence[AssessmentHeader], wanted: ItemFilter
) -> Sequence[AssessmentHeader]:
    """Return the assessments that one page looks through."""
    looked = waiting[:AT_MOST]
    if not wanted.asks_facility:
        return looked
    rated = [n for n, header in enumerate(looked) if header.scored]
    return looked[: rated[RATED_AT_MOST - 1] + 1] if len(rated) > RATED_AT_MOST else looked


def _add_facility(found: FoundItem, wanted: ItemFilter, rate: Rate) -> FoundItem:
    """Return how hard an item was, if that matters."""
    if not (wanted.asks_facility and found.header.scored):
        return found
    known = rate(found.header.id)
    return replace(found, facility=known[found.number]) if found.number < len(known) else found


def _asks_the_same(item: Item, other: Item) -> bool:
    """Return whether two items are one question: as a copy is that nobody changed."""
    asked = bool(other.prompt or other.choices)
    alike = (item.kind, item.prompt, item.choices) == (other.kind, other.prompt, other.choices)
    return item == other if not asked else alike


def _items(
    headers: Sequence[AssessmentHeader], wants: Callable[[Item], bool], read: ReadContents
) -> Iterator[FoundItem]:
    for start in range(0, len(headers), AT_ONCE):
        some = headers[start : start + AT_ONCE]
        contents = read([header.id for header in some])
        for header in some:
            for number, item in enumerate(contents.get(header.id, Contents()).items):
                if wants(item):
                    yield FoundItem(header, item, number)


def _size(item: Item) -> int:
    return len("".join((item.prompt, *item.choices, *item.key, *item.standards)).encode())


def _matches(item: Item, wanted: ItemFilter) -> bool:
    if wanted.kind is not None and item.kind != wanted.kind:
        return False
    if wanted.standard is not None and not among(item.standards, wanted.standard):
        return False
    text = " ".join((item.prompt, *item.choices))
    return wanted.text is None or has_words(text, wanted.text)
