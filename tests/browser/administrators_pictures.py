"""The pictures of docs/guide/administrators.md; the README shows three of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from plumb.demo import roster
from plumb.demo.district import DemoSize, make, school_year_of
from tests.browser.pictures import GuidePicture
from tests.browser.stage import in_days

if TYPE_CHECKING:
    from playwright.sync_api import Page

DISTRIBUTE = "/console/assessments/{benchmark}/distribute"
DELIVERED = "/console/distributions/{delivered}"


def open_school(page: Page) -> None:
    """Open the first school, and tick its first tracker."""
    school = page.locator("ul.schools > li").first
    school.locator("summary").click()
    school.locator("input[name=tracker]").first.check()


def choose_options(page: Page) -> None:
    """Schedule a distribution with an e-mail and a last day."""
    page.locator("#start_date").fill(in_days(7)["start_date"])
    page.locator("#start_time").fill("08:30")
    page.get_by_label("Schedule Distribution").check()
    page.get_by_label("Send Notification Email to Teachers Upon Delivery").check()
    page.locator("#give_until").fill(in_days(14)["start_date"])


def look_first(page: Page) -> None:
    """Save what was chosen: the preview says what it would do."""
    page.locator("input[name=district]").check()
    choose_options(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()


def hold_roster(page: Page) -> None:
    """Upload the roster without one of its schools, and wait until it is checked."""
    whole = make(DemoSize(school_year=school_year_of(datetime.now(UTC).date())))
    gone = whole.schools[-1].id
    files = roster.files(whole)
    for name, rows in files.items():
        files[name] = [row for row in rows if not any(cell.startswith(gone) for cell in row)]
    package: Any = {
        "name": "roster.zip",
        "mimeType": "application/zip",
        "buffer": roster.zip_tables(files),
    }
    page.locator("#picker").set_input_files(package)
    page.get_by_role("button", name="Upload and check").click()
    page.locator(".states").get_by_text("On hold").wait_for()


def tick_course(page: Page) -> None:
    """Tick a course, and choose the standards set of its grade."""
    page.get_by_label("Mathematics, Grade 3").check()
    name = "Juniper Flats Learning Ladder: Mathematics, grade 3"
    page.locator("#standards_set_id").select_option(label=name)


def preview_settings(page: Page) -> None:
    """See what other settings would do."""
    page.locator("#levels").select_option("4")
    page.locator("#paper").select_option("a4")
    page.get_by_role("button", name="Preview", exact=True).click()
    page.locator("#preview").wait_for()


PICTURES = (
    GuidePicture("home", "/console/home", height=320),
    GuidePicture("roster-on-hold", "/console/new-roster-import", hold_roster, height=1110),
    GuidePicture("standards-tree", "/console/standards/{standards_set}", height=560),
    GuidePicture("assessments", "/console/assessments?text=grade+3", height=900),
    GuidePicture("items", "/console/assessments/{benchmark}", height=900),
    GuidePicture("select-trackers", DISTRIBUTE, open_school, height=900),
    GuidePicture("delivery-options", DISTRIBUTE, choose_options, part="fieldset#option"),
    GuidePicture("preview", DISTRIBUTE, look_first),
    GuidePicture("distributions", "/console/distributions"),
    GuidePicture("progress", DELIVERED, height=900),
    GuidePicture("receipts", f"{DELIVERED}?tab=receipts"),
    GuidePicture("results", f"{DELIVERED}?tab=results", height=900),
    GuidePicture("item-analysis", f"{DELIVERED}?tab=analysis", height=1180),
    GuidePicture("school", "/console/schools/{school}", height=520),
    GuidePicture(
        "courses", "/console/courses?text=grade+3", tick_course, part="main form[method=post]"
    ),
    GuidePicture("person", "/console/people/{teacher}", height=620),
    GuidePicture("settings-preview", "/console/settings", preview_settings, part="#preview"),
    GuidePicture("history", "/console/history?thing_id={benchmark}", part="main table"),
)
