"""A teacher follows an e-mail to a tracker, adds an assessment, removes it and brings it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import find_violations
from tests.browser.conftest import Opens, type_in
from tests.browser.stage import distribute, write_assessment

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from plumb.client import Client
    from tests.e2e.conftest import LoadedStack

STANDARD_SET = "Mathematics 3"
WAYS = [(1280, True), (360, True), (360, False)]
"""Width, and whether the browser runs scripts."""


def find_own_tracker(deployed: LoadedStack, teacher: Client) -> str:
    """Return the teacher's own tracker of the grade's set."""
    own = deployed.loader.ledger["sets"][STANDARD_SET]
    rows = teacher.items("/v1/trackers")
    return next(str(each["id"]) for each in rows if each["standards_set_id"] == own)


def read_link(deployed: LoadedStack, page: Page, address: str, title: str) -> str:
    """Wait for the e-mail about an assessment, and return its one link."""
    for _ in range(120):
        for mail in deployed.up.outbox.mails():
            if mail.to == address and title in str(mail.message["Subject"]):
                (link,) = set(re.findall(r'href="(http[^"]*)"', mail.body("html")))
                return str(link)
        page.wait_for_timeout(500)
    raise TimeoutError(title)


def write_own(deployed: LoadedStack, teacher: Client, title: str) -> str:
    """Have the teacher write an assessment of one item."""
    begun = {
        "title": title,
        "standards_set_id": deployed.loader.ledger["sets"][STANDARD_SET],
        "visibility": "private",
    }
    made = str(teacher.post("/v1/assessments", begun).body["id"])
    tree = teacher.get(f"/v1/standards-sets/{begun['standards_set_id']}")["tree"]
    standard = next(each["code"] for each in tree if each["selectable"])
    item = {"kind": "points", "prompt": "Show one half.", "standards": [standard], "points": "2"}
    teacher.change("PUT", f"/v1/assessments/{made}/items", {"items": [item]})
    return made


def row_of(page: Page, title: str) -> Locator:
    """Return the row of an assessment in the tracker."""
    return page.locator("tbody tr", has_text=title)


def act(page: Page, title: str, button: str) -> None:
    """Open a row's actions, and press one of them."""
    row_of(page, title).locator("summary").click()
    row_of(page, title).get_by_role("button", name=button).click()


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_a_teacher_comes_from_the_email_and_looks_after_the_tracker(
    opens: Opens, deployed: LoadedStack, width: int, script: bool
) -> None:
    person = deployed.loader.cast.teachers[0]
    teacher = deployed.as_teacher()
    tracker = find_own_tracker(deployed, teacher)
    named = f"{width}{' without a script' if not script else ''}"
    title, own_title = f"District check at {named}", f"Exit ticket at {named}"
    district = write_assessment(deployed, title)
    distribute(deployed.admin, district, selection={"tracker_ids": [tracker]})
    own = write_own(deployed, teacher, own_title)

    page = opens(width, java_script_enabled=script)
    page.goto(read_link(deployed, page, person.email, title))
    type_in(page, person.username, deployed.up.stack.password)
    page.wait_for_url(f"**/console/trackers/{tracker}*")
    assert "From the district" in row_of(page, title).inner_text()
    assert "Not entered" in row_of(page, title).inner_text()

    page.get_by_role("link", name="Add an assessment").click()
    page.get_by_role("button", name=f"Add {own_title}").click()
    page.wait_for_url("**done=tracker_added")
    assert "Added by you" in row_of(page, own_title).inner_text()

    path = f"/v1/trackers/{tracker}/sheets/{own}"
    student = teacher.get(path)["students"][0]["student_id"]
    scores = [{"item_id": 1, "points": "2"}]
    teacher.change("PATCH", path, {"students": [{"student_id": student, "scores": scores}]})
    page.reload()
    assert "Partly entered" in row_of(page, own_title).inner_text()
    act(page, own_title, "Remove")
    page.wait_for_url("**done=tracker_taken_out")
    assert row_of(page, own_title).count() == 0
    if script:
        assert find_violations(page) == []
    page.get_by_role("button", name=f"Bring back {own_title}").click()
    page.wait_for_url("**done=tracker_brought_back")
    assert "Partly entered" in row_of(page, own_title).inner_text()
    wide = page.evaluate("document.documentElement.scrollWidth") if script else 0
    assert wide <= width

    page.get_by_role("link", name="My Trackers", exact=True).first.click()
    page.wait_for_url("**/console/trackers")
    assert page.get_by_role("heading", level=1).inner_text() == "My Trackers"
