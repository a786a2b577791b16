"""The item bank by how hard items were, and where an item is used."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chalicelib.assessments import bank
from chalicelib.assessments.items import Facility, Item, ItemKind
from chalicelib.assessments.model import AssessmentHeader, Contents, Visibility
from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support.world import World, WorldPerson


@pytest.fixture
def results(world: World) -> Results:
    """Six students a class; of c1 three have all right, and three half."""
    scene = world.scene(Results, 6)
    scene.enter("c1", RIGHT, RIGHT, RIGHT, HALF, HALF, WRONG)
    return scene


def items(person: WorldPerson, query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expect_ok(person.get(f"/v1/items?{query}")).body["items"]
    return found


def facilities(results: Results, query: str) -> dict[str, Any]:
    """Return how hard items were, by the beginning of what they ask."""
    found = items(results.dana, query)
    return {each["item"]["prompt"][:6]: each["facility"] for each in found}


def test_an_item_says_how_hard_it_was_when_it_is_asked(results: Results) -> None:
    assert set(facilities(results, "").values()) == {None}
    known = facilities(results, "with_facility=true")
    assert known == {"=1+1 i": 0.833333, "A half": 0.833333, "Draw t": 0.5}
    counts = {each["facility_student_count"] for each in items(results.dana, "with_facility=true")}
    assert counts == {6}


def test_it_is_the_facility_of_the_item_analysis_where_all_is_entered(results: Results) -> None:
    path = f"/v1/trackers/{results.trackers['c1']}/sheets/{results.assessment}/analysis"
    shown = expect_ok(results.people["tess"].get(path)).body["items"]
    analyzed = {each["prompt"][:6]: each["facility"] for each in shown}
    assert facilities(results, "with_facility=true") == pytest.approx(analyzed, abs=1e-6)


def test_it_is_of_all_classes_of_the_district(results: Results) -> None:
    results.enter("c3", *[WRONG] * 6)
    assert facilities(results, "with_facility=true")["=1+1 i"] == 0.416667


@pytest.mark.parametrize(
    ("query", "prompts"),
    [
        ("facility_max=0.6", ["Draw t"]),
        ("facility_min=0.6", ["=1+1 i", "A half"]),
        ("facility_min=0.5&facility_max=0.5", ["Draw t"]),
        ("facility_min=0.9", []),
        ("facility_min=0.6&text=half", ["A half"]),
    ],
)
def test_items_are_filtered_by_how_hard_they_were(
    results: Results, query: str, prompts: list[str]
) -> None:
    results.an_assessment()  # the same items, without results
    assert list(facilities(results, query)) == prompts


def test_fewer_than_five_students_have_no_figures(world: World) -> None:
    results = world.scene(Results, 4)
    results.enter("c1", *[RIGHT] * 4)
    assert set(facilities(results, "with_facility=true").values()) == {None}
    assert facilities(results, "facility_min=0") == {}


def test_pages_by_facility_join_up(results: Results) -> None:
    seen, path = [], "/v1/items?with_facility=true&limit=1"
    while path:
        page = expect_ok(results.dana.get(path)).body
        seen += [each["item"]["prompt"][:6] for each in page["items"]]
        again = f"/v1/items?with_facility=true&limit=1&cursor={page['next']}"
        path = again if page["next"] else ""
    assert seen == list(facilities(results, "with_facility=true"))


def test_a_page_asks_a_bounded_number_of_assessments_how_hard_their_items_were() -> None:
    headers = [a_header(f"{n:03}", scored=n % 2 == 0) for n in range(120)]
    asked: list[str] = []

    def rate(assessment: str) -> list[Facility]:
        asked.append(assessment)
        return [Facility(30, Fraction(1, 2))]

    def read(wanted: Any) -> dict[str, Contents]:
        item = Item(id="q1", kind=ItemKind.TRUE_FALSE, key=("true",), points="1", prompt="So?")
        return {each: Contents(items=(item,)) for each in wanted}

    seen: list[str] = []
    after: Any = None
    while True:
        asked.clear()
        wanted = bank.ItemFilter(facility_max=0.5)
        page = bank.look_through(headers, wanted, read, 100, after, rate)
        assert len(asked) <= bank.RATED_AT_MOST
        seen += [each.header.id for each in page.items]
        if page.after is None:
            break
        after = page.after
    assert seen == [f"{n:03}" for n in range(118, -1, -2)]


def a_header(name: str, *, scored: bool) -> AssessmentHeader:
    when = "2026-09-01T12:00:00.000Z"
    known = AssessmentHeader(
        id=name, title=name, levels=3, visibility=Visibility.DISTRICT, creator="dana",
        creator_name="Dana", created=when, changed=when, items=1,
    )  # fmt: skip
    return known.model_copy(update={"scored": scored})


@pytest.mark.parametrize("query", ["facility_min=2", "facility_max=-1", "facility_min=easy"])
def test_an_impossible_facility_is_refused(results: Results, query: str) -> None:
    assert results.dana.get(f"/v1/items?{query}").status in (400, 422)


# -- where it is used ------------------------------------------------------------------------------


def uses(results: Results, person: WorldPerson | None = None, assessment: str = "") -> Any:
    source = assessment or results.assessment
    first = expect_ok(results.dana.get(f"/v1/assessments/{source}/items")).body["items"][0]["id"]
    return (person or results.dana).get(f"/v1/assessments/{source}/items/{first}/uses")


def test_where_an_item_is_used_is_listed_the_newest_first(results: Results) -> None:
    copy = expect_ok(
        results.dana.post(f"/v1/assessments/{results.assessment}/copies", {"title": "Copy"})
    )
    found = expect_ok(uses(results)).body["items"]
    assert [(each["assessment_title"], each["number"]) for each in found] == [
        ("Copy", 1),
        ("Check", 1),
    ]
    assert [(each["in_use"], each["scored"]) for each in found] == [(False, False), (True, True)]
    assert found[0]["assessment_id"] == copy.body["id"]
    assert {each["created_by_name"] for each in found} == {"Dana Example"}


def test_a_question_that_was_changed_is_another(results: Results) -> None:
    copy = expect_ok(
        results.dana.post(f"/v1/assessments/{results.assessment}/copies", {"title": "Copy"})
    )
    path = f"/v1/assessments/{copy.body['id']}/items"
    sent = [
        {name: value for name, value in each.items() if name != "allowed"}
        for each in expect_ok(results.dana.get(path)).body["items"]
    ]
    sent[0]["prompt"] = "2+2 is?"
    expect_ok(results.dana.put(path, {"items": sent}, etag=copy.etag))
    assert [each["assessment_title"] for each in expect_ok(uses(results)).body["items"]] == [
        "Check"
    ]


def test_figures_do_not_name_assessments_that_a_person_may_not_see(results: Results) -> None:
    copy = expect_ok(
        results.dana.post(f"/v1/assessments/{results.assessment}/copies", {"title": "Copy"})
    )
    path = f"/v1/assessments/{copy.body['id']}"
    expect_ok(results.dana.patch(path, {"visibility": "private"}, etag=copy.etag))
    tess = results.people["tess"]
    assert [each["assessment_title"] for each in expect_ok(uses(results, tess)).body["items"]] == [
        "Check"
    ]
    assert uses(results, tess, copy.body["id"]).status == 404
    missing = results.dana.get(f"/v1/assessments/{results.assessment}/items/none/uses")
    assert missing.status == 404
