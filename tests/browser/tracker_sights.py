"""The screens of trackers, as a teacher sees them, and as administrators do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.sight import Reader, Sight, at, go, press

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

LIST, T = "/console/trackers", "/console/trackers/{tracker_id}"
TRACKER = "/console/trackers/{tracker}"
TABS = ("assessments", "standards", "collaborators", "settings")
READERS: tuple[Reader, ...] = ("admin", "leader", "principal")


def preview_settings(page: Page, stage: BrowserStage) -> None:
    """Come to the preview of another calculation."""
    go(page, f"{TRACKER}?tab=settings", stage)
    page.locator("#method-n_times").check()
    page.get_by_role("button", name="Preview", exact=True).click()
    page.locator("#preview").wait_for()


def mistake_settings(page: Page, stage: BrowserStage) -> None:
    """Come to settings that cannot be saved."""
    go(page, f"{TRACKER}?tab=settings", stage)
    page.locator("#method-decaying_average").check()
    page.locator("#weight").fill("2")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#errors").wait_for()


def open_acts(page: Page, stage: BrowserStage) -> None:
    """Come to what can be done with an assessment in a tracker."""
    go(page, TRACKER, stage)
    page.locator("tbody .menu summary").first.click()


TRACKER_SIGHTS: tuple[Sight, ...] = (
    *(at("trackers/list.html", LIST, LIST, who=who) for who in READERS),
    *(at("trackers/list.html", LIST, f"{LIST}?show={which}", who="leader") for which in ("past",)),
    *(
        at(f"trackers/{tab}.html", f"{T}?tab={tab}", f"{TRACKER}?tab={tab}", who=who)
        for who in READERS[1:]
        for tab in TABS
    ),
    Sight("trackers/assessments.html", "", open_acts, who="leader"),
    at(
        "trackers/standards.html",
        f"{T}?tab=standards",
        f"{TRACKER}?tab=standards&change=yes",
        who="leader",
    ),
    at(
        "trackers/collaborators.html",
        f"{T}?tab=collaborators",
        f"{TRACKER}?tab=collaborators&find=a",
        who="leader",
    ),
    Sight("trackers/settings.html", "", preview_settings, who="leader"),
    Sight("trackers/settings.html", "", mistake_settings, 422, who="leader"),
    at(
        "trackers/choices.html",
        f"{T}/add-assessment",
        f"{TRACKER}/add-assessment?whose=all",
        who="leader",
    ),
    at("trackers/choices.html", f"{T}/add-assessment", f"{TRACKER}/add-assessment", who="leader"),
    at("trackers/new.html", "/console/new-tracker", "/console/new-tracker", who="leader"),
    Sight("trackers/new.html", "", press("/console/new-tracker"), 422, who="leader"),
)
