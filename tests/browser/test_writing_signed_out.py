"""A sign-in ends while somebody writes on a page that is saved as one types: nothing is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ACCESS, REFRESH, Opens, sign_in, type_in
from tests.browser.test_writing_together import expect, go, texts, wait_until_saved
from tests.browser.together import Together, bring_together

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack

WAIT = 60_000


@pytest.fixture(scope="module")
def pair(deployed: LoadedStack) -> Together:
    return bring_together(deployed, "Writing signed out", 2)


@pytest.fixture
def page(opens: Opens, deployed: LoadedStack, pair: Together) -> Page:
    made = opens()
    sign_in(made, deployed, pair.usernames()[0])
    return made


def end(page: Page, *names: str) -> None:
    """Do what a browser does when the time of a token is over."""
    for name in names:
        page.context.clear_cookies(name=name)


def revoke(page: Page) -> None:
    """Leave the browser a refresh token that the sign-in pages no longer take."""
    end(page, ACCESS)
    (kept,) = (each for each in page.context.cookies() if each["name"] == REFRESH)
    page.context.add_cookies([{**kept, "value": "revoked"}])  # type: ignore[typeddict-item]


def sign_in_beside(page: Page, deployed: LoadedStack, username: str) -> None:
    """Follow the link of the page, and sign somebody in there."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open the sign-in page in a new tab").click()
    type_in(opened.value, username, deployed.up.stack.password)
    opened.value.wait_for_url("**/console/home")
    opened.value.close()


def test_a_sign_in_that_can_be_renewed_is_renewed_in_silence(page: Page, pair: Together) -> None:
    go(page, pair, "analyze")
    address = page.url
    page.locator("#strengths").press_sequentially("They name", delay=40)
    end(page, ACCESS)
    page.locator("#strengths").press_sequentially(" fractions.", delay=40)
    wait_until_saved(page)
    assert texts(pair, "analyze")["strengths"] == "They name fractions."
    assert page.url == address
    assert page.locator("#strengths").evaluate("it => it === document.activeElement")


@pytest.mark.parametrize(
    ("how", "tab", "field"), [("over", "analyze", "obstacles"), ("revoked", "goals", "notes")]
)
def test_a_text_waits_on_its_page_until_its_writer_is_back(
    page: Page, deployed: LoadedStack, pair: Together, how: str, tab: str, field: str
) -> None:
    go(page, pair, tab)
    revoke(page) if how == "revoked" else end(page, ACCESS, REFRESH)
    page.locator(f"#{field}").fill("Typed after the sign-in had ended")
    expect(page.locator("#saved")).to_contain_text("your sign-in ended", timeout=WAIT)
    page.locator(f"#{field}").press("End")
    page.locator(f"#{field}").press_sequentially(", and more", delay=40)
    assert not texts(pair, tab).get(field)
    kept = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    assert page.evaluate(kept) == 0, "on a shared computer, nothing of it is left behind"
    sign_in_beside(page, deployed, pair.usernames()[0])
    wait_until_saved(page)
    assert texts(pair, tab)[field] == "Typed after the sign-in had ended, and more"
    assert not page.get_by_role("link", name="Open the sign-in page in a new tab").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_save_changes_leads_to_signing_in_and_brings_the_text_back(
    opens: Opens, deployed: LoadedStack, pair: Together, script: bool
) -> None:
    page, text = opens(java_script_enabled=script), f"Half of us meet by winter {script}"
    sign_in(page, deployed, pair.usernames()[0])
    go(page, pair, "goals")
    end(page, ACCESS, REFRESH)
    page.locator("#team_goal").fill(text)
    page.get_by_role("button", name="Save Changes").click()
    page.get_by_role("heading", name="Sign in to continue").wait_for()
    assert page.get_by_role("textbox", name="What you typed").first.input_value() == text
    sign_in_beside(page, deployed, pair.usernames()[0])
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url("**done=saved**")
    assert page.locator("#team_goal").input_value() == text


def test_on_a_shared_computer_a_text_is_neither_saved_nor_shown_as_somebody_elses(
    page: Page, deployed: LoadedStack, pair: Together
) -> None:
    second = pair.usernames()[1]
    go(page, pair, "reflect")
    end(page, ACCESS, REFRESH)
    page.locator("#what_worked").fill("Only its writer may send this")
    expect(page.locator("#saved")).to_contain_text("your sign-in ended", timeout=WAIT)
    sign_in_beside(page, deployed, second)
    expect(page.locator("#saved")).to_contain_text("somebody else is signed in", timeout=WAIT)
    assert not texts(pair, "reflect").get("what_worked")
    other = page.context.new_page()
    other.goto(page.url)
    assert pair.members[1].person.name.family in other.locator("details.account").inner_text()
    assert other.locator("#what_worked").input_value() == ""
    other.close()
    # the second person leaves the page; Back shows it as theirs
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Library", exact=True).click()
    page.wait_for_url(re.compile("/console/library"))
    page.go_back()
    page.locator("#what_worked").wait_for()
    page.wait_for_timeout(500)
    assert pair.members[1].person.name.family in page.locator("details.account").inner_text()
    assert page.locator("#what_worked").input_value() == ""
    assert not texts(pair, "reflect").get("what_worked")


def test_back_brings_a_text_to_its_own_writer(
    opens: Opens, deployed: LoadedStack, pair: Together
) -> None:
    page = opens(java_script_enabled=False)
    sign_in(page, deployed, pair.usernames()[0])
    go(page, pair, "reflect")
    page.locator("#next_time").fill("Left without saving")
    page.get_by_role("link", name="Library", exact=True).click()
    page.wait_for_url(re.compile("/console/library"))
    page.go_back()
    assert page.locator("#next_time").input_value() == "Left without saving"
