"""Entries that changed since a person opened the sheet, for the conflict that this person sees.

The first save may be the same person's, in another window. The sheet's history says so as far as it
knows; where it does not, both possibilities are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.clock import from_instant, time_in
from chalicelib.errors import Conflict, Detail
from chalicelib.results import refusals

from .entry_parsing import SheetEntry, places_of
from .model import FORM_A, NOT_ENTERED, OMITTED, Sheet, StudentPresence, points_in, response_in

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.items import Item

    from .merging import MergedSheet, SheetClash
    from .repository import Saver

Shown = Mapping[str, Any]


def render_cell(cell: str) -> dict[str, Any] | None:
    """Return a cell as people see it.

    >>> render_cell("BC"), render_cell("=1.5"), render_cell("-"), render_cell("")
    ({'response': 'BC'}, {'points': '1.5'}, {'omitted': True}, None)
    """
    if cell == NOT_ENTERED:
        return None
    if cell == OMITTED:
        return {"omitted": True}
    points = points_in(cell)
    return {"response": response_in(cell)} if points is None else {"points": points}


def describe_cell(cell: str) -> str:
    """Describe in words what is entered."""
    points = points_in(cell)
    if cell == NOT_ENTERED:
        return "nothing is entered"
    if cell == OMITTED:
        return "it is marked as omitted"
    return f"it is “{response_in(cell)}”" if points is None else f"it has {points} points"


@dataclass(frozen=True, slots=True)
class SheetSavers:
    """The reader of a conflict, and the known savers of each version of the sheet."""

    reader: Caller
    savers: Mapping[int, Saver]

    def is_readers(self, version: int) -> bool | None:
        """Return whether the reader saved a version themselves; None where it is not known."""
        saver = self.savers.get(version)
        return None if saver is None else saver.person == self.reader.person

    def who(self, versions: Sequence[int]) -> str:
        """Return the savers of these versions in words.

        The reader is "you", and never somebody else.
        """
        own = [self.is_readers(version) for version in versions]
        if None in own:
            return "A colleague, or you in another window,"
        if not any(own):
            return "A colleague"
        latest = max(self.savers[v].at for v in versions if self.is_readers(v))
        at = time_in(self.reader.zone or "UTC", from_instant(latest))
        you = f"ou (in another window, at {at})"
        return f"Y{you}" if all(own) else f"A colleague and y{you}"


def build_sheet_conflict(
    merged: MergedSheet, items: Sequence[Item], entry: SheetEntry, saved: SheetSavers
) -> Conflict:
    """Report differing entries and their authors; `merged` has the clashes."""
    pointers = dict(_pointers(items, entry))
    many = len(merged.clashes)
    what = "one entry" if many == 1 else f"{many} entries"
    return refusals.SCORES_CHANGED_MEANWHILE(
        details=[_detail(clash, pointers, merged.sheet) for clash in merged.clashes],
        conflicts=[_fact(clash, items, merged, saved) for clash in merged.clashes],
        version=merged.sheet.version,
        who=saved.who([_version(clash, merged) for clash in merged.clashes]),
        what=what,
    )


def _pointers(
    items: Sequence[Item], entry: SheetEntry
) -> Iterator[tuple[tuple[str, int | None], str]]:
    """Yield the place in the request of everything it says of a student; the closest last."""
    places = places_of(items)
    for n, left_out in enumerate(entry.left_out.students):
        pointer = f"/left_out/students/{n}"
        yield from (((left_out, place), pointer) for place in (None, *range(len(items))))
    for student in entry.students:
        yield (student.student, None), student.pointer
        for score in student.scores:
            yield (student.student, places.get(score.item)), score.pointer


def _detail(
    clash: SheetClash, pointers: Mapping[tuple[str, int | None], str], sheet: Sheet
) -> Detail:
    if clash.edit is None or clash.row is None:
        return refusals.DATE_CHANGED("/given", now=sheet.given)
    pointer = pointers.get((clash.edit.student, clash.place), "")
    if clash.place is None:
        return refusals.STUDENT_CHANGED(pointer, standing=_standing(clash))
    now = describe_cell(clash.row.cells[clash.place])
    return refusals.SCORE_CHANGED(pointer, number=clash.place + 1, now=now)


def _standing(clash: SheetClash) -> str:
    row = clash.row
    status, form = (row.status, row.form) if row else (StudentPresence.PRESENT, "")
    return f"{status.value}, with key version {form or FORM_A}"


def _version(clash: SheetClash, merged: MergedSheet) -> int:
    """Return which version of the sheet brought what is there now."""
    return clash.row.changed if clash.row else merged.sheet.dated


def _fact(
    clash: SheetClash, items: Sequence[Item], merged: MergedSheet, saved: SheetSavers
) -> Shown:
    yours = {"changed_by_you": saved.is_readers(_version(clash, merged))}
    return _what(clash, items, merged) | yours


def _what(clash: SheetClash, items: Sequence[Item], merged: MergedSheet) -> dict[str, Any]:
    if clash.row is None:
        return {"field": "given_date", "now": merged.sheet.given}
    row, place = clash.row, clash.place
    about = {"student_id": row.student, "status": row.status.value, "version": row.form or FORM_A}
    if place is None:
        return {"field": "student", **about}
    item = {"item_id": items[place].id, "number": place + 1}
    return {"field": "score", **about, **item, "now": render_cell(row.cells[place])}
