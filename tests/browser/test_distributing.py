"""The first seed, sentence by sentence: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import WIDTHS, Opens, sign_in
from tests.browser.keyboard import IS_FOCUSED, enter, reach

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack

TITLE = "Grade 3 Mathematics: Fall Benchmark"
BY = [(width, script) for width in WIDTHS for script in (True, False)]


@pytest.mark.parametrize(("width", "script"), BY)
def test_an_administrator_schedules_an_assessment_by_clicking(
    opens: Opens, deployed: LoadedStack, width: int, script: bool
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


def test_a_future_date_chooses_the_schedule_automatically(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    assert not page.get_by_label("Schedule Distribution").is_checked()
    day = date.today() + timedelta(days=40)  # noqa: DTZ011 - any day to come
    page.locator("#start_date").fill(day.isoformat())
    page.locator("#start_date").press("Tab")
    assert page.get_by_label("Schedule Distribution").is_checked()


def test_a_tracker_that_is_ticked_again_makes_its_school_whole_again(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    row = page.locator("ul.schools > li").first
    row.locator("input[name=school]").check()
    row.locator("summary").click()
    row.locator("input[name=tracker]").first.uncheck()
    assert not row.locator("input[name=school]").is_checked()
    row.locator("input[name=tracker]").first.check()
    assert row.locator("input[name=school]").is_checked()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
    page.go_back()
    assert row.locator("input[name=school]").is_checked()
    assert page.locator("#chosen").inner_text() == "Selected: 1 whole school"


def test_select_all_takes_a_school_and_it_arrives_at_once(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    row = page.locator("ul.schools > li").nth(4)
    row.locator("summary").click()
    boxes, every = row.locator("input[name=tracker]"), row.get_by_label("Select All")
    boxes.first.wait_for()
    many = boxes.count()
    assert many > 1
    # "To select all trackers in a school, click the Select All checkbox"
    every.check()
    assert row.locator("input[name=tracker]:checked").count() == many
    boxes.first.uncheck()
    assert not every.is_checked()
    every.check()
    # "To deliver the assessment on the day that it is created, click the Distribute radio button"
    page.get_by_label("Distribute", exact=True).check()
    page.get_by_role("button", name="Save").click()
    assert f"{many} trackers, 1 school" in page.locator("dl.facts").inner_text()
    page.get_by_role("button", name="Distribute", exact=True).dblclick()
    page.wait_for_url("**/console/distributions/**")
    page.get_by_text(f"{many} of {many} trackers have it").wait_for()


def test_an_administrator_schedules_an_assessment_by_keyboard_alone(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    keys = page.keyboard
    enter(page.get_by_role("link", name="Sign in"))
    page.locator("#username").wait_for()  # it has the focus
    keys.type(deployed.loader.cast.admin.username)
    keys.press("Tab")
    keys.type(deployed.up.stack.password)
    keys.press("Enter")
    page.wait_for_url("**/console/home")
    keys.press("Tab")
    assert page.locator("a.skip").evaluate(IS_FOCUSED), "the first stop leads past the menu"
    enter(page.get_by_role("link", name="Formative assessments"))
    page.wait_for_url("**/console/assessments")
    reach(page.locator("#text"))
    keys.type("Benchmark")
    reach(page.get_by_label("District Approved"))
    keys.press("Space")
    enter(page.get_by_role("button", name="Search"))
    page.wait_for_url("**approved=true**")
    page.get_by_text("1 assessment", exact=True).wait_for()
    enter(page.get_by_role("link", name=TITLE))
    enter(page.get_by_role("link", name="Settings", exact=True))
    page.wait_for_url("**tab=settings**")
    enter(page.get_by_role("link", name="Distribute", exact=True))
    page.wait_for_url("**/distribute")
    row = page.locator("ul.schools > li").nth(3)
    enter(row.locator("summary"))
    row.locator("input[name=tracker]").last.wait_for()
    reach(row.locator("input[name=tracker]").last)
    keys.press("Space")
    reach(page.get_by_label("Distribute", exact=True))
    keys.press("ArrowDown")
    assert page.get_by_label("Schedule Distribution").is_checked()
    reach(page.locator("#start_date"))
    day = date.today() + timedelta(days=30)  # noqa: DTZ011 - any day to come
    keys.type(f"{day:%m%d%Y}")
    reach(page.locator("#start_time"))
    keys.type("0830AM")
    notify = page.get_by_label("Send Notification Email to Teachers Upon Delivery")
    reach(notify)
    if not notify.is_checked():
        keys.press("Space")
    enter(page.get_by_role("button", name="Save"))
    page.get_by_role("heading", name="Check and distribute").wait_for()
    assert "8:30 AM" in page.locator("dl.facts").inner_text()
    enter(page.get_by_role("button", name="Schedule"))
    page.wait_for_url("**/console/distributions/**")
    assert "The distribution is scheduled." in page.locator("main").inner_text()


def test_back_and_loading_the_page_again_keep_what_is_selected(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    open_settings(page)
    page.get_by_role("link", name="Distribute", exact=True).click()
    page.wait_for_url("**/distribute")
    row = page.locator("ul.schools > li").nth(0)
    row.locator("summary").click()
    row.locator("input[name=tracker]").first.check()
    page.locator("ul.schools > li").nth(1).get_by_label("Select All").check()
    text = "Selected: 1 whole school, 1 tracker"
    page.locator("#chosen", has_text=text).wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
    page.go_back()
    page.locator("#chosen", has_text=text).wait_for()
    page.reload()
    page.locator("#chosen", has_text=text).wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
