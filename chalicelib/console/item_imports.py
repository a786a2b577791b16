"""Items from a QTI package: upload it, follow it, and read the result for each question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .assessment_page import read_sets
from .attachments import explain_no_file, read_size
from .forms import NO_ERRORS, Errors
from .screens import AUTHORS, ScreenPage, Screens, Visit

screens = Screens()

FIELDS = ("title", "standards_set_id", "standards", "name", "size")


@screens.show("/console/item-imports", roles=AUTHORS)
def begin_item_import(visit: Visit) -> ScreenPage:
    """Show the form of an import."""
    return _show_form(visit, dict.fromkeys(FIELDS, ""))


@screens.act("/console/item-imports", roles=AUTHORS)
def announce_item_import(visit: Visit) -> ScreenPage:
    """Announce a package, and return the bucket's form for it."""
    typed = {name: visit.form.one(name).strip() for name in FIELDS}
    standards = typed["standards"].replace(",", "\n").split("\n")
    body = {
        "title": typed["title"],
        "standards_set_id": typed["standards_set_id"],
        "standards": [each.strip() for each in standards if each.strip()],
        "file_name": typed["name"],
        "size": read_size(typed["size"]),
    }
    try:
        made = visit.api.ask("POST", "/v1/item-imports", body, key=visit.form.key).body
    except ApiRefused as refused:
        names = {"/file_name": "name", "/size": "size"}
        errors = explain_no_file(Errors.of(refused.problem, names), typed)
        return _show_form(visit, typed, errors)
    facts = {
        "upload": made["upload"],
        "file_name": made["file_name"],
        "size": made["size"],
        "next": f"{visit.base}/console/item-imports/{write_segment(made['id'])}",
        "trail": [],
    }
    return ScreenPage("upload.html", facts)


@screens.show("/console/item-imports/{import_id}", roles=AUTHORS)
def show_item_import(visit: Visit, import_id: str) -> ScreenPage:
    """Show the progress of an import, and the result for each question."""
    found = visit.api.read(f"/v1/item-imports/{write_segment(import_id)}")
    return ScreenPage("assessments/import.html", {"it": found})


def _show_form(visit: Visit, typed: Mapping[str, str], errors: Errors = NO_ERRORS) -> ScreenPage:
    facts: dict[str, Any] = {"typed": typed, "errors": errors, "sets": read_sets(visit)}
    return ScreenPage("assessments/import_new.html", facts, errors.status)
