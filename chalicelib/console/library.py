"""The library: the lessons of data teams from Mastery Processes that they finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from chalicelib.web.addresses import write_segment

from .grade_names import GRADES, format_grade, format_grades
from .own_schools import read_all_schools
from .screens import EVERYBODY, ScreenPage, Screens, Visit

screens = Screens()

FILTERS = ("standard", "subject", "grade", "year", "school_id", "team_id")
ASKED = ("text", *FILTERS)
"""The parameters that the search takes from the address, in the API's words."""
PAGE_SIZE, OWN_TEAMS = "30", "200"
YEARS_OFFERED = 8


@screens.show("/console/library", roles=EVERYBODY)
def search_library(visit: Visit) -> ScreenPage:
    """Search the finished processes of the district."""
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    facts: dict[str, Any] = {
        "page": visit.api.read("/v1/library", {**asked, **cursor, "limit": PAGE_SIZE}),
        "asked": asked,
        "began": not cursor,
        "narrowed": sum(name in asked for name in FILTERS),
        "schools": [] if visit.is_part else read_all_schools(visit),
        "teams": [] if visit.is_part else _name_teams(_read_own_teams(visit)),
        "grades": [(code, format_grade(code)) for code in GRADES],
        "years": _name_years(visit.person.me["today"]),
        "say_grades": format_grades,
    }
    return ScreenPage("library/list.html", facts)


@screens.show("/console/library/{process_id}", roles=EVERYBODY)
def show_library_entry(visit: Visit, process_id: str) -> ScreenPage:
    """Show a team's lessons, and offer to start from them."""
    entry = visit.api.read(f"/v1/library/{write_segment(process_id)}")
    own = _read_own_teams(visit)
    facts = {
        "entry": entry,
        "led": _name_teams(each for each in own if each["role"] == "leader"),
        "opens": _may_open(visit, entry, {each["id"] for each in own}),
        "level_names": {each["level"]: each["name"] for each in entry["levels"]},
    }
    return ScreenPage("library/entry.html", facts)


def _read_own_teams(visit: Visit) -> list[Any]:
    found: list[Any] = visit.api.read("/v1/teams", {"mine": "true", "limit": OWN_TEAMS})["items"]
    return found


def _name_teams(teams: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [(each["id"], each["name"]) for each in teams]


def _may_open(visit: Visit, entry: Mapping[str, Any], own: set[str]) -> bool:
    """Return whether the process itself is theirs to see."""
    caller = visit.person.caller
    at = entry["school_id"]
    return (
        entry["team_id"] in own or caller.is_district_admin or bool(at and caller.administers(at))
    )


def _name_years(today: str) -> list[tuple[str, str]]:
    """Return the school years that processes can be of, the newest first."""
    now = int(today[:4]) - (today[5:7] < "07")
    return [
        (f"{first}-{first + 1}", f"{first}-{first + 1}")
        for first in range(now, now - YEARS_OFFERED, -1)
    ]
