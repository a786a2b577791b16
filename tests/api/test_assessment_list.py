"""Assessments > Formative: search, filters, sort, pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.assessments.model import Approval, AssessmentKind, Visibility
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.world import DISTRICT, World, WorldPerson


def prepare_dana(world: World) -> WorldPerson:
    def add(number: int, title: str, **said: Any) -> None:
        at = f"2026-09-{number:02}T12:00:00.000Z"
        builders.an_assessment(world, title=title, created=at, changed=at, **said)

    approved = Approval(by="dana", at="2026-09-09T12:00:00.000Z")
    add(1, "Equal Groups", subject="Mathematics", grades=("03",), approved=approved)
    add(2, "equal shares", subject="Mathematics", grades=("03", "04"), creator="tess")
    add(3, "Fractions", subject="Mathematics", standards=("3.FR.1",), kind=AssessmentKind.DOCUMENT)
    add(4, "A tale", subject="Reading", grades=("04",), set_id="jf.read.4", standards=())
    add(5, "Secret", creator="tess", visibility=Visibility.PRIVATE)
    return world.admin("dana")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


def titles(person: WorldPerson, **asked: str) -> list[str]:
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
            {"sort": "created_at", "order": "asc"},
            ["Equal Groups", "equal shares", "Fractions", "A tale"],
        ),
        ({"text": "EQUAL"}, ["equal shares", "Equal Groups"]),
        ({"text": "equal groups"}, ["Equal Groups"]),
        ({"subject": "reading"}, ["A tale"]),
        ({"grade": "04"}, ["A tale", "equal shares"]),
        ({"standard": "3.fr.1"}, ["Fractions", "equal shares", "Equal Groups"]),
        ({"standard": "3.FR.1", "kind": "document"}, ["Fractions"]),
        ({"standards_set_id": "jf.read.4"}, ["A tale"]),
        ({"subject": "math"}, ["Fractions", "equal shares", "Equal Groups"]),
        ({"subject": "Math", "grade": "4"}, ["equal shares"]),
        ({"grade": "3"}, ["Fractions", "equal shares", "Equal Groups"]),
        ({"grade": "Grade 3"}, ["Fractions", "equal shares", "Equal Groups"]),
        ({"created_by_id": "tess"}, ["equal shares"]),
        ({"created_by_id": "Tess Example"}, ["equal shares"]),
        ({"created_by_id": "example dan"}, ["A tale", "Fractions", "Equal Groups"]),
        ({"created_by_id": "theo"}, []),
        ({"created_by_id": "\u0301"}, []),
        ({"created_by_id": "me"}, ["A tale", "Fractions", "Equal Groups"]),
        ({"approved": "true"}, ["Equal Groups"]),
        ({"approved": "false", "grade": "03"}, ["Fractions", "equal shares"]),
        ({"visibility": "private"}, []),
        ({"text": "nowhere"}, []),
    ],
)
def test_the_list_shows_what_is_looked_for(
    dana: WorldPerson, asked: dict[str, str], expected: list[str]
) -> None:
    assert titles(dana, **asked) == expected


def test_private_assessments_are_in_nobody_elses_list(world: World, dana: WorldPerson) -> None:
    assert "Secret" not in titles(dana)
    assert "Secret" in titles(world.teacher("tess"), visibility="private")


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_join_up_to_the_whole_list(dana: WorldPerson, order: str) -> None:
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
    world: World, dana: WorldPerson
) -> None:
    first = dana.get("/v1/assessments?sort=title&limit=2").body
    builders.an_assessment(world, title="AAA first of all")
    cursor = first["next"]
    rest = dana.get(f"/v1/assessments?sort=title&limit=2&cursor={cursor}").body
    assert [each["title"] for each in rest["items"]] == ["equal shares", "Fractions"]


@pytest.mark.parametrize(
    "asked", ["sort=points", "kind=essay", "approved=maybe", "color=red", "limit=0", "cursor=abc"]
)
def test_a_search_that_is_impossible_is_refused(dana: WorldPerson, asked: str) -> None:
    assert dana.get(f"/v1/assessments?{asked}").status in (400, 422)


@contextmanager
def count_calls(world: World) -> Iterator[list[str]]:
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


def test_the_list_is_read_without_reading_any_items(world: World, dana: WorldPerson) -> None:
    titles(dana)  # names are read once
    with count_calls(world) as calls:
        titles(dana)
    assert calls == ["BatchGetItem", "Query"], "sign-in, then one pass over the headers"


def test_however_many_are_for_schools_the_roster_is_asked_once(world: World) -> None:
    builders.a_person(world, "tina", school="north")
    for school in ("north", "north", "south"):
        schools = {"visibility": Visibility.SCHOOL, "schools": (school,)}
        builders.an_assessment(world, "tess", title=f"For {school}", **schools)
    tina = world.teacher("tina")
    titles(tina)  # names are read once
    with count_calls(world) as calls:
        assert titles(tina) == ["For north", "For north"]
    assert calls == ["BatchGetItem", "Query", "BatchGetItem"], "sign-in, headers, the roster"


# -- subject and grades come from the standards set ------------------------------------------------


@pytest.mark.parametrize("grade", ["K", "kg", "Kindergarten"])
def test_a_kindergarten_test_is_found_however_it_is_called(world: World, grade: str) -> None:
    builders.an_assessment(world, title="Counting", grades=("KG",))
    builders.an_assessment(world, title="Numbers", grades=("K-2",))
    assert set(titles(world.admin(), grade=grade)) == {"Counting", "Numbers"}


def as_kept_by_0_3(world: World, **changes: Any) -> str:
    """Return an assessment whose header does not say of what its standards set is."""
    return builders.an_assessment(world, of_set=None, **changes).id


def test_assessments_of_earlier_releases_have_the_subject_and_grades_of_their_sets(
    world: World,
) -> None:
    builders.a_set(world)
    name, dana = as_kept_by_0_3(world, title="Old"), world.admin()
    shown = dana.get(f"/v1/assessments/{name}").body
    assert (shown["subject"], shown["grades"]) == ("Mathematics", ["03"])
    (listed,) = dana.get("/v1/assessments?subject=math&grade=3").body["items"]
    assert (listed["subject"], listed["grades"]) == ("Mathematics", ["03"])
    assert titles(dana, grade="4") == []


def test_its_author_has_the_last_word(world: World) -> None:
    builders.a_set(world)
    name, dana = as_kept_by_0_3(world, subject="Algebra"), world.admin()
    path = f"/v1/assessments/{name}"
    shown = dana.get(path)
    assert (shown.body["subject"], shown.body["grades"]) == ("Algebra", ["03"])
    changed = dana.patch(path, {"grades": ["2"]}, etag=shown.etag)
    assert changed.body["grades"] == ["2"]
    assert len(titles(dana, grade="02")) == 1
    assert titles(dana, grade="03") == []
    back = dana.patch(path, {"grades": [], "subject": ""}, etag=changed.etag)
    assert (back.body["subject"], back.body["grades"]) == ("Mathematics", ["03"])
    assert dana.get(path).body == back.body


def test_a_draft_has_them_from_the_moment_it_has_a_set(world: World) -> None:
    builders.a_set(world)
    dana = world.admin()
    draft = dana.post("/v1/assessments", {"title": "New", "level_count": 3})
    assert (draft.body["subject"], draft.body["grades"]) == ("", [])
    path = f"/v1/assessments/{draft.body['id']}"
    chosen = dana.patch(path, {"standards_set_id": builders.SET}, etag=draft.etag)
    assert (chosen.body["subject"], chosen.body["grades"]) == ("Mathematics", ["03"])
    made = dana.post(
        "/v1/assessments", {"title": "B", "level_count": 3, "standards_set_id": builders.SET}
    )
    assert made.body["subject"] == "Mathematics"
    places = (StandardPlace("id-4.R.1", "4.R.1"),)
    other = StandardsSet("jf.read.4", "jf", "Juniper Flats", "Reading", Band(("04",)), places)
    head = {"version": 1, "doc": documents.index(other, 0)}
    world.services.table.commit([Put(keys.standards_set(DISTRICT, other.id), head)])
    moved = dana.patch(path, {"standards_set_id": other.id}, etag=chosen.etag)
    assert (moved.body["subject"], moved.body["grades"]) == ("Reading", ["04"])
    assert titles(dana, subject="reading", grade="4") == ["New"]


def test_a_set_that_is_gone_hides_nothing(world: World) -> None:
    name = as_kept_by_0_3(world, title="Orphan", set_id="gone.1")
    shown = world.admin().get(f"/v1/assessments/{name}").body
    assert (shown["subject"], shown["grades"]) == ("", [])


def test_old_headers_cost_one_call_more_once_a_process(world: World) -> None:
    builders.a_set(world)
    for _ in range(3):
        as_kept_by_0_3(world)
    dana = world.admin()
    with count_calls(world) as calls:
        titles(dana)
        titles(dana)
    assert calls == ["BatchGetItem", "Query", "BatchGetItem", "BatchGetItem", "Query"]


# -- what the filters offer ------------------------------------------------------------------------


def test_the_filters_offer_the_values_there_are(world: World, dana: WorldPerson) -> None:
    builders.a_set(world)
    builders.an_assessment(world, "tess", title="Odd", subject="Math", grades=("K", "2"))
    offered = dana.get("/v1/assessment-filters").body
    assert [(each["value"], each["assessment_count"]) for each in offered["subjects"]] == [
        ("Mathematics", 4),
        ("Reading", 1),
    ]
    assert [
        (each["value"], each["name"], each["assessment_count"]) for each in offered["grades"]
    ] == [
        ("KG", "K", 1),
        ("02", "2", 1),
        ("03", "3", 3),
        ("04", "4", 2),
    ]
    assert [
        (each["value"], each["name"], each["assessment_count"]) for each in offered["creators"]
    ] == [
        ("dana", "Dana Example", 3),
        ("tess", "Tess Example", 2),
    ]
    assert [
        (each["value"], each["name"], each["assessment_count"])
        for each in offered["standards_sets"]
    ] == [
        ("jf.read.4", "jf.read.4", 1),
        (builders.SET, "Juniper Flats: Mathematics, grade 3", 4),
    ]
    assert [(each["value"], each["assessment_count"]) for each in offered["standards"]] == [
        ("3.FR.1", 4),
        ("3.NB.1", 3),
        ("3.NB.2", 3),
        ("3.NB.3", 3),
    ]


PARAMETER = {
    "subjects": "subject",
    "grades": "grade",
    "creators": "created_by_id",
    "standards_sets": "standards_set_id",
    "standards": "standard",
}


def test_each_offered_value_finds_as_many_as_it_says(world: World, dana: WorldPerson) -> None:
    builders.a_set(world)
    offered = dana.get("/v1/assessment-filters").body
    for field, values in offered.items():
        for each in values:
            found = titles(dana, **{PARAMETER[field]: each["value"]})
            assert len(found) == each["assessment_count"], (field, each)


def test_the_filters_reveal_nothing_hidden(world: World, dana: WorldPerson) -> None:
    builders.an_assessment(
        world, "theo", subject="Physics", grades=("12",), visibility=Visibility.PRIVATE
    )
    assert "Physics" not in str(dana.get("/v1/assessment-filters").body)
    assert "Physics" in str(world.teacher("theo").get("/v1/assessment-filters").body)


# -- of a data team --------------------------------------------------------------------------------


def test_the_list_of_a_data_teams_people(world: World) -> None:
    """Leaders and members, whoever can be seen; a team of others is not there."""
    dana = world.scene(prepare_dana)
    team = a_team(world, ("tess",), ("mia",))
    for name in ("mia", "noah"):
        builders.an_assessment(world, title=f"By {name}", creator=name)
    tess = world.teacher("tess", "north")
    assert titles(tess, team_id=team.id) == ["Secret", "equal shares", "By mia"]
    assert titles(tess, team_id=team.id, text="equal") == ["equal shares"]
    assert titles(dana, team_id=team.id) == ["equal shares", "By mia"]
    noah = world.teacher("noah", "north")
    assert noah.get(f"/v1/assessments?team_id={team.id}").code == "team_not_found"
