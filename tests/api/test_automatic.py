"""New trackers that match receive it automatically, until the end of the last day (D12)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.trackers.model import Tracker
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

LAST_DAY = "2026-09-18"
"""A Friday; the district's clock is at noon of the Monday before."""


def prepare_dana(world: World) -> WorldPerson:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo", "cole"):
        builders.a_person(world, teacher)
    classrooms.a_course(world)
    classrooms.a_class(world, "c1", "tess")
    classrooms.a_class(world, "c2", "theo", school="south")
    builders.a_tracker(world, "cole", class_id="c9")
    return world.admin("dana")


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


class Automatic:
    """A distribution that continues automatically, and the days that pass."""

    def __init__(self, world: World, dana: WorldPerson, **changes: Any) -> None:
        self.world, self.dana, self.machinery = world, dana, Machinery(world)
        self.assessment = builders.an_assessment(world)
        self.saved = dana.post("/v1/distributions", self.body(changes))
        self.path = f"/v1/distributions/{self.saved.body.get('id')}"
        self.pass_time()

    def body(self, said: dict[str, Any]) -> dict[str, Any]:
        whole = {"assessment_id": self.assessment.id, "selection": {"whole_district": True}}
        return {**whole, "automatic_end_date": LAST_DAY, **said}

    def pass_time(self, minutes: int = 3) -> None:
        """Let some minutes go by, as they do."""
        for _ in range(minutes):
            self.machinery.run()
            self.world.clock.forward(minutes=1)

    def until(self, day: int, hour: int, minute: int) -> None:
        """Let it become a moment, in UTC, with nothing happening before."""
        self.world.clock.set(datetime(2026, 9, day, hour, minute, tzinfo=UTC))

    def change(self, **changes: Any) -> Reply:
        return self.dana.patch(self.path, changes, self.dana.get(self.path).etag)

    def do(self, what: str) -> Reply:
        return self.dana.post(f"{self.path}/{what}", etag=self.dana.get(self.path).etag)

    def read(self) -> Any:
        return self.dana.get(self.path).body

    def has(self, tracker: str) -> bool:
        return tracker in self.machinery.holding(self.assessment.id)


def make(world: World, teacher: str, class_id: str = "c1", **changes: Any) -> str:
    """Make a tracker as a teacher; return its id."""
    body = {"class_id": class_id, "standards_set_id": builders.SET, "level_count": 3, **changes}
    reply = world.teacher(teacher).post("/v1/trackers", body)
    assert reply.status == 201, reply.body
    made: str = reply.body["id"]
    return made


def change_tracker(world: World, teacher: str, tracker: str, **changes: Any) -> None:
    person, path = world.teacher(teacher), f"/v1/trackers/{tracker}"
    assert person.patch(path, changes, person.get(path).etag).status == 200


# -- what an admin says ---------------------------------------------------------------------------


def test_the_end_has_its_zone_and_instant(world: World, dana: WorldPerson) -> None:
    shown = Automatic(world, dana).read()["automatic"]
    assert shown == {
        "end_date": LAST_DAY,
        "end": {
            "local": "2026-09-19T00:00",
            "time_zone": "America/Chicago",
            "utc_offset": "-05:00",
            "utc": "2026-09-19T05:00:00Z",
            "ambiguous": False,
            "text": "Saturday, September 19, 2026 at 12:00 AM CDT (America/Chicago)",
        },
    }


def test_without_an_end_date_nothing_continues_automatically(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana, automatic_end_date=None)
    assert handed.read()["automatic"] is None
    later = make(world, "tess")
    handed.pass_time()
    assert not handed.has(later)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"automatic_end_date": "2026-09-13"}, "automatic_until_in_the_past"),
        ({"automatic_end_date": "2027-10-20"}, "automatic_until_too_far_ahead"),
        (
            {"start": {"option": "schedule", "start_date": "2026-09-19"}},
            "automatic_until_before_start",
        ),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(
    world: World, dana: WorldPerson, said: dict[str, Any], code: str
) -> None:
    refused = Automatic(world, dana, **said).saved
    assert (refused.status, refused.code) == (422, code)
    assert refused.body["errors"][0]["pointer"] == "/automatic_end_date"


