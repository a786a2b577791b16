"""A teacher activates a team's test for a class, and its results flow into the process."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.model import ClassRow
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.processes.scores import ResultStatus
from chalicelib.results.repository import SheetRepository
from chalicelib.rosters.model import Student
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.trackers.model import AssessmentSource
from tests.api.process_scene import HALF, RIGHT, TeamAtWork, expect_ok
from tests.support import builders, classrooms
from tests.support.world import DISTRICT, Reply, WorldPerson


def activate(team: TeamAtWork, person: WorldPerson, class_id: str, **more: Any) -> Reply:
    body = {"test": "pre", "class_id": class_id, **more}
    return person.post(f"{team.path}/activations", body)


def enter(person: WorldPerson, sheet: str, **answers: Any) -> Reply:
    """Enter answers by student: a list of responses, or a status."""
    shown = expect_ok(person.get(sheet))
    items = [item["id"] for item in shown.body["items"]]
    students = [
        {"student_id": name, "status": said}
        if isinstance(said, str)
        else {
            "student_id": name,
            "status": "present",
            "scores": [
                {"item_id": item, "response": each} for item, each in zip(items, said, strict=True)
            ],
        }
        for name, said in answers.items()
    ]
    return expect_ok(person.patch(sheet, {"students": students}, etag=shown.etag))


def row(team: TeamAtWork, class_id: str) -> ClassRow:
    opened = team.world.services.process_items.open(DISTRICT, team.process)
    assert opened is not None
    (found,) = (each for each in opened.rows if each.scores.school_class == class_id)
    return found


def standings(team: TeamAtWork, class_id: str) -> dict[str, ResultStatus]:
    return {each.student: each.standing for each in row(team, class_id).scores.pre or ()}


def code(reply: Reply) -> str:
    return f"{reply.status} {reply.body['code']}"


# -- activating ------------------------------------------------------------------------------------


def test_a_member_activates_the_pre_test_and_is_shown_the_sheet(team: TeamAtWork) -> None:
    reply = activate(team, team.mia, "c2")
    assert reply.status == 201, reply.body
    shown = reply.body
    assert shown["sheet"] == f"/v1/trackers/{team.trackers['c2']}/sheets/{team.pre_test}"
    assert (shown["teacher_id"], shown["class_title"], shown["reactivated"]) == (
        "mia",
        "Math 3 (c2)",
        False,
    )
    assert shown["student_counts"] == {
        "tested": 0,
        "partial": 0,
        "not_entered": 4,
        "absent": 0,
        "exempt": 0,
    }
    sheet = expect_ok(team.mia.get(shown["sheet"])).body
    assert (sheet["state"], sheet["given_date"], len(sheet["items"])) == ("not_started", None, 3)
    assert sheet["counts"]["not_started"] == 4


def test_the_test_is_in_the_tracker_as_the_teams(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    held = expect_ok(team.mia.get(f"/v1/trackers/{team.trackers['c2']}")).body["assessments"]
    assert [(each["assessment_id"], each["source"]) for each in held] == [
        (team.pre_test, AssessmentSource.TEAM.value)
    ]


def test_results_flow_into_the_process_automatically(team: TeamAtWork) -> None:
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    enter(team.mia, sheet, c2s0=RIGHT, c2s1=HALF, c2s2="absent")
    scores = {each.student: each for each in row(team, "c2").scores.pre or ()}
    assert [str(scores[one].share) for one in ("c2s0", "c2s1")] == ["1", "1/2"]
    assert standings(team, "c2") == {
        "c2s0": ResultStatus.TESTED,
        "c2s1": ResultStatus.TESTED,
        "c2s2": ResultStatus.ABSENT,
        "c2s3": ResultStatus.NOT_ENTERED,
    }


def test_results_that_are_there_already_flow_in_at_once(team: TeamAtWork) -> None:
    tracker = team.trackers["c1"]
    expect_ok(
        team.lena.post(f"/v1/trackers/{tracker}/assessments", {"assessment_id": team.pre_test})
    )
    enter(team.lena, f"/v1/trackers/{tracker}/sheets/{team.pre_test}", c1s0=RIGHT)
    shown = expect_ok(activate(team, team.lena, "c1")).body
    assert shown["student_counts"]["tested"] == 1
    assert shown["student_counts"]["not_entered"] == 3
    assert standings(team, "c1")["c1s0"] == ResultStatus.TESTED


def test_absent_students_come_in_by_activating_again(team: TeamAtWork) -> None:
    first = expect_ok(activate(team, team.mia, "c2")).body
    enter(team.mia, first["sheet"], c2s0=RIGHT, c2s1="absent")
    again = activate(team, team.mia, "c2")
    assert (again.status, again.body["reactivated"]) == (200, True)
    assert again.body["sheet"] == first["sheet"]
    enter(team.mia, again.body["sheet"], c2s1=HALF)
    assert standings(team, "c2")["c2s1"] == ResultStatus.TESTED
    assert len(expect_ok(team.lena.get(team.path)).body) > 0


def test_a_co_teacher_activates_from_another_tracker_and_comes_to_the_same_sheet(
    team: TeamAtWork,
) -> None:
    classrooms.a_class(team.world, "c2", "mia", "noah", students=_sitting(team, "c2"))
    other = builders.a_tracker(team.world, "noah", class_id="c2")
    enter(team.mia, expect_ok(activate(team, team.mia, "c2")).body["sheet"], c2s0=RIGHT)
    shown = activate(team, team.noah, "c2")
    assert (shown.status, shown.body["reactivated"], shown.body["teacher_id"]) == (200, True, "mia")
    assert shown.body["sheet"] == f"/v1/trackers/{other.id}/sheets/{team.pre_test}"
    enter(team.noah, shown.body["sheet"], c2s1=HALF)
    assert {standings(team, "c2")[each] for each in ("c2s0", "c2s1")} == {ResultStatus.TESTED}


def test_the_first_activation_is_noted_and_the_test_stays(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    assert team.world.services.process_items.head(DISTRICT, team.process).begun == {"pre"}  # type: ignore[union-attr]
    version = expect_ok(team.lena.get(team.path)).etag
    other = team.a_test("Another")
    exchanged = team.lena.put(f"{team.path}/pre-test", {"assessment_id": other}, etag=version)
    assert exchanged.status == 409


def test_nobody_has_results_on_a_test_by_its_activation_alone(team: TeamAtWork) -> None:
    """So its items may still be mended, and the district sees no sheet of it."""
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    header = team.world.services.assessments.header(DISTRICT, team.pre_test)
    assert (header.in_use, header.scored) == (True, False)
    assert list(SheetRepository(team.world.services.table).lines(DISTRICT, team.pre_test)) == [[]]
    analysis = expect_ok(team.mia.get(f"{sheet}/analysis")).body
    assert (analysis["sheet_count"], analysis["left_out_sheet_count"]) == (0, 0)
    (listed,) = expect_ok(team.mia.get(f"/v1/trackers/{team.trackers['c2']}/sheets")).body["items"]
    assert (listed["state"], [each["lower"] for each in listed["levels"]]) == (
        "not_started",
        ["0", "50", "80"],
    )
    grid = expect_ok(team.mia.get(f"/v1/trackers/{team.trackers['c2']}/mastery")).body
    assert [each["reason"] for each in grid["not_counted"]] == ["no_sheet"]
    enter(team.mia, sheet, c2s0=RIGHT)
    assert team.world.services.assessments.header(DISTRICT, team.pre_test).scored
    assert expect_ok(team.mia.get(f"{sheet}/analysis")).body["sheet_count"] == 1


def test_one_sheet_feeds_two_processes(team: TeamAtWork) -> None:
    first = team.process
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    team.process = team.begin("Unit 5")
    expect_ok(activate(team, team.mia, "c2"))
    enter(team.mia, sheet, c2s0=RIGHT)
    assert standings(team, "c2")["c2s0"] == ResultStatus.TESTED
    team.process = first
    assert standings(team, "c2")["c2s0"] == ResultStatus.TESTED


def test_a_sheet_feeds_ten_processes_at_most(team: TeamAtWork) -> None:
    expect_ok(activate(team, team.mia, "c2"))
    key = keys.sheet(DISTRICT, "c2", team.pre_test)
    nine = [feed(f"P{n}", WhichTest.PRE) for n in range(10)]
    team.world.services.table.commit([Update(key, {"feeds": nine})])
    team.process = team.begin("Unit 5")
    assert code(activate(team, team.mia, "c2")) == "409 too_many_processes"


# -- trackers --------------------------------------------------------------------------------------


def list_classes(team: TeamAtWork, *classes: str) -> None:
    """Put classes into their teachers' lists."""
    for name in classes:
        taught = team.world.services.rosters.class_as_kept(DISTRICT, name)
        key = keys.class_of_teacher(DISTRICT, taught.teachers[0].id, name)
        team.world.services.table.commit([Put(key, {"doc": taught.row().model_dump_json()})])


