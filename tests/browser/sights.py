"""Every screen of the console, and how to come to it.

`tests/house/test_sights.py` compares this list with the routes, the tabs, the acts and the
templates: a screen that nobody visits fails there. `test_screens.py` visits all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.district_sights import DISTRICT_SIGHTS
from tests.browser.mastery_sights import MASTERY_SIGHTS
from tests.browser.setup_sights import SETUP_SIGHTS
from tests.browser.sight import Sight, at, go, press
from tests.browser.stage import in_days
from tests.browser.team_sights import TEAM_SIGHTS
from tests.browser.tracker_sights import TRACKER_SIGHTS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

NO_SCREEN = {
    "/console/sign-in": "leads to the sign-in pages",
    "/console/refresh": "leads on",
    "/console/static/{name}": "files of pages",
    "/console/assessments/{assessment_id}/attachments/{attachment_id}": "leads to a file",
    "/console/assessments/{assessment_id}/properties": "leads to the tab of the refused form",
    "/console/assessments/{assessment_id}/items": "leads to the tab of the refused form",
    "/console/distributions/{distribution_id}/files/{name}": "a file",
    "/console/processes/{process_id}/files/{name}": "a file",
    "/console/mastery/{tracker_id}/files/{name}": "a file",
    "/console/sheets/{tracker_id}/{given_id}/files/{name}": "a file",
    "/console/roster/{import_id}/files/{name}": "a file",
    "/console/standards-imports/{import_id}/files/{name}": "a file",
    "/console/processes/{process_id}/pages/{page}": "leads to the tab of the refused form",
}
"""Addresses that show nothing of their own."""

NOT_ON_THE_STAGE = {
    "distributions/retry.html": "no delivery fails on the local stack",
    "distribute/closed.html": "nobody has a link to what cannot be distributed",
    "mastery/nowhere.html": "a student who left every class of the teacher's",
    "distributions/hidden.html": "results that are withheld for now",
}
"""Templates whose screens nobody comes to here; `tests/console/` renders them."""


A, D = "/console/assessments/{assessment_id}", "/console/distributions/{distribution_id}"
WRITTEN, GIVEN = "/console/assessments/{written}", "/console/assessments/{given}"
DELIVERED, PLANNED = "/console/distributions/{delivered}", "/console/distributions/{planned}"
KINDS = ("single_choice", "multiple_choice", "true_false", "numeric", "short_text", "points")
LISTS = ("schools", "teachers", "classes", "standards", "items")


def preview(page: Page, stage: BrowserStage) -> None:
    """Come to the preview of a distribution."""
    go(page, f"{WRITTEN}/distribute", stage)
    page.locator("input[name=district]").check()
    page.locator("button[value=save]").click()
    page.locator("button[value=make]").wait_for()


def check_change(page: Page, stage: BrowserStage) -> None:
    """Come to the check of a change."""
    go(page, f"{PLANNED}/acts/change", stage)
    page.locator("#start_date").fill(in_days(6)["start_date"])
    page.locator("button[value=save]").click()
    page.locator("button[value=make]").wait_for()


def announce_file(page: Page, stage: BrowserStage) -> None:
    """Come to the second step of a file, as without a script."""
    go(page, f"{WRITTEN}/attachments", stage)
    page.locator("#name").evaluate("(field) => { field.value = 'Test.pdf'; }")
    page.locator("#size").evaluate("(field) => { field.value = '12'; }")
    page.locator("main form").evaluate("(form) => form.submit()")
    page.locator("form[data-next]").wait_for()


def go_stale(page: Page, stage: BrowserStage) -> None:
    """Come to properties that somebody else changed meanwhile."""
    go(page, f"{WRITTEN}?tab=settings", stage)
    page.locator("input[name=etag]").evaluate_all(
        "(all) => all.map((one) => { one.value = '\"1\"'; })"
    )
    page.locator("#title").last.fill("Grade 3 Mathematics: another name")
    page.locator("form[action$='/properties'] button.main").click()
    page.locator("#errors").wait_for()


def correct_cuts(page: Page, stage: BrowserStage) -> None:
    """Come to a correction: it goes on for a minute or two."""
    go(page, f"{GIVEN}/correction", stage)
    page.locator("#cuts").fill("40, 75")
    page.locator("main form[method=post] button.main").click()
    page.wait_for_url("**/console/corrections/**")


def lose_sign_in(page: Page, stage: BrowserStage) -> None:
    """Come to the page that keeps a form until somebody has signed in again."""
    go(page, "/console/new-assessment", stage)
    page.locator("#title").fill("Typed before the sign-in ended")
    page.context.clear_cookies()
    page.locator("main form button.main").first.click()
    page.wait_for_url("**/console/refresh**")


SIGHTS: tuple[Sight, ...] = (
    at("home.html", "/console/home", "/console/home"),
    at("assessments/list.html", "/console/assessments", "/console/assessments"),
    at("assessments/list.html", "/console/assessments", "/console/assessments?text=nothing-is-so"),
    at("assessments/new.html", "/console/new-assessment", "/console/new-assessment"),
    Sight(
        "assessments/new.html",
        "",
        press("/console/new-assessment", title="A test", cuts="most"),
        422,
    ),
    *(
        at(f"assessments/{tab}.html", f"{A}?tab={tab}", f"{assessment}?tab={tab}")
        for assessment in (WRITTEN, GIVEN, "/console/assessments/{draft}")
        for tab in ("items", "attachments", "settings", "results")
    ),
    Sight("assessments/settings.html", "", go_stale, 412),
    *(
        at("assessments/item_form.html", f"{A}/item", f"{WRITTEN}/item?kind={kind}")
        for kind in KINDS
    ),
    Sight(
        "assessments/item_form.html", "", press(f"{WRITTEN}/item?kind=numeric", "button.main"), 422
    ),
    at("assessments/attach.html", f"{A}/attachments", f"{WRITTEN}/attachments"),
    Sight("upload.html", "", announce_file),
    at("assessments/print.html", f"{A}/print", f"{WRITTEN}/print"),
    at("assessments/bank.html", f"{A}/bank", f"{WRITTEN}/bank"),
    at("assessments/key_file.html", f"{A}/key-file", f"{WRITTEN}/key-file"),
    Sight(
        "assessments/key_file.html",
        "",
        press(f"{WRITTEN}/key-file", "button[value=look]", csv="number,key\n1,B\n2,\n"),
    ),
    at("assessments/correction.html", f"{A}/correction", f"{GIVEN}/correction"),
    at("assessments/correction.html", f"{A}/correction", f"{GIVEN}/correction?item=1"),
    Sight("assessments/correction_done.html", "/console/corrections/{correction_id}", correct_cuts),
    at("assessments/import_new.html", "/console/item-imports", "/console/item-imports"),
    *(
        at(
            "assessments/import.html",
            "/console/item-imports/{import_id}",
            f"/console/item-imports/{one}",
        )
        for one in ("{read_import}", "{refused_import}", "{waiting_import}")
    ),
    at("distribute/form.html", f"{A}/distribute", f"{WRITTEN}/distribute"),
    Sight("distribute/form.html", "", press(f"{WRITTEN}/distribute", "button[value=save]"), 422),
    Sight("distribute/preview.html", "", preview),
    at("distributions/list.html", "/console/distributions", "/console/distributions"),
    at(
        "distributions/list.html",
        "/console/distributions",
        "/console/distributions?text=nothing-is-so",
    ),
    *(
        at(f"distributions/{tab}.html", f"{D}?tab={tab}", f"{distribution}?tab={tab}")
        for distribution in (DELIVERED, PLANNED)
        for tab in ("progress", "receipts", "results", "analysis", "settings")
    ),
    *(
        at("distributions/results.html", f"{D}?tab=results", f"{DELIVERED}?tab=results&by={by}")
        for by in LISTS
    ),
    at("distributions/progress.html", f"{D}?tab=progress", "/console/distributions/{recalled}"),
    at("distributions/closed.html", f"{D}/acts/retry", f"{DELIVERED}/acts/retry"),
    at("distributions/cancel.html", f"{D}/acts/cancel", f"{PLANNED}/acts/cancel"),
    at("distributions/change.html", f"{D}/acts/change", f"{PLANNED}/acts/change"),
    at("distributions/change.html", f"{D}/acts/change", f"{DELIVERED}/acts/change"),
    Sight("distributions/check.html", "", check_change),
    at("distributions/recall.html", f"{D}/acts/recall", f"{DELIVERED}/acts/recall"),
    at(
        "distributions/restore.html",
        f"{D}/acts/restore",
        "/console/distributions/{recalled}/acts/restore",
    ),
    at("distributions/remind.html", f"{D}/acts/remind", f"{DELIVERED}/acts/remind"),
    at("distributions/add.html", f"{D}/acts/add", f"{DELIVERED}/acts/add"),
    at("distributions/repeat.html", f"{D}/acts/repeat", f"{DELIVERED}/acts/repeat"),
    *TEAM_SIGHTS,
    *TRACKER_SIGHTS,
    *MASTERY_SIGHTS,
    *DISTRICT_SIGHTS,
    *SETUP_SIGHTS,
    at("parts.html", "/console/{proxy+}", "/console/parts"),
    at("trouble.html", "", "/console/nothing-is-here", status=404),
    at("refused.html", "", "/console/assessments/none", status=404),
    at("trouble.html", "", f"{DELIVERED}/acts/none", status=404),
    Sight("typed.html", "", lose_sign_in, 401),
    at("welcome.html", "/console", "/console", needs_sign_in=False),
    at(
        "sign_in_again.html",
        "/console/signed-in",
        "/console/signed-in?state=old",
        status=400,
        needs_sign_in=False,
    ),
)
"""In this order: the last ones are of nobody who is signed in."""
