"""Data Team in the browser: the guide's first steps, and levels by sliding handles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import WIDTHS, find_violations
from tests.browser.conftest import Opens, sign_in
from tests.browser.together import Together, bring_together

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Locator, Page

    from tests.e2e.conftest import LoadedStack

THUMB = 22.4
"""Pixels of a handle: it is in the middle of it that a level begins."""


@pytest.fixture(scope="module")
def pair(deployed: LoadedStack) -> Together:
    return bring_together(deployed, "Sliding handles", 2)


@pytest.fixture
def leader(opens: Opens, deployed: LoadedStack, pair: Together) -> Page:
    page = opens()
    sign_in(page, deployed, pair.usernames()[0])
    return page


def open_team(page: Page, pair: Together, tab: str) -> None:
    """Go where the guide says: the main tab, the team in the list on the left, the sub tab."""
    page.get_by_role("link", name="Data Team", exact=True).click()
    page.locator(".team-list a", has_text="Sliding handles").click()
    page.get_by_role("link", name=tab, exact=True).click()
    assert page.locator("#team-heading").inner_text() == "Sliding handles"


def slide(page: Page, percent: float, to: float) -> None:
    """Take the handle at a percent, and slide it to another."""
    bar = page.locator(".slide")
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    left, width = box["x"] + THUMB / 2, box["width"] - THUMB
    middle = box["y"] + box["height"] / 2
    page.mouse.move(left + width * percent / 100, middle)
    page.mouse.down()
    page.mouse.move(left + width * to / 100, middle, steps=8)
    page.mouse.up()


def find_bound(page: Page, level: int) -> Locator:
    return page.locator(f"#lower-{level - 1}")


def test_ranges_follow_the_handle_and_are_saved(leader: Page, pair: Together) -> None:
    open_team(leader, pair, "Data Team Info")
    slide(leader, 70, 75)
    assert float(find_bound(leader, 3).input_value()) == pytest.approx(75, abs=1)
    new = find_bound(leader, 3).input_value()
    assert leader.locator("#range-1").inner_text() == f"50% to below {new}%"
    assert leader.locator("#range-2").inner_text() == f"{new}% to below 85%"
    slide(leader, float(new), 20)
    assert find_bound(leader, 3).input_value() == "51", "handles do not cross"
    leader.keyboard.press("ArrowRight")
    assert find_bound(leader, 3).input_value() == "52"
    assert leader.evaluate("document.activeElement.dataset.bound") == "2"
    find_bound(leader, 2).fill("40.5")
    assert leader.locator("#range-0").inner_text() == "0% to below 40.5%"
    leader.get_by_role("button", name="Preview").click()
    assert "Nothing has been changed." in leader.locator("#preview").inner_text()
    assert leader.evaluate("document.activeElement.id") == "preview"
    leader.get_by_role("button", name="Save", exact=True).click()
    assert "The mastery levels are saved." in leader.locator(".note.good").inner_text()
    team = pair.members[0].client.get(f"/v1/teams/{pair.team}")
    assert [each["lower"] for each in team["levels"]] == ["0", "40.5", "52", "85"]


def test_the_enter_key_in_a_name_previews(leader: Page, pair: Together) -> None:
    open_team(leader, pair, "Data Team Info")
    leader.locator("#name-0").fill("Starting")
    leader.locator("#name-0").press("Enter")
    leader.locator("#preview").wait_for()
    assert leader.locator("table.levels tbody tr").count() == 4
    assert leader.locator("#name-0").input_value() == "Starting"


def test_unsaved_text_is_not_left_by_mistake(leader: Page, pair: Together) -> None:
    open_team(leader, pair, "Data Team Info")
    leader.wait_for_load_state()
    leader.locator("#name-0").fill("Starting")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    leader.on("dialog", stay)
    leader.get_by_role("link", name="Library", exact=True).click()
    leader.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert leader.locator("#name-0").input_value() == "Starting"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_leader_starts_a_process_by_clicking(
    opens: Opens, deployed: LoadedStack, pair: Together, width: int, script: bool
) -> None:
    page = opens(width, java_script_enabled=script)
    sign_in(page, deployed, pair.usernames()[0])
    name = f"Unit 4 Mastery Process {width} {script}"
    page.get_by_role("link", name="Data Team", exact=True).click()
    if width < 400 and not page.locator(".team-list").is_visible():
        page.get_by_text("Choose a data team").click()
    page.locator(".team-list a", has_text="Sliding handles").click()
    page.get_by_role("link", name="Mastery Process", exact=True).click()
    page.get_by_role("link", name="New", exact=True).click()
    page.get_by_label("Name of the Mastery Process").fill(name)
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Sliding handles: Pre-Test").check()
    page.get_by_role("button", name="Start with this Pre-Test").click()
    page.wait_for_url("**/console/processes/**")
    assert page.get_by_role("heading", level=1).inner_text() == name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_a_teams_screens(
    opens: Opens, deployed: LoadedStack, pair: Together, width: int, scheme: str
) -> None:
    page = opens(width, color_scheme=scheme)
    sign_in(page, deployed, pair.usernames()[0])
    base, team = page.url.partition("/console/")[0], f"/console/teams/{pair.team}"
    found = {}
    for path in (team, f"{team}?tab=info&find=a", f"/console/new-process?team={pair.team}"):
        page.goto(f"{base}{path}")
        found[path] = find_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.locator("#name").fill("Unit 5")
    page.get_by_role("button", name="Next").click()
    page.locator("#tests").wait_for()
    found["choose the pre-test"] = find_violations(page)
    assert not {path: each for path, each in found.items() if each}


def test_colleagues_are_found_as_one_types(
    leader: Page, deployed: LoadedStack, pair: Together
) -> None:
    open_team(leader, pair, "Data Team Info")
    one = deployed.loader.team()[-1].person.name
    leader.locator("#find").press_sequentially(one.family, delay=40)
    found = leader.locator("#found-people")
    found.get_by_role("button", name=f"Add {one.given} {one.family}").first.click()
    assert "They are now a member" in leader.locator(".note.good").inner_text()


def test_an_administrator_reminds_who_has_not_activated_from_the_list_of_processes(
    opens: Opens, deployed: LoadedStack
) -> None:
    late = bring_together(deployed, "Late starters", 2)
    page = opens()
    sign_in(page, deployed)
    page.get_by_role("link", name="Mastery Processes", exact=True).click()
    page.get_by_role("link", name="Not activated", exact=True).click()
    page.get_by_label("Data Team").select_option(label="Late starters")
    page.wait_for_url("**team_id=**")
    row = page.locator("#found tbody tr", has_text="Late starters")
    assert "2 of 2" in row.inner_text()
    page.keyboard.press("Tab")
    row.get_by_role("button", name="Remind").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Done.").wait_for()
    assert f"team_id={late.team}" in page.url, "what was chosen stays chosen"
    assert "Asked for today by" in row.inner_text()
    assert row.get_by_role("button").count() == 0
    row.get_by_role("link", name="See the emails").click()
    page.get_by_role("heading", level=1).wait_for()
    for _ in range(30):
        if page.locator("main tbody tr").count() == 2:
            break
        page.wait_for_timeout(1_000)
        page.reload()
    assert page.locator("main tbody tr").count() == 2
