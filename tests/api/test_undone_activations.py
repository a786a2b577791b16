"""An activation made by mistake is undone, as long as nothing is entered for the class."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.processes.model import ProcessSnapshot
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.test_activations import activate, code, enter, list_classes, row, standings
from tests.support import builders, classrooms
from tests.support.world import DISTRICT, Reply, World, WorldPerson


def undo(
    team: TeamAtWork, person: WorldPerson, class_id: str, test: str = "pre", key: str = ""
) -> Reply:
    path = f"{team.path}/activations/{class_id}?test={test}"
    headers = {"If-Match": team.read_process().etag} | ({"Idempotency-Key": key} if key else {})
    return person.send("DELETE", path, headers=headers)


def whole(team: TeamAtWork) -> ProcessSnapshot:
    opened = team.world.services.process_items.open(DISTRICT, team.process)
    assert opened is not None
    return opened


def list_held(team: TeamAtWork, class_id: str) -> list[str]:
    """Name the assessments in a class's tracker."""
    stored = team.world.services.table.get(keys.tracker(DISTRICT, team.trackers[class_id]))
    assert stored is not None
    return list(stored["assessments"])


def own(team: TeamAtWork, person: WorldPerson, class_id: str) -> Any:
    """Return the state of the pre-test for somebody's class."""
    list_classes(team, class_id)
    page = expect_ok(person.get(f"{team.path}/activations")).body["items"]
    (tests,) = [each["tests"] for each in page if each["class_id"] == class_id]
    return tests[0]


def attach_post(team: TeamAtWork, **how: Any) -> None:
    expect_ok(
        team.lena.put(
            f"{team.path}/post-test", how or {"same": True}, etag=team.read_process().etag
        )
    )


# -- what it takes back ----------------------------------------------------------------------------


def test_it_is_as_if_the_class_was_never_given_the_test(team: TeamAtWork) -> None:
    before = whole(team)
    assert list_held(team, "c2") == []
    expect_ok(activate(team, team.mia, "c2"))
    assert list_held(team, "c2") == [team.pre_test]
    assert own(team, team.mia, "c2")["can_undo"]
    reply = undo(team, team.mia, "c2")
    assert (reply.status, reply.body) == (204, "")
    now = whole(team)
    assert (now.rows, now.process.begun, now.process.schools) == ((), frozenset(), frozenset())
    assert now.process.version == before.process.version
    assert list_held(team, "c2") == []
    mine = own(team, team.mia, "c2")
    assert (mine["activated_at"], mine["can_activate"], mine["can_undo"]) == (None, True, False)
    assert expect_ok(team.mia.get(f"{team.path}/collection")).body["classes"] == []


