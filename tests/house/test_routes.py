"""Every door has a lock beside it."""

from __future__ import annotations

from typing import Any

import pytest

import app
from chalicelib.web.doors import every_domain
from chalicelib.web.policy import Policy
from chalicelib.web.routes import Route, Routes

DECLARED: list[Route] = [route for routes in every_domain() for route in routes.routes]


def opened() -> dict[tuple[str, str], Any]:
    """What Chalice will open: (method, path) -> its entry."""
    return {
        (method, path): entry
        for path, methods in app.app.routes.items()
        for method, entry in methods.items()
    }


def test_what_is_open_is_what_was_declared() -> None:
    assert set(opened()) == {(route.method, route.path) for route in DECLARED}


def test_only_what_is_public_opens_without_signing_in() -> None:
    for route in DECLARED:
        assert isinstance(route.policy, Policy)
        guarded = opened()[route.method, route.path].authorizer is not None
        assert guarded != route.policy.public, route


def test_little_is_public() -> None:
    public = {route.path for route in DECLARED if route.policy.public}
    assert public <= {
        "/",  # leads people to the start page
        "/v1/openapi.json",
        "/v1/docs",
        "/v1/reports/{process_id}",
        "/v1/sign-in",  # where the sign-in pages are: who asks has not signed in yet
    }


def test_a_route_without_a_policy_does_not_start() -> None:
    with pytest.raises(TypeError, match="declares no policy"):
        Routes("Test").get("/v1/open", summary="Open to all")


def test_every_operation_has_its_own_name_and_a_summary() -> None:
    names = [route.name for route in DECLARED]
    assert len(set(names)) == len(names)
    assert all(route.summary for route in DECLARED)


def test_what_changes_something_existing_needs_its_version() -> None:
    careless = [
        route.name
        for route in DECLARED
        if route.method in ("PUT", "PATCH", "DELETE") and not route.conditional
    ]
    assert not careless


def test_every_path_is_versioned_but_the_root() -> None:
    assert {r.path for r in DECLARED if not r.path.startswith("/v1/")} == {"/"}
