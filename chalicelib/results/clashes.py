"""What was entered otherwise meanwhile, told to who came second.

A sheet does not say who saved it: it may have been the same person in another window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.errors import Conflict, Detail
from chalicelib.results import refusals

from .model import FORM_A, NOT_ENTERED, OMITTED, Status, points_in, response_in
from .reading import places_of

if TYPE_CHECKING:
    from chalicelib.assessments.items import Item

    from .entering import Clash, Merged
    from .reading import SheetEntry

Shown = Mapping[str, Any]


def shown_cell(cell: str) -> dict[str, Any] | None:
    """Give a cell as people see it.

    >>> shown_cell("BC"), shown_cell("=1.5"), shown_cell("-"), shown_cell("")
    ({'response': 'BC'}, {'points': '1.5'}, {'omitted': True}, None)
    """
    if cell == NOT_ENTERED:
        return None
    if cell == OMITTED:
        return {"omitted": True}
    points = points_in(cell)
    return {"response": response_in(cell)} if points is None else {"points": points}


def said(cell: str) -> str:
    """Say in words what is entered."""
    points = points_in(cell)
    if cell == NOT_ENTERED:
        return "nothing is entered"
    if cell == OMITTED:
        return "it is marked as omitted"
    return f"it is “{response_in(cell)}”" if points is None else f"it has {points} points"


def changed_meanwhile(merged: Merged, items: Sequence[Item], entry: SheetEntry) -> Conflict:
    """Say what was entered otherwise since; `merged` has the clashes."""
    pointers = dict(_pointers(items, entry))
    many = len(merged.clashes)
    what = "One entry" if many == 1 else f"{many} entries"
    return refusals.SCORES_CHANGED_MEANWHILE(
        details=[_detail(clash, pointers) for clash in merged.clashes],
        conflicts=[_fact(clash, items, merged) for clash in merged.clashes],
        version=merged.sheet.version,
        what=what,
    )


def _pointers(
    items: Sequence[Item], entry: SheetEntry
) -> Iterator[tuple[tuple[str, int | None], str]]:
    """Give the place in the request of everything it says of a student; the closest last."""
    places = places_of(items)
    for n, left_out in enumerate(entry.left_out.students):
        pointer = f"/left_out/students/{n}"
        yield from (((left_out, place), pointer) for place in (None, *range(len(items))))
    for student in entry.students:
        yield (student.student, None), student.pointer
        for score in student.scores:
            yield (student.student, places.get(score.item)), score.pointer


def _detail(clash: Clash, pointers: Mapping[tuple[str, int | None], str]) -> Detail:
    if clash.edit is None or clash.row is None:
        return refusals.DATE_CHANGED("/given")
    pointer = pointers.get((clash.edit.student, clash.place), "")
    if clash.place is None:
        return refusals.STUDENT_CHANGED(pointer, standing=_standing(clash))
    now = said(clash.row.cells[clash.place])
    return refusals.SCORE_CHANGED(pointer, number=clash.place + 1, now=now)


def _standing(clash: Clash) -> str:
    row = clash.row
    status, form = (row.status, row.form) if row else (Status.PRESENT, "")
    return f"{status.value}, with key version {form or FORM_A}"


def _fact(clash: Clash, items: Sequence[Item], merged: Merged) -> Shown:
    if clash.row is None:
        return {"field": "given_date", "now": merged.sheet.given}
    row, place = clash.row, clash.place
    about = {"student_id": row.student, "status": row.status.value, "version": row.form or FORM_A}
    if place is None:
        return {"field": "student", **about}
    item = {"item_id": items[place].id, "number": place + 1}
    return {"field": "score", **about, **item, "now": shown_cell(row.cells[place])}


def assessment_changed_meanwhile(version: int) -> Conflict:
    """Say that the assessment is not as it was when the sheet was opened."""
    return refusals.ASSESSMENT_CHANGED_MEANWHILE(version=version)
