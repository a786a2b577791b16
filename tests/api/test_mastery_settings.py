"""Scales, calculations and cut scores: where they are set, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.support import builders, classrooms
from tests.support.world import DISTRICT, Reply, World, WorldPerson

OWN = {"names": ["Beginning", "Developing", "Secure"], "cuts": ["60", 79.5], "meets": 3}


@pytest.fixture
def tess(world: World) -> WorldPerson:
    builders.a_set(world)
    classrooms.a_class(world, "c1", "tess")
    builders.a_person(world, "tess")
    return world.teacher("tess")


def errors_of(refused: Reply) -> list[tuple[str, str]]:
    assert refused.status == 422, refused.body
    return [(each["pointer"], each["message"]) for each in refused.body["errors"]]


# -- the district ---------------------------------------------------------------------------------


def test_a_district_begins_with_our_scales_and_the_most_recent(world: World) -> None:
    read = world.admin().get("/v1/district").body
    assert {n: scale["cuts"] for n, scale in read["mastery_scales"].items()} == {
        "2": ["80"],
        "3": ["50", "80"],
        "4": ["50", "80", "90"],
        "5": ["50", "65", "80", "90"],
        "6": ["50", "60", "70", "80", "90"],
    }
    assert read["mastery_scales"]["3"]["names"] == ["Remediation", "Near Mastery", "Mastery"]
    assert read["calculation"] == {"method": "most_recent", "weight": "0.65", "times": 3}


def test_a_district_sets_its_own_scale_and_gets_ours_back(world: World) -> None:
    admin = world.admin()
    set_ = admin.patch("/v1/district", {"mastery_scales": {"3": OWN}}, etag='"0"')
    assert (set_.status, set_.etag) == (200, '"1"')
    assert set_.body["mastery_scales"]["3"] == {**OWN, "cuts": ["60", "79.5"]}
    assert set_.body["mastery_scales"]["4"]["cuts"] == ["50", "80", "90"]
    two = {"names": ["No", "Yes"], "cuts": [70], "meets": 2}
    both = admin.patch("/v1/district", {"mastery_scales": {"2": two}}, etag=set_.etag)
    assert both.body["mastery_scales"]["3"]["names"] == OWN["names"]
    assert both.body["mastery_scales"]["2"]["cuts"] == ["70"]
    back = admin.patch("/v1/district", {"mastery_scales": {"3": None}}, etag=both.etag)
    assert back.body["mastery_scales"]["3"]["cuts"] == ["50", "80"]
    assert back.body["mastery_scales"]["2"]["cuts"] == ["70"]
    assert admin.get("/v1/district").body == back.body


def test_a_district_sets_how_results_become_mastery(world: World) -> None:
    admin = world.admin()
    decaying = {"method": "decaying_average", "weight": 0.7}
    changed = admin.patch("/v1/district", {"calculation": decaying}, etag='"0"')
    assert changed.body["calculation"] == {
        "method": "decaying_average",
        "weight": "0.70",
        "times": 3,
    }
    renamed = admin.patch("/v1/district", {"name": "Renamed"}, etag=changed.etag)
    assert renamed.body["calculation"] == changed.body["calculation"]


@pytest.mark.parametrize(
    ("scale", "pointer", "said"),
    [
        (OWN | {"cuts": ["80", "60"]}, "/mastery_scales/3", "from low to high"),
        (OWN | {"cuts": ["60"]}, "/mastery_scales/3", "3 levels have 2 cut scores"),
        (OWN | {"cuts": ["60", "120"]}, "/mastery_scales/3/cuts/1", "for example 80 or 79.5"),
        (OWN | {"meets": 1}, "/mastery_scales/3", "levels 2 to 3"),
        (OWN | {"names": ["Same", "same", "Other"]}, "/mastery_scales/3", "the same name"),
        (OWN | {"names": ["A", "B"], "cuts": ["5"], "meets": 2}, "/mastery_scales", "3 names"),
        (OWN | {"color": "red"}, "/mastery_scales/3/color", "does not exist here"),
    ],
)
def test_a_scale_that_makes_no_sense_is_refused_with_its_place(
    world: World, scale: dict[str, Any], pointer: str, said: str
) -> None:
    refused = world.admin().patch("/v1/district", {"mastery_scales": {"3": scale}}, etag='"0"')
    ((where, message),) = errors_of(refused)
    assert where == pointer
    assert said in message


@pytest.mark.parametrize("levels", ["1", "7", "three"])
def test_there_are_scales_of_two_to_six_levels(world: World, levels: str) -> None:
    refused = world.admin().patch("/v1/district", {"mastery_scales": {levels: OWN}}, etag='"0"')
    assert refused.status == 422


@pytest.mark.parametrize(
    ("calculation", "pointer"),
    [
        ({"method": "median"}, "/calculation/method"),
        ({"weight": "0.4"}, "/calculation/weight"),
        ({"times": 0}, "/calculation/times"),
        ({"window": 3}, "/calculation/window"),
    ],
)
def test_a_calculation_that_makes_no_sense_is_refused_with_its_place(
    world: World, calculation: dict[str, Any], pointer: str
) -> None:
    refused = world.admin().patch("/v1/district", {"calculation": calculation}, etag='"0"')
    assert [where for where, _ in errors_of(refused)] == [pointer]


# -- a tracker ------------------------------------------------------------------------------------


def create_tracker(teacher: WorldPerson, **changes: Any) -> Reply:
    body = {"class_id": "c1", "standards_set_id": builders.SET, "level_count": 3, **changes}
    reply = teacher.post("/v1/trackers", body)
    assert reply.status == 201, reply.body
    return reply


def test_a_tracker_has_the_districts_calculation_until_it_sets_its_own(tess: WorldPerson) -> None:
    tracker = create_tracker(tess)
    assert tracker.body["calculation"] is None
    path = f"/v1/trackers/{tracker.body['id']}"
    highest = {"method": "highest"}
    changed = tess.patch(path, {"calculation": highest}, etag=tracker.etag)
    assert changed.body["calculation"]["method"] == "highest"
    renamed = tess.patch(path, {"title": "Period 2"}, etag=changed.etag)
    assert renamed.body["calculation"]["method"] == "highest"
    assert tess.get(path).body["calculation"] == renamed.body["calculation"]
    back = tess.patch(path, {"calculation": None}, etag=renamed.etag)
    assert back.body["calculation"] is None
    assert tess.get(path).body["calculation"] is None


def test_a_tracker_is_created_with_a_calculation(tess: WorldPerson) -> None:
    tracker = create_tracker(tess, calculation={"method": "n_times", "times": 2})
    read = tess.get(f"/v1/trackers/{tracker.body['id']}").body
    assert read["calculation"] == {"method": "n_times", "weight": "0.65", "times": 2}


def test_setting_the_default_is_not_setting_nothing(tess: WorldPerson) -> None:
    tracker = create_tracker(tess, calculation={"method": "most_recent"})
    read = tess.get(f"/v1/trackers/{tracker.body['id']}").body
    assert read["calculation"]["method"] == "most_recent"


def test_a_trackers_calculation_is_checked(tess: WorldPerson) -> None:
    tracker = create_tracker(tess)
    path = f"/v1/trackers/{tracker.body['id']}"
    refused = tess.patch(path, {"calculation": {"weight": 2}}, etag=tracker.etag)
    assert [where for where, _ in errors_of(refused)] == ["/calculation/weight"]


# -- an assessment --------------------------------------------------------------------------------


def begin_assessment(author: WorldPerson, **changes: Any) -> Reply:
    return author.post(
        "/v1/assessments", {"title": "Halves", "standards_set_id": builders.SET, **changes}
    )


def test_an_assessment_has_cut_scores_of_its_own(tess: WorldPerson) -> None:
    draft = begin_assessment(tess, level_count=3, cuts=["60", 92.5])
    assert draft.body["cuts"] == ["60", "92.5"]
    path = f"/v1/assessments/{draft.body['id']}"
    changed = tess.patch(path, {"cuts": ["55", "85"]}, etag=draft.etag)
    assert changed.body["cuts"] == ["55", "85"]
    back = tess.patch(path, {"cuts": []}, etag=changed.etag)
    assert (back.status, back.body["cuts"]) == (200, [])
    assert tess.get(path).body["cuts"] == []


def test_cut_scores_fit_the_assessments_levels(world: World, tess: WorldPerson) -> None:
    world.admin().patch("/v1/district", {"mastery_level_count": 4}, etag='"0"')
    for said in ({"cuts": ["60", "90"]}, {"level_count": 3, "cuts": ["60"]}):
        ((pointer, message),) = errors_of(begin_assessment(tess, **said))
        assert pointer == "/cuts"
        assert "one for each level but the lowest" in message
    assert begin_assessment(tess, cuts=["60", "80", "90"]).status == 201
    assert errors_of(begin_assessment(tess, level_count=3, cuts=["90", "60"]))[0][0] == "/cuts"
    assert errors_of(begin_assessment(tess, level_count=3, cuts=["90", "x"]))[0][0] == "/cuts/1"


def test_other_levels_need_other_cut_scores(tess: WorldPerson) -> None:
    draft = begin_assessment(tess, level_count=3, cuts=["60", "90"])
    path = f"/v1/assessments/{draft.body['id']}"
    assert errors_of(tess.patch(path, {"level_count": 4}, etag=draft.etag))[0][0] == "/cuts"
    both = tess.patch(path, {"level_count": 2, "cuts": ["75"]}, etag=draft.etag)
    assert (both.body["level_count"], both.body["cuts"]) == (2, ["75"])


def test_cut_scores_that_decided_levels_change_by_a_correction_only(
    world: World, tess: WorldPerson
) -> None:
    draft = begin_assessment(tess, level_count=3)
    header = keys.assessment_header(DISTRICT, draft.body["id"])
    world.services.table.commit([Update(header, {"scored": True})])
    path = f"/v1/assessments/{draft.body['id']}"
    refused = tess.patch(path, {"cuts": ["60", "90"]}, etag=draft.etag)
    assert (refused.status, refused.code) == (409, "assessment_scored")
    assert "correction" in refused.body["detail"]
    renamed = tess.patch(path, {"title": "Halves and quarters", "cuts": []}, etag=draft.etag)
    assert renamed.status == 200


def test_a_copy_keeps_its_cut_scores(tess: WorldPerson) -> None:
    draft = begin_assessment(tess, level_count=3, cuts=["60", "90"])
    copy = tess.post(f"/v1/assessments/{draft.body['id']}/copies", {})
    assert copy.body["cuts"] == ["60", "90"]
