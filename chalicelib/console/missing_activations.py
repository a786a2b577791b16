"""People who have not activated a test, in all processes in view, and reminders to them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from .forms import NoSuchAct
from .own_schools import read_schools
from .process_list import read_teams
from .screens import ADMINS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

ADDRESS = "/console/not-activated"
ASKED = ("state", "step", "school_id", "team_id")
"""The parameters that the list takes from the address, in the API's words."""
PAGE_SIZE = "20"
"""As many as are reminded at once."""


@screens.show(ADDRESS, roles=ADMINS)
def show_missing_activations(visit: Visit) -> ScreenPage:
    """List the tests that somebody has not activated."""
    return _show(visit)


@screens.act(ADDRESS, roles=ADMINS)
def remind_of_activations(visit: Visit) -> Shown:
    """Have those reminded of one test, or of all that are listed and were not reminded of yet."""
    form = visit.form
    named = form.all("tests") if form.has("all") else form.all("only")
    tests = [_read_test(each) for each in dict.fromkeys(named)]
    if not tests:
        raise NoSuchAct
    answer = visit.api.ask("POST", "/v1/process-reminders", {"tests": tests}, key=form.key).body
    left_out = [each for each in answer["tests"] if each["reminder"] is None]
    if left_out:
        return _show(visit, left_out, len(tests) - len(left_out))
    asked = visit.read_query(*ASKED, "cursor")
    return Lead(f"{ADDRESS}?{urlencode(asked)}" if asked else ADDRESS, done="teams_reminded")


def _read_test(text: str) -> dict[str, str]:
    """Read a test of a process as a form names it."""
    process, _, test = text.rpartition(".")
    return {"process_id": process, "test": test}


def _show(visit: Visit, left_out: list[Any] | None = None, reminded: int = 0) -> ScreenPage:
    asked, cursor = visit.read_query(*ASKED), visit.read_query("cursor")
    query = {**asked, **cursor, "limit": PAGE_SIZE}
    page = visit.api.read("/v1/missing-activations", query)
    facts: dict[str, Any] = {
        "page": page,
        "asked": asked,
        "cursor": cursor.get("cursor", ""),
        "schools": [] if visit.is_part else read_schools(visit),
        "teams": read_teams(visit, asked),
        "people": sum(each["missing_count"] for each in page["items"]),
        "to_remind": [
            each
            for each in page["items"]
            if "remind" in each["allowed"] and not each["reminded_at"]
        ],
        "left_out": left_out or [],
        "reminded": reminded,
    }
    return ScreenPage("processes/not_activated.html", facts)
