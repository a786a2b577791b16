"""The selection before a distribution: who has the assessment, the rest, and what saving does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.rosters.model import Teacher
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson


@pytest.fixture
def dana(world: World) -> WorldPerson:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo", "cole"):
        builders.a_person(world, teacher)
    return world.admin("dana")


class Selecting:
    """Four matching trackers at two schools and one that lacks a standard."""

    def __init__(self, world: World, dana: WorldPerson) -> None:
        self.world, self.dana, self.machinery = world, dana, Machinery(world)
        self.first = builders.a_tracker(world, "tess", collaborators=("cole",)).id
        self.second = builders.a_tracker(world, "tess", title="Math 3, period 2").id
        self.third = builders.a_tracker(world, "theo").id
        self.south = builders.a_tracker(world, "theo", school="south").id
        self.lacking = builders.a_tracker(world, "tess", missing="3.NB.2").id
        self.assessment = builders.an_assessment(world).id
        self.path = f"/v1/assessments/{self.assessment}/matches"

    def body(self, **changes: Any) -> dict[str, Any]:
        return {"assessment_id": self.assessment, "selection": {"whole_district": True}, **changes}

    def hand_out(self, *, run: bool = True, **changes: Any) -> Reply:
        reply = self.dana.post("/v1/distributions", self.body(**changes))
        if run and reply.status == 202:
            self.machinery.run()
        return reply

    def counts(self) -> dict[str, tuple[int, int, int]]:
        found = self.dana.get(self.path).body
        shown = {
            row["school_id"]: (row["matching_count"], row["existing_count"], row["tracker_count"])
            for row in found["items"]
        }
        sums = tuple(sum(column) for column in zip(*shown.values(), strict=True))
        assert sums == (found["matching_count"], found["existing_count"], found["tracker_count"])
        return shown

    def expand(self, school: str = "north") -> dict[str, dict[str, Any]]:
        items = self.dana.get(f"{self.path}/{school}").body["items"]
        return {each["tracker_id"]: each for each in items}

    def add_by_teacher(self, person: str, tracker: str) -> None:
        body = {"assessment_id": self.assessment}
        added = self.world.teacher(person).post(f"/v1/trackers/{tracker}/assessments", body)
        assert added.status == 201, added.body


@pytest.fixture
def selecting(world: World, dana: WorldPerson) -> Selecting:
    return Selecting(world, dana)


def test_trackers_with_the_assessment_are_counted_apart_from_matching_ones(
    selecting: Selecting,
) -> None:
    assert selecting.counts() == {"north": (3, 0, 4), "south": (1, 0, 1)}
    selecting.hand_out(selection={"tracker_ids": [selecting.first]})
    selecting.add_by_teacher("theo", selecting.south)
    assert selecting.counts() == {"north": (2, 1, 4), "south": (0, 1, 1)}


def test_schools_are_found_by_name_or_where_something_matches_and_sums_stay_the_districts(
    world: World, selecting: Selecting
) -> None:
    builders.a_school(world, "west", "Álamo Middle")

    def find_schools(query: str) -> tuple[list[str], int]:
        body = selecting.dana.get(f"{selecting.path}?{query}").body
        return [each["school_id"] for each in body["items"]], body["matching_count"]

    assert find_schools("text=alamo") == (["west"], 4)
    assert find_schools("text=elementary+SOU") == (["south"], 4)
    assert find_schools("matching=true") == (["north", "south"], 4)
    assert find_schools("matching=true&text=alamo") == ([], 4)
    first = selecting.dana.get(f"{selecting.path}?text=elementary&limit=1").body
    following = find_schools(f"text=elementary&limit=1&cursor={first['next']}")
    assert (first["items"][0]["school_id"], following) == ("north", (["south"], 4))


def test_an_expanded_school_has_the_date_and_the_source(selecting: Selecting) -> None:
    saved = selecting.hand_out(selection={"tracker_ids": [selecting.third]})
    selecting.world.clock.forward(seconds=3600)
    selecting.add_by_teacher("cole", selecting.first)
    found = selecting.expand()
    assert [each["matches"] for each in found.values()] == [True, False, False, False]
    brought, added = found[selecting.third], found[selecting.first]
    for each in (brought, added):
        assert (each["reason"], bool(each["message"])) == ("already_there", True)
    assert brought["existing"] == {
        "added_at": "2026-09-14T17:00:00.000Z",
        "source": "district",
        "added_by_id": "dana",
        "added_by_name": "Dana Example",
        "distribution_id": saved.body["id"],
        "recalled": False,
    }
    assert added["existing"] == {
        "added_at": "2026-09-14T18:00:00.000Z",
        "source": "teacher",
        "added_by_id": "cole",
        "added_by_name": "Cole Example",
        "distribution_id": None,
        "recalled": False,
    }
    assert found[selecting.second]["existing"] is None
    assert found[selecting.lacking]["missing_standards"] == ["3.NB.2"]


def test_a_recalled_assessment_counts_as_had_and_says_so(selecting: Selecting) -> None:
    saved = selecting.hand_out(selection={"tracker_ids": [selecting.third]})
    path = f"/v1/distributions/{saved.body['id']}"
    etag = selecting.dana.get(path).etag
    assert selecting.dana.post(f"{path}/recall", {}, etag=etag).status == 200
    choice = selecting.expand()[selecting.third]
    assert (choice["matches"], choice["reason"]) == (False, "recalled_there")
    assert choice["existing"]["recalled"] is True
    assert selecting.counts()["north"] == (2, 1, 4)


def test_the_rest_is_one_selection(selecting: Selecting) -> None:
    selecting.hand_out(selection={"tracker_ids": [selecting.first]})
    selecting.add_by_teacher("theo", selecting.south)
    rest = selecting.hand_out()
    path = f"/v1/distributions/{rest.body['id']}"
    counts = selecting.dana.get(path).body["counts"]
    assert (counts["total"], counts["delivered"], counts["skipped"]) == (2, 2, 0)
    receipts = selecting.dana.get(f"{path}/receipts").body["items"]
    assert {each["tracker_id"] for each in receipts} == {selecting.second, selecting.third}
    assert selecting.counts() == {"north": (0, 3, 4), "south": (0, 1, 1)}


def test_the_preview_says_when_everybody_has_it(selecting: Selecting) -> None:
    selecting.hand_out()
    refused = selecting.hand_out()
    assert (refused.status, refused.code) == (422, "all_trackers_have_it")
    north = selecting.hand_out(selection={"school_ids": ["north"]})
    assert north.code == "all_trackers_have_it"


def test_a_ticked_tracker_that_has_it_or_lacks_standards_is_refused_by_name(
    selecting: Selecting,
) -> None:
    selecting.hand_out(selection={"tracker_ids": [selecting.first]})
    ticked = [selecting.lacking, selecting.second, selecting.first]
    refused = selecting.hand_out(selection={"tracker_ids": ticked})
    assert (refused.status, refused.code) == (422, "trackers_do_not_match")
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [
        ("/selection/tracker_ids/0", "missing_standards"),
        ("/selection/tracker_ids/2", "already_there"),
    ]
    assert refused.body["errors"][0]["message"].endswith("It lacks 3.NB.2.")


def test_a_changed_selection_leaves_out_who_has_it_by_then(selecting: Selecting) -> None:
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = selecting.hand_out(selection={"school_ids": ["south"]}, start=start)
    selecting.add_by_teacher("tess", selecting.second)
    path = f"/v1/distributions/{saved.body['id']}"
    changed = selecting.dana.patch(path, {"selection": {"whole_district": True}}, etag=saved.etag)
    assert changed.body["counts"]["total"] == 3


def test_assessments_from_an_earlier_release_count_too(selecting: Selecting) -> None:
    """It kept nothing but the entry in the tracker, and the mark that somebody uses it."""
    entry = TrackerEntry(
        selecting.assessment, "2026-09-02T12:00:00.000Z", AssessmentSource.TEAM, "theo", "Check"
    )
    held = {f"assessments.{selecting.assessment}": entry.serialize()}
    selecting.world.services.table.commit(
        [
            Update(keys.tracker(DISTRICT, selecting.third), held),
            Update(keys.assessment_header(DISTRICT, selecting.assessment), {"used": True}),
        ]
    )
    assert selecting.counts()["north"] == (2, 1, 4)
    has = selecting.expand()[selecting.third]["existing"]
    assert (has["source"], has["added_by_name"]) == ("team", "Theo Example")


def test_a_tracker_matches_again_after_its_teacher_removed_it(selecting: Selecting) -> None:
    entry = TrackerEntry(
        selecting.assessment, "2026-09-02T12:00:00.000Z", AssessmentSource.TEACHER, "theo", "Check"
    )
    out = entry.take_out("2026-09-03T12:00:00.000Z", "theo")
    selecting.world.services.table.commit(
        [
            Update(
                keys.tracker(DISTRICT, selecting.third),
                {f"assessments.{selecting.assessment}": out.serialize()},
            ),
            Update(keys.assessment_header(DISTRICT, selecting.assessment), {"used": True}),
        ]
    )
    assert selecting.counts()["north"] == (3, 0, 4)
    assert selecting.expand()[selecting.third]["matches"] is True
    selecting.hand_out(selection={"tracker_ids": [selecting.third]})
    assert selecting.counts()["north"] == (2, 1, 4)


def test_a_preview_says_what_saving_would_do_and_saves_nothing(selecting: Selecting) -> None:
    selecting.hand_out(selection={"tracker_ids": [selecting.third]})
    before = selecting.world.items()
    start = {"option": "now", "start_date": "2026-09-21", "start_time": "07:30"}
    body = selecting.body(notify=True, start=start)
    shown = selecting.dana.post("/v1/distributions/preview", body)
    assert shown.status == 200
    assert selecting.world.items() == before
    answer = shown.body
    assert (answer["tracker_count"], answer["school_count"], answer["recipient_count"]) == (3, 2, 3)
    left_out = {each["reason"]: each["tracker_count"] for each in answer["left_out"]}
    assert left_out == {"already_there": 1, "missing_standards": 1}
    assert (answer["option"], answer["switched_to_schedule"]) == ("schedule", True)
    assert answer["start"]["utc"] == "2026-09-21T12:30:00Z"
    assert answer["message"] == (
        "3 trackers at 2 schools would get it on Monday, September 21, 2026 at 7:30 AM CDT "
        "(America/Chicago). 3 people would get an email, unless they declined such emails."
    )
    saved = selecting.hand_out(notify=True, start=start)
    assert saved.body["counts"]["total"] == answer["tracker_count"]
    selecting.world.clock.set(datetime(2026, 9, 21, 12, 30, tzinfo=UTC))
    selecting.machinery.run()
    assert len(selecting.machinery.mails()) == answer["recipient_count"]


def test_a_preview_counts_who_has_the_class_on_the_day_of_delivery(
    world: World, dana: WorldPerson
) -> None:
    """Sub has Tess's class until the Monday after next, then Theo; Cole works on the tracker."""
    selecting = Selecting(world, dana)
    of_class = (
        Teacher(id="sub", name="Sub", spans=(("", "2026-09-28"),)),
        Teacher(id="theo", name="Theo", spans=(("2026-09-28", ""),)),
        Teacher(id="more", name="More", spans=(("2026-09-28", ""),)),
    )
    tracker = builders.a_tracker(world, "tess", teachers=of_class, collaborators=("cole",)).id
    chosen = {"tracker_ids": [tracker]}
    now = selecting.body(notify=True, selection=chosen)
    assert dana.post("/v1/distributions/preview", now).body["recipient_count"] == 2
    start = {"option": "schedule", "start_date": "2026-09-28", "start_time": "07:30"}
    later = selecting.body(notify=True, selection=chosen, start=start)
    body = dana.post("/v1/distributions/preview", later).body
    assert body["recipient_count"] == 3
    saved = selecting.hand_out(notify=True, selection=chosen, start=start)
    path = f"/v1/distributions/{saved.body['id']}"
    assert dana.post(f"{path}/preview", {"notify": True}).body["recipient_count"] == 3
    world.clock.set(datetime(2026, 9, 28, 12, 30, tzinfo=UTC))
    selecting.machinery.run()
    mails = dana.get(f"{path}/emails").body
    assert (mails["written_count"], mails["expected_count"]) == (3, 3)


