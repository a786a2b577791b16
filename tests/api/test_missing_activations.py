"""The classes without an activation, over all visible processes; and reminders, one or many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.rosters.model import RoleAt
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.team_scene import a_team
from tests.api.test_activations import activate
from tests.api.test_undone_activations import attach_post, undo
from tests.house.test_access_patterns import BATCH, COMMIT, QUERY, SEND, watching
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

LIST, REMIND = "/v1/missing-activations", "/v1/process-reminders"


def list_missing(person: WorldPerson, query: str = "") -> list[Any]:
    return list(expect_ok(person.get(f"{LIST}?{query}")).body["items"])


def missing(person: WorldPerson, query: str = "") -> dict[str, list[str]]:
    """Name who has not activated, by process."""
    return {
        each["process_name"]: [one["person_id"] for one in each["missing_people"]]
        for each in list_missing(person, query)
    }


def remind(person: WorldPerson, *tests: tuple[str, str], key: str = "") -> Reply:
    body = {"tests": [{"process_id": process, "test": test} for process, test in tests]}
    return person.post(REMIND, body, key=key or None)


def list_recipients(team: TeamAtWork) -> list[str]:
    return sorted(mail["To"] for mail in Machinery(team.world).texts())


# -- who has not activated -------------------------------------------------------------------------


def test_it_says_who_of_which_team_since_when_and_how_many(team: TeamAtWork) -> None:
    activate(team, team.mia, "c2")
    (found,) = list_missing(team.dana)
    people = found.pop("missing_people")
    assert [one["person_id"] for one in people] == ["lena", "noah"]
    assert people[0]["person_name"] == "Lena Example"
    assert found | {"links": {}} == {
        "process_id": team.process,
        "process_name": "Unit 4",
        "state": "pre_test",
        "step": "collect",
        "team_id": team.team,
        "team_name": "Grade 3 math",
        "school_id": "north",
        "school_name": "North Elementary",
        "test": "pre",
        "test_title": "Fractions, before",
        "attached_at": "2026-09-14T17:00:00.000Z",
        "member_count": 3,
        "missing_count": 2,
        "reminded_at": None,
        "reminded_by_name": None,
        "allowed": ["remind"],
        "links": {},
    }
    assert expect_ok(team.dana.get(found["links"]["process"])).body["id"] == team.process
    assert expect_ok(team.dana.get(found["links"]["reminders"])).body["items"] == []


def test_nobody_is_named_once_all_have_activated(team: TeamAtWork) -> None:
    for person, name in ((team.lena, "c1"), (team.mia, "c2"), (team.noah, "c3")):
        activate(team, person, name)
    assert list_missing(team.dana) == []


def test_the_test_that_counts_is_the_one_the_team_is_with(team: TeamAtWork) -> None:
    for person, name in ((team.lena, "c1"), (team.mia, "c2")):
        activate(team, person, name)
    team.world.clock.forward(days=3)
    attach_post(team)
    activate(team, team.mia, "c2", test="post")
    (found,) = list_missing(team.dana)
    assert (found["test"], found["attached_at"][:10]) == ("post", "2026-09-17")
    assert missing(team.dana) == {"Unit 4": ["lena", "noah"]}


def test_a_teacher_of_a_class_that_a_colleague_activated_is_not_missing(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "c2", "mia", "noah")
    activate(team, team.mia, "c2")
    assert missing(team.dana) == {"Unit 4": ["lena"]}


def test_a_teacher_who_undoes_the_only_activation_is_missing_again(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "c2", "mia", "noah")
    for person, name in ((team.lena, "c1"), (team.lena, "c4"), (team.mia, "c2")):
        activate(team, person, name)
    assert missing(team.dana) == {}
    expect_ok(undo(team, team.lena, "c1"))
    assert missing(team.dana) == {}, "another class of hers has it"
    expect_ok(undo(team, team.lena, "c4"))
    assert missing(team.dana) == {"Unit 4": ["lena"]}
    expect_ok(undo(team, team.mia, "c2"))
    assert missing(team.dana) == {"Unit 4": ["lena", "mia", "noah"]}


def test_people_who_teach_nothing_cannot_be_missing(team: TeamAtWork) -> None:
    coach = (RoleAt(role=Role.SCHOOL_ADMIN, school="north"),)
    for name in ("lena", "noah"):
        builders.a_person(team.world, name, "north", roles=coach)
    assert missing(team.dana) == {"Unit 4": ["mia"]}
    activate(team, team.mia, "c2")
    assert list_missing(team.dana) == []


def test_it_is_narrowed_as_the_list_of_processes(team: TeamAtWork) -> None:
    other = a_team(team.world, ("olga",), (), name="South team", school="south").id
    made = {"name": "Unit 9", "pre_test": {"assessment_id": team.a_test("South", team.olga)}}
    expect_ok(team.olga.post(f"/v1/teams/{other}/processes", made))
    team.begin("Unit 5", pre_test="")
    assert missing(team.dana) == {"Unit 9": ["olga"], "Unit 4": ["lena", "mia", "noah"]}
    for query, names in (
        ("state=open", {"Unit 9", "Unit 4"}),
        ("state=pre_test", {"Unit 9", "Unit 4"}),
        ("state=post_test", set()),
        ("state=named", set()),
        ("state=locked", set()),
        ("step=collect", {"Unit 9", "Unit 4"}),
        ("step=reflect", set()),
        ("school_id=south", {"Unit 9"}),
        (f"team_id={team.team}", {"Unit 4"}),
    ):
        assert set(missing(team.dana, query)) == names, query
    assert team.dana.get(f"{LIST}?state=lost").status == 422
    first = expect_ok(team.dana.get(f"{LIST}?limit=1")).body
    second = expect_ok(team.dana.get(f"{LIST}?limit=1&cursor={first['next']}")).body
    assert [one["process_name"] for page in (first, second) for one in page["items"]] == [
        "Unit 9", "Unit 4",
    ]  # fmt: skip
    assert second["next"] is None


# -- the audience ----------------------------------------------------------------------------------


def test_administrators_see_their_schools_teams_and_teachers_nothing(team: TeamAtWork) -> None:
    assert missing(team.sam) == missing(team.dana)
    assert missing(team.saul) == {}
    assert team.lena.get(LIST).status == 403
    assert remind(team.lena, (team.process, "pre")).status == 403


def test_people_who_see_a_part_of_a_process_do_not_see_missing_teachers(world: World) -> None:
    team = world.scene(TeamAtWork)
    whole = a_team(world, ("olga",), ("lena",), name="District team", school="").id
    test = team.a_test("District", team.olga)
    body = {"name": "Unit D", "pre_test": {"assessment_id": test}}
    made = expect_ok(team.olga.post(f"/v1/teams/{whole}/processes", body)).body["id"]
    expect_ok(
        team.lena.post(f"/v1/processes/{made}/activations", {"test": "pre", "class_id": "c1"})
    )
    seen = [each["name"] for each in expect_ok(team.sam.get("/v1/processes")).body["items"]]
    assert seen == ["Unit D", "Unit 4"], "he sees his school's part"
    assert set(missing(team.sam)) == {"Unit 4"}
    assert missing(team.dana)["Unit D"] == ["olga"]
    (asked,) = expect_ok(remind(team.sam, (made, "pre"))).body["tests"]
    assert asked["code"] == "school_part_only"


def test_a_member_who_administers_another_school_sees_and_does_not_remind(
    team: TeamAtWork,
) -> None:
    mia = team.world.person("mia", Role.SCHOOL_ADMIN, Role.TEACHER, schools=("south",))
    (found,) = list_missing(mia)
    assert found["allowed"] == []
    (asked,) = expect_ok(remind(mia, (team.process, "pre"))).body["tests"]
    assert (asked["reminder"], asked["code"]) == (None, "not_for_team_members")


# -- reminding -------------------------------------------------------------------------------------


def more_processes(team: TeamAtWork, many: int) -> list[str]:
    return [team.begin(f"Unit {n}", pre_test=team.a_test(f"Test {n}")) for n in range(many)]


def test_all_listed_are_reminded_at_once_each_of_each_test(team: TeamAtWork) -> None:
    second, third = more_processes(team, 2)
    activate(team, team.mia, "c2")
    asked = remind(team.dana, *((each, "pre") for each in (team.process, second, third)))
    assert asked.status == 202
    reminders = [each["reminder"] for each in asked.body["tests"]]
    assert [each["state"] for each in reminders] == ["writing"] * 3
    Machinery(team.world).run()
    assert list_recipients(team) == sorted(
        [f"{name}@example.org" for name in ("lena", "mia", "noah")] * 3
    )
    for each in reminders:
        job = expect_ok(team.dana.get(each["links"]["job"])).body
        assert (job["state"], job["counts"]) == ("done", {"written": 3})
    found = list_missing(team.sam)
    assert {each["reminded_by_name"] for each in found} == {"Dana Example"}
    assert all(each["reminded_at"] for each in found)
    history = expect_ok(team.dana.get("/v1/history")).body["items"]
    words = [each["words"] for each in history if each["operation"] == "create_process_reminders"]
    assert words == ["reminded the data team"] * 3


def test_nobody_gets_two_mails_of_a_test_on_a_day_however_they_are_reminded(
    team: TeamAtWork,
) -> None:
    expect_ok(remind(team.dana, (team.process, "pre"), (team.process, "pre"), key="k"))
    Machinery(team.world).run()
    expect_ok(remind(team.sam, (team.process, "pre")))
    expect_ok(team.lena.post(f"{team.path}/reminders", {"test": "pre"}))
    Machinery(team.world).run()
    assert len(list_recipients(team)) == len(set(list_recipients(team))) == 3
    team.world.clock.forward(seconds=20 * 3600)
    again = remind(team.dana, (team.process, "pre"), (team.process, "pre"), key="k")
    assert [each["reminder"]["date"] for each in again.body["tests"]] == ["2026-09-14"]
    Machinery(team.world).run()
    assert len(list_recipients(team)) == 3, "a repeat under the same key asks nothing anew"
    expect_ok(remind(team.dana, (team.process, "pre")))
    Machinery(team.world).run()
    assert len(list_recipients(team)) == 6, "on the next day they are reminded again"


def test_a_process_that_is_over_is_left_out_with_its_reason_and_the_others_are_reminded(
    team: TeamAtWork,
) -> None:
    (second,) = more_processes(team, 1)
    etag = expect_ok(team.lena.get(f"/v1/processes/{second}")).etag
    expect_ok(team.lena.delete(f"/v1/processes/{second}", etag=etag))
    bare = team.begin("Unit 8", pre_test="")
    asked = remind(
        team.dana, (second, "pre"), ("gone", "pre"), (bare, "pre"), (team.process, "post"),
        (team.process, "pre"),
    )  # fmt: skip
    codes = [each["code"] for each in expect_ok(asked).body["tests"]]
    assert codes == [
        "process_not_found", "process_not_found", "no_pre_test", "no_post_test", None,
    ]  # fmt: skip
    assert all(each["message"] for each in asked.body["tests"][:4])
    names = [each["process_name"] for each in asked.body["tests"]]
    assert names == [None, None, "Unit 8", "Unit 4", "Unit 4"]
    Machinery(team.world).run()
    assert len(list_recipients(team)) == 3


def test_another_schools_administrator_reminds_nobody(team: TeamAtWork) -> None:
    (asked,) = expect_ok(remind(team.saul, (team.process, "pre"))).body["tests"]
    assert asked["code"] == "process_not_found"
    Machinery(team.world).run()
    assert list_recipients(team) == []


@pytest.mark.parametrize("many", [0, 21])
def test_one_request_is_of_one_to_twenty_tests(team: TeamAtWork, many: int) -> None:
    assert remind(team.dana, *[(team.process, "pre")] * many).status == 422


def test_twenty_are_one_transaction(team: TeamAtWork) -> None:
    a_team(team.world, ("olga",), (), name="South team", school="south")
    processes = [team.process, *more_processes(team, 19)][:20]
    with watching(team.world) as watch:
        expect_ok(remind(team.dana, *((each, "pre") for each in processes), key="k"))
    assert watch.calls[1:] == [BATCH, BATCH, COMMIT, *[SEND] * len(processes)]
    for _ in range(2):
        expect_ok(remind(team.dana, *((each, "pre") for each in processes)))
    Machinery(team.world).run()
    assert len(list_recipients(team)) == 3 * len(processes)


# -- what it costs, and what earlier releases left -------------------------------------------------


def calls_of_a_list(team: TeamAtWork, more: Sequence[str]) -> list[str]:
    with watching(team.world) as watch:
        assert len(list_missing(team.dana)) == 1 + len(more)
    return watch.calls[1:]


def test_a_list_of_many_processes_asks_as_often_as_one_of_one(team: TeamAtWork) -> None:
    expected = [QUERY, QUERY, BATCH, BATCH]  # a state each, who teaches, today's reminders
    assert calls_of_a_list(team, ()) == expected
    assert calls_of_a_list(team, more_processes(team, 9)) == expected


def forget_activators(team: TeamAtWork, process: str) -> None:
    """Leave a process as 0.3 had it, which did not write down who activated."""
    key = keys.process(DISTRICT, process)
    team.world.services.table.commit([Update(key, remove=("activators",))])


def test_of_a_process_of_before_this_release_its_rows_say_who_activated(team: TeamAtWork) -> None:
    activate(team, team.mia, "c2")
    forget_activators(team, team.process)
    assert missing(team.dana) == {"Unit 4": ["lena", "noah"]}
    activate(team, team.noah, "c3")
    head = team.world.services.process_items.head(DISTRICT, team.process)
    assert head is not None
    known = {test.value: people for test, people in (head.activators or {}).items()}
    assert known == {"pre": {"mia", "noah"}}
    assert missing(team.dana) == {"Unit 4": ["lena"]}
    forget_activators(team, team.process)
    expect_ok(undo(team, team.mia, "c2"))
    assert missing(team.dana) == {"Unit 4": ["lena", "mia"]}
