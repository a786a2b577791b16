"""Trackers that are added after delivery: delivered once, counted once, notified once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.distribution.model import Distribution
from chalicelib.distribution.repository import DistributionRepository
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson


def prepare_dana(world: World) -> WorldPerson:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo", "cole"):
        builders.a_person(world, teacher)
    return world.admin("dana")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


class AdditionScene:
    """A distribution that was delivered, and what an admin does with it."""

    def __init__(
        self, world: World, dana: WorldPerson, *, run: bool = True, **changes: Any
    ) -> None:
        self.world, self.dana, self.machinery = world, dana, Machinery(world)
        self.assessment = builders.an_assessment(world)
        body = {
            "assessment_id": self.assessment.id,
            "selection": {"whole_district": True},
            **changes,
        }
        self.id = dana.post("/v1/distributions", body).body["id"]
        self.path = f"/v1/distributions/{self.id}"
        self._run(run)

    def _run(self, run: bool) -> None:
        if run:
            self.machinery.run()

    def read(self) -> Any:
        return self.dana.get(self.path).body

    def add(self, *, run: bool = True, **ticked: Any) -> Reply:
        etag = self.dana.get(self.path).etag
        reply = self.dana.post(f"{self.path}/additions", {"selection": ticked}, etag=etag)
        self._run(run)
        return reply

    def retry(self, *, run: bool = True) -> Reply:
        reply = self.dana.post(f"{self.path}/retry", etag=self.dana.get(self.path).etag)
        self._run(run)
        return reply

    def receipts(self, query: str = "") -> dict[str, str]:
        items = self.dana.get(f"{self.path}/receipts{query}").body["items"]
        assert len({each["tracker_id"] for each in items}) == len(items), "a tracker twice"
        return {each["tracker_id"]: each["state"] for each in items}

    def adds_up(self) -> Counter[str]:
        """Every figure there is says the same; return how many receipts of each kind there are."""
        shown, receipts = self.read(), Counter(self.receipts().values())
        counts = shown["counts"]
        (listed,) = self.dana.get("/v1/distributions").body["items"]
        assert listed["counts"] == counts
        assert counts["total"] == receipts.total()
        for status in ("pending", "delivered", "skipped", "failed"):
            assert counts[status] == receipts[status], status
            assert sum(school[status] for school in shown["schools"]) == receipts[status], status
        return receipts


def test_a_tracker_made_later_is_added_and_those_in_it_are_left_out_and_counted(
    world: World, dana: WorldPerson
) -> None:
    first = builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    later = builders.a_tracker(world, "theo", school="south")
    added = handed.add(whole_district=True)
    assert (added.status, added.body["added_count"], added.body["left_out_count"]) == (202, 1, 1)
    assert added.headers["Location"] == f"/v1/jobs/distribution.{handed.id}"
    assert handed.machinery.holding(handed.assessment.id) == {first.id, later.id}
    assert handed.receipts() == {first.id: "delivered", later.id: "delivered"}
    assert handed.adds_up() == {"delivered": 2}
    assert handed.receipts("?school_id=south") == {later.id: "delivered"}
    assert handed.read()["state"] == "delivered"
    assert dana.get(added.headers["Location"]).body["percent"] == 100


def test_the_added_teacher_sees_it_as_the_others_do(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    later = builders.a_tracker(world, "theo")
    handed.add(tracker_ids=[later.id])
    (held,) = world.teacher("theo").get(f"/v1/trackers/{later.id}").body["assessments"]
    assert (held["source"], held["distribution_id"]) == ("district", handed.id)


def test_only_new_people_get_a_notice_of_an_addition(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana, notify=True)
    builders.a_tracker(world, "tess", title="Period 2")
    builders.a_tracker(world, "theo", collaborators=("cole", "tess"))
    handed.add(whole_district=True)
    told = ["cole@example.org", "tess@example.org", "theo@example.org"]
    assert handed.machinery.mails() == told
    assert [str(mail).count("Period 2") for mail in handed.machinery.texts()] == [0, 0, 0]


def test_nothing_to_add_is_refused_with_the_number_left_out(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    refused = handed.add(whole_district=True)
    assert (refused.status, refused.code) == (409, "nothing_to_add")
    assert refused.body["left_out_count"] == 1
    assert handed.read()["state"] == "delivered"


@pytest.mark.parametrize(
    ("ticked", "code"),
    [
        ({}, "nothing_selected"),
        ({"school_ids": ["nowhere"]}, "schools_unknown"),
        ({"school_ids": ["south"]}, "nothing_selected"),
        ({"tracker_ids": ["no-such"]}, "trackers_do_not_match"),
    ],
)
def test_a_selection_that_cannot_be_is_refused_as_at_saving(
    world: World, dana: WorldPerson, ticked: dict[str, Any], code: str
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    refused = handed.add(**ticked)
    assert (refused.status, refused.code) == (422, code)


def test_a_ticked_tracker_that_does_not_match_is_named(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    wrong = builders.a_tracker(world, "tess", missing="3.NB.2")
    refused = handed.add(tracker_ids=[wrong.id])
    (detail,) = refused.body["errors"]
    assert (detail["pointer"], detail["code"]) == ("/selection/tracker_ids/0", "missing_standards")


def test_only_what_was_delivered_is_added_to(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana, start={"option": "schedule", "start_date": "2026-10-01"})
    builders.a_tracker(world, "theo")
    refused = handed.add(whole_district=True)
    assert (refused.status, refused.code) == (409, "cannot_add")


def test_a_school_that_is_added_belongs_to_the_selection_and_a_tracker_does_not(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana, selection={"school_ids": ["north"]})
    single = builders.a_tracker(world, "theo", school="south")
    handed.add(tracker_ids=[single.id])
    assert handed.read()["selection"] == {
        "whole_district": False,
        "schools": [{"id": "north", "name": "North Elementary"}],
        "school_ids": ["north"],
        "tracker_ids": [],
    }
    builders.a_tracker(world, "theo", school="south")
    handed.add(school_ids=["south"])
    assert handed.read()["selection"]["school_ids"] == ["north", "south"]


@contextmanager
def unreachable(world: World) -> Iterator[None]:
    """The table takes no tracker's update; messages come for the last time."""

    def refuse(params: Any, **_: Any) -> Any:
        body = json.loads(params["body"])
        if not any("#TRACKER#" in json.dumps(each) for each in body["TransactItems"]):
            return None
        error = {"Code": "AccessDeniedException", "Message": "no"}
        return SimpleNamespace(status_code=400), {"Error": error, "ResponseMetadata": {}}

    events, name = world.clients.dynamodb.meta.events, "before-call.dynamodb.TransactWriteItems"
    events.register(name, refuse)
    try:
        yield
        for record in world.messages("deliveries"):
            record["attributes"]["ApproximateReceiveCount"] = "4"
            Machinery(world).take("deliveries", record)
    finally:
        events.unregister(name, refuse)
    Machinery(world).run()


