"""What cannot change once students have results, because scores were given by it (A9). Pure.

Texts may be mended: prompts, the choices' texts, the document's name. Everything that decided
points or levels may not: which items there are and in which order, their kinds, how many choices,
keys, points, tolerance, scoring, standards, key versions, cut scores. A correction changes keys,
points and cut scores, and scores every class again; the rest means another assessment: a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chalicelib.errors import Conflict, Detail

from .items import Item
from .model import AssessmentHeader, Contents

PROPERTIES = {
    "set_id": "standards set",
    "levels": "number of mastery levels",
    "cuts": "cut scores",
}
"""Properties that decide scores, with their words."""


def check_properties(header: AssessmentHeader, changes: Iterable[str]) -> None:
    """Refuse to change properties that decided scores already given. Raises `Conflict`."""
    named = [name for name in changes if name in PROPERTIES]
    if header.scored and named:
        raise frozen([_frozen(f"/{name}", name, f"Its {PROPERTIES[name]}") for name in named])


def check_contents(header: AssessmentHeader, before: Contents, after: Contents) -> None:
    """Refuse contents that would alter scores already given. Raises `Conflict`."""
    found = list(_differences(before, after)) if header.scored else []
    if found:
        raise frozen(found)


def frozen(found: Sequence[Detail] = ()) -> Conflict:
    """Say what is frozen, and the way out."""
    named = f" {found[0].message}" if found else ""
    more = f" {len(found) - 1} more things would." if len(found) > 1 else ""
    return Conflict(
        "assessment_scored",
        "Students already have results on this assessment, so nothing may change that decides "
        f"their scores.{named}{more} Texts may be mended. To change keys, points or cut scores, "
        "make a correction: every class is then scored again. For anything else, copy it, and "
        "change the copy.",
        details=found,
    )


def _differences(before: Contents, after: Contents) -> Iterator[Detail]:
    was, now = [item.id for item in before.items], [item.id for item in after.items]
    if was != now:
        yield _items_differ(was, now)
        return
    same = True
    for n, (old, new) in enumerate(zip(before.items, after.items, strict=True)):
        for field, word in _changed(old, new):
            yield _frozen(f"/items/{n}/{field}", field, f"Item {n + 1}: its {word}")
            same = False
        if before.masks[n] != after.masks[n]:
            yield _frozen(f"/items/{n}/standards", "standards", f"Item {n + 1}: its standards")
    if same and before.versions != after.versions:  # else they are gone because of the items
        yield _frozen("/versions", "versions", "The key versions")


def _items_differ(was: list[str], now: list[str]) -> Detail:
    if sorted(was) == sorted(now):
        return _frozen("/items", "order", "The order of the items")
    sentence = "Its items must stay the same ones: send each with its id, and no others."
    return Detail("/items", "items_frozen", sentence)


def _changed(old: Item, new: Item) -> Iterator[tuple[str, str]]:
    """Name the fields that differ and decide scores, each with its word."""
    if old.kind != new.kind:
        yield "kind", "kind"
    if len(old.choices) != len(new.choices):
        yield "choices", "number of choices"
    for field in ("key", "points", "tolerance", "scoring"):
        if getattr(old, field) != getattr(new, field):
            yield field, field


def _frozen(pointer: str, what: str, named: str) -> Detail:
    return Detail(pointer, f"{what}_frozen", f"{named} would change.")
