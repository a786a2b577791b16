"""Results from a file: looked at first, with what each column was taken for, then entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.inner import Refused

from .assessment_page import NO_ERRORS
from .forms import Errors
from .screens import EVERYBODY, Lead, Page, Screens
from .sheet_addresses import ADDRESS as SHEET
from .sheet_addresses import path_of, place_of
from .sheet_file_forms import TypedFile, show_entered
from .student_names import name_students

if TYPE_CHECKING:
    from .screens import Shown, Visit

screens = Screens()

ADDRESS = f"{SHEET}/file"
FIELDS = {
    "/file": "picker",
    "/csv": "csv",
    "/given_date": "given",
    "/mapping/header": "header",
    "/mapping/student_by": "by",
}


@screens.show(ADDRESS, roles=EVERYBODY)
def begin_sheet_file(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Show the form for a file of responses."""
    return _show(visit, (tracker_id, given_id))


@screens.act(ADDRESS, roles=EVERYBODY)
def use_sheet_file(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Look at a file, and say what it means for the sheet; or enter it."""
    form, at = visit.form, (tracker_id, given_id)
    typed, applies = TypedFile(form), form.one("act") == "apply"
    body, path = typed.write_body(applies=applies), f"{path_of(*at)}/response-files"
    key, etag = form.key if applies else "", form.one("etag") or '"0"'
    try:
        found = visit.api.ask("POST", path, body, etag=etag, key=key).body
    except Refused as refused:
        errors = Errors.of(refused.problem, {**FIELDS, **_name_columns(body)})
        found = _look_again(visit, path, typed) if applies else None
        return _show(visit, at, errors=errors, status=refused.status, found=found)
    if found["applied"]:
        done = "sheet_saved_present" if found["made_present_student_ids"] else "sheet_saved"
        return Lead(f"/console{place_of(*at)}", done=done)
    return _show(visit, at, found=found)


def _look_again(visit: Visit, path: str, typed: TypedFile) -> Mapping[str, Any] | None:
    """Look at a file that was not entered, so that what was said of its columns stays."""
    try:
        found: Mapping[str, Any] = visit.api.ask(
            "POST", path, typed.write_body(applies=False), etag='"0"'
        ).body
    except Refused:
        return None
    return found


def _name_columns(body: Mapping[str, Any]) -> dict[str, str]:
    """Name the form's field for each column of the mapping that was sent."""
    columns = body.get("mapping", {}).get("columns", [])
    return {f"/mapping/columns/{n}": f"role{each['column']}" for n, each in enumerate(columns)}


def _show(
    visit: Visit,
    at: tuple[str, str],
    *,
    errors: Errors = NO_ERRORS,
    status: int = 200,
    found: Mapping[str, Any] | None = None,
) -> Shown:
    sheet = visit.api.read(path_of(*at))
    if not errors and "enter" not in sheet["allowed"]:
        return Lead(f"/console{place_of(*at)}")
    typed = TypedFile(visit.form)
    facts = {
        "sheet": sheet,
        "names": name_students(sheet["students"]),
        "typed": typed,
        "form": visit.form,
        "errors": errors,
        "found": found,
        "show_entered": show_entered,
        "here": place_of(*at),
        "etag": f'"{found["version"]}"' if found else visit.form.one("etag"),
        "today": visit.person.me["today"],
    }
    return Page("sheets/file.html", facts, status)
