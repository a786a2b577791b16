"""Mastery Processes by state and step: administrators', and teachers' own."""

from __future__ import annotations

import gzip

import pytest

from chalicelib.console.process_list import list_processes
from chalicelib.processes.moves import ProcessState
from tests.api.process_scene import TeamAtWork
from tests.api.team_scene import TeamScene, a_process_of, a_team
from tests.support.browser import Browser, ShownPage, list_calls_of_admin
from tests.support.world import World


@pytest.fixture
def work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


def open_list(name: str, query: str = "") -> ShownPage:
    return Browser().sign_in_as(name).open(f"/console/processes?{query}")


def names(shown: ShownPage) -> list[str]:
    return [each.get_text() for each in shown.page.select("#found tbody th a")]


def options(shown: ShownPage, of: str) -> list[str]:
    return [each.get_text() for each in shown.page.select(f"#{of} option")]


def test_state_and_step_are_in_the_products_words(work: TeamAtWork) -> None:
    work.begin("Unit 5", pre_test="")
    shown = open_list("dana")
    assert shown.heading == "Mastery Processes"
    rows = {row[0]: row[1:] for row in shown.rows("#found table")}
    assert rows["Unit 4"] == [
        "Grade 3 math North Elementary", "Pre-Test attached", "1. Collect and Chart Data",
        "Fractions, before", "", "Sep 14, 2026",
    ]  # fmt: skip
    assert rows["Unit 5"][1] == "No Pre-Test yet"
    assert shown.link("Unit 4") == f"/console/processes/{work.process}"
    assert "Analyze" in options(shown, "step")
    assert "All open" in options(shown, "state")
    assert "discarded" not in shown.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=named", ["Unit 5"]),
        ("state=pre_test", ["Unit 4"]),
        ("state=open", ["Unit 5", "Unit 4"]),
        ("state=locked", []),
        ("step=collect", ["Unit 5", "Unit 4"]),
        ("step=reflect", []),
        ("school_id=north", ["Unit 5", "Unit 4"]),
        ("school_id=south", []),
    ],
)
def test_administrators_filter(work: TeamAtWork, query: str, found: list[str]) -> None:
    work.begin("Unit 5", pre_test="")
    shown = open_list("dana", query)
    assert names(shown) == found
    if not found:
        assert shown.link("Clear") == "/console/processes"


def test_teachers_see_their_teams_and_administrators_their_schools(work: TeamAtWork) -> None:
    assert (
        names(open_list("lena")) == names(open_list("mia")) == names(open_list("sam")) == ["Unit 4"]
    )
    assert names(open_list("olga")) == names(open_list("saul")) == []
    assert not open_list("lena").page.select("#school_id")
    assert options(open_list("lena"), "team_id") == ["All my data teams", "Grade 3 math"]
    assert "There are no Mastery Processes yet." in open_list("olga").words(".empty")


def test_the_teams_to_choose_from_are_those_of_the_chosen_school(work: TeamAtWork) -> None:
    other = a_team(work.world, ("olga",), (), name="South team", school="south")
    assert options(open_list("dana", "school_id=south"), "team_id") == [
        "All data teams",
        "South team",
    ]
    chosen = open_list("dana", f"school_id=north&team_id={other.id}")
    assert options(chosen, "team_id") == ["All data teams", "The chosen data team", "Grade 3 math"]
    one = open_list("dana", f"team_id={work.team}")
    assert one.one("#team_id option[selected]").get_text() == "Grade 3 math"
    assert names(one) == ["Unit 4"]


@pytest.mark.parametrize("query", ["state=unknown", "step=%3Cscript%3E", "cursor=nonsense"])
def test_an_impossible_query_gives_a_page(work: TeamAtWork, query: str) -> None:
    shown = open_list("dana", query)
    assert shown.status in (400, 422)
    assert shown.heading
    assert "<script>" not in shown.words()


def test_four_hundred_teams_and_a_hundred_processes_stay_small(world: World) -> None:
    scene = world.scene(TeamScene)
    for n in range(400):
        a_team(world, ("lena",), (), id=f"01J7Z5T0QK3W8V6M2N4P9R{n:04}", name=f"Team {n} of north")
    for n in range(100):
        state = ProcessState.LOCKED if n % 2 else ProcessState.POST_TEST
        world.services.table.commit(a_process_of(scene.team, f"Unit {n:03}", state))
    first = open_list("dana")
    assert len(names(first)) == 50
    assert len(gzip.compress(first.text.encode())) < 15_000
    second = Browser().sign_in_as("dana").open(first.link("Next page"))
    assert len({*names(first), *names(second)}) == 100
    assert "The first 200. Choose a school" in first.words("form")


def test_a_page_asks_the_api_a_fixed_number_of_times(work: TeamAtWork) -> None:
    assert list_calls_of_admin(work.world, list_processes, {}) == [
        "GET /v1/processes",
        "GET /v1/schools",
        "GET /v1/teams",
    ]
