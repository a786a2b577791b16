"""The Mastery Process Guide, sentence by sentence: in Chromium on the deployed local stack.

A leader and a member of one data team go through the guide in its order. They do it once with a
mouse on a wide screen, and once at a phone's width without JavaScript. Each step quotes the
guide's own sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import find_faults
from tests.browser.conftest import Opens, sign_in
from tests.browser.entering import ABSENT, enter_first_item
from tests.browser.together import Together, bring_together

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack

TEXTS = {
    "Analyze": {"Strengths": "They name fractions.", "Obstacles": "Unequal parts"},
    "Goals": {"Team goal": "Most of us meet by winter."},
    "Strategies": {"Strategy": "Fraction strips", "Who": "Both of us"},
}


@dataclass
class GuideWalk:
    """Two people on their way through the guide."""

    leader: Page
    member: Page
    team: Together
    name: str
    """The data team's."""
    scripted: bool
    process: str = ""
    """The address of its page."""

    def open(self, page: Page, tab: str) -> None:
        """Open a tab of the process by its name."""
        page.goto(self.process)
        page.locator("main .tabs").first.get_by_role("link", name=tab, exact=True).click()
        page.wait_for_url("**tab=**")

    def act(self, page: Page, name: str) -> None:
        """Choose something of the Actions menu."""
        menu = page.locator("main details.menu").first
        menu.locator("summary").click()
        menu.get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize(("width", "scripted"), [(1280, True), (360, False)])
def test_a_data_team_goes_through_the_whole_guide(
    opens: Opens, deployed: LoadedStack, width: int, scripted: bool
) -> None:
    name = f"Guide at {width}"
    team = bring_together(deployed, name, 2, process=False)
    leader, member = (opens(width, java_script_enabled=scripted) for _ in range(2))
    for page, username in zip((leader, member), team.usernames(), strict=True):
        sign_in(page, deployed, username)
    walk = GuideWalk(leader, member, team, name, scripted)
    create_a_pre_test(walk)
    create_a_process(walk)
    activate(walk, "Pre-Test", share=0.4)
    edit_the_name(walk)
    see_step_one(walk)
    fill_the_pages_in(walk)
    print_a_template(walk)
    bring_an_absent_student_in(walk)
    set_smart_goals(walk)
    attach_the_post_test(walk)
    activate(walk, "Post-Test", share=0.9)
    compare(walk)
    edit_level_names_and_ranges(walk)
    if scripted:
        look_at_every_step(walk)
    reflect_finish_and_lock(walk)


def go_to(page: Page, name: str) -> None:
    """Choose a main tab."""
    page.locator("nav.main-nav").get_by_role("link", name=name, exact=True).click()


def create_a_pre_test(walk: GuideWalk) -> None:
    page = walk.leader
    # "To create a Pre-Test assessment ... we recommend either creating an assessment key ..."
    go_to(page, "Lessons/Assessments")
    page.get_by_role("link", name="New assessment").first.click()
    page.locator("#title").fill(f"{walk.name}: Pre-Test")
    page.get_by_label("Standards set").select_option(label=standards_set(page))
    page.get_by_role("button", name="Create the assessment").click()
    page.locator("select#kind").select_option("points")
    page.get_by_role("button", name="Write an item").click()
    page.locator("#prompt").fill("Draw three fourths.")
    page.locator("#points").fill("20")
    page.locator("input[name=standards]").first.check()
    page.get_by_role("button", name="Save", exact=True).click()
    # "Use the Attachments icon under the Actions button in the Lessons/Assessments tab."
    go_to(page, "Lessons/Assessments")
    page.get_by_label(f"Actions: {walk.name}: Pre-Test").click()
    page.locator("details[open]").get_by_role("link", name="Attachments").click()
    page.wait_for_url("**tab=attachments**")


def standards_set(page: Page) -> str:
    """Return the name of the set for grade 3, as the list has it."""
    options = page.get_by_label("Standards set").locator("option").all_inner_texts()
    return next(each for each in options if re.search(r"Mathematics.*3", each))


