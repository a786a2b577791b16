"""The analysis of the items of a class's test, with each student's answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from chalicelib.acts import Answer

from .screens import EVERYBODY, ScreenPage, Screens, Visit
from .sheet_addresses import ADDRESS, path_of
from .student_names import name_students
from .tables import save_table

screens = Screens()

FILES: Mapping[str, str] = MappingProxyType(
    {"analysis": "/analysis.csv", "students": "/students.csv"}
)
"""The files that people can download, each with its path in the API below the sheet."""


@screens.show(ADDRESS + "/analysis", roles=EVERYBODY)
def show_sheet_analysis(visit: Visit, tracker_id: str, given_id: str) -> ScreenPage:
    """Show how the items worked, and which students gave which answer."""
    path = path_of(tracker_id, given_id)
    sheet = visit.api.read(path)
    analysis = visit.api.read(f"{path}/analysis")
    return ScreenPage(
        "sheets/analysis.html",
        {
            "sheet": sheet,
            "analysis": analysis,
            "answers": [group_answers(sheet, place) for place in range(len(sheet["items"]))],
            "names": name_students(sheet["students"]),
            "forms": sorted({each["version"] for each in sheet["students"] if _took_part(each)}),
            "analyzed": {each["number"]: _index_choices(each) for each in analysis["items"]},
        },
    )


@screens.show(ADDRESS + "/files/{name}", roles=EVERYBODY)
def save_sheet_file(visit: Visit, tracker_id: str, given_id: str, name: str) -> Answer:
    """Return a sheet's figures as a file: the API's own, by a cookie instead of a token."""
    return save_table(visit, path_of(tracker_id, given_id), FILES, name)


# -- who chose what --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """An answer to an item on a form, what it earned, and the students who gave it.

    `response` is blank where the item was left out, and where a person gave the points.
    """

    form: str
    response: str
    omitted: bool
    points: str
    students: list[str] = field(default_factory=list)


def group_answers(sheet: Mapping[str, Any], place: int) -> list[AnswerGroup]:
    """Group a sheet's students by their answer to the item at a place; who has none is left out.

    Form by form, answers in their order, then points that a person gave, then who left it out.
    """
    found: dict[tuple[str, str, bool, str], AnswerGroup] = {}
    for student in sheet["students"]:
        cell, points = student["cells"][place], student["scores"][place]
        if not _took_part(student) or cell is None:
            continue
        omitted = "omitted" in cell
        same = (student["version"], str(cell.get("response", "")), omitted, points or "0")
        found.setdefault(same, AnswerGroup(*same)).students.append(student["student_id"])
    return sorted(found.values(), key=_place_answer)


def _place_answer(group: AnswerGroup) -> tuple[str, bool, bool, str, float]:
    by_hand = not group.response
    return group.form, group.omitted, by_hand, group.response, -float(group.points)


def _took_part(student: Mapping[str, Any]) -> bool:
    return bool(student["status"] == "present" and any(student["cells"]))


def _index_choices(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an analyzed item with its choices by form and answer."""
    choices = {
        (table["form"], each["choice"]): each
        for table in item["answers"]
        for each in table["choices"]
    }
    return {**item, "choices": choices}
