"""One sheet, scored by the present key, and the students that it moves. Pure.

Moves follow from the sheet alone. They compare each student's level by the corrected assessment
with the level of the same answers by the former assessment. A sheet scored three times therefore
has the same moves as a sheet scored once. A student without a level before or after, because not
everything is entered (T9), is not moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.assessments.model import Assessment
from chalicelib.results.model import Sheet, StudentResults
from chalicelib.results.scoring import score_sheet
from chalicelib.scales.scale import level_of
from chalicelib.standards.algebra import positions

from .model import Correction, Moved, SheetMoves
from .rules import undo_correction

UP, DOWN, UNCHANGED = Moved(up=1), Moved(down=1), Moved(unchanged=1)
NOBODY = Moved()


class Rescoring:
    """A correction, as it is carried out on sheet after sheet."""

    def __init__(self, correction: Correction, assessment: Assessment) -> None:
        """`assessment` is as it is by now, at the correction's revision."""
        self._correction = correction
        self._cuts = assessment.header.cuts
        self._contents = assessment.contents
        self._before = undo_correction(assessment.contents, correction)

    @property
    def revision(self) -> int:
        """The revision for scoring the sheets."""
        return self._correction.revision

    def stale(self, sheet: Sheet) -> bool:
        """Return whether a sheet is still scored by a former key."""
        return sheet.scored.revision < self.revision

    def rescore(self, sheet: Sheet) -> Sheet:
        """Return a sheet by the present key, a version on; what students answered stays as it is.

        No row counts as changed by that, so a teacher who is entering sees no conflict. Where an
        item's points changed, the sheet notes the version: it identifies points out of the former
        worth.
        """
        again = score_sheet(self._contents, sheet, self._cuts, self.revision)
        version = sheet.version + 1
        moved = again.scored.worths != sheet.scored.worths
        return replace(again, version=version, rescaled=version if moved else sheet.rescaled)

    def moves(self, sheet: Sheet, after: Sheet) -> SheetMoves:
        """Return the students that move on a sheet; `after` is the sheet by the present key."""
        change = self._correction.cuts
        cuts = self._cuts if change is None else change.before
        return moves_between(score_sheet(self._before, sheet, cuts, 0), after)


def moves_between(before: Sheet, after: Sheet) -> SheetMoves:
    """Compare the levels of the same answers, scored in two ways."""
    students, standards = NOBODY, dict[int, Moved]()
    every = 0
    for mask in after.scored.masks:
        every |= mask
    places = positions(every)
    for old, new in zip(before.rows, after.rows, strict=True):
        if not new.counts:
            continue
        touched = _find_touched_standards(before, after, old, new)
        if all(old.earned) and all(new.earned):
            students += _compare_levels(before, after, old, new, None) if touched else UNCHANGED
        for place, moved in _by_standard(before, after, old, new, touched, places):
            standards[place] = standards.get(place, NOBODY) + moved
    return SheetMoves(after.school_class, after.school, students, standards)


def _by_standard(
    before: Sheet,
    after: Sheet,
    old: StudentResults,
    new: StudentResults,
    touched: int,
    places: list[int],
) -> Iterator[tuple[int, Moved]]:
    missing = 0
    for was, now, mask in zip(old.earned, new.earned, after.scored.masks, strict=True):
        missing |= 0 if was and now else mask
    for place in places:
        if not missing >> place & 1:
            moves = touched >> place & 1
            yield place, _compare_levels(before, after, old, new, place) if moves else UNCHANGED


def _find_touched_standards(
    before: Sheet, after: Sheet, old: StudentResults, new: StudentResults
) -> int:
    """Select the standards with any difference: points, worth, or all by the cuts.

    Most rows are untouched and need no level.
    """
    touched = 0
    otherwise = before.scored.cuts != after.scored.cuts
    for was, now, worth_was, worth, mask in zip(
        old.earned,
        new.earned,
        before.scored.worths,
        after.scored.worths,
        after.scored.masks,
        strict=True,
    ):
        if now and (otherwise or was != now or worth_was != worth):
            touched |= mask
    return touched


def _compare_levels(
    before: Sheet, after: Sheet, old: StudentResults, new: StudentResults, standard: int | None
) -> Moved:
    was, now = _level(before, old, standard), _level(after, new, standard)
    return UP if now > was else DOWN if now < was else UNCHANGED


def _level(sheet: Sheet, row: StudentResults, standard: int | None) -> int:
    """Return the level, from 1; 0 where there is none, which is asked of nobody."""
    points = sheet.part(row, standard)
    return level_of(sheet.scored.cuts, points[0] / points[1]) if points else 0