def test_the_test_can_be_exchanged_again_and_the_process_discarded(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    assert "attach_pre_test" not in team.read_process().body["allowed"]
    expect_ok(undo(team, team.mia, "c2"))
    assert {"attach_pre_test", "discard"} <= set(team.read_process().body["allowed"])
    other = team.a_test("Another test")
    expect_ok(
        team.lena.put(
            f"{team.path}/pre-test", {"assessment_id": other}, etag=team.read_process().etag
        )
    )
    expect_ok(activate(team, team.mia, "c2"))
    assert list_held(team, "c2") == [other]


def test_while_another_class_has_the_test_it_stays_fixed(team: TeamAtWork) -> None:
    for person, name in ((team.mia, "c2"), (team.lena, "c1")):
        expect_ok(activate(team, person, name))
    expect_ok(undo(team, team.mia, "c2"))
    assert whole(team).process.begun == {"pre"}
    assert [each.scores.school_class for each in whole(team).rows] == ["c1"]
    other = team.a_test("Another test")
    body = {"assessment_id": other}
    refused = team.lena.put(f"{team.path}/pre-test", body, etag=team.read_process().etag)
    assert code(refused) == "409 test_already_activated"


def test_the_other_test_of_the_class_stays(team: TeamAtWork) -> None:
    sheet = expect_ok(activate(team, team.mia, "c2", give_until_date=later(team))).body["sheet"]
    enter(team.mia, sheet, c2s0=RIGHT)
    attach_post(team)
    body = {"test": "post", "class_id": "c2"}
    expect_ok(team.mia.post(f"{team.path}/activations", body))
    expect_ok(undo(team, team.mia, "c2", "post"))
    kept = row(team, "c2")
    assert (set(kept.activated), set(kept.trackers), set(kept.give_until)) == ({"pre"},) * 3
    assert kept.scores.post is None
    assert standings(team, "c2")["c2s0"] == "tested"
    assert whole(team).process.begun == {"pre"}
    assert list_held(team, "c2") == [team.pre_test]


def later(team: TeamAtWork) -> str:
    return str(expect_ok(team.mia.get("/v1/me")).body["today"][:4]) + "-12-31"


def test_a_second_time_and_of_a_class_without_the_test_nothing_is_done(team: TeamAtWork) -> None:
    assert undo(team, team.mia, "c2").status == 204
    expect_ok(activate(team, team.mia, "c2"))
    first, again = (undo(team, team.mia, "c2", key="once") for _ in range(2))
    assert (first.status, again.status) == (204, 204)
    assert again.headers.get("Idempotent-Replayed") == "true"
    assert undo(team, team.mia, "c2").status == 204


def test_activated_again_it_is_the_same_sheet_and_counts(team: TeamAtWork) -> None:
    first = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    expect_ok(undo(team, team.mia, "c2"))
    reply = activate(team, team.mia, "c2")
    assert (reply.status, reply.body["sheet"], reply.body["reactivated"]) == (201, first, False)
    enter(team.mia, first, c2s0=RIGHT)
    assert standings(team, "c2")["c2s0"] == "tested"


def test_the_history_of_the_sheet_says_so(team: TeamAtWork) -> None:
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    team.world.clock.forward(minutes=1)
    expect_ok(undo(team, team.mia, "c2"))
    team.world.clock.forward(minutes=1)
    expect_ok(activate(team, team.mia, "c2"))
    acts = [each["action"] for each in expect_ok(team.mia.get(f"{sheet}/history")).body["items"]]
    assert acts == ["activated", "activation_undone", "activated"]


def test_a_goal_goes_with_the_class(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    path = f"{team.path}/goals/c2"
    expect_ok(team.mia.put(path, {"measure": "Unit 4 test"}, etag='"0"'))
    expect_ok(undo(team, team.mia, "c2"))
    assert whole(team).goals == {}
    assert team.mia.get(path).status == 404
    assert expect_ok(team.mia.get(f"{team.path}/goals")).body["classes"] == []


# -- the tracker -----------------------------------------------------------------------------------


def test_a_test_that_was_in_the_tracker_before_stays(team: TeamAtWork) -> None:
    path = f"/v1/trackers/{team.trackers['c2']}/assessments"
    test = team.a_test("Of the district", visibility="district", creator=team.dana)
    expect_ok(team.mia.post(path, {"assessment_id": test}))
    put = {"assessment_id": test}
    expect_ok(team.lena.put(f"{team.path}/pre-test", put, etag=team.read_process().etag))
    expect_ok(activate(team, team.mia, "c2"))
    expect_ok(undo(team, team.mia, "c2"))
    assert list_held(team, "c2") == [test]


def test_it_stays_where_another_process_needs_it(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    first = team.process
    team.process = team.begin("Another one")
    expect_ok(activate(team, team.mia, "c2"))
    team.process, second = first, team.process
    expect_ok(undo(team, team.mia, "c2"))
    assert list_held(team, "c2") == [team.pre_test]
    team.process = second
    sheet = f"/v1/trackers/{team.trackers['c2']}/sheets/{team.pre_test}"
    enter(team.mia, sheet, c2s0=RIGHT)
    assert standings(team, "c2")["c2s0"] == "tested"


def test_it_leaves_the_trackers_of_colleagues_as_well(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "shared", "mia", "noah", students=())
    boards = {}
    for name in ("mia", "noah"):
        boards[name] = builders.a_tracker(team.world, name, class_id="shared", title=name).id
        person = getattr(team, name)
        expect_ok(activate(team, person, "shared", tracker_id=boards[name]))
    expect_ok(undo(team, team.noah, "shared"))
    for board in boards.values():
        stored = team.world.services.table.get(keys.tracker(DISTRICT, board))
        assert stored is not None
        assert stored["assessments"] == {}


def test_it_finds_the_tracker_among_any_number_of_the_class(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "many", "mia", students=())
    for number in range(120):
        builders.a_tracker(team.world, "mia", class_id="many", title=f"Group {number}")
    board = builders.a_tracker(team.world, "mia", class_id="many", title="The last one").id
    expect_ok(activate(team, team.mia, "many", tracker_id=board))
    expect_ok(undo(team, team.mia, "many"))
    stored = team.world.services.table.get(keys.tracker(DISTRICT, board))
    assert stored is not None
    assert stored["assessments"] == {}


def test_an_activation_of_release_0_3_0_is_known_by_its_moment(team: TeamAtWork) -> None:
    made = expect_ok(activate(team, team.mia, "c2")).body
    earlier = TrackerEntry(
        team.pre_test, made["activated_at"], AssessmentSource.TEAM, "mia", "Fractions, before"
    )
    path = f"assessments.{team.pre_test}"
    key = keys.tracker(DISTRICT, team.trackers["c2"])
    team.world.services.table.commit([Update(key, {path: earlier.serialize()})])
    expect_ok(undo(team, team.mia, "c2"))
    assert list_held(team, "c2") == []


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("said", [RIGHT, "absent", "exempt"], ids=["answers", "absent", "exempt"])
def test_once_something_is_entered_it_stays(team: TeamAtWork, said: Any) -> None:
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    enter(team.mia, sheet, c2s0=said)
    assert not own(team, team.mia, "c2")["can_undo"]
    assert code(undo(team, team.mia, "c2")) == "409 results_entered"
    assert list_held(team, "c2") == [team.pre_test]


def test_entries_must_be_cleared_before_an_undo(team: TeamAtWork) -> None:
    """Then the test stays in the tracker, as everything that was entered once."""
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    enter(team.mia, sheet, c2s0="absent")
    enter(team.mia, sheet, c2s0="present")
    expect_ok(undo(team, team.mia, "c2"))
    assert whole(team).rows == ()
    assert list_held(team, "c2") == [team.pre_test]


def test_only_the_teachers_of_the_class_undo_it(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    assert code(undo(team, team.lena, "c2")) == "403 not_your_class"
    assert code(undo(team, team.lena, "c9")) == "404 class_not_found"
    assert undo(team, team.olga, "c2").status == 404
    for admin in (team.sam, team.dana):
        assert undo(team, admin, "c2").status == 403
    assert [each.scores.school_class for each in whole(team).rows] == ["c2"]


def test_a_test_that_is_not_attached_and_a_word_that_is_none(team: TeamAtWork) -> None:
    assert code(undo(team, team.mia, "c2", "post")) == "409 no_post_test"
    assert undo(team, team.mia, "c2", "mid").status == 422


def test_it_is_of_the_process_as_it_was_seen(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    seen = team.read_process().etag
    expect_ok(team.lena.patch(team.path, {"name": "Renamed"}, etag=seen))
    path = f"{team.path}/activations/c2?test=pre"
    assert code(team.mia.delete(path, etag=seen)) == "412 changed_meanwhile"
    assert team.mia.delete(path).status == 428


def test_a_locked_process_keeps_its_classes(world: World) -> None:
    team = world.scene(FinishedTeam)
    expect_ok(activate(team, team.noah, "c3"))
    team.lock_and_settle()
    assert code(undo(team, team.noah, "c3")) == "409 process_locked"
    assert "c3" in {each.scores.school_class for each in team.whole().rows}