def create_a_process(walk: GuideWalk) -> None:
    page = walk.leader
    open_the_team(page, walk)
    # "Select the Mastery Process sub tab"
    page.get_by_role("link", name="Mastery Process", exact=True).click()
    # "Select the New button to initiate a new Mastery Process"
    page.get_by_role("link", name="New", exact=True).first.click()
    # "On the dialog that pops up, name the Mastery Process ..., select the Next button."
    page.get_by_label("Name of the Mastery Process").fill("Unit 4")
    page.get_by_role("button", name="Next").click()
    # who looks at another page first, and goes back, finds the name where it was
    page.get_by_role("link", name="Write an assessment").click()
    page.wait_for_url("**/new-assessment")
    page.go_back()
    assert page.locator(".lead").inner_text() == "Unit 4"
    page.get_by_role("button", name="Back", exact=True).click()
    assert page.get_by_label("Name of the Mastery Process").input_value() == "Unit 4"
    page.get_by_role("button", name="Next").click()
    # "On the dialog box that pops up, select the Pre-Test assessment you created earlier."
    page.get_by_label(f"{walk.name}: Pre-Test").check()
    page.get_by_role("button", name="Start with this Pre-Test").click()
    page.wait_for_url("**/processes/**")
    walk.process = page.url.partition("?")[0]


def open_the_team(page: Page, walk: GuideWalk) -> None:
    # "Select the Data Team tab", "Select the appropriate Data Team from the My Data Teams list"
    go_to(page, "Data Team")
    listed = page.get_by_role("link", name=re.compile(re.escape(walk.name)))
    if not listed.first.is_visible():
        page.get_by_text("Choose a data team").click()
    listed.first.click()
    page.get_by_role("heading", name=walk.name).wait_for()


def activate(walk: GuideWalk, tab: str, *, share: float) -> None:
    # "Each team member should log into their ... account and Activate this assessment using the
    # Activate button available to all Data Team members on the Pre-Test tab."
    for page, member in zip((walk.leader, walk.member), walk.team.members, strict=True):
        walk.open(page, tab)
        own = f"form:has(input[name=class_id][value='{member.school_class.id}'])"
        page.locator(own).get_by_role("button", name="Activate").first.click()
        page.wait_for_url("**done=**")
        row = page.locator("li", has=page.locator(own))
        # "After each teacher Activates the Pre-Test and collects their student's results"
        row.get_by_role("link", name="Enter results").click()
        page.locator("table.sheet tbody tr").first.wait_for()
        count = page.locator("table.sheet tbody tr").count()
        points = {n: str(min(20, int(20 * share) + n % 7)) for n in range(1, count)}
        enter_first_item(page, {0: ABSENT, **points}, scripted=walk.scripted)
        assert f"{count - 1} of {count} students entered" in page.locator("main").inner_text()


def edit_the_name(walk: GuideWalk) -> None:
    page = walk.leader
    page.goto(walk.process)
    # "You can edit the name of a Mastery Process simply by clicking on the title"
    page.get_by_role("heading", level=1).click()
    page.get_by_label("Name of the Mastery Process").fill("Unit 4 Mastery Process")
    page.get_by_role("button", name="Rename").click()
    page.wait_for_url("**done=**")
    assert "Unit 4 Mastery Process" in page.get_by_role("heading", level=1).inner_text()


def see_step_one(walk: GuideWalk) -> None:
    # "The header in the image below shows you are on Step 1. Collect and Chart Data"
    # "Each subsequent tab is a step in the Mastery Process"
    page = walk.member
    page.goto(walk.process)
    page.get_by_role("heading", name="Step 1. Collect and Chart Data").wait_for()
    assert page.locator("main .tabs").first.locator("a").all_inner_texts() == [
        "Pre-Test",
        "1. Collect and Chart Data",
        "Analyze",
        "Goals",
        "Strategies",
        "Smart Goals",
        "Post-Test",
        "Compare",
        "Reflect",
    ]
    # "Data is automatically filled in for every teacher that graded this Pre-Test assessment"
    words = page.locator("main").inner_text()
    for member in walk.team.members:
        assert member.person.name.family in words


