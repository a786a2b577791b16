"""The figures of a sheet that a dashboard needs, without students: the only stored derived data.

It is written with the sheet in one item, so it cannot drift from it. An index projects it, so
10,000 classes are read without reading a student. It holds sums only: summaries of sheets add up.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import repeat
from typing import Any

from chalicelib.assessments.items import format_points
from chalicelib.presence import Steps
from chalicelib.scales.scale import level_of
from chalicelib.standards.algebra import positions

from .model import ResultProgress, Scored, Sheet, StudentPresence, StudentResults, add_points


@dataclass(frozen=True, slots=True)
class ItemSum:
    """Of the students with something entered for an item: how many, and their points' sum."""

    students: int
    earned: str


@dataclass(frozen=True, slots=True)
class StandardSum:
    """Of the students with every item of a standard entered: points' sum, and how many per level.

    `position` is the standard's in its set; `possible` what one student can earn on it.
    """

    position: int
    earned: str
    possible: str
    levels: tuple[int, ...]

    @property
    def students(self) -> int:
        """How many there are."""
        return sum(self.levels)


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """A sheet without its students. Levels and points are of those whose results are complete."""

    teacher: str
    distribution: str
    given: str
    enrolled: int
    complete: int
    partial: int
    absent: int
    exempt: int
    earned: str
    """The sum over students with complete results."""
    possible: str
    """The points that one student can earn."""
    levels: tuple[int, ...]
    """Students per level, the lowest first."""
    items: tuple[ItemSum, ...]
    standards: tuple[StandardSum, ...]
    steps: Steps = ()
    """The numbers of enrolled students from later days on, stored with `enrolled`."""

    @classmethod
    def read(cls, text: str) -> SheetSummary:
        """Read the attribute."""
        head, levels, items, standards, *_ = json.loads(text)
        teacher, distribution, given, answer, *counts = head
        enrolled, steps, *_ = (answer, ()) if isinstance(answer, int) else answer
        complete, partial, absent, exempt, earned, possible, *_ = counts
        return cls(
            teacher, distribution, given, enrolled,
            complete, partial, absent, exempt, earned, possible,
            tuple(levels),
            tuple(map(ItemSum, repeat(n) if isinstance(n := items[0], int) else n, items[1])),
            tuple(
                StandardSum(position, points, most, tuple(each))
                for position, points, most, *each in standards
            ),
            tuple((day, many) for day, many, *_ in steps),
        )  # fmt: skip

    def serialize(self) -> str:
        """Return the attribute."""
        head: list[Any] = [
            self.teacher, self.distribution, self.given,
            [self.enrolled, self.steps] if self.steps else self.enrolled,
            self.complete, self.partial, self.absent, self.exempt, self.earned, self.possible,
        ]  # fmt: skip
        counts = [item.students for item in self.items]
        alike = counts[0] if len(set(counts)) == 1 else counts
        items = [alike, [item.earned for item in self.items]]
        standards = [[s.position, s.earned, s.possible, *s.levels] for s in self.standards]
        return json.dumps([head, self.levels, items, standards], separators=(",", ":"))


def at_level(counts: Sequence[int], place: int) -> int:
    """Return the students at a level, from 0; of nobody there are no counts."""
    return counts[place] if place < len(counts) else 0


def summary_of(sheet: Sheet) -> SheetSummary:
    """Sum a sheet up."""
    here = [row for row in sheet.rows if row.status == StudentPresence.PRESENT]
    stages = Counter(row.stage for row in here)
    statuses = Counter(row.status for row in sheet.rows)
    whole = [row for row in here if row.stage == ResultProgress.COMPLETE]
    everything = range(len(sheet.scored.worths))
    overall = _sum(whole, sheet.scored, everything)
    return SheetSummary(
        teacher=sheet.teacher,
        distribution=sheet.distribution,
        given=sheet.given,
        enrolled=sheet.enrolled,
        complete=len(whole),
        partial=stages[ResultProgress.PARTIAL],
        absent=statuses[StudentPresence.ABSENT],
        exempt=statuses[StudentPresence.EXEMPT],
        earned=overall.earned,
        possible=overall.possible,
        levels=overall.levels,
        items=tuple(_item(here, n) for n in everything),
        standards=tuple(_standards(here, sheet.scored)),
        steps=sheet.steps,
    )


def _item(rows: Iterable[StudentResults], number: int) -> ItemSum:
    points = [row.earned[number] for row in rows if row.earned[number]]
    return ItemSum(len(points), format_points(add_points(points)))


def _standards(rows: Sequence[StudentResults], scored: Scored) -> Iterable[StandardSum]:
    every = 0
    for mask in scored.masks:
        every |= mask
    for position in positions(every):
        aligned = [n for n, mask in enumerate(scored.masks) if mask >> position & 1]
        entered = [row for row in rows if all(row.earned[n] for n in aligned)]
        yield _sum(entered, scored, aligned, position)


def _sum(
    rows: Sequence[StudentResults], scored: Scored, items: Sequence[int], position: int = 0
) -> StandardSum:
    possible = add_points(scored.worths[n] for n in items)
    earned = Counter(add_points(row.earned[n] for n in items) for row in rows)
    reached: Counter[int] = Counter()
    for points, students in earned.items():
        reached[level_of(scored.cuts, points / possible)] += students
    levels = tuple(reached[level] for level in range(1, scored.levels + 1))
    every = sum((points * students for points, students in earned.items()), Fraction(0))
    return StandardSum(position, format_points(every), format_points(possible), levels)
