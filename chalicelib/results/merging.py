"""Two people enter results at once, and nothing is lost: edits are merged per student. Pure.

The author of an edit saw the sheet at some version, its *base*. The edit is taken where it cannot
undo a later act. That holds where the student's row is unchanged. It also holds where the edit
fills in empty cells and the row was only filled in since. Every other difference between the
present entry and the edit is a conflict, and is shown. Equal entries are no conflict.

A student with answers is present (T9): an edit that enters something for an absent or exempt
student makes them present. A colleague who marks the student absent at that moment is a conflict
like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .left_out import LeftOut, fill_empty
from .model import NOT_ENTERED, Sheet, StudentPresence, StudentResults, points_in


@dataclass(frozen=True, slots=True)
class Edit:
    """One person's edit of one student; values that are None, or not in `cells`, stay as they are.

    `form` is the key version, empty for A. `cells` are by the item's place on the sheet, from 0. An
    empty cell removes the entry; any other cell makes the student present.
    """

    student: str
    status: StudentPresence | None = None
    form: str | None = None
    cells: Mapping[int, str] = field(default_factory=dict)

    @property
    def implies_present(self) -> bool:
        """Return whether it enters something and names no status."""
        return self.status is None and any(cell != NOT_ENTERED for cell in self.cells.values())

    def apply_to(self, row: StudentResults) -> StudentResults:
        """Return the row as this edit wants it, apart from scores and versions."""
        cells = tuple(self.cells.get(place, cell) for place, cell in enumerate(row.cells))
        implied = StudentPresence.PRESENT if self.implies_present else row.status
        return replace(
            row,
            cells=cells,
            status=implied if self.status is None else self.status,
            form=row.form if self.form is None else self.form,
        )


@dataclass(frozen=True, slots=True)
class SheetEdits:
    """The edits of one request; `given` is the date that it names, if any (YYYY-MM-DD).

    `left_out` names cells that become left out if they are still empty after all other edits.
    """

    students: Sequence[Edit] = ()
    given: str | None = None
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def has_points(self) -> bool:
        """Return whether anybody gives points by hand."""
        return any(points_in(cell) for edit in self.students for cell in edit.cells.values())


@dataclass(frozen=True, slots=True)
class SheetClash:
    """A difference between an edit and somebody else's later entry.

    `place` is the item's, None where the clash is about the student's status or key version. `row`
    is the student's present row, None where the clash is about the date.
    """

    edit: Edit | None = None
    row: StudentResults | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class MergedSheet:
    """The sheet with the edits, not yet scored; or the clashes that prevent them.

    `made_present` names students who were absent or exempt before; `left_out` counts the cells that
    one act marked as left out.
    """

    sheet: Sheet
    clashes: tuple[SheetClash, ...] = ()
    made_present: tuple[str, ...] = ()
    left_out: int = 0


def merge(present: Sheet, edits: SheetEdits, base: int, items: int) -> MergedSheet:
    """Return the present sheet with edits that were made at version `base`.

    `items` is the number of the assessment's items. With a clash the sheet is unchanged. A sheet
    that nobody saved yet becomes one, even without any edits.
    """
    rows = dict(present.by_student)
    version = present.version + 1
    clashes = [*_date_clash(present, edits, base)]
    filled = 0
    for edit in _list_edits(edits):
        row = rows.get(edit.student) or blank(edit.student, items)
        whole = _with_left_out(edit, row, edits.left_out)
        clashes += _clashes(row, whole, base)
        rows[edit.student] = _apply_edit(row, whole, version)
        filled += len(whole.cells) - len(edit.cells)
    if clashes:
        return MergedSheet(present, tuple(clashes))
    for edit in _list_implied_edits(edits, present, rows, base):
        rows[edit.student] = _apply_edit(rows[edit.student], edit, version)
        filled += len(edit.cells)
    made_present = tuple(sorted(_list_made_present(present, rows)))
    return MergedSheet(_with(present, rows, edits.given, version), (), made_present, filled)


def _list_edits(edits: SheetEdits) -> Iterator[Edit]:
    """Yield the edits, and an empty one for each further student who is left out by name."""
    yield from edits.students
    known = {edit.student for edit in edits.students}
    yield from (Edit(each) for each in edits.left_out.students if each not in known)


def _with_left_out(edit: Edit, row: StudentResults, left_out: LeftOut) -> Edit:
    """Return the edit with the further cells of a named student that become left out."""
    if edit.student not in left_out.students:
        return edit
    return replace(edit, cells={**fill_empty(row), **edit.cells})


def _list_implied_edits(
    edits: SheetEdits, present: Sheet, rows: Mapping[str, StudentResults], base: int
) -> Iterator[Edit]:
    """Yield the cells that become left out of students that nobody named; not those just cleared.

    A row that a colleague changed since `base` is left as it is: they may be entering it now.
    """
    own = {edit.student: edit.cells for edit in edits.students}
    for student, row in rows.items():
        before = present.by_student.get(student)
        if before is None or before.changed <= base:
            filled = edits.left_out.fill(row)
            cells = {n: filled[n] for n in filled.keys() - own.get(student, {}).keys()}
            if cells:
                yield Edit(student, cells=cells)


def _list_made_present(present: Sheet, rows: Mapping[str, StudentResults]) -> Iterator[str]:
    """Yield the students who were absent or exempt, and are present now."""
    for before in present.rows:
        if (
            before.status != StudentPresence.PRESENT
            and rows[before.student].status == StudentPresence.PRESENT
        ):
            yield before.student


def blank(student: str, items: int) -> StudentResults:
    """Return the row of a student without entries."""
    return StudentResults(student, cells=(NOT_ENTERED,) * items, earned=("",) * items)


def _with(
    present: Sheet, rows: Mapping[str, StudentResults], given: str | None, version: int
) -> Sheet:
    known = present.by_student
    kept = {student: row for student, row in rows.items() if row.changed or student in known}
    dated = given is not None and (given != present.given or not present.dated)
    if present.version and kept == known and not dated:
        return present
    return replace(
        present,
        rows=tuple(kept[student] for student in sorted(kept)),
        given=given if given is not None and dated else present.given,
        dated=version if dated else present.dated,
        version=version,
    )


def _apply_edit(row: StudentResults, edit: Edit, version: int) -> StudentResults:
    after = edit.apply_to(row)
    if after.same_as(row):
        return row
    settled = row.settled if _only_fills(row, after) else version
    return replace(after, changed=version, settled=settled)


def _only_fills(before: StudentResults, after: StudentResults) -> bool:
    return (before.status, before.form) == (after.status, after.form) and all(
        was in (NOT_ENTERED, now) for was, now in zip(before.cells, after.cells, strict=True)
    )


def _clashes(row: StudentResults, edit: Edit, base: int) -> Iterator[SheetClash]:
    if row.changed <= base:
        return
    after = edit.apply_to(row)
    if (after.status, after.form) != (row.status, row.form):
        yield SheetClash(edit, row)
    # show only the absence of a student who became absent, and no cell that is empty as before
    fills = row.settled <= base or (edit.implies_present and row.status != StudentPresence.PRESENT)
    for place, (now, wanted) in enumerate(zip(row.cells, after.cells, strict=True)):
        if now != wanted and not (fills and now == NOT_ENTERED):
            yield SheetClash(edit, row, place)


def _date_clash(present: Sheet, edits: SheetEdits, base: int) -> Iterator[SheetClash]:
    if edits.given is not None and edits.given != present.given and present.dated > base:
        yield SheetClash()
