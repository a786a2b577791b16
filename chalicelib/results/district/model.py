"""The results of one distribution for the district, summed up from summaries alone (D13).

A class's summary is read as the lists in which it is written (`Summary.written`). No object is made
for each of its figures, because 10,000 classes are a million figures. Everything adds up. Averages
are of students, never of classes: each student's share of the points, where results are complete.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import repeat, zip_longest
from operator import add
from typing import Any, NamedTuple

from chalicelib.presence import count_on
from chalicelib.results.model import ResultProgress, exact


class SummaryLine(NamedTuple):
    """A class's summary, as it is written."""

    school_class: str
    school: str
    head: list[Any]
    levels: list[int]
    items: list[Any]
    standards: list[list[Any]]

    @property
    def distribution(self) -> str:
        """The distribution that brought the assessment to the class."""
        return str(self.head[1])


_ENROLLED = 3
"""Where a line's head says how many students it is of."""


class Reached(NamedTuple):
    """A class that has the assessment by the distribution, in one of its trackers."""

    school_class: str
    school: str
    teacher: str
    title: str
    tracker: str = ""


Told = tuple[str, str, str]
"""Class, school, and the summary as text."""


def read_lines(rows: Iterable[Told], day: str = "") -> list[SummaryLine]:
    """Read a page of summaries, all texts in one go; enrollment is of a day."""
    known = list(rows)
    read = json.loads(f"[{','.join(text for *_, text in known)}]")
    for head, *_ in read:
        if not isinstance(head[_ENROLLED], int):
            first, steps = head[_ENROLLED][:2]
            head[_ENROLLED] = count_on(first, tuple(step[:2] for step in steps), day)
    return [
        SummaryLine(school_class, school, *parts[:4])
        for (school_class, school, _), parts in zip(known, read, strict=True)
    ]


class ClassStanding(NamedTuple):
    """Where one class stands: its summary, or none."""

    school_class: str
    school: str
    teacher: str
    title: str
    """Of its tracker."""
    line: SummaryLine | None

    @property
    def stage(self) -> ResultProgress:
        """How far its results are entered."""
        return stage_of(self.line.head) if self.line else ResultProgress.NOT_STARTED


Elsewhere = Callable[[Collection[str]], Collection[str]]
"""Says which of some classes have their results at a school that `pages` leave out."""


def standings(
    distribution: str,
    reached: Iterable[Reached],
    pages: Iterable[Sequence[SummaryLine]],
    elsewhere: Elsewhere = lambda _: (),
) -> Iterator[ClassStanding]:
    """Yield every class of a distribution once: those with a sheet, then those without.

    A class that several trackers were reached for is one class. A sheet that came by another way (a
    teacher added the assessment) is none of the distribution's. A class counts for the school it
    had when its results were last saved.
    """
    waiting: dict[str, Reached] = {}
    for each in reached:
        waiting.setdefault(each.school_class, each)
    for page in pages:
        for line in page:
            teacher, brought_by, *_ = line.head
            if brought_by == distribution:
                by = waiting.pop(line.school_class, None)
                title = by.title if by else ""
                yield ClassStanding(line.school_class, line.school, teacher, title, line)
    moved = elsewhere(waiting.keys()) if waiting else ()
    for each in waiting.values():
        if each.school_class in moved:
            continue
        yield ClassStanding(each.school_class, each.school, each.teacher, each.title, None)


def stage_of(head: Sequence[Any]) -> ResultProgress:
    """Return how far a class is: complete when it waits for nobody any more.

    It does not wait for students who were absent, exempt or left. It waits for newcomers.
    """
    _, _, _, enrolled, complete, partial, absent, exempt, *_ = head
    if not (complete or partial or absent or exempt):
        return ResultProgress.NOT_STARTED
    awaited = partial or complete + absent + exempt < enrolled
    return ResultProgress.PARTIAL if awaited else ResultProgress.COMPLETE


@dataclass(slots=True)
class DistrictAverage:
    """The mean of students' shares: points earned by how much each could earn."""

    students: int = 0
    earned: dict[str, Fraction | int] = field(default_factory=dict)
    """Points earned together, by what one student could earn."""

    def add(self, students: int, earned: str, possible: str) -> None:
        """Add students with the same points possible."""
        if students:
            self.students += students
            self.earned[possible] = self.earned.get(possible, 0) + number(earned)

    @property
    def share(self) -> Fraction | None:
        """The mean, from 0 to 1; none of nobody."""
        if not self.students:
            return None
        shares = (earned / exact(possible) for possible, earned in self.earned.items())
        return sum(shares, Fraction(0)) / self.students


