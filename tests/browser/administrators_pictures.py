"""The pictures of docs/guide/administrators.md; the README shows three of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.pictures import Picture
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


PICTURES = (
    Picture("home", "/console/home", height=320),
    Picture("assessments", "/console/assessments?text=grade+3", height=900),
    Picture("items", "/console/assessments/{benchmark}", height=900),
    Picture("select-trackers", DISTRIBUTE, open_school, height=900),
    Picture("delivery-options", DISTRIBUTE, choose_options, part="fieldset#option"),
    Picture("preview", DISTRIBUTE, look_first),
    Picture("distributions", "/console/distributions"),
    Picture("progress", DELIVERED, height=900),
    Picture("receipts", f"{DELIVERED}?tab=receipts"),
    Picture("results", f"{DELIVERED}?tab=results", height=900),
    Picture("item-analysis", f"{DELIVERED}?tab=analysis", height=1180),
)
