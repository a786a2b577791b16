"""A test on paper: the parts to print, the class, and the paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from . import printouts, sheet_addresses
from .assessment_page import path_of
from .forms import NO_ERRORS, Errors, Form
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .student_names import name_students

screens = Screens()

ADDRESS = "/console/assessments/{assessment_id}/print"
FIRST_FORM = "A"
SHEETS = "answer_sheets"
FIELDS = {
    "/parts": "parts",
    "/versions": "versions",
    "/paper": "paper",
    "/student_ids": "students",
}


def print_address(assessment_id: str, tracker_id: str = "") -> str:
    """Return the address where a test is printed, for the class of a tracker or for any."""
    address = ADDRESS.format(assessment_id=write_segment(assessment_id))
    return f"{address}?{urlencode({'tracker': tracker_id})}" if tracker_id else address


@screens.show(ADDRESS, roles=EVERYBODY)
def show_choices(visit: Visit, assessment_id: str) -> ScreenPage:
    """Ask what to print."""
    return _show(visit, assessment_id, visit.query.get("tracker", ""))


@screens.act(ADDRESS, roles=EVERYBODY)
def print_test(visit: Visit, assessment_id: str) -> Shown:
    """Have it printed, and lead to how far it is."""
    form = visit.form
    typed = _read_choices(form)
    tracker = typed["tracker_id"]
    unused = () if SHEETS in typed["parts"] else ("student_ids",)
    body = {name: value for name, value in typed.items() if name not in unused}
    path = f"{path_of(assessment_id)}/printouts"
    try:
        made = visit.api.ask("POST", path, body, key=form.key).body
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, FIELDS)
        return _show(visit, assessment_id, tracker, typed, errors)
    return Lead(printouts.address_of(made["id"]))


def _read_choices(form: Form) -> dict[str, Any]:
    """Read what somebody chose, in the API's words."""
    typed: dict[str, Any] = {
        "parts": form.all("parts"),
        "versions": form.all("versions"),
        "tracker_id": form.one("tracker"),
        "two_sided": bool(form.one("two_sided")),
    }
    if form.one("paper"):
        typed["paper"] = form.one("paper")
    if form.one("who") == "chosen":
        typed["student_ids"] = form.all("student")
    return typed


def _show(
    visit: Visit,
    assessment_id: str,
    tracker_id: str,
    typed: Mapping[str, Any] | None = None,
    errors: Errors = NO_ERRORS,
) -> ScreenPage:
    """Show the form; of a class the sheet says all there is to know, else the assessment."""
    if tracker_id:
        found = visit.api.read(sheet_addresses.path_of(tracker_id, assessment_id))
        known = {
            "class_title": found["class_title"],
            "students": name_students(each for each in found["students"] if each["enrolled"]),
            "forms": found["forms"],
            "on_document": not any(each["prompt"] for each in found["items"]),
        }
    else:
        found = visit.api.read(f"{path_of(assessment_id)}/items")
        known = {
            "class_title": "",
            "students": {},
            "forms": [FIRST_FORM, *found["versions"]],
            "on_document": not any(each["prompt"] for each in found["items"]),
        }
    title = found["title"] if tracker_id else visit.api.read(path_of(assessment_id))["title"]
    facts = {
        **known,
        "title": title,
        "assessment_id": assessment_id,
        "tracker_id": tracker_id,
        "typed": typed or _first_choice(known, tracker_id),
        "errors": errors,
    }
    return ScreenPage("assessments/print.html", facts, errors.status)


def _first_choice(known: Mapping[str, Any], tracker_id: str) -> dict[str, Any]:
    """Choose what most people want: the test, for a class with answer sheets; all versions."""
    test = [] if known["on_document"] else ["test"]
    sheets = [SHEETS] if tracker_id else []
    return {"parts": [*test, *sheets], "versions": known["forms"]}
