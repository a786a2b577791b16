"""A result sheet: one class's results on one assessment (T6).

Cells hold what was entered, in the order of the assessment's items, which is frozen once results
exist. Points are exact and written as in the assessment. The sheet carries the worths, standards
and cut scores it was scored by, so that mastery can be read from sheets alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache

from chalicelib.presence import Spans, Steps, is_present

MOST_FEEDS = 10
"""Tests of Mastery Processes that one sheet feeds: each is one more write with every save."""

NOT_ENTERED = ""
OMITTED = "-"
"""The student left the question out: it counts, with no points."""
BY_HAND = "="
"""Begins a cell of points that a person gave."""
PLAIN = ":"
"""Begins a response that looks like one of the above."""

PROMPT_SHOWN = 120
"""Characters of what an item asks, beside its results: enough to know it again."""

FORM_A = "A"
"""The printed form whose questions are the items as they stand; in a row it is kept as empty."""

_MARKS = frozenset({OMITTED, BY_HAND, PLAIN})


class StudentPresence(StrEnum):
    """Whether a student took part."""

    PRESENT = "present"
    """The student took part."""
    ABSENT = "absent"
    """The student was absent. Earlier entries are kept but do not count."""
    EXEMPT = "exempt"
    """The student need not take it. Earlier entries are kept but do not count."""


class ResultProgress(StrEnum):
    """How far the results of a student, or of a class, are entered."""

    NOT_STARTED = "not_started"
    """Nothing is entered."""
    PARTIAL = "partial"
    """Something is entered."""
    COMPLETE = "complete"
    """Everything is entered."""


def response_cell(response: str) -> str:
    """Write a canonical response as a cell.

    >>> response_cell("BC"), response_cell("-3"), response_cell("")
    ('BC', ':-3', '-')
    """
    if not response:
        return OMITTED
    return PLAIN + response if response[0] in _MARKS else response


def points_cell(points: str) -> str:
    """Write points given by hand as a cell.

    >>> points_cell("1.5")
    '=1.5'
    """
    return BY_HAND + points


def response_in(cell: str) -> str | None:
    """Return the response that a cell holds; none if it holds none.

    >>> response_in("BC"), response_in(":-3"), response_in("-"), response_in("=1")
    ('BC', '-3', None, None)
    """
    if cell in (NOT_ENTERED, OMITTED) or cell[0] == BY_HAND:
        return None
    return cell.removeprefix(PLAIN)


def points_in(cell: str) -> str | None:
    """Return the points that a person gave in a cell; none if it holds none."""
    return cell[1:] if cell[:1] == BY_HAND else None


@dataclass(frozen=True, slots=True)
class StudentResults:
    """One student's results. `earned` are points as texts, empty where an item is not entered.

    An item counts as entered where its cell is, and where it is dropped and the student took the
    test. So `earned` shows every reader the entered items (T9).

    `changed` is the sheet's version at which somebody last changed the row by hand or file, and
    `settled` the one at which anything else was done to it than to fill in what was empty. `form`
    is the key version of the student's test; empty means A.
    """

    student: str
    status: StudentPresence = StudentPresence.PRESENT
    changed: int = 0
    form: str = ""
    cells: tuple[str, ...] = ()
    earned: tuple[str, ...] = ()
    settled: int = 0

    @property
    def stage(self) -> ResultProgress:
        """The progress of a row's entries; absent and exempt students count as done."""
        if not any(self.cells):
            return ResultProgress.NOT_STARTED
        return ResultProgress.COMPLETE if all(self.earned) else ResultProgress.PARTIAL

    @property
    def counts(self) -> bool:
        """Return whether there is a result: present, and something entered."""
        return self.status == StudentPresence.PRESENT and any(self.cells)

    def same_as(self, other: StudentResults) -> bool:
        """Return whether the same was entered."""
        return (self.status, self.form, self.cells) == (other.status, other.form, other.cells)


@dataclass(frozen=True, slots=True)
class Scored:
    """The rules that a sheet's points come from: worth and standards of each item, and the cuts.

    `revision` is the assessment's. It shows whether the key was corrected after the sheet was
    scored. `cuts` are percent texts, one fewer than the number of levels.
    """

    worths: tuple[str, ...] = ()
    masks: tuple[int, ...] = ()
    cuts: tuple[str, ...] = ()
    revision: int = 0

    @property
    def levels(self) -> int:
        """How many mastery levels there are."""
        return len(self.cuts) + 1


