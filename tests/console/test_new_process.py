"""Data Team > Mastery Process > New: name it, then choose its Pre-Test."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console import new_process
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.browser import Browser, ShownPage, list_calls_as, query_of
from tests.support.world import World


@pytest.fixture
def work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


@pytest.fixture
def lena(work: TeamAtWork) -> Browser:
    return Browser().sign_in_as("lena")


def begin_process(browser: Browser, work: TeamAtWork, name: str = "Unit 5") -> ShownPage:
    """Name it, and press Next."""
    page = browser.open(f"/console/teams/{work.team}")
    return browser.press(browser.open(page.link("New")), "Next", fill={"name": name})


def list_offered(shown: ShownPage) -> list[str]:
    return [" ".join(each.get_text().split()) for each in shown.page.select("#tests li label")]


def processes(work: TeamAtWork) -> list[Any]:
    found: list[Any] = work.lena.get(f"/v1/teams/{work.team}/processes").body["items"]
    return found


def test_name_next_and_the_pre_test_make_a_process(lena: Browser, work: TeamAtWork) -> None:
    shown = begin_process(lena, work)
    assert shown.heading == "Choose the Pre-Test"
    assert shown.words(".lead") == "Unit 5"
    assert list_offered(shown) == ["Fractions, before"]
    made = lena.press(shown, "Start with this Pre-Test", fill={"test": work.pre_test})
    newest = processes(work)[0]
    assert (newest["name"], newest["pre_test"]["title"]) == ("Unit 5", "Fractions, before")
    assert made.address.startswith(f"/console/processes/{newest['id']}?tab=pre-test&done=")
    assert (made.status, made.heading) == (200, "Unit 5")
    assert made.words(".note.good") == "Done. The Mastery Process is started."


def test_the_pre_test_can_be_left_for_later(lena: Browser, work: TeamAtWork) -> None:
    lena.press(begin_process(lena, work), "Choose it later")
    assert processes(work)[0]["state"] == "named"


def test_without_a_choice_it_says_what_to_do(lena: Browser, work: TeamAtWork) -> None:
    shown = lena.press(begin_process(lena, work), "Start with this Pre-Test")
    assert shown.status == 422
    assert "or press Choose it later" in shown.words("#tests .error")
    assert len(processes(work)) == 1


@pytest.mark.parametrize("name", ["", "   "])
def test_a_process_needs_a_name(lena: Browser, work: TeamAtWork, name: str) -> None:
    shown = begin_process(lena, work, name)
    assert (shown.status, shown.heading) == (422, "New Mastery Process")
    assert "Enter a name" in shown.words("#name-error")
    assert shown.page.select('#errors a[href="#name"]')


def test_a_name_that_is_too_long_is_shortened_first(lena: Browser, work: TeamAtWork) -> None:
    shown = begin_process(lena, work, "x" * 121)
    assert (shown.status, shown.heading) == (422, "New Mastery Process")
    assert "Shorten it to 120 characters" in shown.words("#name-error")
    assert shown.one("#name")["value"] == "x" * 121
    assert lena.press(shown, "Next", fill={"name": "x" * 120}).heading == "Choose the Pre-Test"


def test_the_second_step_has_an_address_to_come_back_to(lena: Browser, work: TeamAtWork) -> None:
    """Back from another page leads to it, and to the name, with all that is typed and chosen."""
    shown = begin_process(lena, work, "Unit 5 & more")
    fill = {"test": work.pre_test, "find": "before", "whose": "team"}
    found = lena.press(shown, "Search", fill=fill)
    assert query_of(found.address) == {
        "team": work.team,
        "name": "Unit 5 & more",
        "step": "pre-test",
        "test": work.pre_test,
        "find": "before",
        "whose": "team",
    }
    again = lena.open(found.address)
    assert again.words(".lead") == "Unit 5 & more"
    assert again.one("[name=test][checked]")["value"] == work.pre_test
    first = lena.press(again, "Back")
    assert (first.status, first.heading) == (200, "New Mastery Process")
    assert lena.open(first.address).one("#name")["value"] == "Unit 5 & more"
    chosen = lena.press(first, "Next").one("[name=test][checked]")
    assert chosen["value"] == work.pre_test


def test_a_made_up_address_of_the_second_step_asks_for_the_name(
    lena: Browser, work: TeamAtWork
) -> None:
    at = f"/console/new-process?team={work.team}&step=pre-test&name="
    assert lena.open(at).heading == "New Mastery Process"
    assert lena.open(at + "x" * 121).heading == "New Mastery Process"
    member = Browser().sign_in_as("mia").open(at + "Mine")
    assert "Ask one: Lena Example." in member.words()
    assert not member.page.select("main form")


@pytest.mark.parametrize("whose", ["mine", "team", "all"])
def test_a_search_is_one_call_beside_the_teams(work: TeamAtWork, whose: str) -> None:
    for n in range(250):
        builders.an_assessment(work.world, title=f"Test {n}", creator="mia")
    query = {"team": work.team, "name": "Unit 5", "step": "pre-test", "whose": whose, "find": "t"}
    asked = list_calls_as(work.world, "lena", Role.TEACHER, new_process.begin_process, query)
    assert asked == ["GET /v1/teams/{team_id}", "GET /v1/assessments"]


def test_tests_are_found_among_mine_my_schools_and_the_districts(
    lena: Browser, work: TeamAtWork
) -> None:
    work.a_test("Of the district", work.dana, visibility="district")
    work.a_test("Of a colleague", work.mia, visibility="school")
    shown = begin_process(lena, work)

    def search(whose: str, find: str = "") -> list[str]:
        return list_offered(lena.press(shown, "Search", fill={"whose": whose, "find": find}))

    assert search("mine") == ["Fractions, before"]
    assert search("district") == ["Of the district"]
    assert search("school") == ["Of a colleague"]
    assert search("team") == ["Of a colleague", "Fractions, before"]
    assert search("team", "before") == ["Fractions, before"]
    assert search("all", "of a") == ["Of a colleague"]
    assert search("all", "nothing has this") == []
    assert search("unknown") == ["Fractions, before"]


def test_ticks_stay_during_a_search(lena: Browser, work: TeamAtWork) -> None:
    shown = begin_process(lena, work)
    fill = {"test": work.pre_test, "find": "nothing"}
    found = lena.press(shown, "Search", fill=fill)
    assert list_offered(found) == ["Fractions, before"]
    assert found.one("[name=test][checked]")["value"] == work.pre_test


def test_a_draft_cannot_be_chosen_and_says_so(lena: Browser, work: TeamAtWork) -> None:
    made = work.lena.post("/v1/assessments", {"title": "Half done", "visibility": "private"})
    shown = begin_process(lena, work)
    draft = shown.one(f'[value="{made.body["id"]}"]')
    assert draft.has_attr("disabled")
    assert "Finish it first." in shown.words("#tests")
    body = f"do=start&name=Unit&test={made.body['id']}".encode()
    refused = lena.send("POST", f"/console/new-process?team={work.team}", body)
    assert refused.status == 422
    assert refused.page.select("#tests .error")


@pytest.mark.parametrize("test", ["unknown", "%3Cscript%3E", ""])
def test_an_unknown_test_is_refused_at_its_field(
    lena: Browser, work: TeamAtWork, test: str
) -> None:
    body = f"do=start&name=Unit&test={test}".encode()
    shown = lena.send("POST", f"/console/new-process?team={work.team}", body)
    assert shown.status in (404, 422)
    assert shown.heading == "Choose the Pre-Test"
    assert shown.page.select("#errors")
    assert len(processes(work)) == 1


def test_a_double_click_begins_one_process(lena: Browser, work: TeamAtWork) -> None:
    shown = begin_process(lena, work)
    fill = {"test": work.pre_test}
    for _ in range(2):
        lena.press(shown, "Start with this Pre-Test", fill=fill)
    assert len(processes(work)) == 2


def test_members_and_administrators_read_who_starts_one(work: TeamAtWork) -> None:
    for name in ("mia", "sam", "dana"):
        shown = Browser().sign_in_as(name).open(f"/console/new-process?team={work.team}")
        assert "Ask one: Lena Example." in shown.words()
        assert not shown.page.select("main form")
        body = b"do=later&name=Mine"
        sent = (
            Browser().sign_in_as(name).send("POST", f"/console/new-process?team={work.team}", body)
        )
        assert sent.status == 403
    assert len(processes(work)) == 1


def test_of_a_foreign_or_unknown_team_there_is_nothing(work: TeamAtWork) -> None:
    olga = Browser().sign_in_as("olga")
    assert olga.open(f"/console/new-process?team={work.team}").status == 404
    assert olga.open("/console/new-process").status == 404


def test_a_retired_team_starts_nothing(work: TeamAtWork) -> None:
    old = a_team(work.world, ("lena",), name="Old", retired=True)
    lena = Browser().sign_in_as("lena")
    assert "It starts nothing new." in lena.open(f"/console/new-process?team={old.id}").words()


def test_hostile_titles_are_inert(lena: Browser, work: TeamAtWork) -> None:
    work.a_test('"><script>alert(1)</script>')
    shown = begin_process(lena, work, "</h1><script>x</script>")
    assert "<script>alert" not in shown.text
    assert "<script>x" not in shown.text
    assert '"><script>alert(1)</script>' in list_offered(shown)


def test_many_assessments_are_a_small_page_that_says_so(lena: Browser, work: TeamAtWork) -> None:
    for n in range(60):
        builders.an_assessment(work.world, title=f"Test {n}", creator="lena")
    shown = begin_process(lena, work)
    assert len(list_offered(shown)) == 20
    assert "The first 20 of 61 are listed." in shown.words("#tests")


# -- from the library -----------------------------------------------------------------------------


def prepare_finished(world: World) -> FinishedTeam:
    team = world.scene(FinishedTeam)
    team.lock_and_settle()
    return team


def test_a_process_starts_from_the_library(world: World) -> None:
    team = world.scene(prepare_finished)
    lena = Browser().sign_in_as("lena")
    entry = lena.open(f"/console/library/{team.process}")
    page = lena.press(entry, "Start a new Mastery Process from this")
    assert "It starts from “Unit 4” of Grade 3 math" in page.words(".note")
    assert page.one("#name")["value"] == "Unit 4, 2026-2027", "two of one name are hard to tell"
    assert "Its tests are offered where you select the Pre-Test" in page.words(".note")
    made = lena.press(page, "Start", fill={"name": "Unit 4, next year"})
    newest = processes(team)[0]
    assert (newest["name"], newest["started_from_id"]) == ("Unit 4, next year", team.process)
    assert made.address.startswith(f"/console/processes/{newest['id']}?tab=pre-test")


def test_a_leader_of_several_teams_chooses_one(world: World) -> None:
    team = world.scene(prepare_finished)
    a_team(world, ("lena",), (), name="Zebra")
    lena = Browser().sign_in_as("lena")
    entry = lena.open(f"/console/library/{team.process}")
    options = [each.get_text() for each in entry.page.select("#team option")]
    assert options == ["Grade 3 math", "Zebra"]
    zebra = entry.page.select("#team option")[1]["value"]
    page = lena.press(entry, "Start a new Mastery Process from this", fill={"team": zebra})
    assert "Zebra" in page.words(".trail")


def test_a_process_outside_the_library_starts_nothing(work: TeamAtWork) -> None:
    lena = Browser().sign_in_as("lena")
    address = f"/console/new-process?team={work.team}&from={work.process}"
    assert lena.open(address).status == 404
    assert lena.send("POST", address, b"do=later&name=X").status in (404, 422)
