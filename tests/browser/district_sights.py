"""The screens of District, as a district administrator and a principal see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.sight import Reader, Sight, at, go, press

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

ADMINS: tuple[Reader, ...] = ("admin", "principal")
SCHOOLS, PEOPLE = "/console/schools", "/console/people"


SETTINGS, HISTORY, STATUS = "/console/settings", "/console/history", "/console/status"
COURSES, BATCH = "/console/courses", "/console/tracker-batches/{batch_id}"


def make_trackers(page: Page, stage: BrowserStage) -> None:
    """Come to trackers that are being made: each class has one with this set already."""
    go(page, COURSES, stage)
    page.locator("input[name=course]").first.check()
    page.locator("#standards_set_id").select_option(index=1)
    page.locator("main form[method=post] button.main").click()
    page.wait_for_url("**/console/tracker-batches/**")


def preview_settings(page: Page, stage: BrowserStage) -> None:
    """Come to what other settings would do."""
    go(page, SETTINGS, stage)
    page.locator("#levels").select_option("5")
    page.locator("#paper").select_option("a4")
    page.get_by_role("button", name="Preview", exact=True).click()
    page.locator("#preview").wait_for()


def open_account_menu(page: Page, stage: BrowserStage) -> None:
    """Come to the menu with one's name."""
    go(page, "/console/account", stage)
    page.locator(".account summary").click()
    page.get_by_role("link", name="Your account").wait_for()


DISTRICT_SIGHTS: tuple[Sight, ...] = (
    *(at("district/schools.html", SCHOOLS, SCHOOLS, who=who) for who in ADMINS),
    at("district/schools.html", SCHOOLS, f"{SCHOOLS}?text=nothing-is-so"),
    *(
        at("district/school.html", f"{SCHOOLS}/{{school_id}}", f"{SCHOOLS}/{{school}}", who=who)
        for who in ADMINS
    ),
    at("district/school.html", f"{SCHOOLS}/{{school_id}}", f"{SCHOOLS}/{{school}}?tab=past"),
    at("district/class.html", "/console/classes/{class_id}", "/console/classes/{class_}"),
    *(at("district/people.html", PEOPLE, PEOPLE, who=who) for who in ADMINS),
    at("district/people.html", PEOPLE, f"{PEOPLE}?text=nothing-is-so"),
    *(
        at("district/person.html", f"{PEOPLE}/{{person_id}}", f"{PEOPLE}/{{teacher}}", who=who)
        for who in ADMINS
    ),
    at("district/status.html", STATUS, STATUS),
    Sight("district/status.html", "", press(STATUS, "button[value=try]")),
    at("district/history.html", HISTORY, HISTORY),
    at("district/history.html", HISTORY, f"{HISTORY}?person_id=nobody"),
    at(
        "district/history.html",
        HISTORY,
        f"{HISTORY}?from_date=2026-01-01&to_date=2026-12-31",
        status=422,
    ),
    at("district/settings.html", SETTINGS, SETTINGS),
    Sight("district/settings.html", "", press(SETTINGS, "button[value=save]", name=""), 422),
    Sight("district/settings.html", "", preview_settings),
    at("district/courses.html", COURSES, COURSES),
    at("district/courses.html", COURSES, f"{COURSES}?text=nothing-is-so"),
    Sight("district/courses.html", "", press(COURSES), 422),
    Sight("district/tracker_batch.html", BATCH, make_trackers),
    at("district/person.html", "/console/account", "/console/account"),
    Sight("district/person.html", "", open_account_menu),
    at("district/person.html", "/console/account", "/console/account", who="leader"),
)
