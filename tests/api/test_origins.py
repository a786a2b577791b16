"""Browsers: pages of listed origins may read the API, others may not, and no cookie counts."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.web.origins import EXPOSED
from tests.support.world import Reply, World, token

APP, OTHER = "https://app.example.org", "http://localhost:5173"


def sharing(world: World) -> None:
    world.services.settings = replace(world.services.settings, web_origins=f"{APP},{OTHER}")


def of_cors(reply: Reply) -> set[str]:
    return {name for name in reply.headers if name.startswith("Access-Control")}


def test_a_page_of_a_listed_origin_may_read_answers_and_the_headers_it_needs(world: World) -> None:
    sharing(world)
    for origin in (APP, OTHER):
        reply = world.admin().get("/v1/district", Origin=origin)
        assert reply.headers["Access-Control-Allow-Origin"] == origin
        exposed = reply.headers["Access-Control-Expose-Headers"].split(", ")
        assert {"ETag", "Location", "Link", "Retry-After", "X-Request-Id"} < set(exposed)
        assert "Idempotent-Replayed" in exposed
        assert exposed == list(EXPOSED)
        assert reply.headers["Vary"] == "Origin"


def test_it_may_read_refusals_too(world: World) -> None:
    sharing(world)
    unknown = world.admin().get("/v1/teams/none", Origin=APP)
    assert (unknown.status, unknown.headers["Access-Control-Allow-Origin"]) == (404, APP)


def test_a_page_of_another_origin_may_read_nothing(world: World) -> None:
    sharing(world)
    for origin in ("https://app.example.org.elsewhere.example", "null", "http://app.example.org"):
        reply = world.admin().get("/v1/district", Origin=origin)
        assert of_cors(reply) == set()
        assert reply.headers["Vary"] == "Origin"


def test_without_listed_origins_no_page_may(world: World) -> None:
    assert of_cors(world.admin().get("/v1/district", Origin=APP)) == set()


def test_nothing_is_ever_allowed_with_cookies(world: World) -> None:
    sharing(world)
    world.admin()
    reply = world.nobody().get("/v1/district", Origin=APP, Cookie=f"token={token('dana')}")
    assert reply.status == 401
    assert "Access-Control-Allow-Credentials" not in reply.headers
