"""One import of the roster: its progress, the findings of its check, and the acts on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.clock import from_instant

from .imports import PAGE_SIZE, ImportKind, see_problems
from .screens import DISTRICT_ADMINS, ScreenPage, Screens, Shown, Visit

if TYPE_CHECKING:
    from chalicelib.acts import Answer

    from .forms import Form

screens = Screens()

ADDRESS = "/console/roster/{import_id}"
NAMES_KEPT = timedelta(minutes=5)
"""The time for which the API may show former names of things (`directory`)."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_roster_import(visit: Visit, import_id: str) -> ScreenPage:
    """Show an import, with the tab that the address names."""
    return ROSTER.show(visit, import_id)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def decide_on_roster_import(visit: Visit, import_id: str) -> Shown:
    """Apply an import, or discard it."""
    return ROSTER.decide(visit, import_id)


@screens.show(ADDRESS + "/files/{name}", roles=DISTRICT_ADMINS)
def save_roster_problems(visit: Visit, import_id: str, name: str) -> Answer:
    """Return the problems as a file for the roster's maintainer: the API's own."""
    return ROSTER.save_problems(visit, import_id, name)


def _see_overview(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    """Read the facts beside an import in its state: the job, or the roster in force."""
    if found["state"] == "applying":
        return {"job": visit.api.read(found["links"]["job"])}
    if found["state"] != "applied":
        return {}
    since = visit.services.clock.now() - from_instant(found["applied_at"])
    return {"roster": visit.api.read("/v1/roster"), "is_fresh": since < NAMES_KEPT}


def _see_changes(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    asked = visit.read_query("text")
    query = {**asked, **visit.read_query("cursor"), "limit": PAGE_SIZE}
    return {"schools": visit.api.read(found["links"]["schools"], query), "asked": asked}


def _see_problems(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    report = found["report"] or {}
    files = {"files": list(report.get("rows") or ())}
    counts = {"problem_counts": report.get("problem_counts") or {}}
    return {**see_problems(visit, found), **files, **counts}


def _is_kept(found: dict[str, Any]) -> bool:
    return found["report"] is not None and not found["expired"]


def _read_grants(form: Form) -> dict[str, Any]:
    return {"granted_person_ids": list(dict.fromkeys(form.all("grants")))}


ROSTER = ImportKind(
    "roster",
    "/v1/roster-imports",
    "/roster",
    "/new-roster-import",
    {"overview": _see_overview, "changes": _see_changes, "problems": _see_problems},
    _is_kept,
    _read_grants,
)
TABS = tuple(ROSTER.tabs)
