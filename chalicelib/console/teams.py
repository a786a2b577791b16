"""Data Team: *My Data Teams*, one team with its tabs, and the acts of its buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NoSuchAct
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .team_levels import TypedLevels, sign_levels
from .team_page import (
    OpenTeam,
    address_of,
    open_team,
    path_of,
    read_list,
    read_list_query,
    show_team_tab,
)

screens = Screens()

STALE = 412
"""The status of a refusal because of another person's change."""
NO_ROOM = "The highest level begins at 100%. Lower where it begins, then add a level above it."


@screens.show("/console/teams", roles=EVERYBODY)
def list_teams(visit: Visit) -> ScreenPage:
    """List teams, with the first one opened at once."""
    listed = {**read_list(visit), "chooses": True}
    rows = listed["page"]["items"]
    if visit.is_part or not rows:
        return ScreenPage("teams/none.html", {**listed, "team": None, "tab": ""})
    return show_team_tab(open_team(visit, rows[0]["id"]), visit.query.get("tab", ""), listed)


@screens.show("/console/teams/{team_id}", roles=EVERYBODY)
def show_team(visit: Visit, team_id: str) -> ScreenPage:
    """Show one team, with the tab that the address names."""
    return show_team_tab(open_team(visit, team_id), visit.query.get("tab", ""))


@screens.act("/console/teams/{team_id}", roles=EVERYBODY)
def act_on_team(visit: Visit, team_id: str) -> Shown:
    """Do the act of the button that was pressed; a refusal goes back into its form."""
    act, _, about = visit.form.one("act").partition(" ")
    if act in EDITS:
        return EDITS[act](visit, team_id, about)
    if act not in ACTS:
        raise NoSuchAct
    try:
        return ACTS[act](visit, team_id, about)
    except ApiRefused as refused:
        typed = {"rename": visit.form.one("rename")} if act == "rename" else {}
        tab = visit.query.get("tab", "")
        opened = replace(open_team(visit, team_id), typed=typed, problem=refused.problem)
        return show_team_tab(opened, tab or "info", status=refused.status)


# -- name, people, retirement ---------------------------------------------------------------------


def _rename(visit: Visit, team_id: str, _: str) -> Lead:
    visit.send("PATCH", path_of(team_id), {"name": visit.form.one("rename")})
    return _back(visit, team_id, "team_renamed")


def _put_leader(visit: Visit, team_id: str, person: str) -> Lead:
    visit.send("PUT", _member(team_id, person), {"leader": True})
    return _back(visit, team_id, "team_leader")


def _put_member(visit: Visit, team_id: str, person: str) -> Lead:
    visit.send("PUT", _member(team_id, person), {"leader": False})
    return _back(visit, team_id, "team_member")


def _take_out(visit: Visit, team_id: str, person: str) -> Lead:
    visit.send("DELETE", _member(team_id, person))
    return _back(visit, team_id, "team_taken_out")


def _leave(visit: Visit, team_id: str, _: str) -> Lead:
    visit.send("DELETE", _member(team_id, visit.person.caller.person))
    return Lead("/console/teams", done="team_left")


def _retire(visit: Visit, team_id: str, _: str) -> Lead:
    visit.send("POST", f"{path_of(team_id)}/retirement")
    return _back(visit, team_id, "team_retired")


def _bring_back(visit: Visit, team_id: str, _: str) -> Lead:
    visit.send("DELETE", f"{path_of(team_id)}/retirement")
    return _back(visit, team_id, "team_brought_back")


TeamAct = Callable[["Visit", str, str], Lead]

ACTS: Mapping[str, TeamAct] = {
    "rename": _rename,
    "leader": _put_leader,
    "member": _put_member,
    "remove": _take_out,
    "leave": _leave,
    "retire": _retire,
    "bring-back": _bring_back,
}
"""The acts of the buttons, by their first word; a person's id may follow it."""


def _member(team_id: str, person: str) -> str:
    return f"{path_of(team_id)}/members/{write_segment(person)}"


def _back(visit: Visit, team_id: str, done: str) -> Lead:
    return Lead(address_of(team_id, visit.query.get("tab", ""), read_list_query(visit)), done=done)


# -- levels ---------------------------------------------------------------------------------------


def _preview(visit: Visit, team_id: str, _: str) -> ScreenPage:
    """Show the effects of the levels; write nothing."""
    opened = open_team(visit, team_id)
    return _show_preview(opened, TypedLevels.read(visit.form, opened.team))


def _add_level(visit: Visit, team_id: str, _: str) -> ScreenPage:
    opened = open_team(visit, team_id)
    levels = TypedLevels.read(visit.form, opened.team)
    if levels.has_room_above:
        return _edit(opened, levels.add_level(opened.team))
    top = {"pointer": f"/lower-{len(levels.rows) - 1}", "message": NO_ROOM}
    problem = {"code": "no_room", "detail": NO_ROOM, "errors": [top]}
    return _edit(replace(opened, problem=problem), levels)


def _drop_level(visit: Visit, team_id: str, number: str) -> ScreenPage:
    opened = open_team(visit, team_id)
    return _edit(opened, TypedLevels.read(visit.form, opened.team).drop_level(number, opened.team))


def _save(visit: Visit, team_id: str, _: str) -> Shown:
    """Save the levels. Another person's change stops it only if it changed the levels."""
    opened = open_team(visit, team_id)
    levels = TypedLevels.read(visit.form, opened.team)
    etag = visit.form.one("etag")
    if sign_levels(opened.team) == levels.was:
        etag = f'"{opened.team["version"]}"'
    try:
        path, body = f"{path_of(team_id)}/levels", levels.write_body()
        visit.api.ask("PUT", path, body, etag=etag, key=visit.form.key)
    except ApiRefused as refused:
        return _refuse(opened, levels, refused)
    return Lead(address_of(team_id, "info", read_list_query(visit)), done="team_levels")


EDITS: Mapping[str, Callable[[Visit, str, str], Shown]] = {
    "preview": _preview,
    "add-level": _add_level,
    "drop-level": _drop_level,
    "save": _save,
}
"""The acts of the buttons below the levels."""


def _edit(opened: OpenTeam, levels: TypedLevels) -> ScreenPage:
    return show_team_tab(replace(opened, typed={"levels": levels}), "info")


def _show_preview(opened: OpenTeam, levels: TypedLevels) -> ScreenPage:
    path = f"{path_of(opened.team['id'])}/levels/preview"
    try:
        preview = opened.visit.api.ask("POST", path, levels.write_body()).body
    except ApiRefused as refused:
        return _refuse(opened, levels, refused)
    return show_team_tab(replace(opened, typed={"levels": levels, "preview": preview}), "info")


def _refuse(opened: OpenTeam, levels: TypedLevels, refused: ApiRefused) -> ScreenPage:
    """Show the form as it was typed; beside a stale one, show the saved levels."""
    team = opened.team
    if refused.status == STALE:
        team = opened.visit.api.read(path_of(team["id"]))
        levels = replace(levels, was=sign_levels(team))
    typed = {"levels": levels}
    again = replace(opened, team=team, typed=typed, problem=refused.problem)
    return show_team_tab(again, "info", status=refused.status)