def fill_the_pages_in(walk: GuideWalk) -> None:
    # "teachers should collaboratively fill out the Analyze, Goals and Strategies tabs"
    for tab, texts in TEXTS.items():
        walk.open(walk.member, tab)
        for label, text in texts.items():
            walk.member.get_by_label(label, exact=True).first.fill(text)
        # "it is always a good practice to select the Save Changes button after entering data"
        walk.member.get_by_role("button", name="Save Changes").click()
        walk.member.wait_for_url("**done=saved**")
        walk.open(walk.leader, tab)
        for label, text in texts.items():
            assert walk.leader.get_by_label(label, exact=True).first.input_value() == text


def print_a_template(walk: GuideWalk) -> None:
    page = walk.member
    open_the_team(page, walk)
    # "For the desired Mastery Process, mouse over the Actions button and select the Print option"
    page.get_by_label("Actions of Unit 4 Mastery Process").click()
    page.get_by_role("link", name="Print", exact=True).click()
    page.get_by_role("button", name="Print").click()
    page.wait_for_url("**/printouts/**")
    for _ in range(60):
        if page.get_by_role("link", name="Open the PDF").count():
            break
        page.wait_for_timeout(2_000)
        if not walk.scripted:
            page.reload()
    printed = page.request.get(
        str(page.get_by_role("link", name="Open the PDF").get_attribute("href"))
    )
    assert printed.body().startswith(b"%PDF-")


def bring_an_absent_student_in(walk: GuideWalk) -> None:
    page = walk.member
    # "Re-Activate is available under the Actions button on the Reports tab."
    go_to(page, "Reports")
    page.locator("main details.menu summary").first.click()
    page.get_by_role("button", name="Re-Activate").first.click()
    page.wait_for_url("**/sheets/**")
    enter_first_item(page, {0: "13"}, scripted=walk.scripted)
    walk.open(page, "1. Collect and Chart Data")
    first = walk.team.members[0].client
    path = f"/v1/processes/{walk.process.rpartition('/')[2]}"
    assert first.get(f"{path}/collection", test="pre")["team"]["absent"] == 1


def set_smart_goals(walk: GuideWalk) -> None:
    page = walk.member
    # "Individual team members should fill out the Smart Goals tabs for their students."
    walk.open(page, "Smart Goals")
    page.get_by_role("link", name=re.compile("^Set the goal of")).click()
    # "Students within 5 points of the Meets category and all students above ... pre-selected."
    reasons = page.locator("table.choosing tbody tr")
    close = reasons.filter(has_text="preselected").first
    assert close.locator("input[type=checkbox]").is_checked()
    far = page.locator("table.choosing input[name=student]:not(:checked)").first
    before = page.locator("#sum").inner_text()
    far.check()
    if walk.scripted:
        page.wait_for_timeout(3_000)
    else:
        page.get_by_role("button", name="Preview").click()
    assert page.locator("#sum").inner_text() != before
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**done=**")
    walk.open(page, "Smart Goals")
    assert "Set" in page.locator("#own-heading + ul").inner_text()


def attach_the_post_test(walk: GuideWalk) -> None:
    page = walk.leader
    # "On the Lessons/Assessments tab ... make a copy of the Pre-Test Assessment (Actions>Copy) and
    # rename it (Actions>Properties)." "It is good practice to include the term Post-Test"
    go_to(page, "Lessons/Assessments")
    page.get_by_label(f"Actions: {walk.name}: Pre-Test").click()
    page.locator("details[open]").get_by_role("link", name="Copy").click()
    page.wait_for_url("**do=copy**")
    # "Use the Actions, Attach Post-Test option"
    page.goto(walk.process)
    walk.act(page, "Attach Post-Test")
    assert "Post-Test" in page.get_by_label("Title of the copy").input_value()
    page.get_by_role("button", name="Attach the Pre-Test once more").click()
    page.wait_for_url("**done=**")


