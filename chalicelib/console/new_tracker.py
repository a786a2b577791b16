"""*My Trackers* > *New tracker*: for teachers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import read_sets
from .forms import NO_ERRORS, Errors
from .screens import TEACHERS, Lead, ScreenPage, Screens, Shown, Visit
from .tracker_page import address_of

screens = Screens()

ADDRESS = "/console/new-tracker"
TYPED = ("class_id", "standards_set_id", "title")


@screens.show(ADDRESS, roles=TEACHERS)
def begin_tracker(visit: Visit) -> ScreenPage:
    """Show the form of a new tracker."""
    return _show(visit, {name: visit.query.get(name, "") for name in TYPED})


@screens.act(ADDRESS, roles=TEACHERS)
def make_tracker(visit: Visit) -> Shown:
    """Make the tracker, and lead to it."""
    sent = {name: visit.form.one(name).strip() for name in TYPED}
    body = {name: text for name, text in sent.items() if text or name != "title"}
    try:
        made = visit.api.ask("POST", "/v1/trackers", body, key=visit.form.key).body
    except ApiRefused as refused:
        return _show(visit, sent, Errors.of(refused.problem))
    return Lead(address_of(made["id"]), done="tracker_made")


def _show(visit: Visit, sent: Mapping[str, str], errors: Errors = NO_ERRORS) -> ScreenPage:
    facts = {
        "sent": sent,
        "errors": errors,
        "classes": _read_classes(visit),
        "sets": read_sets(visit),
    }
    return ScreenPage("trackers/new.html", facts, errors.status)


def _read_classes(visit: Visit) -> list[tuple[str, str]]:
    """Return one's own classes of today, to choose from."""
    found = visit.api.read_list("/v1/classes", {"past": "false", "limit": "200"})
    return [(each["id"], _name_class(each)) for each in found]


def _name_class(each: Mapping[str, Any]) -> str:
    """Name a class with its school, as several schools have classes of one title."""
    return f"{each['title']} ({each['school_name'] or each['school_id']})"
