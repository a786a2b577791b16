"""Two people work on one thing at once: nobody's text is lost, and nobody overwrites unseen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opens, sign_in
from tests.browser.stage import distribute, in_days, write_assessment

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from plumb.demo.district import DemoPerson
    from tests.e2e.conftest import LoadedStack

WRITTEN = "Grade 3 Mathematics: Two Editors"


@pytest.fixture
def planned(deployed: LoadedStack) -> str:
    made = write_assessment(deployed, "Grade 3 Mathematics: Two Administrators")
    return distribute(deployed.admin, made, start=in_days(3))


def test_two_administrators_edit_the_properties_of_one_assessment(
    opens: Opens, deployed: LoadedStack
) -> None:
    """Only its maker edits an assessment: they have it open on two computers."""
    made = write_assessment(deployed, WRITTEN)
    address = f"{deployed.up.stack.url}/console/assessments/{made}?tab=settings"
    first, second = open_both(opens, deployed, address)
    form = "form[action$='/properties']"
    for page, name in ((first, f"{WRITTEN}, first"), (second, f"{WRITTEN}, second")):
        page.locator(f"{form} #title").fill(name)
    first.locator(form).get_by_role("button", name="Save").click()
    first.get_by_text("Done.").wait_for()
    second.locator(form).get_by_role("button", name="Save").click()
    second.locator("#errors").wait_for()
    assert second.locator(f"{form} #title").input_value() == f"{WRITTEN}, second"
    assert f"Saved now: {WRITTEN}, first" in second.locator(form).inner_text()
    second.locator(form).get_by_role("button", name="Save").click()
    second.get_by_text("Done.").wait_for()
    assert deployed.admin.get(f"/v1/assessments/{made}")["title"] == f"{WRITTEN}, second"


def test_two_administrators_change_one_scheduled_distribution(
    opens: Opens, deployed: LoadedStack, colleague: DemoPerson, planned: str
) -> None:
    address = f"{deployed.up.stack.url}/console/distributions/{planned}/acts/change"
    first, second = open_both(opens, deployed, address, colleague)
    early, late = in_days(8)["start_date"], in_days(9)["start_date"]
    for page, day in ((first, early), (second, late)):
        page.locator("#give_until").fill(day)
        page.get_by_role("button", name="Check").click()
        page.get_by_role("button", name="Save the change").wait_for()
    first.get_by_role("button", name="Save the change").click()
    first.wait_for_url("**done=saved**")
    second.get_by_role("button", name="Save the change").click()
    second.get_by_text("Your changes are below.").wait_for()
    assert second.locator("#give_until").input_value() == late
    assert deployed.admin.get(f"/v1/distributions/{planned}")["give_until_date"] == early
    saved = second.locator(".note.wait").inner_text()
    assert f"Give It Until: {write_day(early)}" in saved
    second.get_by_role("button", name="Check").click()
    second.get_by_role("button", name="Save the change").click()
    second.wait_for_url("**done=saved**")
    assert deployed.admin.get(f"/v1/distributions/{planned}")["give_until_date"] == late


def test_one_cancels_a_distribution_while_another_changes_it(
    opens: Opens, deployed: LoadedStack, colleague: DemoPerson, planned: str
) -> None:
    address = f"{deployed.up.stack.url}/console/distributions/{planned}"
    first, second = open_both(opens, deployed, f"{address}/acts/change", colleague)
    second.locator("#give_until").fill(in_days(9)["start_date"])
    second.get_by_role("button", name="Check").click()
    second.get_by_role("button", name="Save the change").wait_for()
    first.goto(f"{address}/acts/cancel")
    first.get_by_role("button", name="Cancel the distribution").click()
    first.get_by_text("It was canceled before it started.").wait_for()
    second.get_by_role("button", name="Save the change").click()
    second.get_by_text("You cannot do this with the distribution now.").wait_for()
    assert "Canceled" in second.locator("main").inner_text()
    second.get_by_role("link", name="Back to the distribution").click()
    second.get_by_text("No tracker got it.").wait_for()


def open_both(
    opens: Opens, deployed: LoadedStack, address: str, other: DemoPerson | None = None
) -> tuple[Page, Page]:
    """Open an address in two browsers; in the second as a colleague, or as the same person."""
    first, second = opens(), opens()
    sign_in(first, deployed)
    sign_in(second, deployed, other.username if other else "")
    for page in (first, second):
        page.goto(address)
    return first, second


def write_day(day: str) -> str:
    """Write a day as pages do."""
    there = date.fromisoformat(day)
    return f"{there:%b} {there.day}, {there.year}"
