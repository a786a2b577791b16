"""The history of a result sheet: each person's entries and changes, in all or in one answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .forms import read_number
from .screens import EVERYBODY, ScreenPage, Screens, Visit
from .sheet_addresses import ADDRESS, path_of, place_of
from .student_names import name_students

screens = Screens()

SHOWN = "50"


@screens.show(ADDRESS + "/history", roles=EVERYBODY)
def show_sheet_history(visit: Visit, tracker_id: str, given_id: str) -> ScreenPage:
    """Show the changes of a sheet; with `row` of one student's, with `item` of one answer.

    A row is a student's place on the sheet, so that no id stands in an address.
    """
    path = path_of(tracker_id, given_id)
    sheet = visit.api.read(path)
    cursor = visit.query.get("cursor", "")
    asked = {"limit": SHOWN, **({"cursor": cursor} if cursor else {})}
    page = visit.api.read(f"{path}/history", asked)
    row, item = (read_number(visit.query.get(name, "")) for name in ("row", "item"))
    students = sheet["students"]
    student = students[row - 1] if row and row <= len(students) else None
    number = item if student and item and item <= len(sheet["items"]) else None
    facts = {
        "sheet": sheet,
        "names": name_students(students),
        "student": student,
        "number": number,
        "acts": [*_find_acts(page["items"], student, number)],
        "page": page,
        "query": {"row": row if student else None, "item": number},
        "here": place_of(tracker_id, given_id),
    }
    return ScreenPage("sheets/history.html", facts)


def _find_acts(
    acts: list[Mapping[str, Any]], student: Mapping[str, Any] | None, number: int | None
) -> Iterator[Mapping[str, Any]]:
    """Yield the acts that changed it. An act that did not keep its items may have."""
    for act in acts:
        if student is None:
            yield act
            continue
        for each in act["students"]:
            known = each["item_numbers"]
            unknown = not known and each["cell_count"]
            if each["student_id"] == student["student_id"] and (
                number is None or number in known or unknown
            ):
                yield {**act, "students": [each], "cell_count": each["cell_count"]}