def test_a_class_that_is_over_by_the_day_of_delivery_is_refused_in_true_words(
    selecting: Selecting,
) -> None:
    soon = builders.a_tracker(selecting.world, "tess", ends="2026-09-20").id
    start = {"option": "schedule", "start_date": "2026-09-28", "start_time": "07:30"}
    refused = selecting.hand_out(selection={"tracker_ids": [soon]}, start=start)
    (detail,) = refused.body["errors"]
    assert (refused.status, detail["code"]) == (422, "class_past")
    assert detail["message"].endswith("end before the delivery.")
    assert selecting.hand_out(selection={"tracker_ids": [soon]}).status == 202


def test_a_preview_counts_past_classes_only_where_nothing_else_is_against_them(
    selecting: Selecting,
) -> None:
    """Past classes of other subjects and of years ago are nobody's loss."""
    past = "2026-09-11"
    builders.a_tracker(selecting.world, "tess", ends=past)
    for changed in ({"set_id": "other.set"}, {"levels": 4}, {"missing": "3.NB.2"}):
        builders.a_tracker(selecting.world, "tess", ends=past, **changed)
    body = selecting.dana.post("/v1/distributions/preview", selecting.body()).body
    left_out = {each["reason"]: each["tracker_count"] for each in body["left_out"]}
    assert left_out == {"class_past": 1, "missing_standards": 1}


