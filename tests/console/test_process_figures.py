"""1. Collect and Chart Data: who was tested and how it went, as a chart and as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.console.processes import show_process
from chalicelib.processes.model import Attached
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.school_part_scene import TwoSchools, points
from tests.api.test_process_figures_routes import prepare_team, store_class
from tests.support import builders
from tests.support.browser import Browser, ShownPage, list_calls_of_admin
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT, World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
DASH = "\N{EN DASH}"
NOBODY = f"{DASH} Nobody tested"


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return world.scene(prepare_team)


def open_as(name: str, process: str, query: str = "tab=collect") -> ShownPage:
    return Browser().sign_in_as(name).open(f"/console/processes/{process}?{query}")


def rows(shown: ShownPage) -> dict[str, list[str]]:
    """Return the cells of the table, by what stands before them."""
    return {row[0]: row[1:] for row in shown.rows("main table")}


def cells(each: dict[str, Any]) -> list[str]:
    """Return the API's figures of a row, as the table writes them."""
    counts = [each[name] for name in ("tested", "absent", "exempt", "partial", "not_entered")]
    average, meets = each["average"], each["proficient"]
    if not each["tested"]:
        return [*map(str, counts), NOBODY, *["0"] * len(each["levels"]),
                NOBODY]  # fmt: skip
    return [
        *map(str, counts),
        f"{average['percent']}%",
        *(f"{one['student_count']} ({one['percent']}%)" for one in each["levels"]),
        f"{meets['percent']}% ({meets['count']} of {meets['student_count']})",
    ]


def test_the_numbers_are_those_of_the_api_by_teacher_and_class(team: TeamAtWork) -> None:
    store_class(team, "c4", "lena", {"pat": 14, "quinn": 20, "ray": 2})
    body = expect_ok(team.noah.get(f"{team.path}/collection?test=pre")).body
    shown = open_as("noah", team.process)
    assert shown.words("main h2") == "Step 1. Collect and Chart Data"
    found = rows(shown)
    assert list(found) == [
        "Team", "Lena Example", "Math c1", "Math c4",
        "Mia Example Math c2", "Noah Example Math c3",
    ]  # fmt: skip
    lena, mia, noah = body["teachers"]
    assert found["Team"] == cells(body["team"])
    assert found["Lena Example"] == cells(lena)
    assert found["Math c1"] == cells(body["classes"][0])
    assert found["Math c4"] == cells(body["classes"][1])
    assert found["Mia Example Math c2"] == cells(mia)
    assert found["Noah Example Math c3"] == cells(noah)


def test_the_chart_has_a_bar_for_the_team_and_each_teacher_above_the_table(
    team: TeamAtWork,
) -> None:
    shown = open_as("lena", team.process)
    bars = [str(each["aria-label"]) for each in shown.page.select("main svg.level-bar")]
    assert bars == [
        "Team: Far Below 3, Below 3, Meets 1",
        "Lena Example: Far Below 2, Below 2, Meets 1",
        "Mia Example: Below 1",
        "Noah Example: Far Below 1",
    ]
    body = expect_ok(team.lena.get(f"{team.path}/collection")).body
    drawn = shown.page.select("main svg.level-bar")[0]
    assert [rect["fill"] for rect in drawn.select("rect")] == [
        level["color"] for level in body["levels"][:3]
    ]
    assert [text["fill"] for text in drawn.select("text")] == [
        level["ink_color"] for level in body["levels"][:3]
    ]
    assert not shown.page.select("main [style]")
    assert shown.text.index("level-bar") < shown.text.index("<table")
    assert "Meets 70% to below 85%" in shown.words(".legend")


def test_the_standards_stand_below_in_words(world: World) -> None:
    team = world.scene(prepare_team)
    builders.statements(world)
    body = expect_ok(team.lena.get(f"{team.path}/collection")).body["assessment"]
    shown = open_as("lena", team.process)
    text = shown.words("[aria-labelledby=standards-heading]")
    for each in body["described_standards"]:
        assert f"{each['code']} {each['statement'] or 'Its text is not known.'}" in text


def test_the_post_test_has_its_own_figures(world: World) -> None:
    team = world.scene(FinishedTeam)
    body = expect_ok(team.mia.get(f"{team.path}/collection?test=post")).body
    shown = open_as("mia", team.process, "tab=collect&test=post")
    assert shown.words(".tabs [aria-current=true]") == "Post-Test"
    assert shown.words(".lead") == "Fractions, before (post-test)"
    assert rows(shown)["Mia Example Math 3 (c2)"] == cells(body["teachers"][1])
    assert rows(shown)["Team"][1] == "1", "who was absent"


def test_a_test_that_is_not_attached_has_words(world: World) -> None:
    team = world.scene(TeamAtWork)
    shown = open_as("lena", team.process, "tab=collect&test=post")
    assert "No Post-Test is attached yet." in shown.words()
    named = team.begin("No test yet", pre_test="")
    assert "No Pre-Test is attached yet." in open_as("lena", named).words()


def test_a_class_without_a_result_yet_breaks_nothing(world: World) -> None:
    team = world.scene(TeamAtWork)
    store_class(team, "c1", "lena", {"ada": "not_entered", "bob": "absent"})
    store_class(team, "c4", "lena")
    shown = open_as("lena", team.process)
    assert rows(shown)["Math c1"] == [
        "0", "1", "0", "0", "1", NOBODY, "0", "0", "0", "0", NOBODY,
    ]  # fmt: skip
    assert "Math c4 (not activated yet)" in rows(shown)
    assert (
        "1 of 3 members of the data team have activated it. Not activated by: Mia Example , "
        "Noah Example ."
    ) in shown.words("section[aria-labelledby=chart-heading]")
    assert shown.words(".drawn").count("Nobody tested yet") == 2
    assert open_as("lena", team.process, "tab=collect&from=900").status == 200


