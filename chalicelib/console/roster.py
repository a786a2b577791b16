"""Admin > Roster: the roster in force, its imports, and how an import begins."""

from __future__ import annotations

from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .screens import DISTRICT_ADMINS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

PAGE_SIZE = "25"
NEW = "/console/new-roster-import"


@screens.show("/console/roster", roles=DISTRICT_ADMINS)
def list_roster_imports(visit: Visit) -> ScreenPage:
    """Return which roster is in force, and list the imports, the newest first."""
    return _list(visit)


@screens.show(NEW, roles=DISTRICT_ADMINS)
def begin_roster_import(_: Visit) -> ScreenPage:
    """Show the form that a OneRoster file is chosen in."""
    return ScreenPage("roster/new.html", {"joins": False, "errors": NO_ERRORS})


@screens.act(NEW, roles=DISTRICT_ADMINS)
def announce_roster_import(visit: Visit) -> Shown:
    """Begin an import: return the bucket's form for its file, or bring the earlier roster back."""
    form = visit.form
    restores, joins = form.one("restores"), form.has("joins")
    body = {"restored_import_id": restores} if restores else {"join_by_sign_in_name": joins}
    try:
        made = visit.api.ask("POST", "/v1/roster-imports", body, key=form.key).body
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, {"/restores": "restores"})
        if restores:
            return _list(visit, errors)
        return ScreenPage("roster/new.html", {"joins": joins, "errors": errors}, refused.status)
    place = f"/console/roster/{write_segment(made['id'])}"
    if restores:
        return Lead(place, done="roster_back")
    facts = {"room": "roster", "upload": made["upload"], "next": f"{visit.base}{place}"}
    return ScreenPage("imports/upload.html", facts)


def _list(visit: Visit, errors: Errors = NO_ERRORS) -> ScreenPage:
    cursor = visit.read_query("cursor")
    facts: dict[str, Any] = {
        "roster": visit.api.read("/v1/roster"),
        "page": visit.api.read("/v1/roster-imports", {**cursor, "limit": PAGE_SIZE}),
        "errors": errors,
        "is_first_page": not cursor,
    }
    return ScreenPage("roster/list.html", facts, errors.status)
