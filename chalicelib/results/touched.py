"""What a save did to a sheet, as its history keeps it: students and counts, never a score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.acts import Trail
from chalicelib.squeezing import squeezed_table, table_of

if TYPE_CHECKING:
    from .model import Row, Sheet


@dataclass(frozen=True, slots=True)
class TouchedStudent:
    """A student whose results a save changed: how many cells, and whether they took part."""

    student: str
    cells: int
    status: bool = False
    """Whether they became present, absent or exempt."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a save changed: of which students, and whether the day of the test."""

    students: tuple[TouchedStudent, ...] = ()
    dated: bool = False

    @property
    def cells(self) -> int:
        """How many cells, of all students."""
        return sum(each.cells for each in self.students)

    def packed(self) -> bytes:
        """Write it as few bytes."""
        columns = [
            [each.student for each in self.students],
            [each.cells for each in self.students],
            [n for n, each in enumerate(self.students) if each.status],
            int(self.dated),
        ]
        return squeezed_table(columns)


def read_touched(packed: bytes) -> Touched:
    """Read what `packed` wrote; nothing of an act that touched no results.

    >>> read_touched(Touched((TouchedStudent("ada", 2, True),), dated=True).packed()).cells
    2
    """
    if not packed:
        return Touched()
    students, cells, statuses, dated = table_of(packed)
    named = enumerate(zip(students, cells, strict=True))
    return Touched(
        tuple(TouchedStudent(one, many, n in statuses) for n, (one, many) in named), bool(dated)
    )


def compare(before: Sheet, after: Sheet) -> Touched:
    """Say what is other on a sheet than before."""
    known = before.by_student
    touched = (_student(known.get(row.student), row) for row in after.rows)
    return Touched(tuple(each for each in touched if each), before.dated != after.dated)


def trail_of(before: Sheet, after: Sheet) -> Trail:
    """Give what the history of a sheet keeps of a save."""
    return Trail(after.id, compare(before, after).packed())


def _student(before: Row | None, after: Row) -> TouchedStudent | None:
    was = before.cells if before else ("",) * len(after.cells)
    cells = sum(a != b for a, b in zip(was, after.cells, strict=False))
    status = after.status != (before.status if before else after.status.PRESENT)
    formed = after.form != (before.form if before else "")
    if not (cells or status or formed):
        return None
    return TouchedStudent(after.student, cells, status)