def test_a_ticked_tracker_of_a_past_class_is_refused_for_that_whatever_else_it_lacks(
    selecting: Selecting,
) -> None:
    past = builders.a_tracker(selecting.world, "tess", ends="2026-09-11", missing="3.NB.2").id
    refused = selecting.dana.post(
        "/v1/distributions/preview", selecting.body(selection={"tracker_ids": [past]})
    )
    assert [each["code"] for each in refused.body["errors"]] == ["class_past"]


def test_a_preview_without_notification_mails_nobody(selecting: Selecting) -> None:
    body = selecting.dana.post("/v1/distributions/preview", selecting.body()).body
    assert (body["recipient_count"], body["option"]) == (0, "now")
    assert body["message"].startswith("4 trackers at 2 schools would get it now. 0 people")


def test_a_preview_is_refused_as_saving_is(selecting: Selecting) -> None:
    body = selecting.body(selection={"tracker_ids": [selecting.lacking]})
    refused = selecting.dana.post("/v1/distributions/preview", body)
    assert (refused.status, refused.code) == (422, "trackers_do_not_match")


def test_a_change_is_previewed_until_it_starts(selecting: Selecting) -> None:
    start = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
    saved = selecting.hand_out(start=start, selection={"school_ids": ["north"]})
    path = f"/v1/distributions/{saved.body['id']}"
    kept = selecting.dana.post(f"{path}/preview", {"notify": True}).body
    assert (kept["tracker_count"], kept["recipient_count"], kept["left_out"]) == (3, 3, [])
    wider = selecting.dana.post(f"{path}/preview", {"selection": {"whole_district": True}}).body
    assert (wider["tracker_count"], wider["school_count"]) == (4, 2)
    assert [each["reason"] for each in wider["left_out"]] == ["missing_standards"]
    assert selecting.dana.get(path).body["counts"]["total"] == 3
    cancelled = selecting.dana.post(f"{path}/cancellation", etag=saved.etag)
    assert cancelled.status == 200
    late = selecting.dana.post(f"{path}/preview", {"notify": True})
    assert (late.status, late.code) == (409, "cannot_change")


