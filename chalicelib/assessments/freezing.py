"""Parts that cannot change once students have results, because they decided scores (A9). Pure.

Texts can be corrected: prompts, the choices' texts, the document's name. Everything that decided
points or levels may not change. These are the items with their order and kinds, the number and
letters of choices, keys, points, tolerance, scoring, standards, key versions and cut scores. A
correction changes keys, points and cut scores, and scores every class again; the rest means another
assessment: a copy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from chalicelib.assessments import refusals
from chalicelib.errors import Conflict, Detail

from .items import Item
from .model import AssessmentHeader, Contents
from .responses import comparable

PROPERTIES = frozenset(refusals.PROPERTIES_FROZEN)
"""Properties that decide scores."""


def check_properties(header: AssessmentHeader, changes: Collection[str]) -> None:
    """Refuse to change properties that decided scores already given. Raises `Conflict`."""
    found = list(_report_frozen_properties(changes))
    if header.scored and found:
        raise frozen(found)


def check_no_items(header: AssessmentHeader) -> None:
    """Refuse another standards set for items that are aligned to this one. Raises `Conflict`."""
    if header.items:
        raise refusals.ITEMS_ALIGNED_TO_OTHER_SET()


def _report_frozen_properties(changes: Collection[str]) -> Iterator[Detail]:
    for field, frozen_property in refusals.PROPERTIES_FROZEN.items():
        if field in changes:
            yield frozen_property(f"/{field}")


def check_contents(header: AssessmentHeader, before: Contents, after: Contents) -> None:
    """Refuse contents that would alter scores already given. Raises `Conflict`."""
    found = list(_differences(before, after)) if header.scored else []
    if found:
        raise frozen(found)


def scored_alike(one: Contents, other: Contents) -> bool:
    """Return whether nothing that decides scores differs between two contents of the same items."""
    return not any(_differences(one, other))


def frozen(found: Sequence[Detail] = ()) -> Conflict:
    """Return the frozen parts, and the way out."""
    named = f" {found[0].message}" if found else ""
    more = f" {len(found) - 1} more would change, too." if len(found) > 1 else ""
    return refusals.ASSESSMENT_SCORED(details=found, named=named, more=more)


def _differences(before: Contents, after: Contents) -> Iterator[Detail]:
    was, now = [item.id for item in before.items], [item.id for item in after.items]
    if was != now:
        yield _items_differ(was, now)
        return
    found = [
        detail
        for n, (old, new) in enumerate(zip(before.items, after.items, strict=True))
        for detail in _report_frozen_fields(n, old, new, aligned=before.masks[n] == after.masks[n])
    ]
    yield from found
    if not found and before.versions != after.versions:  # else they are gone because of the items
        yield refusals.VERSIONS_FROZEN("/versions")


def _items_differ(was: list[str], now: list[str]) -> Detail:
    if sorted(was) == sorted(now):
        return refusals.ORDER_FROZEN("/items")
    return refusals.ITEMS_FROZEN("/items")


def _report_frozen_fields(n: int, old: Item, new: Item, *, aligned: bool) -> Iterator[Detail]:
    """Find what differs between an item and itself and decides scores."""
    for field, frozen_field in refusals.FIELDS_FROZEN.items():
        if _value(old, field) != _value(new, field):
            yield frozen_field(f"/items/{n}/{field}", n=n + 1)
    if len(old.choices) == len(new.choices) and (
        moved := _find_moved_choice(old.choices, new.choices)
    ):
        yield refusals.CHOICES_MOVED(f"/items/{n}/choices", n=n + 1, moved=moved)
    if not aligned:
        yield refusals.STANDARDS_FROZEN(f"/items/{n}/standards", n=n + 1)


def _find_moved_choice(old: Sequence[str], new: Sequence[str]) -> str:
    """Name a choice that has become another one's text, however it is written; empty if none."""
    folded = [comparable(text) for text in old]
    for place, text in enumerate(new):
        if text == old[place]:
            continue
        others = {*old[:place], *old[place + 1 :]}
        alike = {*folded[:place], *folded[place + 1 :]} - {folded[place]}
        if text in others or comparable(text) in alike:
            return text
    return ""


def _value(item: Item, field: str) -> object:
    return len(item.choices) if field == "choices" else getattr(item, field)
