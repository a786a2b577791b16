"""A tracker's page: its surroundings, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment

from .forms import NO_ERRORS, Errors
from .people_search import find_people
from .screens import ScreenPage, Visit
from .tracker_settings import FIELDS, TypedSettings
from .tracker_standards import read_standards

Facts = dict[str, Any]
EVERY = "200"
"""More than a tracker holds."""
STALE = 412
"""The status of a refusal because of another person's change."""


def path_of(tracker_id: str) -> str:
    """Return the API's path of a tracker."""
    return f"/v1/trackers/{write_segment(tracker_id)}"


def address_of(tracker_id: str, tab: str = "") -> str:
    """Return the address of a tracker's tab."""
    address = f"/console/trackers/{write_segment(tracker_id)}"
    return f"{address}?{urlencode({'tab': tab})}" if tab else address


@dataclass(frozen=True, slots=True)
class OpenTracker:
    """A tracker that a person opened, and their entries."""

    visit: Visit
    tracker: Mapping[str, Any]
    typed: Mapping[str, Any] = field(default_factory=dict)
    problem: Mapping[str, Any] = field(default_factory=dict)
    """The problem with which the API refused a form, if any."""

    @property
    def may(self) -> frozenset[str]:
        """The actions that the person may take; an archived tracker takes no assessments."""
        allowed = frozenset(self.tracker["allowed"])
        full = {"add_assessment", "remove_assessment"}
        return allowed - full if self.tracker["archived"] else allowed


def open_tracker(visit: Visit, tracker_id: str) -> OpenTracker:
    """Open a tracker. Raises `Refused`."""
    return OpenTracker(visit, visit.api.read(path_of(tracker_id)))


def show_tracker_tab(opened: OpenTracker, tab: str, status: int = 200) -> ScreenPage:
    """Show a tracker with a tab; wrong entries stay in it."""
    name = tab if tab in TABS else next(iter(TABS))
    tracker, own = opened.tracker, opened.visit.person.caller.person
    facts = {
        "tracker": tracker,
        "may": opened.may,
        "etag": f'"{tracker["version"]}"',
        "tab": name,
        "is_own": tracker["owner_id"] == own,
        "errors": Errors.of(opened.problem, FIELDS) if opened.problem else NO_ERRORS,
        "is_stale": status == STALE,
        **TABS[name](opened),
    }
    return ScreenPage(f"trackers/{name}.html", facts, status)


def _show_assessments(opened: OpenTracker) -> Facts:
    """Return the tracker's assessments with the progress of each, the latest first."""
    tracker = opened.tracker
    path = f"{path_of(tracker['id'])}/sheets"
    sheets = {
        each["assessment_id"]: each
        for each in (
            opened.visit.api.read(path, {"limit": EVERY})["items"] if tracker["assessments"] else ()
        )
    }
    held = sorted(tracker["assessments"], key=lambda each: each["added_at"], reverse=True)
    return {
        "rows": [(each, sheets.get(each["assessment_id"])) for each in held],
        "today": opened.visit.person.me["today"],
    }


def _show_standards(opened: OpenTracker) -> Facts:
    return read_standards(opened.visit, opened.tracker, opened.typed.get("standards"))


def _show_collaborators(opened: OpenTracker) -> Facts:
    find = opened.visit.query.get("find", "").strip()
    searches = find and "change_collaborators" in opened.may
    return {
        "find": find,
        "found": find_people(opened.visit.api, find) if searches else None,
        "known": {opened.tracker["owner_id"], *opened.tracker["collaborator_ids"]},
    }


def _show_settings(opened: OpenTracker) -> Facts:
    return {
        "district": opened.visit.api.read("/v1/district"),
        "settings": opened.typed.get("settings") or TypedSettings.of(opened.tracker),
        "preview": opened.typed.get("preview"),
    }


TABS: Mapping[str, Callable[[OpenTracker], Facts]] = {
    "assessments": _show_assessments,
    "standards": _show_standards,
    "collaborators": _show_collaborators,
    "settings": _show_settings,
}
"""The reader of each tab's data, beyond the tracker."""
