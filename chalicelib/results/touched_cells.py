"""A save's changes of a sheet, as its history keeps them: students and places, never a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Trail
from chalicelib.clock import instant
from chalicelib.compression import compress_json, decompress_json

if TYPE_CHECKING:
    from .model import Sheet, StudentResults


@dataclass(frozen=True, slots=True)
class TouchedStudent:
    """A student whose results a save changed: how many cells, which, and whether they took part."""

    student: str
    cells: int
    status: bool = False
    """Whether they became present, absent or exempt."""
    places: tuple[int, ...] = ()
    """The places of the cells on the sheet, from 0; none where an earlier release kept none."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A save's changes: the touched students, and whether the day of the test changed."""

    students: tuple[TouchedStudent, ...] = ()
    dated: bool = False

    @property
    def cells(self) -> int:
        """The number of touched cells of all students."""
        return sum(each.cells for each in self.students)

    def pack_columns(self) -> bytes:
        """Return it in few bytes."""
        columns = [
            [each.student for each in self.students],
            [each.cells for each in self.students],
            [n for n, each in enumerate(self.students) if each.status],
            int(self.dated),
            [_as_bits(each.places) for each in self.students],
        ]
        return compress_json(columns)


def read_touched(packed: bytes) -> Touched:
    """Read what `pack_columns` wrote; nothing of an act that touched no results.

    >>> read_touched(Touched((TouchedStudent("ada", 2, True),), dated=True).pack_columns()).cells
    2
    """
    if not packed:
        return Touched()
    students, cells, statuses, dated, *more = decompress_json(packed)
    bits = more[0] if more else ["0"] * len(students)
    named = enumerate(zip(students, cells, bits, strict=True))
    return Touched(
        tuple(
            TouchedStudent(one, many, n in statuses, tuple(_places_in(places)))
            for n, (one, many, places) in named
        ),
        bool(dated),
    )


def _as_bits(places: Iterable[int]) -> str:
    """Write places as one number.

    >>> _as_bits((0, 3)), [*_places_in("9")]
    ('9', [0, 3])
    """
    return f"{sum(1 << place for place in places):x}"


def _places_in(bits: str) -> Iterator[int]:
    number = int(bits, 16)
    return (place for place in range(number.bit_length()) if number >> place & 1)


def compare(before: Sheet, after: Sheet) -> Touched:
    """Return what is other on a sheet than before."""
    known = before.by_student
    touched = (_student(known.get(row.student), row) for row in after.rows)
    return Touched(tuple(each for each in touched if each), before.dated != after.dated)


def trail_of(before: Sheet, after: Sheet) -> Trail:
    """Return what the history of a sheet keeps of a save."""
    return Trail(after.id, compare(before, after).pack_columns(), before.recent == after.recent)


def note_act(sheet: Sheet, act: Act) -> tuple[str, ...]:
    """Return what was done to a sheet in the quarter of an hour of an act, that act included.

    The audit of a day lists the same act of a person on a sheet once in each quarter. A day begins
    with one in every time zone, so a reader of a local day misses nobody.
    """
    at = instant(act.at)
    quarter = f"{at[:14]}{int(at[14:16]) // 15 * 15:02}"
    known = sheet.recent if sheet.recent[:1] == (quarter,) else (quarter,)
    noted = f"{act.verb} {act.caller.person}"
    return known if noted in known else (*known, noted)


def _student(before: StudentResults | None, after: StudentResults) -> TouchedStudent | None:
    was = before.cells if before else ("",) * len(after.cells)
    pairs = enumerate(zip(was, after.cells, strict=False))
    places = tuple(place for place, (one, other) in pairs if one != other)
    status = after.status != (before.status if before else after.status.PRESENT)
    formed = after.form != (before.form if before else "")
    if not (places or status or formed):
        return None
    return TouchedStudent(after.student, len(places), status, places)
