"""Trackers follow their classes: whose they are, and until when they are given anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.trackers.model import Tracker
from tests.api.test_roster_dates import (
    LAST_MINUTE,
    MIDNIGHT,
    a_handover,
    as_release_0_3_0_left_it,
    ids,
    sign_in,
)
from tests.api.test_rosters import apply_roster
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.packages import Pack, a_district, a_user, enroll
from tests.support.world import DISTRICT, Reply, World, WorldPerson

LAST_DAY = datetime(2026, 12, 19, 18, 0, tzinfo=UTC)
"""Of the term `fall`, at noon in Chicago."""
DAY_AFTER = LAST_DAY + timedelta(days=1)


@pytest.fixture
def admin(world: World) -> WorldPerson:
    builders.a_set(world)
    return world.admin("operator")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    """Return the district admin of the packages, who distributes."""
    return sign_in("dana")


def create(teacher: WorldPerson, class_id: str = "k1") -> str:
    made = teacher.post(
        "/v1/trackers", {"class_id": class_id, "standards_set_id": builders.SET, "level_count": 3}
    )
    assert made.status == 201, made.body
    return str(made.body["id"])


def list_trackers(who: WorldPerson, query: str = "") -> list[str]:
    return ids(who.get(f"/v1/trackers{query}").body["items"])


def hand_out(dana: WorldPerson, assessment: Any, **changes: Any) -> Reply:
    body = {"assessment_id": assessment.id, "selection": {"whole_district": True}, **changes}
    reply = dana.post("/v1/distributions", body)
    assert reply.status in (201, 202), reply.body
    return reply


def morning_of(day: str) -> dict[str, str]:
    return {"option": "schedule", "start_date": day, "start_time": "08:00"}


def receipts(dana: WorldPerson, made: Reply) -> dict[str, str]:
    found = dana.get(f"/v1/distributions/{made.body['id']}/receipts").body["items"]
    return {each["tracker_id"]: each["reason"] or each["state"] for each in found}


# -- whose it is -----------------------------------------------------------------------------------


def test_the_class_s_teacher_of_the_day_has_the_tracker(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_handover())
    tess, theo = sign_in("tess"), sign_in("theo")
    board = create(tess)
    world.clock.set(LAST_MINUTE)
    assert (list_trackers(tess), list_trackers(theo)) == ([board], [])
    assert theo.get(f"/v1/trackers/{board}").status == 404
    world.clock.set(MIDNIGHT)
    assert (list_trackers(tess), list_trackers(theo)) == ([], [board])
    for path in ("", "/students", "/sheets", "/mastery"):
        assert tess.get(f"/v1/trackers/{board}{path}").status == 404
        assert theo.get(f"/v1/trackers/{board}{path}").status == 200
    seen = theo.get(f"/v1/trackers/{board}")
    assert (seen.body["role"], seen.body["owner_id"]) == ("owner", "theo")
    assert "archive" in seen.body["allowed"]
    renamed = theo.patch(f"/v1/trackers/{board}", {"title": "Ours"}, etag=seen.etag)
    assert (renamed.status, renamed.body["title"]) == (200, "Ours")


def test_an_import_hands_the_tracker_over(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    board = create(sign_in("tess"))
    apply_roster(world, admin, a_handover())
    world.clock.set(MIDNIGHT)
    tess, theo = sign_in("tess"), sign_in("theo")
    assert (list_trackers(tess), list_trackers(theo)) == ([], [board])
    assert tess.get(f"/v1/trackers/{board}").status == 404


def test_a_person_who_left_the_class_cannot_work_on_its_tracker(
    world: World, admin: WorldPerson
) -> None:
    both = a_district()
    enroll(both, "theo", "k1", "teacher")
    apply_roster(world, admin, both)
    board = create(sign_in("tess"))
    theo = sign_in("theo")
    assert list_trackers(theo) == [board]
    apply_roster(world, admin, a_district(), confirm_drops=True)
    assert list_trackers(theo) == []
    assert theo.get(f"/v1/trackers/{board}").status == 404
    assert list_trackers(sign_in("tess")) == [board]


def test_a_colleague_it_is_shared_with_keeps_it_when_the_teacher_changes(
    world: World, admin: WorldPerson
) -> None:
    pack = a_handover()
    a_user(pack, "cole", "teacher")
    apply_roster(world, admin, pack)
    tess, cole = sign_in("tess"), sign_in("cole")
    board = create(tess)
    seen = tess.get(f"/v1/trackers/{board}")
    assert tess.put(f"/v1/trackers/{board}/collaborators/cole", etag=seen.etag).status == 200
    world.clock.set(MIDNIGHT)
    assert cole.get(f"/v1/trackers/{board}").body["role"] == "collaborator"
    assert ids(cole.get(f"/v1/trackers/{board}/students").body["items"]) == ["ben"]


def test_results_are_the_present_teachers(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_handover())
    board = create(sign_in("tess"))
    assessment = builders.an_assessment(world)
    world.clock.set(MIDNIGHT)
    made = hand_out(dana, assessment)
    Machinery(world).run()
    [row] = dana.get(f"/v1/distributions/{made.body['id']}/results/teachers").body["items"]
    assert row["teacher_id"] == "theo"
    assert receipts(dana, made) == {board: "delivered"}


def test_only_who_has_the_tracker_on_the_day_is_written_to(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_handover())
    create(sign_in("tess"))
    assessment = builders.an_assessment(world)
    hand_out(
        dana,
        assessment,
        notify=True,
        start=morning_of("2026-11-20"),
    )
    world.clock.set(datetime(2026, 11, 20, 14, 0, tzinfo=UTC))
    machinery = Machinery(world)
    machinery.run()
    assert machinery.mails() == ["theo@example.org"]


# -- until when ------------------------------------------------------------------------------------


def test_a_tracker_of_a_past_class_matches_nothing_and_is_listed_apart(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    tess = sign_in("tess")
    board = create(tess)
    assessment = builders.an_assessment(world)
    path = f"/v1/assessments/{assessment.id}/matches"
    world.clock.set(LAST_DAY)
    assert dana.get(path).body["matching_count"] == 1
    assert (list_trackers(tess), list_trackers(tess, "?past=true")) == ([board], [])
    world.clock.set(DAY_AFTER)
    assert (dana.get(path).body["matching_count"], dana.get(path).body["tracker_count"]) == (0, 0)
    assert dana.get(f"{path}/north").body["items"] == []
    assert (list_trackers(tess), list_trackers(tess, "?past=true")) == ([], [board])
    assert list_trackers(admin, "?school_id=north&past=true") == [board]
    seen = tess.get(f"/v1/trackers/{board}").body
    assert (seen["past"], seen["class_end_date"], seen["role"]) == (True, "2026-12-19", "owner")
    picked = {"assessment_id": assessment.id, "selection": {"tracker_ids": [board]}}
    refused = dana.post("/v1/distributions", picked)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "class_past")


def test_teachers_of_a_past_class_still_enter_results(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    tess = sign_in("tess")
    board = create(tess)
    assessment = builders.an_assessment(world, "tess")
    added = tess.post(f"/v1/trackers/{board}/assessments", {"assessment_id": assessment.id})
    assert added.status in (200, 201), added.body
    world.clock.set(DAY_AFTER)
    sheet = tess.get(f"/v1/trackers/{board}/sheets/{assessment.id}")
    assert (sheet.status, sheet.body["allowed"]) == (200, ["enter"])
    assert ids(tess.get(f"/v1/trackers/{board}/students").body["items"]) == ["ada", "ben"]


def longer(pack: Pack, ends: str) -> Pack:
    return pack.change("academicSessions", "fall", endDate=ends)


def test_the_day_of_delivery_counts_not_that_of_the_plan(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    boards = [create(sign_in("tess")), create(sign_in("theo"), "k2")]
    assessment = builders.an_assessment(world)
    on_last_day = hand_out(dana, assessment, start=morning_of("2026-12-18"))
    machinery = Machinery(world)
    machinery.run()
    apply_roster(world, admin, longer(a_district(), "2026-12-11"))
    world.clock.set(datetime(2026, 12, 18, 14, 0, tzinfo=UTC))
    machinery.run()
    assert receipts(dana, on_last_day) == dict.fromkeys(boards, "class_past")
    assert machinery.holding(assessment.id) == set()


def test_a_class_that_goes_on_longer_gets_what_was_planned_for_it(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    board = create(sign_in("tess"))
    assessment = builders.an_assessment(world)
    made = hand_out(dana, assessment, start=morning_of("2026-12-18"), notify=True)
    machinery = Machinery(world)
    machinery.run()
    apply_roster(world, admin, longer(a_district(), "2027-01-29"))
    world.clock.set(DAY_AFTER)  # a day late, as after an outage: over by the dates of the plan
    machinery.run()
    assert receipts(dana, made) == {board: "delivered"}
    assert machinery.mails() == ["tess@example.org"]


def test_a_tracker_of_release_0_3_0_learns_of_its_class_at_the_next_import(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_handover())
    as_release_0_3_0_left_it(world)
    builders.a_tracker(world, "tess", class_id="k1", id="01OLD", levels=3)
    assert list_trackers(sign_in("tess")) == ["01OLD"]
    assessment = builders.an_assessment(world)
    made = hand_out(dana, assessment, start=morning_of("2026-12-20"))
    machinery = Machinery(world)
    machinery.run()
    apply_roster(world, admin, a_handover())
    world.clock.set(MIDNIGHT)
    assert list_trackers(sign_in("theo")) == ["01OLD"]
    assert list_trackers(sign_in("tess")) == []
    world.clock.set(DAY_AFTER)
    machinery.run()
    assert receipts(dana, made) == {"01OLD": "class_past"}
    item = world.services.table.get(keys.tracker(DISTRICT, "01OLD"))
    assert item is not None
    kept = Tracker.model_validate_json(item["doc"])
    assert (kept.owner, kept.ends, item["fit"]) == ("tess", "2026-12-19", kept.fit)


def test_a_batch_makes_no_tracker_for_a_past_class(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    world.clock.set(DAY_AFTER)
    begun = dana.post(
        "/v1/tracker-batches", {"course_ids": ["math3"], "standards_set_id": builders.SET}
    )
    Machinery(world).run()
    found = dana.get(f"/v1/tracker-batches/{begun.body['id']}/classes").body["items"]
    assert {each["reason"] for each in found} == {"class_past"}


# -- data teams ------------------------------------------------------------------------------------


def test_a_person_whose_role_has_ended_cannot_join_a_team_or_get_email(
    world: World, admin: WorldPerson, dana: WorldPerson
) -> None:
    apply_roster(world, admin, a_district().change("roles", "r-theo", endDate="2026-11-19"))
    asked = {
        "name": "Grade 3",
        "leader_ids": ["tess"],
        "member_ids": ["theo"],
        "school_id": "north",
    }
    world.clock.set(LAST_MINUTE)
    assert dana.post("/v1/teams", asked).status == 201
    contact = world.services.postman._people.contact("theo")
    assert contact is not None
    assert contact.enabled
    world.clock.set(MIDNIGHT)
    refused = dana.post("/v1/teams", asked)
    assert (refused.status, refused.code) == (422, "not_staff")
    contact = world.services.postman._people.contact("theo")
    assert contact is not None
    assert not contact.enabled
