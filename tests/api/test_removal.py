"""Taking an assessment out of a tracker: results are kept, and it can come back."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.storage import keys
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.test_activations import activate, enter, standings
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson


class RemovalBoard:
    """Lena's tracker of the class c1, which holds a test that she added herself."""

    def __init__(self, team: TeamAtWork) -> None:
        self.team, self.lena = team, team.lena
        self.test = team.a_test("Unit check", visibility="district", creator=team.dana)
        self.path = f"/v1/trackers/{team.trackers['c1']}"
        self.item = f"{self.path}/assessments/{self.test}"
        self.sheet = f"{self.path}/sheets/{self.test}"
        self.add()

    def add(self) -> Reply:
        return expect_ok(self.lena.post(f"{self.path}/assessments", {"assessment_id": self.test}))

    def remove(self, person: WorldPerson | None = None, etag: str = "") -> Reply:
        who = person or self.lena
        return who.delete(self.item, etag=etag or self.lena.get(self.path).etag)

    def restore(self, person: WorldPerson | None = None) -> Reply:
        etag = self.lena.get(self.path).etag
        return (person or self.lena).post(f"{self.item}/restoration", etag=etag)

    def list_ids(self, what: str = "assessments") -> list[str]:
        return [each["assessment_id"] for each in self.lena.get(self.path).body[what]]

    def results_in_mastery(self) -> int:
        grid = expect_ok(self.lena.get(f"{self.path}/mastery")).body
        return sum(
            cell["assessment_count"] for line in grid["students"] for cell in line["mastery"]
        )

    def enter(self) -> None:
        enter(self.lena, self.sheet, c1s0=RIGHT)


@pytest.fixture
def board(world: World) -> RemovalBoard:
    return RemovalBoard(world.scene(TeamAtWork))


def code(reply: Reply) -> str:
    return f"{reply.status} {reply.body['code']}"


# -- what becomes of it ----------------------------------------------------------------------------


def test_without_results_it_goes(board: RemovalBoard) -> None:
    gone = board.remove()
    assert (gone.status, gone.body["assessments"], gone.body["taken_out"]) == (200, [], [])
    item = board.team.world.services.table.get(keys.tracker(DISTRICT, board.team.trackers["c1"]))
    assert item is not None
    assert item["assessments"] == {}
    assert board.lena.get(board.sheet).status == 404
    board.add()
    assert board.list_ids() == [board.test]


def test_with_results_it_is_hidden_and_out_of_mastery_and_comes_back_as_it_was(
    board: RemovalBoard,
) -> None:
    board.enter()
    sheet, mastered = expect_ok(board.lena.get(board.sheet)).body, board.results_in_mastery()
    assert mastered == 2
    removed = expect_ok(board.remove())
    assert removed.body["assessments"] == []
    (kept,) = removed.body["taken_out"]
    assert (kept["assessment_id"], kept["title"], kept["source"], kept["taken_out_by_id"]) == (
        board.test,
        "Unit check",
        "teacher",
        "lena",
    )
    assert kept["taken_out_at"] == "2026-09-14T17:00:00.000Z"
    assert (board.list_ids(), board.list_ids("taken_out")) == ([], [board.test])
    assert board.results_in_mastery() == 0
    assert expect_ok(board.lena.get(f"{board.path}/sheets")).body["items"] == []
    assert code(board.lena.get(board.sheet)) == "404 assessment_removed"
    assert code(board.lena.get(f"{board.sheet}/analysis")) == "404 assessment_removed"
    restored = expect_ok(board.restore())
    assert (restored.body["taken_out"], board.list_ids()) == ([], [board.test])
    assert expect_ok(board.lena.get(board.sheet)).body == sheet
    assert board.results_in_mastery() == mastered


def test_adding_it_again_brings_back_what_was_taken_out(board: RemovalBoard) -> None:
    board.enter()
    expect_ok(board.remove())
    again = board.add()
    assert again.body["taken_out"] == []
    assert board.results_in_mastery() == 2


def test_a_class_of_which_all_were_absent_has_results(board: RemovalBoard) -> None:
    enter(board.lena, board.sheet, c1s0="absent")
    assert [each["assessment_id"] for each in expect_ok(board.remove()).body["taken_out"]] == [
        board.test
    ]


