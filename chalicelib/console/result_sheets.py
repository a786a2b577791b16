"""A class's result sheet: the entries of each student, as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from chalicelib.web.inner_api import ApiRefused

from .forms import Errors, read_number
from .item_kinds import KINDS
from .process_tests import TABS
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .sheet_addresses import ADDRESS, path_of, place_of
from .sheet_forms import SheetForm, TypedSheet
from .sheet_grid import (
    asks_for_cells,
    is_of_another,
    refuse_another,
    send_cells,
    send_refusal,
    send_saved,
    write_grid,
)
from .student_names import name_students

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .process_page import Facts

screens = Screens()

MET = frozenset({"scores_changed_meanwhile", "assessment_changed_meanwhile"})
"""Refusals after which the person has seen what others entered."""


@screens.show(ADDRESS, roles=EVERYBODY)
def show_sheet(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Show a sheet; for people who cannot enter, as a table."""
    sheet = visit.api.read(path_of(tracker_id, given_id))
    if asks_for_cells(visit):
        return send_cells(visit, sheet)
    return _show(visit, SheetForm(sheet, _read_start(visit, sheet)))


@screens.act(ADDRESS, roles=EVERYBODY)
def save_sheet(visit: Visit, tracker_id: str, given_id: str) -> Shown:
    """Save the changes; refused entries stay in the form as the person typed them."""
    form, path = visit.form, path_of(tracker_id, given_id)
    if asks_for_cells(visit):
        return _save_cells(visit, path)
    typed = TypedSheet(form)
    body = typed.write_body()
    done = "sheet_saved"
    if body:
        try:
            saved = visit.api.ask("PATCH", path, body, etag=f'"{typed.version}"', key=form.key).body
        except ApiRefused as refused:
            return _show_refused(visit, visit.api.read(path), typed, refused)
        done = _describe_save(saved, form.all("process"))
    facts = {**_read_from(visit, {}), "start": visit.query.get("start", "")}
    query = urlencode({name: text for name, text in facts.items() if text})
    place = f"/console{place_of(tracker_id, given_id)}"
    return Lead(f"{place}?{query}" if query else place, done=done)


def _describe_save(saved: Facts, counted_in: list[str]) -> str:
    """Return what to say of a save; `counted_in` are the processes when the page was opened."""
    if set(counted_in) - set(saved["process_ids"]):
        return "sheet_saved_locked"
    return "sheet_saved_present" if saved["made_present_student_ids"] else "sheet_saved"


def _save_cells(visit: Visit, path: str) -> Shown:
    """Save the grid's entries of some students.

    Without an idempotency key, whose record would hold the class: a repeat finds its own effect and
    writes nothing.
    """
    if is_of_another(visit):
        return refuse_another(visit)
    typed = TypedSheet(visit.form)
    body = typed.write_body()
    if not body:
        return send_saved(visit, visit.api.read(path))
    try:
        saved = visit.api.ask("PATCH", path, body, etag=f'"{typed.version}"').body
    except ApiRefused as refused:
        return send_refusal(visit, _read_if_shown(visit, path), typed, refused)
    return send_saved(visit, saved)


def _read_if_shown(visit: Visit, path: str) -> Facts | None:
    """Read a sheet; nothing for people who cannot see it."""
    try:
        found: Facts = visit.api.read(path)
    except ApiRefused:
        return None
    return found


def _show_refused(visit: Visit, sheet: Facts, typed: TypedSheet, refused: ApiRefused) -> ScreenPage:
    """Show the sheet as it is now, with the entries, and the obstacle."""
    errors = Errors.of(refused.problem, typed.name_fields(sheet))
    keeps = refused.problem["code"] not in MET
    form = SheetForm(sheet, _read_start(visit, sheet), typed, errors, keeps)
    return _show(visit, form)


def _show(visit: Visit, form: SheetForm) -> ScreenPage:
    sheet = form.sheet
    names = name_students(sheet["students"])
    can_enter = "enter" in sheet["allowed"]
    typed_into = can_enter and not form.errors
    facts: Facts = {
        "sheet": sheet,
        "form": form,
        "grid": write_grid(sheet, visit.person.mark) if typed_into else None,
        "rows": list(form.rows()),
        "kinds": KINDS,
        "errors": form.errors,
        "names": names,
        "wrong": _place_errors(form, names),
        "can_enter": can_enter,
        "has_forms": len(sheet["forms"]) > 1,
        "level_names": {each["level"]: each["name"] for each in sheet["levels"]},
        "came_from": _read_from(visit, sheet),
        "today": visit.person.me["today"],
        "whole_path": place_of(sheet["tracker_id"], sheet["assessment_id"]),
    }
    return ScreenPage("sheets/plain.html", facts, form.errors.status)


def _place_errors(form: SheetForm, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the student and the item's number of each field of a student that is wrong."""
    students = form.sheet["students"]
    found: list[tuple[str, str, str]] = []
    for name in form.errors.fields:
        place, _, number = name.removeprefix("s").partition(".")
        if place.isdecimal():
            found.append((name, names[students[int(place)]["student_id"]], number))
    return found


def _read_from(visit: Visit, sheet: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the process and the tab that the person came from, to lead back; and if it is over.

    An address may be older than the lock: a sheet no longer counts in a process that is over.
    """
    query = visit.query
    if not query.get("process"):
        return {}
    tab = query.get("tab", "")
    over = sheet and query["process"] not in sheet["process_ids"]
    return {
        "process": query["process"],
        "tab": tab if tab in TABS.values() else TABS["pre"],
        "finished": "yes" if query.get("finished") or over else "",
    }


def _read_start(visit: Visit, sheet: Mapping[str, list[object]]) -> int:
    start = read_number(visit.query.get("start", "")) or 1
    return start if 1 <= start <= max(1, len(sheet["items"])) else 1
