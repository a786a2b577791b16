"""Frameworks, standards and standards sets.

A framework is a CASE package's tree of statements. Teachers never work with all of it: they work
with a *standards set*, the standards of one subject and one grade band. Within a set each standard
has a position, the bit that stands for it in a selection (`algebra.py`). A position is given once:
a re-import appends, and a standard that is gone is retired in its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property

from chalicelib.errors import Detail
from chalicelib.standards import refusals

from . import algebra
from .grades import Band

NO_SUBJECT = "General"
"""The subject of standards whose file names none."""


class Purpose(Enum):
    """The purpose of a statement in its framework."""

    ATTAINED = "attained"
    """Students attain it: it can be chosen."""
    HEADING = "heading"
    """It groups the statements below it."""
    EMPTY_HEADING = "empty_heading"
    """It is of a type that groups others, and nothing is below it."""
    NOTE = "note"
    """It explains the statement above it, or lies below one that does."""


@dataclass(frozen=True, slots=True)
class Standard:
    """One statement of a framework; `level` 0 is the top, `order` its place from top to bottom."""

    identifier: str
    code: str
    statement: str
    kind: str
    parent: str | None
    level: int
    order: int
    subjects: tuple[str, ...]
    band: Band
    purpose: Purpose
    ends: str = ""
    """The last day on which it is in force; blank if the publisher names none."""

    @property
    def selectable(self) -> bool:
        """Return what tests are aligned to from headings and explanations."""
        return self.purpose is Purpose.ATTAINED

    @property
    def name(self) -> str:
        """The name that people use: its code, or without one its identifier."""
        return self.code or self.identifier


@dataclass(frozen=True, slots=True)
class Framework:
    """One CASE package as read; `id` is its identifier, made safe for addresses."""

    id: str
    identifier: str
    title: str
    creator: str = ""
    language: str = ""
    framework_version: str = ""
    status: str = ""
    uri: str = ""
    standards: tuple[Standard, ...] = ()
    """In tree order."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One line of a set's tree: a heading (no position) or a standard that can be selected."""

    identifier: str
    code: str
    statement: str
    kind: str
    parent: str | None
    level: int
    position: int | None = None
    ended: str = ""
    """Its last day, once that is past."""

    @property
    def selectable(self) -> bool:
        """Whether it is a standard, not a heading."""
        return self.position is not None


@dataclass(frozen=True, slots=True)
class StandardPlace:
    """The standard at a position, forever: an identifier, and its code when last seen."""

    identifier: str
    code: str
    retired: bool = False
    """Nobody can choose it again."""
    ends: str = ""
    """The last day on which it can be chosen; blank if there is none."""

    @property
    def name(self) -> str:
        return self.code or self.identifier


@dataclass(frozen=True, slots=True)
class SetLabel:
    """A standards set's subject, grades and name."""

    name: str
    subject: str
    grades: tuple[str, ...]


@dataclass(frozen=True)
class StandardsSet:
    """Framework + subject + grade band. `rows` may be left unread where only positions matter."""

    id: str
    framework: str
    framework_title: str
    subject: str
    band: Band
    places: tuple[StandardPlace, ...]
    rows: tuple[TreeRow, ...] = field(default=(), repr=False)
    version: int = 0

    @property
    def name(self) -> str:
        """The name that people use: `Juniper Flats Learning Ladder: Mathematics, grade 3`."""
        return f"{self.framework_title}: {self.subject}, {self.band.words}"

    @property
    def label(self) -> SetLabel:
        """Its subject and grades."""
        return SetLabel(self.name, self.subject, self.band.grades)

    @property
    def active(self) -> int:
        """The selection of every standard that is not retired."""
        return algebra.select(p for p, place in enumerate(self.places) if not place.retired)

    @property
    def retired(self) -> bool:
        """Return whether nothing of it is left in the framework."""
        return self.active == algebra.NONE

    def on(self, day: date) -> StandardsSet:
        """Return the set as it is on a day: what ended before is retired, and its row says when."""
        over = {p.identifier: p.ends for p in self.places if p.ends and p.ends < day.isoformat()}
        if not over:
            return self
        places = (replace(p, retired=True) if p.identifier in over else p for p in self.places)
        rows = (
            replace(row, position=None, ended=over[row.identifier])
            if row.identifier in over
            else row
            for row in self.rows
        )
        return replace(self, places=tuple(places), rows=tuple(rows))

    def mask(self, names: Iterable[str], *, keep: int = algebra.NONE, pointer: str = "") -> int:
        """Return the selection of these identifiers or codes.

        Retired standards are refused unless they are in `keep`, what was selected before. Raises
        `Invalid` with one detail per name that cannot be taken; `pointer` is the list's place.
        """
        taken, wrong = algebra.NONE, []
        for n, name in enumerate(names):
            found = self._find(name, keep, f"{pointer}/{n}")
            if isinstance(found, Detail):
                wrong.append(found)
            else:
                taken |= 1 << found
        if wrong:
            raise refusals.STANDARDS_NOT_IN_SET(
                details=wrong, first=wrong[0].message, name=self.name
            )
        return taken

    def codes(self, mask: int) -> list[str]:
        """Return the codes (for want of one, the identifiers) of a selection, in set order."""
        return [self.places[position].name for position in self._list_known_positions(mask)]

    def identifiers(self, mask: int) -> list[str]:
        """Return the CASE identifiers of a selection, in set order."""
        return [self.places[position].identifier for position in self._list_known_positions(mask)]

    def _list_known_positions(self, mask: int) -> list[int]:
        return [position for position in algebra.positions(mask) if position < len(self.places)]

    def _find(self, name: str, keep: int, pointer: str) -> int | Detail:
        found = self._by_name.get(name, [])
        usable = [p for p in found if not self.places[p].retired or keep >> p & 1]
        if len(usable) == 1:
            return usable[0]
        if usable:
            return refusals.STANDARD_AMBIGUOUS(pointer, name=name, usable=len(usable))
        if found:
            return refusals.STANDARD_RETIRED(pointer, name=name)
        return refusals.STANDARD_UNKNOWN(pointer, name=name)

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        """Positions by identifier, and by code where no identifier is the same."""
        names: dict[str, list[int]] = {}
        for position, place in enumerate(self.places):
            if place.code and place.code != place.identifier:
                names.setdefault(place.code, []).append(position)
        names.update({place.identifier: [p] for p, place in enumerate(self.places)})
        return names
