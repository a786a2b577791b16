"""The figures of a sheet that a dashboard needs, without students: the only stored derived data.

It is written with the sheet in one item, so it cannot drift from it. An index projects it, so
10,000 classes are read without reading a student. It holds sums only: summaries of sheets add up.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import repeat
from operator import or_
from typing import Any, NamedTuple

from chalicelib.assessments.items import format_points
from chalicelib.presence import Steps
from chalicelib.scales.scale import level_starts
from chalicelib.standards.algebra import positions

from .model import ResultProgress, Scored, Sheet, StudentPresence, StudentResults
from .points import SheetPoints


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


class SheetHead(NamedTuple):
    """The facts about a sheet that a summary keeps beside sums."""

    teacher: str
    distribution: str
    given: str
    enrolled: int
    steps: Steps

    @classmethod
    def read(cls, text: str) -> SheetHead:
        """Read the head of a summary as it is stored."""
        return cls.of(*json.loads(text)[0])

    @classmethod
    def of(cls, teacher: str, distribution: str, given: str, answer: Any, *_sums: Any) -> SheetHead:
        """Return the head of these values."""
        known: Sequence[Any] = (answer, ()) if isinstance(answer, int) else answer
        enrolled, steps, *_ = known
        return cls(
            teacher, distribution, given, enrolled, tuple((day, many) for day, many, *_ in steps)
        )


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
        known = SheetHead.of(*head)
        complete, partial, absent, exempt, earned, possible, *_ = head[4:]
        return cls(
            known.teacher, known.distribution, known.given, known.enrolled,
            complete, partial, absent, exempt, earned, possible,
            tuple(levels),
            tuple(map(ItemSum, repeat(n) if isinstance(n := items[0], int) else n, items[1])),
            tuple(
                StandardSum(position, points, most, tuple(each))
                for position, points, most, *each in standards
            ),
            known.steps,
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
    statuses = Counter(row.status for row in sheet.rows)
    here = [row for row in sheet.rows if row.status == StudentPresence.PRESENT]
    sums = _SheetSums(sheet.scored, here)
    everything = range(len(sheet.scored.worths))
    begun = {n for n, row in enumerate(here) if row.stage != ResultProgress.NOT_STARTED}
    whole = begun - sums.points.find_incomplete(everything)
    overall = sums.over(everything, whole)
    return SheetSummary(
        teacher=sheet.teacher,
        distribution=sheet.distribution,
        given=sheet.given,
        enrolled=sheet.enrolled,
        complete=len(whole),
        partial=len(begun) - len(whole),
        absent=statuses[StudentPresence.ABSENT],
        exempt=statuses[StudentPresence.EXEMPT],
        earned=overall.earned,
        possible=overall.possible,
        levels=overall.levels,
        items=tuple(map(sums.of_item, everything)),
        standards=tuple(sums.by_standard()),
        steps=sheet.steps,
    )


class _SheetSums:
    """Sums of the rows of students who are present."""

    def __init__(self, scored: Scored, rows: Sequence[StudentResults]) -> None:
        self.points = SheetPoints(scored, rows)
        self._scored = scored
        self._rows = range(len(rows))

    def of_item(self, number: int) -> ItemSum:
        points = self.points
        entered = len(self._rows) - len(points.missing[number])
        return ItemSum(entered, format_points(points.exact(points.of_item(number))))

    def by_standard(self) -> Iterable[StandardSum]:
        masks = self._scored.masks
        for position in positions(reduce(or_, masks, 0)):
            aligned = [n for n, mask in enumerate(masks) if mask >> position & 1]
            incomplete = self.points.find_incomplete(aligned)
            yield self.over(aligned, set(self._rows) - incomplete, position)

    def over(self, items: Sequence[int], rows: Collection[int], position: int = 0) -> StandardSum:
        """Sum some rows up over some items."""
        points, levels = self.points, [0] * self._scored.levels
        sums = points.add_up(items)
        earned = [*map(sums.__getitem__, rows)]
        possible = points.possible(items)
        starts = level_starts(self._scored.cuts, possible)
        for reached, students in Counter(earned).items():
            levels[bisect_right(starts, reached)] += students
        every, most = points.exact(sum(earned)), points.exact(possible)
        return StandardSum(position, format_points(every), format_points(most), tuple(levels))
