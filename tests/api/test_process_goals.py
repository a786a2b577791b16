"""Class goals, as teachers set them and their team reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.processes.moves import ProcessState
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.process_scene import HALF, RIGHT, THREE, WRONG, TeamAtWork, expect_ok
from tests.api.test_activations import activate, enter
from tests.api.test_process_pages import end
from tests.support.process_rows import Given, a_class, a_row
from tests.support.world import DISTRICT, Reply, World, WorldPerson

PRE: Given = {"ada": 18, "bob": 14, "cy": 13, "dee": 12, "eve": 4, "fay": "absent"}


def prepare_team(world: World) -> TeamAtWork:
    made = world.scene(TeamAtWork)
    store_class(made, "c1", "lena", PRE)
    return made


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return world.scene(prepare_team)


def store_class(team: TeamAtWork, school_class: str, teacher: str, pre: Given, **more: Any) -> None:
    """Have a class's results, whoever entered them."""
    row = a_row(DISTRICT, team.process, a_class(school_class, teacher, pre, **more))
    team.world.services.table.commit([row])


def goal(team: TeamAtWork, person: WorldPerson | None = None, school_class: str = "c1") -> Reply:
    return (person or team.lena).get(f"{team.path}/goals/{school_class}")


def decide(
    team: TeamAtWork, person: WorldPerson, version: int, school_class: str = "c1", **body: Any
) -> Reply:
    return person.put(f"{team.path}/goals/{school_class}", body, etag=f'"{version}"')


def parts(reply: Reply) -> dict[str, str]:
    return {each["student_id"]: each["part"] for each in expect_ok(reply).body["students"]}


def test_a_goal_is_preselected_before_anybody_decides(team: TeamAtWork) -> None:
    body = expect_ok(goal(team)).body
    assert (body["version"], body["set_by_id"], body["allowed"]) == (0, None, ["set_goal"])
    assert [(each["student_id"], each["percent"], each["part"]) for each in body["students"]] == [
        ("ada", 90.0, "proficient"), ("bob", 70.0, "proficient"), ("cy", 65.0, "close"),
        ("dee", 60.0, "far"), ("eve", 20.0, "far"),
    ]  # fmt: skip
    assert body["students"][2]["message"] == "5 points below Meets: preselected."
    assert body["goal"]["baseline"] == {
        "percent": 40.0, "count": 2, "student_count": 5, "text": "40.0% (2 of 5)",
    }  # fmt: skip
    assert body["goal"]["target"]["text"] == "60.0% (3 of 5)"
    assert body["goal"]["message"] == (
        "The share of students in Math c1 who score Meets or above will rise from "
        "40.0% (2 of 5) to 60.0% (3 of 5), as measured by the post-test."
    )


def test_a_teacher_decides_and_the_sentence_says_it_all(team: TeamAtWork) -> None:
    body: dict[str, Any] = {
        "added_student_ids": ["dee", "eve", "dee"],
        "removed_student_ids": ["cy"],
        "target_date": "2026-11-20",
    }
    reply = expect_ok(decide(team, team.lena, 0, **body, measure="Unit 4\ntest"))
    assert (reply.body["version"], reply.etag, reply.body["set_by_id"]) == (1, '"1"', "lena")
    assert parts(goal(team, team.mia)) == {
        "ada": "proficient", "bob": "proficient", "cy": "removed", "dee": "added", "eve": "added",
    }  # fmt: skip
    assert reply.body["goal"]["message"] == (
        "By November 20, 2026, the share of students in Math c1 who score Meets or above will "
        "rise from 40.0% (2 of 5) to 80.0% (4 of 5), as measured by Unit 4 test."
    )


def test_it_is_measured_by_the_post_test_once_there_is_one(team: TeamAtWork) -> None:
    assert expect_ok(goal(team)).body["measure"] == "the post-test"
    head = team.world.services.process_items.head(DISTRICT, team.process)
    assert head is not None
    assert head.pre is not None
    post = head.pre.model_copy(update={"title": "Fractions, after"})
    after = head.model_copy(update={"post": post, "version": head.version + 1})
    team.world.services.process_items.change(team.lena.act(), after)
    assert expect_ok(goal(team)).body["measure"] == "Fractions, after"


