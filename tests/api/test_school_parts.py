"""The view of school administrators of a process with a class of their school (P16)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.process_scene import expect_ok
from tests.api.school_part_scene import TwoSchools, points
from tests.support.world import World, WorldPerson

SCREENS = ("", "/collection", "/comparison", "/growth", "/goals", "/comparison/students")


def prepare_schools(world: World) -> TwoSchools:
    """Twenty-two students at north, nine at south: nobody is few."""
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14, 10), points("a", 14, 14))
    made.put("c2", "mia", points("b", 8, 4), points("b", 8, 10))
    made.put("c5", "olga", points("o", 9, 16), points("o", 9, 17))
    return made


@pytest.fixture
def schools(world: World) -> TwoSchools:
    return world.scene(prepare_schools)


def prepare_small(world: World) -> TwoSchools:
    """Three at south."""
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14, 10), points("a", 14, 14))
    made.put("c5", "olga", points("o", 3, 16), points("o", 3, 17))
    return made


@pytest.fixture
def small(world: World) -> TwoSchools:
    return world.scene(prepare_small)


def list_processes(person: WorldPerson, query: str = "") -> list[str]:
    return [each["name"] for each in expect_ok(person.get(f"/v1/processes{query}")).body["items"]]


def code(reply: Any) -> tuple[int, str]:
    return reply.status, reply.body.get("code", "")


# -- lists -----------------------------------------------------------------------------------------


def test_it_stands_in_the_lists_of_administrators_with_a_class_in_it(schools: TwoSchools) -> None:
    for person in (schools.nora, schools.saul, schools.both, schools.dana):
        assert list_processes(person) == ["Unit 4"]
    assert list_processes(schools.wes) == []


def test_a_process_without_a_class_of_theirs_does_not(schools: TwoSchools) -> None:
    schools.begin("Unit 5, only begun")
    assert list_processes(schools.saul) == ["Unit 4"]
    assert "Unit 5, only begun" in list_processes(schools.dana)


def test_the_filter_by_school_finds_classes_there_as_well(schools: TwoSchools) -> None:
    for person in (schools.dana, schools.both):
        assert list_processes(person, "?school_id=south") == ["Unit 4"]
        assert list_processes(person, "?school_id=west") == []
    assert list_processes(schools.saul, "?state=open&school_id=south") == ["Unit 4"]


def test_a_list_says_what_the_process_is_to_them_and_leads_nowhere_in_vain(
    schools: TwoSchools,
) -> None:
    [head] = expect_ok(schools.saul.get("/v1/processes")).body["items"]
    assert (head["role"], head["allowed"]) == ("school_administrator", [])
    for link in head["links"].values():
        assert schools.saul.get(link).status == 200, link


def test_processes_of_before_0_4_stand_in_the_list_too(schools: TwoSchools) -> None:
    for lock in (False, True):
        if lock:
            schools.lock()
        schools.as_before_0_4()
        assert list_processes(schools.saul) == ["Unit 4"]
        assert list_processes(schools.wes) == []
        assert schools.look("", schools.saul)["role"] == "school_administrator"


def test_of_many_of_before_0_4_a_page_reads_some_and_the_next_goes_on(
    schools: TwoSchools,
) -> None:
    for n in range(30):
        schools.process = schools.begin(f"Old {n:02}")
        schools.put("c5", "olga", points("o", 9))
        schools.as_before_0_4()
    found: list[str] = []
    path, cursor, pages = "/v1/processes?limit=100", "", 0
    while cursor is not None:
        body = expect_ok(schools.saul.get(f"{path}&cursor={cursor}" if cursor else path)).body
        found += [each["name"] for each in body["items"]]
        cursor, pages = body["next"], pages + 1
    assert len(found) == len(set(found)) == 31
    assert pages == 2
    assert len(list_processes(schools.saul, "?limit=100")) == 31


# -- opening ---------------------------------------------------------------------------------------


def test_it_opens_with_the_classes_of_their_school_and_no_page(schools: TwoSchools) -> None:
    shown = schools.look("", schools.saul)
    assert (shown["role"], shown["limited_to_school_ids"], shown["pages"]) == (
        "school_administrator", ["south"], {},
    )  # fmt: skip
    assert [each["class_id"] for each in shown["classes"]] == ["c5"]
    assert [each["id"] for each in shown["members"]] == ["olga"]
    assert [each["id"] for each in shown["leaders"]] == ["lena"]
    assert shown["notes"]
    assert [each["class_id"] for each in schools.look("", schools.both)["classes"]] == [
        "c1", "c2", "c5",
    ]  # fmt: skip


def test_others_see_all_of_it_as_before(schools: TwoSchools) -> None:
    for person in (schools.lena, schools.dana):
        shown = schools.look("", person)
        assert shown["limited_to_school_ids"] is None
        assert len(shown["classes"]) == 3
        assert len(shown["pages"]) == 4
        assert schools.look("/collection", person)["schools"] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_a_person_without_a_class_in_it_learns_nothing(schools: TwoSchools, screen: str) -> None:
    assert code(schools.wes.get(schools.path + screen)) == (404, "process_not_found")


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_names_another_school_s_teacher_class_or_student(
    schools: TwoSchools, screen: str
) -> None:
    said = str(schools.look(screen, schools.saul))
    for name in ("'c1'", "'c2'", "Math c1", "Zimmer a0", "Zimmer b0", "Mia Example", "'north'"):
        assert name not in said, name


def test_collection_is_the_team_and_their_part(schools: TwoSchools) -> None:
    body = schools.look("/collection", schools.saul)
    assert body["team"]["tested"] == 31
    assert body["team"]["average"]["text"] == "51.0% (n = 31)"
    assert [(each["school_id"], each["tested"]) for each in body["schools"]] == [("south", 9)]
    assert [each["teacher_name"] for each in body["teachers"]] == ["Olga Example"]
    assert [each["class_id"] for each in body["classes"]] == ["c5"]
    assert [bar["label"] for bar in body["chart"]["bars"]] == [
        "Team", "Your school", "Olga Example",
    ]  # fmt: skip
    assert body["notes"] == []


def test_comparison_and_growth_are_the_team_and_their_part(schools: TwoSchools) -> None:
    body = schools.look("/comparison", schools.saul)
    assert body["team"]["matched"]["pre"]["student_count"] == 31
    assert body["schools"][0]["matched"]["change"]["points"] == 5.0
    grown = schools.look("/growth", schools.saul)
    assert grown["team"]["student_count"] == 31
    assert [(each["school_id"], each["student_count"]) for each in grown["schools"]] == [
        ("south", 9)
    ]
    assert [each["teacher_id"] for each in grown["teachers"]] == ["olga"]


def test_goals_are_the_team_s_and_those_of_their_classes(schools: TwoSchools) -> None:
    body = schools.look("/goals", schools.saul)
    assert body["team"]["tested"] == 31
    assert [(each["school_id"], each["tested"]) for each in body["schools"]] == [("south", 9)]
    assert "of your school" in body["schools"][0]["message"]
    assert [each["class_id"] for each in body["classes"]] == ["c5"]
    one = schools.look("/goals/c5", schools.saul)
    assert (len(one["students"]), one["allowed"]) == (9, [])
    assert code(schools.saul.get(f"{schools.path}/goals/c1")) == (404, "class_not_found")


def test_students_are_those_of_their_school(schools: TwoSchools) -> None:
    body = schools.look("/comparison/students?limit=100", schools.saul)
    assert {each["class_id"] for each in body["items"]} == {"c5"}
    assert len(body["items"]) == 9
    csv = expect_ok(schools.saul.get(f"{schools.path}/comparison/students.csv"))
    assert str(csv.body).count("Math c5") == 9
    assert "Math c1" not in str(csv.body)


@pytest.mark.parametrize(
    ("method", "what"),
    [
        ("GET", "/pages/analyze"), ("GET", "/report"), ("GET", "/activations"),
        ("POST", "/printouts"), ("PATCH", "/pages/analyze"), ("PATCH", ""), ("PUT", "/pre-test"),
    ],
)  # fmt: skip
def test_a_part_refuses_what_it_cannot_show_with_the_way_out(
    schools: TwoSchools, method: str, what: str
) -> None:
    bodies = {"": {"name": "Mine"}, "/pre-test": {"assessment_id": "A"}}
    body = bodies.get(what, {} if method != "GET" else None)
    reply = schools.saul.send(method, schools.path + what, body, {"If-Match": '"1"'})
    assert code(reply) == (403, "school_part_only")
    assert "library" in reply.body["detail"]


def test_of_a_locked_one_the_same(schools: TwoSchools) -> None:
    schools.lock()
    assert [each["class_id"] for each in schools.look("", schools.saul)["classes"]] == ["c5"]
    assert code(schools.saul.get(f"{schools.path}/report")) == (403, "school_part_only")
    assert code(schools.wes.get(schools.path)) == (404, "process_not_found")


def test_administrators_of_the_team_s_own_school_see_it_as_before(world: World) -> None:
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 3))
    team = made.team.model_copy(update={"school": "north"})
    repository = world.services.process_items
    head = repository.head("gb", made.process)
    assert head is not None
    act = made.dana.act()
    assert repository.change(act, head.model_copy(update={"school": team.school, "version": 2}))
    shown = made.look("", made.nora)
    assert (shown["role"], shown["limited_to_school_ids"]) == ("administrator", None)


# -- suppression -----------------------------------------------------------------------------------


def test_the_team_is_hidden_where_one_to_four_of_another_school_remain(small: TwoSchools) -> None:
    body = small.look("/collection", small.nora)
    team = body["team"]
    assert [team[each] for each in ("tested", "average", "levels", "student_count", "absent")] == [
        None, None, [], None, None,
    ]  # fmt: skip
    assert team["proficient"] is None
    assert [bar["label"] for bar in body["chart"]["bars"]] == ["Your school", "Lena Example"]
    assert "Of the team as a whole, the pre-test" in body["notes"][0]
    assert body["schools"][0]["tested"] == 14
    compared = small.look("/comparison", small.nora)["team"]
    assert compared == {
        each: {"pre": None, "post": None, "change": None} for each in ("all_tested", "matched")
    }
    grown = small.look("/growth", small.nora)["team"]
    withheld = grown["withheld"]
    assert (grown["student_count"], withheld["reason"], withheld["student_count"]) == (
        None,
        "protected",
        None,
    )
    goals = small.look("/goals", small.nora)
    assert goals["team"] is None
    assert "goal is not shown" in goals["notes"][0]


def test_it_is_hidden_from_both_and_their_own_part_is_not(small: TwoSchools) -> None:
    """The administrator of the small school may see its students: not what the team leaves."""
    body = small.look("/collection", small.saul)
    assert body["team"]["tested"] is None
    assert body["schools"][0]["tested"] == 3
    assert len(small.look("/comparison/students", small.saul)["items"]) == 3


def test_members_and_district_administrators_see_the_team(small: TwoSchools) -> None:
    for person in (small.lena, small.dana):
        assert small.look("/collection", person)["team"]["tested"] == 17
        assert small.look("/growth", person)["team"]["student_count"] == 17


def test_two_who_missed_the_post_test_hide_the_pre_test_and_not_the_growth(
    world: World,
) -> None:
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14), points("a", 14))
    made.put("c5", "olga", points("o", 9), points("o", 7))
    compared = made.look("/comparison", made.nora)["team"]
    assert compared["all_tested"]["pre"] is None
    assert compared["all_tested"]["post"]["student_count"] == 21
    assert compared["matched"]["pre"]["student_count"] == 21
    assert made.look("/growth", made.nora)["team"]["student_count"] == 21


# -- the library -----------------------------------------------------------------------------------


def read(made: TwoSchools, person: WorldPerson) -> dict[str, Any]:
    made.lock()
    body: dict[str, Any] = expect_ok(person.get(f"/v1/library/{made.process}")).body
    return body


def test_the_library_shows_no_team_that_leaves_few_to_an_administrator(small: TwoSchools) -> None:
    """Everybody of the staff reads it: whoever knows fourteen of seventeen would know three."""
    for person in (small.nora, small.wes, small.lena):
        body = read(small, person)
        assert body["averages"] is None
        assert body["growth_message"].startswith("Results are hidden to protect privacy")
        assert not any(
            number in str(body["averages"]) + body["growth_message"] for number in ("17", "3 ")
        )


def test_the_library_shows_a_team_of_large_schools(schools: TwoSchools) -> None:
    body = read(schools, schools.wes)
    assert body["averages"]["pre"]["student_count"] == 31
    assert "31 students with both tests" in body["growth_message"]


def test_the_library_hides_who_missed_a_test_at_one_school(world: World) -> None:
    """Six missed it, and no school more than three."""
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14), points("a", 11))
    made.put("c5", "olga", points("o", 12), points("o", 9))
    body = read(made, made.wes)
    assert body["averages"]["pre"] is None
    assert body["averages"]["matched_pre"]["student_count"] == 20
