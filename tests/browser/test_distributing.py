"""The first seed, sentence by sentence: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import WIDTHS, Opens, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import Deployed

TITLE = "Grade 3 Mathematics: Fall Benchmark"
BY = [(width, script) for width in WIDTHS for script in (True, False)]


@pytest.mark.parametrize(("width", "script"), BY)
def test_an_administrator_schedules_an_assessment_by_clicking(
    opens: Opens, deployed: Deployed, width: int, script: bool
) -> None:
    page = opens(width, java_script_enabled=script)
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    page.wait_for_url("**/distribute")
    # "find the name of the school and click the Arrow icon", "click the checkbox"
    row = page.locator("ul.schools > li").nth(BY.index((width, script)))
    row.locator("summary").click()
    if not script:
        row.locator("button[name=open]").click()
        row = page.locator("ul.schools > li").nth(BY.index((width, script)))
    row.locator("input[name=tracker]").first.check()
    # "click the Schedule Distribution radio button", the calendar, and the start time
    page.get_by_label("Schedule Distribution").check()
    day = date.today() + timedelta(days=30)  # noqa: DTZ011 - any day to come
    page.locator("#start_date").fill(day.isoformat())
    page.locator("#start_time").fill("08:30")
    page.get_by_label("Send Notification Email to Teachers Upon Delivery").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
    assert "8:30 AM" in page.locator("dl.facts").inner_text()
    assert "1 tracker, 1 school" in page.locator("dl.facts").inner_text()
    page.get_by_role("button", name="Schedule").click()
    page.wait_for_url("**/console/distributions/**")
    assert "The distribution is scheduled." in page.locator("main").inner_text()


def open_settings(page: Page) -> None:
    """Go from the first screen to an assessment's settings."""
    # "click the Admin link. Then ... click the Formative link"
    page.get_by_role("link", name="Formative assessments").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Formative assessments"
    # "Use the Search and filter options", "click the District Approved Assessments checkbox"
    page.locator("#text").fill("Benchmark")
    page.get_by_label("District Approved").check()
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**approved=true**")
    # "To open the assessment, click the assessment name link", "click the Settings tab"
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Settings", exact=True).click()
    page.wait_for_url("**tab=settings**")
    assert TITLE in page.get_by_role("heading", level=1).inner_text()


def test_a_future_date_chooses_the_schedule_by_itself(opens: Opens, deployed: Deployed) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    assert not page.get_by_label("Schedule Distribution").is_checked()
    day = date.today() + timedelta(days=40)  # noqa: DTZ011 - any day to come
    page.locator("#start_date").fill(day.isoformat())
    page.locator("#start_date").press("Tab")
    assert page.get_by_label("Schedule Distribution").is_checked()


def test_an_administrator_distributes_by_keyboard_alone(opens: Opens, deployed: Deployed) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/distribute")
    row = page.locator("ul.schools > li").nth(4)
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    row.locator("input[name=tracker]").first.wait_for()
    row.locator("input[name=tracker]").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Check and distribute").wait_for()
    page.get_by_role("button", name="Distribute", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/console/distributions/**")
    page.get_by_text("1 of 1 trackers have it").wait_for()
