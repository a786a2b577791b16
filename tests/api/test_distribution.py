"""Handing an assessment to a district, as its admin does it over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.clock import instant
from chalicelib.distribution.model import Selection
from chalicelib.distribution.repository import DistributionRepository
from chalicelib.rosters.model import Teacher
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.trackers.model import MOST_ASSESSMENTS, Tracker
from chalicelib.trackers.repository import creation
from chalicelib.wiring import use
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson


def prepare_dana(world: World) -> WorldPerson:
    builders.a_set(world)
    builders.a_school(world, "north")
    builders.a_school(world, "south")
    for teacher in ("tess", "theo", "cole"):
        builders.a_person(world, teacher)
    return world.admin("dana")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


def district(world: World) -> list[Tracker]:
    """Three matching trackers at two schools, and three that do not match."""
    return [
        builders.a_tracker(world, "tess"),
        builders.a_tracker(world, "tess", title="Math 3, period 2"),
        builders.a_tracker(world, "theo", school="south", collaborators=("cole",)),
        builders.a_tracker(world, "tess", missing="3.NB.2"),
        builders.a_tracker(world, "theo", levels=4),
        builders.a_tracker(world, "theo", set_id="jf.math.4"),
    ]


def hand_out(dana: WorldPerson, assessment: Any, **changes: Any) -> Reply:
    body = {"assessment_id": assessment.id, "selection": {"whole_district": True}, **changes}
    return dana.post("/v1/distributions", body)


def test_counts_by_school_are_shown_before_any_is_expanded(world: World, dana: WorldPerson) -> None:
    district(world)
    builders.a_school(world, "office", kind="district")
    builders.a_school(world, "west")
    assessment = builders.an_assessment(world)
    found = dana.get(f"/v1/assessments/{assessment.id}/matches").body
    rows = [
        (row["school_id"], row["matching_count"], row["tracker_count"]) for row in found["items"]
    ]
    assert rows == [("north", 2, 5), ("south", 1, 1), ("west", 0, 0)]
    assert (found["matching_count"], found["tracker_count"]) == (3, 6)


def test_an_expanded_school_explains_what_does_not_match(world: World, dana: WorldPerson) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    found = dana.get(f"/v1/assessments/{assessment.id}/matches/north").body["items"]
    reasons = [(row["reason"], tuple(row["missing_standards"])) for row in found]
    assert reasons[:2] == [("", ()), ("", ())]
    assert sorted(reasons[2:]) == [
        ("missing_standards", ("3.NB.2",)),
        ("other_scale", ()),
        ("other_set", ()),
    ]
    assert all(row["message"] for row in found[2:])


def test_distributing_now_delivers_once_and_tells_each_teacher_once(
    world: World, dana: WorldPerson
) -> None:
    trackers = district(world)
    assessment = builders.an_assessment(world)
    saved = hand_out(dana, assessment, notify=True)
    assert (saved.status, saved.body["state"]) == (202, "delivering")
    assert saved.headers["Location"] == f"/v1/jobs/distribution.{saved.body['id']}"
    machinery = Machinery(world)
    machinery.run()
    read = dana.get(f"/v1/distributions/{saved.body['id']}").body
    assert (read["state"], read["counts"]["delivered"], read["counts"]["total"]) == (
        "delivered",
        3,
        3,
    )
    assert [(s["school_id"], s["delivered"]) for s in read["schools"]] == [
        ("north", 2),
        ("south", 1),
    ]
    assert machinery.holding(assessment.id) == {tracker.id for tracker in trackers[:3]}
    assert machinery.mails() == ["cole@example.org", "tess@example.org", "theo@example.org"]
    assert dana.get(saved.headers["Location"]).body["percent"] == 100


def test_the_teacher_sees_it_in_the_tracker_marked_with_its_source(
    world: World, dana: WorldPerson
) -> None:
    tracker = district(world)[0]
    assessment = builders.an_assessment(world)
    hand_out(dana, assessment)
    Machinery(world).run()
    seen = world.teacher("tess").get(f"/v1/trackers/{tracker.id}").body["assessments"]
    assert [(row["title"], row["source"]) for row in seen] == [("Fractions check", "district")]


def test_a_future_date_with_distribute_becomes_a_schedule_and_says_so(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    start = {"option": "now", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, builders.an_assessment(world), start=start).body
    assert (saved["state"], saved["option"], saved["switched_to_schedule"]) == (
        "scheduled",
        "schedule",
        True,
    )
    assert saved["start"] == {
        "local": "2026-09-21T07:30",
        "time_zone": "America/Chicago",
        "utc_offset": "-05:00",
        "utc": "2026-09-21T12:30:00Z",
        "ambiguous": False,
        "text": "Monday, September 21, 2026 at 7:30 AM CDT (America/Chicago)",
    }


def test_a_scheduled_one_is_delivered_at_its_time_and_not_before(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    hand_out(dana, assessment, start=start)
    machinery = Machinery(world)
    world.clock.set(datetime(2026, 9, 21, 12, 29, 59, tzinfo=UTC))
    machinery.run()
    assert machinery.holding(assessment.id) == set()
    world.clock.set(datetime(2026, 9, 21, 12, 30, 0, tzinfo=UTC))
    machinery.run()
    assert len(machinery.holding(assessment.id)) == 3


def test_a_scheduled_one_is_picked_up_however_late_the_clock_is(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    hand_out(dana, assessment, start=start)
    world.clock.set(datetime(2026, 10, 1, 3, 0, tzinfo=UTC))
    machinery = Machinery(world)
    machinery.run()
    assert len(machinery.holding(assessment.id)) == 3


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ({"option": "schedule"}, "start_date_missing"),
        ({"option": "now", "start_date": "2026-09-13"}, "start_in_the_past"),
        ({"option": "schedule", "start_date": "2027-03-14", "start_time": "02:30"}, None),
        ({"option": "later"}, "invalid_fields"),
        ({"start_date": "14/09/2026"}, "invalid_fields"),
    ],
)
def test_a_start_that_cannot_be_is_refused(
    world: World, dana: WorldPerson, start: dict[str, str], code: str | None
) -> None:
    district(world)
    refused = hand_out(dana, builders.an_assessment(world), start=start)
    assert refused.status == 422
    assert code is None or refused.code == code
    assert dana.get("/v1/distributions").body["items"] == []


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"creator": "dora"}, 403, "not_your_assessment"),
        ({"visibility": "community"}, 422, "not_private_to_district"),
        ({"visibility": "private"}, 422, "not_private_to_district"),
        ({"items": 0}, 409, "assessment_not_ready"),
    ],
)
def test_a_forbidden_distribution_is_refused_with_its_own_code(
    world: World, dana: WorldPerson, changed: dict[str, Any], status: int, code: str
) -> None:
    district(world)
    refused = hand_out(dana, builders.an_assessment(world, **changed))
    assert (refused.status, refused.code) == (status, code)


def test_only_ticked_trackers_and_schools_get_it(world: World, dana: WorldPerson) -> None:
    trackers = district(world)
    assessment = builders.an_assessment(world)
    ticked = {"school_ids": ["south"], "tracker_ids": [trackers[1].id]}
    saved = hand_out(dana, assessment, selection=ticked)
    assert saved.body["counts"]["total"] == 2
    machinery = Machinery(world)
    machinery.run()
    assert machinery.holding(assessment.id) == {trackers[1].id, trackers[2].id}
    assert machinery.mails() == []


@pytest.mark.parametrize("ticked", [{}, {"school_ids": []}, {"school_ids": ["closed"]}])
def test_an_empty_selection_is_refused(
    world: World, dana: WorldPerson, ticked: dict[str, Any]
) -> None:
    district(world)
    builders.a_school(world, "closed")
    refused = hand_out(dana, builders.an_assessment(world), selection=ticked)
    assert (refused.status, refused.code) == (422, "nothing_selected")


def test_a_ticked_tracker_that_does_not_match_is_named(world: World, dana: WorldPerson) -> None:
    trackers = district(world)
    ticked = {"tracker_ids": [trackers[0].id, trackers[3].id, "01JNOSUCHTRACKER0000000000"]}
    refused = hand_out(dana, builders.an_assessment(world), selection=ticked)
    assert (refused.status, refused.code) == (422, "trackers_do_not_match")
    codes = {each["pointer"]: each["code"] for each in refused.body["errors"]}
    assert codes == {
        "/selection/tracker_ids/1": "missing_standards",
        "/selection/tracker_ids/2": "tracker_not_found",
    }


def test_a_tracker_that_stopped_matching_is_skipped_and_reported(
    world: World, dana: WorldPerson
) -> None:
    trackers = district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, assessment, start=start, notify=True)
    tess = world.teacher("tess")
    first = tess.get(f"/v1/trackers/{trackers[0].id}")
    fewer = {"standards": list(builders.CODES[1:])}
    assert tess.patch(f"/v1/trackers/{trackers[0].id}", fewer, etag=first.etag).status == 200
    second = tess.get(f"/v1/trackers/{trackers[1].id}")
    more = {"standards": list(builders.CODES[:5])}
    assert tess.patch(f"/v1/trackers/{trackers[1].id}", more, etag=second.etag).status == 200
    world.clock.set(datetime(2026, 9, 21, 12, 30, tzinfo=UTC))
    machinery = Machinery(world)
    machinery.run()
    assert machinery.holding(assessment.id) == {trackers[1].id, trackers[2].id}
    path = f"/v1/distributions/{saved.body['id']}/receipts"
    (skipped,) = dana.get(f"{path}?state=skipped").body["items"]
    assert (skipped["tracker_id"], skipped["reason"]) == (trackers[0].id, "missing_standards")
    assert len(dana.get(f"{path}?state=delivered&limit=1").body["items"]) == 1


def test_a_scheduled_one_can_be_changed_until_it_starts(world: World, dana: WorldPerson) -> None:
    trackers = district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, assessment, start=start)
    path = f"/v1/distributions/{saved.body['id']}"
    change = {
        "selection": {"tracker_ids": [trackers[0].id]},
        "start": {"option": "schedule", "start_date": "2026-09-22", "start_time": "08:00"},
        "notify": True,
    }
    changed = dana.patch(path, change, etag=saved.etag)
    assert (changed.status, changed.body["counts"]["total"]) == (200, 1)
    other = world.admin("dora").patch(path, {"notify": False}, etag=saved.etag)
    assert (other.status, other.code) == (412, "changed_meanwhile")
    machinery = Machinery(world)
    world.clock.set(datetime(2026, 9, 21, 13, 0, tzinfo=UTC))
    machinery.run()
    assert machinery.holding(assessment.id) == set()
    world.clock.set(datetime(2026, 9, 22, 13, 0, tzinfo=UTC))
    machinery.run()
    assert machinery.holding(assessment.id) == {trackers[0].id}
    assert machinery.mails() == ["tess@example.org"]
    late = dana.patch(path, {"notify": False}, etag=dana.get(path).etag)
    assert (late.status, late.code) == (409, "cannot_change")


def test_a_cancelled_one_is_never_delivered(world: World, dana: WorldPerson) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, assessment, start=start, notify=True)
    path = f"/v1/distributions/{saved.body['id']}"
    cancelled = dana.post(f"{path}/cancellation", etag=saved.etag)
    assert (cancelled.status, cancelled.body["state"]) == (200, "canceled")
    world.clock.set(datetime(2026, 9, 21, 12, 31, tzinfo=UTC))
    machinery = Machinery(world)
    machinery.run()
    assert (machinery.holding(assessment.id), machinery.mails()) == (set(), [])
    assert dana.post(f"{path}/cancellation", etag=cancelled.etag).status == 409


def test_a_cancelled_one_says_cancelled_everywhere_and_nowhere_pending(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, builders.an_assessment(world), start=start)
    assert (saved.body["counts"]["pending"], saved.body["counts"]["canceled"]) == (3, 0)
    path = f"/v1/distributions/{saved.body['id']}"
    answer = dana.post(f"{path}/cancellation", etag=saved.etag).body
    read, (listed,) = dana.get(path).body, dana.get("/v1/distributions").body["items"]
    for shown in (answer, read, listed):
        assert (shown["counts"]["pending"], shown["counts"]["canceled"]) == (0, 3)
    schools = [(each["school_id"], each["pending"], each["canceled"]) for each in read["schools"]]
    assert schools == [("north", 0, 2), ("south", 0, 1)]
    receipts = dana.get(f"{path}/receipts").body["items"]
    assert [each["state"] for each in receipts] == ["canceled"] * 3
    assert len(dana.get(f"{path}/receipts?state=canceled&school_id=north").body["items"]) == 2
    assert dana.get(f"{path}/receipts?state=pending").body["items"] == []
    job = dana.get(saved.headers["Location"]).body
    assert (job["state"], job["percent"]) == ("canceled", 100)
    assert (job["counts"]["canceled"], job["counts"]["total"]) == (3, 3)
    assert dana.get(f"{path}/results").body["class_counts"]["total"] == 0


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2027-03-14T00:00:00+10:00", "day_has_offset"),
        ("2027-03-14T00:00:00Z", "day_has_offset"),
        ("2027-03-14T00:00:00", "day_has_time"),
        (1805000000, "day_is_a_number"),
        ("1804982400", "day_is_a_number"),
    ],
)
def test_a_day_that_names_an_instant_is_refused_with_the_true_reason(
    world: World, dana: WorldPerson, day: object, code: str
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": day, "start_time": "07:30"}
    until = {"automatic_end_date": day}
    for said, pointer in (({"start": start}, "/start/start_date"), (until, "/automatic_end_date")):
        refused = hand_out(dana, assessment, **said)
        assert refused.status == 422
        assert [(e["pointer"], e["code"]) for e in refused.body["errors"]] == [(pointer, code)]
    assert dana.get("/v1/distributions").body["items"] == []


def test_delivery_is_reported_only_once_every_notice_is_written(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, builders.an_assessment(world), start=start, notify=True)
    path, job = f"/v1/distributions/{saved.body['id']}", saved.headers["Location"]
    assert saved.body["notification_state"] == "later"
    assert dana.get(f"{path}/emails").body["expected_count"] is None
    world.clock.set(datetime(2026, 9, 21, 12, 30, tzinfo=UTC))
    machinery = Machinery(world)
    machinery.tick()
    for record in world.messages("deliveries"):
        machinery.take("deliveries", record)
    world.messages("deliveries")  # the word to write the notices is lost
    read, mails = dana.get(path).body, dana.get(f"{path}/emails").body
    assert (read["state"], read["notification_state"]) == ("delivered", "writing")
    assert (mails["expected_count"], mails["written_count"], sum(mails["counts"].values())) == (
        3,
        0,
        0,
    )
    shown = dana.get(job).body
    assert shown["message"].endswith("The emails to teachers are not all written yet.")
    assert shown["resumes_at"] is not None
    recalled = dana.post(f"{path}/recall", {}, etag=dana.get(path).etag)
    assert recalled.body["notification_state"] == "held"
    assert dana.get(f"{path}/emails").body["expected_count"] == 3
    dana.post(f"{path}/restoration", etag=recalled.etag)
    world.clock.forward(minutes=1)
    machinery.run()
    read, mails = dana.get(path).body, dana.get(f"{path}/emails").body
    assert (read["notification_state"], mails["expected_count"], mails["written_count"]) == (
        "written",
        3,
        3,
    )
    assert dana.get(job).body["resumes_at"] is None
    (listed,) = dana.get("/v1/distributions").body["items"]
    assert listed["notification_state"] == "written"


def test_meant_are_those_who_have_the_class_on_that_day(world: World, dana: WorldPerson) -> None:
    """Sub has had Tess's class since the roster changed; Tess gets no e-mail and is not counted."""
    of_class = (
        Teacher(id="tess", name="Tess", spans=(("", "2026-09-01"),)),
        Teacher(id="sub", name="Sub", spans=(("2026-09-01", ""),)),
        Teacher(id="more", name="More", spans=(("2026-09-01", ""),)),
    )
    builders.a_tracker(world, "tess", teachers=of_class)
    saved = hand_out(dana, builders.an_assessment(world), notify=True)
    path, machinery = f"/v1/distributions/{saved.body['id']}", Machinery(world)
    for record in world.messages("deliveries"):
        machinery.take("deliveries", record)
    world.messages("deliveries")  # the word to write the notices is lost
    assert dana.get(path).body["notification_state"] == "writing"
    assert dana.get(f"{path}/emails").body["expected_count"] == 2
    world.clock.forward(minutes=10)
    machinery.run()
    mails = dana.get(f"{path}/emails").body
    assert (mails["expected_count"], mails["written_count"]) == (2, 2)