@dataclass(slots=True)
class ResultGroup:
    """Classes together: of a school, a teacher, or all; how far they are, and what they reached."""

    complete_classes: int = 0
    partial_classes: int = 0
    waiting_classes: int = 0
    """Not begun."""
    complete: int = 0
    partial: int = 0
    absent: int = 0
    exempt: int = 0
    average: DistrictAverage = field(default_factory=DistrictAverage)
    levels: list[int] = field(default_factory=list)

    def add(self, standing: ClassStanding) -> None:
        line = standing.line
        if line is None:
            self.waiting_classes += 1
            return
        stage = stage_of(line.head)
        self.complete_classes += stage == ResultProgress.COMPLETE
        self.partial_classes += stage == ResultProgress.PARTIAL
        self.waiting_classes += stage == ResultProgress.NOT_STARTED
        _, _, _, _, complete, partial, absent, exempt, earned, possible, *_ = line.head
        self.complete += complete
        self.partial += partial
        self.absent += absent
        self.exempt += exempt
        self.average.add(complete, earned, possible)
        self.levels = add_level_counts(self.levels, line.levels)

    def take_in(self, other: ResultGroup) -> None:
        """Add another group."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.levels = add_level_counts(self.levels, other.levels)
        self.average.students += other.average.students
        for possible, earned in other.average.earned.items():
            self.average.earned[possible] = self.average.earned.get(possible, 0) + earned

    @property
    def classes(self) -> int:
        """How many classes have the assessment."""
        return self.complete_classes + self.partial_classes + self.waiting_classes

    @property
    def tested(self) -> int:
        """How many students count: all of their answers are entered (T9)."""
        return self.complete


_COUNTS = (
    "complete_classes",
    "partial_classes",
    "waiting_classes",
    "complete",
    "partial",
    "absent",
    "exempt",
)

GroupKey = tuple[str, ...]


def group_classes(
    classes: Iterable[ClassStanding], key: Callable[[ClassStanding], GroupKey]
) -> dict[GroupKey, ResultGroup]:
    """Sum classes up by school, by teacher, or one by one."""
    groups: dict[GroupKey, ResultGroup] = {}
    for standing in classes:
        name = key(standing)
        group = groups.get(name)
        if group is None:
            group = groups[name] = ResultGroup()
        group.add(standing)
    return groups


def by_school(standing: ClassStanding) -> GroupKey:
    """Group by school."""
    return (standing.school,)


def by_teacher(standing: ClassStanding) -> GroupKey:
    """Group by school and teacher: a teacher at two schools is shown at each."""
    return (standing.school, standing.teacher)


def everything(groups: Iterable[ResultGroup]) -> ResultGroup:
    """Sum groups up."""
    whole = ResultGroup()
    for group in groups:
        whole.take_in(group)
    return whole


@dataclass(slots=True)
class ItemTotal:
    """One item over all classes: students with something entered, and their points together."""

    students: int = 0
    earned: Fraction | int = 0


@dataclass(slots=True)
class StandardTotal:
    """One standard over all classes: of students with every item of it entered."""

    average: DistrictAverage = field(default_factory=DistrictAverage)
    levels: list[int] = field(default_factory=list)

    @property
    def students(self) -> int:
        """How many there are."""
        return self.average.students


def item_totals(classes: Iterable[ClassStanding]) -> list[ItemTotal]:
    """Sum up every item, in the assessment's order."""
    totals: list[ItemTotal] = []
    for standing in classes:
        if standing.line is None:
            continue
        students, earned, *_ = standing.line.items
        totals += [ItemTotal() for _ in range(len(totals), len(earned))]
        each = repeat(students) if isinstance(students, int) else students
        for total, some, points in zip(totals, each, earned, strict=False):
            total.students += some
            total.earned += number(points)
    return totals


def standard_totals(classes: Iterable[ClassStanding]) -> dict[int, StandardTotal]:
    """Sum up every standard, by its position in the set."""
    totals: dict[int, StandardTotal] = {}
    for standing in classes:
        for position, earned, possible, *levels in standing.line.standards if standing.line else ():
            total = totals.setdefault(position, StandardTotal())
            total.average.add(sum(levels), earned, possible)
            total.levels = add_level_counts(total.levels, levels)
    return dict(sorted(totals.items()))


# -- numbers --------------------------------------------------------------------------------------


def number(points: str) -> Fraction | int:
    """Read points exactly; whole ones, which are most, as whole numbers."""
    return int(points) if points.isdecimal() else exact(points)


def add_level_counts(ours: Sequence[int], theirs: Sequence[int]) -> list[int]:
    """Add counts per level.

    >>> add_level_counts([1, 2], [3, 4]), add_level_counts([], [3, 4])
    ([4, 6], [3, 4])
    """
    if len(ours) == len(theirs):
        return list(map(add, ours, theirs))
    return [some + more for some, more in zip_longest(ours, theirs, fillvalue=0)]