@pytest.mark.parametrize("day", ["2026-09-14", "2027-10-19"])
def test_today_is_the_first_day_that_can_be_and_four_hundred_days_ahead_the_last(
    world: World, dana: WorldPerson, day: str
) -> None:
    assert Automatic(world, dana, automatic_end_date=day).saved.status == 202


def test_a_choice_of_single_trackers_cannot_continue_automatically(
    world: World, dana: WorldPerson
) -> None:
    tracker = builders.a_tracker(world, "tess")
    refused = Automatic(world, dana, selection={"tracker_ids": [tracker.id]}).saved
    assert (refused.status, refused.code) == (422, "automatic_needs_schools")


# -- what comes of it -----------------------------------------------------------------------------


def test_a_new_tracker_that_matches_receives_it_and_its_teacher_gets_email(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana, notify=True)
    assert handed.machinery.mails() == ["cole@example.org"]
    later = make(world, "tess")
    handed.pass_time()
    assert handed.has(later)
    shown = handed.read()
    assert (shown["state"], shown["counts"]["total"], shown["counts"]["delivered"]) == (
        "delivered",
        2,
        2,
    )
    assert handed.machinery.mails() == ["cole@example.org", "tess@example.org"]
    receipts = dana.get(f"{handed.path}/receipts").body["items"]
    assert [r["state"] for r in receipts if r["tracker_id"] == later] == ["delivered"]


