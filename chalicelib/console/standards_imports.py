"""Imports of standards: upload a framework, read its check's findings, apply or discard it."""

from __future__ import annotations

from typing import Any

from chalicelib.acts import Answer
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .imports import ImportKind, see_problems
from .screens import DISTRICT_ADMINS, ScreenPage, Screens, Shown, Visit

screens = Screens()

LIST = "/console/standards-imports"
NEW = "/console/new-standards-import"
ADDRESS = LIST + "/{import_id}"
PAGE_SIZE = "25"
LONGEST_NAME = 200
"""Of a file: of a longer one the end is kept, which tells one from the other."""
LISTS = ("CFDocument", "CFItems", "CFAssociations")
"""The parts that a package consists of."""


@screens.show(LIST, roles=DISTRICT_ADMINS)
def list_standards_imports(visit: Visit) -> ScreenPage:
    """List the imports, the newest first."""
    cursor = visit.read_query("cursor")
    page = visit.api.read("/v1/standards-imports", {**cursor, "limit": PAGE_SIZE})
    return ScreenPage("standards/imports.html", {"page": page})


@screens.show(NEW, roles=DISTRICT_ADMINS)
def begin_standards_import(_: Visit) -> ScreenPage:
    """Show the form that a framework's file is chosen in."""
    return ScreenPage("standards/new.html", {"errors": NO_ERRORS, "file_name": ""})


@screens.act(NEW, roles=DISTRICT_ADMINS)
def announce_standards_import(visit: Visit) -> ScreenPage:
    """Begin an import, and return the bucket's form for its file."""
    name = visit.form.one("name").strip()[-LONGEST_NAME:]
    try:
        body = {"file_name": name}
        made = visit.api.ask("POST", "/v1/standards-imports", body, key=visit.form.key).body
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, {"/file_name": "name"})
        return ScreenPage(
            "standards/new.html", {"errors": errors, "file_name": name}, refused.status
        )
    place = f"{visit.base}{LIST}/{write_segment(made['id'])}"
    facts = {"room": "standards", "upload": made["upload"], "next": place}
    return ScreenPage("imports/upload.html", facts)


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_standards_import(visit: Visit, import_id: str) -> ScreenPage:
    """Show an import, with the tab that the address names."""
    return STANDARDS.show(visit, import_id)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def decide_on_standards_import(visit: Visit, import_id: str) -> Shown:
    """Apply an import, or discard it."""
    return STANDARDS.decide(visit, import_id)


@screens.show(ADDRESS + "/files/{name}", roles=DISTRICT_ADMINS)
def save_standards_problems(visit: Visit, import_id: str, name: str) -> Answer:
    """Return the problems as a file for the publisher of the standards: the API's own."""
    return STANDARDS.save_problems(visit, import_id, name)


def _see_problems(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    more = {"files": LISTS, "problem_counts": found["problem_counts"]}
    return {**see_problems(visit, found), **more}


STANDARDS = ImportKind(
    "standards",
    "/v1/standards-imports",
    "/standards-imports",
    "/new-standards-import",
    {"overview": lambda _visit, _found: {}, "problems": _see_problems},
    lambda found: found["verdict"] is not None,
)
TABS = tuple(STANDARDS.tabs)
