"""Two people write on one process at once: what they type is saved, and nothing is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Opens, sign_in
from tests.browser.together import Together, bring_together

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.e2e.conftest import LoadedStack

WAIT = 60_000
"""Milliseconds. A page's policy allows no function of a script to be made from text, so that what
is waited for is asked of places on the page."""


@pytest.fixture(scope="module")
def pair(deployed: LoadedStack) -> Together:
    return bring_together(deployed, "Writing together", 2)


@pytest.fixture
def two(opens: Opens, deployed: LoadedStack, pair: Together) -> list[Page]:
    """Two of the team, each with Analyze open."""
    pages = []
    for username in pair.usernames():
        page = opens()
        sign_in(page, deployed, username)
        go(page, pair, "analyze")
        pages.append(page)
    return pages


def expect(place: Locator) -> Any:
    """Expect something of a place, sooner or later."""
    from playwright.sync_api import expect

    return expect(place)


def wait_until_saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(re.compile("^Saved "), timeout=WAIT)


def go(page: Page, pair: Together, tab: str) -> None:
    home = page.url.partition("/console/")[0]
    page.goto(f"{home}/console/processes/{pair.process}?tab={tab}")


def texts(pair: Together, page: str) -> dict[str, object]:
    found = pair.members[0].client.get(f"{pair.path}/pages/{page}")
    return {name: each["value"] for name, each in found["fields"].items()}


def test_typed_text_saves_automatically_and_appears_to_the_other(
    two: list[Page], pair: Together
) -> None:
    one, other = two
    one.locator("#strengths").press_sequentially("They name fractions.", delay=90)
    wait_until_saved(one)
    assert texts(pair, "analyze")["strengths"] == "They name fractions."
    assert one.locator("#strengths").evaluate("it => it === document.activeElement")
    # the other types in another place, without having loaded the page again
    other.locator("#obstacles").fill("Unequal parts")
    wait_until_saved(other)
    assert other.locator("#strengths").input_value() == "They name fractions."
    assert pair.members[0].person.name.family in other.locator("#strengths-by").inner_text()
    # and who only looks sees it after a while
    expect(one.locator("#obstacles")).to_have_value("Unequal parts", timeout=WAIT)


def test_automatic_saving_stops_at_a_conflict_until_somebody_decides(
    two: list[Page], pair: Together
) -> None:
    one, other = two
    one.locator("#needs").fill("Equal parts")
    wait_until_saved(one)
    other.locator("#needs").fill("Number lines")
    other.locator("#needs-conflict").wait_for()
    assert "Equal parts" in other.locator("#needs-conflict blockquote").inner_text()
    assert other.locator("#needs").input_value() == "Number lines"
    before = pair.members[0].client.get(f"{pair.path}/pages/analyze")
    other.locator("#obstacles").fill("Typed while it is not decided")
    other.wait_for_timeout(4_000)
    assert "Not saved" in other.locator("#saved").inner_text()
    assert pair.members[0].client.get(f"{pair.path}/pages/analyze") == before
    assert len(before["conflicts"]) == 1
    other.get_by_role("button", name="Use both").click()
    other.wait_for_url("**done=saved**")
    assert texts(pair, "analyze")["needs"] == ["Equal parts", "Number lines"]
    assert texts(pair, "analyze")["obstacles"] == "Typed while it is not decided"
    assert pair.members[0].client.get(f"{pair.path}/pages/analyze")["conflicts"] == []


def test_a_text_waits_for_the_connection(two: list[Page], pair: Together) -> None:
    page, _ = two
    go(page, pair, "reflect")
    page.context.set_offline(offline=True)
    page.locator("#next_time").fill("Begin with the number line")
    expect(page.locator("#saved")).to_contain_text("no connection", timeout=WAIT)
    page.context.set_offline(offline=False)
    wait_until_saved(page)
    assert texts(pair, "reflect")["next_time"] == "Begin with the number line"


def test_a_new_strategy_is_saved_while_it_is_typed_and_the_next_one_appears(
    two: list[Page], pair: Together
) -> None:
    page, _ = two
    go(page, pair, "strategies")
    page.locator(".strategy textarea").first.press_sequentially("Fraction strips", delay=90)
    page.locator(".strategy").nth(1).wait_for()
    active = page.evaluate("document.activeElement.value")
    assert active == "Fraction strips", "the place to type was lost"
    assert page.locator(".strategy > legend").all_inner_texts() == ["Strategy 1", "New strategy"]
    rows = pair.members[0].client.get(f"{pair.path}/pages/strategies")["rows"]
    assert [row["strategy"]["value"] for row in rows] == ["Fraction strips"]


@pytest.mark.parametrize("tab", ["analyze", "strategies"])
def test_without_javascript_the_button_saves(
    opens: Opens, deployed: LoadedStack, pair: Together, tab: str
) -> None:
    page = opens(360, java_script_enabled=False)
    sign_in(page, deployed, pair.usernames()[1])
    go(page, pair, tab)
    page.locator("main textarea").last.fill("Written without a script")
    page.get_by_role("button", name="Save Changes").click()
    page.wait_for_url("**done=saved**")
    assert "Your changes are saved." in page.locator("main").inner_text()
    shown = [each.input_value() for each in page.locator("main textarea").all()]
    assert "Written without a script" in shown
