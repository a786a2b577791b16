"""A district sets itself up in a browser: files go from the browser straight to the bucket."""

from __future__ import annotations

import csv
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from plumb.demo import roster
from plumb.tour.give import watch, watch_mails
from tests.browser.conftest import Opens, read_function, sign_in
from tests.browser.stage import distribute, write_assessment
from tests.events.post_office import hard_bounce
from tests.support.frameworks import an_item, with_items
from tests.support.packages import Pack, a_district
from tests.support.workbooks import read_by_calamine

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack


def choose(page: Page, package: bytes, name: str = "roster.zip") -> None:
    file: Any = {"name": name, "mimeType": "application/zip", "buffer": package}
    page.locator("#picker, #file").first.set_input_files(file)


def begin(opens: Opens, deployed: LoadedStack, **changes: Any) -> Page:
    page = opens(**changes)
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-roster-import")
    return page


def state(page: Page) -> str:
    return page.locator(".states").inner_text()


def wait_for(page: Page, word: str) -> None:
    """Wait until the page shows it, or press Refresh where it has no script."""
    for _ in range(60):
        if word in state(page):
            return
        page.wait_for_timeout(500)
        if page.get_by_role("link", name="Refresh").count():
            page.get_by_role("link", name="Refresh").click()
    raise AssertionError(state(page))


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without JavaScript"])
def test_the_roster_in_force_is_uploaded_again_and_changes_nothing(
    opens: Opens, deployed: LoadedStack, script: bool
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


def test_a_bar_says_how_far_a_large_file_is(opens: Opens, deployed: LoadedStack) -> None:
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


def test_a_damaged_zip_is_refused_on_the_page_which_updates_automatically(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = begin(opens, deployed)
    choose(page, a_district().write_zip()[:700])
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/roster/*")
    page.locator(".states").get_by_text("Refused").wait_for(timeout=60_000)
    assert page.get_by_text("The file could not be read. Nothing has changed.").count()


def test_a_held_import_that_another_administrator_discards_is_lost_for_nobody(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = begin(opens, deployed)
    choose(page, a_district().write_zip())
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
    opens: Opens, deployed: LoadedStack
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
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download these problems (Excel)").click()
    assert saved.value.suggested_filename == "standards-problems.xlsx"
    book = read_by_calamine(saved.value.path().read_bytes())
    assert [row[:4] for row in book[1:]] == [["warning", "CFItems", "", 300.0]]
    row.get_by_role("link").click()
    page.get_by_text("It occurs 300 times.").wait_for()
    assert page.locator("tbody tr").count() == 50


def test_three_thousand_equal_problems_are_one_line_to_open_to_filter_and_to_download(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = begin(opens, deployed)
    choose(page, with_equal_problems().write_zip())
    page.get_by_role("button", name="Upload and check").click()
    page.wait_for_url("**/console/roster/*")
    page.locator(".states").get_by_text("Refused").wait_for()
    page.get_by_role("link", name="Problems (3)").click()
    page.get_by_text("3 kinds of problems, the worst first").wait_for()
    assert [each.inner_text() for each in page.locator("td.number").all()] == ["3,000", "40", "40"]
    page.get_by_role("link", name="See examples of: There is no user").click()
    page.get_by_role("heading", name="There is no user with this sourcedId").wait_for()
    assert "It occurs 3,000 times." in page.locator("main").inner_text()
    assert page.get_by_role("rowheader").all_inner_texts() == [str(n) for n in range(8, 58)]

    page.get_by_role("link", name="All problems").click()
    page.locator("#severity").select_option(label="Warning")
    page.get_by_text("2 kinds of problems, the worst first").wait_for()
    assert read_problems(page) == [("warning", "users.csv", "40"), ("warning", "users.csv", "40")]
    page.locator("#severity").select_option(label="Any severity")
    page.locator("#file").select_option(label="enrollments.csv")
    page.get_by_text("1 kind of problem, the worst first").wait_for()
    assert read_problems(page) == [("error", "enrollments.csv", "3000")]
    page.get_by_role("link", name="Clear").click()
    page.get_by_text("3 kinds of problems, the worst first").wait_for()
    assert len(read_problems(page)) == 3


def with_equal_problems() -> Pack:
    """Return a roster with 3,000 enrollments of nobody, and 40 people with a word for true."""
    pack = a_district()
    for number in range(3_000):
        pack.add("enrollments", f"x{number}", classSourcedId="k1", userSourcedId=f"none{number}",
                 schoolSourcedId="north", role="student")  # fmt: skip
    for number in range(40):
        pack.add("users", f"u{number}", enabledUser="perhaps", username=f"u{number}",
                 givenName="A", familyName="B")  # fmt: skip
    return pack


def read_problems(page: Page) -> list[tuple[str, str, str]]:
    """Download the problems that are listed; return severity, file and count of each line."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download these problems (CSV)").click()
    assert waiting.value.suggested_filename == "roster-problems.csv"
    with waiting.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["Severity"], row["File"], row["Times"]) for row in rows]


# -- a blocked address ----------------------------------------------------------------------------


def test_a_blocked_address_is_lifted_on_the_persons_page_and_gets_mail_again(
    opens: Opens, deployed: LoadedStack
) -> None:
    teacher = deployed.loader.cast.teachers[0]
    watch_mails(deployed.admin, deployed.now, lambda _: None)
    first = next(each for each in deployed.up.outbox.mails() if each.to == teacher.email)
    report_bounce(first.message["X-Plumbline-Mail"], teacher.email)
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/people?text={teacher.username}")
    page.get_by_role("link", name=teacher.name.family).click()
    page.get_by_text("The address is blocked").wait_for()
    assert teacher.email not in give_one(deployed, "Winter, while it is blocked")
    page.get_by_role("button", name="Lift the block").click()
    page.get_by_text("Gets email", exact=True).wait_for()
    assert teacher.email in give_one(deployed, "Winter, once it is lifted")


def report_bounce(reference: str, address: str) -> None:
    """Have the stack's function hear what SES reports of a mail that cannot arrive."""
    import boto3

    around = {"version": "0", "account": "", "time": "", "region": "", "resources": []}
    said = json.dumps({**around, **hard_bounce(reference, address)})
    name = read_function("MailEvent")["FunctionName"]
    answer = boto3.client("lambda").invoke(FunctionName=name, Payload=said.encode())
    assert "FunctionError" not in answer, answer["Payload"].read()


def give_one(deployed: LoadedStack, title: str) -> list[str]:
    """Distribute an assessment to a tracker of the teacher; return who got an e-mail of it."""
    made, admin = write_assessment(deployed, title), deployed.admin
    teacher = deployed.as_teacher()
    set_id = deployed.loader.ledger["sets"]["Mathematics 3"]
    own = teacher.items("/v1/trackers")
    tracker = next(each["id"] for each in own if each["standards_set_id"] == set_id)
    given = distribute(admin, made, selection={"tracker_ids": [tracker]})
    watch(admin, given, lambda _: None)
    watch_mails(admin, given, lambda _: None)
    return [each.to for each in deployed.up.outbox.mails() if title in each.body("plain")]
