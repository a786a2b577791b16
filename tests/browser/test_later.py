"""The effects of time: a scheduled delivery starts, an upload that never came ends.

The clock is moved: the stack's tick runs by a clock that is ahead, see `move_clock`.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.browser.conftest import Moves, Opens, sign_in
from tests.browser.stage import announce_items, in_days, write_assessment

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack

TITLE = "Grade 3 Mathematics: Ten Days Ahead"


def test_a_distribution_scheduled_by_clicking_is_delivered_when_its_time_has_come(
    opens: Opens, deployed: LoadedStack, move_clock: Moves
) -> None:
    made = write_assessment(deployed, TITLE)
    page = opens()
    sign_in(page, deployed)
    schedule(page, f"{deployed.up.stack.url}/console/assessments/{made}/distribute")
    assert "at the start. Matching is checked again then." in words(page)
    page.get_by_role("link", name="Receipts").click()
    assert "Who gets it at the start" in words(page)
    page.get_by_role("link", name="Progress").click()
    mails = deployed.up.outbox.count()

    move_clock(timedelta(days=11))
    page.reload()
    page.get_by_text(re.compile(r"\d+ of \d+ trackers have it\.")).wait_for()
    figures = page.locator("dl.figures").inner_text().split()
    many = figures[figures.index("Delivered") + 1]
    assert f"{many} of {many} trackers have it." in words(page)
    assert int(many) > 1
    page.get_by_role("link", name="Receipts").click()
    rows = page.locator("table tbody tr")
    assert rows.count() == int(many)
    assert page.get_by_role("cell", name="Delivered").count() == int(many)
    for _ in range(60):
        if page.get_by_text("Sent", exact=True).count() == int(many):
            break
        page.wait_for_timeout(500)
        page.reload()
    assert page.get_by_text("Sent", exact=True).count() == int(many)
    assert deployed.up.outbox.count() > mails
    assert any(TITLE in mail.body("plain") for mail in deployed.up.outbox.mails())


def schedule(page: Page, address: str) -> None:
    """Schedule a distribution to the whole district, ten days ahead, by clicking."""
    page.goto(address)
    page.locator("input[name=district]").check()
    page.locator("#start_date").fill(in_days(10)["start_date"])
    page.locator("#start_time").fill("08:30")
    page.get_by_label("Send Notification Email to Teachers Upon Delivery").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Schedule").click()
    page.wait_for_url("**/console/distributions/**")


def words(page: Page) -> str:
    """Read what the page says."""
    return page.locator("main").inner_text()


def test_an_upload_that_never_came_says_so_and_leads_on(
    opens: Opens, deployed: LoadedStack, move_clock: Moves
) -> None:
    waiting = announce_items(deployed, 1_000)["id"]
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/item-imports/{waiting}")
    assert "Waiting for the upload" in words(page)
    move_clock(timedelta(days=2))
    page.get_by_text("No file arrived", exact=True).wait_for()
    assert "upload within 15 minutes" in words(page)
    page.get_by_role("link", name="Try again with another file").click()
    page.get_by_role("heading", name="Import from a QTI file").wait_for()
