"""A district sets itself up in a browser: files go from the browser straight to the bucket."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from plumb.demo import roster
from tests.browser.conftest import Opens, sign_in
from tests.support.frameworks import an_item, with_items
from tests.support.packages import a_district

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import Deployed


def choose(page: Page, package: bytes, name: str = "roster.zip") -> None:
    file: Any = {"name": name, "mimeType": "application/zip", "buffer": package}
    page.locator("#picker, #file").first.set_input_files(file)


def begin(opens: Opens, deployed: Deployed, **said: Any) -> Page:
    page = opens(**said)
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-roster-import")
    return page


def state(page: Page) -> str:
    return page.locator(".states").inner_text()


def wait_for(page: Page, word: str) -> None:
    """Wait until the page says so by itself, or by Refresh where it has no script."""
    for _ in range(60):
        if word in state(page):
            return
        page.wait_for_timeout(500)
        if page.get_by_role("link", name="Refresh").count():
            page.get_by_role("link", name="Refresh").click()
    raise AssertionError(state(page))


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without JavaScript"])
def test_the_roster_in_force_is_uploaded_again_and_changes_nothing(
    opens: Opens, deployed: Deployed, script: bool
) -> None:
    page = begin(opens, deployed, java_script_enabled=script)
    package = roster.package(deployed.loader.district)
    if script:
        choose(page, package)
        page.get_by_role("button", name="Upload and check").click()
        page.wait_for_url("**/console/roster/*")
    else:
        page.get_by_role("button", name="Upload and check").click()
        page.locator("#file").set_input_files(
            {"name": "roster.zip", "mimeType": "application/zip", "buffer": package}
        )
        address = page.get_by_role("link", name="Continue").get_attribute("href")
        page.get_by_role("button", name="Upload", exact=True).click()
        page.wait_for_load_state()
        page.goto(f"{deployed.up.stack.url.removesuffix('/api')}{address}")
    wait_for(page, "Ready to apply")
    assert page.get_by_text("applying it changes nothing").count()
    page.get_by_role("button", name="Discard").click()
    assert "Discarded" in state(page)


NOTE_THE_BAR = """() => {
const bar = document.querySelector("[data-sending] progress");
new MutationObserver(() => noteBar(bar.value)).observe(bar, { attributes: true });
}"""


def test_a_bar_says_how_far_a_large_file_is(opens: Opens, deployed: Deployed) -> None:
    seen: list[int] = []
    page = begin(opens, deployed)
    page.expose_function("noteBar", lambda value: seen.append(value))  # noqa: PLW0108 - a list's own is no function
    page.evaluate(NOTE_THE_BAR)
    choose(page, random.Random(15).randbytes(8_000_000))
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/roster/*")
    assert seen
    assert seen == sorted(seen)
    wait_for(page, "Refused")


def test_a_damaged_zip_is_refused_on_the_page_which_updates_by_itself(
    opens: Opens, deployed: Deployed
) -> None:
    page = begin(opens, deployed)
    choose(page, a_district().packed()[:700])
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/roster/*")
    page.locator(".states").get_by_text("Refused").wait_for(timeout=60_000)
    assert page.get_by_text("The file could not be read. Nothing has changed.").count()


def test_a_held_import_that_another_administrator_discards_is_lost_for_nobody(
    opens: Opens, deployed: Deployed
) -> None:
    page = begin(opens, deployed)
    choose(page, a_district().packed())
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/roster/*")
    page.locator(".states").get_by_text("On hold").wait_for(timeout=60_000)
    other = opens()
    sign_in(other, deployed)
    other.goto(page.url)
    other.get_by_role("button", name="Discard").click()
    other.get_by_text("The import is discarded.").wait_for()
    page.locator("#confirm").check()
    page.get_by_role("button", name="Remove and apply").click()
    page.locator("#errors").wait_for()
    assert "discarded this import after you opened it" in page.locator("#errors").inner_text()
    assert deployed.admin.get("/v1/roster")["applying_import_id"] == ""


def test_problems_of_standards_are_narrowed_opened_and_downloaded(
    opens: Opens, deployed: Deployed
) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-standards-import")
    flawed = with_items(*(an_item(f"lost{number}") for number in range(300)), an_item("one"))
    choose(page, json.dumps(flawed).encode(), "flawed.json")
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/standards-imports/*")
    page.locator(".states").get_by_text("Refused").wait_for(timeout=60_000)
    page.get_by_role("link", name="Problems (2)").click()
    page.get_by_label("Severity").select_option("Warning")
    page.wait_for_url("**severity=warning**")
    (row,) = page.locator("#found tbody tr").all()
    assert "300" in row.inner_text()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download these problems (CSV)").click()
    lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[:4] for line in lines[1:]] == [["warning", "CFItems", "", "300"]]
    row.get_by_role("link").click()
    page.get_by_text("It occurs 300 times.").wait_for()
    assert page.locator("tbody tr").count() == 50
