"""Imports of standards: upload a framework, read what its check found, apply or discard it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner import Refused

from .forms import NO_ERRORS, Errors, NoSuchAct
from .screens import DISTRICT_ADMINS, Lead, Page, Screens

if TYPE_CHECKING:
    from .screens import Shown, Visit

screens = Screens()

LIST = "/console/standards-imports"
NEW = "/console/new-standards-import"
ADDRESS = LIST + "/{import_id}"
TABS = ("overview", "problems")
PAGE_SIZE = "25"
PROBLEMS = "50"
DECIDED = frozenset({"applying", "applied", "discarded"})
"""States of an import that somebody has decided on."""
OVERTAKEN = frozenset({"changed_meanwhile", "import_not_possible_now"})
"""Codes of who comes too late, if somebody has decided."""


@screens.show(LIST, roles=DISTRICT_ADMINS)
def list_standards_imports(visit: Visit) -> Page:
    """List the imports, the newest first."""
    cursor = visit.read_query("cursor")
    page = visit.api.read("/v1/standards-imports", {**cursor, "limit": PAGE_SIZE})
    return Page("standards/imports.html", {"page": page})


@screens.show(NEW, roles=DISTRICT_ADMINS)
def begin_standards_import(_: Visit) -> Page:
    """Show the form that a framework's file is chosen in."""
    return Page("standards/new.html", {"errors": NO_ERRORS, "file_name": ""})


@screens.act(NEW, roles=DISTRICT_ADMINS)
def announce_standards_import(visit: Visit) -> Page:
    """Begin an import, and give the bucket's form for its file."""
    name = visit.form.one("name").strip()
    try:
        said = {"file_name": name}
        made = visit.api.ask("POST", "/v1/standards-imports", said, key=visit.form.key).body
    except Refused as refused:
        errors = Errors.of(refused.problem, {"/file_name": "name"})
        return Page("standards/new.html", {"errors": errors, "file_name": name}, refused.status)
    place = f"{visit.base}{LIST}/{write_segment(made['id'])}"
    return Page("standards/upload.html", {"upload": made["upload"], "next": place})


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_standards_import(visit: Visit, import_id: str) -> Page:
    """Show an import, with the tab that the address names."""
    return _show(visit, import_id)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def decide_on_standards_import(visit: Visit, import_id: str) -> Shown:
    """Apply an import, or discard it."""
    form, path = visit.form, _path(import_id)
    what = form.one("act")
    if what not in ("apply", "discard"):
        raise NoSuchAct
    etag, key, here = form.one("etag"), form.key, f"{LIST}/{write_segment(import_id)}"
    try:
        if what == "discard":
            visit.api.ask("DELETE", path, etag=etag, key=key)
            return Lead(here, done="standards_discarded")
        body = {"confirm_drops": form.has("confirm")}
        visit.api.ask("POST", f"{path}/application", body, etag=etag, key=key)
    except Refused as refused:
        errors = Errors.of(refused.problem, {"/confirm_drops": "confirm"})
        overtaken = refused.problem["code"] in OVERTAKEN
        return _show(visit, import_id, errors, refused.status, overtaken=overtaken)
    return Lead(here, done="standards_applying")


def _path(import_id: str) -> str:
    return f"/v1/standards-imports/{write_segment(import_id)}"


def _show(
    visit: Visit,
    import_id: str,
    errors: Errors = NO_ERRORS,
    status: int = 200,
    *,
    overtaken: bool = False,
) -> Page:
    found = visit.api.read(_path(import_id))
    tab = visit.query.get("tab", "")
    tab = tab if tab in TABS and not errors else TABS[0]
    overtaken = overtaken and found["state"] in DECIDED
    facts: dict[str, Any] = {
        "it": found,
        "tab": tab,
        "errors": NO_ERRORS if overtaken else errors,
        "overtaken": overtaken,
        "confirmed": visit.form.has("confirm"),
        "here": f"/standards-imports/{write_segment(import_id)}",
    }
    if tab == "problems":
        cursor = visit.read_query("cursor")
        query = {**cursor, "limit": PROBLEMS}
        facts["page"] = visit.api.read(found["links"]["problems"], query)
    return Page(f"standards/{tab}.html", facts, 409 if overtaken else status)
