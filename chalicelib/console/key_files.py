"""An answer key from a file: looked at first, then set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import address_of, path_of, read_around
from .forms import NO_ERRORS, Errors, Form, read_number
from .screens import AUTHORS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

NEW: Mapping[str, str] = {
    "layout": "auto",
    "csv": "",
    "file": "",
    "default_standards": "",
    "default_points": "1",
    "choice_count": "0",
}
"""The values that the form shows before the person types."""


@screens.show("/console/assessments/{assessment_id}/key-file", roles=AUTHORS)
def begin_key_file(visit: Visit, assessment_id: str) -> Shown:
    """Show the form for a key file."""
    return _show(visit, assessment_id, NEW)


@screens.act("/console/assessments/{assessment_id}/key-file", roles=AUTHORS)
def use_key_file(visit: Visit, assessment_id: str) -> Shown:
    """Show the meaning of a key file, or set the key by it."""
    form = visit.form
    typed = {name: form.one(name, default) for name, default in NEW.items()}
    sets = form.one("act") == "apply"
    path, key = f"{path_of(assessment_id)}/key-files", form.key if sets else ""
    try:
        body = {**read_key_file(form), "apply": sets}
        found = visit.api.ask("POST", path, body, etag=form.one("etag"), key=key).body
    except ApiRefused as refused:
        names = {"/file": "picker", "/csv": "csv"}
        errors = Errors.of(refused.problem, names)
        return _show(visit, assessment_id, typed, errors=errors)
    if found["applied"]:
        return Lead(address_of(assessment_id, "items"), done="key_set")
    return _show(visit, assessment_id, typed, found=found)


def read_key_file(form: Form) -> dict[str, Any]:
    """Read the file and its form fields, in the API's words."""
    standards = form.one("default_standards").replace(",", "\n").split("\n")
    typed_count = form.one("choice_count").strip() or "0"
    count = read_number(typed_count)
    typed, chosen = form.one("csv"), form.one("file")
    sent = {"file": chosen} if chosen and not typed.strip() else {"csv": typed}
    return {
        **sent,
        "layout": form.one("layout", "auto"),
        "default_standards": [each.strip() for each in standards if each.strip()],
        "default_points": form.one("default_points").strip() or "1",
        "choice_count": typed_count if count is None else count,
    }


def _show(
    visit: Visit,
    assessment_id: str,
    typed: Mapping[str, str],
    *,
    errors: Errors = NO_ERRORS,
    found: Mapping[str, Any] | None = None,
) -> Shown:
    assessment = visit.api.read(path_of(assessment_id))
    if not errors and "edit" not in assessment["allowed"]:
        return Lead(address_of(assessment_id))
    facts = {
        **read_around(assessment),
        "typed": typed,
        "errors": errors,
        "found": found,
    }
    return ScreenPage("assessments/key_file.html", facts, errors.status)
