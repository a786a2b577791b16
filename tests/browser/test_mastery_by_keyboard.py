"""The Mastery Process Guide by keyboard alone, on a wide screen: the focus is always seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.browser.conftest import Opens
from tests.browser.entering import ABSENT, ALL_SAVED, find_cell
from tests.browser.keyboard import check_focus, choose, enter, reach, tick, write
from tests.browser.test_writing_together import expect, wait_until_saved
from tests.browser.together import Together, bring_together

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.e2e.conftest import LoadedStack

NAME, PROCESS = "Guide by keyboard", "Unit 4 by keyboard"
PRE_TEST = f"{NAME}: Pre-Test"


@dataclass
class KeyboardWalk:
    """A leader who has no mouse."""

    page: Page
    team: Together

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True).first

    def button(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=name, exact=True).first

    def main_tab(self, name: str) -> None:
        enter(self.page.locator("nav.main-nav").get_by_role("link", name=name, exact=True))

    def open_team(self) -> None:
        self.main_tab("Data Team")
        self.page.wait_for_url("**/console/teams**")
        enter(self.page.locator(".team-list").get_by_role("link", name=NAME, exact=False))
        self.page.get_by_role("heading", name=NAME, exact=True).wait_for()

    def open_process(self) -> None:
        self.open_team()
        enter(self.link("Mastery Process"))
        self.page.locator("main").get_by_role("link", name=PROCESS).first.wait_for()
        enter(self.page.locator("main").get_by_role("link", name=PROCESS).first)
        self.page.wait_for_url("**/console/processes/**")

    def tab(self, name: str, address: str) -> None:
        enter(self.page.locator("main .tabs").first.get_by_role("link", name=name, exact=True))
        self.page.wait_for_url(f"**tab={address}**")

    def act(self, name: str) -> None:
        enter(self.page.locator("main details.menu summary").first)
        enter(self.page.locator("main details.menu").first.get_by_role("link", name=name))


def test_a_leader_goes_through_the_whole_guide_by_keyboard_alone(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    page.set_default_timeout(30_000)
    walk = KeyboardWalk(page, bring_together(deployed, NAME, 1, process=False))
    sign_in(walk, deployed)
    write_a_pre_test(walk)
    start(walk)
    give(walk, share=0.4)
    rename(walk)
    write_together(walk)
    print_template(walk)
    re_activate(walk)
    set_a_smart_goal(walk)
    attach_the_post_test(walk)
    compare(walk)
    slide_a_level(walk)
    finish(walk)


def sign_in(walk: KeyboardWalk, deployed: LoadedStack) -> None:
    page = walk.page
    enter(walk.link("Sign in"))
    page.locator("#username").wait_for()
    page.keyboard.type(walk.team.usernames()[0])
    page.keyboard.press("Tab")
    page.keyboard.type(deployed.up.stack.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/console/home")


def write_a_pre_test(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.main_tab("Lessons/Assessments")
    page.wait_for_url("**/console/assessments")
    enter(walk.link("New assessment"))
    page.wait_for_url("**/new-assessment")
    write(page.locator("#title"), PRE_TEST)
    sets = page.get_by_label("Standards set")
    names = sets.locator("option").all_inner_texts()
    choose(sets, next(each for each in names if re.search(r"Mathematics.*3", each)))
    enter(walk.button("Create the assessment"))
    page.locator("select#kind").wait_for()
    choose(page.locator("select#kind"), "Points")
    enter(walk.button("Write an item"))
    page.locator("#prompt").wait_for()
    write(page.locator("#prompt"), "Draw three fourths.")
    write(page.locator("#points"), "20")
    tick(page.locator("input[name=standards]").first)
    enter(walk.button("Save"))
    page.wait_for_url("**done=**")


def start(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.open_team()
    enter(walk.link("Mastery Process"))
    walk.link("New").wait_for()
    enter(walk.link("New"))
    page.locator("#name").wait_for()
    write(page.locator("#name"), "Unit 4")
    enter(walk.button("Next"))
    page.locator("#tests").wait_for()
    write(page.locator("#find"), "keyboard")
    check_focus(page)
    tick(page.get_by_label(PRE_TEST).first)  # while the search is still on its way
    enter(walk.button("Start with this Pre-Test"))
    page.wait_for_url("**/console/processes/**")


def give(walk: KeyboardWalk, *, share: float) -> None:
    """Activate the test that is shown, and enter results: the first student was absent."""
    page = walk.page
    own = walk.team.members[0].school_class
    row = page.locator("li", has=page.locator(f"[name=class_id][value='{own.id}']"))
    enter(row.get_by_role("button", name="Activate").first)
    page.wait_for_url("**done=**")
    enter(row.get_by_role("link", name="Enter results"))
    page.wait_for_url("**/sheets/**")
    reach(page.locator(find_cell(0, 1)))
    page.keyboard.press(ABSENT)
    for n in range(1, page.locator("table.grid tbody tr").count()):
        page.keyboard.press("ArrowDown")
        check_focus(page)
        page.keyboard.type(str(min(20, int(20 * share) + n % 7)))
    page.keyboard.press("Enter")
    check_focus(page)
    page.locator(ALL_SAVED).wait_for()


def rename(walk: KeyboardWalk) -> None:
    page = walk.page
    enter(walk.link("Mastery Process"))
    page.wait_for_url("**/console/processes/**")
    enter(page.locator("details.rename summary"))
    write(page.get_by_label("Name of the Mastery Process"), PROCESS)
    page.keyboard.press("Enter")
    page.wait_for_url("**done=process_renamed**")
    assert page.get_by_role("heading", level=1).inner_text() == PROCESS


def write_together(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.tab("1. Collect and Chart Data", "collect")
    walk.tab("Analyze", "analyze")
    write(page.locator("#strengths"), "They name fractions.")
    wait_until_saved(page)
    check_focus(page)
    assert page.evaluate("document.activeElement.id") == "strengths", "saving took the place away"
    write(page.locator("#obstacles"), "Unequal parts")
    enter(walk.button("Save Changes"))
    page.wait_for_url("**done=saved**")
    walk.tab("Goals", "goals")
    write(page.locator("#team_goal"), "Most of us meet by winter.")
    enter(walk.button("Save Changes"))
    page.wait_for_url("**done=saved**")
    walk.tab("Strategies", "strategies")
    write(page.locator(".strategy textarea").first, "Fraction strips")
    page.locator(".strategy").nth(1).wait_for()
    assert page.evaluate("document.activeElement.value") == "Fraction strips"
    check_focus(page)
    tick(page.locator(".strategy .ticks input").first)
    wait_until_saved(page)
    check_focus(page)
    enter(walk.button("Save Changes"))
    page.wait_for_url("**done=saved**")


def print_template(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.act("Print")
    page.wait_for_url("**/acts/print")
    enter(walk.button("Print"))
    page.wait_for_url("**/printouts/**")
    if page.get_by_role("link", name="Refresh").count():
        reach(walk.link("Refresh"))
        page.get_by_role("link", name="Open the PDF").wait_for()
        check_focus(page)
    page.get_by_role("link", name="Open the PDF").wait_for()
    enter(walk.link("Back to the Mastery Process"))
    page.wait_for_url("**/console/processes/**")


def re_activate(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.main_tab("Reports")
    page.wait_for_url("**/console/reports")
    enter(page.locator("tr", has_text=PROCESS).locator("details.menu summary").first)
    enter(page.locator("details[open].menu").get_by_role("button", name="Re-Activate").first)
    page.wait_for_url("**/sheets/**")
    reach(page.locator(find_cell(0, 1)))
    page.keyboard.type("13")
    page.keyboard.press("Enter")
    page.locator(ALL_SAVED).wait_for()


def set_a_smart_goal(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.open_process()
    walk.tab("Smart Goals", "smart-goals")
    enter(page.get_by_role("link", name=re.compile("^Set the goal of")).first)
    page.wait_for_url("**/classes/**")
    before = page.locator("#sum").inner_text()
    far = page.locator("table.choosing input[name=student]:not(:checked)").first
    chosen = page.locator(f"#{far.get_attribute('id')}")
    tick(chosen)
    expect(page.locator("#sum")).not_to_have_text(before)
    check_focus(page)
    assert chosen.evaluate("it => it === document.activeElement && it.checked")
    reach(page.locator("#target_date"))
    page.keyboard.type("12112031")
    enter(walk.button("Save"))
    page.wait_for_url("**done=**")


def attach_the_post_test(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.act("Attach Post-Test")
    page.wait_for_url("**/attach-post-test")
    enter(walk.button("Attach the Pre-Test once more"))
    page.wait_for_url("**done=attached_post**")
    give(walk, share=0.8)


def compare(walk: KeyboardWalk) -> None:
    page = walk.page
    enter(walk.link("Mastery Process"))
    page.wait_for_url("**/console/processes/**")
    walk.tab("Compare", "compare")
    enter(page.locator("main .tabs").nth(1).get_by_role("link", name="Students"))
    page.wait_for_url("**by=students**")
    teachers = page.locator("#choice select").first
    choose(teachers, walk.team.members[0].person.name.given)
    page.wait_for_url("**teacher_id=**")
    check_focus(page)
    enter(page.locator("#list th a[href*='sort=change']"))
    page.wait_for_url("**sort=change**")
    assert page.locator("#list th[aria-sort]").count() == 1


def slide_a_level(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.open_team()
    enter(walk.link("Data Team Info"))
    page.wait_for_url("**tab=info**")
    write(page.locator("#name-2"), "On target")
    reach_back(page.locator("input[type=range]").nth(1))
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    check_focus(page)
    assert page.locator("#lower-2").input_value() == "68"
    enter(page.get_by_role("button", name="Preview", exact=True))
    page.locator("#preview").wait_for()
    assert page.evaluate("document.activeElement.id") == "preview"
    check_focus(page)
    enter(walk.button("Save"))
    page.wait_for_url("**done=**")


def reach_back(wanted: Locator) -> None:
    """Press Shift and Tab until something has the focus."""
    for _ in range(20):
        wanted.page.keyboard.press("Shift+Tab")
        check_focus(wanted.page)
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"Shift and Tab do not lead back to {wanted}")


def finish(walk: KeyboardWalk) -> None:
    page = walk.page
    walk.open_process()
    walk.tab("Reflect", "reflect")
    write(page.locator("#what_worked"), "Small groups")
    enter(walk.button("Save Changes"))
    page.wait_for_url("**done=saved**")
    walk.act("Finish and Lock")
    page.wait_for_url("**/acts/finish")
    enter(walk.button("Finish and Lock"))
    page.get_by_text("This continues even if").or_(
        page.get_by_role("link", name="Open the report")
    ).first.wait_for()
    if page.get_by_role("link", name="Refresh").count():
        reach(walk.link("Refresh"))
        page.get_by_role("link", name="Open the report").wait_for()
        check_focus(page)
    page.get_by_role("link", name="Open the report").wait_for()
    enter(walk.link("Open the report"))
    page.wait_for_url("**/console/reports/**")
    walk.main_tab("Library")
    page.wait_for_url("**/console/library")
    enter(walk.link(PROCESS))
    page.wait_for_url("**/console/library/**")
    assert "Small groups" in page.locator("main").inner_text()
