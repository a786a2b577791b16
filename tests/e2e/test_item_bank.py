"""Questions imported from a package, and documents attached, over HTTP and through the bucket."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from plumb.client import ApiProblem, Client
from tests.e2e.conftest import LoadedStack
from tests.support.questions import a_choice, a_package, an_item

PDF = b"%PDF-1.7\nfour rows of beans"
SECONDS = 60


def wait_out(client: Client, path: str, *states: str) -> dict[str, Any]:
    """Look at something until it is no longer in these states."""
    end = time.monotonic() + SECONDS
    while (view := client.get(path))["state"] in states:
        assert time.monotonic() < end, view
        time.sleep(0.3)
    return dict(view)


@pytest.fixture
def chosen(admin: Client) -> dict[str, Any]:
    """Return a standards set with one of its codes."""
    for each in admin.items("/v1/standards-sets"):
        rows = admin.get(f"/v1/standards-sets/{each['id']}")["tree"]
        code = next((row["code"] for row in rows if row["selectable"] and row["code"]), "")
        if code:
            return {"standards_set_id": each["id"], "standards": [code]}
    raise AssertionError("no standards set has a code")


def import_package(client: Client, chosen: dict[str, Any], content: bytes) -> dict[str, Any]:
    asked = {"title": "From the publisher", "file_name": "unit.zip", "size": len(content)}
    begun = client.post("/v1/item-imports", asked | chosen).body
    client.upload(begun["upload"], content, "unit.zip")
    return wait_out(client, f"/v1/item-imports/{begun['id']}", "awaiting_upload")


def test_a_package_becomes_a_draft_of_the_teachers_own(
    teacher: Client, chosen: dict[str, Any]
) -> None:
    view = import_package(teacher, chosen, a_package(a_choice(), an_item("<p>Hm.</p>")))
    assert (view["state"], view["counts"]["imported"]) == ("imported", 1), view
    found = teacher.get(f"/v1/assessments/{view['assessment_id']}/items")
    assert found["items"][0]["prompt"] == "Which part is the longest?"


def test_a_file_that_is_no_package_is_refused(teacher: Client, chosen: dict[str, Any]) -> None:
    view = import_package(teacher, chosen, b"PK this is no zip")
    assert (view["state"], view["code"]) == ("refused", "not_a_package")


def test_a_document_is_attached_downloaded_and_removed(
    deployed: LoadedStack, teacher: Client
) -> None:
    draft = teacher.post("/v1/assessments", {"title": "With a document"}).body["id"]
    path = f"/v1/assessments/{draft}/attachments"
    announced = {"name": "Größe ½.pdf", "type": "application/pdf", "size": len(PDF)}
    made = teacher.post(path, announced).body
    teacher.upload(made["upload"], PDF, "test.pdf")
    one = f"{path}/{made['id']}"
    shown = wait_out(teacher, one, "awaiting_upload")
    assert shown["state"] == "ready", shown
    answer = httpx.get(teacher.get(one)["url"])
    assert (answer.status_code, answer.content) == (200, PDF), answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    with pytest.raises(ApiProblem):
        deployed.admin.get(one)
    version = teacher.get(one)["version"]
    teacher.call("DELETE", one, headers={"If-Match": f'"{version}"'})
    assert list(teacher.items(path)) == []


def test_a_form_takes_no_other_size_and_no_other_type(teacher: Client) -> None:
    draft = teacher.post("/v1/assessments", {"title": "With a document"}).body["id"]
    announced = {"name": "a.pdf", "type": "application/pdf", "size": len(PDF)}
    form = teacher.post(f"/v1/assessments/{draft}/attachments", announced).body["upload"]
    with pytest.raises(ApiProblem, match="refused"):
        teacher.upload(form, PDF + b"more", "a.pdf")
    other = {**form, "fields": {**form["fields"], "Content-Type": "text/html"}}
    with pytest.raises(ApiProblem, match="refused"):
        teacher.upload(other, PDF, "a.pdf")
