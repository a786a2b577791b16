"""The screens of a class's mastery, as its teacher sees them, and as administrators do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.sight import Reader, Sight, at, go

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

M, MASTERY = "/console/mastery/{tracker_id}", "/console/mastery/{tracker}"
TABS = ("students", "standards", "assessments")
READERS: tuple[Reader, ...] = ("leader", "principal")


def open_student(page: Page, stage: BrowserStage) -> None:
    """Come to the tests that a student's mastery is made of."""
    go(page, MASTERY, stage)
    page.locator(".board tbody th a").first.click()
    page.locator(".evidence").wait_for()


def open_all_of_student(page: Page, stage: BrowserStage) -> None:
    """Come to a student in all trackers of the teacher."""
    open_student(page, stage)
    page.get_by_role("link", name="All of my trackers").click()
    page.wait_for_url("**/console/students/**")


def choose_students(page: Page, stage: BrowserStage) -> None:
    """Come to the students of a class who can get an answer sheet."""
    go(page, "/console/sheets/{sheet}", stage)
    page.get_by_role("link", name="Print the test or answer sheets").click()
    page.locator("#who-chosen").check()


MASTERY_SIGHTS: tuple[Sight, ...] = (
    *(
        at("mastery/board.html", f"{M}?tab={tab}", f"{MASTERY}?tab={tab}", who=who)
        for who in READERS
        for tab in TABS
    ),
    *(
        Sight("mastery/student.html", f"{M}/students/{{student_id}}", open_student, who=who)
        for who in READERS
    ),
    Sight(
        "mastery/everywhere.html",
        "/console/students/{student_id}",
        open_all_of_student,
        who="leader",
    ),
    at(
        "sheets/analysis.html",
        "/console/sheets/{tracker_id}/{given_id}/analysis",
        "/console/sheets/{sheet}/analysis",
        who="leader",
    ),
    Sight("assessments/print.html", "", choose_students, who="leader"),
)
