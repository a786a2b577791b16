"""The first screen: a person's waiting work, and a new district's first steps."""

from __future__ import annotations

from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .sessions import ACCESS, read_cookie
from .setup_steps import read_steps

screens = Screens()

SECTIONS = (
    "failed",
    "late",
    "imports",
    "scheduled",
    "new_deliveries",
    "tests_to_activate",
    "page_conflicts",
    "processes_to_finish",
    "sheets",
)
"""The sections of `/v1/me/work` in the order of the screen."""
WHILE_NEW = frozenset({"late", "imports"})
"""Sections that a district may have before anything was distributed."""


@screens.show("/console", roles=None)
def open_console(visit: Visit) -> Shown:
    """Lead to the first screen, or to signing in."""
    if read_cookie(visit.headers, ACCESS):
        return Lead("/console/home")
    return ScreenPage("welcome.html", {})


@screens.show("/console/home", roles=EVERYBODY)
def show_home(visit: Visit) -> ScreenPage:
    """Show the work that waits for the person."""
    work = visit.api.read("/v1/me/work")
    sections = [{"id": name, **work[name]} for name in SECTIONS if work[name]["items"]]
    is_new = visit.person.is_district_admin and all(each["id"] in WHILE_NEW for each in sections)
    facts = {
        "sections": sections,
        "steps": read_steps(visit.api) if is_new else [],
        "begins": not sections and visit.person.is_teacher and not _has_tracker(visit),
    }
    return ScreenPage("home.html", facts)


def _has_tracker(visit: Visit) -> bool:
    """Return whether somebody who has no work waiting has a tracker at all."""
    return bool(visit.api.read("/v1/trackers", {"limit": "1"})["items"])
