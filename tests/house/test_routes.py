"""Every door has a lock beside it."""

from __future__ import annotations

from typing import Any

import pytest

import app
from chalicelib.console.request_pipeline import every_screen
from chalicelib.web.lazy_routes import every_domain
from chalicelib.web.policy import Policy
from chalicelib.web.routes import Route, Routes
from tests.console.test_sent_twice import FORMS, WITHOUT_KEYS
from tests.console.test_who_opens_what import CELLS, name_screen

DECLARED: list[Route] = [route for routes in every_domain() for route in routes.routes]
SCREENS = every_screen()
MOST_RESOURCES = 260
"""Of the 300 that a gateway's API may have: a path and each part of one is a resource."""


def list_routes() -> dict[tuple[str, str], Any]:
    """Return the routes that Chalice opens: (method, path) -> its entry."""
    return {
        (method, path): entry
        for path, methods in app.app.routes.items()
        for method, entry in methods.items()
    }


def test_open_routes_are_the_declared_ones() -> None:
    routes = {(route.method, route.path) for route in DECLARED}
    assert set(list_routes()) == routes | {(screen.method, screen.path) for screen in SCREENS}


def test_the_gateway_has_room_for_every_path() -> None:
    resources = {
        tuple(parts[:length])
        for _, path in list_routes()
        if (parts := path.strip("/").split("/"))
        for length in range(1, len(parts) + 1)
    }
    assert len(resources) < MOST_RESOURCES


def test_no_screen_hides_behind_a_name() -> None:
    """At the gateway a part that is written out hides a name beside it, with all below it.

    Not a name that takes all of what follows: that gets what nothing else has.
    """
    paths = {screen.path for screen in SCREENS}
    above: dict[str, set[str]] = {}
    for path in paths:
        parts = path.strip("/").split("/")
        for at, part in enumerate(parts):
            above.setdefault("/".join(parts[:at]), set()).add(part)
    mixed = {
        at: found
        for at, found in above.items()
        if len(found) > 1
        and any(part.startswith("{") and not part.endswith("+}") for part in found)
    }
    assert not mixed


def test_a_screen_is_open_to_nobody_but_for_signing_in() -> None:
    assert {screen.path for screen in SCREENS if screen.roles is None} == {
        "/console",
        "/console/refresh",
        "/console/sign-in",
        "/console/sign-out",
        "/console/signed-in",
        "/console/static/{name}",
        "/console/{proxy+}",  # there is nothing, which everybody may know
    }


def test_every_screen_keeps_the_rules_of_all_screens() -> None:
    """Each screen has its rows: see "A screen" in CONTRIBUTING."""
    assert set(CELLS) == {name_screen(screen) for screen in SCREENS}
    assert set(FORMS) | set(WITHOUT_KEYS) == {s.path for s in SCREENS if s.method == "POST"}


def test_the_gateway_lets_everybody_through_to_screens_which_look_for_themselves() -> None:
    for screen in SCREENS:
        assert list_routes()[screen.method, screen.path].authorizer is None


def test_only_what_is_public_opens_without_signing_in() -> None:
    for route in DECLARED:
        assert isinstance(route.policy, Policy)
        guarded = list_routes()[route.method, route.path].authorizer is not None
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


def test_routes_that_change_something_need_its_version() -> None:
    careless = [
        route.name
        for route in DECLARED
        if route.method in ("PUT", "PATCH", "DELETE") and not route.conditional
    ]
    assert not careless


def test_every_path_is_versioned_but_the_root() -> None:
    assert {r.path for r in DECLARED if not r.path.startswith("/v1/")} == {"/"}
