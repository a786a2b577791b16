"""The promises of every route to its clients: problems, versions, keys, cursors, limits."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.web.authorizer import admit
from tests.support import builders
from tests.support.world import DISTRICT, World, token

PATH = "/v1/district"


def test_every_problem_is_a_problem_document(world: World) -> None:
    refused = world.admin().patch(PATH, {"name": ""}, etag='"0"')
    assert refused.status == 422
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert set(refused.body) >= {"type", "title", "status", "code", "detail", "instance", "errors"}
    assert refused.headers["X-Request-Id"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "not_json"),
        (b"\xff\xfe", "not_json"),
        (b'{"mastery_level_count": NaN}', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"[]", "invalid_fields"),
        (b'{"nmae": "x"}', "invalid_fields"),
        (b'{"name": "x", "name": "y"}', "field_repeated"),
        (b'{"name": "\\ud800"}', "invalid_fields"),
        (b'{"mastery_level_count": 1e400}', "invalid_fields"),
        (b'{"name": "' + b"x" * 201 + b'"}', "invalid_fields"),
        (b" " * 1_000_001, "body_too_large"),
    ],
)
def test_a_body_that_is_not_right_is_refused_and_changes_nothing(
    world: World, body: bytes, code: str
) -> None:
    admin = world.admin()
    refused = admin.send("PATCH", PATH, body, {"If-Match": '"0"'})
    assert (400 <= refused.status < 500, refused.code) == (True, code)
    assert admin.get(PATH).body["version"] == 0


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json",
     "application/jsonp", "application/merge-patch+json", "application/xml; a=application/json",
     ", application/json", "*/*", ";"],
)  # fmt: skip
def test_a_body_that_is_not_json_is_415_and_names_the_accepted_type(
    world: World, kind: str
) -> None:
    admin = world.admin()
    sent = {"If-Match": '"0"', "Content-Type": kind}
    refused = admin.send("PATCH", PATH, {"name": "x"}, sent)
    assert (refused.status, refused.code) == (415, "content_type_not_json")
    assert refused.headers["Accept"] == "application/json"
    assert "application/json" in refused.body["detail"]
    assert refused.body["errors"][0]["pointer"] == "header:Content-Type"
    assert admin.get(PATH).body["version"] == 0


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON", "application/json; charset=utf-8"]
)
def test_a_json_body_is_accepted(world: World, kind: str) -> None:
    sent = {"If-Match": '"0"', "Content-Type": kind}
    assert world.admin().send("PATCH", PATH, {"name": "x"}, sent).status == 200


def test_a_request_without_a_body_needs_no_content_type(world: World) -> None:
    sent = {"Content-Type": "text/plain"}
    assert world.admin().send("POST", "/v1/me/sign-out", headers=sent).status == 200
    assert world.admin().send("GET", PATH, headers=sent).status == 200


def test_every_answer_forbids_guessing_its_type_and_plain_http(world: World) -> None:
    admin = world.admin()
    made = builders.an_assessment(world)
    answers = {
        "200": admin.get(PATH),
        "a list": admin.get("/v1/schools"),
        "201": admin.post("/v1/assessments", {"title": "Mine"}, key="k"),
        "a repeat": admin.post("/v1/assessments", {"title": "Mine"}, key="k"),
        "204": admin.delete(f"/v1/assessments/{made.id}", '"1"'),
        "400": admin.get("/v1/schools?limit=0"),
        "404": admin.get("/v1/people/nobody"),
        "412": admin.patch(PATH, {"name": "x"}, '"9"'),
        "a page": world.nobody().get("/v1/docs"),
        "the page of a report": world.nobody().get("/v1/reports/x"),
        "the document": world.nobody().get("/v1/openapi.json"),
    }
    for name, reply in answers.items():
        assert not name.isdigit() or reply.status == int(name), reply
        assert reply.headers["X-Content-Type-Options"] == "nosniff", name
        assert int(reply.headers["Strict-Transport-Security"].split("=")[1]) >= 31_536_000, name


def test_all_wrong_fields_are_named_at_once(world: World) -> None:
    wrong = {"name": "", "mastery_level_count": 9, "locale": "English", "color": "blue"}
    refused = world.admin().patch(PATH, wrong, etag='"0"')
    pointers = {each["pointer"] for each in refused.body["errors"]}
    assert pointers == {"/name", "/mastery_level_count", "/locale", "/color"}
    assert all(each["message"][0].isupper() for each in refused.body["errors"])


@pytest.mark.parametrize("etag", ['"x"', "*", '"1', '"-1"', '"1", "2"'])
def test_an_unreadable_version_is_refused(world: World, etag: str) -> None:
    refused = world.admin().patch(PATH, {"name": "x"}, etag=etag)
    expected = {'"1': 412}.get(etag, 400)
    assert refused.status == expected


def test_an_unknown_parameter_is_refused_by_name(world: World) -> None:
    refused = world.admin().get(f"{PATH}?color=blue")
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (400, "query:color")


@pytest.mark.parametrize("limit", ["0", "201", "-1", "ten", "1e2", "٣", "9" * 400, "000001000"])
def test_a_limit_out_of_range_is_refused(world: World, limit: str) -> None:
    refused = world.admin().get(f"/v1/distributions?limit={limit}")
    assert (refused.status, refused.code) == (400, "limit_out_of_range")


def test_the_document_describes_every_route_and_its_refusals(world: World) -> None:
    document = world.nobody().get("/v1/openapi.json").body
    assert document["openapi"] == "3.1.0"
    operation = document["paths"][PATH]["patch"]
    assert {"401", "403", "412", "422", "428"} <= set(operation["responses"])
    assert any(each["name"] == "If-Match" for each in operation["parameters"])


def test_a_key_that_was_used_for_one_thing_is_not_good_for_another(world: World) -> None:
    builders.a_set(world)
    tess, given = world.teacher("tess"), builders.an_assessment(world)
    first, second = builders.a_tracker(world), builders.a_tracker(world)
    body = {"assessment_id": given.id}
    assert tess.post(f"/v1/trackers/{first.id}/assessments", body, key="k1").status == 201
    refused = tess.post(f"/v1/trackers/{second.id}/assessments", body, key="k1")
    assert (refused.status, refused.code) == (422, "idempotency_key_reused")
    assert tess.get(f"/v1/trackers/{second.id}").body["assessments"] == []


@pytest.mark.parametrize("name", ["x" * 256, "x" * 5000, "\U0001f600" * 250])
def test_a_name_longer_than_any_is_not_found(world: World, name: str) -> None:
    missing = world.admin().get(f"/v1/people/{quote(name)}")
    assert (missing.status, missing.code) == (404, "address_not_found")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "\ud800"),
        ("locale", "English"),
        ("mastery_level_count", 2.5),
        ("mastery_level_count", 10**400),
        ("time_zone", "Mars/Olympus"),
    ],
)
def test_errors_are_in_plain_words(world: World, field: str, value: object) -> None:
    refused = world.admin().patch(PATH, {field: value}, etag='"0"')
    (said,) = (each["message"] for each in refused.body["errors"])
    assert refused.status == 422
    assert not any(word in said for word in ("Input", "String", "Value error", "unicode"))


def test_a_wrong_filter_is_named_as_other_parameters_are(world: World) -> None:
    refused = world.admin().get("/v1/assessments?kind=song")
    assert refused.body["errors"][0]["pointer"] == "query:kind"


@pytest.mark.parametrize("name", ["usr#1 100%25", "école/1", "\u65e5\u672c"])
def test_a_person_is_who_the_roster_says_whatever_the_identifier(world: World, name: str) -> None:
    known = SignIn(
        username="ada@example.org",
        person=name,
        given="Ada",
        family="Example",
        roles=frozenset({Role.TEACHER}),
    )
    world.services.table.commit([roster_sign_in(DISTRICT, known)])
    builders.a_person(world, name)
    ada = world.sign_in(known.username, name)
    made = ada.post("/v1/assessments", {"title": "Mine"})
    assert made.body["created_by_id"] == name
    assert ada.get(f"/v1/people/{quote(name, safe='')}").body["id"] == name
    context = admit(f"Bearer {token(known.username)}", world.services.sign_in).context
    assert all(text.isascii() for text in context.values()), "what a gateway passes on"
