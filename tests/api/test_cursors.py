"""Cursors: who gives them, what they are good for, and what a fault behind one looks like."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from chalice.app import Chalice
from chalice.test import Client

from chalicelib.paging import Page
from chalicelib.web.edge import open_routes
from chalicelib.web.paging import CursorSigner
from chalicelib.web.policy import PUBLIC
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import Services, use
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import expect_ok
from tests.api.scene import Scene
from tests.api.test_locks import every_route, path_of
from tests.support import builders
from tests.support.world import Reply, World, WorldPerson

LISTS = [route for route in every_route() if route.listed]
PATH = "/v1/schools"


def write_old_cursor(*position: object) -> str:
    """Write a cursor as release 0.3.0 did: anybody could."""
    text = json.dumps(["0123456789", *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


MADE_UP = (
    "x",
    "e30",
    "WyJhIl0",
    "W10",
    "bnVsbA",
    "%00",
    "A" * 5000,
    "%F0%9F%98%80",
    "A" * 22,
    write_old_cursor("x"),
    write_old_cursor(1),
    write_old_cursor("north", "x", "y"),
    write_old_cursor("\ud800"),
    CursorSigner("another stack's secret", "").write(["north"]),
)


def is_unknown(reply: Reply) -> bool:
    return (reply.status, reply.body.get("code")) == (400, "cursor_unknown")


@contextmanager
def counting(world: World) -> Iterator[list[str]]:
    """Note every call to the table."""
    calls: list[str] = []
    events = world.clients.dynamodb.meta.events

    def note(model: Any, **_: Any) -> None:
        calls.append(model.name)

    events.register("before-call.dynamodb", note)
    try:
        yield calls
    finally:
        events.unregister("before-call.dynamodb", note)


@pytest.fixture
def schools(world: World) -> WorldPerson:
    """Return an admin of a district with three schools."""
    for name in ("north", "south", "west"):
        builders.a_school(world, name)
    return world.admin()


@pytest.mark.parametrize("cursor", MADE_UP)
def test_a_made_up_cursor_is_refused_before_anything_is_read(
    world: World, schools: WorldPerson, cursor: str
) -> None:
    with counting(world) as signing_in:
        schools.get(f"{PATH}?no_such_filter=x")
    with counting(world) as calls:
        refused = schools.get(f"{PATH}?cursor={cursor}")
    assert is_unknown(refused)
    assert calls == signing_in


def test_no_list_knows_a_cursor_that_it_never_gave(world: World) -> None:
    scene = world.scene(Scene)
    admin = scene.people["district admin"]
    for route in LISTS:
        path = path_of(route, scene)
        reply = admin.get(f"{path}{'&' if '?' in path else '?'}cursor={write_old_cursor('x')}")
        assert is_unknown(reply) or reply.status == 403, route.name


def test_a_cursor_that_was_touched_is_refused_and_as_it_was_it_leads_on(
    schools: WorldPerson,
) -> None:
    cursor = schools.get(f"{PATH}?limit=1").body["next"]
    for n, letter in enumerate(cursor):
        other = "A" if letter != "A" else "B"
        touched = cursor[:n] + other + cursor[n + 1 :]
        assert is_unknown(schools.get(f"{PATH}?cursor={touched}")), n
    assert is_unknown(schools.get(f"{PATH}?cursor={cursor}A"))
    behind = schools.get(f"{PATH}?cursor={cursor}").body["items"]
    assert [each["id"] for each in behind] == ["south", "west"]


def test_a_cursor_is_good_for_its_own_list_filters_and_person_alone(
    world: World, schools: WorldPerson
) -> None:
    for _ in range(3):
        builders.an_assessment(world)
    path = "/v1/assessments?kind=item"
    cursor = schools.get(f"{path}&limit=1").body["next"]
    assert schools.get(f"{path}&cursor={cursor}").status == 200
    assert is_unknown(schools.get(f"/v1/assessments?kind=document&cursor={cursor}"))
    assert is_unknown(schools.get(f"/v1/assessments?cursor={cursor}"))
    assert is_unknown(schools.get(f"{PATH}?cursor={cursor}"))
    assert is_unknown(world.admin("olaf").get(f"{path}&cursor={cursor}"))


def test_a_cursor_of_one_school_is_not_good_for_another(world: World) -> None:
    builders.a_set(world)
    admin, given = world.admin(), builders.an_assessment(world)
    for n in range(2):
        builders.a_tracker(world, title=f"Period {n}")
    path = f"/v1/assessments/{given.id}/matches"
    page = admin.get(f"{path}/north?limit=1")
    assert page.headers["Link"].startswith(f"<{path}/north?")
    assert is_unknown(admin.get(f"{path}/south?cursor={page.body['next']}"))


def test_a_cursor_outlives_the_process_and_not_the_stack(
    world: World, schools: WorldPerson
) -> None:
    cursor = schools.get(f"{PATH}?limit=1").body["next"]

    def start_services(secret: str) -> Services:
        settings = replace(world.settings, cursor_secret=secret)
        made = Services(settings, world.clients, world.clock)
        made.tokens = world.services.tokens
        return made

    use(start_services(world.settings.cursor_secret))
    assert schools.get(f"{PATH}?cursor={cursor}").status == 200
    use(start_services("that of another stack"))
    assert is_unknown(schools.get(f"{PATH}?cursor={cursor}"))


def test_the_secret_is_in_no_text_about_the_settings(world: World) -> None:
    assert world.settings.cursor_secret not in repr(world.settings)


def test_students_are_paged_by_the_cursors_that_were_given(world: World) -> None:
    team = world.scene(FinishedTeam)
    path = f"{team.path}/comparison/students?limit=3"
    page = expect_ok(team.mia.get(path)).body
    assert len(page["items"]) == 3
    behind = expect_ok(team.mia.get(f"{path}&cursor={page['next']}")).body
    seen = {each["student_id"] for each in page["items"]}
    assert seen.isdisjoint(each["student_id"] for each in behind["items"])


# -- a fault of ours ------------------------------------------------------------------------------


class NumberView(Representation):
    """A number."""

    n: int

    @classmethod
    def of(cls, subject: int) -> NumberView:
        return cls(n=subject)


def an_app(world: World, fault: Exception) -> Chalice:
    """Make an app with one list, whose second page has a fault."""
    routes = Routes("Numbers")

    @routes.get("/numbers", policy=PUBLIC, answer=NumberView, listed=True, summary="Numbers")
    def list_numbers(request: Request[Any]) -> Page[int]:
        if request.window.after:
            raise fault
        return Page([1], ["one"])

    made = Chalice("numbers")
    open_routes(made, None, lambda: world.services, [routes])
    return made


@pytest.mark.parametrize(
    "fault", [KeyError("x"), AttributeError("x"), TypeError("x"), ValueError("x"), IndexError("x")]
)
def test_a_fault_of_ours_behind_a_good_cursor_is_ours_and_rings(
    world: World, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    with Client(an_app(world, fault), stage_name="test", project_dir=".") as client:
        cursor = client.http.get("/numbers").json_body["next"]
        reply = client.http.get(f"/numbers?cursor={cursor}")
    assert (reply.status_code, reply.json_body["code"]) == (500, "internal_error")
    assert "unforeseen" in caplog.text
