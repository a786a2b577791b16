"""The library: search it, read what a team learned, with what is hidden left out."""

from __future__ import annotations

import gzip

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import FRACTIONS, expect_ok
from tests.api.test_library import entries, prepare_finished, shelve
from tests.support.browser import Browser, ShownPage, teacher_of
from tests.support.world import World


@pytest.fixture
def finished(world: World) -> FinishedTeam:
    return world.scene(prepare_finished)


def list_titles(shown: ShownPage) -> list[str]:
    return [each.get_text() for each in shown.page.select("#found h2 a")]


def entry(finished: FinishedTeam, name: str = "olga") -> ShownPage:
    return Browser().sign_in_as(name).open(f"/console/library/{finished.process}")


def test_finished_processes_are_listed_with_their_results(finished: FinishedTeam) -> None:
    shown = Browser().sign_in_as("olga").open("/console/library")
    assert shown.heading == "Library"
    assert list_titles(shown) == ["Unit 4"]
    words = shown.words("#found")
    assert "Grade 3 math · North Elementary · 2026-2027" in words
    assert "The average " in words
    assert "Fractions, before / Fractions, before (post-test)" in words
    assert FRACTIONS in words


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("text=floor+line", ["Unit 4"]),
        ("text=nothing", []),
        ("subject=mathematics&grade=03&year=2026-2027", ["Unit 4"]),
        (f"standard={FRACTIONS}&school_id=north", ["Unit 4"]),
        ("school_id=south", []),
        ("year=2025-2026", []),
    ],
)
def test_it_is_searched(finished: FinishedTeam, query: str, names: list[str]) -> None:
    shown = Browser().sign_in_as("olga").open(f"/console/library?{query}")
    assert list_titles(shown) == names
    if not names:
        assert shown.link("Clear") == "/console/library"
        assert "No finished Mastery Processes match." in shown.words(".empty")


def test_all_of_one_team_can_be_widened(finished: FinishedTeam) -> None:
    olga = Browser().sign_in_as("olga")
    shown = olga.open(olga.open("/console/library").link("Grade 3 math"))
    assert list_titles(shown) == ["Unit 4"]
    assert shown.one("#team_id option[selected]").get_text() == "Grade 3 math"
    own = Browser().sign_in_as("mia").open("/console/library")
    assert [o.get_text() for o in own.page.select("#team_id option")] == [
        "All data teams",
        "Grade 3 math",
    ]


def test_a_year_that_is_none_is_refused_with_a_page(world: World) -> None:
    shown = teacher_of(world).open("/console/library?year=x")
    assert shown.status in (400, 422)
    assert shown.heading


def test_an_empty_library_says_how_it_fills(world: World) -> None:
    shown = teacher_of(world).open("/console/library")
    assert "when its team leader selects Finish and Lock" in shown.words(".empty")


def test_a_large_library_stays_small_and_goes_on(world: World) -> None:
    shelve(world, entries(400))
    tess = teacher_of(world)
    first = tess.open("/console/library?text=unit")
    assert len(list_titles(first)) == 30
    assert len(gzip.compress(first.text.encode())) < 15_000
    second = tess.open(first.link("Next page"))
    assert len(list_titles(second)) == 30
    assert not set(list_titles(first)) & set(list_titles(second))


def test_the_search_as_one_types_asks_the_api_once(finished: FinishedTeam) -> None:
    olga = Browser().sign_in_as("olga")
    part = olga.open("/console/library?text=unit", **{"hx-request": "true"})
    assert list_titles(part) == ["Unit 4"]
    assert len(part.page.select("#school_id option")) == 1


def test_an_entry_tells_tests_averages_growth_pages_and_strategies(finished: FinishedTeam) -> None:
    shown = entry(finished)
    assert shown.heading == "Unit 4"
    assert shown.page.title
    read = expect_ok(finished.olga.get(f"/v1/library/{finished.process}")).body
    words = shown.words()
    assert "Fractions, before (post-test)" in words
    assert read["growth_message"] in words
    assert all(note in words for note in read["notes"])
    means = read["averages"]
    figures, all_tested = shown.rows("#figures-heading ~ .scroll table")
    assert figures == [
        "With both tests",
        means["matched_pre"]["text"],
        means["matched_post"]["text"],
        means["change_text"],
        means["relative_text"],
    ]
    assert all_tested[:3] == ["All who were tested", "not shown", "not shown"], "as the API has it"
    assert "The floor line." in shown.words("[aria-labelledby=page-reflect]")
    assert "Fractions on the line" in shown.words("[aria-labelledby=page-analyze] ol")
    assert shown.rows("[aria-labelledby=page-strategies] table") == [
        ["Draw before you count", "Far Below, Below", "everybody", "", "", ""]
    ]


def test_below_five_students_no_figure_is_shown(world: World) -> None:
    team = world.scene(FinishedTeam)
    test = team.read_process().body["post_test"]["assessment_id"]
    post = f"/v1/trackers/{team.trackers['c1']}/sheets/{test}"
    team.enter(team.lena, post, dict.fromkeys(team.students["c1"], "absent"))
    team.lock_and_settle()
    shown = entry(team)
    assert "Growth is not shown: 4 students have both tests" in shown.words()
    assert not shown.page.select("#figures-heading ~ .scroll")


def test_nobodys_student_teacher_or_class_is_named(finished: FinishedTeam) -> None:
    for name in ("olga", "mia", "sam", "dana"):
        text = entry(finished, name).text
        assert not [each for each in ("Zimmer", "Ada", "Noah", "Math c", "c1s") if each in text]


def test_a_person_who_may_see_the_process_gets_a_link_to_it(finished: FinishedTeam) -> None:
    theirs = {"mia": True, "sam": True, "dana": True, "olga": False, "saul": False}
    for name, opens in theirs.items():
        links = [a["href"] for a in entry(finished, name).page.select("main a[href]")]
        assert (f"/console/processes/{finished.process}" in links) == opens, name


def test_only_leaders_start_from_it(finished: FinishedTeam) -> None:
    button = "Start a new Mastery Process from this"
    assert entry(finished, "lena").page.find_all("button", string=button)
    for name in ("mia", "olga", "dana"):
        shown = entry(finished, name)
        assert not shown.page.find_all("button", string=button)
        assert "A leader of a data team can start" in shown.words()


@pytest.mark.parametrize("name", ["unknown", "..%2F..", "%3Cscript%3E"])
def test_a_process_outside_the_library_is_not_found(finished: FinishedTeam, name: str) -> None:
    assert Browser().sign_in_as("olga").open(f"/console/library/{name}").status == 404


def test_hostile_texts_are_inert(world: World) -> None:
    team = world.scene(FinishedTeam)
    evil = "<script>alert(1)</script>"
    for page, fields in (("reflect", {"what_worked": evil}), ("goals", {"team_goal": evil})):
        path = f"{team.path}/pages/{page}"
        expect_ok(team.mia.patch(path, fields, etag=expect_ok(team.mia.get(path)).etag))
    expect_ok(team.lena.patch(team.path, {"name": evil}, etag=team.read_process().etag))
    team.lock_and_settle()
    for address in ("/console/library", f"/console/library/{team.process}"):
        shown = Browser().sign_in_as("olga").open(address)
        assert evil in shown.words()
        assert evil not in shown.text
