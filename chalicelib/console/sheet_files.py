"""Results from a file: first shown with the meaning of each column, then entered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .sheet_addresses import ADDRESS as SHEET
from .sheet_addresses import path_of, place_of
from .sheet_file_forms import TypedFile
from .sheet_forms import show_cell
from .student_names import name_students

screens = Screens()

ADDRESS = f"{SHEET}/file"
FIELDS = {
    "/file": "picker",
    "/csv": "csv",
    "/given_date": "given",
    "/mapping/header": "header",
    "/mapping/student_by": "by",
}
NO_FIELDS: Mapping[str, str] = MappingProxyType({})
NO_PLACES: Mapping[str, Any] = MappingProxyType({"errors": ()})


@screens.show(ADDRESS, roles=EVERYBODY)
def begin_sheet_file(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Show the form for a file of responses."""
    return _show(visit, (tracker_id, given_id))


@screens.act(ADDRESS, roles=EVERYBODY)
def use_sheet_file(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Show the meaning of a file for the sheet, or enter it."""
    form, at = visit.form, (tracker_id, given_id)
    typed, applies = TypedFile(form), form.one("act") == "apply"
    body, path = typed.write_body(applies=applies), f"{path_of(*at)}/response-files"
    key, etag = form.key if applies else "", form.one("etag") or '"0"'
    try:
        found = visit.api.ask("POST", path, body, etag=etag, key=key).body
    except ApiRefused as refused:
        found = _look_again(visit, path, typed) if applies else None
        return _show(visit, at, refused=refused, fields=_name_columns(body), found=found)
    if found["applied"]:
        done = "sheet_saved_present" if found["made_present_student_ids"] else "sheet_saved"
        return Lead(f"/console{place_of(*at)}", done=done)
    return _show(visit, at, found=found)


def _look_again(visit: Visit, path: str, typed: TypedFile) -> Mapping[str, Any] | None:
    """Look at a file that was not entered, so that the choices for its columns stay."""
    try:
        found: Mapping[str, Any] = visit.api.ask(
            "POST", path, typed.write_body(applies=False), etag='"0"'
        ).body
    except ApiRefused:
        return None
    return found


def _name_columns(body: Mapping[str, Any]) -> dict[str, str]:
    """Name the form's field for each column of the mapping that was sent."""
    columns = body.get("mapping", {}).get("columns", [])
    found = {f"/mapping/columns/{n}": f"role{each['column']}" for n, each in enumerate(columns)}
    return {**FIELDS, **found}


def _show(
    visit: Visit,
    at: tuple[str, str],
    *,
    refused: ApiRefused | None = None,
    fields: Mapping[str, str] = NO_FIELDS,
    found: Mapping[str, Any] | None = None,
) -> Shown:
    sheet = visit.api.read(path_of(*at))
    met = refused.problem.get("conflicts", ()) if refused else ()
    errors = NO_ERRORS
    if refused:
        # what others entered is listed by student: the file has no field for it
        errors = Errors.of({**refused.problem, **NO_PLACES} if met else refused.problem, fields)
    if not errors and "enter" not in sheet["allowed"]:
        return Lead(f"/console{place_of(*at)}")
    typed = TypedFile(visit.form)
    facts = {
        "sheet": sheet,
        "names": name_students(sheet["students"]),
        "typed": typed,
        "form": visit.form,
        "errors": errors,
        "met": met,
        "found": found,
        "show_cell": show_cell,
        "here": place_of(*at),
        "etag": f'"{found["version"]}"' if found else visit.form.one("etag"),
        "today": visit.person.me["today"],
    }
    return ScreenPage("sheets/file.html", facts, errors.status)