def compare(walk: GuideWalk) -> None:
    page = walk.member
    # "Pre-Test average", "Post-Test average", "Percentage change"
    walk.open(page, "Compare")
    words = page.locator("main").inner_text()
    assert "Pre-Test" in words
    assert "Post-Test" in words
    assert "percentage points" in words
    # "The column headers are sortable", "Class name for each student is displayed"
    page.locator("main .tabs").nth(1).get_by_role("link", name="Students").click()
    page.wait_for_url("**by=students**")
    titles = {member.school_class.title for member in walk.team.members}
    assert any(title in page.locator("#list").inner_text() for title in titles)
    if walk.scripted:
        page.locator("#list th a[href*='sort=change']").click()
        page.wait_for_url("**sort=change**")
        assert page.locator("#list th[aria-sort]").count() == 1


def edit_level_names_and_ranges(walk: GuideWalk) -> None:
    page = walk.leader
    open_the_team(page, walk)
    # "Select the Data Team Info tab", "Click on the level name you want to edit"
    page.get_by_role("link", name="Data Team Info").click()
    page.locator("input[name=name][value='Meets'], input[value='Meets']").first.fill("On target")
    if walk.scripted:
        # "With your mouse, click and slide the handle for the range you want to change"
        page.locator("input[type=range]").nth(1).press("ArrowLeft")
        assert page.locator("#lower-2").input_value() == "69"
    page.get_by_role("button", name="Preview").click()
    page.get_by_text(re.compile("Unit 4 Mastery Process")).first.wait_for()
    # "Click on the Save button"
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**done=**")
    walk.open(page, "1. Collect and Chart Data")
    assert "On target" in page.locator("main").inner_text()


def look_at_every_step(walk: GuideWalk) -> None:
    """Nothing that axe knows of is wrong, in no width and no color scheme."""
    page, faults = walk.leader, {}
    page.goto(walk.process)
    tabs = page.locator("main .tabs").first.locator("a")
    acts = ("finish", "print", "remind", "attach-post-test")
    addresses = [str(each.get_attribute("href")) for each in tabs.all()]
    addresses += [
        f"{walk.process}?tab=compare&by={by}" for by in ("teachers", "classes", "students")
    ]
    addresses += [f"{walk.process}/acts/{act}" for act in acts]
    for address in addresses:
        page.goto(address if "://" in address else page.url.partition("/api/")[0] + address)
        faults[address] = find_faults(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert {address: found for address, found in faults.items() if found} == {}


def reflect_finish_and_lock(walk: GuideWalk) -> None:
    # "use the Reflect tab to document what worked and what did not work."
    walk.open(walk.leader, "Reflect")
    walk.leader.get_by_label("What worked", exact=True).fill("Small groups")
    walk.leader.get_by_role("button", name="Save Changes").click()
    walk.leader.wait_for_url("**done=saved**")
    # "It is critical that the Data Team Leader select the option Finish and Lock Mastery Process"
    walk.act(walk.leader, "Finish and Lock")
    assert "cannot be undone" in walk.leader.locator("main").inner_text()
    walk.leader.get_by_role("button", name="Finish and Lock").click()
    for _ in range(60):
        if walk.leader.get_by_role("link", name="Open the report").count():
            break
        walk.leader.wait_for_timeout(2_000)
        if not walk.scripted:
            walk.leader.reload()
    walk.leader.get_by_role("link", name="Open the report").click()
    walk.leader.wait_for_url("**/reports/**")
    # "Once a Mastery Process is locked, no more revisions can be made."
    walk.open(walk.member, "Reflect")
    assert not walk.member.locator("main textarea").count()
    assert "Small groups" in walk.member.locator("main").inner_text()
    # "each future Data Team can build upon this information year after year"
    go_to(walk.member, "Library")
    walk.member.get_by_role("link", name="Unit 4 Mastery Process").first.click()
    assert "Small groups" in walk.member.locator("main").inner_text()
