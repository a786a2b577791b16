"""All students of a distribution's classes with what they answered, for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.observability import read_of_students
from chalicelib.results.scoring import score_sheet

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import Assessment
    from chalicelib.assessments.service import Assessments
    from chalicelib.results.district.service import ClassResult, ResultRows
    from chalicelib.results.model import Sheet, StudentResults
    from chalicelib.results.repository import SheetRepository
    from chalicelib.rosters.service import Rosters


@dataclass(frozen=True, slots=True)
class TestedStudent:
    """A student with results; `name` is (family, given), blank once they are gone."""

    result: ClassResult
    sheet: Sheet
    row: StudentResults
    name: tuple[str, str]


@dataclass(eq=False, repr=False)
class DistributionStudents:
    """The students of a distribution's classes. Rosters are asked for names."""

    _sheets: SheetRepository
    _assessments: Callable[[], Assessments]
    _rosters: Callable[[], Rosters]

    def assessment(self, caller: Caller, found: ResultRows[ClassResult]) -> Assessment:
        """Read the assessment of the distribution."""
        return self._assessments().read_given(caller.district, found.asked.made.assessment)

    def of(
        self, caller: Caller, found: ResultRows[ClassResult], asked: Assessment
    ) -> Iterator[TestedStudent]:
        """Yield everybody with results in the classes that a caller sees; a hundred sheets a call.

        Leaves an audit line.
        """
        read_of_students(caller, "distribution students", found.asked.made.id)
        begun = {row.standing.school_class: row for row in found.rows if row.standing.line}
        header, cuts = asked.header, found.asked.scale.cuts
        sheets = [
            score_sheet(asked.contents, sheet, cuts, header.revision)
            for sheet in self._sheets.many(caller.district, list(begun), header.id)
        ]
        students = {row.student for sheet in sheets for row in sheet.rows if _has_any(row)}
        people = self._rosters().people(caller.district, sorted(students))
        names = {one.id: (one.family, one.given) for one in people.values()}
        for sheet in sheets:
            for row in sheet.rows:
                if _has_any(row):
                    name = names.get(row.student, ("", ""))
                    yield TestedStudent(begun[sheet.school_class], sheet, row, name)


def _has_any(row: StudentResults) -> bool:
    return bool(any(row.cells) or row.status != row.status.PRESENT)
