"""Does a package make one draft, and a document one file, when anything fails at any call?"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

import app
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.storage.table import Table as OurTable
from simulator.cloud import TABLE
from simulator.faults import Crash, Fault
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, TRIES_OF_AN_EVENT, Cloud, Stack
from tests.support.questions import a_choice, a_package, an_item

SET = "math.3"
PACKAGE = a_package(*[a_choice(name=f"Q{n}") for n in range(5)], an_item("<p>Hm.</p>"))
PDF = b"%PDF-1.7\nfour rows of beans"
EVENT = {"version": "0", "account": "0", "region": "us-east-1", "time": "", "id": "s3",
         "source": "aws.s3", "detail-type": "Object Created", "resources": []}  # fmt: skip


def prepare() -> Cloud:
    """A standards set, and nothing else."""
    cloud = Cloud()
    client: Any = cloud.table
    chosen = StandardsSet(
        SET, "jf", "Juniper Flats", "Mathematics", Band(("03",)), (StandardPlace("id-A", "A"),)
    )
    item = {"version": 1, "doc": documents.index(chosen, 0)}
    OurTable(client, TABLE).put_all([Put(keys.standards_set(DISTRICT, SET), item)])
    return cloud


def upload(stack: Stack, form: dict[str, Any], content: bytes, *, told: int = 1) -> None:
    """Send a file as its form says; S3 tells as often as that, each time until it is heard."""
    fields = form["fields"]
    stack.cloud.files.put_object(
        Bucket="files", Key=fields["key"], Body=content, ContentType=fields["Content-Type"]
    )
    for _ in range(told):
        report_upload(stack, fields["key"])


def report_upload(stack: Stack, key: str) -> None:
    for _ in range(TRIES_OF_AN_EVENT):
        try:
            stack.invoke(app.file_uploaded, {**EVENT, "detail": {"object": {"key": key}}})
        except (Exception, Crash):  # noqa: BLE001, S112 - EventBridge does not ask what it was
            continue
        return


def items(stack: Stack, sk: str, pk: str = "") -> list[dict[str, Any]]:
    every = stack.cloud.table.items()
    return [i for i in every if i["sk"]["S"].startswith(sk) and pk in i["pk"]["S"]]


# -- a package ------------------------------------------------------------------------------------


def import_package(stack: Stack, *, told: int) -> None:
    body = {"title": "From the publisher", "standards_set_id": SET, "standards": ["A"]}
    begun = stack.ask(
        "POST", "/v1/item-imports", body | {"file_name": "q.zip", "size": len(PACKAGE)}, key="once"
    )
    assert begun.status == 201, begun.body
    upload(stack, begun.body["upload"], PACKAGE, told=told)


def check_imported(stack: Stack) -> None:
    (record,) = items(stack, "IMPORT")
    view = stack.ask("GET", f"/v1/item-imports/{record['pk']['S'].split('#')[-1]}").body
    assert view["state"] == "imported", view
    assert view["counts"] == {"imported": 5, "unsupported": 1, "refused": 0}
    (header,) = items(stack, "", "#ASSESSMENTS")
    assert header["sk"]["S"] == view["assessment_id"]
    assert len(items(stack, "CONTENT")) == 1
    held = stack.ask("GET", f"/v1/assessments/{view['assessment_id']}/items").body["items"]
    assert [line["item_id"] for line in view["lines"]][:5] == [item["id"] for item in held]
    assert not stack.cloud.queues.dead("jobs")


@cache
def an_import(name: str, *, told: int) -> Workload:
    return Workload(name, prepare, lambda stack: import_package(stack, told=told), check_imported)


@pytest.mark.parametrize("told", [0, 1, 2], ids=["lost", "told", "told twice"])
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_package_makes_one_draft(fault: Fault, told: int) -> None:
    survives(an_import("import items", told=told), fault)


@pytest.mark.parametrize("seed", range(20))
def test_two_words_at_once_make_one_draft(seed: int) -> None:
    stack = Stack(prepare())
    import_package(stack, told=0)
    key = f"uploads/item-import/{items(stack, 'IMPORT')[0]['pk']['S'].split('#')[-1]}.zip"
    stack.at_once(seed, *[lambda: report_upload(stack, key)] * 2)
    stack.settle()
    check_imported(stack)


# -- a document -----------------------------------------------------------------------------------


@cache
def with_assessment() -> Cloud:
    stack = Stack(prepare())
    stack.ask(
        "POST",
        "/v1/assessments",
        {"title": "Test", "standards_set_id": SET, "level_count": 3},
        key="k0",
    )
    stack.settle()
    return stack.cloud


def first_assessment(stack: Stack) -> str:
    return min(str(item["sk"]["S"]) for item in items(stack, "", "#ASSESSMENTS"))


def attach(stack: Stack, *, told: int = 1) -> str:
    """Attach a document to the first assessment; return where it is."""
    path = f"/v1/assessments/{first_assessment(stack)}/attachments"
    body = {"name": "Test.pdf", "type": "application/pdf", "size": len(PDF)}
    made = stack.ask("POST", path, body, key="attach")
    assert made.status == 201, made.body
    upload(stack, made.body["upload"], PDF, told=told)
    stack.settle()
    return f"{path}/{made.body['id']}"


def remove(stack: Stack, path: str, key: str) -> None:
    version = stack.ask("GET", path).body["version"]
    assert stack.ask("DELETE", path, key=key, version=version).status in (204, 404)


def list_stored_files(stack: Stack) -> list[str]:
    return [key for _, key in stack.cloud.files.objects if key.startswith("attachments/")]


def check_files(stack: Stack, attachments: int, files: int) -> None:
    assert len(items(stack, "ATTACHMENT#")) == attachments
    assert [int(item["uses"]["N"]) for item in items(stack, "FILE", "ATTACHMENTFILE")] == (
        [attachments] if files else []
    )
    assert len(list_stored_files(stack)) == files
    assert stack.quiet


@cache
def an_attachment(told: int) -> Workload:
    return Workload(
        "attach a document",
        lambda: with_assessment().copy(),
        lambda stack: _ignore(attach(stack, told=told)),
        lambda stack: check_files(stack, 1, 1),
    )


@cache
def a_copy_and_removal() -> Workload:
    """The original's is removed, the copy's stays with the file."""

    def act(stack: Stack) -> None:
        one = attach(stack)
        assessment = first_assessment(stack)
        made = stack.ask("POST", f"/v1/assessments/{assessment}/copies", {}, key="copy")
        assert made.status == 201, made.body
        remove(stack, one, "remove")

    return Workload(
        "copy, then remove",
        lambda: with_assessment().copy(),
        act,
        lambda stack: check_files(stack, 1, 1),
    )


@cache
def a_removal_with_assessment() -> Workload:
    def act(stack: Stack) -> None:
        attach(stack)
        path = f"/v1/assessments/{first_assessment(stack)}"
        version = stack.ask("GET", path).body["version"]
        assert stack.ask("DELETE", path, key="away", version=version).status in (204, 404)

    return Workload(
        "delete an assessment with a document",
        lambda: with_assessment().copy(),
        act,
        lambda stack: check_files(stack, 0, 0),
    )


@pytest.mark.parametrize("told", [0, 1, 2], ids=["lost", "told", "told twice"])
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_document_is_attached_once(fault: Fault, told: int) -> None:
    survives(an_attachment(told), fault)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_file_that_a_copy_has_stays(fault: Fault) -> None:
    survives(a_copy_and_removal(), fault)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_file_that_nobody_has_goes(fault: Fault) -> None:
    survives(a_removal_with_assessment(), fault)


@pytest.mark.parametrize("seed", range(30))
def test_a_copy_beside_a_removal_has_the_file_or_nothing(seed: int) -> None:
    stack = Stack(with_assessment().copy())
    one = attach(stack)
    assessment = first_assessment(stack)
    version = stack.ask("GET", one).body["version"]

    def copy() -> Any:
        return stack.ask("POST", f"/v1/assessments/{assessment}/copies", {}, key="copy")

    def take_away() -> Any:
        return stack.ask("DELETE", one, key="away", version=version)

    stack.at_once(seed, copy, take_away)
    stack.settle()
    left = len(items(stack, "ATTACHMENT#"))
    check_files(stack, left, min(left, 1))


def _ignore(_: Any) -> None:
    """A workload's act answers nothing."""
