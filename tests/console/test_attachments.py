"""Files beside an assessment: attached in two steps, downloaded, removed."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.assessments.model import Visibility
from chalicelib.attachments.model import TYPES
from chalicelib.console.attachments import MEDIA_TYPES
from tests.console.test_assessments import HOSTILE, open_assessment
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of, fields_of, teacher_of
from tests.support.world import World

PDF = b"%PDF-1.7\nfour rows of beans"


@pytest.fixture
def assessment(world: World) -> str:
    builders.a_set(world)
    return builders.an_assessment(world).id


def upload(world: World, shown: ShownPage, content: bytes = PDF) -> None:
    """Send the file with the bucket's form, as it stands on the page."""
    form = {name: values[-1] for name, values in fields_of(shown.one("form[data-next]")).items()}
    world.clients.s3.put_object(
        Bucket=world.settings.files_bucket,
        Key=form["key"],
        Body=content,
        ContentType=form["Content-Type"],
    )
    world.services.uploads.handle_event({"detail": {"object": {"key": form["key"]}}})


def announce(browser: Browser, assessment: str, **changes: Any) -> ShownPage:
    form = browser.open(open_assessment(browser, assessment, "attachments").link("Attach a file"))
    return browser.press(
        form, "Attach", fill={"name": "Test.pdf", "size": str(len(PDF)), **changes}
    )


def test_a_file_is_attached_listed_and_downloaded(world: World, assessment: str) -> None:
    browser = admin_of(world)
    second = announce(browser, assessment)
    assert second.heading == "Upload the file"
    form = second.one("form[data-next]")
    assert (form["method"], form["enctype"]) == ("post", "multipart/form-data")
    assert [each["name"] for each in form.select("input")][-1] == "file"
    waiting = browser.open(second.link("Continue"))
    assert waiting.rows()[0][2] == "Waiting for the upload"
    assert waiting.one("#files")["hx-trigger"] == "every 3s"
    upload(world, second)
    ready = open_assessment(browser, assessment, "attachments")
    assert ready.rows()[0][:3] == ["Test.pdf", "27 Bytes", "Ready"]
    assert not ready.one("#files").has_attr("hx-get")
    led = browser.open(ready.one("a[aria-label='Download Test.pdf']")["href"])
    assert led.address.startswith("https://plumbline-files.s3.amazonaws.com/attachments/")


def test_a_refused_file_says_why_and_is_removed(world: World, assessment: str) -> None:
    browser = admin_of(world)
    upload(world, announce(browser, assessment), b"x" * len(PDF))
    shown = open_assessment(browser, assessment, "attachments")
    assert "Refused" in shown.rows()[0][2]
    gone = browser.press(shown, "Remove Test.pdf")
    assert gone.words(".note.good") == "Done. The file is removed."
    assert "No files are attached." in gone.words()


@pytest.mark.parametrize(
    "said",
    [{"name": "Test.exe"}, {"size": "many"}, {"size": "99,999,999,999"}, {"name": ""}],
    ids=str,
)
def test_a_file_that_cannot_be_attached_is_refused_before_the_upload(
    world: World, assessment: str, said: dict[str, str]
) -> None:
    wrong = announce(admin_of(world), assessment, **said)
    assert wrong.status in (413, 422)
    assert wrong.words("#errors")
    for name, value in said.items():
        assert wrong.one(f"#{name}")["value"] == value


def test_without_a_file_one_is_asked_for(world: World, assessment: str) -> None:
    browser = admin_of(world)
    for wrong in (
        announce(browser, assessment, name="", size=""),
        browser.press(browser.open("/console/item-imports"), "Import"),
    ):
        assert wrong.status == 422
        assert wrong.words("#errors").count("File") == 1
        assert "Choose a file." in wrong.words("#errors")


def test_pressed_twice_a_file_is_announced_once(world: World, assessment: str) -> None:
    browser = admin_of(world)
    form = browser.open(f"/console/assessments/{assessment}/attachments")
    said = {"name": "Test.pdf", "size": "27"}
    first, second = (browser.press(form, "Attach", fill=said) for _ in range(2))
    assert (
        fields_of(first.one("form[data-next]"))["key"]
        == (fields_of(second.one("form[data-next]"))["key"])
    )
    assert len(open_assessment(browser, assessment, "attachments").rows()) == 1


def test_every_type_that_may_be_attached_is_known_by_its_ending() -> None:
    endings = {ending: kind for kind, each in TYPES.items() for ending in each.endings}
    assert endings == MEDIA_TYPES


def test_colleagues_download_and_do_not_change(world: World, assessment: str) -> None:
    upload(world, announce(admin_of(world), assessment, name=f"{HOSTILE[:7]}.pdf"))
    browser = teacher_of(world)
    shown = open_assessment(browser, assessment, "attachments")
    assert shown.rows()[0][0] == "<script.pdf"
    assert not shown.page.select("main table button")
    assert not shown.page.find_all("a", string="Attach a file")
    address = str(shown.one("main td a")["href"])
    assert browser.send("POST", address, b"etag=%221%22&_key=k").status == 403


def test_files_of_hidden_things_are_not_found(world: World) -> None:
    secret = builders.an_assessment(world, "tess", visibility=Visibility.PRIVATE)
    made = builders.an_attachment(world, secret.id)
    browser = admin_of(world)
    for address in (
        f"/console/assessments/{secret.id}/attachments",
        f"/console/assessments/{secret.id}/attachments/{made.id}",
    ):
        assert browser.open(address).status == 404
