"""A file goes from the browser straight to the bucket, as the pages' policy allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opens, sign_in

if TYPE_CHECKING:
    from tests.e2e.conftest import LoadedStack

TEST = b"%PDF-1.7\nfour rows of beans\n%%EOF\n"


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without JavaScript"])
def test_a_test_is_attached_and_downloaded_as_it_was(
    opens: Opens, deployed: LoadedStack, script: bool
) -> None:
    page = opens(java_script_enabled=script)
    sign_in(page, deployed)
    assessment = deployed.loader.ledger["assessment-3"]
    address = f"{deployed.up.stack.url}/console/assessments/{assessment}"
    name = f"Beans {'scripts' if script else 'plain'}.pdf"
    file = {"name": name, "mimeType": "application/pdf", "buffer": TEST}
    page.goto(f"{address}/attachments")
    if script:
        page.locator("#picker").set_input_files(file)  # type: ignore[arg-type]
        page.get_by_role("button", name="Attach").click()
        page.wait_for_url("**tab=attachments**")
    else:
        page.locator("#name").fill(name)
        page.locator("#size").fill(str(len(TEST)))
        page.get_by_role("button", name="Attach").click()
        page.locator("#file").set_input_files(file)  # type: ignore[arg-type]
        page.get_by_role("button", name="Upload").click()
        page.wait_for_load_state()
    for _ in range(20):
        page.goto(f"{address}?tab=attachments")
        row = page.get_by_role("row").filter(has_text=name)
        if "Ready" in row.inner_text():
            break
        page.wait_for_timeout(1_000)
    assert "Ready" in row.inner_text()
    listed = deployed.admin.items(f"/v1/assessments/{assessment}/attachments")
    (found,) = (each for each in listed if each["name"] == name)
    assert found["size"] == len(TEST)


def test_a_file_that_is_not_what_it_says_is_refused_on_the_page(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    assessment = deployed.loader.ledger["assessment-3"]
    page.goto(f"{deployed.up.stack.url}/console/assessments/{assessment}/attachments")
    file = {"name": "Holiday.pdf", "mimeType": "application/pdf", "buffer": b"no page of a PDF"}
    page.locator("#picker").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Attach").click()
    page.wait_for_url("**tab=attachments**")
    row = page.get_by_role("row").filter(has_text="Holiday.pdf")
    row.get_by_text("Refused").wait_for()  # the page asks repeatedly until it is looked at
    row.get_by_role("button", name="Remove").click()
    page.get_by_text("The file is removed.").wait_for()
    assert not page.get_by_text("Holiday.pdf").count()


def test_a_file_that_cannot_be_attached_is_refused_before_it_is_sent(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    assessment = deployed.loader.ledger["assessment-3"]
    page.goto(f"{deployed.up.stack.url}/console/assessments/{assessment}/attachments")
    file = {"name": "Virus.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}
    page.locator("#picker").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Attach").click()
    page.locator("#errors").wait_for()
    assert page.url.endswith("/attachments")
    assert page.locator(".field.wrong").count()
