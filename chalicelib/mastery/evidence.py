"""The evidence for a student's mastery of each standard: every test on it, and its result.

Pure. It uses the same sheets and the same rules as the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from chalicelib.results.model import Sheet, StudentPresence, StudentResults
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.mastery import Result, deciding, result_of
from chalicelib.scales.scale import MasteryScale

from .grid import HeldAssessment, StandardColumn


class EvidenceStatus(StrEnum):
    """The effect of a test on a student's mastery of a standard."""

    COUNTED = "counted"
    """Its result is part of the mastery."""
    NOT_COUNTED = "not_counted"
    """It has a result, which the calculation does not take: a later or a better one counts."""
    PARTIAL = "partial"
    """Some of the standard's questions are not entered yet."""
    NOT_ENTERED = "not_entered"
    """Nothing is entered for the student."""
    ABSENT = "absent"
    """The student was absent."""
    EXEMPT = "exempt"
    """The student need not take it."""


_MISSED: Mapping[StudentPresence, EvidenceStatus] = {
    StudentPresence.ABSENT: EvidenceStatus.ABSENT,
    StudentPresence.EXEMPT: EvidenceStatus.EXEMPT,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A test on a standard, and what a student did on it; `result` only where it is complete."""

    assessment: str
    title: str
    given: str
    status: EvidenceStatus
    result: Result | None = None


def gather_evidence(
    student: str,
    columns: Sequence[StandardColumn],
    held: Sequence[HeldAssessment],
    sheets: Iterable[Sheet],
    calculation: Calculation,
    scale: MasteryScale,
) -> list[list[Evidence]]:
    """Return a student's tests on each standard, the latest first; recalled tests do not count."""
    titles = {each.assessment: each.title for each in held if not each.recalled}
    begun = [sheet for sheet in sheets if sheet.begun and sheet.assessment in titles]
    begun.sort(key=lambda sheet: (sheet.given, sheet.assessment), reverse=True)
    return [
        _gather(student, column.position, begun, titles, calculation, scale) for column in columns
    ]


def _gather(
    student: str,
    position: int,
    sheets: Sequence[Sheet],
    titles: Mapping[str, str],
    calculation: Calculation,
    scale: MasteryScale,
) -> list[Evidence]:
    on_it = [sheet for sheet in sheets if any(mask >> position & 1 for mask in sheet.scored.masks)]
    found = [(sheet, *_read(sheet, student, position, scale)) for sheet in on_it]
    results = chain.from_iterable(result for _, _, result in found)
    taken = {each.assessment for each in deciding(results, calculation, scale)}
    return [
        Evidence(
            sheet.assessment,
            titles[sheet.assessment],
            sheet.given,
            EvidenceStatus.COUNTED if sheet.assessment in taken else status,
            *result,
        )
        for sheet, status, result in found
    ]


def _read(
    sheet: Sheet, student: str, position: int, scale: MasteryScale
) -> tuple[EvidenceStatus, tuple[Result, ...]]:
    """Return what a sheet has of a student on a standard: a result, or why there is none."""
    row = sheet.by_student.get(student)
    if row is None:
        return EvidenceStatus.NOT_ENTERED, ()
    if row.status in _MISSED:
        return _MISSED[row.status], ()
    points = sheet.part(row, position) if row.counts else None
    if points is None:
        return _explain_no_result(sheet, row, position), ()
    result = result_of(sheet.given, sheet.assessment, points, sheet.scored.cuts, scale)
    return EvidenceStatus.NOT_COUNTED, (result,)


def _explain_no_result(sheet: Sheet, row: StudentResults, position: int) -> EvidenceStatus:
    masks = zip(row.earned, sheet.scored.masks, strict=True)
    entered = any(points for points, mask in masks if mask >> position & 1)
    return EvidenceStatus.PARTIAL if row.counts and entered else EvidenceStatus.NOT_ENTERED