@dataclass(frozen=True)
class Sheet:
    """One class's results on one assessment, whichever tracker they were entered from.

    `given` is the local date on which the test was given; `dated` is the version at which somebody
    entered it, 0 while it is only the day of the first entry. `tracker` is the one it was last
    entered from, `teacher` its owner; `distribution` the one that brought the assessment, if one
    did. `until` are the last days for the class to get the tests it feeds, of those with one.
    `enrolled` is of how many students it was when it was last saved: those of the class, and who
    left it with results. From the days in `steps` on it is of how many. `feeds` are the tests of
    Mastery Processes that its totals go to with every save. `rescaled` is the version at which a
    correction last changed what an item is worth. `recent` is the quarter of an hour of the latest
    save, then what was done in it, as verb and person: the audit of the day has these. Version 0 is
    a sheet that is not kept yet.
    """

    school_class: str
    assessment: str
    school: str = ""
    teacher: str = ""
    tracker: str = ""
    distribution: str = ""
    given: str = ""
    enrolled: int = 0
    scored: Scored = field(default_factory=Scored)
    rows: tuple[StudentResults, ...] = ()
    version: int = 0
    dated: int = 0
    feeds: tuple[str, ...] = ()
    rescaled: int = 0
    steps: Steps = ()
    until: Mapping[str, str] = field(default_factory=dict)
    recent: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the sheet in the audit trail."""
        return f"{self.school_class}.{self.assessment}"

    @property
    def processes(self) -> tuple[str, ...]:
        """The open Mastery Processes that it feeds, by id."""
        return tuple(dict.fromkeys(feed.partition("#")[0] for feed in self.feeds))

    @property
    def begun(self) -> bool:
        """Return whether anybody has saved results: from then on its day is known.

        A sheet is kept without any results as soon as it feeds a Mastery Process.
        """
        return bool(self.version and self.given)

    @cached_property
    def by_student(self) -> dict[str, StudentResults]:
        """The rows by student."""
        return {row.student: row for row in self.rows}

    def give_until(self, distributed: str) -> str:
        """Return the last day for the class to get the test; empty if nobody named one.

        `distributed` is the last day of the distribution that brought it. The earliest day counts.
        """
        return min(filter(None, (distributed, *self.until.values())), default="")

    def total(self, row: StudentResults) -> tuple[Fraction, Fraction]:
        """Return points earned and possible over the entered cells of a row."""
        items = zip(row.earned, self.scored.worths, strict=True)
        both = [(points, worth) for points, worth in items if points]
        return add_points(points for points, _ in both), add_points(worth for _, worth in both)

    def part(self, row: StudentResults, standard: int | None) -> tuple[Fraction, Fraction] | None:
        """Return points earned and possible over the items aligned to a standard (T4).

        `standard` is a position of the set; `None` means all items. None unless every one of these
        items is entered: until then the student does not count for the standard (T9).
        """
        masks = self.scored.masks
        items = [n for n, mask in enumerate(masks) if standard is None or mask >> standard & 1]
        points = [row.earned[n] for n in items]
        if not points or not all(points):
            return None
        return add_points(points), add_points(self.scored.worths[n] for n in items)


@dataclass(frozen=True, slots=True)
class Roll:
    """The students of a sheet, as (family, given) by id: those in the class, and those who left it.

    In the stored roll, `here` also has students who join on a later day; the roll `on` a day has
    only those present then.
    """

    here: Mapping[str, tuple[str, str]]
    gone: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    spans: Mapping[str, Spans] = field(default_factory=dict)
    """The times in the class of students who are not in it all the time."""

    def on(self, day: str) -> Roll:
        """Return the roll on a day: students who are not in the class then count as having left."""
        left = {one for one, spans in self.spans.items() if not is_present(spans, day)}
        if not left:
            return self
        here = {one: name for one, name in self.here.items() if one not in left}
        return Roll(here, {**self.gone, **{one: self.here[one] for one in left & self.here.keys()}})


def add_points(points: Iterable[str]) -> Fraction:
    """Add points up, exactly; nearly always they are whole, and whole numbers add up faster.

    >>> add_points(["1", "2"]), add_points(["1", "1/3"])
    (Fraction(3, 1), Fraction(4, 3))
    """
    texts = list(points)
    try:
        return Fraction(sum(map(int, texts)))
    except ValueError:
        return sum(map(exact, texts), Fraction(0))


@lru_cache(maxsize=4096)
def exact(points: str) -> Fraction:
    """Read points; the same few texts come thousands of times."""
    return Fraction(points)
