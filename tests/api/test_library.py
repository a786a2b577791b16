"""The library (P14): what anybody on the staff finds in it, and starts from it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.processes.library.model import LibraryEntry
from chalicelib.processes.library.repository import entry_put
from chalicelib.processes.library.service import AT_MOST
from chalicelib.processes.model import Attached
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import FRACTIONS, RIGHT, expect_ok
from tests.api.team_scene import a_team
from tests.house.test_access_patterns import watching
from tests.support.world import DISTRICT, World, WorldPerson

LEVELS = {
    "levels": [{"name": "Not yet", "lower": 0}, {"name": "There", "lower": 60}],
    "meets": 2,
}
STRATEGY = {
    "id": "s1",
    "strategy": "Draw before you count",
    "levels": [1, 2],
    "responsible": "everybody",
}


def prepare_finished(world: World) -> FinishedTeam:
    """A team whose process is locked; what the goals page and a strategy say goes on."""
    team = world.scene(FinishedTeam)
    path = f"{team.path}/pages/strategies"
    shown = expect_ok(team.mia.get(path))
    expect_ok(team.mia.patch(path, {"rows": [STRATEGY]}, etag=shown.etag))
    team.lock_and_settle()
    return team


@pytest.fixture
def finished(world: World) -> FinishedTeam:
    return world.scene(prepare_finished)


def entries(number: int, **changed: Any) -> Iterator[LibraryEntry]:
    """Entries of processes that were locked a second after each other."""
    test = Attached(assessment="A", title="Test", subject="Mathematics", grades=("03",))
    for n in range(number):
        known = {
            "id": f"P{n:04}",
            "name": f"Unit {n}",
            "team": f"T{n % 7}",
            "team_name": f"Team {n % 7}",
            "school": ("north", "south")[n % 2],
            "year": ("2025-2026", "2026-2027")[n % 2],
            "locked": f"2027-05-20T15:{n // 60 % 60:02}:{n % 60:02}.{n // 3600:03}Z",
            "pre": test.model_copy(update={"standards": (f"3.NF.{n % 5}",)}),
            "growth": "The average rose.",
            "words": f"unit {n} team {n % 7}",
        }
        yield LibraryEntry(**known | changed)


def shelve(world: World, made: Iterator[LibraryEntry]) -> None:
    world.services.table.put_all(entry_put(DISTRICT, each) for each in made)


def search(person: WorldPerson, query: str = "") -> Any:
    return expect_ok(person.get(f"/v1/library{query}")).body


def names(person: WorldPerson, query: str = "") -> list[str]:
    return [each["name"] for each in search(person, query)["items"]]


def everything(person: WorldPerson, query: str) -> list[str]:
    """All pages of a search, one after another."""
    found: list[str] = []
    cursor = ""
    while True:
        page = search(person, f"{query}{cursor}")
        found += [each["name"] for each in page["items"]]
        if not page["next"]:
            return found
        cursor = f"&cursor={page['next']}"


# -- what is in it ---------------------------------------------------------------------------------


def test_a_finished_process_is_in_it_once_and_an_open_one_is_not(finished: FinishedTeam) -> None:
    (found,) = search(finished.olga)["items"]
    assert found["id"] == finished.process
    assert (found["name"], found["team_name"]) == ("Unit 4", "Grade 3 math")
    assert FRACTIONS in found["standards"]
    assert found["test_titles"] == ["Fractions, before", "Fractions, before (post-test)"]
    assert found["growth_message"].startswith("The average ")
    finished.machinery.run()
    assert len(search(finished.olga)["items"]) == 1
    finished.begin("Another")
    assert names(finished.olga) == ["Unit 4"]


@pytest.mark.parametrize(
    "query",
    ["text=floor%20line", "text=draw", "text=grade%203", "year=2026-2027", "school_id=north"],
)
def test_it_is_found_by_its_words_and_facts(finished: FinishedTeam, query: str) -> None:
    assert names(finished.olga, f"?{query}") == ["Unit 4"]


def test_a_teacher_of_another_school_reads_what_the_team_learned(finished: FinishedTeam) -> None:
    read = expect_ok(finished.olga.get(f"/v1/library/{finished.process}")).body
    assert read["pages"]["reflect"]["fields"]["what_worked"] == "The floor line."
    assert read["pages"]["strategies"]["rows"][0]["strategy"] == STRATEGY["strategy"]
    assert (
        read["averages"]["matched_pre"]["student_count"]
        == read["averages"]["matched_post"]["student_count"]
        == 9
    )
    assert len(read["notes"]) == 4
    assert read["pre_test"]["assessment_id"] == finished.pre_test
    assert finished.olga.get(f"/v1/processes/{finished.process}").status == 404


def test_figures_that_reveal_students_of_one_test_alone_are_left_out(
    finished: FinishedTeam,
) -> None:
    """One student of ten was absent from the post-test: ten averages less nine are one score."""
    read = expect_ok(finished.olga.get(f"/v1/library/{finished.process}")).body
    assert read["averages"]["pre"] is read["averages"]["post"] is None
    assert read["averages"]["matched_pre"]["percent"] is not None
    assert read["notes"][-1].startswith("The averages of everyone who took a test are hidden")


def test_all_averages_are_shown_where_all_took_both_tests(world: World) -> None:
    team = world.scene(FinishedTeam)
    post = f"/v1/trackers/{team.trackers['c2']}/sheets/{_post_test(team)}"
    team.enter(team.mia, post, {team.students["c2"][4]: RIGHT})
    team.lock_and_settle()
    read = expect_ok(team.olga.get(f"/v1/library/{team.process}")).body
    assert read["averages"]["pre"] == read["averages"]["matched_pre"]
    assert read["averages"]["post"]["student_count"] == 10
    assert len(read["notes"]) == 3


def test_it_names_no_student_teacher_or_class(finished: FinishedTeam) -> None:
    for path in ("/v1/library", f"/v1/library/{finished.process}"):
        said = str(expect_ok(finished.olga.get(path)).body)
        hidden = ["Zimmer", "Ada", "Lena", "Mia", "Noah", "Math c", "c1s", "'c1'", "'mia'", "lena"]
        assert not [each for each in hidden if each in said], path


def test_below_five_students_with_both_tests_no_figure_is_shown(world: World) -> None:
    team = world.scene(FinishedTeam)
    post = f"/v1/trackers/{team.trackers['c1']}/sheets/{_post_test(team)}"
    team.enter(team.lena, post, dict.fromkeys(team.students["c1"], "absent"))
    team.lock_and_settle()
    read = expect_ok(team.olga.get(f"/v1/library/{team.process}")).body
    assert read["averages"] is None
    assert read["growth_message"].startswith("Growth is not shown: 4 students have both tests")
    assert read["notes"] == [read["growth_message"]]
    (found,) = search(team.olga)["items"]
    assert found["growth_message"] == read["growth_message"]


def _post_test(team: FinishedTeam) -> str:
    return str(team.read_process().body["post_test"]["assessment_id"])


def test_an_open_process_and_an_unknown_one_are_not_there(world: World) -> None:
    team = world.scene(FinishedTeam)
    for name in (team.process, "nothing"):
        refused = team.olga.get(f"/v1/library/{name}")
        assert (refused.status, refused.code) == (404, "process_not_found")


# -- searching -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "many"),
    [
        ("", 70),
        ("standard=3.nf.4", 14),
        ("subject=mathematics", 70),
        ("subject=reading", 0),
        ("grade=03", 70),
        ("year=2025-2026", 35),
        ("team_id=T3", 10),
        ("school_id=south", 35),
        ("text=unit%2069", 1),
        ("school_id=south&team_id=T3", 5),
    ],
)
def test_every_condition_of_a_search_must_hold(world: World, query: str, many: int) -> None:
    shelve(world, entries(70))
    assert len(everything(world.teacher("olga", "south"), f"?limit=100&{query}")) == many


def test_the_newest_come_first_page_by_page(world: World) -> None:
    shelve(world, entries(70))
    olga = world.teacher("olga", "south")
    first = search(olga, "?limit=8&school_id=north")
    assert [each["name"] for each in first["items"]] == [f"Unit {n}" for n in range(68, 52, -2)]
    every = everything(olga, "?limit=8&school_id=north")
    assert every == [f"Unit {n}" for n in range(68, -2, -2)]


def test_a_process_locked_while_somebody_pages_moves_nothing(world: World) -> None:
    shelve(world, entries(10))
    olga = world.teacher("olga", "south")
    page = search(olga, "?limit=5")
    shelve(world, entries(1, id="NEW", name="New", locked="2027-06-01T00:00:00.000Z"))
    later = search(olga, f"?limit=5&cursor={page['next']}")
    assert [each["name"] for each in later["items"]] == [f"Unit {n}" for n in range(4, -1, -1)]


def test_a_rare_thing_is_found_behind_many_others(world: World) -> None:
    shelve(world, entries(AT_MOST + 50))
    olga = world.teacher("olga", "south")
    page = search(olga, "?text=unit%207")
    assert AT_MOST > 1_000
    assert everything(olga, "?limit=50&standard=3.NF.2&team_id=T3&school_id=north")[-1] == "Unit 52"
    assert page["items"]


@pytest.mark.parametrize("query", ["year=2026", "text=", "color=red", f"text={'x' * 101}"])
def test_a_search_that_cannot_be_meant_is_refused(world: World, query: str) -> None:
    assert world.teacher("olga", "south").get(f"/v1/library?{query}").status in (400, 422)


def test_two_thousand_entries_are_a_few_queries(world: World) -> None:
    dice = random.Random(1)  # four pages' words, not to be squeezed much
    text = " ".join(f"{dice.getrandbits(28):07x}" for _ in range(400))
    shelve(world, entries(2_000, words=text))
    olga = world.teacher("olga", "south")
    search(olga, "?limit=20")  # names are read once
    for query, calls in (("?text=nothing", 5), ("?limit=20", 1)):
        with watching(world) as watch:
            search(olga, query)
        assert watch.calls.count("Query") == calls, query


# -- starting from one -----------------------------------------------------------------------------


def test_a_new_process_begins_with_the_texts_of_an_old_one(finished: FinishedTeam) -> None:
    body = {"name": "Unit 4, next year", "started_from_id": finished.process}
    made = expect_ok(finished.lena.post(f"/v1/teams/{finished.team}/processes", body)).body
    pages = made["pages"]
    assert pages["goals"]["fields"]["team_goal"] == "Everybody places fractions on a line."
    (row,) = pages["strategies"]["rows"]
    assert (row["strategy"], row["levels"]) == (STRATEGY["strategy"], STRATEGY["levels"])
    assert pages["analyze"]["version"] == pages["reflect"]["version"] == 0
    assert made["started_from_id"] == finished.process
    assert (made["state"], made["step"]) == ("named", "collect")
    attached = {"assessment_id": finished.pre_test}
    path = f"/v1/processes/{made['id']}"
    now = expect_ok(
        finished.lena.put(f"{path}/pre-test", attached, etag=f'"{made["version"]}"')
    ).body
    assert now["step"] == "strategies", "its texts count once it has a pre-test"
    read = expect_ok(finished.lena.get(f"/v1/processes/{made['id']}/pages/goals")).body
    assert "Mia" not in str(read), "they are the leader's now"


def test_a_team_with_other_levels_takes_the_texts_without_them(finished: FinishedTeam) -> None:
    theirs = a_team(finished.world, ("olga",), (), name="South", school="south").id
    path = f"/v1/teams/{theirs}"
    etag = expect_ok(finished.olga.get(path)).etag
    expect_ok(finished.olga.put(f"{path}/levels", LEVELS, etag=etag))
    body = {"name": "Ours", "started_from_id": finished.process}
    made = expect_ok(finished.olga.post(f"{path}/processes", body)).body
    (row,) = made["pages"]["strategies"]["rows"]
    assert row["strategy"] == STRATEGY["strategy"]
    assert row["levels"] != STRATEGY["levels"]
    assert [level["name"] for level in made["levels"]] == ["Not yet", "There"]


def test_the_old_ones_tests_are_suggested_until_one_is_attached(finished: FinishedTeam) -> None:
    body = {"name": "Unit 4, next year", "started_from_id": finished.process}
    made = expect_ok(finished.lena.post(f"/v1/teams/{finished.team}/processes", body))
    pre, post = made.body["suggested_tests"]
    assert (pre["test"], pre["assessment_id"], pre["title"], pre["origin"]) == (
        "pre", finished.pre_test, "Fractions, before", "chosen",
    )  # fmt: skip
    assert (post["test"], post["assessment_id"], post["origin"]) == (
        "post",
        finished.pre_test,
        "same",
    )
    assert expect_ok(finished.lena.get(pre["links"]["assessment"])).body["title"] == pre["title"]
    path = f"/v1/processes/{made.body['id']}"
    test = {"assessment_id": pre["assessment_id"]}
    expect_ok(finished.lena.put(f"{path}/pre-test", test, etag=made.etag))
    (left,) = expect_ok(finished.lena.get(path)).body["suggested_tests"]
    assert left["test"] == "post"


def test_a_test_that_the_leader_cannot_see_is_not_suggested(finished: FinishedTeam) -> None:
    theirs = a_team(finished.world, ("olga",), (), name="South", school="south").id
    body = {"name": "Ours", "started_from_id": finished.process}
    made = expect_ok(finished.olga.post(f"/v1/teams/{theirs}/processes", body)).body
    assert made["suggested_tests"] == []


def test_the_old_one_stays_as_it_was(finished: FinishedTeam) -> None:
    before = finished.whole()
    expect_ok(
        finished.lena.post(
            f"/v1/teams/{finished.team}/processes",
            {"name": "New", "started_from_id": finished.process},
        )
    )
    assert finished.whole() == before
    assert names(finished.olga) == ["Unit 4"]


def test_it_can_begin_with_the_old_pre_test_too(finished: FinishedTeam) -> None:
    body = {
        "name": "New",
        "started_from_id": finished.process,
        "pre_test": {"assessment_id": finished.pre_test},
    }
    made = expect_ok(finished.lena.post(f"/v1/teams/{finished.team}/processes", body)).body
    assert made["pre_test"]["assessment_id"] == finished.pre_test
    assert made["pages"]["goals"]["version"] == 1


@pytest.mark.parametrize("open_one", [True, False])
def test_a_process_outside_the_library_is_no_template(world: World, open_one: bool) -> None:
    team = world.scene(FinishedTeam)
    body = {"name": "New", "started_from_id": team.process if open_one else "nothing"}
    refused = team.lena.post(f"/v1/teams/{team.team}/processes", body)
    assert (refused.status, refused.code) == (422, "not_in_library")
    assert refused.body["errors"][0]["pointer"] == "/started_from_id"
