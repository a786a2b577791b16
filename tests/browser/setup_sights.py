"""The screens on which a district sets itself up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.sight import Sight, at, go, press

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

ROSTER, R = "/console/roster", "/console/roster/{import_id}"
ROSTERS = ("applied_roster", "held_roster", "refused_roster", "ready_roster", "waiting_roster")
REFUSED = "/console/roster/{refused_roster}?tab=problems"


STANDARDS, IMPORTS = "/console/standards", "/console/standards-imports"
S = "/console/standards-imports/{import_id}"
STANDARDS_IMPORTS = ("{applied_standards}", "{refused_standards}", "{ready_standards}")
FLAWED = f"{IMPORTS}/{{refused_standards}}?tab=problems"
TREE, SET = "/console/standards/{set_id}", "/console/standards/{standards_set}"


def announce_roster(page: Page, stage: BrowserStage) -> None:
    """Come to the second step of a roster, as without a script."""
    go(page, "/console/new-roster-import", stage)
    page.locator("main form").evaluate("(form) => form.submit()")
    page.locator("form[data-next]").wait_for()


def announce_standards(page: Page, stage: BrowserStage) -> None:
    """Come to the second step of standards, as without a script."""
    go(page, "/console/new-standards-import", stage)
    page.locator("main form").evaluate("(form) => form.submit()")
    page.locator("form[data-next]").wait_for()


SETUP_SIGHTS: tuple[Sight, ...] = (
    at("roster/list.html", ROSTER, ROSTER),
    at("roster/new.html", "/console/new-roster-import", "/console/new-roster-import"),
    Sight("imports/upload.html", "", announce_roster),
    *(at("roster/overview.html", f"{R}?tab=overview", f"{ROSTER}/{{{name}}}") for name in ROSTERS),
    *(
        at(f"{room}/{tab}.html", f"{R}?tab={tab}", f"{ROSTER}/{{{name}}}?tab={tab}")
        for name in ROSTERS[:3]
        for room, tab in (("roster", "changes"), ("imports", "problems"))
    ),
    at("imports/problems.html", f"{R}?tab=problems", f"{REFUSED}&severity=warning"),
    at(
        "imports/problems.html",
        f"{R}?tab=problems",
        f"{REFUSED}&code=unknown_id&file=enrollments.csv&column=userSourcedId",
    ),
    Sight("roster/overview.html", "", press("/console/roster/{held_roster}"), 422),
    at("standards/list.html", STANDARDS, STANDARDS),
    at("standards/list.html", STANDARDS, STANDARDS, who="leader"),
    at("standards/tree.html", TREE, SET),
    at("standards/tree.html", TREE, f"{SET}?text=fraction", who="principal"),
    at("standards/tree.html", TREE, f"{SET}?text=nothing-is-so"),
    at("standards/imports.html", IMPORTS, IMPORTS),
    at("standards/new.html", "/console/new-standards-import", "/console/new-standards-import"),
    Sight("imports/upload.html", "", announce_standards),
    *(
        at(f"{room}/{tab}.html", f"{S}?tab={tab}", f"{IMPORTS}/{one}?tab={tab}")
        for one in STANDARDS_IMPORTS
        for room, tab in (("standards", "overview"), ("imports", "problems"))
    ),
    at("imports/problems.html", f"{S}?tab=problems", f"{FLAWED}&severity=hold"),
    at(
        "imports/problems.html",
        f"{S}?tab=problems",
        f"{FLAWED}&code=parent_missing&file=CFItems",
    ),
)
