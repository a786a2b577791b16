"""Choosing an assessment that is added to a tracker."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_choices import LISTED, MOST_TYPED
from .forms import NO_ERRORS, Errors
from .screens import EVERYBODY, TEACHERS, Lead, ScreenPage, Screens, Shown, Visit
from .tracker_page import address_of, path_of

screens = Screens()

ADDRESS = "/console/trackers/{tracker_id}/add-assessment"
WHOSE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "mine": {"created_by_id": "me"},
        "school": {"visibility": "school"},
        "district": {"visibility": "district"},
        "approved": {"approved": "true"},
        "all": {},
    }
)
"""Whose assessments are listed, in the API's words."""
MINE = "mine"


@screens.show(ADDRESS, roles=EVERYBODY)
def choose_assessment(visit: Visit, tracker_id: str) -> ScreenPage:
    """List the assessments of the tracker's standards set, as they are searched for."""
    return _show(visit, tracker_id)


@screens.act(ADDRESS, roles=TEACHERS)
def add_assessment(visit: Visit, tracker_id: str) -> Shown:
    """Add the chosen one; an assessment that was taken out comes back with its results."""
    body = {"assessment_id": visit.form.one("assessment_id")}
    path = f"{path_of(tracker_id)}/assessments"
    try:
        visit.api.ask("POST", path, body, key=visit.form.key)
    except ApiRefused as refused:
        return _show(visit, tracker_id, Errors.of(refused.problem))
    return Lead(address_of(tracker_id), done="tracker_added")


def _show(visit: Visit, tracker_id: str, errors: Errors = NO_ERRORS) -> ScreenPage:
    tracker = visit.api.read(path_of(tracker_id))
    searched = _read_search(visit)
    return ScreenPage(
        "trackers/choices.html",
        {
            "tracker": tracker,
            "errors": errors,
            "searched": searched,
            "page": _find(visit, searched, tracker["standards_set_id"]),
            "held": {each["assessment_id"] for each in tracker["assessments"]},
            "removed": {each["assessment_id"] for each in tracker["taken_out"]},
        },
        errors.status,
    )


def _read_search(visit: Visit) -> dict[str, str]:
    whose, text = visit.query.get("whose", MINE), visit.query.get("text", "").strip()[:MOST_TYPED]
    return {"whose": whose if whose in WHOSE else MINE, **({"text": text} if text else {})}


def _find(visit: Visit, searched: Mapping[str, str], set_id: str) -> Any:
    asked = {**WHOSE[searched["whose"]], "standards_set_id": set_id, "limit": LISTED}
    also = visit.read_query("cursor")
    text = {"text": searched["text"]} if "text" in searched else {}
    return visit.api.read("/v1/assessments", {**asked, **text, **also})
