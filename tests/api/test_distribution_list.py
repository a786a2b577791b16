"""Distributions and people in lists: searched, filtered, sorted; a distribution repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import expect_ok
from tests.api.results_scene import Results
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

SCHEDULED = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}


class ListedDistributions:
    """Five distributions of two admins, made an hour apart, in different states."""

    def __init__(self, world: World) -> None:
        self.world, self.machinery = world, Machinery(world)
        builders.a_set(world)
        for school in ("north", "south"):
            builders.a_school(world, school)
        for teacher in ("tess", "theo"):
            builders.a_person(world, teacher)
        builders.a_tracker(world, "tess", school="north")
        builders.a_tracker(world, "theo", school="south")
        self.dana, self.sam = world.admin("dana"), world.admin("sam")
        self.path: dict[str, str] = {}
        self.make("Fractions", {"school_ids": ["north"]}, give_until_date="2026-10-09")
        self.make("Decimals", {"whole_district": True}, by=self.sam)
        self.make("Área", {"school_ids": ["south"]}, start=SCHEDULED)
        self.make("Angles", {"whole_district": True}, give_until_date="2026-10-02")
        self.make("Zebra", {"whole_district": True}, start=SCHEDULED)
        gone = self.path["Zebra"]
        expect_ok(self.dana.post(f"{gone}/cancellation", etag=self.dana.get(gone).etag))

    def make(
        self, title: str, selection: Any, by: WorldPerson | None = None, **changes: Any
    ) -> None:
        author = by or self.dana
        assessment = builders.an_assessment(self.world, author.id, title=title).id
        body = {"assessment_id": assessment, "selection": selection, **changes}
        made = expect_ok(author.post("/v1/distributions", body))
        self.path[title] = f"/v1/distributions/{made.body['id']}"
        self.machinery.run()
        self.world.clock.forward(seconds=3600)

    def titles(self, query: str = "", person: WorldPerson | None = None) -> list[str]:
        """Read the whole list, two a page."""
        asked = f"/v1/distributions?{query}&limit=2"
        found: list[str] = []
        while asked:
            page = expect_ok((person or self.dana).get(asked)).body
            found += [each["title"] for each in page["items"]]
            again = f"/v1/distributions?{query}&limit=2&cursor={page['next']}"
            asked = again if page["next"] else ""
        return found


@pytest.fixture
def listed(world: World) -> ListedDistributions:
    return world.scene(ListedDistributions)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Zebra", "Angles", "Área", "Decimals", "Fractions"]),
        ("order=asc", ["Fractions", "Decimals", "Área", "Angles", "Zebra"]),
        ("text=ang", ["Angles"]),
        ("text=area", ["Área"]),
        ("text=sam", ["Decimals"]),
        ("state=scheduled", ["Área"]),
        ("state=canceled", ["Zebra"]),
        ("state=delivered", ["Angles", "Decimals", "Fractions"]),
        ("state=recalled", []),
        ("school_id=south", ["Zebra", "Angles", "Área", "Decimals"]),
        ("created_by_id=me", ["Zebra", "Angles", "Área", "Fractions"]),
        ("created_by_id=sam&state=delivered", ["Decimals"]),
        ("sort=title", ["Angles", "Decimals", "Fractions", "Zebra", "Área"]),
        ("sort=title&order=desc&state=delivered", ["Fractions", "Decimals", "Angles"]),
        ("sort=start", ["Zebra", "Área", "Angles", "Decimals", "Fractions"]),
        ("sort=start&order=asc&state=delivered", ["Fractions", "Decimals", "Angles"]),
        ("sort=give_until_date&state=delivered", ["Angles", "Fractions", "Decimals"]),
        ("sort=give_until_date&order=desc&state=delivered", ["Fractions", "Angles", "Decimals"]),
    ],
)
def test_distributions_are_searched_filtered_and_sorted(
    listed: ListedDistributions, query: str, titles: list[str]
) -> None:
    if query == "sort=start":  # two start at one moment, and their ids decide
        assert set(listed.titles(query)[:2]) == set(titles[:2])
        assert listed.titles(query)[2:] == titles[2:]
    else:
        assert listed.titles(query) == titles


def test_a_school_administrator_searches_what_reached_their_school(
    listed: ListedDistributions,
) -> None:
    from chalicelib.acts import Role

    principal = listed.world.person("pat", Role.SCHOOL_ADMIN, schools=("north",))
    assert listed.titles("sort=title", principal) == ["Angles", "Decimals", "Fractions"]
    assert listed.titles("text=dec", principal) == ["Decimals"]
    assert listed.titles("school_id=north", principal) == ["Angles", "Decimals", "Fractions"]
    assert principal.get("/v1/distributions?school_id=south").status == 404


@pytest.fixture
def queries(world: World) -> Iterator[list[Any]]:
    """Every Query that is sent."""
    sent: list[Any] = []

    def note(params: Any, **_: Any) -> None:
        sent.append(params)

    events, name = world.clients.dynamodb.meta.events, "provide-client-params.dynamodb.Query"
    events.register(name, note)
    yield sent
    events.unregister(name, note)


@pytest.mark.parametrize("query", ["sort=title", "sort=start", "order=asc", "text=part"])
def test_a_page_counts_the_schools_part_of_its_own_rows_only(
    world: World, listed: ListedDistributions, queries: list[Any], query: str
) -> None:
    """Only its markers say that of one in which a tracker of another school was skipped."""
    from chalicelib.acts import Role

    theo = world.person("theo", Role.TEACHER, schools=("south",))
    for title in ("Part 1", "Part 2", "Part 3"):
        listed.make(title, {"whole_district": True}, start=SCHEDULED)
    (row,) = expect_ok(theo.get("/v1/trackers")).body["items"]
    path = f"/v1/trackers/{row['id']}"
    expect_ok(theo.patch(path, {"archived": True}, etag=theo.get(path).etag))
    world.clock.forward(seconds=8 * 24 * 3600)
    listed.machinery.run()
    principal = world.person("pat", Role.SCHOOL_ADMIN, schools=("north",))
    queries.clear()
    page = expect_ok(principal.get(f"/v1/distributions?{query}&limit=1")).body["items"]
    assert len(page) == 1
    asked = [each["ExpressionAttributeValues"][":pk"]["S"] for each in queries]
    markers = [each for each in asked if each.startswith(f"{DISTRICT}#DISTRIBUTION#")]
    assert len(markers) <= 1


def test_the_plain_list_reads_what_it_shows(
    listed: ListedDistributions, queries: list[Any]
) -> None:
    assert len(expect_ok(listed.dana.get("/v1/distributions?limit=2")).body["items"]) == 2
    (query,) = [each for each in queries if "IndexName" in each]
    assert query["Limit"] <= 3


def test_an_impossible_query_is_refused(listed: ListedDistributions) -> None:
    for query in ("sort=color", "state=cancelled", "order=up", "q=x"):
        assert listed.dana.get(f"/v1/distributions?{query}").status in (400, 422)


# -- people ----------------------------------------------------------------------------------------


def test_people_are_found_without_accents_and_sorted_both_ways(world: World) -> None:
    dana = world.admin("dana")
    for name, family in (("p1", "Muñoz"), ("p2", "Adams"), ("p3", "Zhang")):
        person = builders.a_person(world, name, family=family)
        order = keys.join(family.casefold(), person.given.casefold(), name)
        place = {"list_pk": keys.staff(DISTRICT), "list_sk": order}
        world.services.table.commit([Update(keys.person(DISTRICT, name), place)])

    def families(query: str) -> list[str]:
        items = expect_ok(dana.get(f"/v1/people?{query}")).body["items"]
        return [each["family_name"] for each in items]

    assert families("text=munoz") == ["Muñoz"]
    assert families("text=MUÑOZ") == ["Muñoz"]
    assert families("order=asc") == sorted(families("order=desc"))
    assert families("order=desc")[0] == "Zhang"
    first = expect_ok(dana.get("/v1/people?order=desc&limit=1")).body
    second = expect_ok(dana.get(f"/v1/people?order=desc&limit=1&cursor={first['next']}")).body
    assert [p["items"][0]["family_name"] for p in (first, second)] == ["Zhang", "Muñoz"]
    assert families("enabled=false") == []


# -- a distribution repeated -----------------------------------------------------------------------


def repeat(results: Results, **changes: Any) -> Reply:
    return results.dana.post(f"{results.path}/repetitions", changes)


def test_a_repetition_has_the_settings_and_the_selection_for_a_new_day(results: Results) -> None:
    other = results.an_assessment()
    before = expect_ok(results.dana.get(results.path)).body
    made = expect_ok(
        repeat(results, assessment_id=other, start=SCHEDULED, give_until_date="2026-10-02")
    )
    assert made.status == 202
    shown = made.body
    assert shown["selection"] == before["selection"]
    assert (shown["notify"], shown["counts"]["total"]) == (before["notify"], 3)
    assert (shown["assessment_id"], shown["state"]) == (other, "scheduled")
    assert (shown["start"]["local"], shown["give_until_date"]) == ("2026-09-21T07:30", "2026-10-02")
    assert shown["repeats_id"] == before["id"] != shown["id"]
    assert before["repeats_id"] is None
    assert expect_ok(results.dana.get(results.path)).body == before


def test_a_canceled_one_is_repeated_on_another_day(results: Results) -> None:
    first = expect_ok(repeat(results, assessment_id=results.an_assessment(), start=SCHEDULED)).body
    path = f"/v1/distributions/{first['id']}"
    expect_ok(results.dana.post(f"{path}/cancellation", etag=results.dana.get(path).etag))
    later = {**SCHEDULED, "start_date": "2026-09-28"}
    again = expect_ok(results.dana.post(f"{path}/repetitions", {"start": later})).body
    assert again["assessment_id"] == first["assessment_id"]
    assert again["start"]["local"] == "2026-09-28T07:30"


def test_where_all_have_it_a_repetition_says_so_and_its_preview_as_well(results: Results) -> None:
    preview = results.dana.post(f"{results.path}/repetitions/preview", {})
    for refused in (repeat(results), preview):
        assert (refused.status, refused.body["code"]) == (422, "all_trackers_have_it")


def test_a_preview_of_a_repetition_writes_nothing(results: Results) -> None:
    other, before = results.an_assessment(), None
    before = results.world.items()
    body = {"assessment_id": other, "start": SCHEDULED, "notify": True}
    shown = expect_ok(results.dana.post(f"{results.path}/repetitions/preview", body)).body
    assert (shown["tracker_count"], shown["recipient_count"]) == (3, 2)
    assert results.world.items() == before


def test_a_missing_distribution_cannot_be_repeated(results: Results) -> None:
    assert results.dana.post("/v1/distributions/none/repetitions", {}).status == 404


# -- receipts --------------------------------------------------------------------------------------


def test_a_receipt_has_names_and_says_where_the_mail_to_its_teacher_stands(
    results: Results,
) -> None:
    tess = results.people["tess"]
    choice = "/v1/people/tess/email-preference"
    expect_ok(tess.put(choice, {"subscribed": False}, etag=tess.get(choice).etag))
    made = expect_ok(repeat(results, assessment_id=results.an_assessment(), notify=True)).body
    path = f"/v1/distributions/{made['id']}/receipts"
    waiting = expect_ok(results.dana.get(path)).body["items"]
    assert {each["email_state"] for each in waiting} == {None}
    Machinery(results.world).run()
    found = {each["title"]: each for each in expect_ok(results.dana.get(path)).body["items"]}
    south, north = found["Math c3"], found["Math c1"]
    assert (south["school_name"], south["owner_name"]) == ("South Elementary", "Theo Example")
    assert (south["email_state"], south["email_reason"]) == ("sent", "")
    assert south["email_message"] == "It was sent."
    assert (north["email_state"], north["email_reason"]) == ("skipped", "not_wanted")
    assert north["email_message"] == "It was not sent. They chose not to get email."


def test_without_notification_a_receipt_has_no_mail(results: Results) -> None:
    items = expect_ok(results.dana.get(f"{results.path}/receipts")).body["items"]
    assert {(each["email_state"], each["email_message"]) for each in items} == {(None, "")}
