"""Documents are attached, listed, downloaded and removed, by those who may (A6)."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.attachments.model import LARGEST, MOST, TYPES
from tests.support import builders
from tests.support.world import DISTRICT, Reply, World, WorldPerson

PDF = b"%PDF-1.7\nfour rows of beans"
BUCKET = "plumbline-files"


def prepare_dana(world: World) -> WorldPerson:
    builders.a_set(world)
    return world.admin("dana")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


@pytest.fixture
def path(world: World, dana: WorldPerson) -> str:
    return f"/v1/assessments/{builders.an_assessment(world).id}"


def announce(person: WorldPerson, path: str, content: bytes = PDF, **changes: Any) -> Reply:
    body = {"name": "Test.pdf", "type": "application/pdf", "size": len(content)} | changes
    return person.post(f"{path}/attachments", body)


def send_content(world: World, made: Reply, content: bytes = PDF, **changes: Any) -> None:
    """Upload, and let S3 tell."""
    form = made.body["upload"]["fields"]
    known = {"ContentType": form["Content-Type"]} | changes
    world.clients.s3.put_object(Bucket=BUCKET, Key=form["key"], Body=content, **known)
    report_upload(world, made)


def report_upload(world: World, made: Reply) -> None:
    key = made.body["upload"]["fields"]["key"]
    world.services.uploads.handle_event({"detail": {"object": {"key": key}}})


def attach_file(
    world: World, person: WorldPerson, path: str, content: bytes = PDF, **changes: Any
) -> str:
    made = announce(person, path, content, **changes)
    assert made.status == 201, made.body
    send_content(world, made, content)
    return f"{path}/attachments/{made.body['id']}"


def names(person: WorldPerson, path: str) -> list[tuple[str, str]]:
    reply = person.get(f"{path}/attachments")
    assert reply.status == 200, reply.body
    return [(each["name"], each["state"]) for each in reply.body["items"]]


def list_stored_files(world: World) -> list[str]:
    """Return the permanent files in the bucket."""
    listed = world.clients.s3.list_objects_v2(Bucket=BUCKET, Prefix="attachments/")
    return [each["Key"] for each in listed.get("Contents", [])]


def due(world: World) -> list[str]:
    return [i["sk"]["S"] for i in world.items() if i["pk"]["S"] == f"{DISTRICT}#DUE"]


def minutes_pass(world: World, minutes: int) -> None:
    world.clock.forward(minutes=minutes)
    world.services.jobs.tick(world.clock.now())
    while records := world.messages("jobs"):
        world.services.jobs.run_batch({"Records": records})


# -- attach and fetch -----------------------------------------------------------------------------


def test_a_document_is_attached_and_fetched(world: World, dana: WorldPerson, path: str) -> None:
    made = announce(dana, path, name="Größer als ½ 漢.pdf")
    assert made.body["state"] == "awaiting_upload"
    assert names(dana, path) == [("Größer als ½ 漢.pdf", "awaiting_upload")]
    send_content(world, made)
    shown = world.teacher("theo").get(f"{path}/attachments/{made.body['id']}").body
    assert (shown["state"], shown["size"], shown["expires_in"]) == ("ready", len(PDF), 300)
    asked = parse_qs(urlsplit(shown["url"]).query)
    assert asked["response-content-type"] == ["application/pdf"]
    (disposition,) = asked["response-content-disposition"]
    assert disposition.startswith('attachment; filename="')
    assert disposition.endswith("filename*=UTF-8''Gr%C3%B6%C3%9Fer%20als%20%C2%BD%20%E6%BC%A2.pdf")
    assert disposition.isascii()
    assert (
        world.clients.s3.get_object(Bucket=BUCKET, Key=list_stored_files(world)[0])["Body"].read()
        == PDF
    )
    assert due(world) == []


def test_the_form_takes_exactly_what_was_announced(dana: WorldPerson, path: str) -> None:
    fields = announce(dana, path).body["upload"]["fields"]
    conditions = json.loads(base64.b64decode(fields["policy"]))["conditions"]
    assert ["content-length-range", len(PDF), len(PDF)] in conditions
    assert {"Content-Type": "application/pdf"} in conditions
    assert {"key": fields["key"]} in conditions


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"type": "text/html", "name": "x.html"}, "attachment_type_invalid"),
        ({"type": "image/svg+xml", "name": "x.svg"}, "attachment_type_invalid"),
        ({"type": "application/x-msdownload", "name": "x.exe"}, "attachment_type_invalid"),
        ({"name": "Test.exe"}, "attachment_name_invalid"),
        ({"name": "Test.pdf.html"}, "attachment_name_invalid"),
        ({"name": "../Test.pdf"}, "attachment_name_invalid"),
        ({"size": LARGEST + 1}, "attachment_too_large"),
    ],
)
def test_a_file_that_cannot_be_attached_is_refused_at_once(
    dana: WorldPerson, path: str, said: dict[str, Any], code: str
) -> None:
    refused = announce(dana, path, **said)
    assert refused.status in (413, 422)
    assert refused.body["errors"][0]["code"] == code
    assert names(dana, path) == []


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_that_may_be_attached_can_be(
    world: World, dana: WorldPerson, path: str, kind: str
) -> None:
    known = TYPES[kind]
    content = (known.begins or (b"Hello",))[0] + b" and more"
    made = attach_file(
        world, dana, path, content, type=kind, name=f"Test{known.endings[0].upper()}"
    )
    assert dana.get(made).body["state"] == "ready"


@pytest.mark.parametrize(
    ("content", "sent_as"),
    [
        (b"<html>not a PDF at all ....", "application/pdf"),
        (PDF + b"x", "application/pdf"),
        (PDF, "text/html"),
    ],
)
def test_an_upload_that_differs_from_its_announcement_is_refused(
    world: World, dana: WorldPerson, path: str, content: bytes, sent_as: str
) -> None:
    made = announce(dana, path)
    send_content(world, made, content, ContentType=sent_as)
    shown = dana.get(f"{path}/attachments/{made.body['id']}").body
    assert (shown["state"], shown["url"]) == ("refused", "")
    assert shown["message"]
    assert list_stored_files(world) == []
    assert names(world.teacher("theo"), path) == []


def test_a_file_that_comes_again_changes_nothing(
    world: World, dana: WorldPerson, path: str
) -> None:
    made = announce(dana, path)
    send_content(world, made)
    version = dana.get(f"{path}/attachments/{made.body['id']}").body["version"]
    send_content(world, made, PDF[::-1])
    assert dana.get(f"{path}/attachments/{made.body['id']}").body["version"] == version
    assert (
        world.clients.s3.get_object(Bucket=BUCKET, Key=list_stored_files(world)[0])["Body"].read()
        == PDF
    )


def test_an_assessment_has_only_so_many(world: World, dana: WorldPerson, path: str) -> None:
    for n in range(MOST):
        assert announce(dana, path, name=f"{n}.pdf").status == 201
    assert announce(dana, path).code == "too_many_attachments"


# -- who ------------------------------------------------------------------------------------------


def test_others_see_only_what_is_ready_and_change_nothing(
    world: World, dana: WorldPerson, path: str
) -> None:
    made = announce(dana, path)
    theo = world.teacher("theo")
    assert names(theo, path) == []
    assert theo.get(f"{path}/attachments/{made.body['id']}").status == 404
    send_content(world, made)
    assert names(theo, path) == [("Test.pdf", "ready")]
    one = f"{path}/attachments/{made.body['id']}"
    assert theo.get(one).body["allowed"] == ["download"]
    assert announce(theo, path).code == "not_your_assessment"
    assert theo.delete(one, etag=theo.get(one).etag).code == "not_your_assessment"


def test_of_an_approved_assessment_others_change_nothing(
    world: World, dana: WorldPerson, path: str
) -> None:
    one = attach_file(world, dana, path)
    assert dana.put(f"{path}/approval", etag=dana.get(path).etag).status == 200
    other = world.admin("adam")
    assert announce(other, path).code == "approved_by_district"
    assert other.delete(one, etag=other.get(one).etag).code == "approved_by_district"
    assert announce(dana, path).status == 201


def test_a_teacher_prints_attachments_of_their_own_tracker(world: World, dana: WorldPerson) -> None:
    hidden = builders.an_assessment(world, visibility="district")
    path = f"/v1/assessments/{hidden.id}"
    one = attach_file(world, dana, path)
    tracker = builders.a_tracker(world, "tess", collaborators=("cole",))
    tess, cole, theo = (world.teacher(name) for name in ("tess", "cole", "theo"))
    added = tess.post(f"/v1/trackers/{tracker.id}/assessments", {"assessment_id": hidden.id})
    assert added.status == 201
    private = hidden.model_copy(update={"visibility": "private"})
    world.services.table.commit([_as_it_is(private)])
    assert dana.get(one).status == tess.get(one).status == cole.get(one).status == 200
    assert theo.get(one).status == theo.get(f"{path}/attachments").status == 404
    assert announce(tess, path).status in (403, 404)
    before = tess.get(f"/v1/trackers/{tracker.id}")
    archived = tess.patch(f"/v1/trackers/{tracker.id}", {"archived": True}, etag=before.etag)
    assert archived.status == 200
    assert tess.get(one).status == 404


@pytest.mark.parametrize("trackers", [1, 30])
def test_looking_through_ones_trackers_costs_the_same_calls_however_many(
    world: World, dana: WorldPerson, trackers: int
) -> None:
    hidden = builders.an_assessment(world, visibility="private")
    for _ in range(trackers):
        builders.a_tracker(world, "tess")
    tess, calls = world.teacher("tess"), list[str]()
    assert tess.get("/v1/trackers").status == 200

    def note(model: Any, **_: Any) -> None:
        calls.append(model.name)

    world.clients.dynamodb.meta.events.register("before-call.*.*", note)
    assert tess.get(f"/v1/assessments/{hidden.id}/attachments").status == 404
    signing_in, header, teams = "BatchGetItem", "GetItem", "Query"
    assert calls == [signing_in, header, teams, "Query", "BatchGetItem"]


def _as_it_is(header: Any) -> Any:
    from chalicelib.storage import keys
    from chalicelib.storage.conditions import Update

    doc = header.model_dump_json(exclude_defaults=True)
    return Update(keys.assessment_header(DISTRICT, header.id), {"doc": doc})


# -- remove, copy, delete -------------------------------------------------------------------------


def test_removing_takes_the_file_too(world: World, dana: WorldPerson, path: str) -> None:
    one = attach_file(world, dana, path)
    stale = dana.delete(one, etag='"1"')
    assert (stale.status, stale.code) == (412, "changed_meanwhile")
    assert dana.delete(one, etag=dana.get(one).etag).status == 204
    assert dana.get(one).status == 404
    minutes_pass(world, 11)
    assert list_stored_files(world) == []
    assert due(world) == []
    assert not [i for i in world.items() if "ATTACHMENT" in i["pk"]["S"] + i["sk"]["S"]]


def test_a_copy_has_the_attachments_and_keeps_them(
    world: World, dana: WorldPerson, path: str
) -> None:
    one = attach_file(world, dana, path)
    announce(dana, path, name="late.pdf")
    theo = world.teacher("theo")
    copy = f"/v1/assessments/{theo.post(f'{path}/copies', {}).body['id']}"
    assert names(theo, copy) == [("Test.pdf", "ready")]
    assert dana.delete(one, etag=dana.get(one).etag).status == 204
    minutes_pass(world, 30)
    (own,) = theo.get(f"{copy}/attachments").body["items"]
    assert len(list_stored_files(world)) == 1
    link = f"{copy}/attachments/{own['id']}"
    assert theo.delete(link, etag=theo.get(link).etag).status == 204
    minutes_pass(world, 11)
    assert list_stored_files(world) == []


def test_a_deleted_assessment_takes_its_attachments_along(
    world: World, dana: WorldPerson, path: str
) -> None:
    attach_file(world, dana, path)
    announce(dana, path, name="late.pdf")
    assert dana.delete(path, etag=dana.get(path).etag).status == 204
    minutes_pass(world, 30)
    assert list_stored_files(world) == []
    assert due(world) == []
    assert not [i for i in world.items() if "ATTACHMENT" in i["pk"]["S"] + i["sk"]["S"]]


def test_a_file_that_comes_while_its_assessment_is_deleted_is_not_kept_for_ever(
    world: World, dana: WorldPerson, path: str
) -> None:
    made = announce(dana, path)
    etag, events = dana.get(path).etag, world.clients.dynamodb.meta.events
    place = "before-call.dynamodb.TransactWriteItems"

    def comes_first(**_: Any) -> None:
        events.unregister(place, comes_first)
        send_content(world, made)

    events.register(place, comes_first)
    refused = dana.delete(path, etag=etag)
    assert (refused.status, refused.code) == (409, "attachments_changed")
    assert dana.delete(path, etag=etag).status == 204
    minutes_pass(world, 30)
    assert list_stored_files(world) == []
    assert not [i for i in world.items() if "ATTACHMENT" in i["pk"]["S"] + i["sk"]["S"]]


# -- what gets lost -------------------------------------------------------------------------------


def test_an_upload_that_waits_for_too_long_is_removed(
    world: World, dana: WorldPerson, path: str
) -> None:
    announce(dana, path)
    minutes_pass(world, 19)
    assert len(names(dana, path)) == 1
    minutes_pass(world, 2)
    assert names(dana, path) == []
    assert due(world) == []


def test_the_clock_finds_a_file_without_an_event(
    world: World, dana: WorldPerson, path: str
) -> None:
    made = announce(dana, path)
    form = made.body["upload"]["fields"]
    world.clients.s3.put_object(
        Bucket=BUCKET, Key=form["key"], Body=PDF, ContentType="application/pdf"
    )
    minutes_pass(world, 21)
    assert names(dana, path) == [("Test.pdf", "ready")]
    assert due(world) == []


def test_a_file_that_comes_after_its_attachment_was_removed_is_not_kept(
    world: World, dana: WorldPerson, path: str
) -> None:
    made = announce(dana, path)
    one = f"{path}/attachments/{made.body['id']}"
    assert dana.delete(one, etag=dana.get(one).etag).status == 204
    send_content(world, made)
    assert list_stored_files(world) == []
    minutes_pass(world, 30)
    assert due(world) == []


def test_the_same_request_again_announces_one_attachment(dana: WorldPerson, path: str) -> None:
    body = {"name": "Test.pdf", "type": "application/pdf", "size": 9}
    first, again = (dana.post(f"{path}/attachments", body, key="once") for _ in range(2))
    assert first.body == again.body
    assert len(names(dana, path)) == 1
