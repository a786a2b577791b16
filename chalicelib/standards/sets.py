"""The standards sets of a framework, and how they live through re-imports.

Every standard that can be selected is in the set of its subject (in each, if it has several) and
its grade band. It is also in those of narrower bands within its own: a practice for grades K to 5
can be selected in grade 4. The headings above it come along. The function `evolve` returns the sets
as they must be stored, with the earlier positions kept forever.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from .grades import ORDER, Band
from .model import NO_SUBJECT, Framework, Purpose, Standard, StandardPlace, StandardsSet, TreeRow

MOST_SETS = 500
"""The most sets of one framework; more means that grades or subjects are wrong."""

_SLUG_LENGTH = 40
_WORDS = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Drawer:
    """A subject and a grade band: what makes a set within its framework."""

    subject: str
    band: Band


def set_id(framework: str, drawer: Drawer) -> str:
    """Name a set; the same subject and band of the same framework always get the same name.

    >>> set_id("jf", Drawer("Mathematics", Band(("03",))))
    'jf.mathematics.3'
    """
    return f"{framework}.{_slug(drawer.subject)}.{_band_slug(drawer.band)}"


def drawers(
    framework: Framework, held: frozenset[str] = frozenset()
) -> dict[Drawer, list[Standard]]:
    """Sort the standards that can be selected into sets, in tree order.

    `held` names standards that trackers or tests may hold already: they can be selected although
    a new edition made headings of them, with something below.
    """
    found: dict[Drawer, list[Standard]] = {}
    spelled: dict[str, str] = {}
    for standard in framework.standards:
        if _can_be_chosen(standard, held):
            for subject in standard.subjects or (NO_SUBJECT,):
                text = spelled.setdefault(_plain(subject), subject)
                found.setdefault(Drawer(text, standard.band), []).append(standard)
    return {drawer: _with_wider(drawer, found) for drawer in found}


def _can_be_chosen(standard: Standard, held: frozenset[str]) -> bool:
    became_heading = standard.purpose is Purpose.HEADING and standard.identifier in held
    return standard.selectable or became_heading


def _with_wider(drawer: Drawer, found: Mapping[Drawer, list[Standard]]) -> list[Standard]:
    """Add the standards of the subject that are for these grades and others, in tree order."""
    grades = frozenset(drawer.band.grades)
    wider = [
        standard
        for other, standards in found.items()
        if grades and other.subject == drawer.subject and grades < frozenset(other.band.grades)
        for standard in standards
    ]
    own = found[drawer]
    return sorted([*own, *wider], key=lambda one: one.order) if wider else own


def evolve(
    framework: Framework, stored: Mapping[str, StandardsSet], today: date
) -> list[StandardsSet]:
    """Return every set of the framework in its stored form, by subject and grade.

    `stored` are the framework's sets by id. Sets of which nothing is left come along, retired.
    """
    held = frozenset(
        place.identifier for one in stored.values() for place in one.places if not place.retired
    )
    known = {standard.identifier: standard for standard in framework.standards}
    fresh = {}
    for drawer, standards in drawers(framework, held).items():
        name = set_id(framework.id, drawer)
        old = stored.get(name)
        fresh[name] = _set(framework, name, drawer, standards, known, old).on(today)
    gone = [_empty_set(one) for name, one in stored.items() if name not in fresh]
    return sorted([*fresh.values(), *gone], key=lambda one: (one.subject, one.band.rank, one.id))


def list_retired_places(
    before: Mapping[str, StandardsSet], after: Iterable[StandardsSet]
) -> list[str]:
    """Name the standards of the places that were held before and are retired after."""
    later = {one.id: one.active for one in after}
    return [
        identifier
        for one in before.values()
        for identifier in one.identifiers(one.active & ~later.get(one.id, 0))
    ]


def _set(
    framework: Framework,
    name: str,
    drawer: Drawer,
    standards: list[Standard],
    known: Mapping[str, Standard],
    old: StandardsSet | None,
) -> StandardsSet:
    places = _places(standards, old.places if old else ())
    position = {place.identifier: n for n, place in enumerate(places) if not place.retired}
    rows = tuple(_row(one, position) for one in _with_headings(standards, known))
    return StandardsSet(
        name,
        framework.id,
        framework.title,
        old.subject if old else drawer.subject,
        drawer.band,
        places,
        rows,
        old.version if old else 0,
    )


def _row(one: Standard, position: Mapping[str, int]) -> TreeRow:
    at = position.get(one.identifier)
    return TreeRow(one.identifier, one.code, one.statement, one.kind, one.parent, one.level, at)


def _places(
    standards: list[Standard], before: tuple[StandardPlace, ...]
) -> tuple[StandardPlace, ...]:
    """Keep earlier places, retire those of standards that are gone, append new ones in order."""
    present = {standard.identifier: standard for standard in standards}
    kept = [
        _place(present[place.identifier])
        if place.identifier in present
        else replace(place, retired=True)
        for place in before
    ]
    given = {place.identifier for place in before}
    new = [_place(standard) for standard in standards if standard.identifier not in given]
    return (*kept, *new)


def _place(standard: Standard) -> StandardPlace:
    return StandardPlace(standard.identifier, standard.code, ends=standard.ends)


def _with_headings(standards: list[Standard], known: Mapping[str, Standard]) -> list[Standard]:
    """Add everything above the standards, in tree order."""
    wanted: dict[str, Standard] = {}
    for standard in standards:
        one: Standard | None = standard
        while one is not None and one.identifier not in wanted:
            wanted[one.identifier] = one
            one = known.get(one.parent) if one.parent else None
    return sorted(wanted.values(), key=lambda standard: standard.order)


def _empty_set(one: StandardsSet) -> StandardsSet:
    retired = tuple(replace(place, retired=True) for place in one.places)
    return replace(one, places=retired, rows=())


def _plain(subject: str) -> str:
    """Compare subjects without regard to case, width and spaces."""
    return " ".join(unicodedata.normalize("NFKC", subject).casefold().split())


def _slug(subject: str) -> str:
    """Write a subject for addresses; a hash tells apart what would look alike there."""
    plain = _plain(subject)
    if _WORDS.fullmatch(plain):
        return _shorten_slug(plain.replace(" ", "-"))
    return _append_hash(re.sub(r"[^a-z0-9]+", "-", plain).strip("-"), plain)


def _band_slug(band: Band) -> str:
    """Write a band for addresses; grades that are no CEDS grades get a hash."""
    if all(grade in ORDER for grade in band.grades):
        return _shorten_slug(band.slug)
    return _append_hash(band.slug, "|".join(band.grades))


def _shorten_slug(slug: str) -> str:
    return slug if len(slug) <= _SLUG_LENGTH else _append_hash(slug, slug)


def _append_hash(slug: str, full: str) -> str:
    digest = hashlib.sha256(full.encode()).hexdigest()[:8]
    return f"{slug[:_SLUG_LENGTH].strip('-')}-{digest}".lstrip("-")
