"""The grid: a class's students by the standards a tracker tracks, and what the class makes of them.

Pure: it is computed from the class's sheets whenever somebody looks, so nothing has to be kept in
step. Only the class's present students are in it; a student who comes back has their results again,
because the sheets keep them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from itertools import chain, repeat

from chalicelib.results.model import Sheet
from chalicelib.results.points import SheetPoints
from chalicelib.rosters.model import Student
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.mastery import NO_MASTERY, Mastery, Result, average, mastery, result_of
from chalicelib.scales.scale import MasteryScale


class NotCountedReason(StrEnum):
    """Why an assessment of the tracker counts nothing at present."""

    RECALLED = "recalled"
    """The district recalled it."""
    NO_SHEET = "no_sheet"
    """Nobody opened its result sheet."""
    NO_RESULTS = "no_results"
    """Nothing is entered on its result sheet."""
    OTHER_STANDARDS = "other_standards"
    """It assesses none of the standards that the tracker tracks."""
    PARTLY_ENTERED = "partly_entered"
    """No student has all its questions on one of the standards entered."""


SENTENCES: Mapping[NotCountedReason, str] = {
    NotCountedReason.RECALLED: "The district has recalled it. Its results are kept, and count "
    "again when the "
    "district restores it.",
    NotCountedReason.NO_SHEET: "Nobody has opened its result sheet for this class yet. Enter "
    "results to let it "
    "count.",
    NotCountedReason.NO_RESULTS: "Its result sheet has no result yet of a student who is in "
    "this class now. "
    "Enter results to let it count.",
    NotCountedReason.PARTLY_ENTERED: "No student has every question of a standard entered yet. "
    "Enter what is "
    "missing, or mark it as left out, to let it count.",
    NotCountedReason.OTHER_STANDARDS: "None of its standards are tracked here. Add them to the "
    "tracker to let "
    "it count.",
}


@dataclass(frozen=True, slots=True)
class HeldAssessment:
    """An assessment that the tracker holds, with its title."""

    assessment: str
    title: str
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """An assessment that counts: when it was given, and how many students have a result."""

    assessment: str
    title: str
    given: str
    students: int


@dataclass(frozen=True, slots=True)
class NotCounted:
    """An assessment that counts nothing, and why not."""

    assessment: str
    title: str
    why: NotCountedReason


@dataclass(frozen=True, slots=True)
class StandardColumn:
    """A standard that is tracked: its position in the set, its code and identifier."""

    position: int
    code: str
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A student's mastery of a standard; `latest` is the date of the last assessment in it.

    `so_far` is how many assessments have only some of the standard's items entered: they do not
    count (T9).
    """

    mastery: Mastery = NO_MASTERY
    latest: str = ""
    so_far: int = 0


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class GridLine:
    """A student, with a cell for each column."""

    student: Student
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """A class's mastery of one standard.

    `students` counts those who have a mastery; `levels` counts them per level, the lowest first.
    `average` is the mean of their shares; `meeting` counts those at mastery or above.
    """

    students: int
    levels: tuple[int, ...]
    average: Fraction | None
    meeting: int

    @property
    def meeting_share(self) -> Fraction | None:
        """The share of those at mastery or above."""
        return Fraction(self.meeting, self.students) if self.students else None


