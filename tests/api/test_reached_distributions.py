"""The view of school administrators of distributions that have reached their school."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import expect_ok
from tests.api.results_scene import Results
from tests.house.test_access_patterns import QUERY, SIGNING_IN, watching
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World, WorldPerson


@pytest.fixture
def given(world: World) -> Results:
    """Two trackers at north, one at south; all of them have it."""
    return world.scene(Results)


@pytest.fixture
def saul(given: Results) -> WorldPerson:
    return given.world.person("saul", Role.SCHOOL_ADMIN, schools=("south",))


@pytest.fixture
def wes(given: Results) -> WorldPerson:
    return given.world.person("wes", Role.SCHOOL_ADMIN, schools=("west",))


def rows(person: WorldPerson, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = expect_ok(person.get(f"/v1/distributions{query}")).body["items"]
    return items


def counts(of: dict[str, Any]) -> tuple[int, ...]:
    return tuple(of["counts"][each] for each in ("total", "delivered", "skipped", "pending"))


def test_it_stands_in_the_list_of_each_school_it_reached_with_its_part(
    given: Results, saul: WorldPerson, wes: WorldPerson
) -> None:
    [whole], [norths], [souths] = (rows(each) for each in (given.dana, given.sam, saul))
    assert [each["id"] for each in (whole, norths, souths)] == [given.distribution] * 3
    assert [counts(each) for each in (whole, norths, souths)] == [
        (3, 3, 0, 0), (2, 2, 0, 0), (1, 1, 0, 0),
    ]  # fmt: skip
    assert [each["limited_to_school_ids"] for each in (whole, norths, souths)] == [
        None,
        ["north"],
        ["south"],
    ]
    assert rows(wes) == []


def test_they_look_and_change_nothing(given: Results, saul: WorldPerson) -> None:
    [row] = rows(saul)
    assert row["allowed"] == []
    for link in row["links"].values():
        assert saul.get(link).status == 200, link
    for method, what in (
        ("PATCH", ""), ("POST", "/cancellation"), ("POST", "/retry"), ("POST", "/recall"),
        ("POST", "/restoration"), ("POST", "/additions"),
    ):  # fmt: skip
        reply = saul.send(method, given.path + what, {}, {"If-Match": '"1"'})
        assert (reply.status, reply.code) == (403, "not_for_your_role"), what


def test_it_opens_with_their_school_s_progress_alone(given: Results, saul: WorldPerson) -> None:
    shown = expect_ok(saul.get(given.path)).body
    assert [(each["school_id"], each["delivered"]) for each in shown["schools"]] == [("south", 1)]
    assert counts(shown) == (1, 1, 0, 0)
    assert "north" not in str(shown["selection"])


def test_receipts_are_those_of_their_trackers(
    given: Results, saul: WorldPerson, wes: WorldPerson
) -> None:
    items = expect_ok(saul.get(f"{given.path}/receipts")).body["items"]
    assert [each["tracker_id"] for each in items] == [given.trackers["c3"]]
    items = expect_ok(given.sam.get(f"{given.path}/receipts?school_id=north")).body["items"]
    assert len(items) == 2
    refused = saul.get(f"{given.path}/receipts?school_id=north")
    assert (refused.status, refused.code) == (404, "school_not_found")
    assert wes.get(f"{given.path}/receipts").status == 404
    assert wes.get(given.path).status == 404


def test_a_distribution_that_has_not_begun_has_reached_nobody(
    given: Results, saul: WorldPerson
) -> None:
    start = {"option": "schedule", "start_date": "2027-01-11", "start_time": "08:00"}
    body = {
        "assessment_id": given.an_assessment(),
        "selection": {"whole_district": True},
        "start": start,
    }
    made = given.dana.post("/v1/distributions", body)
    assert made.status == 202, made.body
    assert len(rows(given.dana)) == 2
    assert len(rows(saul)) == 1
    assert saul.get(f"/v1/distributions/{made.body['id']}").status == 404


def test_a_recalled_one_stays_in_their_list_without_the_district_s_reason(
    given: Results, saul: WorldPerson
) -> None:
    etag = given.dana.get(given.path).etag
    expect_ok(given.dana.post(f"{given.path}/recall", {"comment": "Wrong key"}, etag=etag))
    [row] = rows(saul)
    assert (row["state"], row["recall"]["comment"]) == ("recalled", "")
    refused = saul.get(f"{given.path}/results")
    assert (refused.status, refused.code) == (409, "distribution_recalled")


def test_where_some_were_skipped_their_own_counts_are_read(
    given: Results, saul: WorldPerson
) -> None:
    """A tracker at north has it already: it is skipped in a second distribution."""
    builders.a_tracker(given.world, "theo", school="south", class_id="c3", title="Second")
    body = {"assessment_id": given.assessment, "selection": {"whole_district": True}}
    made = expect_ok(given.dana.post("/v1/distributions", body)).body["id"]
    Machinery(given.world).run()
    listed = {each["id"]: each for each in rows(saul)}
    shown = expect_ok(saul.get(f"/v1/distributions/{made}")).body
    assert counts(listed[made]) == counts(shown)
    assert counts(shown)[0] == sum(counts(shown)[1:]), "every tracker of theirs is decided"


def test_those_of_0_3_0_are_listed_too(given: Results, saul: WorldPerson) -> None:
    """Their heads say at which schools their trackers are; nothing is written for a list."""
    before = given.world.items()
    assert [each["id"] for each in rows(saul)] == [given.distribution]
    assert given.world.items() == before


def test_a_page_goes_on_behind_the_last_that_is_shown(given: Results, saul: WorldPerson) -> None:
    table = given.world.services.table
    key = keys.distribution(DISTRICT, given.distribution)
    item = table.get(key)
    assert item is not None
    for n in range(5):
        name = f"01AAAAAAAAAAAAAAAAAAAAAAA{n}"  # of another year than the one that is copied
        doc = item["doc"].replace(given.distribution, name)
        other = doc.replace('"south"', '"east"') if n % 2 else doc
        when = f"2026-09-0{n + 1}T12:00:00.000Z"
        copy = {**item, "doc": other.replace(item["list_sk"], when), "list_sk": when}
        attributes = {a: v for a, v in copy.items() if a not in ("pk", "sk")}
        table.commit([Update(keys.distribution(DISTRICT, name), attributes)])
    found, cursor = [], ""
    while cursor is not None:
        reply = expect_ok(saul.get(f"/v1/distributions?limit=2{cursor and f'&cursor={cursor}'}"))
        assert len(reply.body["items"]) <= 2
        found += [each["id"] for each in reply.body["items"]]
        cursor = reply.body["next"]
    assert len(found) == len(set(found)) == 4


def test_the_list_costs_one_query_where_the_heads_say_it_all(
    given: Results, saul: WorldPerson
) -> None:
    with watching(given.world) as watch:
        rows(saul)
    assert watch.calls == [*SIGNING_IN, QUERY]


# -- lists that need a school ----------------------------------------------------------------------


def test_lists_that_need_a_school_say_so(given: Results, saul: WorldPerson) -> None:
    for person in (saul, given.dana):
        refused = person.get("/v1/trackers")
        assert (refused.status, refused.code) == (422, "school_not_chosen")
        assert refused.body["errors"][0]["pointer"] == "query:school"
        refused = person.get("/v1/classes")
        assert (refused.status, refused.code) == (422, "school_or_course_missing")
    assert given.people["tess"].get("/v1/trackers").status == 200