def test_a_preview_names_schools_who_has_it_and_who_would_get_mail(selecting: Selecting) -> None:
    selecting.hand_out(selection={"tracker_ids": [selecting.third]})
    body = selecting.dana.post("/v1/distributions/preview", selecting.body(notify=True)).body
    assert body["by_school"] == [
        {"school_id": "north", "school_name": "North Elementary", "tracker_count": 2,
         "existing_count": 1},
        {"school_id": "south", "school_name": "South Elementary", "tracker_count": 1,
         "existing_count": 0},
    ]  # fmt: skip
    assert [(each["tracker_id"], each["owner_name"]) for each in body["existing"]] == [
        (selecting.third, "Theo Example")
    ]
    assert [(each["person_name"], each["tracker_count"]) for each in body["recipients"]] == [
        ("Cole Example", 1),
        ("Tess Example", 2),
        ("Theo Example", 1),
    ]
    assert body["recipient_count"] == len(body["recipients"])


def test_both_ways_out_of_a_time_that_the_clocks_skip_are_taken(selecting: Selecting) -> None:
    def preview(day: str, at: str) -> Reply:
        start = {"option": "schedule", "start_date": day, "start_time": at}
        return selecting.dana.post("/v1/distributions/preview", selecting.body(start=start))

    refused = preview("2027-03-14", "02:30")
    assert (refused.status, refused.body["code"]) == (422, "start_time_does_not_exist")
    ways_out = [refused.body[name].split("T") for name in ("before", "after")]
    texts = [preview(*way).body["start"]["text"] for way in ways_out]
    assert texts == [
        "Sunday, March 14, 2027 at 1:59 AM CST (America/Chicago)",
        "Sunday, March 14, 2027 at 3:00 AM CDT (America/Chicago)",
    ]


def test_of_a_time_that_comes_twice_both_can_be_had(selecting: Selecting) -> None:
    def start(**which: str) -> Any:
        said = {"option": "schedule", "start_date": "2026-11-01", "start_time": "01:30", **which}
        body = selecting.body(start=said)
        return selecting.dana.post("/v1/distributions/preview", body).body["start"]

    assert start()["ambiguous"] is True
    assert start()["text"] == "Sunday, November 1, 2026 at 1:30 AM CDT (America/Chicago)"
    assert start(occurrence="later")["text"].endswith("1:30 AM CST (America/Chicago)")