@dataclass(frozen=True, slots=True)
class Grid:
    """All of it; `summaries` has one for each column."""

    scale: MasteryScale
    calculation: Calculation
    columns: tuple[StandardColumn, ...]
    lines: tuple[GridLine, ...]
    summaries: tuple[ClassSummary, ...]
    counted: tuple[Counted, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()

    def of_student(self, student: str) -> Grid:
        """Show one student's line only; the class summary stays the class's."""
        lines = tuple(line for line in self.lines if line.student.id == student)
        return replace(self, lines=lines)

    def sort_by_column(self, place: int, *, descending: bool) -> Grid:
        """Sort the students by their mastery of a standard; who has none comes last either way."""
        known = [line for line in self.lines if line.cells[place].mastery.level is not None]
        others = [line for line in self.lines if line.cells[place].mastery.level is None]
        known.sort(key=lambda line: _rank(line.cells[place].mastery), reverse=descending)
        return replace(self, lines=(*known, *others))


def _rank(known: Mastery) -> tuple[int, Fraction]:
    return known.level or 0, known.share or Fraction(0)


def grid(
    students: Sequence[Student],
    columns: Sequence[StandardColumn],
    held: Sequence[HeldAssessment],
    sheets: Iterable[Sheet],
    calculation: Calculation,
    scale: MasteryScale,
) -> Grid:
    """Compute the grid of a class; `sheets` may hold more than the tracker does."""
    by_assessment = {sheet.assessment: sheet for sheet in sheets}
    present = frozenset(student.id for student in students)
    counted, not_counted, tested = list[Counted](), list[NotCounted](), list[_Tested]()
    for each in held:
        sheet = by_assessment.get(each.assessment)
        why = _why_not(each, sheet, columns, present)
        if sheet is None or why is not None:
            not_counted.append(
                NotCounted(each.assessment, each.title, why or NotCountedReason.NO_SHEET)
            )
            continue
        found = _gather(sheet, columns, present, scale)
        many = len(set().union(*(results for results, _ in found)))
        if many:
            counted.append(Counted(each.assessment, each.title, sheet.given, many))
        else:
            not_counted.append(
                NotCounted(each.assessment, each.title, NotCountedReason.PARTLY_ENTERED)
            )
        tested.append(found)
    cells = _Cells(calculation, scale)
    by_column = [
        cells.of_column(students, [found[n] for found in tested]) for n in range(len(columns))
    ]
    lines = tuple(
        GridLine(student, tuple(column[n] for column in by_column))
        for n, student in enumerate(students)
    )
    summaries = tuple(_summary([cell.mastery for cell in column], scale) for column in by_column)
    counted.sort(key=lambda each: (each.given, each.assessment))
    return Grid(
        scale, calculation, tuple(columns), lines, summaries, tuple(counted), tuple(not_counted)
    )


_OfColumn = tuple[Mapping[str, Result], frozenset[str]]
"""A sheet's results on one standard, by student; and the students who have it partly entered."""

_Tested = list[_OfColumn]
"""A sheet's results on each standard that is tracked."""


def _why_not(
    held: HeldAssessment,
    sheet: Sheet | None,
    columns: Sequence[StandardColumn],
    present: frozenset[str],
) -> NotCountedReason | None:
    if held.recalled:
        return NotCountedReason.RECALLED
    if sheet is None or not sheet.begun:
        return NotCountedReason.NO_SHEET
    tracked = sum(1 << column.position for column in columns)
    if not any(mask & tracked for mask in sheet.scored.masks):
        return NotCountedReason.OTHER_STANDARDS
    if not any(row.counts and row.student in present for row in sheet.rows):
        return NotCountedReason.NO_RESULTS
    return None


def _gather(
    sheet: Sheet, columns: Sequence[StandardColumn], present: frozenset[str], scale: MasteryScale
) -> _Tested:
    """Return a sheet's results on each standard. Absent and exempt students have none.

    A student has one of a standard when all its items are entered (T9). Students with the same
    points on a standard share one result.
    """
    rows = [row for row in sheet.rows if row.counts and row.student in present]
    students = [row.student for row in rows]
    points = SheetPoints(sheet.scored, rows)

    @cache
    def result(earned: int, possible: int) -> Result:
        both = points.exact(earned), points.exact(possible)
        return result_of(sheet.given, sheet.assessment, both, sheet.scored.cuts, scale)

    def of_column(position: int) -> _OfColumn:
        items = [n for n, mask in enumerate(sheet.scored.masks) if mask >> position & 1]
        if not items:
            return {}, frozenset()
        found = map(result, points.add_up(items), repeat(points.possible(items)))
        results = dict(zip(students, found, strict=False))
        incomplete = points.find_incomplete(items)
        untouched = frozenset.intersection(*(points.missing[n] for n in items))
        for row in incomplete:
            del results[students[row]]
        return results, frozenset(students[row] for row in incomplete - untouched)

    return [of_column(column.position) for column in columns]


class _Cells:
    """Makes cells, one for all students who have the very same results."""

    def __init__(self, calculation: Calculation, scale: MasteryScale) -> None:
        """Calculate in this way."""
        self._calculation = calculation
        self._scale = scale
        self._made: dict[tuple[int, ...], Cell] = {}

    def of_column(self, students: Sequence[Student], tested: Sequence[_OfColumn]) -> list[Cell]:
        """Return the students' cells of one standard."""
        by_sheet = [results.get for results, _ in tested]
        so_far = Counter(chain.from_iterable(partly for _, partly in tested))
        return [
            self._of([found for get in by_sheet if (found := get(one.id))], so_far[one.id])
            for one in students
        ]

    def _of(self, results: Sequence[Result], so_far: int) -> Cell:
        """Return the cell of some results, which the grid keeps, so that identity will do."""
        if not (results or so_far):
            return EMPTY
        same = (so_far, *map(id, results))
        if same not in self._made:
            latest = max((result.given for result in results), default="")
            known = mastery(results, self._calculation, self._scale)
            self._made[same] = Cell(known, latest, so_far)
        return self._made[same]


def _summary(cells: Iterable[Mastery], scale: MasteryScale) -> ClassSummary:
    """Return the summary of the students who have a mastery."""
    known = list(_list_known(cells))
    reached = Counter(level for level, _ in known)
    return ClassSummary(
        students=len(known),
        levels=tuple(reached[level] for level in range(1, scale.levels + 1)),
        average=average([share for _, share in known]) if known else None,
        meeting=sum(many for level, many in reached.items() if level >= scale.meets),
    )


def _list_known(cells: Iterable[Mastery]) -> Iterator[tuple[int, Fraction]]:
    for cell in cells:
        if cell.level is not None and cell.share is not None:
            yield cell.level, cell.share
