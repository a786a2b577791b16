"""Can anybody read the documentation, from the running API?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from openapi.files import build_document
from tests.support.world import World


def test_anybody_may_read_the_page(world: World) -> None:
    reply = world.nobody().get("/v1/docs")
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
    assert reply.body.startswith("<!DOCTYPE html>")
    assert "read_district" in reply.body


def test_anybody_may_read_the_document(world: World) -> None:
    reply = world.nobody().get("/v1/openapi.json")
    assert reply.status == 200
    assert reply.body["openapi"] == "3.1.0"
    assert reply.body["paths"] == build_document()["paths"]


@pytest.mark.parametrize("path", ["/v1/openapi.json", "/v1/docs"])
def test_a_client_with_the_current_version_gets_no_body(world: World, path: str) -> None:
    first = world.nobody().get(path)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    for tag in (first.etag, f"W/{first.etag}", f'"other", {first.etag}'):
        again = world.nobody().get(path, **{"If-None-Match": tag})
        assert (again.status, again.body, again.etag) == (304, "", first.etag)
    assert world.nobody().get(path, **{"If-None-Match": '"other"'}).status == 200


def test_the_document_says_where_this_stack_is_and_where_people_sign_in(world: World) -> None:
    world.services.settings = replace(
        world.settings,
        public_url="https://data.gb.example.org/plumbline",
        sign_in_url="https://plumbline-gb.auth.us-east-1.amazoncognito.com",
    )
    document = world.nobody().get("/v1/openapi.json").body
    assert [each["url"] for each in document["servers"]] == [
        "https://data.gb.example.org/plumbline"
    ]
    pages = world.nobody().get("/v1/sign-in").body
    flow = document["components"]["securitySchemes"]["sign_in"]["flows"]["authorizationCode"]
    assert flow["authorizationUrl"] == pages["authorization_url"]
    assert flow["tokenUrl"] == flow["refreshUrl"] == pages["token_url"]
    assert list(flow["scopes"]) == [pages["scope"]]
