"""A recall hides distributed assessments, and a restore brings them back: nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.mail.model import Event
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import Tracker
from tests.api.results_scene import RIGHT, WRONG, Results
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

OF_THE_ACT = ("#DISTRIBUTION#", "#AUDIT#", "#DUE", "#DONE#", "#AUTOMATIC#")
"""Partitions that recall and restore may change."""


@pytest.fixture
def dana(world: World) -> WorldPerson:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo"):
        builders.a_person(world, teacher)
    return world.admin("dana")


@pytest.fixture
def trackers(world: World) -> list[Tracker]:
    return [builders.a_tracker(world, "tess"), builders.a_tracker(world, "theo", school="south")]


class RecallScene:
    """A distribution, delivered unless it is scheduled, and what an admin does with it."""

    def __init__(self, world: World, dana: WorldPerson, **changes: Any) -> None:
        self.world, self.dana, self.machinery = world, dana, Machinery(world)
        self.assessment = builders.an_assessment(world)
        body = {
            "assessment_id": self.assessment.id,
            "selection": {"whole_district": True},
            **changes,
        }
        self.path = f"/v1/distributions/{dana.post('/v1/distributions', body).body['id']}"
        self.machinery.run()

    def read(self) -> Any:
        return self.dana.get(self.path).body

    def do(self, what: str, body: Any = None, **more: Any) -> Reply:
        etag = self.dana.get(self.path).etag
        return self.dana.post(f"{self.path}/{what}", body, etag=etag, **more)


def list_held(teacher: WorldPerson, tracker: Tracker) -> list[str]:
    opened = teacher.get(f"/v1/trackers/{tracker.id}").body
    return [held["assessment_id"] for held in opened["assessments"]]


def test_a_recalled_one_is_gone_from_trackers_at_once_and_back_when_restored(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed, tess = RecallScene(world, dana), world.teacher("tess")
    assert list_held(tess, trackers[0]) == [handed.assessment.id]
    recalled = handed.do("recall", {"comment": "Item 4 has two right answers"})
    assert (recalled.status, recalled.body["state"]) == (200, "recalled")
    assert list_held(tess, trackers[0]) == []
    assert handed.machinery.holding(handed.assessment.id) == {t.id for t in trackers}
    restored = handed.do("restoration")
    assert (restored.status, restored.body["state"], restored.body["recall"]) == (
        200,
        "delivered",
        None,
    )
    assert list_held(tess, trackers[0]) == [handed.assessment.id]


def test_recall_says_who_when_and_why_everywhere(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    handed.do("recall", {"comment": "  Wrong\nweek "})
    why = {
        "recalled_by_id": "dana",
        "recalled_by_name": "Dana Example",
        "comment": "Wrong week",
    }
    assert handed.read()["recall"] == {"recalled_at": "2026-09-14T17:00:00.000Z", **why}
    (listed,) = dana.get("/v1/distributions").body["items"]
    assert (listed["state"], listed["recall"]["comment"]) == ("recalled", "Wrong week")
    job = dana.get(f"/v1/jobs/distribution.{handed.path.split('/')[-1]}").body
    assert (job["state"], job["percent"]) == ("done", 100)
    assert job["message"] == "Recalled; 2 trackers hold it and do not show it."
    receipts = dana.get(f"{handed.path}/receipts").body["items"]
    assert [(r["state"], r["recalled"]) for r in receipts] == [("delivered", True)] * 2
    handed.do("restoration")
    receipts = dana.get(f"{handed.path}/receipts").body["items"]
    assert [r["recalled"] for r in receipts] == [False, False]


def test_recall_needs_no_reason_and_no_body(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    assert handed.do("recall").body["recall"]["comment"] == ""


def test_recall_and_restore_touch_nothing_but_the_distribution(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    """Trackers, scores, rows: byte for byte as before, while it is recalled and afterwards."""
    handed = RecallScene(world, dana, automatic_end_date="2026-12-18")
    sheet = {"rows": "ab:cd", "summary": "{}"}
    world.services.table.commit([Update(keys.sheet(DISTRICT, "c1", handed.assessment.id), sheet)])
    before = read_untouched(world)
    assert any("SHEET#" in sk for _, sk in before)
    handed.do("recall", {"comment": "Later"})
    assert read_untouched(world) == before
    handed.do("restoration")
    assert read_untouched(world) == before


def read_untouched(world: World) -> dict[tuple[str, str], Any]:
    return {
        (item["pk"]["S"], item["sk"]["S"]): item
        for item in world.items()
        if not any(part in item["pk"]["S"] for part in OF_THE_ACT)
    }


def test_recall_is_one_write_however_many_trackers(world: World, dana: WorldPerson) -> None:
    for _ in range(5):
        builders.a_tracker(world, "tess")
    handed = RecallScene(world, dana)
    calls: list[Any] = []
    events = world.clients.dynamodb.meta.events
    events.register("before-parameter-build.*.TransactWriteItems", _noting(calls))
    try:
        handed.do("recall")
        handed.do("restoration")
    finally:
        events.unregister("before-parameter-build.*.TransactWriteItems", _noting(calls))
    recall, restore = calls
    assert [len(recall), len(restore)] == [3, 3], "distribution, mark, audit"


def _noting(calls: list[Any], known: dict[int, Any] = {}) -> Any:  # noqa: B006 - one per list
    def note(params: Any, **_: Any) -> None:
        calls.append(params["TransactItems"])

    return known.setdefault(id(calls), note)


@pytest.mark.parametrize(
    ("state", "what", "code"),
    [
        ("scheduled", "recall", "cannot_recall"),
        ("delivered", "restoration", "cannot_restore"),
        ("recalled", "recall", "cannot_recall"),
    ],
)
def test_an_act_that_is_not_possible_now_is_refused_with_the_way_out(
    world: World, dana: WorldPerson, trackers: list[Tracker], state: str, what: str, code: str
) -> None:
    start = {"option": "schedule", "start_date": "2026-10-01"}
    handed = RecallScene(world, dana, **({"start": start} if state == "scheduled" else {}))
    if state == "recalled":
        handed.do("recall")
    refused = handed.do(what)
    assert (refused.status, refused.code) == (409, code)
    assert handed.read()["state"] == state


def test_the_answer_lists_the_possible_acts(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    assert handed.read()["allowed"] == ["add", "automate", "move_give_until", "recall"]
    handed.do("recall")
    assert handed.read()["allowed"] == ["restore"]


@pytest.mark.parametrize("what", ["retry", "additions", "cancellation"])
def test_while_recalled_nothing_else_is_done(
    world: World, dana: WorldPerson, trackers: list[Tracker], what: str
) -> None:
    handed = RecallScene(world, dana)
    handed.do("recall")
    body = {"selection": {"whole_district": True}} if what == "additions" else None
    refused = handed.do(what, body)
    assert refused.status == 409
    assert "Restore it first" in refused.body["detail"]


def test_recall_is_conditional_and_needs_the_version(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    assert dana.post(f"{handed.path}/recall").status == 428
    stale = dana.post(f"{handed.path}/recall", etag='"1"')
    assert (stale.status, handed.read()["state"]) == (412, "delivered")


def test_the_same_recall_again_is_answered_as_the_first(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    etag = dana.get(handed.path).etag
    first = dana.post(f"{handed.path}/recall", {}, key="once", etag=etag)
    again = dana.post(f"{handed.path}/recall", {}, key="once", etag=etag)
    assert (first.status, again.status, again.body) == (200, 200, first.body)


def test_each_is_in_the_audit_trail(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    handed.do("recall", {"comment": "About a person"})
    handed.do("restoration")
    trail = [item for item in world.items() if "#AUDIT#" in item["pk"]["S"]]
    verbs = [item["verb"]["S"] for item in trail]
    assert {"recall_distribution", "restore_distribution"} <= set(verbs)
    assert not any("About" in str(item) for item in trail), "no words of people in the trail"


def test_a_teacher_cannot_add_what_lies_there_recalled(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed, tess = RecallScene(world, dana), world.teacher("tess")
    handed.do("recall")
    path, body = (
        f"/v1/trackers/{trackers[0].id}/assessments",
        {"assessment_id": handed.assessment.id},
    )
    refused = tess.post(path, body)
    assert (refused.status, refused.code) == (409, "recalled_in_tracker")
    handed.do("restoration")
    assert tess.post(path, body).code == "already_in_tracker"


def test_a_teacher_cannot_add_to_another_tracker_what_was_recalled_with_results(
    world: World,
) -> None:
    results = world.scene(Results)
    results.enter("c1", RIGHT, WRONG)
    results.enter("c2", RIGHT)
    second = builders.a_tracker(world, "tess", class_id="c1", title="Math c1, again")
    path = f"/v1/trackers/{second.id}/assessments"
    body = {"assessment_id": results.assessment}
    tess, etag = results.people["tess"], results.dana.get(results.path).etag
    assert results.dana.post(f"{results.path}/recall", etag=etag).status == 200
    refused = tess.post(path, body)
    assert (refused.status, refused.code) == (409, "recalled_in_class")
    assert "restore" in refused.body["detail"]
    etag = results.dana.get(results.path).etag
    assert results.dana.post(f"{results.path}/restoration", etag=etag).status == 200
    assert tess.post(path, body).status == 201


def test_distributing_a_recalled_assessment_leaves_out_its_trackers(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana)
    handed.do("recall")
    new = builders.a_tracker(world, "tess", title="Period 3")
    body = {"assessment_id": handed.assessment.id, "selection": {"whole_district": True}}
    second = dana.post("/v1/distributions", body).body["id"]
    handed.machinery.run()
    receipts = dana.get(f"/v1/distributions/{second}/receipts").body["items"]
    found = {r["tracker_id"]: (r["state"], r["reason"]) for r in receipts}
    assert found == {new.id: ("delivered", "")}


def test_notices_that_were_not_written_go_out_after_restore(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(
        world, dana, start={"option": "schedule", "start_date": "2026-09-15"}, notify=True
    )
    world.clock.set(datetime(2026, 9, 15, 12, 0, tzinfo=UTC))
    handed.machinery.tick()
    for record in world.messages("deliveries"):
        handed.machinery.take("deliveries", record)
    (word,) = world.messages("deliveries")
    assert "notify" in word["body"]
    handed.do("recall")
    handed.machinery.take("deliveries", word)
    world.clock.forward(minutes=5)
    handed.machinery.run()
    assert handed.machinery.mails() == []
    handed.do("restoration")
    handed.machinery.run()
    assert handed.machinery.mails() == ["tess@example.org", "theo@example.org"]


def test_mails_that_were_queued_wait_for_restore_and_go_once(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(
        world, dana, start={"option": "schedule", "start_date": "2026-09-15"}, notify=True
    )
    world.clock.set(datetime(2026, 9, 15, 12, 0, tzinfo=UTC))
    handed.machinery.tick()
    while records := world.messages("deliveries"):
        for record in records:
            handed.machinery.take("deliveries", record)
    handed.do("recall")
    for _ in range(3):
        handed.machinery.run()
        world.clock.forward(minutes=10)
    assert handed.machinery.mails() == []
    assert dana.get(f"{handed.path}/emails").body["counts"]["queued"] == 2
    handed.do("restoration")
    for _ in range(3):
        handed.machinery.run()
        world.clock.forward(minutes=10)
    assert handed.machinery.mails() == ["tess@example.org", "theo@example.org"]


@pytest.mark.parametrize("written", [True, False], ids=["written before", "written after"])
def test_restoring_tells_nobody_of_a_class_that_is_past_by_then(
    world: World, dana: WorldPerson, written: bool
) -> None:
    """Tess has a class that is past and one that is not, theo one that is past."""
    for title, owner, ends in (
        ("Fall class", "tess", "2026-09-18"),
        ("Long class", "tess", "2026-12-18"),
        ("Other class", "theo", "2026-09-18"),
    ):
        builders.a_tracker(world, owner, title=title, ends=ends)
    start = {"option": "schedule", "start_date": "2026-09-15"}
    handed = RecallScene(world, dana, start=start, notify=True)
    world.clock.set(datetime(2026, 9, 15, 12, 0, tzinfo=UTC))
    handed.machinery.tick()
    for record in world.messages("deliveries"):
        handed.machinery.take("deliveries", record)
    words = world.messages("deliveries")
    if written:
        for word in words:
            handed.machinery.take("deliveries", word)
    handed.do("recall")
    handed.machinery.run()
    world.clock.set(datetime(2026, 9, 19, 12, 0, tzinfo=UTC))
    handed.do("restoration")
    for _ in range(2):
        handed.machinery.run()
        world.clock.forward(minutes=10)
    assert handed.machinery.mails() == ["tess@example.org"]
    [mail] = handed.machinery.texts()
    said = mail.get_body(("plain",)).get_content()
    assert "now in your tracker." in said
    assert "Long class" in said
    assert "Fall class" not in said
    counts = dana.get(f"{handed.path}/emails").body["counts"]
    assert (counts["sent"] + counts["delivered"], counts["skipped"], counts["queued"]) == (1, 1, 0)
    reasons = {item["person"]["S"]: item.get("reason", {}).get("S") for item in mails_of(world)}
    assert reasons == {"tess": "", "theo": "classes_over"}


def mails_of(world: World) -> list[Any]:
    return [item for item in world.items() if "#MAIL#" in item["pk"]["S"]]


def test_a_worker_that_still_saw_the_recall_holds_nothing_back_after_restore(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    start = {"option": "schedule", "start_date": "2026-09-15"}
    handed = RecallScene(world, dana, start=start, notify=True)
    world.clock.set(datetime(2026, 9, 15, 12, 0, tzinfo=UTC))
    handed.machinery.tick()
    while records := world.messages("deliveries"):
        for record in records:
            handed.machinery.take("deliveries", record)
    outbox = world.services.outbox
    reference = outbox.list_queued(handed.path.split("/")[-1])[0]
    handed.do("recall")
    seen = outbox.read(reference)
    assert seen is not None
    held = seen.apply_event(Event.HOLD)
    assert held is not None
    handed.do("restoration")
    for record in world.messages("deliveries"):
        handed.machinery.take("deliveries", record)
    assert not outbox.move(seen, held, world.clock.now())
    assert reference in outbox.stuck(world.clock.now(), 100)


def test_people_with_a_notice_get_no_second_one_after_a_restore(
    world: World, dana: WorldPerson, trackers: list[Tracker]
) -> None:
    handed = RecallScene(world, dana, notify=True)
    for _ in range(2):
        handed.do("recall")
        handed.machinery.run()
        handed.do("restoration")
        handed.machinery.run()
    assert handed.machinery.mails() == ["tess@example.org", "theo@example.org"]
    assert handed.read()["state"] == "delivered"


def test_a_tracker_without_anything_of_the_district_asks_nothing_more(
    world: World, dana: WorldPerson
) -> None:
    tracker = builders.a_tracker(world, "tess")
    tess = world.teacher("tess")
    tess.get(f"/v1/trackers/{tracker.id}")  # names are read once
    calls: list[str] = []
    events = world.clients.dynamodb.meta.events
    note = lambda model, **_: calls.append(model.name)  # noqa: E731
    events.register("before-call.*.*", note)
    try:
        tess.get(f"/v1/trackers/{tracker.id}")
    finally:
        events.unregister("before-call.*.*", note)
    assert calls.count("BatchGetItem") == 1, "only the sign-in"