def test_names_of_people_classes_and_tests_are_inert(team: TeamAtWork) -> None:
    made = replace(a_class("c9", "t9", {"ada": 10}), title=HOSTILE, teacher_name=HOSTILE * 3)
    team.world.services.table.commit([a_row(DISTRICT, team.process, made)])
    for query in ("tab=collect", "tab=smart-goals", "tab=compare&by=teachers",
                  "tab=compare&by=classes", "tab=compare&by=students"):  # fmt: skip
        shown = open_as("mia", team.process, query)
        assert shown.status == 200
        assert not shown.page.select("main script")
        assert HOSTILE in shown.words("main"), query


@pytest.mark.parametrize(
    ("name", "status"),
    [("lena", 200), ("mia", 200), ("sam", 200), ("dana", 200), ("olga", 404), ("saul", 404)],
)
@pytest.mark.parametrize("tab", ["collect", "smart-goals", "compare", "compare&by=students"])
def test_the_team_and_its_administrators_see_figures_and_nobody_else(
    team: TeamAtWork, name: str, status: int, tab: str
) -> None:
    shown = open_as(name, team.process, f"tab={tab}")
    assert shown.status == status
    assert bool(shown.page.select("main .tabs")) == (status == 200)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({"tab": "collect"}, ["collection"]),
        ({"tab": "collect", "test": "post"}, ["collection"]),
        ({"tab": "smart-goals"}, ["goals"]),
        ({"tab": "compare"}, ["comparison", "growth"]),
        ({"tab": "compare", "by": "classes"}, ["comparison", "growth"]),
        ({"tab": "compare", "by": "students"}, ["comparison/students"]),
    ],
)
def test_a_tab_asks_the_api_once_for_each_thing_on_it(
    team: TeamAtWork, query: dict[str, str], asked: list[str]
) -> None:
    route = "GET /v1/processes/{process_id}"
    found = list_calls_of_admin(team.world, show_process, query, process_id=team.process)
    assert found == [route, *(f"{route}/{each}" for each in asked)]


# -- the part of a school --------------------------------------------------------------------------


def prepare_small(world: World) -> TwoSchools:
    """Three students at south: the team minus north would tell of them."""
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14, 10), points("a", 14, 14))
    made.put("c5", "olga", points("o", 3, 16), points("o", 3, 17))
    attach_tests(made)
    return made


@pytest.fixture
def small(world: World) -> TwoSchools:
    return world.scene(prepare_small)


def attach_tests(scene: TwoSchools) -> None:
    """Let the process have both tests."""
    head = scene.world.services.process_items.head(DISTRICT, scene.process)
    assert head is not None
    test = Attached(assessment="TEST", title="Fractions", standards=("3.NB.1",), points="20")
    doc = head.model_copy(update={"pre": test, "post": test}).model_dump_json()
    scene.world.services.table.commit([Update(keys.process(DISTRICT, scene.process), {"doc": doc})])


def test_an_administrator_of_a_school_sees_the_team_without_what_is_hidden(
    small: TwoSchools,
) -> None:
    body = small.look("/collection", small.nora)
    assert body["team"]["tested"] is None, "else the three at south could be worked out"
    shown = open_as("nora", small.process)
    assert body["notes"]
    assert shown.words("main .note").endswith(" ".join(body["notes"]))
    found = rows(shown)
    assert found["Team"] == ["Not shown"]
    assert shown.words("dl.figures") == "Classes activated 2 of 2"
    [school] = body["schools"]
    assert found[school["school_name"]] == cells(school)
    assert list(found) == ["Team", school["school_name"], "Lena Example Math c1"]
    bars = [str(each["aria-label"]) for each in shown.page.select("main svg.level-bar")]
    assert bars[0].startswith(school["school_name"]), "no bar of the team"


def test_a_school_administrator_sees_team_figures_that_reveal_nothing_new(world: World) -> None:
    made = world.scene(TwoSchools)
    made.put("c1", "lena", points("a", 14, 10), points("a", 14, 14))
    made.put("c5", "olga", points("o", 9, 16), points("o", 9, 17))
    attach_tests(made)
    body = made.look("/collection", made.saul)
    shown = open_as("saul", made.process)
    assert rows(shown)["Team"] == cells(body["team"])
    assert "Olga" in shown.words("table")
    assert "Lena" not in shown.words("table")


def test_on_other_tabs_they_see_the_same_as_in_the_api(small: TwoSchools) -> None:
    compared, growth, goals = (
        small.look(what, small.nora) for what in ("/comparison", "/growth", "/goals")
    )
    assert compared["team"]["all_tested"]["pre"] is None
    team = open_as("nora", small.process, "tab=compare")
    cards = team.words(".halves")
    assert cards.count("Not shown") == 2
    assert goals["notes"][0].startswith("The team's goal is not shown, to protect")
    assert growth["team"]["message"] in team.words()
    for note in compared["notes"]:
        assert note in team.words(".note")
    assert goals["team"] is None
    shown = open_as("nora", small.process, "tab=smart-goals")
    assert goals["notes"][0] in shown.words(".note")
    assert not shown.page.select("#team-goal")
    assert [row[0] for row in shown.rows("main table")] == [
        goals["schools"][0]["school_name"], "Lena Example Math c1",
    ]  # fmt: skip
    own = open_as("nora", small.process, "tab=compare&by=classes")
    assert [row[0] for row in own.rows("main table")] == [
        compared["schools"][0]["school_name"], "Math c1",
    ]  # fmt: skip
    students = open_as("nora", small.process, "tab=compare&by=students")
    assert len(students.rows("main table")) == 14
    assert open_as("wes", small.process).status == 404
