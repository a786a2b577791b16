"""The list of missing activations, over all visible processes: filters and reminders."""

from __future__ import annotations

import gzip

import pytest

from chalicelib.console.missing_activations import show_missing_activations
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.test_activations import activate
from tests.api.test_library import prepare_finished
from tests.support.browser import Browser, ShownPage, list_calls_of_admin
from tests.support.machinery import Machinery
from tests.support.world import World

HOSTILE = "<script>alert('x')</script>\"'><b>مرحبا"
AT = "/console/not-activated"
BOTH = "Remind all 2 data teams listed here"


@pytest.fixture
def work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


def browser_of(name: str) -> Browser:
    return Browser().sign_in_as(name)


def count_mails(work: TeamAtWork) -> int:
    machinery = Machinery(work.world)
    machinery.run()
    return len(machinery.texts())


def rows(shown: ShownPage) -> list[list[str]]:
    return shown.rows("#found table")


def test_an_administrator_comes_from_the_list_with_the_chosen_filters(work: TeamAtWork) -> None:
    activate(work, work.mia, "c2")
    browser = browser_of("dana")
    listed = browser.open("/console/processes?state=pre_test&step=collect&school_id=north")
    shown = browser.open(listed.link("Not activated"))
    assert shown.address.endswith(f"{AT}?step=collect&school_id=north")
    assert rows(shown) == [
        [
            "Unit 4", "Grade 3 math North Elementary", "Pre-Test Fractions, before",
            "Sep 14, 2026", "2 of 3 Lena Example , Noah Example", "Remind",
        ]
    ]  # fmt: skip
    assert "2 activations are missing here." in shown.words("#found")
    assert shown.link("Unit 4") == f"/console/processes/{work.process}?tab=pre-test"
    back = browser.open(shown.link("All"))
    assert back.address.endswith("/console/processes?step=collect&school_id=north")
    found = browser.press(shown, "Search", fill={"state": "post_test"})
    assert "No Mastery Processes match." in found.words()


def test_one_team_is_reminded_by_its_button_and_the_row_says_so(work: TeamAtWork) -> None:
    work.begin(HOSTILE)
    browser = browser_of("sam")
    shown = browser.open(f"{AT}?step=collect")
    after = browser.press(shown, "Remind: Unit 4")
    assert after.words(".note.good").startswith("Done. Teachers who have not started get an email")
    assert after.address.startswith(f"{AT}?step=collect")
    said = {row[0]: row[5] for row in rows(after)}
    assert said == {"Unit 4": "Asked for today by Sam Example. See the emails", HOSTILE: "Remind"}
    assert count_mails(work) == 3
    emails = browser.open(after.link("See the emails"))
    assert len(emails.rows()) == 3
    assert "<script>alert" not in after.text


def test_all_that_are_listed_are_reminded_at_once_and_once_a_day(work: TeamAtWork) -> None:
    work.begin("Unit 5")
    browser = browser_of("dana")
    shown = browser.open(AT)
    for _ in range(2):
        after = browser.press(shown, BOTH)
        assert after.status == 200
    assert count_mails(work) == 6
    assert not [b for b in after.page.select("#found button") if "Remind" in b.get_text()]
    again = browser_of("sam").press(browser_of("sam").open(AT), "Search")
    assert {row[5].split(".")[0] for row in rows(again)} == {"Asked for today by Dana Example"}
    work.world.clock.forward(days=1)
    browser_of("dana").press(browser_of("dana").open(AT), BOTH)
    assert count_mails(work) == 12


def test_only_who_waits_is_asked_for_again_after_one_was_reminded(work: TeamAtWork) -> None:
    work.begin("Unit 5")
    browser = browser_of("dana")
    after = browser.press(browser.open(AT), "Remind: Unit 5")
    assert [b.get_text() for b in after.page.select("#found button.main")] == [
        "Remind the data team listed here"
    ]
    browser.press(after, "Remind the data team listed here")
    assert count_mails(work) == 6


def test_a_process_finished_meanwhile_is_named_and_the_others_get_reminders(
    work: TeamAtWork,
) -> None:
    other = work.begin("Unit 5")
    browser = browser_of("dana")
    shown = browser.open(AT)
    etag = expect_ok(work.lena.get(f"/v1/processes/{other}")).etag
    expect_ok(work.lena.delete(f"/v1/processes/{other}", etag=etag))
    after = browser.press(shown, BOTH)
    assert (after.status, after.heading) == (200, "Mastery Processes")
    assert "Nobody is reminded of 1 test" in after.words("#errors")
    assert "The people of the other test get their email." in after.words("#errors")
    assert count_mails(work) == 3


def test_when_everybody_has_activated_it_says_so(work: TeamAtWork) -> None:
    for person, name in ((work.lena, "c1"), (work.mia, "c2"), (work.noah, "c3")):
        activate(work, person, name)
    assert "Everybody has activated" in browser_of("dana").open(AT).words(".empty")


@pytest.mark.parametrize("sent", [b"all=yes", b"only=", b"only=nothing", b"only=x.neither"])
def test_a_form_that_names_no_test_gives_a_page(work: TeamAtWork, sent: bytes) -> None:
    shown = browser_of("dana").send("POST", AT, sent)
    assert shown.status in (400, 422)
    assert shown.heading
    assert count_mails(work) == 0


@pytest.mark.parametrize("query", ["state=unknown", "step=%3Cscript%3E", "cursor=nonsense"])
def test_an_impossible_query_gives_a_page(work: TeamAtWork, query: str) -> None:
    shown = browser_of("dana").open(f"{AT}?{query}")
    assert shown.status in (400, 422)
    assert "<script>" not in shown.words()


def test_schools_administrators_have_their_schools_and_teachers_do_not_open_it(
    work: TeamAtWork,
) -> None:
    assert [row[0] for row in rows(browser_of("sam").open(AT))] == ["Unit 4"]
    assert rows(browser_of("saul").open(AT)) == []
    assert browser_of("lena").open(AT).status == 403
    assert not browser_of("lena").open("/console/processes").page.select(f"a[href*='{AT}']")


def test_many_processes_stay_small_and_page_by_page(work: TeamAtWork) -> None:
    test = work.a_test("One for all")
    for number in range(24):
        work.begin(f"Unit {number}", pre_test=test)
    browser = browser_of("dana")
    first = browser.open(AT)
    assert len(rows(first)) == 20
    assert len(gzip.compress(first.text.encode())) < 8_000
    after = browser.press(first, "Remind all 20 data teams listed here")
    second = browser.open(after.link("Next page"))
    assert len(rows(second)) == 5
    browser.press(second, "Remind all 5 data teams listed here")
    assert count_mails(work) == 75


def test_a_page_asks_the_api_a_fixed_number_of_times(work: TeamAtWork) -> None:
    assert list_calls_of_admin(work.world, show_missing_activations, {}) == [
        "GET /v1/missing-activations",
        "GET /v1/schools",
        "GET /v1/teams",
    ]


def test_an_administrator_reaches_report_and_library_from_the_list(world: World) -> None:
    world.scene(prepare_finished)
    browser = browser_of("dana")
    listed = browser.open("/console/processes?state=locked")
    process = browser.open(listed.link("Unit 4"))
    links = [str(a["href"]) for a in process.page.select("main a[href]")]
    assert any("/console/reports/" in each for each in links), links
    assert any("/console/library/" in each for each in links), links
    for name in ("Reports", "Library"):
        assert browser.open(listed.link(name)).heading == name
