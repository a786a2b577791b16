"""Assessments > Formative: search, filters, sort, pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.assessments.model import Approval, Kind, Visibility
from tests import builders
from tests.world import Person, World


@pytest.fixture
def dana(world: World) -> Person:
    def add(number: int, title: str, **said: Any) -> None:
        at = f"2026-09-{number:02}T12:00:00.000Z"
        builders.an_assessment(world, title=title, created=at, changed=at, **said)

    approved = Approval(by="dana", at="2026-09-09T12:00:00.000Z")
    add(1, "Equal Groups", subject="Mathematics", grades=("03",), approved=approved)
    add(2, "equal shares", subject="Mathematics", grades=("03", "04"), creator="tess")
    add(3, "Fractions", subject="Mathematics", standards=("3.FR.1",), kind=Kind.DOCUMENT)
    add(4, "A tale", subject="Reading", grades=("04",), set_id="jf.read.4", standards=())
    add(5, "Secret", creator="tess", visibility=Visibility.PRIVATE)
    return world.admin("dana")


def titles(person: Person, **asked: str) -> list[str]:
    reply = person.get(f"/v1/assessments?{urlencode(asked)}")
    assert reply.status == 200, reply.body
    return [each["title"] for each in reply.body["items"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["A tale", "Fractions", "equal shares", "Equal Groups"]),
        ({"sort": "title"}, ["A tale", "Equal Groups", "equal shares", "Fractions"]),
        (
            {"sort": "title", "order": "desc"},
            ["Fractions", "equal shares", "Equal Groups", "A tale"],
        ),
        (
            {"sort": "created", "order": "asc"},
            ["Equal Groups", "equal shares", "Fractions", "A tale"],
        ),
        ({"text": "EQUAL"}, ["equal shares", "Equal Groups"]),
        ({"text": "equal groups"}, ["Equal Groups"]),
        ({"subject": "reading"}, ["A tale"]),
        ({"grade": "04"}, ["A tale", "equal shares"]),
        ({"standard": "3.fr.1"}, ["Fractions", "equal shares", "Equal Groups"]),
        ({"standard": "3.FR.1", "kind": "document"}, ["Fractions"]),
        ({"set": "jf.read.4"}, ["A tale"]),
        ({"creator": "tess"}, ["equal shares"]),
        ({"creator": "me"}, ["A tale", "Fractions", "Equal Groups"]),
        ({"approved": "true"}, ["Equal Groups"]),
        ({"approved": "false", "grade": "03"}, ["equal shares"]),
        ({"visibility": "private"}, []),
        ({"text": "nowhere"}, []),
    ],
)
def test_the_list_shows_what_is_looked_for(
    dana: Person, asked: dict[str, str], expected: list[str]
) -> None:
    assert titles(dana, **asked) == expected


def test_what_is_only_mine_is_in_nobody_elses_list(world: World, dana: Person) -> None:
    assert "Secret" not in titles(dana)
    assert "Secret" in titles(world.teacher("tess"), visibility="private")


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_join_up_to_the_whole_list(dana: Person, order: str) -> None:
    asked = {"sort": "title", "order": order}
    seen: list[str] = []
    path = f"/v1/assessments?{urlencode({**asked, 'limit': '2'})}"
    while path:
        reply = dana.get(path)
        seen += [each["title"] for each in reply.body["items"]]
        assert reply.body["total"] == 4
        following = {**asked, "limit": "2", "cursor": reply.body["next"] or ""}
        path = f"/v1/assessments?{urlencode(following)}" if reply.body["next"] else ""
    assert seen == titles(dana, **asked)


def test_an_assessment_that_comes_in_between_pages_shifts_nothing(
    world: World, dana: Person
) -> None:
    first = dana.get("/v1/assessments?sort=title&limit=2").body
    builders.an_assessment(world, title="AAA first of all")
    cursor = first["next"]
    rest = dana.get(f"/v1/assessments?sort=title&limit=2&cursor={cursor}").body
    assert [each["title"] for each in rest["items"]] == ["equal shares", "Fractions"]


@pytest.mark.parametrize(
    "asked", ["sort=points", "kind=essay", "approved=maybe", "colour=red", "limit=0", "cursor=abc"]
)
def test_what_cannot_be_looked_for_is_refused(dana: Person, asked: str) -> None:
    assert dana.get(f"/v1/assessments?{asked}").status in (400, 422)


@contextmanager
def counted(world: World) -> Iterator[list[str]]:
    """Note every call to the table while this lasts."""
    calls: list[str] = []
    events = world.clients.dynamodb.meta.events
    events.register(
        "before-call.dynamodb", lambda model, **_: calls.append(model.name), unique_id="count"
    )
    try:
        yield calls
    finally:
        events.unregister("before-call.dynamodb", unique_id="count")


def test_the_list_is_read_without_reading_any_items(world: World, dana: Person) -> None:
    with counted(world) as calls:
        titles(dana)
    assert calls == ["BatchGetItem", "Query"], "sign-in, then one pass over the headers"


def test_however_many_are_for_schools_the_roster_is_asked_once(world: World) -> None:
    builders.a_person(world, "tina", school="north")
    for school in ("north", "north", "south"):
        schools = {"visibility": Visibility.SCHOOL, "schools": (school,)}
        builders.an_assessment(world, "tess", title=f"For {school}", **schools)
    tina = world.teacher("tina")
    with counted(world) as calls:
        assert titles(tina) == ["For north", "For north"]
    assert calls == ["BatchGetItem", "Query", "BatchGetItem"], "sign-in, headers, the roster"