def test_first_round_additions_and_retries_in_any_mix_add_up(
    world: World, dana: WorldPerson
) -> None:
    """Failures of the first round and of an addition, retried together; then more added."""
    trackers = [builders.a_tracker(world, "tess") for _ in range(2)]
    with unreachable(world):
        handed = AdditionScene(world, dana, notify=True, run=False)
    assert handed.adds_up() == {"failed": 2}
    trackers.append(builders.a_tracker(world, "theo", school="south"))
    assert handed.add(whole_district=True).body["left_out_count"] == 2
    assert handed.adds_up() == {"failed": 2, "delivered": 1}
    trackers.append(builders.a_tracker(world, "cole", school="south"))
    with unreachable(world):
        handed.add(run=False, whole_district=True)
    assert handed.adds_up() == {"failed": 3, "delivered": 1}
    with unreachable(world):
        handed.retry(run=False)
        assert handed.adds_up() == {"pending": 3, "delivered": 1}
    assert handed.adds_up() == {"failed": 3, "delivered": 1}
    assert handed.machinery.mails() == ["theo@example.org"]
    assert handed.retry().status == 202
    assert handed.adds_up() == {"delivered": 4}
    trackers.append(builders.a_tracker(world, "cole", title="Five"))
    handed.add(tracker_ids=[trackers[-1].id])
    assert handed.adds_up() == {"delivered": 5}
    assert handed.machinery.holding(handed.assessment.id) == {each.id for each in trackers}
    told = ["cole@example.org", "tess@example.org", "theo@example.org"]
    assert handed.machinery.mails() == told
    assert handed.retry().code == "nothing_failed"


def test_receipts_page_over_the_ends_of_rounds(world: World, dana: WorldPerson) -> None:
    everyone = [builders.a_tracker(world, "tess") for _ in range(2)]
    handed = AdditionScene(world, dana)
    for _ in range(2):
        everyone += [builders.a_tracker(world, "tess") for _ in range(2)]
        handed.add(whole_district=True)
    seen: list[str] = []
    page = dana.get(f"{handed.path}/receipts?limit=1").body
    while True:
        seen += [each["tracker_id"] for each in page["items"]]
        if page["next"] is None:
            break
        page = dana.get(f"{handed.path}/receipts?limit=1&cursor={page['next']}").body
    assert len(seen) == len(set(seen)) == 6
    assert set(seen) == {each.id for each in everyone}