def test_every_tracker_of_a_batch_receives_it(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    body = {"course_ids": ["math-3"], "standards_set_id": builders.SET, "level_count": 3}
    assert dana.post("/v1/tracker-batches", body).status == 202
    handed.pass_time()
    assert handed.read()["counts"]["delivered"] == 3
    assert handed.read()["counts"]["total"] == 3


@pytest.mark.parametrize(
    ("made", "changed"),
    [
        ({"standards": ["3.NB.1"]}, {"standards": list(builders.CODES)}),
        ({"level_count": 4}, {"level_count": 3}),
    ],
)
def test_a_tracker_that_is_changed_so_that_it_matches_receives_it(
    world: World, dana: WorldPerson, made: dict[str, Any], changed: dict[str, Any]
) -> None:
    handed = Automatic(world, dana)
    later = make(world, "tess", **made)
    handed.pass_time()
    assert not handed.has(later)
    change_tracker(world, "tess", later, **changed)
    handed.pass_time()
    assert handed.has(later)


def test_a_tracker_that_is_taken_out_of_the_archive_receives_it(
    world: World, dana: WorldPerson
) -> None:
    later = make(world, "tess")
    change_tracker(world, "tess", later, archived=True)
    handed = Automatic(world, dana)
    assert not handed.has(later)
    change_tracker(world, "tess", later, archived=False)
    handed.pass_time()
    assert handed.has(later)


def test_one_that_was_skipped_and_matches_again_receives_it_and_is_counted_once(
    world: World, dana: WorldPerson
) -> None:
    later = make(world, "tess")
    start = {"option": "schedule", "start_date": "2026-09-15"}
    handed = Automatic(world, dana, start=start)
    change_tracker(world, "tess", later, archived=True)
    handed.until(15, 12, 1)
    handed.pass_time()
    counts = {"total": 2, "delivered": 1, "skipped": 1, "failed": 0, "pending": 0, "canceled": 0}
    assert handed.read()["counts"] == counts
    change_tracker(world, "tess", later, archived=False)
    handed.pass_time()
    assert handed.has(later)
    counts = {"total": 2, "delivered": 2, "skipped": 0, "failed": 0, "pending": 0, "canceled": 0}
    assert handed.read()["counts"] == counts
    (listed,) = dana.get("/v1/distributions").body["items"]
    assert listed["counts"] == counts
    assert sum(school["delivered"] for school in handed.read()["schools"]) == 2
    receipts = dana.get(f"{handed.path}/receipts").body["items"]
    assert [r["state"] for r in receipts] == ["delivered", "delivered"]


def test_it_goes_to_the_schools_that_were_selected(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana, selection={"school_ids": ["north"]})
    north, south = make(world, "tess"), make(world, "theo", "c2")
    handed.pass_time()
    assert (handed.has(north), handed.has(south)) == (True, False)
    etag = dana.get(handed.path).etag
    dana.post(f"{handed.path}/additions", {"selection": {"school_ids": ["south"]}}, etag=etag)
    handed.pass_time()
    another = make(world, "theo", "c2", title="Another")
    handed.pass_time()
    assert handed.has(another), "the school that was added belongs to the selection"


def test_trackers_made_while_it_waits_for_its_time_receive_it_too(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana, start={"option": "schedule", "start_date": "2026-09-15"})
    later = make(world, "tess")
    handed.pass_time()
    assert not handed.has(later)
    handed.until(15, 12, 0)
    handed.pass_time()
    assert handed.has(later)
    assert handed.read()["counts"]["total"] == 2


def test_several_open_at_once_each_get_the_tracker(world: World, dana: WorldPerson) -> None:
    several = [Automatic(world, dana) for _ in range(3)]
    later = make(world, "tess")
    several[0].pass_time()
    assert all(handed.has(later) for handed in several)


# -- until when -----------------------------------------------------------------------------------


def test_the_last_day_counts_whole_and_no_minute_more(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    handed.until(19, 4, 59)
    in_time = make(world, "tess")
    handed.until(19, 5, 0)
    late = make(world, "tess", title="Late")
    handed.pass_time()
    assert (handed.has(in_time), handed.has(late)) == (True, False)
    assert handed.read()["automatic"]["end_date"] == LAST_DAY


def test_another_last_day_can_be_set_after_delivery(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana, automatic_end_date=None)
    missed = make(world, "tess")
    handed.pass_time()
    changed = handed.change(automatic_end_date=LAST_DAY)
    assert (changed.status, changed.body["automatic"]["end_date"]) == (200, LAST_DAY)
    handed.pass_time()
    assert handed.has(missed), "those that came in between"
    later = make(world, "tess", title="Later")
    handed.pass_time()
    assert handed.has(later)


def test_a_longer_one_goes_on_and_a_shorter_one_ends_sooner(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana)
    handed.change(automatic_end_date="2026-09-21")
    handed.until(19, 6, 0)
    later = make(world, "tess")
    handed.pass_time()
    assert handed.has(later)
    handed.change(automatic_end_date="2026-09-19")
    handed.until(20, 5, 0)
    late = make(world, "tess", title="Late")
    handed.pass_time()
    assert not handed.has(late)


def test_however_late_it_is_looked_for_them_only_those_made_in_time_come(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana, automatic_end_date=None)
    handed.until(19, 4, 58)
    in_time = make(world, "tess")
    handed.until(19, 4, 59)
    handed.change(automatic_end_date=LAST_DAY)
    handed.until(19, 5, 10)
    late = make(world, "tess", title="Late")
    handed.pass_time()
    assert (handed.has(in_time), handed.has(late)) == (True, False)


def test_it_can_be_stopped(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    stopped = handed.change(automatic_end_date=None)
    assert (stopped.status, stopped.body["automatic"]) == (200, None)
    later = make(world, "tess")
    handed.pass_time()
    assert not handed.has(later)


def test_a_scheduled_one_can_be_changed_in_it(world: World, dana: WorldPerson) -> None:
    start = {"option": "schedule", "start_date": "2026-09-15"}
    handed = Automatic(world, dana, automatic_end_date=None, start=start)
    assert handed.change(automatic_end_date=LAST_DAY).body["automatic"]["end_date"] == LAST_DAY
    assert handed.change(notify=True).body["automatic"]["end_date"] == LAST_DAY
    beyond = handed.change(start={"option": "schedule", "start_date": "2026-09-25"})
    assert beyond.code == "automatic_until_before_start"
    handed.until(15, 12, 0)
    handed.pass_time()
    later = make(world, "tess")
    handed.pass_time()
    assert handed.has(later)


def test_of_a_delivered_one_nothing_else_is_changed(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    refused = handed.change(automatic_end_date=LAST_DAY, notify=True)
    assert (refused.status, refused.code) == (409, "cannot_change")
    past = handed.change(automatic_end_date="2026-09-01")
    assert past.code == "automatic_until_in_the_past"


def test_while_recalled_nothing_comes_and_restored_all_of_it_does(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana)
    before = make(world, "tess")
    handed.do("recall")
    meanwhile = make(world, "tess", title="Meanwhile")
    handed.pass_time()
    assert not handed.has(before)
    assert not handed.has(meanwhile)
    assert handed.change(automatic_end_date=None).code == "cannot_automate"
    handed.do("restoration")
    handed.pass_time()
    assert handed.has(before)
    assert handed.has(meanwhile)


def test_a_cancelled_one_brings_in_nobody(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana, start={"option": "schedule", "start_date": "2026-09-15"})
    handed.do("cancellation")
    later = make(world, "tess")
    handed.until(16, 12, 0)
    handed.pass_time()
    assert not handed.has(later)


# -- what it costs --------------------------------------------------------------------------------


def test_a_tracker_that_nothing_open_wants_leaves_no_word(world: World, dana: WorldPerson) -> None:
    Automatic(world, dana)
    make(world, "tess", standards=["3.NB.1"])
    make(world, "tess", level_count=4)
    assert not due(world)


def test_however_many_are_open_a_tracker_leaves_one_word(world: World, dana: WorldPerson) -> None:
    for _ in range(3):
        Automatic(world, dana)
    make(world, "tess")
    assert len(due(world)) == 1


def test_a_change_that_does_not_decide_matching_asks_and_leaves_nothing(
    world: World, dana: WorldPerson
) -> None:
    handed = Automatic(world, dana)
    later = make(world, "tess")
    handed.pass_time()
    calls: list[str] = []
    events = world.clients.dynamodb.meta.events
    note = lambda model, **_: calls.append(model.name)  # noqa: E731
    events.register("before-call.*.Query", note)
    try:
        change_tracker(world, "tess", later, title="Renamed")
    finally:
        events.unregister("before-call.*.Query", note)
    assert (calls, due(world)) == ([], [])


def test_nothing_is_left_when_everything_was_brought_in(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    make(world, "tess")
    handed.pass_time(5)
    assert not due(world)


def test_it_is_an_addition_of_the_same_distribution(world: World, dana: WorldPerson) -> None:
    handed = Automatic(world, dana)
    make(world, "tess")
    handed.pass_time()
    made = world.services.distribution_items.get(DISTRICT, handed.path.split("/")[-1])
    assert made is not None
    assert [each.kind.value for each in made.rounds] == ["first", "addition"]


def due(world: World) -> list[Any]:
    return [item for item in world.items() if item["pk"]["S"] == f"{DISTRICT}#DUE"]


def test_a_tracker_builder_is_what_the_api_makes(world: World, dana: WorldPerson) -> None:
    """The trackers above match for the reason they should."""
    made = make(world, "tess")
    (row,) = world.services.trackers.rows_of(DISTRICT, [made])
    expected: Tracker = builders.a_tracker(world, "tess")
    assert (row.mask, row.levels, row.fit) == (expected.mask, expected.levels, expected.fit)


def test_a_preview_says_what_a_change_of_automatic_delivery_alone_does(
    world: World, dana: WorldPerson
) -> None:
    delivered = Automatic(world, dana, notify=True)
    assert delivered.read()["state"] == "delivered"
    before = world.items()
    for day, said in (
        ("2026-12-18", "would get it automatically until the end of December 18, 2026."),
        (None, "would no longer get it automatically."),
    ):
        change = {"automatic_end_date": day}
        shown = dana.post(f"{delivered.path}/preview", change)
        assert shown.status == 200, shown.body
        assert shown.body["message"].startswith("Nothing is delivered by this change. New trackers")
        assert shown.body["message"].endswith(said)
        assert (
            shown.body["tracker_count"],
            shown.body["recipient_count"],
            shown.body["left_out"],
        ) == (1, 0, [])
        assert world.items() == before
        saved = delivered.change(**change)
        assert saved.status == 200
        assert saved.body["automatic"] == shown.body["automatic"]
        before = world.items()


def test_a_preview_of_automatic_delivery_is_refused_as_saving_it_is(
    world: World, dana: WorldPerson
) -> None:
    delivered = Automatic(world, dana)
    for change in (
        {"automatic_end_date": "2026-09-01"},
        {"automatic_end_date": LAST_DAY, "notify": True},
    ):
        shown, saved = dana.post(f"{delivered.path}/preview", change), delivered.change(**change)
        assert (shown.status, shown.code) == (saved.status, saved.code)
        assert saved.status in (409, 422)
    delivered.do("recall")
    change = {"automatic_end_date": LAST_DAY}
    shown, saved = dana.post(f"{delivered.path}/preview", change), delivered.change(**change)
    assert shown.code == saved.code == "cannot_automate"