def test_results_of_absent_students_change_the_goal_automatically(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"]))
    store_class(team, "c1", "lena", {**PRE, "fay": 13, "dee": 15})
    body = expect_ok(goal(team)).body
    assert (
        body["goal"]["tested"],
        body["goal"]["proficient_count"],
        body["goal"]["close_count"],
    ) == (6, 3, 2)
    assert (body["version"], body["added_student_ids"]) == (1, ["dee"])


def test_a_saved_sheet_is_in_goal_and_figures_at_once(world: World) -> None:
    team = world.scene(TeamAtWork)
    sheet = activate(team, team.mia, "c2").body["sheet"]
    one, two, three, four = team.students["c2"]
    enter(team.mia, sheet, **{one: RIGHT, two: THREE, three: HALF, four: "absent"})
    assert parts(goal(team, team.mia, "c2")) == {
        one: "proficient", two: "proficient", three: "far",
    }  # fmt: skip
    enter(team.mia, sheet, **{four: WRONG})
    assert parts(goal(team, team.mia, "c2"))[four] == "far"
    step = expect_ok(team.lena.get(f"{team.path}/collection")).body["team"]
    assert (step["tested"], step["average"]["text"]) == (4, "56.3% (n = 4)")


def test_everybody_who_cannot_be_named_is_named(team: TeamAtWork) -> None:
    reply = decide(
        team, team.lena, 0, added_student_ids=["ada", "fay", "zoe"], removed_student_ids=["bob"]
    )
    assert (reply.status, reply.code) == (422, "students_not_choosable")
    assert [(each["pointer"], each["code"]) for each in reply.body["errors"]] == [
        ("/added_student_ids/0", "already_meets"),
        ("/added_student_ids/1", "not_tested"),
        ("/added_student_ids/2", "not_in_class"),
        ("/removed_student_ids/0", "already_meets"),
    ]  # fmt: skip
    assert expect_ok(goal(team)).body["version"] == 0


def test_students_named_earlier_may_stay_once_they_meet_the_level(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"], removed_student_ids=["cy"]))
    address = f"/v1/teams/{team.team}"
    lower = {"levels": [{"name": "Not yet", "lower": 0}, {"name": "Yes", "lower": 60}], "meets": 2}
    expect_ok(
        team.lena.put(f"{address}/levels", lower, etag=expect_ok(team.lena.get(address)).etag)
    )
    later: dict[str, Any] = {
        "added_student_ids": ["dee"],
        "removed_student_ids": ["cy"],
        "target_date": "2026-12-18",
    }
    reply = expect_ok(decide(team, team.lena, 1, **later))
    assert parts(reply)["dee"] == parts(reply)["cy"] == "proficient"
    refused = decide(team, team.lena, 2, **{**later, "added_student_ids": ["dee", "bob"]})
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [
        ("/added_student_ids/1", "already_meets")
    ]


def test_of_two_different_decisions_the_second_gets_a_conflict(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"]))
    assert decide(team, team.lena, 0, added_student_ids=["eve"]).status == 412
    assert expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"])).body["version"] == 1, (
        "as it is already"
    )
    assert expect_ok(decide(team, team.lena, 1, added_student_ids=["eve"])).body["version"] == 2


def test_only_who_teaches_the_class_today_decides(team: TeamAtWork) -> None:
    store_class(team, "c2", "lena", PRE)  # Lena stood in for Mia
    assert decide(team, team.mia, 0, "c1").code == "not_your_class"
    assert expect_ok(goal(team, team.mia)).body["allowed"] == []
    assert (
        expect_ok(decide(team, team.mia, 0, "c2", added_student_ids=["dee"])).body["set_by_id"]
        == "mia"
    )
    assert decide(team, team.lena, 1, "c2", added_student_ids=["eve"]).code == "not_your_class"
    assert expect_ok(goal(team, team.mia, "c2")).body["added_student_ids"] == ["dee"]
    assert decide(team, team.dana, 0).code == "not_for_team_administrators"
    for person in (team.olga, team.saul):
        assert decide(team, person, 0).status == 404
        assert goal(team, person).status == 404
    assert goal(team, school_class="c4").code == "class_not_found"


def test_a_goal_is_final_once_the_process_is_finished(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"]))
    end(team, ProcessState.LOCKED)
    before = team.world.items()
    assert decide(team, team.lena, 1, added_student_ids=["eve"]).code == "process_locked"
    assert team.world.items() == before


def test_the_teams_goal_is_the_sum_and_names_no_student(team: TeamAtWork) -> None:
    store_class(team, "c2", "mia", {"gus": 14, "hal": 13, "ida": 2})
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"], target_date="2026-11-20"))
    reply = expect_ok(team.sam.get(f"{team.path}/goals"))
    assert "Zimmer" not in str(reply.body)
    team_goal, teachers = reply.body["team"], reply.body["teachers"]
    assert (team_goal["baseline"]["text"], team_goal["target"]["text"]) == (
        "37.5% (3 of 8)", "75.0% (6 of 8)",
    )  # fmt: skip
    assert (team_goal["class_count"], team_goal["decided_class_count"]) == (2, 1)
    assert [(each["teacher_name"], each["target"]["count"]) for each in teachers] == [
        ("Lena Example", 4), ("Mia Example", 2),
    ]  # fmt: skip
    assert [each["class_id"] for each in reply.body["classes"]] == ["c1", "c2"]
    assert reply.body["classes"][0]["message"].startswith("By November 20, 2026, the share")


def test_names_that_a_row_lacks_are_looked_up(team: TeamAtWork) -> None:
    from tests.support import builders

    builders.a_person(team.world, "gus", "north", family="Zimmer", given="Gustav")
    store_class(team, "c1", "lena", {"gus": 14, "hal": 2}, nameless=True)
    shown = expect_ok(goal(team)).body["students"]
    assert [(each["family_name"], each["given_name"]) for each in shown] == [
        ("Zimmer", "Gustav"),
        ("", ""),
    ]


@pytest.mark.parametrize(
    "day", [0, 1.5, 20261120, True, "2026-02-30", "0001-01-01", "1999-12-31", "2101-01-01",
            "9999-12-31", "2026-11-20T00:00:00", "20261120", "20.11.2026", ""],
)  # fmt: skip
def test_a_goal_is_for_a_day_of_this_century_written_as_one(team: TeamAtWork, day: Any) -> None:
    refused = decide(team, team.lena, 0, target_date=day)
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (422, "/target_date")


@pytest.mark.parametrize("day", ["2026-09-14", "2026-11-20", "2100-12-31", None])
def test_a_day_comes_back_as_it_was_written(team: TeamAtWork, day: str | None) -> None:
    assert expect_ok(decide(team, team.lena, 0, target_date=day)).body["target_date"] == day


def test_a_goal_says_when_its_numbers_have_changed_since_it_was_set(team: TeamAtWork) -> None:
    made = expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"])).body
    assert made["changed_since_set_message"] is None
    store_class(team, "c1", "lena", {**PRE, "dee": 20})
    said = expect_ok(goal(team)).body["changed_since_set_message"]
    assert said == (
        "When it was set, its baseline was 40.0% (2 of 5) and its target 80.0% (4 of 5). "
        "Results or the team's levels have changed since."
    )
    (row,) = expect_ok(team.mia.get(f"{team.path}/goals")).body["classes"]
    assert row["changed_since_set_message"] == said
    again = expect_ok(decide(team, team.lena, 1, added_student_ids=["dee"])).body
    assert (again["version"], again["changed_since_set_message"]) == (2, None), "set anew"
    kept = expect_ok(decide(team, team.lena, 2, added_student_ids=["dee"])).body
    assert kept["version"] == 2, "nothing to set"


def test_a_goal_that_release_0_3_0_set_says_nothing_of_its_numbers(team: TeamAtWork) -> None:
    doc = '{"added":["dee"],"removed":[],"until":null,"measure":"","set_by":"lena"}'
    key = keys.process_goal(DISTRICT, team.process, "c1")
    team.world.services.table.commit([Put(key, {"version": 1, "doc": doc})])
    body = expect_ok(goal(team)).body
    assert (body["version"], body["changed_since_set_message"]) == (1, None)


def test_a_goal_is_not_for_a_day_before_the_pre_test(team: TeamAtWork) -> None:
    refused = decide(team, team.lena, 0, target_date="2026-09-13")
    assert (refused.status, refused.code) == (422, "day_before_pre_test")
    assert refused.body["errors"][0]["pointer"] == "/target_date"
    assert refused.body["detail"] == (
        "This day is before the pre-test, which this class got on September 14, 2026. "
        "Today is September 14, 2026. Choose today or a later day."
    )


def test_a_goal_is_not_for_a_day_that_has_passed_in_the_district(team: TeamAtWork) -> None:
    team.world.clock.set(datetime(2026, 10, 2, 3, 0, tzinfo=UTC))  # October 1 in Chicago
    refused = decide(team, team.lena, 0, target_date="2026-09-30")
    assert (refused.status, refused.code) == (422, "day_past")
    assert "Today is October 1, 2026" in refused.body["detail"]
    assert (
        expect_ok(decide(team, team.lena, 0, target_date="2026-10-01")).body["target_date"]
        == "2026-10-01"
    )


def test_a_day_that_has_passed_since_may_stay_when_students_change(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, target_date="2026-09-20"))
    team.world.clock.set(datetime(2026, 10, 2, 15, 0, tzinfo=UTC))
    assert (
        expect_ok(
            decide(team, team.lena, 1, target_date="2026-09-20", added_student_ids=["dee"])
        ).body["version"]
        == 2
    )
    assert decide(team, team.lena, 2, target_date="2026-09-21").code == "day_past"


def test_the_team_s_goal_says_how_many_classes_are_confirmed(team: TeamAtWork) -> None:
    store_class(team, "c2", "mia", {"gus": 18, "hal": 13})
    body = expect_ok(team.noah.get(f"{team.path}/goals")).body["team"]
    assert body["message"].endswith(
        "Confirmed for 0 of 2 classes: it uses the preselected students."
    )
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"]))
    body = expect_ok(team.noah.get(f"{team.path}/goals")).body["team"]
    assert (body["class_count"], body["decided_class_count"], body["target"]["text"]) == (
        2,
        1,
        "85.7% (6 of 7)",
    )
    assert body["message"].endswith(
        "Confirmed for 1 of 2 classes; the rest uses the preselected students."
    )


# -- a look before ---------------------------------------------------------------------------------


def preview(team: TeamAtWork, person: WorldPerson | None = None, **body: Any) -> Reply:
    return (person or team.lena).post(f"{team.path}/goals/c1/preview", body)


def test_a_preview_agrees_with_saving_and_writes_nothing(team: TeamAtWork) -> None:
    before = team.world.items()
    body: dict[str, Any] = {"added_student_ids": ["dee"], "removed_student_ids": ["cy"]}
    shown = expect_ok(preview(team, **body))
    assert team.world.items() == before
    assert "ETag" not in shown.headers
    assert shown.body["team"]["target"]["text"] == "60.0% (3 of 5)"
    saved = expect_ok(decide(team, team.lena, 0, **body)).body
    assert (shown.body["goal"], shown.body["students"]) == (saved["goal"], saved["students"])
    sums = expect_ok(team.lena.get(f"{team.path}/goals")).body["team"]
    assert shown.body["team"] == sums


def test_a_preview_is_refused_as_setting_it_is(team: TeamAtWork) -> None:
    bodies: list[dict[str, Any]] = [
        {"added_student_ids": ["ada"]},
        {"removed_student_ids": ["nobody"]},
        {"target_date": "2026-09-01"},
    ]
    for body in bodies:
        shown, saved = preview(team, **body), decide(team, team.lena, 0, **body)
        assert shown.status == saved.status == 422
        assert shown.body["errors"] == saved.body["errors"]
    assert preview(team, team.mia).status == decide(team, team.mia, 0).status == 403
    assert preview(team, team.olga).status == 404