def test_receipts_of_many_rounds_are_read_with_few_calls(world: World, dana: WorldPerson) -> None:
    """A year of automatic delivery is hundreds of rounds."""
    everyone = {builders.a_tracker(world, "tess").id}
    handed = AdditionScene(world, dana)
    for _ in range(9):
        everyone.add(builders.a_tracker(world, "tess").id)
        handed.add(whole_district=True)
    handed.receipts()  # names are read once
    calls: list[str] = []
    events = world.clients.dynamodb.meta.events
    note = lambda model, **_: calls.append(model.name)  # noqa: E731
    events.register("before-call.*.*", note)
    try:
        found = handed.receipts()
    finally:
        events.unregister("before-call.*.*", note)
    assert found == dict.fromkeys(everyone, "delivered")
    assert calls == ["BatchGetItem", "Query", "Query"]


def test_an_added_tracker_that_stops_matching_meanwhile_is_skipped_and_says_so(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    later = builders.a_tracker(world, "theo")
    etag = dana.get(handed.path).etag
    dana.post(f"{handed.path}/additions", {"selection": {"whole_district": True}}, etag=etag)
    theo, path = world.teacher("theo"), f"/v1/trackers/{later.id}"
    assert theo.patch(path, {"archived": True}, theo.get(path).etag).status == 200
    handed.machinery.run()
    assert handed.adds_up() == {"delivered": 1, "skipped": 1}
    (skipped,) = dana.get(f"{handed.path}/receipts?state=skipped").body["items"]
    assert skipped["reason"] == "archived"


def test_an_addition_skips_trackers_that_have_the_assessment(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    own, other = builders.a_tracker(world, "theo"), builders.a_tracker(world, "theo")
    body = {"assessment_id": handed.assessment.id}
    assert world.teacher("theo").post(f"/v1/trackers/{own.id}/assessments", body).status == 201
    (refused,) = handed.add(tracker_ids=[own.id]).body["errors"]
    assert refused["code"] == "already_there"
    assert handed.add(whole_district=True).body["added_count"] == 1
    assert other.id in handed.receipts()
    assert own.id not in handed.receipts()


def test_an_addition_skips_what_the_teacher_adds_meanwhile(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    own = builders.a_tracker(world, "theo")
    handed.add(whole_district=True, run=False)
    body = {"assessment_id": handed.assessment.id}
    assert world.teacher("theo").post(f"/v1/trackers/{own.id}/assessments", body).status == 201
    handed.machinery.run()
    (skipped,) = dana.get(f"{handed.path}/receipts?state=skipped").body["items"]
    assert (skipped["tracker_id"], skipped["reason"]) == (own.id, "already_there")


def test_the_same_addition_again_is_answered_as_the_first(world: World, dana: WorldPerson) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    builders.a_tracker(world, "theo")
    etag, body = dana.get(handed.path).etag, {"selection": {"whole_district": True}}
    first = dana.post(f"{handed.path}/additions", body, key="once", etag=etag)
    handed.machinery.run()
    again = dana.post(f"{handed.path}/additions", body, key="once", etag=etag)
    assert (first.status, again.status, again.body) == (202, 202, first.body)
    assert handed.adds_up() == {"delivered": 2}


def test_of_two_additions_at_once_the_second_gets_a_conflict(
    world: World, dana: WorldPerson
) -> None:
    builders.a_tracker(world, "tess")
    handed = AdditionScene(world, dana)
    builders.a_tracker(world, "theo")
    etag, body = dana.get(handed.path).etag, {"selection": {"whole_district": True}}
    assert dana.post(f"{handed.path}/additions", body, etag=etag).status == 202
    assert dana.post(f"{handed.path}/additions", body, etag=etag).status == 412


def test_a_distribution_saved_before_there_were_rounds_is_read_and_added_to(
    world: World, dana: WorldPerson
) -> None:
    """The record has a first generation, and every later one is a retry."""
    trackers = [builders.a_tracker(world, "tess") for _ in range(2)]
    with unreachable(world):
        handed = AdditionScene(world, dana, run=False)
    with unreachable(world):
        handed.retry(run=False)
    as_it_was_kept(world, handed.id)
    assert handed.adds_up() == {"failed": 2}
    trackers.append(builders.a_tracker(world, "theo"))
    handed.add(whole_district=True)
    assert handed.adds_up() == {"failed": 2, "delivered": 1}
    handed.retry()
    assert handed.adds_up() == {"delivered": 3}
    assert handed.machinery.holding(handed.assessment.id) == {each.id for each in trackers}


def as_it_was_kept(world: World, distribution: str) -> None:
    """Put the distribution back as an earlier release would have written it."""
    made = DistributionRepository(world.services.table).get(DISTRICT, distribution)
    assert made is not None
    new = {"version", "state", "started", "finished", "due", "counts", "settled"}
    new |= {"told", "runs", "automatic", "recall", "was_recalled"}
    doc = Distribution.model_dump_json(made, exclude=new)
    key = keys.distribution(DISTRICT, distribution)
    world.services.table.commit([Update(key, {"doc": doc}, remove=("told",))])