def without_tracker(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "c9", "mia", students=_sitting(team, "c2"))


def test_a_teacher_without_a_tracker_reads_how_to_make_one(team: TeamAtWork) -> None:
    without_tracker(team)
    refused = activate(team, team.mia, "c9")
    assert code(refused) == "409 no_tracker_for_test"
    name = expect_ok(team.mia.get(f"/v1/standards-sets/{builders.SET}")).body["name"]
    assert f"“{name}”" in refused.body["detail"]
    assert builders.SET not in refused.body["detail"]
    assert refused.body["standards_set_id"] == builders.SET
    assert "Math 3 (c9)" in refused.body["detail"]


def test_a_tracker_is_made_where_that_is_wanted(team: TeamAtWork) -> None:
    without_tracker(team)
    shown = expect_ok(activate(team, team.mia, "c9", create_tracker=True)).body
    tracker = expect_ok(team.mia.get(f"/v1/trackers/{shown['tracker_id']}")).body
    assert (tracker["class_id"], tracker["standards_set_id"], tracker["level_count"]) == (
        "c9",
        builders.SET,
        3,
    )
    assert set(tracker["standards"]) == {"3.NB.1", "3.FR.1"}
    again = expect_ok(activate(team, team.mia, "c9", create_tracker=True)).body
    assert (again["reactivated"], again["tracker_id"]) == (True, shown["tracker_id"])