def test_other_trackers_of_the_class_keep_it(board: RemovalBoard) -> None:
    world, team = board.team.world, board.team
    classrooms.a_class(world, "c1", "lena", "mia", students=_students(team))
    other = builders.a_tracker(world, "mia", class_id="c1", title="Mia's")
    expect_ok(team.mia.post(f"/v1/trackers/{other.id}/assessments", {"assessment_id": board.test}))
    board.enter()
    expect_ok(board.remove())
    theirs = expect_ok(team.mia.get(f"/v1/trackers/{other.id}")).body
    assert [each["assessment_id"] for each in theirs["assessments"]] == [board.test]
    sheet = f"/v1/trackers/{other.id}/sheets/{board.test}"
    enter(team.mia, sheet, c1s1=RIGHT)
    expect_ok(board.restore())
    found = {
        each["student_id"]: each for each in expect_ok(board.lena.get(board.sheet)).body["students"]
    }
    assert [found[each]["earned"] for each in ("c1s0", "c1s1")] == ["4", "4"]


def _students(team: TeamAtWork) -> Any:
    known = team.world.services.rosters.class_as_kept(DISTRICT, "c1")
    return known.students


# -- who, and what is refused ----------------------------------------------------------------------


def test_a_collaborator_takes_it_out_and_brings_it_back(board: RemovalBoard) -> None:
    path = f"{board.path}/collaborators/mia"
    expect_ok(board.lena.put(path, etag=board.lena.get(board.path).etag))
    board.enter()
    assert "remove_assessment" in board.team.mia.get(board.path).body["allowed"]
    assert expect_ok(board.remove(board.team.mia)).body["taken_out"][0]["taken_out_by_id"] == "mia"
    assert expect_ok(board.restore(board.team.mia)).body["role"] == "collaborator"


def test_nobody_else_takes_it_out(board: RemovalBoard) -> None:
    head = board.team.world.person("head", Role.SCHOOL_ADMIN, Role.TEACHER, schools=("north",))
    assert code(board.remove(head)) == "403 not_for_administrators"
    assert board.remove(board.team.olga).status == 404
    assert board.list_ids() == [board.test]


def test_a_districts_is_the_districts_to_recall(board: RemovalBoard) -> None:
    team = board.team
    given = team.a_test("Common test", team.dana, visibility="district")
    hand_out(team, given)
    item = f"{board.path}/assessments/{given}"
    refused = team.lena.delete(item, etag=team.lena.get(board.path).etag)
    assert code(refused) == "409 distributed_by_district"
    assert refused.body["detail"].endswith(
        "Ask a district administrator to recall the distribution."
    )
    assert given in board.list_ids()


def test_a_missing_assessment_cannot_be_removed_or_restored(board: RemovalBoard) -> None:
    assert code(board.restore()) == "409 assessment_not_removed"
    board.enter()
    expect_ok(board.remove())
    assert code(board.remove()) == "404 assessment_not_found"
    elsewhere = f"{board.path}/assessments/{board.team.pre_test}"
    etag = board.lena.get(board.path).etag
    assert code(board.lena.delete(elsewhere, etag=etag)) == "404 assessment_not_found"
    assert code(board.lena.post(f"{elsewhere}/restoration", etag=etag)) == (
        "404 assessment_not_found"
    )


def test_an_archived_tracker_stays_as_it_is(board: RemovalBoard) -> None:
    expect_ok(
        board.lena.patch(board.path, {"archived": True}, etag=board.lena.get(board.path).etag)
    )
    assert code(board.remove()) == "409 tracker_archived"


# -- Mastery Processes -----------------------------------------------------------------------------


def test_a_test_of_an_open_process_stays_until_the_process_is_finished(world: World) -> None:
    team = world.scene(TeamAtWork)
    sheet = expect_ok(activate(team, team.lena, "c1")).body["sheet"]
    path = f"/v1/trackers/{team.trackers['c1']}"
    item = f"{path}/assessments/{team.pre_test}"
    for _ in range(2):
        refused = team.lena.delete(item, etag=team.lena.get(path).etag)
        assert code(refused) == "409 test_of_open_process"
        assert refused.body["process_ids"] == [team.process]
        assert "Ask the team leader to finish the process." in refused.body["detail"]
        enter(team.lena, sheet, c1s0=RIGHT)


