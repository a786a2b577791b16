"""Can anybody read the documentation, from the running API?"""

from __future__ import annotations

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