def test_the_tracker_that_holds_the_test_goes_before_others(team: TeamAtWork) -> None:
    more = [builders.a_tracker(team.world, "mia", class_id="c2").id for _ in range(2)]
    for tracker in sorted([*more, team.trackers["c2"]], reverse=True)[:1]:
        team.world.services.activations.activate(
            team.mia.act(), team.process, WhichTest.PRE, "c2", tracker
        )
        assert expect_ok(activate(team, team.mia, "c2")).body["tracker_id"] == tracker


@pytest.mark.parametrize(
    ("person", "class_id", "tracker", "said"),
    [
        ("mia", "c1", None, "422 class_not_taught"),
        ("mia", "nowhere", None, "422 class_not_taught"),
        ("mia", "c2", "c1", "404 tracker_not_found"),
        ("lena", "c1", "c4", "422 tracker_of_other_class"),
        ("olga", "c1", None, "404 process_not_found"),
    ],
)
def test_activating_a_class_of_somebody_else_is_refused(
    team: TeamAtWork, person: str, class_id: str, tracker: str | None, said: str
) -> None:
    more = {"tracker_id": team.trackers[tracker]} if tracker else {}
    assert code(activate(team, getattr(team, person), class_id, **more)) == said


def test_a_class_of_another_school_is_refused(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "s1", "mia", school="south", students=())
    builders.a_tracker(team.world, "mia", class_id="s1")
    assert code(activate(team, team.mia, "s1")) == "422 class_of_other_school"


def test_there_must_be_such_a_test(team: TeamAtWork) -> None:
    reply = team.mia.post(f"{team.path}/activations", {"test": "post", "class_id": "c2"})
    assert code(reply) == "409 no_post_test"


def test_administrators_look_and_do_not_activate(team: TeamAtWork) -> None:
    assert activate(team, team.sam, "c2").status == 403
    assert expect_ok(team.sam.get(f"{team.path}/activations")).body["items"] == []


def test_a_repeat_under_the_same_key_gets_the_same_answer(team: TeamAtWork) -> None:
    body = {"test": "pre", "class_id": "c2"}
    first, again = (team.mia.post(f"{team.path}/activations", body, key="k") for _ in range(2))
    assert first.status == again.status == 201
    assert first.body == again.body


# -- what there is to do ---------------------------------------------------------------------------


def test_a_member_sees_which_classes_are_still_to_be_activated(team: TeamAtWork) -> None:
    without_tracker(team)
    list_classes(team, "c1", "c2", "c4", "c9")
    expect_ok(activate(team, team.mia, "c2"))
    shown = expect_ok(team.mia.get(f"{team.path}/activations")).body["items"]
    told = {
        each["class_id"]: [
            (test["test"], bool(test["activated_at"]), test["can_activate"], test["reason"])
            for test in each["tests"]
        ]
        for each in shown
    }
    assert told == {
        "c2": [("pre", True, False, None)],
        "c9": [("pre", False, False, "no_tracker_for_test")],
    }
    (done_one,) = (each for each in shown if each["class_id"] == "c2")
    assert done_one["tests"][0]["sheet"].endswith(f"/sheets/{team.pre_test}")
    assert done_one["tests"][0]["teacher_name"] == "Mia Example"
    lenas, _ = expect_ok(team.lena.get(f"{team.path}/activations")).body["items"]
    assert lenas["tests"][0]["can_activate"]


# -- a correction ----------------------------------------------------------------------------------


def test_a_correction_of_the_key_flows_in_too(team: TeamAtWork) -> None:
    sheet = expect_ok(activate(team, team.mia, "c2")).body["sheet"]
    enter(team.mia, sheet, c2s0=RIGHT, c2s1=HALF)
    header = expect_ok(team.lena.get(f"/v1/assessments/{team.pre_test}"))
    items = expect_ok(team.lena.get(f"/v1/assessments/{team.pre_test}/items")).body["items"]
    body = {"items": [{"id": items[2]["id"], "points": "4"}]}
    path = f"/v1/assessments/{team.pre_test}/corrections"
    expect_ok(team.lena.post(path, body, etag=header.etag))
    for message in team.world.messages("jobs"):
        team.world.services.jobs.run_batch({"Records": [message]})
    shares = [
        str(each.share) for each in row(team, "c2").scores.pre or () if each.share is not None
    ]
    assert shares == ["1", "1/3"], "six of six, rescaled with their worth, and two of six"
    assert len(row(team, "c2").scores.pre or ()) == 4, "who is awaited is still known"


def _sitting(team: TeamAtWork, class_id: str) -> tuple[Student, ...]:
    return team.world.services.rosters.class_as_kept(DISTRICT, class_id).students
