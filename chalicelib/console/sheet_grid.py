"""A result sheet for fast typing: the data of the grid's script, and the answers to its saves.

A save is the plain form, sent for some students alone; the answer is JSON in place of a page. It
has the whole sheet as it is now, so the teacher sees entries of others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from chalicelib.acts import Answer

from .item_kinds import KINDS
from .sheet_forms import BETWEEN, show_cell

if TYPE_CHECKING:
    from chalicelib.web.inner_api import ApiRefused

    from .screens import Visit
from .sheet_forms import TypedSheet

JSON = "application/json"
ANOTHER_PERSON = 409


def asks_for_cells(visit: Visit) -> bool:
    """Return whether the grid's script asks, in place of a person."""
    return visit.headers.get("accept", "") == JSON


def write_grid(sheet: Mapping[str, Any], mark: str) -> dict[str, Any]:
    """Return a sheet as the script has it; `mark` stands for the person.

    A row has the form's content for a student, for all items, and the resulting figures.
    """
    levels = {each["level"]: each["name"] for each in sheet["levels"]}
    return {
        "person": mark,
        "version": sheet["version"],
        "assessment": sheet["assessment_version"],
        "given": sheet["given_date"] or "",
        "state": sheet["state"],
        "entered": sheet["counts"]["complete"],
        "forms": sheet["forms"],
        "processes": sheet["process_ids"],
        "items": [
            [each["id"], KINDS[each["kind"]].entry, each["choice_count"]] for each in sheet["items"]
        ],
        "students": [each["student_id"] for each in sheet["students"]],
        "rows": [
            [_write_row(each, sheet["items"]), _write_result(each, levels)]
            for each in sheet["students"]
        ],
    }


def _write_row(student: Mapping[str, Any], items: list[Mapping[str, Any]]) -> str:
    cells = (
        show_cell(cell, item["kind"]) for cell, item in zip(student["cells"], items, strict=True)
    )
    return BETWEEN.join([student["status"], student["version"], *cells])


def _write_result(student: Mapping[str, Any], levels: Mapping[int, str]) -> list[str] | None:
    """Return points, points possible, percent, and the level; no level where it is so far."""
    if student["percent"] is None or student["status"] != "present":
        return None
    level = levels.get(student["level"], "")
    return [student["earned"], student["possible"], f"{student['percent']:g}", level]


def send_cells(visit: Visit, sheet: Mapping[str, Any]) -> Answer:
    """Send a sheet, or that nothing is other than it was when the script asked before."""
    grid = write_grid(sheet, visit.person.mark)
    tag = f'"{hashlib.sha256(to_json(grid)).hexdigest()[:24]}"'
    if visit.headers.get("if-none-match") == tag:
        return Answer(304, "", {"ETag": tag, "Content-Type": JSON})
    return Answer(200, grid, {"ETag": tag, "Content-Type": JSON})


def is_of_another(visit: Visit) -> bool:
    """Return whether somebody else typed what is sent, who had this browser before."""
    return visit.form.one("person", visit.person.mark) != visit.person.mark


def refuse_another(visit: Visit) -> Answer:
    """Refuse the entries of another person, and send the mark of the browser's person now."""
    return Answer(ANOTHER_PERSON, {"code": "another_person", "person": visit.person.mark})


def send_saved(visit: Visit, sheet: Mapping[str, Any]) -> Answer:
    """Send the sheet after a save."""
    return Answer(200, write_grid(sheet, visit.person.mark))


def send_refusal(
    visit: Visit, sheet: Mapping[str, Any] | None, typed: TypedSheet, refused: ApiRefused
) -> Answer:
    """Send the reason why nothing was saved, the places, and the sheet as it is now.

    There is none for people who can no longer see it.
    """
    problem = refused.problem
    places = dict(_name_places(typed))
    wrong = [
        [*place, each["message"]]
        for each in problem.get("errors", ())
        if (place := _find_place(each["pointer"], places))
    ]
    body = {"code": problem["code"], "detail": problem["detail"], "wrong": wrong}
    now = {"sheet": write_grid(sheet, visit.person.mark)} if sheet else {}
    return Answer(refused.status, {**body, **now})


def _name_places(typed: TypedSheet) -> Iterator[tuple[str, list[str]]]:
    """Name the student and field of each place in the body."""
    yield "/given_date", ["", "given"]
    for n, (student, changes) in enumerate(typed.changes.items()):
        yield f"/students/{n}", [student, "status"]
        numbers = [name for name in changes if name.isdecimal()]
        yield f"/students/{n}/version", [student, "form"]
        for m, number in enumerate(numbers):
            yield f"/students/{n}/scores/{m}", [student, number]


def _find_place(pointer: str, places: Mapping[str, list[str]]) -> list[str] | None:
    at = pointer
    while at and at not in places:
        at = at.rpartition("/")[0]
    return places.get(at)