def test_without_notification_no_notice_is_meant(world: World, dana: WorldPerson) -> None:
    district(world)
    saved = hand_out(dana, builders.an_assessment(world))
    Machinery(world).run()
    path = f"/v1/distributions/{saved.body['id']}"
    assert dana.get(path).body["notification_state"] == "none"
    assert dana.get(f"{path}/emails").body["expected_count"] == 0


def test_the_same_key_again_gets_the_same_answer_and_makes_nothing_twice(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    body = {"assessment_id": assessment.id, "selection": {"whole_district": True}}
    first = dana.post("/v1/distributions", body, key="once")
    again = dana.post("/v1/distributions", body, key="once")
    assert (first.status, first.body) == (again.status, again.body)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]
    other = dana.post("/v1/distributions", {**body, "notify": True}, key="once")
    assert (other.status, other.code) == (422, "idempotency_key_reused")
    assert len(dana.get("/v1/distributions").body["items"]) == 1


def test_distributions_are_listed_newest_first_by_cursor(world: World, dana: WorldPerson) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    made = []
    for _ in range(5):
        world.clock.forward(seconds=1)
        made.append(hand_out(dana, assessment).body["id"])
    seen: list[str] = []
    path: str | None = "/v1/distributions?limit=2"
    while path:
        page = dana.get(path).body
        seen += [row["id"] for row in page["items"]]
        path = page["next"] and f"/v1/distributions?limit=2&cursor={page['next']}"
    assert seen == made[::-1]