def test_a_locked_process_keeps_its_totals(world: World) -> None:
    team = world.scene(FinishedTeam)
    team.lock_and_settle()
    before = everything_of(team)
    path = f"/v1/trackers/{team.trackers['c1']}"
    item = f"{path}/assessments/{team.pre_test}"
    removed = expect_ok(team.lena.delete(item, etag=team.lena.get(path).etag))
    assert [each["assessment_id"] for each in removed.body["taken_out"]] == [team.pre_test]
    assert everything_of(team) == before
    expect_ok(team.lena.post(f"{item}/restoration", etag=removed.etag))
    assert everything_of(team) == before


def everything_of(team: FinishedTeam) -> list[Any]:
    mine = f"#PROCESS#{team.process}"
    return [item for item in team.world.items() if item["pk"]["S"].endswith(mine)]


def test_activating_a_test_brings_it_back(board: RemovalBoard) -> None:
    team = board.team
    expect_ok(team.lena.post(f"{board.path}/assessments", {"assessment_id": team.pre_test}))
    enter(team.lena, f"{board.path}/sheets/{team.pre_test}", c1s0=RIGHT)
    item = f"{board.path}/assessments/{team.pre_test}"
    expect_ok(team.lena.delete(item, etag=team.lena.get(board.path).etag))
    assert team.pre_test not in board.list_ids()
    expect_ok(activate(team, team.lena, "c1"))
    assert team.pre_test in board.list_ids()
    assert board.list_ids("taken_out") == []
    assert str(standings(team, "c1")["c1s0"]) == "tested"


# -- a later delivery ------------------------------------------------------------------------------


def hand_out(team: TeamAtWork, assessment: str) -> str:
    body = {"assessment_id": assessment, "selection": {"whole_district": True}, "notify": True}
    made = expect_ok(team.dana.post("/v1/distributions", body))
    Machinery(team.world).run()
    return str(made.body["id"])


def test_a_later_delivery_brings_it_back_and_its_receipt_says_so(board: RemovalBoard) -> None:
    team = board.team
    board.enter()
    expect_ok(board.remove())
    given = hand_out(team, board.test)
    (held,) = expect_ok(board.lena.get(board.path)).body["assessments"]
    assert (held["assessment_id"], held["source"], held["distribution_id"]) == (
        board.test,
        "district",
        given,
    )
    assert (board.list_ids("taken_out"), board.results_in_mastery()) == ([], 2)
    receipts = expect_ok(team.dana.get(f"/v1/distributions/{given}/receipts")).body["items"]
    assert {each["state"] for each in receipts} == {"delivered"}
    by_tracker = {each["tracker_id"]: each for each in receipts}
    back = by_tracker.pop(team.trackers["c1"])
    assert back["reason"] == "brought_back"
    assert back["message"] == (
        "A teacher had removed this assessment from the tracker. It is back, with its results."
    )
    assert {each["reason"] for each in by_tracker.values()} <= {"", None}
    counts = expect_ok(team.dana.get(f"/v1/distributions/{given}")).body["counts"]
    assert (counts["delivered"], counts["skipped"], counts["failed"]) == (4, 0, 0)
    assert "lena@example.org" in Machinery(team.world).mails()
    assert code(board.remove()) == "409 distributed_by_district"


def test_a_recall_afterwards_hides_it_again_and_keeps_the_results(board: RemovalBoard) -> None:
    team = board.team
    board.enter()
    expect_ok(board.remove())
    path = f"/v1/distributions/{hand_out(team, board.test)}"
    expect_ok(team.dana.post(f"{path}/recall", etag=team.dana.get(path).etag))
    assert (board.list_ids(), board.list_ids("taken_out"), board.results_in_mastery()) == (
        [],
        [],
        0,
    )
    refused = (code(board.remove()), code(board.restore()))
    assert refused == ("409 recalled_in_tracker", "409 recalled_in_tracker")
    expect_ok(team.dana.post(f"{path}/restoration", etag=team.dana.get(path).etag))
    assert (board.list_ids(), board.results_in_mastery()) == ([board.test], 2)


