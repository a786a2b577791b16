"""An administrator mends in a browser what did not arrive, waits, or failed too often."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plumb.tour.give import watch_mails
from tests.browser.conftest import Opens, read_function, sign_in
from tests.browser.test_setting_up import report_bounce

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack


def open_status(opens: Opens, deployed: LoadedStack) -> Page:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/status")
    return page


def count_mails(deployed: LoadedStack, reference: str) -> int:
    sent = deployed.up.outbox.mails()
    return sum(each.message["X-Plumbline-Mail"] == reference for each in sent)


def test_a_block_is_lifted_and_the_email_that_came_back_is_sent_again(
    opens: Opens, deployed: LoadedStack
) -> None:
    teacher = deployed.loader.cast.teachers[1]
    watch_mails(deployed.admin, deployed.now, lambda _: None)
    first = next(each for each in deployed.up.outbox.mails() if each.to == teacher.email)
    reference = first.message["X-Plumbline-Mail"]
    before = count_mails(deployed, reference)
    report_bounce(reference, teacher.email)
    page = open_status(opens, deployed)
    row = page.locator("tr", has_text=teacher.name.family)
    assert "It did not arrive." in row.inner_text()
    row.get_by_role("link", name="Lift the block").click()
    page.get_by_role("button", name="Lift the block").click()
    page.get_by_text("Gets email", exact=True).wait_for()
    page.goto(f"{deployed.up.stack.url}/console/status")
    row.get_by_role("button", name="Send again").click()
    page.get_by_text("The email is sent again.").wait_for()
    assert not row.count()
    for _ in range(120):
        if count_mails(deployed, reference) > before:
            break
        page.wait_for_timeout(500)
    assert count_mails(deployed, reference) == before + 1


def test_an_import_that_waits_is_tried_now(opens: Opens, deployed: LoadedStack) -> None:
    begun = deployed.admin.post("/v1/standards-imports", {}).body["id"]
    page = open_status(opens, deployed)
    row = page.locator("tr", has=page.locator(f"a[href$='/standards-imports/{begun}']"))
    row.get_by_role("button", name="Try now").click()
    page.get_by_text("Plumbline is trying it now.").wait_for()
    assert deployed.admin.get(f"/v1/standards-imports/{begun}")["state"] == "awaiting_upload"


def test_a_message_that_failed_too_often_is_sent_back_and_worked_off(
    opens: Opens, deployed: LoadedStack
) -> None:
    import boto3

    begun = str(deployed.admin.post("/v1/standards-imports", {}).body["id"])
    sqs = boto3.client("sqs")
    queue = read_function("RunJob")["Environment"]["Variables"]["JOBS_DEAD_LETTERS"]
    body = json.dumps({"kind": "standards-import", "id": begun})
    sqs.send_message(QueueUrl=queue, MessageBody=body)
    page = open_status(opens, deployed)
    row = page.locator("tr", has_text="Imports and other long work")
    assert row.locator(f"a[href$='/standards-imports/{begun}']").count()
    row.get_by_role("button", name="Send back").click()
    page.get_by_text("The messages are sent back.").wait_for()
    assert not row.count()
    assert page.get_by_text("Nothing failed too often.").count()
