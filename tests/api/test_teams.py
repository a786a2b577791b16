"""Data teams over HTTP: who makes and changes them, and what a change does to open processes."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.processes.goals.model import KeptGoal
from chalicelib.processes.model import Process
from chalicelib.processes.moves import ProcessState
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.teams.levels import DEFAULT
from tests.api.team_scene import TeamScene, a_class_in, a_process_of, a_team
from tests.support import builders
from tests.support.world import DISTRICT, Reply, World, WorldPerson

NEW = {
    "name": "Grade 4 science",
    "school_id": "north",
    "leader_ids": ["lena"],
    "member_ids": ["tess"],
}
THREE: dict[str, Any] = {
    "levels": [
        {"name": "Not yet", "lower": 0},
        {"name": "Nearly", "lower": "60"},
        {"name": "There", "lower": 79.5},
    ],
    "meets": 3,
}
"""Three levels without colors."""


@pytest.fixture
def scene(world: World) -> TeamScene:
    return world.scene(TeamScene)


def begin_process(scene: TeamScene, name: str, state: ProcessState = ProcessState.PRE_TEST) -> str:
    """Begin a process of the team, or have it stand somewhere else."""
    scene.world.services.table.commit(a_process_of(scene.team, name, state))
    return f"P-{name}"


def head(scene: TeamScene, process: str) -> Process:
    found = scene.world.services.process_items.head(DISTRICT, process)
    assert found is not None
    return found


def codes(reply: Reply) -> dict[str, str]:
    """Return the codes of what is wrong, by place."""
    assert reply.status == 422, reply.body
    return {each["pointer"]: each["code"] for each in reply.body["errors"]}


# -- making one --------------------------------------------------------------------------------


def test_an_administrator_makes_a_team(scene: TeamScene) -> None:
    made = scene.sam.post("/v1/teams", NEW)
    assert made.status == 201, made.body
    assert made.headers["Location"] == f"/v1/teams/{made.body['id']}"
    assert (made.body["name"], made.body["school_id"]) == ("Grade 4 science", "north")
    assert made.body["leaders"] == [{"id": "lena", "name": "Lena Example"}]
    assert made.body["members"] == [{"id": "tess", "name": "Tess Example"}]
    assert made.body == scene.sam.get(made.headers["Location"]).body


def test_a_new_team_has_the_levels_of_the_guide(scene: TeamScene) -> None:
    levels = scene.sam.post("/v1/teams", NEW).body["levels"]
    assert [(each["name"], each["range_text"], each["meets"]) for each in levels] == [
        ("Far Below", "0% to below 50%", False),
        ("Below", "50% to below 70%", False),
        ("Meets", "70% to below 85%", True),
        ("Exceeds", "85% to 100%", True),
    ]


def test_a_team_can_be_made_with_levels_of_its_own(scene: TeamScene) -> None:
    made = scene.sam.post("/v1/teams", NEW | {"levels": THREE})
    assert [each["lower"] for each in made.body["levels"]] == ["0", "60", "79.5"]
    wrong = scene.sam.post("/v1/teams", NEW | {"levels": THREE | {"meets": 1}})
    assert codes(wrong) == {"/levels/meets": "meets_out_of_range"}


def test_the_same_request_sent_twice_makes_one_team(scene: TeamScene) -> None:
    first, again = (scene.sam.post("/v1/teams", NEW, key="once") for _ in range(2))
    assert first.body == again.body
    assert len(scene.sam.get("/v1/teams?text=science").body["items"]) == 1


def test_a_team_of_the_whole_district_is_made_by_its_administrators(scene: TeamScene) -> None:
    everywhere = {"name": "Fractions", "leader_ids": ["olga"], "member_ids": ["lena"]}
    made = scene.dana.post("/v1/teams", everywhere)
    assert (made.status, made.body["school_id"]) == (201, None)
    assert codes(scene.sam.post("/v1/teams", everywhere)) == {"/school_id": "school_missing"}


def test_a_school_administrator_makes_teams_of_their_own_schools(scene: TeamScene) -> None:
    for school in ("south", "nowhere"):
        reply = scene.sam.post("/v1/teams", NEW | {"school_id": school})
        assert codes(reply) == {"/school_id": "school_not_administered"}
    assert codes(scene.dana.post("/v1/teams", NEW | {"school_id": "nowhere"})) == {
        "/school_id": "school_not_administered"
    }


def test_people_who_cannot_belong_to_a_team_are_all_listed(scene: TeamScene) -> None:
    builders.a_person(scene.world, "gone", enabled=False)
    reply = scene.dana.post(
        "/v1/teams", NEW | {"leader_ids": ["lena", "x"], "member_ids": ["gone"]}
    )
    assert codes(reply) == {"/leader_ids/1": "not_staff", "/member_ids/0": "not_staff"}


def test_a_team_needs_a_leader_and_a_name(scene: TeamScene) -> None:
    assert set(codes(scene.dana.post("/v1/teams", {"name": " ", "leader_ids": []}))) == {
        "/name",
        "/leader_ids",
    }


# -- who sees what -------------------------------------------------------------------------------


def names(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.body
    return [each["name"] for each in reply.body["items"]]


def test_everybody_lists_their_own_teams(scene: TeamScene) -> None:
    a_team(scene.world, ("olga",), ("lena",), name="Art", school="south")
    assert names(scene.lena.get("/v1/teams")) == ["Art", "Grade 3 math"]
    assert names(scene.tess.get("/v1/teams")) == ["Grade 3 math"]
    assert names(scene.olga.get("/v1/teams")) == ["Art"]
    roles = [each["role"] for each in scene.lena.get("/v1/teams").body["items"]]
    assert roles == ["member", "leader"]


def test_administrators_list_those_of_their_schools(scene: TeamScene) -> None:
    a_team(scene.world, ("olga",), (), name="Art", school="south")
    a_team(scene.world, ("olga",), (), name="Everywhere", school="")
    assert names(scene.dana.get("/v1/teams")) == ["Art", "Everywhere", "Grade 3 math"]
    assert names(scene.sam.get("/v1/teams")) == ["Grade 3 math"]
    assert names(scene.sue.get("/v1/teams")) == ["Art"]
    assert names(scene.dana.get("/v1/teams?school_id=north")) == ["Grade 3 math"]
    assert names(scene.dana.get("/v1/teams?mine=true")) == []


def test_a_school_administrator_lists_teams_elsewhere_that_they_belong_to(scene: TeamScene) -> None:
    a_team(scene.world, ("olga",), ("sam",), name="Everywhere", school="")
    assert names(scene.sam.get("/v1/teams")) == ["Everywhere", "Grade 3 math"]
    assert names(scene.sam.get("/v1/teams?mine=true")) == ["Everywhere"]


def test_teams_are_found_by_their_name_and_by_their_people(scene: TeamScene) -> None:
    a_team(scene.world, ("olga",), (), name="Art", school="south")
    assert names(scene.dana.get("/v1/teams?text=MATH")) == ["Grade 3 math"]
    assert names(scene.dana.get("/v1/teams?text=olga+exam")) == ["Art"]
    assert names(scene.dana.get("/v1/teams?text=history")) == []


@pytest.mark.parametrize("who", ["dana", "lena"])
def test_a_long_list_comes_in_pages_without_a_gap(scene: TeamScene, who: str) -> None:
    for n in range(6):
        a_team(scene.world, ("lena",), (), name=f"Team {n}")
    person: WorldPerson = getattr(scene, who)
    found, path = [], "/v1/teams?limit=3"
    while path:
        page = person.get(path)
        found += names(page)
        path = page.body["next"] and f"/v1/teams?limit=3&cursor={page.body['next']}"
    assert found == ["Grade 3 math", *(f"Team {n}" for n in range(6))]


def test_to_others_there_is_no_such_team(scene: TeamScene) -> None:
    for stranger in (scene.olga, scene.sue):
        assert stranger.get(scene.path).code == "team_not_found"
    assert scene.dana.get("/v1/teams/none").status == 404


def test_everybody_sees_their_own_permissions(scene: TeamScene) -> None:
    assert scene.now(scene.tess)["allowed"] == ["leave"]
    assert "start_process" in scene.now(scene.lena)["allowed"]
    assert "start_process" not in scene.now(scene.dana)["allowed"]
    assert "retire" in scene.now(scene.sam)["allowed"]


# -- the guide: editing mastery level names and ranges ------------------------------------------


@pytest.mark.parametrize("lower", [True, False])
def test_yes_and_no_are_no_bounds(scene: TeamScene, lower: bool) -> None:
    levels = [{"name": "Low", "lower": lower}, {"name": "High", "lower": 60}]
    refused = scene.sam.post("/v1/teams", NEW | {"levels": {"levels": levels, "meets": 2}})
    assert refused.status == 422
    assert refused.body["errors"][0]["pointer"].startswith("/levels/levels/0/lower")


def test_the_leader_edits_a_levels_name(scene: TeamScene) -> None:
    begin_process(scene, "Unit 4")
    levels = [dict(each) for each in scene.now(scene.lena)["levels"]]
    kept = [{n: each[n] for n in ("name", "lower", "color")} for each in levels]
    kept[2]["name"] = "On track"
    reply = scene.lena.put(f"{scene.path}/levels", {"levels": kept, "meets": 3}, scene.etag)
    assert reply.status == 200, reply.body
    assert [each["name"] for each in reply.body["levels"]][2] == "On track"
    assert head(scene, "P-Unit 4").levels.bands[2].name == "On track"


def test_the_leader_slides_a_handle_and_the_neighbors_span_follows(scene: TeamScene) -> None:
    kept = [{"name": band.name, "lower": band.lower} for band in DEFAULT.bands]
    kept[2]["lower"] = "75"
    reply = scene.lena.put(f"{scene.path}/levels", {"levels": kept, "meets": 3}, scene.etag)
    spans = [each["range_text"] for each in reply.body["levels"]]
    assert spans[1:3] == ["50% to below 75%", "75% to below 85%"]


def test_other_levels_reach_every_open_process_and_no_locked_one(scene: TeamScene) -> None:
    for state in ProcessState:
        begin_process(scene, state.value, state)
    reply = scene.lena.put(f"{scene.path}/levels", THREE, scene.etag)
    assert reply.status == 200, reply.body
    for state in ProcessState:
        now = head(scene, f"P-{state.value}")
        is_open = state in (ProcessState.NAMED, ProcessState.PRE_TEST, ProcessState.POST_TEST)
        assert (now.levels.many, now.version) == ((3, 2) if is_open else (4, 1)), state
        assert now.state == state


def test_errors_of_levels_are_all_listed_with_their_places(scene: TeamScene) -> None:
    levels = [
        {"name": "Low", "lower": 10, "color": "#336699"},
        {"name": "LOW", "lower": 9, "color": "#336699"},
        {"name": "High", "lower": "lots", "color": "blue"},
    ]
    reply = scene.lena.put(f"{scene.path}/levels", {"levels": levels, "meets": 4}, scene.etag)
    assert codes(reply) == {
        "/levels/0/lower": "lowest_not_zero",
        "/levels/1/name": "same_name",
        "/levels/1/lower": "not_ascending",
        "/levels/1/color": "colors_alike",
        "/levels/2/lower": "lower_invalid",
        "/levels/2/color": "color_invalid",
        "/meets": "meets_out_of_range",
    }
    assert scene.now()["version"] == 1


def test_levels_as_they_are_change_nothing(scene: TeamScene) -> None:
    begin_process(scene, "Unit 4")
    first = scene.lena.put(f"{scene.path}/levels", THREE, scene.etag)
    again = scene.lena.put(f"{scene.path}/levels", THREE, first.etag)
    assert (again.status, again.body["version"]) == (200, 2)
    assert head(scene, "P-Unit 4").version == 2


def test_of_two_changes_at_once_the_second_gets_a_conflict(scene: TeamScene) -> None:
    etag = scene.etag
    assert scene.lena.put(f"{scene.path}/levels", THREE, etag).status == 200
    late = scene.lena.patch(scene.path, {"name": "Later"}, etag)
    assert (late.status, late.code) == (412, "changed_meanwhile")
    assert late.etag == '"2"'


def test_members_do_not_change_levels(scene: TeamScene) -> None:
    reply = scene.tess.put(f"{scene.path}/levels", THREE, scene.etag)
    assert (reply.status, reply.code) == (403, "not_for_team_members")


# -- the preview ---------------------------------------------------------------------------------


def test_a_preview_counts_who_would_move_and_changes_nothing(scene: TeamScene) -> None:
    first, second = begin_process(scene, "Unit 4"), begin_process(scene, "Unit 5")
    begin_process(scene, "Unit 1", ProcessState.LOCKED)
    scene.world.services.table.commit(
        [
            a_class_in(first, "c1", "tess", {"a": "49", "b": "66", "c": "absent"}, {"a": "80"}),
            a_class_in(first, "c2", "cole", {"a": "90", "d": "70"}),
        ]
    )
    before = [scene.now(), head(scene, first), head(scene, second)]
    easier = {
        "levels": [
            {"name": band.name, "lower": lower}
            for band, lower in zip(DEFAULT.bands, ("0", "50", "65", "85"), strict=True)
        ],
        "meets": 3,
    }
    reply = scene.lena.post(f"{scene.path}/levels/preview", easier)
    assert reply.status == 200, reply.body
    by_name = {each["name"]: each for each in reply.body["processes"]}
    assert by_name.keys() == {"Unit 4", "Unit 5"}
    pre = by_name["Unit 4"]["pre"]
    assert (pre["student_count"], pre["up"], pre["down"], pre["unchanged"]) == (3, 1, 0, 2), (
        "a counts once"
    )
    assert (pre["before"], pre["after"]) == ([1, 1, 1, 0], [1, 0, 2, 0])
    assert (pre["met_before"], pre["met_after"]) == (1, 2)
    assert by_name["Unit 4"]["post"]["student_count"] == 1
    assert by_name["Unit 5"]["pre"]["student_count"] == 0
    assert reply.body["locked_count"] == 1
    assert "1 finished Mastery Process stays as locked" in reply.body["message"]
    assert before == [scene.now(), head(scene, first), head(scene, second)]


def test_a_preview_says_which_goals_that_are_set_would_come_to_other_numbers(
    scene: TeamScene,
) -> None:
    process = begin_process(scene, "Unit 4")
    set_by_tess = KeptGoal(added=("a",), set_by="tess", set_at="2026-09-14T12:00:00Z")
    set_by_cole = KeptGoal(set_by="cole", set_at="2026-09-14T12:00:00Z")
    goals = [("c1", set_by_tess), ("c2", set_by_cole)]
    scene.world.services.table.commit(
        [
            a_class_in(process, "c1", "tess", {"a": "49", "b": "66", "c": "72"}),
            a_class_in(process, "c2", "cole", {"d": "90"}),
            a_class_in(process, "c3", "lena", {"e": "66"}),
            *(
                Put(
                    keys.process_goal(DISTRICT, process, name),
                    {"version": 1, "doc": goal.model_dump_json()},
                )
                for name, goal in goals
            ),
        ]
    )
    bands = zip(DEFAULT.bands, ("0", "50", "75", "85"), strict=True)
    stricter = {"levels": [{"name": one.name, "lower": at} for one, at in bands], "meets": 3}
    body = scene.lena.post(f"{scene.path}/levels/preview", stricter).body
    (found,) = body["processes"]
    assert (found["set_goal_count"], found["changed_goal_count"]) == (2, 1)
    (changed,) = found["changed_goals"]
    assert (changed["class_id"], changed["teacher_name"], changed["tested"]) == (
        "c1", "Tess Example", 3,
    )  # fmt: skip
    assert (changed["met_before"], changed["target_before"]) == (1, 3)
    assert (changed["met_after"], changed["target_after"]) == (0, 2)
    assert "Of 2 goals that teachers set, 1 would come to other numbers" in body["message"]


def test_a_preview_is_checked_like_the_change_itself(scene: TeamScene) -> None:
    wrong = scene.lena.post(f"{scene.path}/levels/preview", THREE | {"meets": 9})
    assert codes(wrong) == {"/meets": "meets_out_of_range"}
    assert scene.tess.post(f"{scene.path}/levels/preview", THREE).status == 403


# -- people --------------------------------------------------------------------------------------


def put(scene: TeamScene, by: WorldPerson, person: str, *, leader: bool = False) -> Reply:
    return by.put(f"{scene.path}/members/{person}", {"leader": leader}, scene.etag)


def test_a_leader_adds_a_colleague_who_then_sees_the_team_and_its_processes(
    scene: TeamScene,
) -> None:
    process = begin_process(scene, "Unit 4")
    reply = put(scene, scene.lena, "olga")
    assert reply.status == 200, reply.body
    assert [each["id"] for each in reply.body["members"]] == ["tess", "cole", "olga"]
    assert scene.olga.get(scene.path).body["role"] == "member"
    assert names(scene.olga.get("/v1/teams")) == ["Grade 3 math"]
    assert "olga" in [each.id for each in head(scene, process).members]


def test_only_administrators_choose_leaders(scene: TeamScene) -> None:
    refused = put(scene, scene.lena, "tess", leader=True)
    assert (refused.status, refused.code) == (403, "not_for_team_leaders")
    made = put(scene, scene.sam, "tess", leader=True)
    assert [each["id"] for each in made.body["leaders"]] == ["lena", "tess"]
    assert put(scene, scene.dana, "lena").body["members"][-1]["id"] == "lena"
    assert scene.lena.get(scene.path).body["role"] == "member"


def test_a_team_always_keeps_a_leader(scene: TeamScene) -> None:
    for reply in (
        put(scene, scene.dana, "lena"),
        scene.dana.delete(f"{scene.path}/members/lena", scene.etag),
        scene.lena.delete(f"{scene.path}/members/lena", scene.etag),
    ):
        assert (reply.status, reply.code) == (409, "team_needs_leader")


def test_members_cannot_add_anybody(scene: TeamScene) -> None:
    assert put(scene, scene.tess, "olga").code == "not_for_team_members"


def test_only_enabled_staff_can_be_added(scene: TeamScene) -> None:
    builders.a_person(scene.world, "gone", enabled=False)
    for nobody in ("gone", "nobody"):
        assert put(scene, scene.lena, nobody).code == "person_not_found"


def test_a_leader_takes_a_member_off_and_their_classes_stay(scene: TeamScene) -> None:
    process = begin_process(scene, "Unit 4")
    row = a_class_in(process, "c1", "tess", {"a": "49"})
    scene.world.services.table.commit([row, a_class_in(process, "c2", "cole", {"b": "60"})])
    reply = scene.lena.delete(f"{scene.path}/members/tess", scene.etag)
    assert reply.status == 200, reply.body
    assert reply.body["notes"] == [
        "1 class stays in “Unit 4”: what is entered there counts until it is locked."
    ]
    opened = scene.world.services.process_items.open(DISTRICT, process)
    assert opened is not None
    assert [each.school_class for each in opened.scores] == ["c1", "c2"]
    assert [each.id for each in opened.process.members] == ["cole"]
    assert scene.tess.get(scene.path).status == 404
    assert names(scene.tess.get("/v1/teams")) == []


def test_a_member_leaves(scene: TeamScene) -> None:
    reply = scene.tess.delete(f"{scene.path}/members/tess", scene.etag)
    assert (reply.status, reply.body["allowed"]) == (200, [])
    assert scene.tess.get(scene.path).status == 404


def test_a_member_cannot_take_a_colleague_off(scene: TeamScene) -> None:
    assert scene.tess.delete(f"{scene.path}/members/cole", scene.etag).status == 403


def test_a_person_outside_the_team_cannot_be_removed(scene: TeamScene) -> None:
    reply = scene.lena.delete(f"{scene.path}/members/olga", scene.etag)
    assert reply.code == "member_not_found"


# -- name and retirement -------------------------------------------------------------------------


def test_a_new_name_reaches_the_open_processes(scene: TeamScene) -> None:
    process, locked = (
        begin_process(scene, "Unit 4"),
        begin_process(scene, "Unit 1", ProcessState.LOCKED),
    )
    reply = scene.lena.patch(scene.path, {"name": "Third grade\nmath"}, scene.etag)
    assert reply.body["name"] == "Third grade math"
    assert head(scene, process).team_name == "Third grade math"
    assert head(scene, locked).team_name == "Grade 3 math"
    assert names(scene.dana.get("/v1/teams?text=third")) == ["Third grade math"]


def test_a_retired_team_starts_nothing_and_its_processes_go_on(scene: TeamScene) -> None:
    process = begin_process(scene, "Unit 4")
    reply = scene.sam.post(f"{scene.path}/retirement", etag=scene.etag)
    assert (reply.status, reply.body["retired"]) == (200, True)
    assert "start_process" not in scene.now(scene.lena)["allowed"]
    assert head(scene, process).version == 1
    assert names(scene.lena.get("/v1/teams")) == []
    assert names(scene.lena.get("/v1/teams?retired=true")) == ["Grade 3 math"]
    back = scene.sam.delete(f"{scene.path}/retirement", scene.etag)
    assert (back.status, back.body["retired"]) == (200, False)


def test_leaders_do_not_retire_their_team(scene: TeamScene) -> None:
    assert scene.lena.post(f"{scene.path}/retirement", etag=scene.etag).status == 403


# -- as large as it gets ---------------------------------------------------------------------------


def test_a_hundred_people_and_forty_open_processes_change_in_one_transaction(
    scene: TeamScene,
) -> None:
    people = [f"teacher-{n:03}" for n in range(99)]
    scene.team = a_team(scene.world, ("lena",), people, name="All of us")
    for n in range(40):
        begin_process(scene, f"Unit {n:02}")
    reply = scene.lena.put(f"{scene.path}/levels", THREE, scene.etag)
    assert reply.status == 200, reply.body
    assert {head(scene, f"P-Unit {n:02}").levels.many for n in range(40)} == {3}
    full = put(scene, scene.lena, "olga")
    assert (full.status, full.code) == (409, "team_full")


def test_a_shared_assessment_of_a_team_is_open_to_its_people(scene: TeamScene) -> None:
    teams = scene.world.services.teams
    shared = Put(keys.team_test(DISTRICT, scene.team.id, "01A", "P-Unit 4"), {})
    scene.world.services.table.commit([shared])
    assert scene.tess.caller is not None
    assert scene.olga.caller is not None
    assert teams.shares(scene.tess.caller, "01A")
    assert not teams.shares(scene.tess.caller, "01")
    assert not teams.shares(scene.olga.caller, "01A")
    assert [team.id for team in teams.all(DISTRICT)] == [scene.team.id]