def test_trackers_that_got_it_between_saving_and_delivery_are_skipped(
    world: World, dana: WorldPerson
) -> None:
    trackers = district(world)
    assessment = builders.an_assessment(world)
    machinery = Machinery(world)
    hand_out(dana, assessment, selection={"tracker_ids": [trackers[0].id]}, notify=True)
    second = hand_out(dana, assessment, notify=True)
    machinery.run()
    read = dana.get(f"/v1/distributions/{second.body['id']}").body
    assert (read["counts"]["delivered"], read["counts"]["skipped"]) == (2, 1)
    assert machinery.mails() == [
        "cole@example.org",
        "tess@example.org",
        "tess@example.org",
        "theo@example.org",
    ]


def test_nobody_but_a_district_admin_distributes(world: World, dana: WorldPerson) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    tess = world.teacher("tess")
    assert hand_out(tess, assessment).status == 403
    assert tess.get(f"/v1/assessments/{assessment.id}/matches").status == 403


def test_a_scheduled_one_starts_on_the_second_although_the_clock_ticks_by_the_minute(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    hand_out(dana, assessment, start=start)
    machinery = Machinery(world)
    world.clock.set(datetime(2026, 9, 21, 12, 29, 20, tzinfo=UTC))
    machinery.tick()
    waiting = world.list_delayed("deliveries")
    assert [delay for delay, _ in waiting] == [40]
    world.clock.set(datetime(2026, 9, 21, 12, 30, 0, tzinfo=UTC))
    machinery.take("deliveries", waiting[0][1])
    machinery.work()
    assert len(machinery.holding(assessment.id)) == 3


def test_a_distribution_postponed_after_the_tick_saw_it_does_not_start(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, assessment, start=start)
    machinery = Machinery(world)
    world.clock.set(datetime(2026, 9, 21, 12, 29, 20, tzinfo=UTC))
    machinery.tick()
    ((_, waiting),) = world.list_delayed("deliveries")
    later = {"start": {**start, "start_time": "09:00"}}
    assert dana.patch(f"/v1/distributions/{saved.body['id']}", later, etag=saved.etag).status == 200
    world.clock.set(datetime(2026, 9, 21, 12, 31, tzinfo=UTC))
    machinery.take("deliveries", waiting)
    machinery.run()
    assert machinery.holding(assessment.id) == set()


def test_new_time_zone_rules_keep_the_wall_time_that_was_meant(
    world: World, dana: WorldPerson
) -> None:
    """The rules of the day it was saved gave another instant than today's: 7:30 stays 7:30."""
    district(world)
    assessment = builders.an_assessment(world)
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = hand_out(dana, assessment, start=start).body
    repository = world.services.distribution_items
    made = repository.get(DISTRICT, saved["id"])
    assert made is not None
    for hours in (1, -1):
        utc = made.timing.start.utc + timedelta(hours=hours)
        old_rules = made.timing.start.model_copy(update={"utc": utc})
        timing = made.timing.model_copy(update={"start": old_rules})
        changed = {"timing": timing, "due": instant(utc), "version": made.version + 1}
        assert repository.put_off(DISTRICT, made, made.model_copy(update=changed))
        world.services = world.services.__class__(world.settings, world.clients, world.clock)
        use(world.services)  # a new deployment: new rules, new processes
        Machinery(world).tick()
        found = repository.get(DISTRICT, saved["id"])
        assert found is not None
        made = found
        assert made.due == "2026-09-21T12:30:00.000Z"


def test_a_full_tracker_is_skipped_and_says_so(world: World, dana: WorldPerson) -> None:
    tracker = builders.a_tracker(world)
    held = {f"assessments.A{n}": '["","teacher","","",""]' for n in range(MOST_ASSESSMENTS)}
    world.services.table.commit([Update(keys.tracker(DISTRICT, tracker.id), held)])
    saved = hand_out(dana, builders.an_assessment(world))
    Machinery(world).run()
    (receipt,) = dana.get(f"/v1/distributions/{saved.body['id']}/receipts").body["items"]
    assert (receipt["state"], receipt["reason"]) == ("skipped", "full")


def test_a_school_that_does_not_exist_is_named_and_nothing_is_saved(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    ticked = {"school_ids": ["north", "nroth"]}
    refused = hand_out(dana, builders.an_assessment(world), selection=ticked)
    assert (refused.status, refused.code) == (422, "schools_unknown")
    assert [each["pointer"] for each in refused.body["errors"]] == ["/selection/school_ids/1"]
    assert dana.get("/v1/distributions").body["items"] == []


def test_a_school_without_trackers_may_be_ticked_with_others(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    saved = hand_out(
        dana, builders.an_assessment(world), selection={"school_ids": ["north", "south"]}
    )
    assert (saved.status, saved.body["counts"]["total"]) == (202, 1)


def test_more_than_can_be_remembered_cannot_be_ticked(world: World, dana: WorldPerson) -> None:
    assessment = builders.an_assessment(world)
    many = {"tracker_ids": [f"{n:026}" for n in range(5001)], "school_ids": ["x" * 256]}
    refused = hand_out(dana, assessment, selection=many)
    pointers = [each["pointer"] for each in refused.body["errors"]]
    assert pointers == ["/selection/school_ids/0", "/selection/tracker_ids"]


def test_as_much_as_can_be_ticked_fits_an_item_of_the_table(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    saved = hand_out(dana, builders.an_assessment(world)).body["id"]
    made = world.services.distributions.read(dana.act().caller, saved).made
    schools = [f"{n:036}" for n in range(1000)]
    ticked = Selection(schools=schools, trackers=[f"{n:026}" for n in range(5000)])
    plan = made.plan.model_copy(update={"schools": dict.fromkeys(schools, 20)})
    full = made.model_copy(update={"selection": ticked, "schools": plan.schools, "plan": plan})
    assert len(full.model_dump_json()) < 390_000


def _is_put(write: Any) -> bool:
    return isinstance(write, Put)


def _one_of_many(n: int, title: str = "Math 3") -> Tracker:
    facts = {"owner": "tess", "owner_name": "Tess Example", "created": "2026-09-01T12:00:00.000Z"}
    return Tracker(
        id=f"{n:026}",
        title=title,
        school="north",
        class_id="c1",
        class_title="Math 3",
        set_id=builders.SET,
        mask=builders.mask_of(),
        levels=3,
        **facts,
    )


def test_of_two_admins_who_change_a_large_one_at_once_the_first_counts(
    world: World, dana: WorldPerson
) -> None:
    """The slower one has written the pages of a large plan before it learns that it is too late."""
    long = "x" * 3100  # a page is full with a single chunk of these
    world.services.table.put_all(
        put
        for n in range(8 * 99)
        for put in creation(DISTRICT, _one_of_many(n, long))
        if _is_put(put)
    )
    only = builders.a_tracker(world, "theo", school="south")
    start = {"option": "schedule", "start_date": "2026-10-01", "start_time": "08:00"}
    small = {"selection": {"school_ids": ["south"]}}
    saved = hand_out(dana, builders.an_assessment(world), start=start, **small)
    path = f"/v1/distributions/{saved.body['id']}"
    events = world.clients.dynamodb.meta.events
    faster: list[int] = []

    def overtake(**_: Any) -> None:
        events.unregister("before-call.dynamodb.TransactWriteItems", unique_id="overtake")
        faster.append(world.admin("dora").patch(path, small, etag=saved.etag).status)

    events.register("before-call.dynamodb.TransactWriteItems", overtake, unique_id="overtake")
    slower = dana.patch(path, {"selection": {"whole_district": True}}, etag=saved.etag)
    assert (faster, slower.status) == ([200], 412)
    receipts = dana.get(f"{path}/receipts").body["items"]
    assert [each["tracker_id"] for each in receipts] == [only.id]


def test_a_list_of_large_distributions_goes_on_beyond_a_megabyte(
    world: World, dana: WorldPerson
) -> None:
    district(world)
    saved = hand_out(dana, builders.an_assessment(world)).body["id"]
    made = world.services.distributions.read(dana.act().caller, saved).made
    ticked = Selection(trackers=[f"{n:026}" for n in range(5000)])
    for n in range(11):
        another = made.model_copy(update={"id": f"{n:026}", "selection": ticked, "due": ""})
        DistributionRepository(world.services.table).create(another, [], dana.act(), [])
    seen: list[str] = []
    page = dana.get("/v1/distributions?limit=9").body
    while True:
        seen += [each["id"] for each in page["items"]]
        if page["next"] is None:
            break
        assert len(page["items"]) == 9
        page = dana.get(f"/v1/distributions?limit=9&cursor={page['next']}").body
    assert len(set(seen)) == len(seen) == 12
    assert not any("selection" in each for each in page["items"])