def test_a_removed_assessment_that_no_longer_matches_stays_removed(board: RemovalBoard) -> None:
    team = board.team
    board.enter()
    narrowed = expect_ok(board.remove())
    body = {"assessment_id": board.test, "selection": {"whole_district": True}, "notify": True}
    given = expect_ok(team.dana.post("/v1/distributions", body)).body["id"]
    expect_ok(board.lena.patch(board.path, {"standards": ["3.NB.2"]}, etag=narrowed.etag))
    Machinery(team.world).run()
    receipts = expect_ok(team.dana.get(f"/v1/distributions/{given}/receipts")).body["items"]
    why = {each["tracker_id"]: each["reason"] for each in receipts}
    assert why[team.trackers["c1"]] == "missing_standards"
    assert board.list_ids("taken_out") == [board.test]


# -- versions, repeats, records --------------------------------------------------------------------


def test_it_asks_for_the_version_that_was_seen(board: RemovalBoard) -> None:
    seen = board.lena.get(board.path).etag
    assert board.lena.delete(board.item).status == 428
    expect_ok(board.lena.patch(board.path, {"title": "Other"}, etag=seen))
    assert code(board.remove(etag=seen)) == "412 changed_meanwhile"
    assert board.list_ids() == [board.test]


def test_the_same_removal_again_is_answered_as_the_first(board: RemovalBoard) -> None:
    board.enter()
    headers = {"If-Match": board.lena.get(board.path).etag, "Idempotency-Key": "once"}
    first = board.lena.send("DELETE", board.item, headers=headers)
    again = board.lena.send("DELETE", board.item, headers=headers)
    assert (first.status, again.status, again.body) == (200, 200, first.body)
    records = [item for item in board.team.world.items() if "verb" in item]
    verbs = [item["verb"]["S"] for item in records]
    assert verbs.count("remove_tracker_assessment") == 1


def test_an_entry_is_written_again_as_it_was_read() -> None:
    """Removal, delivery and entering ask for the very text that is there."""
    plain = '["2026-09-01T12:00:00.000Z","teacher","tess","Brüche \\"½\\"",""]'
    assert TrackerEntry.read("A", plain).serialize() == plain
    entry = TrackerEntry("A", "2026-09-01", AssessmentSource.DISTRICT, "dana", "x" * 400, "D1")
    for each in (entry, entry.take_out("2026-09-02", "tess")):
        assert TrackerEntry.read("A", each.serialize()).serialize() == each.serialize()
    assert entry.take_out("2026-09-02", "tess").bring_back() == entry


def test_an_assessment_recalled_meanwhile_does_not_come_back_as_the_teachers_own(
    board: RemovalBoard,
) -> None:
    """Mia's tracker of the class got it from the district, and the class's results with it."""
    team, dana = board.team, board.team.dana
    world = team.world
    expect_ok(board.remove())
    classrooms.a_class(world, "c1", "lena", "mia", students=_students(team))
    other = builders.a_tracker(world, "mia", class_id="c1", title="Mia's").id
    body = {"assessment_id": board.test, "selection": {"tracker_ids": [other]}}
    path = f"/v1/distributions/{expect_ok(dana.post('/v1/distributions', body)).body['id']}"
    Machinery(world).run()
    enter(team.mia, f"/v1/trackers/{other}/sheets/{board.test}", c1s0=RIGHT)
    board.add()
    expect_ok(board.remove())
    assert board.list_ids("taken_out") == [board.test]
    expect_ok(dana.post(f"{path}/recall", etag=dana.get(path).etag))
    again = board.lena.post(f"{board.path}/assessments", {"assessment_id": board.test})
    assert code(board.restore()) == code(again) == "409 recalled_in_class"
    assert (board.list_ids(), board.list_ids("taken_out")) == ([], [board.test])
    expect_ok(dana.post(f"{path}/restoration", etag=dana.get(path).etag))
    expect_ok(board.restore())
    assert (board.list_ids(), board.results_in_mastery()) == ([board.test], 2)
