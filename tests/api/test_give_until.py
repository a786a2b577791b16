"""The last day for giving classes an assessment: set, moved, shown, refused."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.test_activations import list_classes
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

TODAY, DAY, LATER = "2026-09-14", "2026-10-02", "2026-10-09"
"""The clock stands at noon of September 14, 2026, in Chicago."""
TOMORROW = {"option": "schedule", "start_date": "2026-09-15", "start_time": "08:00"}


class HandedOut:
    """One tracker, and a distribution to it with a day."""

    def __init__(self, world: World) -> None:
        self.world, self.machinery = world, Machinery(world)
        builders.a_set(world)
        builders.a_school(world, "north")
        builders.a_person(world, "tess")
        self.dana, self.tess = world.admin("dana"), world.teacher("tess")
        self.tracker = builders.a_tracker(world, "tess", class_id="c1").id
        self.assessment = builders.an_assessment(world).id

    def send(self, **changes: Any) -> Reply:
        body = {"assessment_id": self.assessment, "selection": {"whole_district": True}, **changes}
        return self.dana.post("/v1/distributions", body)

    def hand_out(self, **changes: Any) -> str:
        made = expect_ok(self.send(**changes))
        self.machinery.run()
        return f"/v1/distributions/{made.body['id']}"

    def change(self, path: str, **changes: Any) -> Reply:
        return self.dana.patch(path, changes, etag=self.dana.get(path).etag)

    def in_tracker(self) -> Any:
        (held,) = expect_ok(self.tess.get(f"/v1/trackers/{self.tracker}")).body["assessments"]
        return held["give_until_date"]


@pytest.fixture
def handed(world: World) -> HandedOut:
    return HandedOut(world)


def code(reply: Reply) -> tuple[int, str, str]:
    errors = reply.body.get("errors") or [{}]
    return reply.status, reply.body["code"], errors[0].get("pointer", "")


# -- of a distribution -----------------------------------------------------------------------------


def test_a_distribution_has_the_day_that_was_named_and_its_tracker_shows_it(
    handed: HandedOut,
) -> None:
    path = handed.hand_out(give_until_date=DAY)
    assert expect_ok(handed.dana.get(path)).body["give_until_date"] == DAY
    (listed,) = handed.dana.get("/v1/distributions").body["items"]
    assert listed["give_until_date"] == DAY
    assert handed.in_tracker() == DAY


def test_without_a_day_there_is_none_anywhere(handed: HandedOut) -> None:
    path = handed.hand_out()
    assert expect_ok(handed.dana.get(path)).body["give_until_date"] is None
    assert handed.in_tracker() is None


def test_the_day_of_a_delivered_one_is_moved_and_taken_away(handed: HandedOut) -> None:
    path = handed.hand_out(give_until_date=DAY)
    moved = expect_ok(handed.change(path, give_until_date=LATER)).body
    assert (moved["state"], moved["give_until_date"]) == ("delivered", LATER)
    assert handed.in_tracker() == LATER
    assert expect_ok(handed.change(path, give_until_date=None)).body["give_until_date"] is None
    assert handed.in_tracker() is None
    assert expect_ok(handed.change(path, give_until_date=TODAY)).body["give_until_date"] == TODAY
    assert handed.in_tracker() == TODAY


def test_the_day_of_a_delivered_one_is_moved_together_with_automatic_delivery(
    handed: HandedOut,
) -> None:
    path = handed.hand_out()
    moved = expect_ok(handed.change(path, give_until_date=DAY, automatic_end_date=LATER)).body
    assert (moved["give_until_date"], moved["automatic"]["end_date"]) == (DAY, LATER)
    assert (
        expect_ok(handed.change(path, give_until_date=LATER)).body["automatic"]["end_date"] == LATER
    )


def test_the_day_of_a_scheduled_one_is_changed_like_everything_else(handed: HandedOut) -> None:
    path = f"/v1/distributions/{expect_ok(handed.send(start=TOMORROW)).body['id']}"
    assert expect_ok(handed.change(path, give_until_date=DAY)).body["give_until_date"] == DAY
    assert expect_ok(handed.change(path, notify=True)).body["give_until_date"] == DAY
    later = {**TOMORROW, "start_date": "2026-10-05"}
    refused = handed.change(path, start=later)
    assert code(refused) == (422, "give_until_before_start", "/give_until_date")
    assert "October 5, 2026" in refused.body["detail"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"give_until_date": "2026-09-13"}, "give_until_in_the_past"),
        ({"give_until_date": TODAY, "start": TOMORROW}, "give_until_before_start"),
        ({"give_until_date": "2027-11-20"}, "give_until_too_far_ahead"),
    ],
)
def test_a_day_that_no_class_can_keep_is_refused(
    handed: HandedOut, said: dict[str, Any], why: str
) -> None:
    assert code(handed.send(**said)) == (422, why, "/give_until_date")
    body = {"assessment_id": handed.assessment, "selection": {"whole_district": True}, **said}
    previewed = handed.dana.post("/v1/distributions/preview", body)
    assert code(previewed) == (422, why, "/give_until_date")


def test_a_day_is_a_day_of_the_calendar(handed: HandedOut) -> None:
    assert handed.send(give_until_date="2026-10-02T08:00:00Z").body["code"] == "invalid_fields"


def test_the_day_of_one_that_does_not_stand_is_not_moved(handed: HandedOut) -> None:
    path = handed.hand_out(give_until_date=DAY)
    expect_ok(handed.dana.post(f"{path}/recall", {}, etag=handed.dana.get(path).etag))
    refused = handed.change(path, give_until_date=LATER)
    assert code(refused)[:2] == (409, "cannot_move_give_until")
    assert "Restore it first" in refused.body["detail"]


def test_a_preview_says_the_day_and_writes_nothing(handed: HandedOut) -> None:
    body = {"assessment_id": handed.assessment, "selection": {"whole_district": True}}
    shown = expect_ok(
        handed.dana.post("/v1/distributions/preview", {**body, "give_until_date": DAY})
    )
    assert shown.body["give_until_date"] == DAY
    assert shown.body["message"].endswith("Give it to your classes by Friday, October 2, 2026.")
    path = handed.hand_out()
    moved = expect_ok(handed.dana.post(f"{path}/preview", {"give_until_date": DAY})).body
    assert moved["message"] == (
        "Nothing is delivered by this change. Give it to your classes by Friday, October 2, 2026."
    )
    assert handed.in_tracker() is None


def test_a_mail_about_trackers_that_get_it_after_the_day_names_none(handed: HandedOut) -> None:
    path = handed.hand_out(give_until_date=TODAY, notify=True)
    handed.world.clock.forward(days=1)
    builders.a_person(handed.world, "theo")
    builders.a_tracker(handed.world, "theo", class_id="c2")
    body = {"selection": {"whole_district": True}}
    etag = handed.dana.get(path).etag
    expect_ok(handed.dana.post(f"{path}/additions", body, etag=etag))
    handed.machinery.run()
    first, second = (mail.get_body(("plain",)).get_content() for mail in handed.machinery.texts())
    assert "Give it by: Monday, September 14, 2026" in first
    assert "Give it by" not in second, "it is over"


def test_a_distribution_of_0_3_0_has_no_day(handed: HandedOut) -> None:
    path = handed.hand_out()
    key = keys.distribution(DISTRICT, path.rpartition("/")[2])
    stored = handed.world.services.table.get(key)
    assert stored is not None
    doc = stored["doc"].replace('"give_until":null,', "")
    assert doc != stored["doc"]
    handed.world.services.table.commit([Update(key, {"doc": doc})])
    assert expect_ok(handed.dana.get(path)).body["give_until_date"] is None
    assert expect_ok(handed.change(path, give_until_date=DAY)).body["give_until_date"] == DAY
    assert handed.in_tracker() == DAY


# -- of a test of a process ------------------------------------------------------------------------


def activate(team: TeamAtWork, person: WorldPerson, class_id: str, **more: Any) -> Reply:
    return person.post(f"{team.path}/activations", {"test": "pre", "class_id": class_id, **more})


def on_sheet(team: TeamAtWork, person: WorldPerson, class_id: str) -> Any:
    """Return the day of the sheet, which is the one in the list of sheets as well."""
    path = f"/v1/trackers/{team.trackers[class_id]}/sheets"
    (listed,) = expect_ok(person.get(path)).body["items"]
    opened = expect_ok(person.get(f"{path}/{team.pre_test}")).body
    assert listed["give_until_date"] == opened["give_until_date"]
    return opened["give_until_date"]


def test_an_activation_has_a_day_which_its_sheet_and_the_list_show(team: TeamAtWork) -> None:
    made = expect_ok(activate(team, team.mia, "c2", give_until_date=DAY))
    assert (made.status, made.body["give_until_date"]) == (201, DAY)
    assert on_sheet(team, team.mia, "c2") == DAY
    list_classes(team, "c2")
    (own,) = expect_ok(team.mia.get(f"{team.path}/activations")).body["items"]
    assert [test["give_until_date"] for test in own["tests"]] == [DAY]


def test_without_a_day_an_activation_has_none(team: TeamAtWork) -> None:
    assert expect_ok(activate(team, team.mia, "c2")).body["give_until_date"] is None
    assert on_sheet(team, team.mia, "c2") is None


def test_activating_again_moves_the_day_and_keeps_everything_else(team: TeamAtWork) -> None:
    first = expect_ok(activate(team, team.mia, "c2", give_until_date=DAY)).body
    expect_ok(enter(team, "c2"))
    again = expect_ok(activate(team, team.mia, "c2"))
    assert (again.status, again.body["give_until_date"]) == (200, DAY)
    moved = expect_ok(activate(team, team.mia, "c2", give_until_date=LATER)).body
    assert moved == {**first, "give_until_date": LATER, "reactivated": True,
                     "student_counts": moved["student_counts"]}  # fmt: skip
    assert moved["student_counts"]["tested"] == 1
    assert on_sheet(team, team.mia, "c2") == LATER
    gone = expect_ok(activate(team, team.mia, "c2", give_until_date=None)).body
    assert gone["give_until_date"] is None
    assert on_sheet(team, team.mia, "c2") is None


def enter(team: TeamAtWork, class_id: str) -> Reply:
    path = f"/v1/trackers/{team.trackers[class_id]}/sheets/{team.pre_test}"
    shown = expect_ok(team.mia.get(path))
    scores = [
        {"item_id": n, "points": each} if n == 3 else {"item_id": n, "response": each}
        for n, each in enumerate(RIGHT, 1)
    ]
    sent = {"students": [{"student_id": team.students[class_id][0], "scores": scores}]}
    return team.mia.patch(path, sent, etag=shown.etag)


def test_saving_results_keeps_the_day(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2", give_until_date=DAY))
    assert expect_ok(enter(team, "c2")).body["give_until_date"] == DAY
    assert on_sheet(team, team.mia, "c2") == DAY


def test_a_day_that_is_over_or_far_is_refused(team: TeamAtWork) -> None:
    over = activate(team, team.mia, "c2", give_until_date="2026-09-13")
    assert code(over) == (422, "give_until_in_the_past", "/give_until_date")
    far = activate(team, team.mia, "c2", give_until_date="2027-11-20")
    assert code(far) == (422, "give_until_too_far_ahead", "/give_until_date")
    assert expect_ok(activate(team, team.mia, "c2", give_until_date=TODAY)).status == 201


def test_of_two_days_the_first_counts(team: TeamAtWork) -> None:
    """A process of the same team with the same test, and a later day."""
    expect_ok(activate(team, team.mia, "c2", give_until_date=LATER))
    second = team.begin("Unit 5")
    body = {"test": "pre", "class_id": "c2", "give_until_date": DAY}
    expect_ok(team.mia.post(f"/v1/processes/{second}/activations", body))
    assert on_sheet(team, team.mia, "c2") == DAY
