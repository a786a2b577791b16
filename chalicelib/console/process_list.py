"""Mastery Processes by state and step: administrators see their schools', teachers their teams'."""

from __future__ import annotations

from typing import Any

from .own_schools import read_schools
from .screens import EVERYBODY, ScreenPage, Screens, Visit

screens = Screens()

ASKED = ("state", "step", "school_id", "team_id", "mine")
"""The parameters that the list takes from the address, in the API's words."""
PAGE_SIZE, TEAMS_OFFERED = "50", "200"


@screens.show("/console/processes", roles=EVERYBODY)
def list_processes(visit: Visit) -> ScreenPage:
    """List the Mastery Processes that match the filters."""
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    facts: dict[str, Any] = {
        "page": visit.api.read("/v1/processes", {**asked, **cursor, "limit": PAGE_SIZE}),
        "asked": asked,
        "began": not cursor,
        "schools": read_schools(visit) if visit.person.is_admin and not visit.is_part else [],
        "teams": read_teams(visit, asked),
    }
    return ScreenPage("processes/list.html", facts)


def read_teams(visit: Visit, asked: dict[str, str]) -> dict[str, Any]:
    """Return the teams to choose from: of the school that is chosen, if there is one."""
    query = {name: asked[name] for name in ("school_id", "mine") if name in asked}
    page = visit.api.read("/v1/teams", query | {"limit": TEAMS_OFFERED})
    rows = [(each["id"], each["name"]) for each in page["items"]]
    return {"rows": rows, "more": bool(page["next"])}