# -- scheduled twice ---------------------------------------------------------------------------

MONDAY = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}
TUESDAY = {"option": "schedule", "start_date": "2026-09-22", "start_time": "07:30"}


def test_a_preview_names_what_is_scheduled_for_the_same_trackers(selecting: Selecting) -> None:
    first = selecting.hand_out(start=MONDAY, selection={"school_ids": ["north"]}).body["id"]
    body = selecting.dana.post("/v1/distributions/preview", selecting.body(start=TUESDAY)).body
    (other,) = body["scheduled"]
    assert (other["distribution_id"], other["tracker_count"]) == (first, 3)
    assert other["start"]["utc"] == "2026-09-21T12:30:00Z"
    assert body["tracker_count"] == 4
    assert body["message"].endswith(
        "3 trackers are already in a distribution that is scheduled for Monday, September 21, 2026 "
        "at 7:30 AM CDT (America/Chicago). Each gets it once; the later distribution skips it."
    )


def test_of_several_schedules_each_tracker_counts_once_in_the_sentence(
    selecting: Selecting,
) -> None:
    later = selecting.hand_out(start=TUESDAY, selection={"school_ids": ["north"]}).body["id"]
    soon = selecting.hand_out(start=MONDAY, selection={"tracker_ids": [selecting.first]}).body["id"]
    body = selecting.dana.post("/v1/distributions/preview", selecting.body()).body
    found = [(each["distribution_id"], each["tracker_count"]) for each in body["scheduled"]]
    assert found == [(soon, 1), (later, 3)]
    assert "3 trackers are already in 2 distributions that are scheduled." in body["message"]


def test_other_trackers_other_assessments_and_canceled_distributions_are_not_named(
    selecting: Selecting,
) -> None:
    selecting.hand_out(start=MONDAY, selection={"school_ids": ["south"]})
    gone = selecting.hand_out(start=MONDAY)
    etag, path = gone.etag, f"/v1/distributions/{gone.body['id']}"
    assert selecting.dana.post(f"{path}/cancellation", etag=etag).status == 200
    other = builders.an_assessment(selecting.world).id
    selecting.hand_out(start=MONDAY, assessment_id=other)
    body = selecting.body(selection={"school_ids": ["north"]})
    answer = selecting.dana.post("/v1/distributions/preview", body).body
    assert (answer["scheduled"], "scheduled" in answer["message"]) == ([], False)


def test_a_change_and_a_repetition_are_previewed_beside_what_is_scheduled(
    selecting: Selecting,
) -> None:
    first = selecting.hand_out(start=MONDAY, selection={"school_ids": ["north"]}).body["id"]
    second = selecting.hand_out(start=TUESDAY).body["id"]

    def list_scheduled(path: str, body: dict[str, Any]) -> list[tuple[str, int]]:
        answer = selecting.dana.post(f"/v1/distributions/{path}", body).body
        return [(each["distribution_id"], each["tracker_count"]) for each in answer["scheduled"]]

    for body in ({"notify": True}, {"notify": False}, {"selection": {"whole_district": True}}):
        assert list_scheduled(f"{second}/preview", body) == [(first, 3)]
    assert list_scheduled(f"{first}/preview", {"notify": False}) == [(second, 3)]
    again = list_scheduled(f"{second}/repetitions/preview", {"start": TUESDAY})
    assert again == [(first, 3), (second, 4)]


def test_a_doubled_schedule_delivers_once_and_keeps_the_results(
    selecting: Selecting,
) -> None:
    """The later distribution skips the trackers that have it, and brings it to the rest."""
    selecting.hand_out(start=MONDAY, selection={"school_ids": ["north"]})
    second = selecting.hand_out(start=TUESDAY).body["id"]
    for day in (21, 22):
        selecting.world.clock.set(datetime(2026, 9, day, 12, 30, tzinfo=UTC))
        selecting.machinery.run()
        if day == 21:
            held = selecting.world.services.trackers.find_entries(
                DISTRICT, [selecting.first], selecting.assessment
            )
    shown = selecting.dana.get(f"/v1/distributions/{second}").body
    assert (shown["counts"]["delivered"], shown["counts"]["skipped"]) == (1, 3)
    receipts = selecting.dana.get(f"/v1/distributions/{second}/receipts").body["items"]
    reasons = {each["tracker_id"]: each["reason"] for each in receipts}
    assert reasons.pop(selecting.south) == ""
    assert set(reasons.values()) == {"already_there"}
    after = selecting.world.services.trackers.find_entries(
        DISTRICT, [selecting.first], selecting.assessment
    )
    assert after == held
