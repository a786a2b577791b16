"""A change is sent again under its key: it is answered as it was, and the answer says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chalicelib.web.idempotency import HEADER, REPLAYED, promises
from chalicelib.web.routes import Route
from openapi.files import build_document
from tests.api.scene import Scene
from tests.api.test_key_files import ONE, with_items
from tests.api.test_locks import CELLS, PEOPLE, a_request, every_route
from tests.support import builders
from tests.support.world import World, WorldPerson

ROOT = Path(__file__).resolve().parents[2]

READINGS = [route for route in every_route() if route.only_reads]


def send_twice(person: WorldPerson, method: str, path: str, body: Any, etag: str) -> None:
    """Send a change twice under one key: the second must be the first again, and say so."""
    headers = {HEADER: f"{method}-{path}", "If-Match": etag}
    first = person.send(method, path, body, headers)
    assert (first.status, first.headers.get(REPLAYED)) in {(200, None), (201, None), (204, None)}
    again = person.send(method, path, body, headers)
    assert (again.status, again.body, again.headers[REPLAYED]) == (first.status, first.body, "true")
    for header in ("ETag", "Location", "Content-Type"):
        assert again.headers.get(header) == first.headers.get(header)


def test_a_repeated_undo_has_the_first_answer_and_says_so(world: World) -> None:
    scene = Scene(world)
    admin, team = scene.people["district admin"], f"/v1/teams/{scene.team.id}"
    approval = f"/v1/assessments/{scene.assessment.id}"
    approved = admin.send("PUT", f"{approval}/approval", None, {"If-Match": '"1"'})
    send_twice(admin, "DELETE", f"{approval}/approval", None, approved.etag)
    retired = admin.send("POST", f"{team}/retirement", None, {"If-Match": admin.get(team).etag})
    send_twice(admin, "DELETE", f"{team}/retirement", None, retired.etag)


def test_the_repeat_of_deleting_is_answered_as_the_first_and_says_so(world: World) -> None:
    builders.a_set(world)
    made = builders.an_assessment(world)
    send_twice(world.admin(), "DELETE", f"/v1/assessments/{made.id}", None, '"1"')


def test_the_repeat_of_a_response_file_is_answered_as_the_first_and_says_so(world: World) -> None:
    scene = Scene(world)
    path = f"/v1/trackers/{scene.tracker.id}/sheets/{scene.given}/response-files"
    body = {"csv": "Student ID,Status\nstu1,absent\n", "apply": True}
    send_twice(scene.people["owning teacher"], "POST", path, body, '"0"')


def test_the_repeat_of_a_key_file_is_answered_as_the_first_and_says_so(world: World) -> None:
    builders.a_set(world)
    builders.a_person(world, "tess")
    tess = world.teacher()
    made = with_items(tess, ONE)
    path = f"/v1/assessments/{made}/key-files"
    etag = tess.get(f"/v1/assessments/{made}").etag
    body = {"csv": "question,answer\n1,B\n", "apply": True}
    send_twice(tess, "POST", path, body, etag)


@pytest.mark.parametrize("route", READINGS, ids=lambda route: route.name)
def test_reads_keep_no_key_and_pay_nothing_for_it(world: World, route: Route) -> None:
    scene = Scene(world)
    _, path, body, headers = a_request(route, scene)
    person = scene.people[PEOPLE[CELLS[route.name].index(200)]]
    before = sorted(map(str, world.items()))
    for _ in range(2):
        reply = person.send("POST", path, body, headers)
        assert (reply.status, reply.headers.get(REPLAYED)) == (200, None)
    assert sorted(map(str, world.items())) == before


def test_a_change_that_finds_nothing_to_change_is_no_repeat(world: World) -> None:
    builders.a_set(world)
    admin, made = world.admin(), builders.an_assessment(world)
    approval = f"/v1/assessments/{made.id}/approval"
    for _ in range(2):
        reply = admin.send("DELETE", approval, None, {"If-Match": '"1"', "Idempotency-Key": "k"})
        assert (reply.status, reply.headers.get(REPLAYED)) == (200, None)


def test_all_that_is_promised_about_keys_stands_in_one_place() -> None:
    document = build_document()
    page = " ".join((ROOT / "docs" / "api.md").read_text().split())
    for sentence in promises():
        assert sentence in document["info"]["description"]
        assert sentence in page
    for route in (each for each in every_route() if not each.hidden):
        operation = document["paths"][route.path][route.method.lower()]
        offered = [each for each in operation["parameters"] if each["name"] == HEADER]
        assert bool(offered) == route.changes, route.name
        good = next(each for each in operation["responses"].values() if "$ref" not in each)
        assert (REPLAYED in good.get("headers", {})) == route.changes, route.name


def test_every_promise_about_keys_is_kept(world: World) -> None:
    admin = world.admin()
    for key in ("", "two words", "x" * 201, "\t"):
        refused = admin.post("/v1/assessments", {"title": "A"}, key=key or " ")
        assert refused.status == 400
    first = admin.post("/v1/assessments", {"title": "A"}, key="~" * 200)
    assert first.status == 201
    world.clock.forward(hours=23)
    again = admin.post("/v1/assessments", {"title": "A"}, key="~" * 200)
    assert (again.body, again.headers[REPLAYED]) == (first.body, "true")
    other = admin.post("/v1/assessments", {"title": "B"}, key="~" * 200)
    assert (other.status, other.code) == (422, "idempotency_key_reused")
    mine = world.admin("olaf").post("/v1/assessments", {"title": "B"}, key="~" * 200)
    assert (mine.status, mine.headers.get(REPLAYED)) == (201, None)
    refused = admin.patch("/v1/district", {"name": ""}, '"0"')
    assert refused.status == 422
    sent = {"If-Match": '"0"', HEADER: "after a refusal"}
    assert admin.send("PATCH", "/v1/district", {"name": ""}, sent).status == 422
    assert admin.send("PATCH", "/v1/district", {"name": ""}, sent).headers.get(REPLAYED) is None
