"""A data team's page: the list of teams beside it, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .own_schools import read_schools
from .people_search import find_people
from .screens import ScreenPage, Visit
from .team_levels import FIELDS, TypedLevels

Facts = dict[str, Any]
LIST_QUERY = ("text", "school_id", "mine", "retired", "cursor")
"""The parameters of the list, in the API's words; a team's page keeps them."""
TEAMS_SHOWN, OWN_TEAMS_SHOWN = "25", "200"
PROCESSES_SHOWN = "50"
NAMES = {**FIELDS, "/name": "rename"}
"""The fields of a team's forms by the API's pointers, where they differ."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


def path_of(team_id: str) -> str:
    """Return the API's path of a data team."""
    return f"/v1/teams/{write_segment(team_id)}"


def address_of(team_id: str, tab: str = "", asked: Mapping[str, str] = NOTHING) -> str:
    """Return the address of a data team's tab, with the list beside it as it was asked for."""
    query = {**({"tab": tab} if tab else {}), **asked}
    address = f"/console/teams/{write_segment(team_id)}"
    return f"{address}?{urlencode(query)}" if query else address


def read_list_query(visit: Visit) -> dict[str, str]:
    """Return the query of the list of teams."""
    return visit.read_query(*LIST_QUERY)


def read_list(visit: Visit) -> Facts:
    """Read the list of teams: one's own, or those that one administers."""
    asked, admin = read_list_query(visit), visit.person.is_admin
    limit = TEAMS_SHOWN if admin else OWN_TEAMS_SHOWN
    return {
        "page": _read_teams(visit, {**asked, "limit": limit}),
        "asked": asked,
        "chooses": False,
        "looked": {name for name in ("text", "school_id", "mine") if name in asked},
        "schools": read_schools(visit) if admin and not visit.is_part else [],
    }


def _read_teams(visit: Visit, asked: dict[str, str]) -> Any:
    """Read a page of the list: the first one where its cursor is of an earlier release."""
    try:
        return visit.api.read("/v1/teams", asked)
    except ApiRefused as refused:
        if "cursor" not in asked or refused.problem["code"] != "cursor_unknown":
            raise
    return visit.api.read("/v1/teams", {n: text for n, text in asked.items() if n != "cursor"})


@dataclass(frozen=True, slots=True)
class OpenTeam:
    """A data team that a person opened, and their entries."""

    visit: Visit
    team: Mapping[str, Any]
    typed: Mapping[str, Any] = field(default_factory=dict)
    problem: Mapping[str, Any] = field(default_factory=dict)
    """The problem with which the API refused a form, if any."""

    @property
    def may(self) -> frozenset[str]:
        """The actions that the person may take with it."""
        return frozenset(self.team["allowed"])


def open_team(visit: Visit, team_id: str) -> OpenTeam:
    """Open a team. Raises `ApiRefused`."""
    return OpenTeam(visit, visit.api.read(path_of(team_id)))


def show_team_tab(
    opened: OpenTeam, tab: str, listed: Facts | None = None, status: int = 200
) -> ScreenPage:
    """Show a data team with a tab; wrong entries stay in it."""
    name = tab if tab in TABS else "processes"
    facts = {
        **(listed or read_list(opened.visit)),
        "team": opened.team,
        "may": opened.may,
        "etag": f'"{opened.team["version"]}"',
        "tab": name,
        "errors": Errors.of(opened.problem, NAMES) if opened.problem else NO_ERRORS,
        "previews": opened.visit.form.one("act") == "preview",
        "is_stale": status == 412,  # noqa: PLR2004 - a status
        **TABS[name](opened),
    }
    return ScreenPage(f"teams/{name}.html", facts, status)


def _show_processes(opened: OpenTeam) -> Facts:
    begin = opened.visit.query.get("from", "")
    asked = {"limit": PROCESSES_SHOWN, **({"cursor": begin} if begin else {})}
    path = f"{path_of(opened.team['id'])}/processes"
    return {"processes": opened.visit.api.read(path, asked), "begin": begin}


def _show_info(opened: OpenTeam) -> Facts:
    typed, find = opened.typed, opened.visit.query.get("find", "").strip()
    levels = typed.get("levels") or TypedLevels.of(opened.team)
    may_add = bool({"change_members", "change_leaders"} & opened.may)
    return {
        "levels": levels,
        "is_edited": "levels" in typed,
        "preview": typed.get("preview"),
        "rename": typed.get("rename", opened.team["name"]),
        "find": find,
        "found": find_people(opened.visit.api, find) if find and may_add else None,
        "known": {each["id"] for each in (*opened.team["leaders"], *opened.team["members"])},
    }


TABS: Mapping[str, Callable[[OpenTeam], Facts]] = {
    "processes": _show_processes,
    "info": _show_info,
}
"""The reader of each tab's data, beyond the team."""
