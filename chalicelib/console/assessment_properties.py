"""An assessment's properties: of a new one, and those on its tab Settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import address_of, path_of, read_sets, show_tab
from .forms import NO_ERRORS, Errors, Form, read_number
from .grade_names import GRADES, format_grade
from .screens import AUTHORS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

Properties = dict[str, Any]
TEXTS = ("title", "subject", "language", "standards_set_id", "visibility")
NEW: Mapping[str, Any] = {
    "title": "",
    "kind": "item",
    "standards_set_id": "",
    "subject": "",
    "language": "",
    "grades": [],
    "level_count": "",
    "cuts": [],
    "visibility": "private",
}
"""The values that the form of a new assessment shows before the person types."""


@screens.show("/console/new-assessment", roles=AUTHORS)
def begin_assessment(visit: Visit) -> ScreenPage:
    """Show the form of a new assessment."""
    return _show_form(visit, {**NEW, "visibility": _usual_visibility(visit)})


@screens.act("/console/new-assessment", roles=AUTHORS)
def create_assessment(visit: Visit) -> Shown:
    """Make a draft, and lead to its items."""
    typed = {**NEW, **read_properties(visit.form), "kind": visit.form.one("kind", "item")}
    body = {name: value for name, value in typed.items() if value not in ("", [])}
    try:
        made = visit.api.ask("POST", "/v1/assessments", body, key=visit.form.key).body
    except ApiRefused as refused:
        return _show_form(visit, typed, Errors.of(refused.problem))
    return Lead(address_of(made["id"]), done="begun")


@screens.show("/console/assessments/{assessment_id}/properties", roles=AUTHORS)
def show_properties(_: Visit, assessment_id: str) -> Shown:
    """Lead to the tab: a form that was refused leaves its own address in the browser."""
    return Lead(address_of(assessment_id, "settings"))


@screens.act("/console/assessments/{assessment_id}/properties", roles=AUTHORS)
def save_properties(visit: Visit, assessment_id: str) -> Shown:
    """Save the changes on the tab Settings, and nothing else."""
    changes = read_changes(visit.form)
    path = path_of(assessment_id)
    try:
        if changes:
            visit.send("PATCH", path, changes)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem)
        typed = {**visit.api.read(path), **changes}
        return show_tab(visit, assessment_id, "settings", errors=errors, typed=typed)
    return Lead(address_of(assessment_id, "settings"), done="saved")


def read_changes(form: Form) -> Properties:
    """Read the properties that the person changed since they opened the form.

    They leave out all other properties, so that another person's changes stay.
    """
    seen = form.read_seen()
    typed = read_properties(form)
    return {name: value for name, value in typed.items() if (value or "") != seen.get(name)}


def read_properties(form: Form) -> Properties:
    """Read the properties that a form has, in the API's words and shapes."""
    properties: Properties = {name: form.one(name).strip() for name in TEXTS if form.has(name)}
    properties["grades"] = form.all("grades")
    if form.has("cuts"):
        properties["cuts"] = form.one("cuts").replace(",", " ").replace("%", " ").split()
    if form.has("level_count"):
        count = read_number(form.one("level_count"))
        properties["level_count"] = form.one("level_count") if count is None else count
    return properties


def _usual_visibility(visit: Visit) -> str:
    """Return the usual choice: an administrator's assessment is for the district."""
    return "district" if visit.person.is_district_admin else "private"


def _show_form(visit: Visit, typed: Mapping[str, Any], errors: Errors = NO_ERRORS) -> ScreenPage:
    facts = {
        "typed": typed,
        "errors": errors,
        "sets": read_sets(visit),
        "grades": [(code, format_grade(code)) for code in GRADES],
    }
    return ScreenPage("assessments/new.html", facts, errors.status)
